/** A table is kept for every window of a search, so none may be large: 32 sums a word. */
const MOST_WORDS = 200_000;

export type ReachableSums = ReturnType<typeof createReachableSums>;

/** Whether a table for so many sizes, and sums of up to so much, is small enough. */
export function maySum(sizes: number, most: number): boolean {
  return Number.isSafeInteger(most) && most >= 0 && (sizes + 1) * (Math.floor(most / 32) + 1) <= MOST_WORDS;
}

export interface SumsOf {
  /** Sizes that may be added at every place. */
  readonly always: readonly number[];
  /** Larger sums do not matter. */
  readonly most: number;
}

/**
 * Which sums some of a list of whole sizes can make: for every place of the list, by the sizes from there on. One row of bits
 * a place. It is what lets the exact search see at once that a window cannot be filled to the last unit any more.
 */
export function createReachableSums() {
  let words = 1;
  let table = new Int32Array(0);
  let most = 0;

  /** `target = source | source shifted up by size`. */
  function addSize(target: number, source: number, size: number): void {
    const wordShift = Math.floor(size / 32);
    const bitShift = size % 32;
    for (let word = words - 1; word >= 0; word -= 1) {
      let bits = table[source + word]!;
      const from = word - wordShift;
      if (from >= 0) bits |= table[source + from]! << bitShift;
      if (bitShift > 0 && from >= 1) bits |= table[source + from - 1]! >>> (32 - bitShift);
      table[target + word] = bits;
    }
  }

  return {
    build(sizes: Float64Array, of: SumsOf): void {
      most = of.most;
      words = Math.floor(most / 32) + 1;
      const end = sizes.length * words;
      if (end + words > table.length) table = new Int32Array(end + words);
      table.fill(0, end, end + words);
      table[end] = 1;
      for (const size of of.always) addSize(end, end, size);
      for (let at = sizes.length - 1; at >= 0; at -= 1) addSize(at * words, (at + 1) * words, sizes[at]!);
    },
    /** Can a sum in `from..to` be made by the sizes from `at` on? */
    has(at: number, from: number, to: number): boolean {
      const row = at * words;
      const first = Math.max(0, from);
      for (let sum = Math.min(to, most); sum >= first;) {
        const bits = table[row + (sum >> 5)]! << (31 - (sum & 31));
        if (bits !== 0) return sum - Math.clz32(bits) >= first;
        sum = (sum & ~31) - 1;
      }
      return false;
    },
  };
}
