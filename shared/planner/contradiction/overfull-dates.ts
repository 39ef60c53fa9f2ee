import type { Dates } from '../calendar/spread-dates.ts';
import type { Problem } from '../problem.ts';

/**
 * Is there a run of windows in which more must move than fits, in some resource? Looks at every run at once: items are
 * entered by their first and last window, and sums are carried over both.
 */
export function hasOverfullDates({ count, dimensions, demand, windows, capacity, isStock }: Problem, { earliest, latest }: Dates): boolean {
  const demandWithin = new Float64Array(windows + 1);
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    const byFirst: number[][] = Array.from({ length: windows }, () => []);
    for (let item = 0; item < count; item += 1) byFirst[earliest[item]!]?.push(item);
    // From the last first-window backwards: demand whose last window is at most `to`, of items starting at `from` or later.
    demandWithin.fill(0);
    for (let from = windows - 1; from >= 0; from -= 1) {
      for (const item of byFirst[from]!)
        for (let to = latest[item]!; to < windows; to += 1) demandWithin[to]! += demand[item * dimensions + dimension]!;
      let room = 0;
      for (let to = from; to < windows; to += 1) {
        const own = capacity[to * dimensions + dimension]!;
        room = isStock[dimension] === true ? own : room + own;
        if (demandWithin[to]! > room) return true;
      }
    }
  }
  return false;
}
