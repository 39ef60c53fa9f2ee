import type { TaskState } from '../../shared/domain/backlog.ts';
import type { Tone } from '../ui/tone.ts';
import { countOf, formatNumber } from './common-format.ts';

export const TASK_STATE_WORDS: Readonly<Record<TaskState, { readonly title: string; readonly tone: Tone }>> = {
  open: { title: 'Open', tone: 'neutral' },
  'in-progress': { title: 'Under way', tone: 'running' },
  fixed: { title: 'Mended', tone: 'done' },
  accepted: { title: 'Accepted', tone: 'ready' },
};

/** Words of the fix backlog. */
export const backlogText = {
  title: 'Fix backlog',
  gridLabel: 'Tasks of the fix backlog, the gravest first',
  columns: { task: 'Task', machine: 'Machine', owner: 'Owner', due: 'Due', state: 'State' },
  weight: 'Weight',
  seen: 'Values seen',
  remedy: 'What to do',
  note: 'Note',
  assign: 'Who, until when, how far',
  overdue: 'Overdue',
  find: 'Find a task',
  findPlaceholder: 'Task, machine or owner',
  allOwners: 'All owners',
  nobody: 'Nobody',
  wave: 'Wave',
  allWaves: 'All waves',
  choose: 'Choose a task to assign it, or assign everything that the list shows at once.',
  none: 'No task matches the filters.',
  loading: 'Reading the backlog …',
  readFailed: 'The backlog cannot be read',
  saveFailed: 'The task was not changed',
  save: 'Save',
  cancel: 'Cancel',
  unchanged: 'unchanged',
  nothingChanged: 'Nothing is changed yet.',
  acceptedNeedsNote: 'Say in the note why it is accepted as it is.',
  blockersAreOverridden: 'A blocker is not accepted: mend it, or override it on the machine with your name and a reason.',
  by: (who: string, when: string): string => `${who}, ${when}`,
  proven: 'The newest data show that it is mended.',
  unproven: 'No newer data show it yet; it keeps its wave from being ready until they do.',
  showMachine: 'Show the machine',
  showRule: 'Show the rule',
  sameRule: 'All tasks of this rule',
  bulk: (count: number): string => `Assign all ${formatNumber(count)}…`,
  bulkTitle: (count: number): string => `Assign ${countOf(count, 'task')}`,
  bulkText: 'What is filled in here is set for every task that the list shows now. Empty fields leave the tasks as they are.',
  bulkSave: (count: number): string => `Change ${countOf(count, 'task')}`,
  changed: (count: number): string => `${countOf(count, 'task')} changed.`,
  showInJournal: 'Show in journal',
  readOnly: 'This file can only be read.',
} as const;
