/**
 * Memory of the exact search: every set of placed groups that was reached, with the fewest waves it was reached in. A set
 * that comes up again with no fewer waves is not looked at twice; this is what makes the search end. Plain typed arrays that
 * double when full: a million states of 100 groups take about 50 MB.
 */
export interface StateStore {
  /** Adds a set of `words` words; returns its number, -1 when it was known with as few waves, -2 when the store is full. */
  readonly add: (set: Int32Array, hash: number, facts: StateFacts) => number;
  readonly count: () => number;
  readonly isFull: () => boolean;
  /** Takes the most promising open state of a wave count; -1 when there is none. */
  readonly take: (wave: number) => number;
  readonly reopen: (state: number) => void;
  /** Bits of a state start at `state * words` of this array; both change when the store grows. */
  readonly bits: () => Int32Array;
  readonly wave: (state: number) => number;
  readonly idle: (state: number) => number;
  readonly hash: (state: number) => number;
  readonly parent: (state: number) => number;
  readonly waveCount: () => number;
}

export interface StateFacts {
  readonly wave: number;
  /** Capacity left unused so far. */
  readonly idle: number;
  readonly parent: number;
  /** The smaller, the sooner it is taken. */
  readonly key: number;
}

const OPEN = 0;
const CLOSED = 1;
const OUTDONE = 2;

export function createStateStore(words: number, most: number): StateStore {
  let room = Math.min(1 << 12, most);
  let bits = new Int32Array(room * words);
  let waves = new Int16Array(room);
  let idles = new Float64Array(room);
  let keys = new Float64Array(room);
  let parents = new Int32Array(room);
  let hashes = new Int32Array(room);
  let status = new Uint8Array(room);
  let used = 0;
  let isFull = false;
  let slots = new Int32Array(1 << 13).fill(-1);
  let filledSlots = 0;
  const heaps: Heap[] = [];

  function grow(): void {
    room = Math.min(room * 2, most);
    const wider = <A extends Int32Array | Int16Array | Float64Array | Uint8Array>(fresh: A, old: A): A => {
      fresh.set(old);
      return fresh;
    };
    bits = wider(new Int32Array(room * words), bits);
    waves = wider(new Int16Array(room), waves);
    idles = wider(new Float64Array(room), idles);
    keys = wider(new Float64Array(room), keys);
    parents = wider(new Int32Array(room), parents);
    hashes = wider(new Int32Array(room), hashes);
    status = wider(new Uint8Array(room), status);
  }

  function growSlots(): void {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let state = 0; state < used; state += 1) {
      if (status[state] === OUTDONE) continue;
      let slot = hashes[state]! & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = state;
    }
  }

  function isSame(state: number, set: Int32Array): boolean {
    const offset = state * words;
    for (let word = 0; word < words; word += 1) if (bits[offset + word] !== set[word]) return false;
    return true;
  }

  function heapOf(wave: number): Heap {
    for (let at = heaps.length; at <= wave; at += 1) heaps.push({ states: new Int32Array(64), size: 0 });
    return heaps[wave]!;
  }

  return {
    add(set, hash, facts) {
      const mask = slots.length - 1;
      let slot = hash & mask;
      let isNew = true;
      for (let known = slots[slot]!; known !== -1; known = slots[slot]!) {
        if (hashes[known] === hash && isSame(known, set)) {
          if (waves[known]! <= facts.wave) return -1;
          status[known] = OUTDONE;
          isNew = false;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (used >= most) {
        isFull = true;
        return -2;
      }
      if (used >= room) grow();
      const state = used;
      used += 1;
      bits.set(set, state * words);
      waves[state] = facts.wave;
      idles[state] = facts.idle;
      keys[state] = facts.key;
      parents[state] = facts.parent;
      hashes[state] = hash;
      slots[slot] = state;
      if (isNew) {
        filledSlots += 1;
        if (filledSlots * 2 > slots.length) growSlots();
      }
      push(heapOf(facts.wave), keys, state);
      return state;
    },
    count: () => used,
    isFull: () => isFull,
    take(wave) {
      const heap = heapOf(wave);
      while (heap.size > 0) {
        const state = pop(heap, keys);
        if (status[state] !== OPEN) continue;
        status[state] = CLOSED;
        return state;
      }
      return -1;
    },
    reopen(state) {
      if (status[state] !== CLOSED) return;
      status[state] = OPEN;
      push(heapOf(waves[state]!), keys, state);
    },
    bits: () => bits,
    wave: (state) => waves[state]!,
    idle: (state) => idles[state]!,
    hash: (state) => hashes[state]!,
    parent: (state) => parents[state]!,
    waveCount: () => heaps.length,
  };
}

interface Heap {
  states: Int32Array;
  size: number;
}

function push(heap: Heap, keys: Float64Array, state: number): void {
  if (heap.size === heap.states.length) {
    const wider = new Int32Array(heap.size * 2);
    wider.set(heap.states);
    heap.states = wider;
  }
  const { states } = heap;
  const key = keys[state]!;
  let at = heap.size;
  heap.size += 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (keys[states[above]!]! <= key) break;
    states[at] = states[above]!;
    at = above;
  }
  states[at] = state;
}

function pop(heap: Heap, keys: Float64Array): number {
  const { states } = heap;
  const top = states[0]!;
  heap.size -= 1;
  const moved = states[heap.size]!;
  const key = keys[moved]!;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.size) break;
    if (below + 1 < heap.size && keys[states[below + 1]!]! < keys[states[below]!]!) below += 1;
    if (keys[states[below]!]! >= key) break;
    states[at] = states[below]!;
    at = below;
  }
  if (heap.size > 0) states[at] = moved;
  return top;
}
