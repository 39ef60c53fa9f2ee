/** Which kind of site discovered a machine, from its resource id: the scenario that fits it. */
export function scenarioOfMachineId(id: string | undefined): string | undefined {
  const kind = /microsoft\.offazure\/(\w+?)sites\//i.exec(id ?? '')?.[1]?.toLowerCase();
  if (kind === 'vmware') return 'vmware';
  if (kind === 'hyperv') return 'hyper-v';
  return kind === 'server' || kind === 'master' ? 'physical' : undefined;
}

/** A discovered vSphere machine ends in the instance UUID that vCenter gave it. */
export function instanceIdOfMachineId(id: string | undefined): string | undefined {
  return /_([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i.exec(id ?? '')?.[1]?.toLowerCase();
}
