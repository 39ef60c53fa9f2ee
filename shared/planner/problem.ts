import type { PlanInput } from './model.ts';

/**
 * The planner's problem with numbers for names, built once per solve: groups that must move together are one item, frozen
 * windows are gone, items stand in the order of their first id, so that the order of the input changes nothing.
 */
export interface Problem {
  readonly input: PlanInput;
  readonly count: number;
  readonly dimensions: number;
  /** `demand[item * dimensions + dimension]`. */
  readonly demand: Float64Array;
  readonly isStock: readonly boolean[];
  /** Number of windows that are not frozen. */
  readonly windows: number;
  /** `capacity[window * dimensions + dimension]`; `Infinity` = no limit. */
  readonly capacity: Float64Array;
  /** Place of an open window in `input.windows`. */
  readonly placeOf: Int32Array;
  /** Windows in which something must move, rising. */
  readonly required: readonly number[];
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Windows closed to an item besides its dates, a byte for each item and window; `null` when there are none. */
  readonly closed: Uint8Array | null;
  readonly edges: readonly Edge[];
  readonly previous: readonly (readonly Link[])[];
  readonly next: readonly (readonly Link[])[];
  /** Items that must not share a window with this one, rising. */
  readonly conflicts: readonly Int32Array[];
  readonly isEarliestFinish: boolean;
  /** Ids of the groups behind each item. */
  readonly members: readonly (readonly string[])[];
}

export interface Edge {
  readonly before: number;
  readonly after: number;
  readonly isStrict: boolean;
}

export interface Link {
  readonly item: number;
  readonly isStrict: boolean;
}

export function demandOf({ demand, dimensions }: Problem, item: number): Float64Array {
  return demand.subarray(item * dimensions, (item + 1) * dimensions);
}

export function mayStandIn({ earliest, latest, closed, windows }: Problem, item: number, window: number): boolean {
  return window >= earliest[item]! && window <= latest[item]! && (closed === null || closed[item * windows + window] === 0);
}

/** What an objective counts when these windows are used: how many, or the place of the last one in the whole calendar. */
export function objectiveValue({ isEarliestFinish, placeOf }: Problem, windowOf: Int32Array): number {
  if (windowOf.length === 0) return 0;
  if (!isEarliestFinish) return new Set(windowOf).size;
  return placeOf[windowOf.reduce((last, window) => (window > last ? window : last), 0)]! + 1;
}

/** The least value of the objective with so many waves: for the earliest finish, the first windows that are open. */
export function objectiveOfWaves({ isEarliestFinish, placeOf }: Problem, waves: number): number {
  if (!isEarliestFinish || waves === 0) return waves;
  return waves <= placeOf.length ? placeOf[waves - 1]! + 1 : Infinity;
}
