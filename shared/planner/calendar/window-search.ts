import type { Problem } from '../problem.ts';
import { createStateStore, type StateStore } from '../state-store.ts';
import { createPlacement } from './placement.ts';
import { createReachableSums, maySum, type ReachableSums } from './reachable-sums.ts';
import { roomFromEachWindow, type WindowQuestion } from './window-question.ts';

const WORDS_PER_STEP = 1000;

export type WindowVerdict = 'found' | 'impossible' | 'undecided';

/** The window being filled: its candidates start at `base`, those it began with end at `end`. */
interface Frame {
  readonly index: number;
  readonly window: number;
  readonly base: number;
  readonly end: number;
  readonly roomAt: number;
  readonly sums: ReachableSums | null;
  /** Items to place that may not wait for a later window. */
  dueLeft: number;
}

/**
 * Exact answer to "do these items fit into these windows?": window after window, every full load, depth first, never twice
 * the same set of placed items with as few windows left. A load is full when nothing left out would still fit; an item that
 * draws on a stock may always wait, because stocks may grow.
 */
export function createWindowSearch(problem: Problem) {
  const { count, dimensions, demand, next, closed, isStock, windows: windowCount } = problem;
  const placement = createPlacement(problem);
  const { windowOf, isAsked, need, blocked, set, stock, rest, words } = placement;
  const drawsOnStock = Uint8Array.from({ length: count }, (_, item) =>
    isStock.some((isOne, dimension) => isOne && demand[item * dimensions + dimension]! > 0) ? 1 : 0,
  );
  const isRequired = new Uint8Array(windowCount);
  for (const window of problem.required) isRequired[window] = 1;
  const lastRequired = problem.required.at(-1) ?? -1;
  const sumsAt: ReachableSums[] = [];
  const sizes = new Float64Array(2 * count + 1);
  let question: WindowQuestion;
  let store: StateStore;
  let candidates = new Int32Array(1024);
  let roomStack = new Float64Array(64 * dimensions);
  let roomAfter: Float64Array = new Float64Array(0);
  let used = 0;
  let steps = 0;
  let isGivenUp = false;
  let leastLeft = Infinity;
  const deepest = new Int32Array(count);

  /** Starts a window: everything that may stand in it, by falling value; then every full load. */
  function solveFrom(index: number, base: number): boolean {
    if (placement.left() === 0)
      return question.isPart === true || question.windows.subarray(index).every((window) => isRequired[window] === 0);
    if (index >= question.windows.length || isGivenUp || !mayFinish(index)) return false;
    const window = question.windows[index]!;
    steps += question.items.length >> 5;
    let length = base;
    if (used < question.mostUsed) {
      reserve(base + 2 * count, index);
      const roomAt = index * dimensions;
      for (let dimension = 0; dimension < dimensions; dimension += 1)
        roomStack[roomAt + dimension] =
          question.room[window * dimensions + dimension]! - (isStock[dimension] === true ? stock[dimension]! : 0);
      for (const item of question.items) {
        if (windowOf[item] !== -1 || need[item] !== 0 || !isOpen(item, window) || !fits(item, roomAt)) continue;
        candidates[length] = item;
        length += 1;
      }
      if (length > base) {
        used += 1;
        const frame = { index, window, base, end: length, roomAt, sums: sumsOf(index, base, length), dueLeft: countDue(window) };
        if (extend(frame, base, length, 0)) return true;
        used -= 1;
      }
    }
    return mayStayEmpty(window, length > base) && solveFrom(index + 1, base);
  }

  /** Takes or leaves the candidates from `start` on; `placed` counts those taken in this window. Calls itself only to take. */
  function extend(frame: Frame, start: number, length: number, placed: number): boolean {
    const { window, roomAt } = frame;
    for (let at = start; ;) {
      steps += 1;
      if (steps > question.mostSteps) isGivenUp = true;
      if (isGivenUp || !mayFillEnough(frame, at, length)) return false;
      const isDueOpen = frame.dueLeft > 0;
      const first = isDueOpen ? nextDue(frame, at, length) : nextFree(frame, at, length);
      if (first >= length) return !isDueOpen && placed > 0 && closeWindow(frame, length);
      const item = candidates[first]!;
      if (!isDueOpen) at = first + 1;
      const isDue = question.dates.latest[item]! <= window;
      frame.dueLeft -= isDue ? 1 : 0;
      placement.put(item, window);
      takeRoom(item, roomAt, 1);
      placement.releaseWeak(item, 1);
      if (extend(frame, at, appendFollowers(item, window, length), placed + 1)) return true;
      placement.releaseWeak(item, -1);
      takeRoom(item, roomAt, -1);
      placement.takeBack(item);
      frame.dueLeft += isDue ? 1 : 0;
      if (isDue) return false;
    }
  }

  function nextFree({ roomAt }: Frame, at: number, length: number): number {
    let first = at;
    while (first < length && !isFree(candidates[first]!, roomAt)) first += 1;
    return first;
  }

  /** What is due cannot be left, so it is taken first; `length` where something due has no place any more. */
  function nextDue({ window, roomAt }: Frame, at: number, length: number): number {
    for (let place = at; place < length; place += 1) {
      const item = candidates[place]!;
      if (windowOf[item] === -1 && question.dates.latest[item]! <= window) return isFree(item, roomAt) ? place : length;
    }
    return length;
  }

  function isFree(item: number, roomAt: number): boolean {
    return windowOf[item] === -1 && blocked[item] === 0 && fits(item, roomAt);
  }

  /** The load is complete: is it full, is nothing that is due left out, and is what follows new? */
  function closeWindow({ index, window, base, roomAt }: Frame, length: number): boolean {
    for (let at = base; at < length; at += 1) {
      const item = candidates[at]!;
      if (windowOf[item] !== -1 || blocked[item] !== 0 || drawsOnStock[item] !== 0 || !fits(item, roomAt)) continue;
      // What would still fit may have to wait all the same, for a later window that must not stay empty.
      if (question.isPart === true || window >= lastRequired) return false;
    }
    const members = question.items.filter((item) => windowOf[item] === window);
    placement.endWindow(members, 1);
    // To have come as far in fewer windows is no better when one of those between must not stay empty.
    const passed = question.isPart === true ? 0 : problem.required.filter((required) => required <= window).length;
    set[words - 1] = used + passed * 0x1_0000;
    const facts = { wave: index + 1, idle: 0, parent: -1, key: 0 };
    if (placement.left() < leastLeft) {
      leastLeft = placement.left();
      deepest.set(windowOf);
    }
    const state = store.add(set, placement.hash() ^ Math.imul(used, 0x27d4_eb2f), facts);
    if (state === -2) isGivenUp = true;
    if (state >= 0 && solveFrom(index + 1, length)) return true;
    placement.endWindow(members, -1);
    return false;
  }

  function countDue(window: number): number {
    let due = 0;
    for (const item of question.items) if (windowOf[item] === -1 && question.dates.latest[item]! <= window) due += 1;
    return due;
  }

  function fits(item: number, roomAt: number): boolean {
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      if (demand[offset + dimension]! > roomStack[roomAt + dimension]!) return false;
    return true;
  }

  function takeRoom(item: number, roomAt: number, sign: number): void {
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) roomStack[roomAt + dimension]! -= sign * demand[offset + dimension]!;
  }

  function isOpen(item: number, window: number): boolean {
    const { earliest, latest } = question.dates;
    return window >= earliest[item]! && window <= latest[item]! && (closed === null || closed[item * windowCount + window] === 0);
  }

  /** Followers that wait for nothing any more and may share the window become candidates. */
  function appendFollowers(item: number, window: number, length: number): number {
    let longer = length;
    for (const link of next[item]!) {
      const follower = link.item;
      if (link.isStrict || need[follower] !== 0 || isAsked[follower] === 0 || windowOf[follower] !== -1 || !isOpen(follower, window))
        continue;
      candidates[longer] = follower;
      longer += 1;
    }
    return longer;
  }

  /** Room of a dimension in the windows from `index` on, when so many of them may still be used. */
  function roomFrom(index: number, mayUse: number, dimension: number): number {
    const all = roomAfter[index * 2 * dimensions + dimension]!;
    if (mayUse >= question.windows.length - index) return all;
    return mayUse <= 0 ? 0 : Math.min(all, mayUse * roomAfter[(index * 2 + 1) * dimensions + dimension]!);
  }

  /** Does what is left fit into what is left, by sums? And is every item still in time? */
  function mayFinish(index: number): boolean {
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      if (isStock[dimension] !== true && rest[dimension]! > roomFrom(index, question.mostUsed - used, dimension)) return false;
    return countDue(question.windows[index]! - 1) === 0;
  }

  /** Can the candidates from `at` on still bring what later windows will not hold? Followers of theirs may bring any amount. */
  function mayFillEnough(frame: Frame, at: number, length: number): boolean {
    const { index, window, roomAt, sums, base, end } = frame;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      if (isStock[dimension] === true) continue;
      const room = roomStack[roomAt + dimension]!;
      let missing = rest[dimension]! - roomFrom(index + 1, question.mostUsed - used, dimension);
      if (missing <= 0) continue;
      if (missing > room) return false;
      if (dimension === question.tight && sums !== null && !sums.has(Math.min(at, end) - base, missing, room)) return false;
      let mayBringMore = false;
      for (let place = at; place < length && missing > 0 && !mayBringMore; place += 1) {
        const item = candidates[place]!;
        if (!isFree(item, roomAt)) continue;
        missing -= demand[item * dimensions + dimension]!;
        mayBringMore = next[item]!.some((link) => !link.isStrict && isAsked[link.item] === 1 && isOpen(link.item, window));
      }
      if (missing > 0 && !mayBringMore) return false;
    }
    return true;
  }

  /** Sums that the candidates of a window can make in the tight dimension; a follower that may join later counts always. */
  function sumsOf(index: number, base: number, length: number): ReachableSums | null {
    const { tight } = question;
    if (tight === undefined || !maySum(length - base, roomStack[index * dimensions + tight]!)) return null;
    const window = question.windows[index]!;
    const followers = new Set<number>();
    const collect = (item: number): void => {
      for (const link of next[item]!) {
        if (link.isStrict || isAsked[link.item] === 0 || followers.has(link.item) || !isOpen(link.item, window)) continue;
        followers.add(link.item);
        collect(link.item);
      }
    };
    for (let at = base; at < length; at += 1) {
      sizes[at - base] = demand[candidates[at]! * dimensions + tight]!;
      collect(candidates[at]!);
    }
    const sums = (sumsAt[index] ??= createReachableSums());
    // The table costs far more than a step; steps stand for time.
    const wordsPerRow = roomStack[index * dimensions + tight]! / 32;
    steps += Math.ceil(((length - base + followers.size) * wordsPerRow) / WORDS_PER_STEP);
    sums.build(sizes.subarray(0, length - base), {
      always: [...followers].map((item) => demand[item * dimensions + tight]!),
      most: roomStack[index * dimensions + tight]!,
    });
    return sums;
  }

  /** Leaving a window empty helps only when something may change later, or when nothing can stand in it. */
  function mayStayEmpty(window: number, hasCandidates: boolean): boolean {
    if (countDue(window) > 0 || (question.isPart !== true && isRequired[window] === 1)) return false;
    if (!hasCandidates || question.mostUsed < question.windows.length) return true;
    return question.items.some((item) => windowOf[item] === -1 && drawsOnStock[item] === 1);
  }

  function reserve(length: number, index: number): void {
    if (length > candidates.length) candidates = widened(candidates, new Int32Array(length * 2));
    if ((index + 1) * dimensions > roomStack.length) roomStack = widened(roomStack, new Float64Array((index + 1) * dimensions * 2));
  }

  return {
    ask(asked: WindowQuestion): WindowVerdict {
      question = { ...asked, items: asked.items.toSorted((a, b) => asked.values[b]! - asked.values[a]! || a - b) };
      placement.start(question.items);
      roomAfter = roomFromEachWindow(asked, dimensions);
      store = createStateStore(words, asked.mostStates);
      used = 0;
      steps = 0;
      isGivenUp = false;
      leastLeft = Infinity;
      if (solveFrom(0, 0)) return 'found';
      return isGivenUp ? 'undecided' : 'impossible';
    },
    steps: () => steps,
    /** Window of each item after `found`. */
    windowOf,
    /** The most that was placed, -1 for what was not, and how many that were; after `undecided`. */
    deepest,
    leastLeft: () => leastLeft,
  };
}

function widened<A extends Int32Array | Float64Array>(old: A, fresh: A): A {
  fresh.set(old);
  return fresh;
}
