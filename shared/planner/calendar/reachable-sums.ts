export const MOST_FOR_SUMS = 64;
export const MOST_SUM = 32_767;

export type ReachableSums = ReturnType<typeof createReachableSums>;

/**
 * Which sums some of a list of whole sizes can make: for every place of the list, by the sizes from there on. One row of bits
 * a place. It is what lets the exact search see at once that a window cannot be filled to the last unit any more.
 */
export function createReachableSums() {
  const words = (MOST_SUM >> 5) + 1;
  const table = new Int32Array((MOST_FOR_SUMS + 1) * words);

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
    /** `always` may be added at every place. */
    build(sizes: Float64Array, length: number, always: readonly number[]): void {
      const end = length * words;
      table.fill(0, end, end + words);
      table[end] = 1;
      for (const size of always) addSize(end, end, size);
      for (let at = length - 1; at >= 0; at -= 1) addSize(at * words, (at + 1) * words, sizes[at]!);
    },
    /** Can a sum in `from..to` be made by the sizes from `at` on? */
    has(at: number, from: number, to: number): boolean {
      const row = at * words;
      const first = Math.max(0, from);
      for (let sum = Math.min(to, MOST_SUM); sum >= first;) {
        const bits = table[row + (sum >> 5)]! << (31 - (sum & 31));
        if (bits !== 0) return sum - Math.clz32(bits) >= first;
        sum = (sum & ~31) - 1;
      }
      return false;
    },
  };
}
