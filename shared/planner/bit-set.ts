/**
 * Sets of small numbers as bits of an `Int32Array`, for the solver's inner loops. A table of sets is one long array with
 * `words` entries a row, so that a whole closure of 1,000 groups is one block of 128 kB.
 */
export function wordsFor(count: number): number {
  return (count + 31) >> 5;
}

export function hasBit(table: Int32Array, offset: number, index: number): boolean {
  return ((table[offset + (index >> 5)]! >>> (index & 31)) & 1) === 1;
}

export function setBit(table: Int32Array, offset: number, index: number): void {
  table[offset + (index >> 5)]! |= 1 << (index & 31);
}

export function clearBit(table: Int32Array, offset: number, index: number): void {
  table[offset + (index >> 5)]! &= ~(1 << (index & 31));
}

export function countBits(table: Int32Array, offset: number, words: number): number {
  let sum = 0;
  for (let word = 0; word < words; word += 1) sum += popCount(table[offset + word]!);
  return sum;
}

export function popCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** `target |= source`. */
export function joinBits(target: Int32Array, targetOffset: number, source: Int32Array, sourceOffset: number, words: number): void {
  for (let word = 0; word < words; word += 1) target[targetOffset + word]! |= source[sourceOffset + word]!;
}

/** Is every member of `a` also in `b`? */
export function isSubset(a: Int32Array, aOffset: number, b: Int32Array, bOffset: number, words: number): boolean {
  for (let word = 0; word < words; word += 1) if ((a[aOffset + word]! & ~b[bOffset + word]!) !== 0) return false;
  return true;
}

/** Members in rising order. */
export function membersOf(table: Int32Array, offset: number, words: number): number[] {
  const members: number[] = [];
  for (let word = 0; word < words; word += 1) {
    let bits = table[offset + word]!;
    while (bits !== 0) {
      members.push(word * 32 + (31 - Math.clz32(bits & -bits)));
      bits &= bits - 1;
    }
  }
  return members;
}
