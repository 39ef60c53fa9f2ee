import type { TaskKind } from '../store/state.ts';

/** What a running task is called. */
export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  import: 'Reading file',
  plan: 'Planning waves',
  report: 'Writing report',
  verify: 'Verifying journal',
  azure: 'Reading Azure',
};
