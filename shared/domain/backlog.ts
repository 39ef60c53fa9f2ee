import type { Instant, MachineId, RuleId } from './ids.ts';

/** `fixed`: somebody says so; data prove it or contradict it. `accepted`: it stays as it is, with a reason. */
export const TASK_STATES = ['open', 'in-progress', 'fixed', 'accepted'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What people wrote down about one finding of one machine. A finding without such a mark is an open task of nobody. */
export interface TaskMark {
  readonly ruleId: RuleId;
  readonly machineId: MachineId;
  readonly owner: string | null;
  /** ISO date without a time. */
  readonly dueOn: string | null;
  readonly state: TaskState;
  /** Why it is accepted, or what was done. */
  readonly note: string | null;
  /** Who set the state, and when; data that are newer may contradict it. */
  readonly stateBy: string;
  readonly stateAt: Instant;
  /** Canonical JSON of the values seen when the state was set. */
  readonly seen: string | null;
}

/** Marks of one machine, by rule. */
export type MachineTasks = ReadonlyMap<RuleId, TaskMark>;
