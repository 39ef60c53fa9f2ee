import { countOf, formatBytes, formatDay, formatDayTime, formatNumber } from './common-format.ts';

/** Words of the import: drop target, preview, result. */
export const importText = {
  title: 'Import',
  titleOf: (fileName: string): string => `Import ${fileName}`,
  drop: {
    title: 'Drop to import',
    text: 'An inventory, or all files and folders of one export together. A preview comes first; nothing is stored yet.',
    none: 'Nothing to import was dropped',
    noneText: 'None of these files is a workbook, a table, a JSON file or an archive.',
    engagement: 'A dropped engagement does not say where it lies',
    engagementText: 'Choose the file with “Open engagement” instead, so that it is opened in its place and not copied.',
  },
  pick: {
    text: 'Exports of RVTools, Azure Migrate, Site Recovery, AWS, Azure and Hyper-V are recognised. Any other workbook or CSV with one row per machine can be mapped column by column. Files of one export, such as instances and their volumes, go in together.',
    drop: 'Drop files or a folder here, or',
    choose: 'Choose files…',
    chooseFolder: 'Choose a folder…',
    tooMany: (count: number, most: number): string =>
      `These are ${formatNumber(count)} files; at most ${formatNumber(most)} are read at once. Choose the files of one export only.`,
    guard: 'The file is read in a process of its own. Nothing is stored before you confirm, and the file itself is never changed.',
  },
  engagement: {
    title: 'This inventory begins a new engagement',
    text: 'No engagement is open. Name one for this inventory, or close this and open an existing one first.',
    name: 'Name',
    customer: 'Customer',
    create: 'Create and preview',
    nameMissing: 'Give the engagement a name.',
  },
  uploading: 'Handing the file over',
  reading: 'Reading the file',
  timeLeft(seconds: number): string {
    if (seconds < 60) return `about ${formatNumber(Math.max(1, Math.ceil(seconds)))} s left`;
    return `about ${formatNumber(Math.ceil(seconds / 60))} min left`;
  },
  storing: 'Storing',
  cancel: 'Cancel',
  close: 'Close',
  another: 'Choose another file',
  oneByOne: 'One after another',
  next: (name: string, left: number): string => (left === 1 ? `Next: ${name}` : `Next: ${name} (${formatNumber(left)} to go)`),
  severalFiles: (first: string, others: number): string => `${first} and ${formatNumber(others)} more`,
  password: {
    title: 'This workbook is protected',
    label: 'Password',
    hint: 'Used once to read the file. It is not kept.',
    submit: 'Read',
  },
  failed: 'The file was not read',
  failedCancelled: 'Reading was stopped',
  nothingStored: 'Nothing was stored.',
  notStored: 'The inventory was not stored',
  file(format: string, sizeBytes: number, exportedAt: string | null): string {
    const exported = exportedAt === null ? '' : ` · exported ${formatDayTime(exportedAt)}`;
    return `${format} · ${formatBytes(sizeBytes)}${exported}`;
  },
  found({
    machines,
    connections,
    applications,
  }: {
    readonly machines: number;
    readonly connections: number;
    readonly applications: number;
  }): string {
    const parts = [
      ...(machines > 0 || connections + applications === 0 ? [countOf(machines, 'machine')] : []),
      ...(connections > 0 ? [countOf(connections, 'connection')] : []),
      ...(applications > 0 ? [countOf(applications, 'application')] : []),
    ];
    return `${parts.join(', ')} found`;
  },
  changes: {
    label: 'What the import would change',
    added: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    doubtful: 'Doubtful',
    gone: 'Not in this file any more',
    goneHint: 'They stay in the engagement. An import adds and updates, it never removes.',
  },
  same: {
    title: 'This file was imported before',
    text: (by: string, at: string): string =>
      `The same bytes were imported by ${by}, ${formatDayTime(at)}. Importing them again updates the machines with the values of this file.`,
    skip: 'Skip',
  },
  tabs: {
    rows: (count: number): string => `First rows (${formatNumber(count)})`,
    changes: (count: number): string => `Changes (${formatNumber(count)})`,
    doubtful: (count: number): string => `Doubtful (${formatNumber(count)})`,
    columns: (count: number): string => `Columns (${formatNumber(count)})`,
    sheets: (count: number): string => `Sheets (${formatNumber(count)})`,
    skipped: (count: number): string => `Left out (${formatNumber(count)})`,
    warnings: (count: number): string => `Warnings (${formatNumber(count)})`,
    label: 'Parts of the preview',
  },
  rowsLabel: 'First machines of the file, as they were understood',
  rowColumn: 'Row',
  sheetsLabel: 'Sheets that were read',
  sheet: 'Sheet',
  rowsRead: 'Rows read',
  rowsAnnounced: 'Rows announced',
  asMany: 'as many',
  rowsDiffer: (announced: number): string => `${formatNumber(announced)}: differs`,
  skippedLabel: 'Rows that were left out',
  what: 'What stood there',
  reason: 'Reason',
  changesLabel: 'What the file would do to each machine',
  changeKind: 'Change',
  changeKinds: { added: 'New', changed: 'Changed', unchanged: 'Unchanged', doubtful: 'Doubtful', gone: 'Not there any more' },
  goneFrom: (fileName: string): string => `It stood in ${fileName}; it stays in the engagement`,
  changeWhat: 'What changes',
  newMachine: 'A machine that the engagement does not hold yet',
  recognisedBy: (kind: string): string => `recognised by its ${kind}`,
  noChanges: 'Nothing would change.',
  mostShown: (shown: number, total: number): string => `The first ${formatNumber(shown)} of ${formatNumber(total)} are listed.`,
  doubtful: {
    text: 'These rows share something with a machine of the engagement, and not enough to be sure. Say which it is; without an answer each becomes a machine of its own.',
    label: 'Rows that may be machines the engagement knows',
    decision: 'Taken as',
    decisionFor: (name: string): string => `Machine for ${name}`,
    own: 'A machine of its own',
    candidate: (name: string, by: string, confidence: string, against: string): string =>
      `${name}: same ${by}, ${confidence}${against === '' ? '' : `, but another ${against}`}`,
  },
  noSkipped: 'Every row was taken.',
  noWarnings: 'No warning.',
  noRows: 'No machine yet. Map a column to “Name” first.',
  mapping: {
    text: 'Say what each column holds. The choice is remembered for files with the same headers.',
    column: 'Column',
    sample: 'First values',
    field: 'Taken as',
    leaveOut: '– left out –',
    fieldFor: (header: string): string => `Field for ${header}`,
    unitFor: (header: string): string => `Unit of ${header}`,
    unitAsked: (columns: readonly string[]): string =>
      `The unit is not stated and was assumed: ${columns.join(', ')}. Choose it under Columns if it is another one.`,
    unitAssumed: (unit: string): string => `${unit} (assumed)`,
    remembered: 'Remembered',
    twice: (other: string): string => `Already taken from “${other}”.`,
    noName: 'One column has to hold the names of the machines.',
    label: 'Columns of the file and the fields they are taken as',
    readAgain: 'Read again',
    isStale: 'The mapping was changed. Read the file again to see what comes of it.',
  },
  confirm: (count: number): string => (count === 0 ? 'Import' : `Import ${countOf(count, 'machine')}`),
  confirmAgain: (count: number): string => (count === 0 ? 'Import again' : `Update ${countOf(count, 'machine')}`),
  done: {
    title: (count: number): string => `Imported ${countOf(count, 'machine')}`,
    counts: (rows: number, machines: number, skipped: number): string =>
      `${countOf(rows, 'row')} of machines: ${formatNumber(machines)} taken, ${formatNumber(skipped)} left out.`,
    at: (instant: string): string => `Data of ${formatDay(instant)}`,
    show: 'Show inventory',
    exportSkipped: 'Export the rows left out',
    skippedTitle: (fileName: string): string => `Rows left out of ${fileName}`,
    notice: (fileName: string): string => `${fileName} was imported`,
    noticeText: (added: number, changed: number, unchanged: number): string =>
      `${formatNumber(added)} new, ${formatNumber(changed)} changed, ${formatNumber(unchanged)} unchanged.`,
    journal: 'Show in journal',
  },
} as const;
