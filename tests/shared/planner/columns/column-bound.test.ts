import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createColumnBound, createLoadPricer } from '../../../../shared/planner/columns/column-bound.ts';
import { divePacking } from '../../../../shared/planner/columns/dive.ts';
import { createLoadSearch } from '../../../../shared/planner/columns/heaviest-load.ts';
import { createKnapsack, hasSmallTable } from '../../../../shared/planner/columns/knapsack.ts';
import { buildLoadProblem, type LoadProblem } from '../../../../shared/planner/columns/load-problem.ts';
import { createRandom } from '../../../../shared/planner/random.ts';
import { createWorkClock } from '../../../../shared/planner/work-clock.ts';

const seed = 20261125;

interface Items {
  readonly demands: readonly (readonly number[])[];
  readonly capacity: readonly number[];
  readonly apart: readonly (readonly [number, number])[];
}

function arbitraryItems(dimensions: number, mostApart: number): fc.Arbitrary<Items> {
  const demand = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: dimensions, maxLength: dimensions });
  const pair = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }));
  return fc.record({
    demands: fc.array(demand, { minLength: 1, maxLength: 7 }).map((list) => list.map(([first = 0, ...others]) => [first + 1, ...others])),
    capacity: fc.array(fc.integer({ min: 10, max: 16 }), { minLength: dimensions, maxLength: dimensions }),
    apart: fc.array(pair, { maxLength: mostApart }),
  });
}

function keptApart({ apart }: Items, a: number, b: number): boolean {
  return apart.some(([x, y]) => x !== y && ((x === a && y === b) || (x === b && y === a)));
}

function problemOf(items: Items): LoadProblem {
  const { demands, capacity, apart } = items;
  return buildLoadProblem({
    count: demands.length,
    demandOf: (item) => demands[item]!,
    capacity,
    areExclusive: apart.length === 0 ? null : (a, b) => keptApart(items, a, b),
  });
}

/** Every set of items that fits one wave. */
function loadsOf(items: Items): number[][] {
  const { demands, capacity } = items;
  const sets = Array.from({ length: 2 ** demands.length }, (_, mask) => [...demands.keys()].filter((item) => (mask & (1 << item)) !== 0));
  return sets.filter(
    (set) =>
      capacity.every((room, at) => set.reduce((sum, item) => sum + demands[item]![at]!, 0) <= room) &&
      set.every((a) => set.every((b) => !keptApart(items, a, b))),
  );
}

/** The fewest loads that carry everything, by trying all of them. */
function fewestLoads(items: Items): number {
  const masks = loadsOf(items).map((set) => set.reduce((mask, item) => mask | (1 << item), 0));
  const fewest = new Map([[0, 0]]);
  const all = 2 ** items.demands.length - 1;
  for (let mask = 1; mask <= all; mask += 1)
    fewest.set(mask, 1 + Math.min(...masks.filter((load) => load !== 0 && (load & mask) === load).map((load) => fewest.get(mask ^ load)!)));
  return fewest.get(all)!;
}

const weighed = (items: fc.Arbitrary<Items>) =>
  fc.record({ items, weights: fc.array(fc.nat({ max: 20 }), { minLength: 7, maxLength: 7 }) });

function heaviest(items: Items, problem: LoadProblem, weights: Float64Array): number {
  return Math.max(...loadsOf(items).map((set) => set.reduce((sum, item) => sum + weights[problem.kindOf[item]!]!, 0)));
}

/** Whether kinds and times are a load that fits. */
function isLoad(
  items: Items,
  problem: LoadProblem,
  { kinds, times }: { readonly kinds: readonly number[]; readonly times: readonly number[] },
): boolean {
  const set: number[] = [];
  for (const [at, kind] of kinds.entries()) {
    const members = [...problem.kindOf.keys()].filter((item) => problem.kindOf[item] === kind);
    if (members.length < times[at]!) return false;
    set.push(...members.slice(0, times[at]));
  }
  const wanted = set.toSorted((a, b) => a - b).join();
  return loadsOf(items).some((load) => load.join() === wanted);
}

