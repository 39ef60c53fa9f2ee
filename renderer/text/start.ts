import { countOf } from './common-format.ts';

/** Words of the start screen and of the dialogs that make and open engagements. */
export const startText = {
  title: 'Engagements',
  answer(count: number): string {
    return count === 0 ? 'One file holds everything about one customer.' : `${countOf(count, 'engagement')} opened on this computer.`;
  },
  actions: {
    label: 'Begin',
    new: { title: 'New engagement', text: 'A new file for one customer' },
    open: { title: 'Open…', text: 'A .landfall file on this computer' },
    import: { title: 'Import a file…', text: 'RVTools or any table of machines' },
    sample: { title: 'Sample engagement', text: 'A fictional ferry line, 120 machines' },
  },
  sampleOpening: 'Opening the sample engagement',
  dropHint: 'Or drop an inventory anywhere in this window.',
  recent: {
    title: 'Recent',
    name: 'Engagement',
    customer: 'Customer',
    machines: 'Machines',
    lastOpened: 'Last opened',
    actions: 'Actions',
    open: (name: string): string => `Open ${name}`,
    isOpen: 'Open now',
    isSample: 'Fictional',
    missing: 'File not found',
    missingHint: (path: string): string =>
      `There is no file at ${path} any more. It may have been moved, renamed or be on a drive that is not connected.`,
    forget: (name: string): string => `Forget ${name}`,
    forgetHint: 'Takes it off this list. The file itself stays.',
    none: 'Nothing has been opened yet',
    noneText: 'Engagements that were opened on this computer are listed here. The sample shows what one looks like with data in it.',
  },
  notOpened: 'The engagement was not opened',
  sampleNotOpened: 'The sample engagement was not opened',
  recentNotRead: 'The list of recent engagements was not read',
  notForgotten: 'The engagement was not taken off the list',
} as const;

export const newEngagementText = {
  title: 'New engagement',
  name: 'Name',
  namePlaceholder: 'Data centre exit 2027',
  nameMissing: 'Give the engagement a name.',
  customer: 'Customer',
  customerHint: 'Stands on every report.',
  scenarios: 'Scenarios',
  scenariosHint: 'What is migrated from where. Can be changed later.',
  scenariosMissing: 'Choose at least one scenario.',
  place: 'File',
  placeIn: (fileName: string, folder: string): string => `${fileName} in ${folder}`,
  change: 'Choose another place…',
  hideFolders: 'Hide folders',
  create: 'Create',
  creating: 'Creating …',
  cancel: 'Cancel',
  dialogFailed: 'The file dialog could not be shown',
} as const;

export const openEngagementText = {
  title: 'Open engagement',
  open: 'Open',
  opening: 'Opening …',
  cancel: 'Cancel',
  noneChosen: 'Choose a .landfall file.',
} as const;

export const folderText = {
  path: 'Folder',
  go: 'Go',
  up: 'One folder up',
  listLabel: (folder: string): string => `Folders and engagements in ${folder}`,
  loading: 'Reading the folder …',
  empty: 'No folder and no engagement here.',
  emptyFolders: 'No folder here.',
} as const;
