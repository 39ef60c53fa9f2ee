/** AWS machines migrate as physical ones, by two checklists: one for Windows, one for Linux. */
export function awsScenarioOf(platform: string | undefined, isInAws: boolean): string | undefined {
  if (!isInAws) return undefined;
  return /windows/i.test(platform ?? '') ? 'aws-windows' : 'aws-linux';
}

/** Family and version as AWS tools write them ("linux" beside "redhat"), as one name of a system. */
export function systemWords(family: string | undefined, version: string | undefined): string | undefined {
  const known = version?.trim();
  if (known === undefined || known === '') return family === undefined ? undefined : family;
  if (/^(redhat|rhel)$/i.test(known)) return 'Red Hat Enterprise Linux';
  return family !== undefined && /windows/i.test(family) && !/windows/i.test(known) ? `Windows Server ${known}` : known;
}
