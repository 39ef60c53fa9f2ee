import type { Dates } from './spread-dates.ts';

/** What the exact search of windows is asked. */
export interface WindowQuestion {
  /** Items to place; all others are fixed and stand elsewhere. */
  readonly items: Int32Array;
  /** Windows that may be used, rising. */
  readonly windows: Int32Array;
  /** No more than this many of them. */
  readonly mostUsed: number;
  readonly dates: Dates;
  /** What the items may use of each window, as in `roomOf`. */
  readonly room: Float64Array;
  /** Order in which items are tried: high first. */
  readonly values: Float64Array;
  /** Steps (an item taken or left) before giving up. */
  readonly mostSteps: number;
  readonly mostStates: number;
  /** The dimension that is scarce to the last unit, if one is: windows are then filled by reachable sums. */
  readonly tight?: number;
  /** Only some items are placed anew: windows that must hold something are looked after elsewhere. */
  readonly isPart?: boolean;
}

/** For each place in the list of windows: the sum of room from there on, and the largest room of one window from there on. */
export function roomFromEachWindow({ windows, room }: WindowQuestion, dimensions: number): Float64Array {
  const result = new Float64Array((windows.length + 1) * 2 * dimensions);
  for (let index = windows.length - 1; index >= 0; index -= 1) {
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const own = room[windows[index]! * dimensions + dimension]!;
      const at = index * 2 * dimensions + dimension;
      result[at] = result[at + 2 * dimensions]! + own;
      result[at + dimensions] = Math.max(result[at + 3 * dimensions]!, own);
    }
  }
  return result;
}
