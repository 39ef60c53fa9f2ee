import type { WorkClock } from '../work-clock.ts';
import { createCoveringMaster, type Column, type CoveringMaster } from './covering-master.ts';
import { createLoadSearch, type HeaviestLoad } from './heaviest-load.ts';
import { createKnapsack, hasSmallTable } from './knapsack.ts';
import type { LoadProblem } from './load-problem.ts';

/** Whole weights of the kinds under which no load weighs more than `most`: at least `total / most` waves are needed. */
export interface KindWeighing {
  readonly weights: Float64Array;
  readonly most: number;
  readonly bound: number;
}

export interface LoadPricer {
  readonly find: (weights: Float64Array, keepAbove?: number) => HeaviestLoad;
}

/** Enough to find a load that is worth having; only when there seems to be none is the search made thorough. */
const FEW_NODES = 3000;
const MANY_NODES = 200_000;

export function createLoadPricer(problem: LoadProblem): LoadPricer {
  const search = createLoadSearch(problem);
  const knapsack = hasSmallTable(problem) ? createKnapsack(problem) : null;
  const mix = scarcityMix(problem);
  return {
    find(weights, keepAbove = Infinity) {
      if (knapsack !== null) return knapsack(weights, keepAbove);
      const quick = search.find(weights, { mix, mostNodes: FEW_NODES, keepAbove });
      return quick.isExact || quick.weight > keepAbove ? quick : search.find(weights, { mix, mostNodes: MANY_NODES, keepAbove });
    },
  };
}

/** Share of each limited dimension in the mix: as much as the dimension is asked for. */
function scarcityMix({ kinds, dimensions, demand, capacity, copies }: LoadProblem): Float64Array {
  const mix = new Float64Array(dimensions);
  let sum = 0;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    if (!Number.isFinite(capacity[dimension]!)) continue;
    let total = 0;
    for (let kind = 0; kind < kinds; kind += 1) total += copies[kind]! * demand[kind * dimensions + dimension]!;
    mix[dimension] = (total / Math.max(1, capacity[dimension]!)) ** 4;
    sum += mix[dimension]!;
  }
  if (sum > 0) for (let dimension = 0; dimension < dimensions; dimension += 1) mix[dimension]! /= sum;
  return mix;
}

/**
 * The bound of Gilmore and Gomory: the linear program over all possible loads. Its prices are a weighing of the kinds; after
 * rounding them down to whole numbers the heaviest load is found once more, so that the bound holds to the last unit.
 */
export function createColumnBound(problem: LoadProblem, pricer: LoadPricer, demands: Int32Array = problem.copies) {
  const { kinds } = problem;
  const startTimes = Int32Array.from({ length: kinds }, (_, kind) => timesAlone(problem, kind));
  const master: CoveringMaster = createCoveringMaster(demands, startTimes);
  const pool: Column[] = [];
  const separation = new Float64Array(kinds);
  let bestPrices: Float64Array | null = null;
  let bestBound = 0;
  let smoothing = 0;
  const known = new Set<string>();
  let isDone = false;
  let work = 0;

  /** Steps with what is known already, always the one that saves most, before a new column is looked for. */
  function enterKnown(clock: WorkClock, untilMs: number): void {
    while (clock.now() < untilMs) {
      let best: Column | null = null;
      let least = master.leastPrice();
      for (const column of pool) {
        const gain = master.reducedCost(column);
        if (gain >= least) continue;
        least = gain;
        best = column;
      }
      if (!(best === null ? master.enterSurplus() : master.enter(best))) return;
      clock.spend(kinds * kinds * 0.001 + pool.length * 0.01);
    }
  }

  function addColumn(column: Column): void {
    const key = `${column.rows.join()}:${column.times.join()}`;
    if (known.has(key)) return;
    known.add(key);
    pool.push(column);
  }

  function price(): void {
    for (let kind = 0; kind < kinds; kind += 1) {
      const current = Math.max(0, master.prices[kind]!);
      separation[kind] = bestPrices === null ? current : smoothing * bestPrices[kind]! + (1 - smoothing) * current;
    }
    const load = pricer.find(separation, 1 + 1e-9);
    work += 1;
    let sum = 0;
    for (let kind = 0; kind < kinds; kind += 1) sum += demands[kind]! * separation[kind]!;
    const bound = sum / Math.max(load.bound, 1e-12);
    if (bound > bestBound + 1e-9) {
      bestBound = bound;
      const scale = 1 / Math.max(load.bound, 1e-12);
      bestPrices = separation.map((value) => value * scale);
    }
    const column: Column = { rows: Int32Array.from(load.kinds), times: Int32Array.from(load.times) };
    for (const other of load.others ?? []) addColumn({ rows: Int32Array.from(other.kinds), times: Int32Array.from(other.times) });
    if (master.enter(column)) {
      addColumn(column);
      smoothing = 0.5;
    } else if (smoothing > 0) smoothing = smoothing > 0.1 ? smoothing / 2 : 0;
    else isDone = true;
  }

  return {
    /** Works until the program is solved, its bound can no longer rise above `known`, it reaches `enough`, or `untilMs`. */
    run(clock: WorkClock, untilMs: number, { known: knownBound, enough }: { readonly known: number; readonly enough: number }): void {
      while (!isDone && clock.now() < untilMs) {
        enterKnown(clock, untilMs);
        const most = Math.ceil(master.value() * (1 - 2e-5) - 1e-6);
        isDone = most <= knownBound;
        if (isDone || clock.now() >= untilMs) return;
        price();
        clock.spend(50 + kinds);
        isDone ||= Math.ceil(bestBound - 1e-6) >= Math.min(enough, most);
      }
    },
    addColumn,
    isDone: () => isDone,
    value: () => master.value(),
    floatBound: () => bestBound,
    work: () => work,
    steps: () => master.steps(),
    solution: () => master.solution(),
    pool: (): readonly Column[] => pool,
    /** The best prices as whole numbers, with the exact heaviest load under them; `null` when that was too long a search. */
    weighing(): KindWeighing | null {
      if (bestPrices === null) return null;
      const weights = bestPrices.map((value) => Math.floor(value * SCALE + 1e-3));
      const load = pricer.find(weights);
      const most = Math.ceil(load.bound - 1e-6);
      let sum = 0;
      for (let kind = 0; kind < kinds; kind += 1) sum += problem.copies[kind]! * weights[kind]!;
      return most <= 0 ? null : { weights, most, bound: Math.ceil(sum / most) };
    },
  };
}

const SCALE = 1_000_000;

function timesAlone({ dimensions, demand, capacity, copies }: LoadProblem, kind: number): number {
  let most = copies[kind]!;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const each = demand[kind * dimensions + dimension]!;
    if (each > 0) most = Math.min(most, Math.floor(capacity[dimension]! / each));
  }
  return Math.max(1, most);
}
