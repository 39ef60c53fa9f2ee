import type { EventPayload } from '../../shared/contract/events.ts';
import type { MachineRow } from '../../shared/contract/shapes.ts';
import type { AppState, TaskView } from './state.ts';

/** What became of an event: applied, older than what is shown, or impossible to apply without what lies between. */
export type Applied =
  | { readonly kind: 'applied'; readonly changes: Partial<AppState>; readonly mustReloadMachines: boolean }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'gap' };

/**
 * Puts the parts that changed in place of the old ones. An event that is not newer than the snapshot is ignored; one that
 * builds on a state this window has not seen is a gap, and the caller fetches a new snapshot.
 */
export function applyEngagementChanged(state: AppState, event: EventPayload<'engagement.changed'>): Applied {
  const { snapshot } = state;
  if (snapshot === null) return { kind: 'gap' };
  if (event.seq <= snapshot.seq) return { kind: 'ignored' };
  if (event.previousSeq > snapshot.seq) return { kind: 'gap' };
  const changes: Partial<AppState> = { snapshot: { ...snapshot, ...withoutUndefined(event.parts), seq: event.seq } };
  const mustReloadMachines = event.machines.kind === 'reload';
  if (event.machines.kind !== 'changed') return { kind: 'applied', changes, mustReloadMachines };
  return {
    kind: 'applied',
    changes: { ...changes, ...applyRows(state, event.machines.rows, event.machines.removedIds) },
    mustReloadMachines,
  };
}

/** Replaces rows by id, keeps their order, puts new ones at the end, and drops what is gone from the selection as well. */
export function applyRows(
  state: Pick<AppState, 'machines' | 'machinesById' | 'selectedMachineIds'>,
  rows: readonly MachineRow[],
  removedIds: readonly string[],
): Pick<AppState, 'machines' | 'machinesById' | 'selectedMachineIds'> {
  const machinesById = new Map(state.machinesById);
  for (const id of removedIds) machinesById.delete(id);
  // A Map keeps the place of a key that is set again, so changed rows stay where they are.
  for (const row of rows) machinesById.set(row.id, row);
  const selectedMachineIds =
    removedIds.length === 0 ? state.selectedMachineIds : state.selectedMachineIds.filter((id) => machinesById.has(id));
  return { machines: [...machinesById.values()], machinesById, selectedMachineIds };
}

/** More points of one task no chart can show. */
const MOST_POINTS = 600;

/** Adds or replaces a running task. `startedAt` is set once, in milliseconds since the epoch. */
export function applyTaskProgress(tasks: readonly TaskView[], event: EventPayload<'task.progress'>, now: number): readonly TaskView[] {
  const known = tasks.find((task) => task.taskId === event.taskId);
  const { plan, ...progress } = event;
  const course = plan === undefined ? known?.course : [...(known?.course ?? []), plan].slice(-MOST_POINTS);
  const task: TaskView = { ...progress, startedAt: known?.startedAt ?? now, ...(course === undefined ? {} : { course }) };
  return known === undefined ? [...tasks, task] : tasks.map((other) => (other === known ? task : other));
}

export function applyTaskFinished(tasks: readonly TaskView[], taskId: string): readonly TaskView[] {
  return tasks.some((task) => task.taskId === taskId) ? tasks.filter((task) => task.taskId !== taskId) : tasks;
}

function withoutUndefined<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
