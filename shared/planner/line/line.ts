import { countBits, hasBit, isSubset, joinBits, setBit, wordsFor } from '../bit-set.ts';

/**
 * The plainest and most frequent case, solved by means of its own: every window takes the same amount of one thing, and
 * groups are only bound by what must come first. (In the literature: simple assembly line balancing, type 1; without order,
 * bin packing.) Items stand by falling size, so that "the next that fits" is a scan forward.
 */
export interface LineInput {
  readonly capacity: number;
  readonly sizes: readonly number[];
  readonly edges: readonly LineEdge[];
}

export interface LineEdge {
  readonly before: number;
  readonly after: number;
  readonly isStrict: boolean;
}

export interface Line {
  readonly count: number;
  readonly capacity: number;
  readonly total: number;
  readonly size: Int32Array;
  /** Place on the line -> item of the input. */
  readonly order: Int32Array;
  /** Whether the line is read from its end; a plan for it is read backwards then. */
  readonly isReversed: boolean;
  readonly hasStrict: boolean;
  readonly words: number;
  /** Everything that comes after, directly or not: one row of bits per item. */
  readonly followers: Int32Array;
  readonly leaders: Int32Array;
  /** Those followers that need a later window. */
  readonly strictFollowers: Int32Array;
  readonly strictLeaders: Int32Array;
  readonly followerCount: Int32Array;
  /** Direct followers that may share the window, without those implied by others; and those that may not. */
  readonly next: readonly Int32Array[];
  readonly nextStrict: readonly Int32Array[];
  /** Direct leaders of both kinds. */
  readonly previous: readonly Int32Array[];
  /** Items that may take the place of this one without loss: Jackson's rule. */
  readonly dominators: readonly Int32Array[];
}

export function buildLine({ capacity, sizes, edges }: LineInput, isReversed: boolean): Line {
  const count = sizes.length;
  const words = wordsFor(count);
  const turned = isReversed ? edges.map(({ before, after, isStrict }) => ({ before: after, after: before, isStrict })) : edges;
  const depth = followerCounts(count, turned, words);
  const order = Int32Array.from(
    Array.from({ length: count }, (_, index) => index).toSorted((a, b) => sizes[b]! - sizes[a]! || depth[b]! - depth[a]! || a - b),
  );
  const place = new Int32Array(count);
  for (const [at, item] of order.entries()) place[item] = at;
  const placed = turned.map(({ before, after, isStrict }) => ({ before: place[before]!, after: place[after]!, isStrict }));
  const { reach: followers, strict: strictFollowers } = closure(count, placed, words);
  const backwards = placed.map(({ before, after, isStrict }) => ({ before: after, after: before, isStrict }));
  const { reach: leaders, strict: strictLeaders } = closure(count, backwards, words);
  const size = Int32Array.from(order, (item) => sizes[item]!);
  const direct = withoutImplied(count, placed, { followers, strictFollowers, words });
  const hasStrict = direct.some((edge) => edge.isStrict);
  const followerCount = Int32Array.from({ length: count }, (_, item) => countBits(followers, item * words, words));
  return {
    count,
    capacity,
    total: sizes.reduce((sum, value) => sum + value, 0),
    size,
    order,
    isReversed,
    hasStrict,
    words,
    followers,
    leaders,
    strictFollowers,
    strictLeaders,
    followerCount,
    next: lists(count, direct, (edge) => (edge.isStrict ? null : [edge.before, edge.after])),
    nextStrict: lists(count, direct, (edge) => (edge.isStrict ? [edge.before, edge.after] : null)),
    previous: lists(count, direct, (edge) => [edge.after, edge.before]),
    dominators: dominators({ count, words, size, followers, strictFollowers, followerCount, hasStrict }),
  };
}

function lists(count: number, edges: readonly LineEdge[], pick: (edge: LineEdge) => readonly [number, number] | null): Int32Array[] {
  const found: number[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    const pair = pick(edge);
    if (pair !== null) found[pair[0]]!.push(pair[1]);
  }
  return found.map((list) => Int32Array.from(list.toSorted((a, b) => a - b)));
}

