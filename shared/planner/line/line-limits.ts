import { hasBit } from '../bit-set.ts';
import type { Line } from './line.ts';
import { packingBound } from './packing-bound.ts';

/**
 * How early and how late each place of a line can be used: `head[i]` is the first wave (from 1) that item i can stand in,
 * `tail[i]` how many waves are needed from its own to the last one. In a plan of m waves it stands in head..m - tail + 1.
 */
export interface LineLimits {
  readonly head: Int32Array;
  readonly tail: Int32Array;
}

/** A head or tail that was raised beyond what sums tell, with the reason in a form that can be checked. */
export interface RaisedLimit {
  readonly item: number;
  readonly isHead: boolean;
  readonly waves: number;
  readonly because: { readonly kind: 'pairs'; readonly barrier: readonly number[] } | { readonly kind: 'weights' };
}

/** Limits from the sums of all leaders and all followers, spread along every pair. */
export function lineLimits(line: Line): LineLimits {
  const { count, size, capacity, words, leaders, followers } = line;
  const list = new Int32Array(count);
  const needed = (table: Int32Array, item: number): number => {
    let length = 0;
    for (let other = 0; other < count; other += 1) {
      if (other !== item && !hasBit(table, item * words, other)) continue;
      list[length] = size[other]!;
      length += 1;
    }
    return packingBound(list, length, capacity);
  };
  const head = Int32Array.from({ length: count }, (_, item) => needed(leaders, item));
  const tail = Int32Array.from({ length: count }, (_, item) => needed(followers, item));
  const limits = { head, tail };
  spreadLimits(line, limits, gapsOf(line));
  return limits;
}

/** The limits of a line as limits of the same problem read in the other direction. */
export function turnLimits(from: Line, to: Line, { head, tail }: LineLimits): LineLimits {
  const placeOf = new Int32Array(from.count);
  for (const [place, item] of from.order.entries()) placeOf[item] = place;
  const pick = (values: Int32Array): Int32Array => Int32Array.from(to.order, (item) => values[placeOf[item]!]!);
  return from.isReversed === to.isReversed ? { head: pick(head), tail: pick(tail) } : { head: pick(tail), tail: pick(head) };
}

/** What must lie between an item and each of its followers: `between[i * count + j]`, -1 for pairs without order. */
export interface Gaps {
  readonly between: Int32Array;
  /** Items so that leaders stand before followers. */
  readonly order: Int32Array;
}

/**
 * For every ordered pair the sum of all that must lie between. In long lines the sum is only followed until the pair cannot
 * share a wave, which is what it is needed for; beyond that it would take longer than it helps.
 */
export function gapsOf(line: Line): Gaps | null {
  const { count, words, followers, leaders, size, capacity } = line;
  if (count > MOST_FOR_PAIRS) return null;
  const between = new Int32Array(count * count).fill(-1);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < count; j += 1) {
      if (!hasBit(followers, i * words, j)) continue;
      const enough = count > MOST_FOR_FULL_SUMS ? capacity - size[i]! - size[j]! : MOST_SUM;
      let sum = 0;
      for (let word = 0; word < words && sum <= enough; word += 1) {
        let bits = followers[i * words + word]! & leaders[j * words + word]!;
        while (bits !== 0) {
          sum += size[word * 32 + (31 - Math.clz32(bits & -bits))]!;
          bits &= bits - 1;
        }
      }
      between[i * count + j] = sum;
    }
  }
  return { between, order: orderOf(line) };
}

const MOST_FOR_PAIRS = 1500;
const MOST_FOR_FULL_SUMS = 400;
const MOST_SUM = 2 ** 30;

function orderOf({ count, followerCount }: Line): Int32Array {
  return Int32Array.from({ length: count }, (_, item) => item).sort((a, b) => followerCount[b]! - followerCount[a]! || a - b);
}

/** Carries heads forwards and tails backwards until nothing changes: one pass in the order of followers is enough. */
export function spreadLimits(line: Line, limits: LineLimits, gaps: Gaps | null): void {
  const { count } = line;
  const order = gaps?.order ?? orderOf(line);
  for (const item of order) spreadFrom(line, limits, gaps, item);
  for (let at = count - 1; at >= 0; at -= 1) spreadTo(line, limits, gaps, order[at]!);
}

function spreadFrom(line: Line, { head }: LineLimits, gaps: Gaps | null, item: number): void {
  for (const follower of followersOf(line, gaps, item)) {
    const earliest = head[item]! + waveGap(line, gaps, item, follower);
    if (earliest > head[follower]!) head[follower] = earliest;
  }
}

function spreadTo(line: Line, { tail }: LineLimits, gaps: Gaps | null, item: number): void {
  for (const follower of followersOf(line, gaps, item)) {
    const latest = tail[follower]! + waveGap(line, gaps, item, follower);
    if (latest > tail[item]!) tail[item] = latest;
  }
}

/** All followers where pairs are known, else the direct ones. */
function followersOf(line: Line, gaps: Gaps | null, item: number): number[] {
  if (gaps === null) return [...line.next[item]!, ...line.nextStrict[item]!];
  const found: number[] = [];
  for (let word = 0; word < line.words; word += 1) {
    let bits = line.followers[item * line.words + word]!;
    while (bits !== 0) {
      found.push(word * 32 + (31 - Math.clz32(bits & -bits)));
      bits &= bits - 1;
    }
  }
  return found;
}

function waveGap(line: Line, gaps: Gaps | null, item: number, follower: number): number {
  const { size, capacity, count, words, strictFollowers } = line;
  const between = gaps === null ? 0 : gaps.between[item * count + follower]!;
  const waves = Math.ceil((size[item]! + size[follower]! + between) / capacity) - 1;
  return waves === 0 && line.hasStrict && hasBit(strictFollowers, item * words, follower) ? 1 : waves;
}
