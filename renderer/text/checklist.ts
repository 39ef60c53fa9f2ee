import { formatNumber } from './common-format.ts';

/** Words of the checklist screen. */
export const checklistText = {
  title: 'Checklist',
  answer(done: number, total: number, next: string | null): string {
    if (total === 0) return 'No step is needed yet.';
    if (done >= total) return 'Every step is done.';
    return next === null ? `${done} of ${total} done; every open step waits for something` : `${done} of ${total} done; next: ${next}`;
  },
  path: 'Phases',
  allPhases: 'All phases',
  phaseProgress: (done: number, total: number): string => `${formatNumber(done)} of ${formatNumber(total)} done`,
  states: {
    done: 'Done',
    partly: 'Under way',
    open: 'Open',
    blocked: 'Waits',
    'not-needed': 'Not applicable',
  },
  itemStates: { open: 'Open', done: 'Done', 'not-applicable': 'Not applicable' },
  show: { all: 'All', todo: 'Can be done now', open: 'Unfinished', blocked: 'Waits', done: 'Done' },
  showLabel: 'State',
  roleLabel: 'Who',
  allRoles: 'Everyone',
  waveLabel: 'Wave',
  allWaves: 'All waves',
  searchLabel: 'Find a step',
  searchPlaceholder: 'Step',
  listLabel: 'Steps',
  noMatch: 'No step matches the filters.',
  clearFilters: 'Clear filters',
  counts: (shown: number, total: number): string => (shown === total ? `${total} steps` : `${shown} of ${total} steps`),
  roles: {
    'migration-consultant': 'Migration consultant',
    'azure-administrator': 'Azure administrator',
    'entra-administrator': 'Entra administrator',
    network: 'Network',
    'server-owner': 'Owner of the machine',
    'virtualization-administrator': 'Virtualisation administrator',
    'aws-administrator': 'AWS administrator',
    'licence-manager': 'Licence manager',
    security: 'Security',
  },
  per: {
    engagement: 'once',
    vault: 'per vault',
    site: 'per site',
    wave: 'per wave',
    machine: 'per machine',
  },
  waitsFor: (reason: string): string => `Waits: ${reason}`,
  critical: 'Critical',
  criticalMeaning: 'Its wave is not ready before this is done.',
  evidenceNeeded: 'Evidence needed',
  chooseStep: 'Choose a step to see what to do and to mark it.',
  who: 'Who',
  whatToDo: 'What to do',
  doneWhen: 'Done when',
  verification: 'How it is checked',
  evidenceAsked: 'Evidence asked for',
  typicalTime: 'Typical time',
  badOutcome: 'If it goes wrong',
  condition: 'Why this step is here',
  sources: 'Sources',
  items: (kind: string): string => ({ machine: 'Machines', wave: 'Waves', vault: 'Vaults', site: 'Sites' })[kind] ?? 'Where it stands',
  itemsChosen: (chosen: number, total: number): string => `${formatNumber(chosen)} of ${formatNumber(total)} chosen`,
  chooseAll: 'Choose all that can be marked',
  chooseNone: 'Choose none',
  loadingItems: 'Reading …',
  noItems: 'This step concerns nothing yet. Its items appear when there are waves or machines in scope.',
  mark: {
    heading: 'Mark this step',
    headingMany: (count: number): string => `Mark ${formatNumber(count)} items with one piece of evidence`,
    note: 'Note',
    noteHint: 'What was done, seen or agreed',
    link: 'Link',
    linkHint: 'https://',
    file: 'File',
    chooseFile: 'Choose a file',
    removeFile: 'Remove the file',
    done: 'Mark done',
    doneMany: (count: number): string => `Mark ${formatNumber(count)} done`,
    notApplicable: 'Not applicable…',
    open: 'Open again',
    addEvidence: 'Add evidence only',
    reason: 'Reason why it is not applicable',
    reasonNeeded: 'A reason is needed: somebody will ask.',
    reasonSubmit: 'Mark not applicable',
    cancel: 'Cancel',
    uploading: (name: string): string => `Reading ${name} …`,
    marked: (count: number, state: string): string => `${count === 1 ? 'Marked' : `${formatNumber(count)} items marked`} ${state}.`,
    evidenceAdded: 'Evidence added.',
    fileTooLarge: 'A file of evidence has at most 50 MiB. Put a larger one on a file share and add a link.',
  },
  evidence: {
    heading: 'Evidence',
    none: 'No evidence yet.',
    by: (who: string, when: string): string => `${who}, ${when}`,
    download: (name: string): string => `Save ${name}`,
    preview: (name: string): string => `Preview ${name}`,
    close: 'Close the preview',
    noPreview: 'This kind of file has no preview. Save it to look at it.',
    kinds: { note: 'Note', link: 'Link', file: 'File' },
  },
  markedBy: (state: string, who: string, when: string): string => `${state} by ${who}, ${when}`,
  empty: {
    title: 'No steps yet',
    text: 'The checklist follows the scenarios of the engagement. Choose at least one scenario in the settings; the steps it needs then appear here, in the order in which they are done.',
    action: 'Open settings',
  },
} as const;

/** A role in words; one that this version does not know is shown as it is. */
export function roleTitle(role: string): string {
  const titles: Readonly<Record<string, string>> = checklistText.roles;
  return titles[role] ?? role;
}

/** How often a step comes up: once, or per wave, machine and so on. */
export function perTitle(per: string): string {
  const titles: Readonly<Record<string, string>> = checklistText.per;
  return titles[per] ?? per;
}
