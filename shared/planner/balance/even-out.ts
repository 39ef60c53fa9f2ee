import type { Problem } from '../problem.ts';
import type { WorkClock } from '../work-clock.ts';
import { createRoomFor } from './room-for.ts';
import { waveLoads } from './wave-loads.ts';

export interface EvenOutRequest {
  readonly problem: Problem;
  /** A plan that keeps every rule. It is not written to. */
  readonly windowOf: Int32Array;
  /** Items that may be moved, a byte each. */
  readonly mayMove: Uint8Array;
  readonly clock: WorkClock;
  readonly untilMs: number;
}

/** A spread that is less by no more than this is the same. */
const HAIR = 1e-9;
const UNITS_BETWEEN_LOOKS = 2000;

/**
 * Spreads the load of a plan over its waves, as `WaveLoads` defines it: groups change to another wave or change places, one
 * step after another, each of which keeps all rules and makes the plan evener. The waves in use stay in use and no other is
 * opened, so the number of waves and the finish stay as they are. Yields now and then; ends where no step helps any more.
 */
export function* evenOut({ problem, windowOf: start, mayMove, clock, untilMs }: EvenOutRequest): Generator<void, Int32Array, void> {
  const { count, windows, dimensions, demand, capacity } = problem;
  const windowOf = start.slice();
  const rules = createRoomFor(problem, windowOf);
  const { load, members, isCounted, room, spreadWeight } = waveLoads(problem, windowOf);
  const counted = Int32Array.from({ length: windows }, (_, window) => window).filter((window) => isCounted[window] === 1);
  const items = Int32Array.from({ length: count }, (_, item) => item).filter(
    (item) => mayMove[item] === 1 && isCounted[windowOf[item]!] === 1,
  );
  let peak = 0;
  let unspent = 0;

  const isLate = (): boolean => clock.isStopped() || clock.now() >= untilMs;
  const isTimeToLook = (units: number): boolean => {
    unspent += units;
    if (unspent < UNITS_BETWEEN_LOOKS) return false;
    clock.spend(unspent);
    unspent = 0;
    return true;
  };

  function relative(place: number, amount: number): number {
    return room[place]! > 0 ? amount / room[place]! : 0;
  }

  function findPeak(): void {
    peak = 0;
    for (let place = 0; place < load.length; place += 1) peak = Math.max(peak, relative(place, load[place]!));
  }

  /**
   * By how much the spread of a window changes with one item coming (-1: none) and one going; `Infinity` when that does not fit
   * or is above the peak, or reaches it in a step that is not for the peak: so no step undoes another.
   */
  function change(window: number, coming: number, going: number, isForPeak: boolean): number {
    let sum = 0;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const place = window * dimensions + dimension;
      const by = (coming < 0 ? 0 : demand[coming * dimensions + dimension]!) - (going < 0 ? 0 : demand[going * dimensions + dimension]!);
      if (by === 0 || problem.isStock[dimension] === true) continue;
      const after = load[place]! + by;
      if (by > 0 && after > capacity[place]!) return Infinity;
      const part = relative(place, after);
      if (by > 0 && part > 0 && (part > peak || (part === peak && !isForPeak))) return Infinity;
      sum += spreadWeight[place]! * by * (load[place]! + after);
    }
    return sum;
  }

  /** How many resources of a window are at the peak, with one item coming and one going. */
  function peaks(window: number, coming: number, going: number): number {
    let found = 0;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      const place = window * dimensions + dimension;
      const by = (coming < 0 ? 0 : demand[coming * dimensions + dimension]!) - (going < 0 ? 0 : demand[going * dimensions + dimension]!);
      if (room[place]! > 0 && relative(place, load[place]! + by) >= peak) found += 1;
    }
    return found;
  }

  function book(item: number, to: number): void {
    const from = windowOf[item]!;
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      load[from * dimensions + dimension]! -= demand[item * dimensions + dimension]!;
      load[to * dimensions + dimension]! += demand[item * dimensions + dimension]!;
    }
    members[from]! -= 1;
    members[to]! += 1;
    rules.shift(item, to);
  }

  /** Would changing places help: fewer resources at the peak (`isForPeak`), or else less spread and not more at the peak? */
  function isBetter(item: number, partner: number, isForPeak: boolean): boolean {
    const from = windowOf[item]!;
    const to = windowOf[partner]!;
    const changed = change(from, partner, item, isForPeak) + change(to, item, partner, isForPeak);
    if (!(changed < Infinity)) return false;
    return isForPeak ? peaks(from, partner, item) + peaks(to, item, partner) < peaks(from, -1, -1) + peaks(to, -1, -1) : changed < -HAIR;
  }

  /** The best window for an item among those that make the plan evener, or -1. */
  function bestWindowFor(item: number, isForPeak: boolean): number {
    const from = windowOf[item]!;
    if (members[from] === 1) return -1;
    const leaving = change(from, -1, item, isForPeak);
    const peaksNow = isForPeak ? peaks(from, -1, -1) - peaks(from, -1, item) : 0;
    if (isForPeak ? peaksNow === 0 : leaving >= 0) return -1;
    let best = -1;
    let least = isForPeak ? Infinity : -HAIR;
    for (const to of counted) {
      if (to === from) continue;
      const changed = leaving + change(to, item, -1, isForPeak);
      if (changed >= least || (isForPeak && peaks(to, item, -1) - peaks(to, -1, -1) >= peaksNow)) continue;
      if (!rules.mayMove(item, to)) continue;
      least = changed;
      best = to;
    }
    return best;
  }

  function* moveAll(from: Int32Array, isForPeak: boolean): Generator<void, boolean, void> {
    let isChanged = false;
    for (const item of from) {
      const to = bestWindowFor(item, isForPeak);
      if (to >= 0) {
        book(item, to);
        isChanged = true;
      }
      if (!isTimeToLook(counted.length * dimensions * 0.004 + 1)) continue;
      yield;
      if (isLate()) return isChanged;
    }
    return isChanged;
  }

  function* swapAll(from: Int32Array, isForPeak: boolean): Generator<void, boolean, void> {
    let isChanged = false;
    for (const item of from) {
      for (const other of items) {
        if (windowOf[item] === windowOf[other] || (!isForPeak && other < item)) continue;
        if (!isBetter(item, other, isForPeak) || !rules.maySwap(item, other)) continue;
        const [here, there] = [windowOf[item]!, windowOf[other]!];
        book(item, there);
        book(other, here);
        isChanged = true;
        if (isForPeak) break;
      }
      if (!isTimeToLook(items.length * dimensions * 0.01 + 1)) continue;
      yield;
      if (isLate()) return isChanged;
    }
    return isChanged;
  }

  /** Items of the waves that are at the peak. */
  const atPeak = (): Int32Array => items.filter((item) => peaks(windowOf[item]!, -1, -1) > 0);

  /** Steps for the peak, for as long as it falls. Where it is only reached by fewer, that was bought with spread: undone. */
  function* lowerPeak(): Generator<void, boolean, void> {
    for (let isAny = false; ; isAny = true) {
      findPeak();
      const [before, stood] = [peak, windowOf.slice()];
      while (peak === before && !isLate()) {
        const isChanged = (yield* moveAll(atPeak(), true)) || (yield* swapAll(atPeak(), true));
        if (!isChanged) break;
        findPeak();
      }
      if (peak < before) continue;
      for (const item of items) if (windowOf[item] !== stood[item]) book(item, stood[item]!);
      return isAny;
    }
  }

  for (let isChanged = true; isChanged && !isLate();) {
    isChanged = yield* lowerPeak();
    while (!isLate() && (yield* moveAll(items, false))) isChanged = true;
    if (!isLate() && (yield* swapAll(items, false))) isChanged = true;
  }
  return windowOf;
}
