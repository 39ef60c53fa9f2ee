import type { PlanGroup, PlanInput, PlanPrecedence, PlanResource, PlanWindow } from '../../../shared/planner/model.ts';

export interface UniformProblem {
  /** One entry per dimension. */
  readonly capacities: readonly number[];
  /** Demand per dimension of each item. */
  readonly items: readonly (readonly number[])[];
  /** Pairs of item places, from 0: the first not later than the second. */
  readonly weakBefore?: readonly (readonly [number, number])[];
  readonly conflicts?: readonly (readonly [number, number])[];
}

/** A published packing or balancing problem as planner input: as many equal windows as there are items. */
export function uniformInput({ capacities, items, weakBefore = [], conflicts = [] }: UniformProblem): PlanInput {
  const idOf = (item: number): string => `g${item + 1}`;
  const resources = capacities.map((_, index): PlanResource => ({
    id: `r${index + 1}`,
    title: `Dimension ${index + 1}`,
    unit: 'units',
    kind: 'per-window',
  }));
  const groups = items.map((demands, index): PlanGroup => ({ id: idOf(index), title: `Group ${index + 1}`, demands }));
  const windows = items.map((_, index): PlanWindow => ({ id: `w${index + 1}`, title: `Window ${index + 1}`, isFrozen: false, capacities }));
  const precedences = weakBefore.map(([before, after]): PlanPrecedence => ({ before: idOf(before), after: idOf(after), kind: 'weak' }));
  return {
    resources,
    windows,
    groups,
    precedences,
    conflicts: conflicts.map(([a, b]) => [idOf(a), idOf(b)] as const),
    together: [],
    objective: 'fewest-waves',
  };
}