function followerCounts(count: number, edges: readonly LineEdge[], words: number): Int32Array {
  const { reach } = closure(count, edges, words);
  return Int32Array.from({ length: count }, (_, item) => countBits(reach, item * words, words));
}

/** All followers, and those over a way with at least one strict step. The edges hold no circle. */
function closure(count: number, edges: readonly LineEdge[], words: number): { reach: Int32Array; strict: Int32Array } {
  const reach = new Int32Array(count * words);
  const strict = new Int32Array(count * words);
  const waiting = new Int32Array(count);
  const out: LineEdge[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    out[edge.before]!.push(edge);
    waiting[edge.after]! += 1;
  }
  const order: number[] = [];
  for (let item = 0; item < count; item += 1) if (waiting[item] === 0) order.push(item);
  for (const item of order) {
    for (const { after } of out[item]!) {
      waiting[after]! -= 1;
      if (waiting[after] === 0) order.push(after);
    }
  }
  for (const item of order.toReversed()) {
    for (const { after, isStrict } of out[item]!) {
      setBit(reach, item * words, after);
      joinBits(reach, item * words, reach, after * words, words);
      if (isStrict) {
        setBit(strict, item * words, after);
        joinBits(strict, item * words, reach, after * words, words);
      } else joinBits(strict, item * words, strict, after * words, words);
    }
  }
  return { reach, strict };
}

interface Closures {
  readonly followers: Int32Array;
  readonly strictFollowers: Int32Array;
  readonly words: number;
}

/** Leaves out every edge that follows from two others, so that counting direct leaders stays cheap. */
function withoutImplied(count: number, edges: readonly LineEdge[], { followers, strictFollowers, words }: Closures): LineEdge[] {
  const strongest = new Map<number, LineEdge>();
  for (const edge of edges) {
    const key = edge.before * count + edge.after;
    if (edge.isStrict || !strongest.has(key)) strongest.set(key, edge);
  }
  const out = Map.groupBy(strongest.values(), (edge) => edge.before);
  const isImplied = (edge: LineEdge): boolean =>
    (out.get(edge.before) ?? []).some((other) => {
      if (other.after === edge.after || !hasBit(followers, other.after * words, edge.after)) return false;
      return !edge.isStrict || other.isStrict || hasBit(strictFollowers, other.after * words, edge.after);
    });
  return [...strongest.values()].filter((edge) => !isImplied(edge));
}

const MOST_DOMINATORS = 64;

interface DominanceInput extends Closures {
  readonly count: number;
  readonly size: Int32Array;
  readonly followerCount: Int32Array;
  readonly hasStrict: boolean;
}

/**
 * `j` dominates `i` when it is at least as large, both are unrelated, and everything after `i` also comes after `j`: a load
 * with `i` in which `j` would fit instead need not be looked at. Of two that are alike in all this, the first one counts.
 */
function dominators({ count, words, size, followers, strictFollowers, followerCount, hasStrict }: DominanceInput): Int32Array[] {
  return Array.from({ length: count }, (_, i) => {
    const found: number[] = [];
    let from = i;
    while (from + 1 < count && size[from + 1] === size[i]) from += 1;
    // The nearest in size are the most likely to fit in its place; a few of them do nearly all of the work.
    for (let j = from; j >= 0 && found.length < MOST_DOMINATORS; j -= 1) {
      if (j === i || followerCount[j]! < followerCount[i]!) continue;
      if (hasBit(followers, i * words, j) || hasBit(followers, j * words, i)) continue;
      if (!isSubset(followers, i * words, followers, j * words, words)) continue;
      if (hasStrict && !isSubset(strictFollowers, i * words, strictFollowers, j * words, words)) continue;
      const isAlike =
        size[j] === size[i] &&
        followerCount[j] === followerCount[i] &&
        (!hasStrict || isSubset(strictFollowers, j * words, strictFollowers, i * words, words));
      if (isAlike && j > i) continue;
      found.push(j);
    }
    return Int32Array.from(found);
  });
}
