import { createColumnBound, createLoadPricer } from './columns/column-bound.ts';
import type { Column } from './columns/covering-master.ts';
import { buildLoadProblem, type LoadProblem } from './columns/load-problem.ts';
import { largestCapacity } from './exclusion.ts';
import type { PlanBound } from './model.ts';
import { demandOf, objectiveOfWaves, type Problem } from './problem.ts';
import { waveWords } from './simple-bounds.ts';

/** The loads of a problem whatever its order: what bounds these waves bounds every plan. */
export function loadsOf(problem: Problem, areExclusive: ((a: number, b: number) => boolean) | null): LoadProblem {
  const largest = largestCapacity(problem);
  const perWindow = Array.from({ length: problem.dimensions }, (_, dimension) => dimension).filter(
    (dimension) => problem.isStock[dimension] !== true && Number.isFinite(largest[dimension]!),
  );
  const fitsBoth = (a: number, b: number): boolean => {
    const first = demandOf(problem, a);
    const second = demandOf(problem, b);
    return perWindow.every((dimension) => first[dimension]! + second[dimension]! <= largest[dimension]!);
  };
  return buildLoadProblem({
    count: problem.count,
    demandOf: (item) => perWindow.map((dimension) => demandOf(problem, item)[dimension]!),
    capacity: perWindow.map((dimension) => largest[dimension]!),
    // Pairs that capacity keeps apart need no rule of their own: it would only split kinds.
    areExclusive: areExclusive === null ? null : (a, b) => fitsBoth(a, b) && areExclusive(a, b),
  });
}

export function createColumns(loads: LoadProblem) {
  return createColumnBound(loads, createLoadPricer(loads));
}

/** Loads of a plan, as columns to start from. */
export function columnsOf(loads: LoadProblem, windowOf: Int32Array): Column[] {
  const items = Map.groupBy(windowOf.keys(), (item) => windowOf[item]!);
  return [...items.values()].map((members) => {
    const kinds = Map.groupBy(members, (item) => loads.kindOf[item]!);
    return { rows: Int32Array.from(kinds.keys()), times: Int32Array.from(kinds.values(), (same) => same.length) };
  });
}

/** A weighing of items as a bound with its certificate. */
export function weightBound(problem: Problem, weights: Float64Array, most: number): PlanBound {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const waves = most > 0 ? Math.ceil(total / most) : 0;
  const named = [...weights].flatMap((weight, item) => (weight > 0 ? [[problem.members[item]![0]!, weight] as const] : []));
  return {
    value: objectiveOfWaves(problem, waves),
    certificate: { kind: 'weights', weights: named, most },
    reason:
      `Weighed by how hard the groups are to combine, everything together weighs ${(total / most).toFixed(2)} times what one wave ` +
      `can carry at most, so at least ${waveWords(waves)} are needed.`,
  };
}
