import { setBit, wordsFor } from '../bit-set.ts';

/**
 * What may share one wave, with the order of waves left aside. Items that are alike in everything are one kind, so that
 * the linear program stays small. Capacities are the largest of all windows, so that what holds here holds for each.
 */
export interface LoadProblem {
  readonly kinds: number;
  readonly dimensions: number;
  /** `demand[kind * dimensions + dimension]`. */
  readonly demand: Float64Array;
  readonly capacity: Float64Array;
  /** How many items are of the kind. */
  readonly copies: Int32Array;
  readonly kindOf: Int32Array;
  /** Kinds that never share a wave with this one, a row of bits each; `null` when all may. */
  readonly exclusive: Int32Array | null;
  readonly words: number;
}

export interface LoadItems {
  readonly count: number;
  /** Demand per dimension of an item. */
  readonly demandOf: (item: number) => readonly number[];
  readonly capacity: readonly number[];
  /** Whether two items never share a wave; `null` when nothing but capacity keeps items apart. */
  readonly areExclusive: ((a: number, b: number) => boolean) | null;
}

export function buildLoadProblem({ count, demandOf, capacity, areExclusive }: LoadItems): LoadProblem {
  const dimensions = capacity.length;
  const exclusivePairs = areExclusive === null ? [] : pairsOf(count, areExclusive);
  const bound = new Uint8Array(count);
  for (const [a, b] of exclusivePairs) {
    bound[a] = 1;
    bound[b] = 1;
  }
  const kindOf = new Int32Array(count);
  const firstOf: number[] = [];
  const known = new Map<string, number>();
  for (let item = 0; item < count; item += 1) {
    // An item with exclusions is a kind of its own: two of them are hardly ever kept apart from the same others.
    const key = bound[item] === 1 ? `item ${item}` : demandOf(item).join(',');
    const kind = known.get(key) ?? firstOf.length;
    if (kind === firstOf.length) {
      known.set(key, kind);
      firstOf.push(item);
    }
    kindOf[item] = kind;
  }
  const kinds = firstOf.length;
  const copies = new Int32Array(kinds);
  for (const kind of kindOf) copies[kind]! += 1;
  const demand = new Float64Array(kinds * dimensions);
  for (const [kind, item] of firstOf.entries()) demand.set(demandOf(item), kind * dimensions);
  const words = wordsFor(kinds);
  const exclusive = exclusivePairs.length === 0 ? null : new Int32Array(kinds * words);
  for (const [a, b] of exclusivePairs) {
    setBit(exclusive!, kindOf[a]! * words, kindOf[b]!);
    setBit(exclusive!, kindOf[b]! * words, kindOf[a]!);
  }
  return { kinds, dimensions, demand, capacity: Float64Array.from(capacity), copies, kindOf, exclusive, words };
}

function pairsOf(count: number, areExclusive: (a: number, b: number) => boolean): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) if (areExclusive(a, b)) pairs.push([a, b]);
  return pairs;
}
