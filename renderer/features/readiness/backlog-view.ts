import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import type { TaskState } from '../../../shared/domain/backlog.ts';
import type { BacklogFilter } from './use-backlog.ts';

/** What the backlog shows; `null` does not narrow. */
export interface BacklogView {
  readonly state: TaskState | null;
  /** A name, or everybody's tasks, or those of nobody. */
  readonly owner: { readonly name: string | null } | null;
  readonly waveId: string | null;
  readonly ruleId: string | null;
  readonly text: string;
}

export const FIRST_BACKLOG: BacklogView = { state: null, owner: null, waveId: null, ruleId: null, text: '' };

export function backlogFilter(view: BacklogView): BacklogFilter {
  const text = view.text.trim();
  return {
    ...(view.state === null ? {} : { state: view.state }),
    ...(view.owner === null ? {} : { owner: view.owner.name }),
    ...(view.waveId === null ? {} : { waveId: view.waveId }),
    ...(view.ruleId === null ? {} : { ruleId: view.ruleId }),
    ...(text === '' ? {} : { text }),
  };
}

export function isBacklogFiltered(view: BacklogView): boolean {
  return Object.keys(backlogFilter(view)).length > 0;
}

export function taskKey(task: Pick<TaskView, 'ruleId' | 'machineId'>): string {
  return `${task.ruleId}|${task.machineId}`;
}

/** Whether a task should have been done by now; `today` is an ISO date. */
export function isOverdue(task: Pick<TaskView, 'dueOn' | 'state'>, today: string): boolean {
  return task.dueOn !== null && task.dueOn < today && (task.state === 'open' || task.state === 'in-progress');
}

/** The local day as an ISO date. */
export function localDay(now: number): string {
  const date = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
