import type { Problem } from '../problem.ts';

/**
 * What may be added to each window, `window * dimensions + dimension`. A stock counts everything up to a window, so the room
 * of a window is the least that it and all later ones leave beside what stands already; `windowOf` says what does.
 */
export function roomOf({ windows, dimensions, capacity, isStock, demand, count }: Problem, windowOf: Int32Array | null): Float64Array {
  const room = capacity.slice();
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    if (isStock[dimension] !== true) continue;
    if (windowOf !== null) {
      const used = new Float64Array(windows);
      for (let item = 0; item < count; item += 1)
        if (windowOf[item]! >= 0) used[windowOf[item]!]! += demand[item * dimensions + dimension]!;
      let sum = 0;
      for (let window = 0; window < windows; window += 1) {
        sum += used[window]!;
        room[window * dimensions + dimension]! -= sum;
      }
    }
    for (let window = windows - 2; window >= 0; window -= 1) {
      const at = window * dimensions + dimension;
      room[at] = Math.min(room[at]!, room[at + dimensions]!);
    }
  }
  return room;
}
