import { createStateStore } from '../state-store.ts';
import type { WorkClock } from '../work-clock.ts';
import type { LineGoal } from './line-goal.ts';
import type { Gaps, LineLimits } from './line-limits.ts';
import { createLoadMaker } from './line-loads.ts';
import { createPairTest, type PairTest } from './line-matching.ts';
import type { Line } from './line.ts';
import { mayFitInto } from './packing-bound.ts';

/** A weighing of the places under which no wave can weigh more than `most`: the rest divided by it bounds the waves left. */
export interface Weighing {
  readonly weights: Int32Array;
  readonly most: number;
}

export interface LineSearchParts {
  readonly line: Line;
  readonly limits: LineLimits;
  readonly gaps: Gaps | null;
  readonly goal: LineGoal;
  readonly weighings: readonly Weighing[];
  readonly mostStates: number;
}

/** Loads made of one state before the next state has its turn; ten times as many once every state had one. */
const LOADS_AT_ONCE = 20;
const GROWTH = 10;
const TRIES_PER_LOAD = 20;
/** How much a placed item counts against unused capacity when choosing the next state. */
const ITEM_VALUE = 0.02;
const UNITS_PER_STATE = 20;
const UNITS_BETWEEN_LOOKS = 500;

/**
 * Exact search that remembers (Sewell and Jacobson's branch, bound and remember): a state is the set of placed items; from
 * each, full loads for the next wave are made; states of every wave count take turns. Ends with a better plan or the proof
 * that there is none. Rules that leave loads out, all valid for equal windows only:
 * - a load that could take one more item is not made;
 * - Jackson's rule: nor one in which an item could be replaced by one that dominates it;
 * - nor one of items without followers while others with followers are left: it can as well come last.
 */
