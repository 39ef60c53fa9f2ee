import type { TaskState } from '../domain/backlog.ts';
import type { MachineId, RuleId, WaveId } from '../domain/ids.ts';
import type { Severity } from '../readiness/rule.ts';
import { createTaskReader, type BacklogFacts } from './machine-tasks.ts';
import type { Task } from './task.ts';

/** A task with the names that people look for. */
export interface ListedTask extends Task {
  readonly machineName: string;
  readonly waveId: WaveId | null;
}

export interface TaskFilter {
  readonly ruleId?: RuleId | undefined;
  readonly machineId?: MachineId | undefined;
  readonly waveId?: WaveId | undefined;
  readonly severity?: Severity | undefined;
  readonly state?: TaskState | undefined;
  /** `null`: tasks of nobody. */
  readonly owner?: string | null | undefined;
  /** ISO date: due on this day or earlier. */
  readonly dueBy?: string | undefined;
  /** Found in machine, rule or owner. */
  readonly text?: string | undefined;
}

export interface ListFacts extends BacklogFacts {
  readonly waveOf: (machineId: MachineId) => WaveId | null;
}

const SEVERITIES: readonly Severity[] = ['refused', 'blocker', 'warning'];
const SLICE = 200;

/**
 * All tasks of machines in scope: the gravest first, then rule by rule, machines by name. Ten thousand machines have some
 * hundred thousand tasks, so they are put into their places instead of being sorted. Yields between slices.
 */
export function* listTasks(facts: ListFacts): Generator<void, readonly ListedTask[], void> {
  const tasksOf = createTaskReader(facts);
  const machines = [...facts.engagement.machines.values()].filter((machine) => machine.isInScope);
  const byName = machines.toSorted((a, b) => compareText(a.facts.name, b.facts.name));
  yield;
  const places = new Map<string, ListedTask[]>();
  let count = 0;
  for (const machine of byName) {
    const waveId = facts.waveOf(machine.id);
    for (const task of tasksOf(machine)) {
      const place = `${SEVERITIES.indexOf(task.severity)}|${task.ruleId}`;
      const known = places.get(place);
      const listed = { ...task, machineName: machine.facts.name, waveId };
      if (known === undefined) places.set(place, [listed]);
      else known.push(listed);
    }
    count += 1;
    if (count % SLICE === 0) yield;
  }
  const inOrder = [...places.keys()].toSorted(compareText).flatMap((place) => places.get(place) ?? []);
  return inOrder;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a task is what somebody asks for. `titleOf` gives the words of a rule, so that text finds them too. */
export function taskFilter(filter: TaskFilter, titleOf: (ruleId: RuleId) => string): (task: ListedTask) => boolean {
  const text = filter.text?.trim().toLowerCase() ?? '';
  const words = new Map<RuleId, string>();
  const wordsOf = (ruleId: RuleId): string => {
    const known = words.get(ruleId) ?? `${ruleId} ${titleOf(ruleId)}`.toLowerCase();
    words.set(ruleId, known);
    return known;
  };
  return (task) =>
    (filter.ruleId === undefined || task.ruleId === filter.ruleId) &&
    (filter.machineId === undefined || task.machineId === filter.machineId) &&
    (filter.waveId === undefined || task.waveId === filter.waveId) &&
    (filter.severity === undefined || task.severity === filter.severity) &&
    (filter.state === undefined || task.state === filter.state) &&
    (filter.owner === undefined || task.owner === filter.owner) &&
    (filter.dueBy === undefined || (task.dueOn !== null && task.dueOn <= filter.dueBy)) &&
    (text === '' ||
      task.machineName.toLowerCase().includes(text) ||
      wordsOf(task.ruleId).includes(text) ||
      task.owner?.toLowerCase().includes(text) === true);
}

export type TaskCounts = Record<TaskState, number>;

export function noTasks(): TaskCounts {
  return { open: 0, 'in-progress': 0, fixed: 0, accepted: 0 };
}

export function countTasks(tasks: Iterable<Pick<Task, 'state'>>): TaskCounts {
  const counts = noTasks();
  for (const { state } of tasks) counts[state] += 1;
  return counts;
}
