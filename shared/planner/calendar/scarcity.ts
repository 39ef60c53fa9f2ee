import type { Problem } from '../problem.ts';

/** How scarce each dimension is in some windows, and what that makes of the size of an item. */
export interface Scarcity {
  /** Size of an item against a window, mostly in the scarcest dimension. */
  readonly sizes: Float64Array;
  /** The same measure for the room of a window. */
  readonly windowSizes: Float64Array;
  /** The scarcest dimension, -1 when none is limited. */
  readonly scarcest: number;
  /** Room that stays empty in the scarcest dimension when everything is placed, in windows. */
  readonly spareWindows: number;
}

/** The higher the sharpness, the more only the scarcest dimension counts. */
export function scarcityOf(problem: Problem, windows: Int32Array, sharpness: number): Scarcity {
  const { count, dimensions, demand, capacity, isStock } = problem;
  const total = new Float64Array(dimensions);
  const offered = new Float64Array(dimensions);
  const largest = new Float64Array(dimensions);
  for (let item = 0; item < count; item += 1)
    for (let dimension = 0; dimension < dimensions; dimension += 1) total[dimension]! += demand[item * dimensions + dimension]!;
  for (const window of windows) {
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const room = capacity[window * dimensions + dimension]!;
      offered[dimension] = isStock[dimension] === true ? Math.max(offered[dimension]!, room) : offered[dimension]! + room;
      largest[dimension] = Math.max(largest[dimension]!, room);
    }
  }
  const use = Float64Array.from({ length: dimensions }, (_, dimension) => usage(total[dimension]!, offered[dimension]!));
  const most = use.reduce((a, b) => Math.max(a, b), 0);
  const scarcest = most > 0 ? use.indexOf(most) : -1;
  const weights = use.map((value) => (most > 0 ? (value / most) ** sharpness : 0));
  const measure = (amounts: Float64Array, at: number): number => {
    let sum = 0;
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      if (weights[dimension]! > 0) sum += (weights[dimension]! * amounts[at + dimension]!) / largest[dimension]!;
    return sum;
  };
  return {
    sizes: Float64Array.from({ length: count }, (_, item) => measure(demand, item * dimensions)),
    windowSizes: Float64Array.from({ length: problem.windows }, (_, window) => measure(capacity, window * dimensions)),
    scarcest,
    spareWindows: scarcest < 0 ? Infinity : (offered[scarcest]! - total[scarcest]!) / largest[scarcest]!,
  };
}

function usage(total: number, offered: number): number {
  return Number.isFinite(offered) && offered > 0 ? total / offered : 0;
}