describe('the heaviest load', () => {
  test('is found by the search in several dimensions and with items that are kept apart', () => {
    fc.assert(
      fc.property(weighed(arbitraryItems(2, 4)), ({ items, weights: list }) => {
        const problem = problemOf(items);
        const weights = Float64Array.from({ length: problem.kinds }, (_, kind) => list[kind]!);
        const mix = Float64Array.of(0.5, 0.5);
        const found = createLoadSearch(problem).find(weights, { mix, mostNodes: 100_000, keepAbove: Infinity });
        const most = heaviest(items, problem, weights);
        expect(found).toMatchObject({ weight: most, bound: most, isExact: true });
        expect(isLoad(items, problem, found)).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('cut short, it still says above what no load is', () => {
    fc.assert(
      fc.property(weighed(arbitraryItems(2, 0)), fc.nat({ max: 6 }), ({ items, weights: list }, mostNodes) => {
        const problem = problemOf(items);
        const weights = Float64Array.from({ length: problem.kinds }, (_, kind) => list[kind]!);
        const { bound, weight } = createLoadSearch(problem).find(weights, {
          mix: Float64Array.of(0.3, 0.7),
          mostNodes,
          keepAbove: Infinity,
        });
        const most = heaviest(items, problem, weights);
        expect([weight <= most + 1e-9, bound >= most - 1e-9]).toEqual([true, true]);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('is found by the table in one dimension, with the loads around it', () => {
    fc.assert(
      fc.property(weighed(arbitraryItems(1, 0)), ({ items, weights: list }) => {
        const problem = problemOf(items);
        expect(hasSmallTable(problem)).toBe(true);
        const weights = Float64Array.from({ length: problem.kinds }, (_, kind) => list[kind]!);
        const found = createKnapsack(problem)(weights, -1);
        expect(found.weight).toBe(heaviest(items, problem, weights));
        expect([found, ...(found.others ?? [])].every((load) => isLoad(items, problem, load))).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });
});

const clock = () => createWorkClock({ nowMs: () => 0, timeLimitMs: 10_000, isRepeatable: true });

describe('the linear program', () => {
  test('gives weights under which no load is heavier than it says, and a bound that no packing contradicts', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryItems(1, 0), arbitraryItems(2, 4)), (items) => {
        const problem = problemOf(items);
        const columns = createColumnBound(problem, createLoadPricer(problem));
        columns.run(clock(), 1000, { known: 0, enough: Infinity });
        const fewest = fewestLoads(items);
        const found = columns.weighing();
        if (found === null) throw new Error('no weighing');
        expect(heaviest(items, problem, found.weights)).toBeLessThanOrEqual(found.most);
        expect(found.bound).toBeGreaterThanOrEqual(1);
        expect(found.bound).toBeLessThanOrEqual(fewest);
        expect(columns.floatBound()).toBeLessThanOrEqual(columns.value() + 1e-3);
      }),
      { seed, numRuns: 150 },
    );
  });

  test('leads to a packing that carries everything once, in loads that fit, and as few as there can be', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryItems(1, 0), arbitraryItems(2, 4)), (items) => {
        const problem = problemOf(items);
        const fewest = fewestLoads(items);
        const request = { problem, pool: [], fewerThan: fewest + 1, untilMs: 5000, random: createRandom(1) };
        const packing = divePacking(request, clock());
        if (packing === null) throw new Error('no packing');
        expect(packing.length).toBeLessThanOrEqual(fewest);
        const carried = new Int32Array(problem.kinds);
        for (const { rows, times } of packing) for (const [at, kind] of rows.entries()) carried[kind]! += times[at]!;
        expect([...carried]).toEqual([...problem.copies]);
        expect(packing.every(({ rows, times }) => isLoad(items, problem, { kinds: [...rows], times: [...times] }))).toBe(true);
      }),
      { seed, numRuns: 100 },
    );
  });
});
