import type { PlanInput } from './model.ts';

/** The problem in index form, for the inner loops. Built once per solve. */
export interface IndexedProblem {
  readonly input: PlanInput;
  readonly count: number;
  readonly demands: readonly (readonly number[])[];
  /** First and last window each group may take, after propagating dates and precedence. */
  readonly earliest: readonly number[];
  readonly latest: readonly number[];
  readonly isAllowed: (group: number, window: number) => boolean;
  readonly strictBefore: readonly (readonly number[])[];
  readonly weakBefore: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly conflictsOf: readonly ReadonlySet<number>[];
  /** Longest chain of groups that must follow, for ordering. */
  readonly tail: readonly number[];
}

/** Order in which groups are offered to a window; higher first. */
export type Priority = (group: number) => number;

/**
 * Fills window after window with the groups that may stand there, best first, and goes on with the next. Groups that must
 * move together were contracted to one before. Returns the window of each group, or `null` when some group was left.
 */
export function fillWindows(problem: IndexedProblem, priority: Priority): Int32Array | null {
  const { input, count } = problem;
  const placed = new Int32Array(count).fill(-1);
  const order = Array.from({ length: count }, (_, index) => index).toSorted(
    (a, b) => problem.latest[a]! - problem.latest[b]! || priority(b) - priority(a) || a - b,
  );
  const stock = input.resources.map(() => 0);
  let left = count;
  for (let window = 0; window < input.windows.length && left > 0; window += 1) {
    const capacities = input.windows[window]!.capacities;
    if (input.windows[window]!.isFrozen) continue;
    const load = input.resources.map(() => 0);
    const members: number[] = [];
    // A group placed now may open the way for one that may share its window, so the list is offered until nothing fits.
    for (let isProgress = true; isProgress;) {
      isProgress = false;
      for (const group of order) {
        if (placed[group] !== -1 || !mayStand(problem, placed, group, window) || !fits(problem, group, capacities, load, stock)) continue;
        if (members.some((member) => problem.conflictsOf[group]!.has(member))) continue;
        placed[group] = window;
        members.push(group);
        left -= 1;
        for (const [resource, demand] of problem.demands[group]!.entries()) load[resource]! += demand;
        isProgress = true;
      }
    }
    for (const [resource, sum] of load.entries()) stock[resource]! += sum;
    if (order.some((group) => placed[group] === -1 && problem.latest[group]! <= window)) return null;
  }
  return left === 0 ? placed : null;
}

function mayStand(problem: IndexedProblem, placed: Int32Array, group: number, window: number): boolean {
  if (window < problem.earliest[group]! || window > problem.latest[group]! || !problem.isAllowed(group, window)) return false;
  for (const before of problem.strictBefore[group]!) if (placed[before] === -1 || placed[before]! >= window) return false;
  for (const before of problem.weakBefore[group]!) if (placed[before] === -1) return false;
  return true;
}

function fits(
  problem: IndexedProblem,
  group: number,
  capacities: readonly (number | null)[],
  load: readonly number[],
  stock: readonly number[],
): boolean {
  for (const [resource, demand] of problem.demands[group]!.entries()) {
    const capacity = capacities[resource] ?? null;
    if (capacity === null) continue;
    const before = problem.input.resources[resource]!.kind === 'stock' ? stock[resource]! : 0;
    if (before + load[resource]! + demand > capacity) return false;
  }
  return true;
}
