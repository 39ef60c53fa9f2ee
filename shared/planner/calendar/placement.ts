import { wordsFor } from '../bit-set.ts';
import type { Problem } from '../problem.ts';

/**
 * Items being placed window after window, with everything that has to be undone when the search goes back: who waits for
 * whom, who is kept out by a conflict, what is left to place. One object for the exact search, kept apart so that the search
 * itself can be read.
 */
export function createPlacement(problem: Problem) {
  const { count, dimensions, demand, previous, next, conflicts } = problem;
  /** One word more than the items need: the search keeps the number of used windows there. */
  const words = wordsFor(count) + 1;
  const keys = Int32Array.from({ length: count }, (_, item) => mixed(item));
  const windowOf = new Int32Array(count).fill(-1);
  const isAsked = new Uint8Array(count);
  const need = new Int32Array(count);
  const blocked = new Int32Array(count);
  const set = new Int32Array(words);
  const stock = new Float64Array(dimensions);
  const rest = new Float64Array(dimensions);
  let left = 0;
  let hash = 0;

  function toggle(item: number): void {
    set[item >> 5]! ^= 1 << (item & 31);
    hash ^= keys[item]!;
  }

  function change(sums: Float64Array, item: number, sign: number): void {
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) sums[dimension]! += sign * demand[offset + dimension]!;
  }

  function block(item: number, sign: number): void {
    const against = conflicts[item]!;
    for (let at = 0; at < against.length; at += 1) blocked[against[at]!]! += sign;
  }

  return {
    words,
    windowOf,
    isAsked,
    need,
    blocked,
    set,
    /** Moved up to now, per stock; and still to place. */
    stock,
    rest,
    left: () => left,
    hash: () => hash,

    start(items: Int32Array): void {
      isAsked.fill(0);
      windowOf.fill(-1);
      blocked.fill(0);
      set.fill(0);
      stock.fill(0);
      rest.fill(0);
      hash = 0;
      left = items.length;
      for (const item of items) isAsked[item] = 1;
      for (const item of items) {
        let open = 0;
        for (const link of previous[item]!) if (isAsked[link.item] === 1) open += 1;
        need[item] = open;
        change(rest, item, 1);
      }
    },

    put(item: number, window: number): void {
      windowOf[item] = window;
      toggle(item);
      left -= 1;
      change(rest, item, -1);
      block(item, 1);
    },

    takeBack(item: number): void {
      windowOf[item] = -1;
      toggle(item);
      left += 1;
      change(rest, item, 1);
      block(item, -1);
    },

    /** Followers that may share the window of their leader wait for one less; with -1 for one more again. */
    releaseWeak(item: number, sign: 1 | -1): void {
      for (const link of next[item]!) if (!link.isStrict) need[link.item]! -= sign;
    },

    /** The window of these items is over: they keep nobody out of later ones, and strict followers may come. -1 undoes it. */
    endWindow(members: Int32Array, sign: 1 | -1): void {
      for (const item of members) {
        block(item, -sign);
        for (const link of next[item]!) if (link.isStrict) need[link.item]! -= sign;
        change(stock, item, sign);
      }
    },
  };
}

function mixed(item: number): number {
  const first = Math.imul(item + 1, 0x9e37_79b1);
  return Math.imul(first ^ (first >>> 15), 0x85eb_ca6b) ^ (item << 13);
}
