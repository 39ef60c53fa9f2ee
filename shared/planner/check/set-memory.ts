/** Sets of bits, each kept once and numbered in the order in which it came. */
export function createSetMemory(words: number) {
  let bits = new Int32Array(1024 * words);
  let slots = new Int32Array(4096).fill(-1);
  let count = 0;

  function hashOf(source: Int32Array, from: number): number {
    let hash = 0x811c_9dc5;
    for (let word = 0; word < words; word += 1) {
      hash = Math.imul(hash ^ source[from + word]!, 0x9e37_79b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  function slotOf(source: Int32Array, from: number): number {
    const mask = slots.length - 1;
    for (let slot = hashOf(source, from) & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot]!;
      if (known === -1) return slot;
      let word = 0;
      while (word < words && bits[known * words + word] === source[from + word]) word += 1;
      if (word === words) return slot;
    }
  }

  return {
    count: () => count,
    read(number: number, into: Int32Array): void {
      for (let word = 0; word < words; word += 1) into[word] = bits[number * words + word]!;
    },
    /** Does nothing when the set is known. */
    add(set: Int32Array): void {
      const slot = slotOf(set, 0);
      if (slots[slot] !== -1) return;
      if ((count + 1) * words > bits.length) {
        const wider = new Int32Array(bits.length * 2);
        wider.set(bits);
        bits = wider;
      }
      bits.set(set, count * words);
      slots[slot] = count;
      count += 1;
      if (count * 2 <= slots.length) return;
      slots = new Int32Array(slots.length * 2).fill(-1);
      for (let number = 0; number < count; number += 1) slots[slotOf(bits, number * words)] = number;
    },
  };
}
