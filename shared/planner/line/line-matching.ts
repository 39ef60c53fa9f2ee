import { hasBit } from '../bit-set.ts';
import { createMatchingTest, largestMatching } from '../matching.ts';
import { itemsWithin, lineBound } from './line-bound.ts';
import { spreadLimits, type Gaps, type LineLimits, type RaisedLimit } from './line-limits.ts';
import type { Line } from './line.ts';

/** A number of waves that is tried, and what it makes of the windows of the items. */
export interface TriedWaves {
  readonly waves: number;
  readonly limits: LineLimits;
}

export interface PairBound {
  readonly bound: number;
  readonly large: readonly number[];
  /** Members of `large` that show the matching to be the largest: see `largestMatching`. */
  readonly barrier: readonly number[];
}

/**
 * Items above a third of a wave go at most two to a wave, so a set of them needs as many waves as its size less the largest
 * number of pairs that can be made at once. A pair can be made when both fit with all that must lie between them and, when a
 * number of waves is tried, their windows meet.
 */
export function pairBound(line: Line, gaps: Gaps, items: Iterable<number>, tried: TriedWaves | null): PairBound {
  const large = [...items].filter((item) => isLarge(line, item));
  const { size, barrier } = largestMatching(large.length, compatiblePairs(line, gaps, large, tried));
  return { bound: large.length - size, large, barrier: barrier.map((at) => large[at]!) };
}

export function isLarge({ size, capacity }: Line, item: number): boolean {
  return 3 * size[item]! > capacity;
}

export function compatiblePairs(line: Line, gaps: Gaps, large: readonly number[], tried: TriedWaves | null): Int32Array[] {
  const lists: number[][] = large.map(() => []);
  for (let a = 0; a < large.length; a += 1) {
    for (let b = a + 1; b < large.length; b += 1) {
      if (!canShare(line, gaps, large[a]!, large[b]!) || (tried !== null && !windowsMeet(tried, large[a]!, large[b]!))) continue;
      lists[a]!.push(b);
      lists[b]!.push(a);
    }
  }
  return lists.map((list) => Int32Array.from(list));
}

export function canShare(line: Line, { between }: Gaps, a: number, b: number): boolean {
  const { size, capacity, count, words, hasStrict, strictFollowers } = line;
  const sum = size[a]! + size[b]!;
  if (sum > capacity) return false;
  const inner = Math.max(between[a * count + b]!, between[b * count + a]!, 0);
  if (sum + inner > capacity) return false;
  return !hasStrict || (!hasBit(strictFollowers, a * words, b) && !hasBit(strictFollowers, b * words, a));
}

function windowsMeet({ waves, limits: { head, tail } }: TriedWaves, a: number, b: number): boolean {
  return Math.max(head[a]!, head[b]!) <= Math.min(waves - tail[a]! + 1, waves - tail[b]! + 1);
}

/** Raises heads and tails by matchings over leaders and followers, and says which. */
export function tightenByMatching(line: Line, limits: LineLimits, gaps: Gaps): RaisedLimit[] {
  const { count, words, leaders, followers } = line;
  const raised: RaisedLimit[] = [];
  const raise = (values: Int32Array, table: Int32Array, item: number): void => {
    const items = [item];
    for (let other = 0; other < count; other += 1) if (hasBit(table, item * words, other)) items.push(other);
    if (items.length <= values[item]!) return;
    const { bound, barrier } = pairBound(line, gaps, items, null);
    if (bound <= values[item]!) return;
    values[item] = bound;
    raised.push({ item, isHead: values === limits.head, waves: bound, because: { kind: 'pairs', barrier } });
  };
  for (let item = 0; item < count; item += 1) {
    raise(limits.head, leaders, item);
    raise(limits.tail, followers, item);
  }
  if (raised.length > 0) spreadLimits(line, limits, gaps);
  return raised;
}

/** The bound with matchings over all items and over the first and the last waves of the number that is tried. */
export function lineBoundByMatching(line: Line, limits: LineLimits, gaps: Gaps, atLeast: number): number {
  let bound = lineBound(line, limits, atLeast);
  while (refutingInterval(line, limits, gaps, bound) !== null) bound = lineBound(line, limits, bound + 1);
  return bound;
}

export interface RefutingInterval {
  readonly from: number;
  readonly to: number;
  readonly barrier: readonly number[];
}

/** A run of waves whose large items cannot be paired so that they fit, if all is done in `waves` waves. */
export function refutingInterval(line: Line, limits: LineLimits, gaps: Gaps, waves: number): RefutingInterval | null {
  const tried = { waves, limits };
  const refutes = (from: number, to: number): RefutingInterval | null => {
    const items = itemsWithin(line, limits, { waves, from, to });
    if (items.length <= to - from + 1) return null;
    const { bound, barrier } = pairBound(line, gaps, items, tried);
    return bound > to - from + 1 ? { from, to, barrier } : null;
  };
  const whole = refutes(1, waves);
  if (whole !== null || line.count > MOST_FOR_INTERVALS) return whole;
  for (let cut = 1; cut < waves; cut += 1) {
    const part = refutes(1, cut) ?? refutes(cut + 1, waves);
    if (part !== null) return part;
  }
  return null;
}

export const MOST_FOR_INTERVALS = 400;

/** Can what is left of the large items still be paired so that they fit into so many waves? */
export type PairTest = (isPlaced: Uint8Array, wavesLeft: number) => boolean;

export function createPairTest(line: Line, gaps: Gaps, tried: TriedWaves): PairTest {
  const large = Array.from({ length: line.count }, (_, item) => item).filter((item) => isLarge(line, item));
  const canPair = createMatchingTest(large.length, compatiblePairs(line, gaps, large, tried));
  return (isPlaced, wavesLeft) => {
    let left = 0;
    for (let at = 0; at < large.length; at += 1) if (isPlaced[large[at]!] === 0) left += 1;
    return left <= wavesLeft || canPair((at) => isPlaced[large[at]!] === 1, left - wavesLeft);
  };
}
