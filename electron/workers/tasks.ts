import { failed, type Reply } from '../../shared/contract/failure.ts';
import { checkPlanTask, type CheckPlanTask } from './check-plan-task.ts';
import { comparePlansTask, type ComparePlansTask } from './compare-plans-task.ts';
import { makePlanTask, type MakePlanTask } from './make-plan-task.ts';
import { readCalendarTask, type ReadCalendarTask } from './read-calendar-task.ts';
import { readInventoryTask, type ReadInventoryTask } from './read-inventory-task.ts';
import { writeReportTask, writeTableTask, type WriteReportTask, type WriteTableTask } from './write-report-task.ts';

/** What one kind of work takes, tells on the way and gives. All of it crosses a process border, so it is plain data. */
export interface Task<Input, Progress, Output> {
  readonly input: Input;
  readonly progress: Progress;
  readonly output: Output;
}

export interface Tasks {
  readonly 'read-inventory': ReadInventoryTask;
  readonly 'read-calendar': ReadCalendarTask;
  readonly 'make-plan': MakePlanTask;
  readonly 'compare-plans': ComparePlansTask;
  readonly 'check-plan': CheckPlanTask;
  readonly 'write-report': WriteReportTask;
  readonly 'write-table': WriteTableTask;
}
export type TaskName = keyof Tasks;

export type TaskRunner<T extends Task<unknown, unknown, unknown>> = (
  input: T['input'],
  onProgress: (progress: T['progress']) => void,
  /** Whether the person asked to stop; only tasks that keep what they have look at it, the others are ended. */
  isStopped: () => boolean,
) => Promise<Reply<T['output']>>;

const runners: { readonly [N in TaskName]: TaskRunner<Tasks[N]> } = {
  'read-inventory': readInventoryTask,
  'read-calendar': readCalendarTask,
  'make-plan': makePlanTask,
  'compare-plans': comparePlansTask,
  'check-plan': checkPlanTask,
  'write-report': writeReportTask,
  'write-table': writeTableTask,
};

export interface TaskContext {
  readonly onProgress: (progress: unknown) => void;
  readonly isStopped: () => boolean;
}

/** Called in the worker with what the main process sent; both come from the same build, so the input is not checked again. */
export async function runTask(name: string, input: unknown, { onProgress, isStopped }: TaskContext): Promise<Reply<unknown>> {
  if (!Object.hasOwn(runners, name)) return failed('internal', `There is no task ${name}.`);
  const runner = runners[name as TaskName] as (
    input: unknown,
    onProgress: (progress: unknown) => void,
    isStopped: () => boolean,
  ) => Promise<Reply<unknown>>;
  return await runner(input, onProgress, isStopped);
}