export function createLineSearch({ line, limits, gaps, goal, weighings, mostStates }: LineSearchParts) {
  const { count, capacity, size, words, previous, followerCount, dominators, total } = line;
  const keys = createHashKeys(count);
  const store = createStateStore(words, mostStates);
  const isPlaced = new Uint8Array(count);
  const rest = new Int32Array(count);
  const last = new Int32Array(count);
  const leastOf = new Float64Array(weighings.length);
  const maker = createLoadMaker(line, keys, finishLoad);
  const { candidates, need, inLoad, load, set } = maker;
  let loadsAtOnce = LOADS_AT_ONCE;
  let unfinished: number[] = [];
  let target = -1;
  let isDone = false;
  let pairTest: PairTest | null = null;
  let questions = 0;
  let refusals = 0;

  // The state being expanded.
  let origin = -1;
  let wave = 0;
  let idleBefore = 0;
  let idleBudget = 0;
  let unplaced = 0;
  let hasFollowers = false;
  let due = 0;

  store.add(set, 0, { wave: 0, idle: 0, parent: -1, key: 0 });

  /** After a better plan: the search is for one wave less, so every item is due earlier. */
  function aim(): void {
    if (target === goal.upper - 1) return;
    target = goal.upper - 1;
    for (let item = 0; item < count; item += 1) last[item] = target - limits.tail[item]! + 1;
    idleBudget = target * capacity - total;
    pairTest = gaps === null ? null : createPairTest(line, gaps, { waves: target, limits });
  }

  function expand(state: number): void {
    origin = state;
    wave = store.wave(state) + 1;
    idleBefore = store.idle(state);
    if (!openState(state)) return;
    let candidateCount = 0;
    for (let item = 0; item < count; item += 1) {
      if (isPlaced[item] === 1) continue;
      let open = 0;
      const before = previous[item]!;
      for (let at = 0; at < before.length; at += 1) if (isPlaced[before[at]!] === 0) open += 1;
      need[item] = open;
      if (open > 0) continue;
      candidates[candidateCount] = item;
      candidateCount += 1;
    }
    const order = { candidateCount, wave, last, mostKept: loadsAtOnce, mostTries: loadsAtOnce * TRIES_PER_LOAD };
    if (maker.run(order, store.hash(state))) unfinished.push(state);
  }

  /** Reads the set of a state; false when it cannot lead to a plan of `target` waves. */
  function openState(state: number): boolean {
    const bits = store.bits();
    const offset = state * words;
    for (let word = 0; word < words; word += 1) set[word] = bits[offset + word]!;
    unplaced = 0;
    hasFollowers = false;
    due = 0;
    for (let item = 0; item < count; item += 1) {
      const placed = (set[item >> 5]! >>> (item & 31)) & 1;
      isPlaced[item] = placed;
      if (placed === 1) continue;
      unplaced += 1;
      if (followerCount[item]! > 0) hasFollowers = true;
      if (last[item]! > wave) continue;
      if (last[item]! < wave) return false;
      due += 1;
    }
    const wavesAfter = target - wave;
    for (let at = 0; at < weighings.length; at += 1) {
      const { weights, most } = weighings[at]!;
      let sum = 0;
      for (let item = 0; item < count; item += 1) if (isPlaced[item] === 0) sum += weights[item]!;
      leastOf[at] = sum - wavesAfter * most;
      if (leastOf[at]! > most) return false;
    }
    return pairTest === null || pairTest(isPlaced, wavesAfter + 1);
  }

  function finishLoad(room: number): boolean {
    if (idleBefore + room > idleBudget || maker.dueInLoad() < due) return false;
    if (hasFollowers && maker.leadersInLoad() === 0) return false;
    const length = maker.length();
    for (let at = 0; at < weighings.length; at += 1) {
      if (leastOf[at]! <= 0) continue;
      const { weights } = weighings[at]!;
      let sum = 0;
      for (let k = 0; k < length; k += 1) sum += weights[load[k]!]!;
      if (sum < leastOf[at]!) return false;
    }
    if (isOutdone(room, length)) return false;
    if (unplaced === length) {
      keepPlan(length);
      return true;
    }
    if (isWorthAsking() && !mayFinish(target - wave)) {
      refusals += 1;
      return false;
    }
    const idle = idleBefore + room;
    const key = idle / wave - ITEM_VALUE * (unplaced - length);
    store.add(set, maker.hash(), { wave, idle, parent: origin, key });
    return true;
  }

  /** Jackson's rule: an item outside that is at least as large and at least as needed would fit in the place of one inside. */
  function isOutdone(room: number, length: number): boolean {
    for (let k = 0; k < length; k += 1) {
      const item = load[k]!;
      const better = dominators[item]!;
      for (let at = 0; at < better.length; at += 1) {
        const other = better[at]!;
        if (isPlaced[other] === 0 && inLoad[other] === 0 && need[other] === 0 && size[other]! - size[item]! <= room) return true;
      }
    }
    return false;
  }

  /** The packing bounds cost as much as all the rest; where they hardly ever refuse, they are asked now and then only. */
  function isWorthAsking(): boolean {
    questions += 1;
    if (questions < 500 || (questions & 15) === 0) return true;
    if (questions > 20_000) {
      questions = 500;
      refusals = refusals > 0 ? 5 : 0;
    }
    return refusals * 200 > questions;
  }

  function mayFinish(waves: number): boolean {
    let length = 0;
    for (let item = 0; item < count; item += 1) {
      if (isPlaced[item] === 1 || inLoad[item] === 1) continue;
      rest[length] = size[item]!;
      length += 1;
    }
    return mayFitInto(rest, length, capacity, waves);
  }

  function keepPlan(length: number): void {
    if (wave >= goal.upper) return;
    const waveOf = new Int32Array(count);
    for (let k = 0; k < length; k += 1) waveOf[load[k]!] = wave;
    const bits = store.bits();
    for (let state = origin; store.parent(state) >= 0; state = store.parent(state)) {
      const offset = state * words;
      const parentOffset = store.parent(state) * words;
      for (let item = 0; item < count; item += 1) {
        const here = (bits[offset + (item >> 5)]! >>> (item & 31)) & 1;
        const before = (bits[parentOffset + (item >> 5)]! >>> (item & 31)) & 1;
        if (here === 1 && before === 0) waveOf[item] = store.wave(state);
      }
    }
    goal.upper = wave;
    goal.plan = { line, waves: wave, waveOf };
    maker.stop();
  }

  function takeUseful(level: number): number {
    if (level >= target) return -1;
    for (let state = store.take(level); state >= 0; state = store.take(level)) if (store.idle(state) <= idleBudget) return state;
    return -1;
  }

  /** One state of every wave count. False when none was open. */
  function goAround(clock: WorkClock, untilMs: number): 'some' | 'none' | 'over' {
    let isAny = false;
    let sinceLook = 0;
    for (let level = 0; level < store.waveCount(); level += 1) {
      aim();
      if (goal.lower >= goal.upper) return 'over';
      const state = takeUseful(level);
      if (state < 0) continue;
      isAny = true;
      expand(state);
      sinceLook += UNITS_PER_STATE + maker.tries();
      if (sinceLook < UNITS_BETWEEN_LOOKS) continue;
      clock.spend(sinceLook);
      sinceLook = 0;
      if (clock.now() >= untilMs) return 'over';
    }
    clock.spend(sinceLook);
    return isAny ? 'some' : 'none';
  }

  return {
    /** No plan with fewer waves than `goal.upper` exists. */
    isDone: () => isDone,
    isFull: () => store.isFull(),
    states: () => store.count(),
    /** Works until the clock says `untilMs`, a plan as good as the bound was found, or everything was searched. */
    run(clock: WorkClock, untilMs: number): void {
      while (!isDone && !store.isFull() && goal.lower < goal.upper && clock.now() < untilMs) {
        const went = goAround(clock, untilMs);
        if (went === 'over') return;
        if (went === 'some') continue;
        if (unfinished.length === 0) isDone = !store.isFull();
        loadsAtOnce *= GROWTH;
        for (const state of unfinished) store.reopen(state);
        unfinished = [];
      }
    },
  };
}

function createHashKeys(count: number): Int32Array {
  let state = 123_456_789;
  return Int32Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}
