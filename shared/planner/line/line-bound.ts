import type { LineLimits } from './line-limits.ts';
import type { Line } from './line.ts';
import { packingBound } from './packing-bound.ts';

/** Fewest waves as sums and limits tell, raised while the windows of the items contradict the number itself. */
export function lineBound(line: Line, limits: LineLimits, atLeast: number): number {
  let bound = Math.max(atLeast, packingBound(line.size, line.count, line.capacity));
  for (let item = 0; item < line.count; item += 1) bound = Math.max(bound, limits.head[item]! + limits.tail[item]! - 1);
  while (overfullInterval(line, limits, bound) !== null) bound += 1;
  return bound;
}

export interface Interval {
  /** The number of waves that is tried. */
  readonly waves: number;
  readonly from: number;
  readonly to: number;
}

/** Beyond this only the first and the last waves are looked at. */
const MOST_INTERVAL_WORK = 2_000_000;

/** A run of waves in which more must move than fits, if all is done in `waves` waves. */
export function overfullInterval(line: Line, limits: LineLimits, waves: number): Interval | null {
  const isShort = waves * waves * line.count <= MOST_INTERVAL_WORK;
  for (let from = 1; from <= waves; from += 1) {
    for (let to = isShort ? from : waves; to <= waves; to += 1) {
      const interval = { waves, from, to };
      if (isOverfull(line, limits, interval)) return interval;
    }
  }
  if (isShort) return null;
  for (let to = 1; to < waves; to += 1) {
    const interval = { waves, from: 1, to };
    if (isOverfull(line, limits, interval)) return interval;
  }
  return null;
}

/** Items that must stand in the interval, largest first. */
export function itemsWithin({ count }: Line, { head, tail }: LineLimits, { waves, from, to }: Interval): Int32Array {
  const found = new Int32Array(count);
  let length = 0;
  for (let item = 0; item < count; item += 1) {
    if (head[item]! < from || waves - tail[item]! + 1 > to) continue;
    found[length] = item;
    length += 1;
  }
  return found.subarray(0, length);
}

function isOverfull(line: Line, limits: LineLimits, interval: Interval): boolean {
  const room = interval.to - interval.from + 1;
  const sizes = itemsWithin(line, limits, interval).map((item) => line.size[item]!);
  let sum = 0;
  for (const size of sizes) sum += size;
  if (sum > room * line.capacity) return true;
  return sizes.length > room && packingBound(sizes, sizes.length, line.capacity) > room;
}
