import type { Line } from './line.ts';

export interface LoadOrder {
  /** Candidates stand at the front of `candidates`; `need` holds how many leaders each item waits for. */
  readonly candidateCount: number;
  readonly wave: number;
  /** Last wave of each item. */
  readonly last: Int32Array;
  /** Loads kept, and loads looked at, before the rest is left for later. */
  readonly mostKept: number;
  readonly mostTries: number;
}

/** Called for every full load with the room it leaves; says whether the load was kept. */
export type FinishLoad = (room: number) => boolean;

/**
 * Makes full loads of one wave, largest items first. The load being made can be read while `finish` runs. The heart of the
 * exact search: plain arrays, no allocation, one function that calls itself.
 */
export function createLoadMaker({ count, size, next, followerCount, words, capacity }: Line, keys: Int32Array, finish: FinishLoad) {
  const candidates = new Int32Array(count + 1);
  const need = new Int32Array(count);
  const inLoad = new Uint8Array(count);
  const load = new Int32Array(count);
  const set = new Int32Array(words);
  let last: Int32Array = new Int32Array(0);
  let wave = 0;
  let depth = 0;
  let due = 0;
  let leaders = 0;
  let hash = 0;
  let kept = 0;
  let tries = 0;
  let mostKept = 0;
  let mostTries = 0;
  let isCut = false;

  /** Takes or leaves the next candidate that fits. `leftOut` is the smallest item left out though it would have fitted. */
  function make(from: number, length: number, room: number, leftOut: number): void {
    if (isCut) return;
    if (kept >= mostKept || tries >= mostTries) {
      isCut = true;
      return;
    }
    let at = from;
    while (at < length && size[candidates[at]!]! > room) at += 1;
    if (at >= length) {
      if (leftOut <= room) return;
      tries += 1;
      if (finish(room)) kept += 1;
      return;
    }
    const item = candidates[at]!;
    const isDue = last[item] === wave;
    take(item, isDue);
    let longer = length;
    const followers = next[item]!;
    for (let k = 0; k < followers.length; k += 1) {
      const follower = followers[k]!;
      need[follower]! -= 1;
      if (need[follower] === 0) {
        candidates[longer] = follower;
        longer += 1;
      }
    }
    make(at + 1, longer, room - size[item]!, leftOut);
    for (let k = 0; k < followers.length; k += 1) need[followers[k]!]! += 1;
    putBack(item, isDue);
    if (isDue) return;
    const smallest = size[item]! < leftOut ? size[item]! : leftOut;
    if (canStillFill(at + 1, length, room, smallest)) make(at + 1, length, room, smallest);
  }

  function take(item: number, isDue: boolean): void {
    inLoad[item] = 1;
    load[depth] = item;
    depth += 1;
    if (isDue) due += 1;
    if (followerCount[item]! > 0) leaders += 1;
    set[item >> 5]! |= 1 << (item & 31);
    hash ^= keys[item]!;
  }

  function putBack(item: number, isDue: boolean): void {
    inLoad[item] = 0;
    depth -= 1;
    if (isDue) due -= 1;
    if (followerCount[item]! > 0) leaders -= 1;
    set[item >> 5]! &= ~(1 << (item & 31));
    hash ^= keys[item]!;
  }

  /** Can the candidates from here on leave less room than the smallest item left out? Those with followers may bring more. */
  function canStillFill(from: number, length: number, room: number, smallest: number): boolean {
    const least = room - smallest;
    let sum = 0;
    for (let at = from; at < length; at += 1) {
      const item = candidates[at]!;
      sum += size[item]!;
      if (sum > least || followerCount[item]! > 0) return true;
    }
    return sum > least;
  }

  return {
    candidates,
    need,
    inLoad,
    load,
    /** Placed items and the load together. */
    set,
    length: () => depth,
    dueInLoad: () => due,
    leadersInLoad: () => leaders,
    hash: () => hash,
    stop: (): void => {
      isCut = true;
    },
    /** Starts from `set` with this hash; true when loads were left for later. */
    run(order: LoadOrder, startHash: number): boolean {
      ({ last, wave, mostKept, mostTries } = order);
      hash = startHash;
      kept = 0;
      tries = 0;
      depth = 0;
      due = 0;
      leaders = 0;
      isCut = false;
      make(0, order.candidateCount, capacity, NOTHING_LEFT_OUT);
      return isCut;
    },
    tries: () => tries,
  };
}

const NOTHING_LEFT_OUT = 0x7fff_ffff;
