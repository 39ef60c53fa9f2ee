import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import type { Scarcity } from './scarcity.ts';
import type { Dates } from './spread-dates.ts';

export interface PartialPlanParts {
  readonly windows: Int32Array;
  readonly dates: Dates;
  readonly windowOf: Int32Array;
  readonly scarcity: Scarcity;
  readonly random: Random;
}

/**
 * A plan in the making: where items stand, which are out, and how much room each window has left. A change is made in three
 * steps: `lift` takes items off, someone finds windows for them, `keep` or `putBack` ends it.
 */
export function createPartialPlan(problem: Problem, { windows, dates, windowOf: start, scarcity, random }: PartialPlanParts) {
  const { count, dimensions, demand, capacity, previous, next, windows: windowCount } = problem;
  const { sizes, windowSizes } = scarcity;
  const windowOf = start.slice();
  const members: number[][] = Array.from({ length: windowCount }, () => []);
  const spare = windowSizes.slice();
  const isUsable = new Uint8Array(windowCount);
  const isChosen = new Uint8Array(windowCount);
  const spareAfter = new Float64Array(windowCount);
  let out: number[] = [];
  let outSize = 0;
  let chosen: Int32Array = new Int32Array(0);
  let lifted: Int32Array = new Int32Array(0);
  let before: Int32Array = new Int32Array(0);
  for (const window of windows) isUsable[window] = 1;
  for (let item = 0; item < count; item += 1) {
    const window = windowOf[item]!;
    if (window === -1) {
      out.push(item);
      outSize += sizes[item]!;
    } else {
      members[window]!.push(item);
      spare[window]! -= sizes[item]!;
    }
  }

  /** Windows that neighbours leave to an item. */
  function boundsOf(item: number): readonly [number, number] {
    let from = dates.earliest[item]!;
    let to = dates.latest[item]!;
    for (const link of previous[item]!) {
      const at = windowOf[link.item]!;
      if (at !== -1) from = Math.max(from, at + (link.isStrict ? 1 : 0));
    }
    for (const link of next[item]!) {
      const at = windowOf[link.item]!;
      if (at !== -1) to = Math.min(to, at - (link.isStrict ? 1 : 0));
    }
    return [from, to];
  }

  function anyWindow(): number {
    return windows[Math.floor(random() * windows.length)]!;
  }

  /** Of a few windows, half of them within `low..high`, the one with the most room. */
  function roomiest(low: number, high: number): number {
    let best = -1;
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const window = attempt % 2 === 0 ? low + Math.floor(random() * (high - low + 1)) : anyWindow();
      if (isUsable[window] === 1 && (best === -1 || spare[window]! > spare[best]!)) best = window;
    }
    return best;
  }

  return {
    windowOf,
    outCount: () => out.length,
    outSize: () => outSize,
    boundsOf,

    /** Windows around one where an item that is out could stand; near each other, anywhere, or with much room. */
    chooseWindows(wanted: number): Int32Array {
      const found: number[] = [];
      const add = (window: number): void => {
        if (window < 0 || window >= windowCount || isUsable[window] === 0 || isChosen[window] === 1) return;
        isChosen[window] = 1;
        found.push(window);
      };
      const item = out[Math.floor(random() * out.length)]!;
      const [from, to] = boundsOf(item);
      if (from > to) {
        // Its neighbours stand in each other's way: they are moved with it.
        for (const link of previous[item]!) if (windowOf[link.item]! >= to) add(windowOf[link.item]!);
        for (const link of next[item]!) if (windowOf[link.item]! !== -1 && windowOf[link.item]! <= from) add(windowOf[link.item]!);
      }
      const low = Math.max(0, Math.min(from, to));
      const high = Math.min(windowCount - 1, Math.max(from, to));
      const first = low + Math.floor(random() * (high - low + 1));
      add(first);
      const isNear = random() < 0.5;
      const isRoomy = random() < 0.7;
      for (let attempt = 0; attempt < 20 && found.length < wanted; attempt += 1) {
        if (isRoomy && attempt < 2) add(roomiest(low, high));
        else add(isNear ? first + Math.floor((random() - 0.5) * 8) : anyWindow());
      }
      for (const window of found) isChosen[window] = 0;
      return Int32Array.from(found).sort();
    },

    /** Some of the items that are out, all when they are few. */
    someOut(most: number): number[] {
      if (out.length <= most) return [...out];
      for (let at = 0; at < most; at += 1) {
        const other = at + Math.floor(random() * (out.length - at));
        [out[at], out[other]] = [out[other]!, out[at]!];
      }
      return out.slice(0, most);
    },

    /** Room left in windows, in every dimension. */
    spareOf(some: Int32Array): Float64Array {
      const left = new Float64Array(dimensions);
      for (const window of some) {
        for (let dimension = 0; dimension < dimensions; dimension += 1) {
          left[dimension]! += capacity[window * dimensions + dimension]!;
          for (const item of members[window]!) left[dimension]! -= demand[item * dimensions + dimension]!;
        }
      }
      return left;
    },

    /** The largest item that is out and would fit into so much room. */
    largestFitting(left: Float64Array): number | null {
      let best: number | null = null;
      for (const item of out) {
        const fits = left.every((room, dimension) => demand[item * dimensions + dimension]! <= room);
        if (fits && (best === null || sizes[item]! > sizes[best]!)) best = item;
      }
      return best;
    },

    /** Takes the items of some windows, and these that are out, off the plan; returns all of them. */
    lift(some: Int32Array, extra: readonly number[]): Int32Array {
      chosen = some;
      const found: number[] = [];
      for (const window of some) found.push(...members[window]!);
      before = Int32Array.from(found, (item) => windowOf[item]!);
      for (const item of found) windowOf[item] = -1;
      lifted = Int32Array.from([...found, ...extra]);
      return lifted;
    },

    /** How much worse the plan would be with these windows for the lifted items; below zero it would be better. */
    costOf(found: Int32Array, costOut: number): number {
      let change = 0;
      for (const window of chosen) {
        change += spare[window]! ** 2;
        spareAfter[window] = windowSizes[window]!;
      }
      for (const [at, item] of lifted.entries()) {
        const window = found[item]!;
        if (window === -1) change += at < before.length ? costOut * sizes[item]! : 0;
        else {
          spareAfter[window]! -= sizes[item]!;
          if (at >= before.length) change -= costOut * sizes[item]!;
        }
      }
      for (const window of chosen) change -= spareAfter[window]! ** 2;
      return change;
    },

    keep(found: Int32Array): void {
      const isLifted = new Set(lifted);
      const staysOut = out.filter((item) => !isLifted.has(item));
      for (const window of chosen) {
        members[window] = [];
        spare[window] = windowSizes[window]!;
      }
      for (const item of lifted) {
        const window = found[item]!;
        windowOf[item] = window;
        if (window === -1) staysOut.push(item);
        else {
          members[window]!.push(item);
          spare[window]! -= sizes[item]!;
        }
      }
      out = staysOut;
      outSize = out.reduce((sum, item) => sum + sizes[item]!, 0);
    },

    putBack(): void {
      for (const [at, window] of before.entries()) windowOf[lifted[at]!] = window;
    },
  };
}
