import { lowerBound } from './bounds.ts';
import { fillWindows, type IndexedProblem, type Priority } from './fill-windows.ts';
import { indexProblem } from './index-problem.ts';
import type { PlanInput, PlanResult, SolveOptions } from './model.ts';

/**
 * Assigns groups to windows with few waves, keeping every rule. Deterministic: the same input gives the same plan. Tries
 * several ways of ordering the groups and keeps the best; stops as soon as a plan reaches the proven lower bound.
 */
export function planWaves(input: PlanInput, options: SolveOptions): PlanResult {
  const indexed = indexProblem(input);
  if (!indexed.ok) return { status: 'contradiction', contradiction: indexed.contradiction };
  const { problem, membersOf } = indexed;
  const bound = lowerBound(problem);
  const startedAt = options.nowMs();
  let best: { readonly placed: Int32Array; readonly value: number } | null = null;
  for (const [index, priority] of priorities(problem).entries()) {
    const elapsedMs = options.nowMs() - startedAt;
    if (options.isCancelled?.() === true || (best !== null && elapsedMs > options.timeLimitMs)) break;
    const placed = fillWindows(problem, priority);
    if (placed !== null) {
      const value = objectiveValue(input, placed);
      if (best === null || value < best.value) best = { placed, value };
    }
    options.onProgress?.({ elapsedMs, upper: best?.value ?? null, lower: bound.value, by: `ordering ${index + 1}` });
    if (best !== null && best.value <= bound.value) break;
  }
  if (best === null) return { status: 'undecided', bound };
  const assignment: Record<string, string> = {};
  for (const [group, window] of best.placed.entries())
    for (const id of membersOf[group] ?? []) assignment[id] = input.windows[window]?.id ?? '';
  return { status: 'planned', assignment, value: best.value, bound, isProvenOptimal: best.value === bound.value };
}

function objectiveValue(input: PlanInput, placed: Int32Array): number {
  return input.objective === 'fewest-waves' ? new Set(placed).size : Math.max(-1, ...placed) + 1;
}

/** Ways to say which group goes first: large ones, long chains behind them, and weighted mixes of both. */
function priorities(problem: IndexedProblem): Priority[] {
  const { input } = problem;
  const totals = input.resources.map((_, resource) => problem.demands.reduce((sum, demand) => sum + (demand[resource] ?? 0), 0));
  const capacity = input.resources.map((_, resource) =>
    input.windows.reduce((most, window) => Math.max(most, window.capacities[resource] ?? 0), 0),
  );
  const share = (group: number, resource: number): number =>
    capacity[resource]! > 0 ? (problem.demands[group]![resource] ?? 0) / capacity[resource]! : 0;
  const scarcity = totals.map((total, resource) => (capacity[resource]! > 0 ? total / capacity[resource]! : 0));
  const weighted = (weights: readonly number[]) => (group: number) =>
    weights.reduce((sum, weight, resource) => sum + weight * share(group, resource), 0);
  const sizes: Priority[] = [
    weighted(scarcity),
    weighted(input.resources.map(() => 1)),
    (group) => Math.max(0, ...input.resources.map((_, resource) => share(group, resource))),
    ...input.resources.map((_, only) => (group: number) => share(group, only)),
  ];
  const chainWeights = [1, 0.3, 0.05, 0, 3];
  return chainWeights.flatMap((weight) => sizes.map((size) => (group: number) => size(group) + weight * problem.tail[group]!));
}
