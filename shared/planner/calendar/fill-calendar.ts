import type { Problem } from '../problem.ts';
import type { Dates } from './spread-dates.ts';

export interface CalendarFill {
  /** What an item is worth in an early window. */
  readonly values: Float64Array;
  /** Windows to fill, rising. */
  readonly windows: Int32Array;
  readonly dates: Dates;
  /** Items to place; all others are fixed and stand elsewhere. */
  readonly items: Int32Array;
  /** What the items may use of each window, `window * dimensions + dimension`; of a stock: up to and including the window. */
  readonly room: Float64Array;
  readonly loadsPerWindow: number;
}

/**
 * Fills windows one after the other: first what cannot wait, then the load of the highest value among those that a short
 * search looks at. Writes the window of each item, -1 where no window was left for it; returns how many were left.
 */
export function createCalendarFiller(problem: Problem) {
  const { count, dimensions, demand, previous, next, conflicts, closed, isStock, windows: windowCount } = problem;
  const isAsked = new Uint8Array(count);
  const need = new Int32Array(count);
  const blocked = new Int32Array(count);
  const windowOf = new Int32Array(count).fill(-1);
  const room = new Float64Array(dimensions);
  const stock = new Float64Array(dimensions);
  const candidates = new Int32Array(2 * count + 1);
  const load = new Int32Array(count);
  const best = new Int32Array(count);
  const waiting = new Int32Array(count);
  let values: Float64Array = new Float64Array(0);
  let earliest: Int32Array = new Int32Array(0);
  let latest: Int32Array = new Int32Array(0);
  let waitingCount = 0;
  let window = 0;
  let depth = 0;
  let value = 0;
  let bestValue = 0;
  let bestLength = 0;
  let loads = 0;
  let mostLoads = 0;

  function fits(item: number): boolean {
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) if (demand[offset + dimension]! > room[dimension]!) return false;
    return true;
  }

  function isOpen(item: number): boolean {
    return (
      blocked[item] === 0 &&
      window >= earliest[item]! &&
      window <= latest[item]! &&
      (closed === null || closed[item * windowCount + window] === 0)
    );
  }

  function put(item: number): void {
    load[depth] = item;
    depth += 1;
    value += values[item]!;
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) room[dimension]! -= demand[offset + dimension]!;
    const against = conflicts[item]!;
    for (let at = 0; at < against.length; at += 1) blocked[against[at]!]! += 1;
  }

  function takeBack(item: number): void {
    depth -= 1;
    value -= values[item]!;
    const offset = item * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension += 1) room[dimension]! += demand[offset + dimension]!;
    const against = conflicts[item]!;
    for (let at = 0; at < against.length; at += 1) blocked[against[at]!]! -= 1;
  }

  /** Followers that may share the window and wait for nothing else become candidates. */
  function openFollowers(item: number, length: number): number {
    let longer = length;
    const links = next[item]!;
    for (let at = 0; at < links.length; at += 1) {
      const link = links[at]!;
      if (link.isStrict) continue;
      need[link.item]! -= 1;
      if (need[link.item] !== 0 || isAsked[link.item] === 0) continue;
      candidates[longer] = link.item;
      longer += 1;
    }
    return longer;
  }

  function closeFollowers(item: number): void {
    const links = next[item]!;
    for (let at = 0; at < links.length; at += 1) if (!links[at]!.isStrict) need[links[at]!.item]! += 1;
  }

  function search(from: number, length: number): void {
    let isFull = true;
    for (let at = from; at < length; at += 1) {
      const item = candidates[at]!;
      if (!fits(item) || !isOpen(item)) continue;
      isFull = false;
      put(item);
      search(at + 1, openFollowers(item, length));
      closeFollowers(item);
      takeBack(item);
      if (loads >= mostLoads) return;
    }
    if (!isFull) return;
    loads += 1;
    if (value <= bestValue) return;
    bestValue = value;
    bestLength = depth;
    for (let at = 0; at < depth; at += 1) best[at] = load[at]!;
  }

  /** What cannot wait for a later window goes first; false when it does not fit. */
  function placeUrgent(): number {
    let length = waitingCount;
    for (let at = 0; at < length; at += 1) candidates[at] = waiting[at]!;
    for (let isAny = true; isAny;) {
      isAny = false;
      for (let at = 0; at < length; at += 1) {
        const item = candidates[at]!;
        if (item < 0 || latest[item]! > window || !fits(item) || !isOpen(item)) continue;
        put(item);
        length = openFollowers(item, length);
        candidates[at] = -1;
        isAny = true;
      }
    }
    let kept = 0;
    for (let at = 0; at < length; at += 1) {
      const item = candidates[at]!;
      if (item < 0 || !fits(item) || !isOpen(item)) continue;
      candidates[kept] = item;
      kept += 1;
    }
    return kept;
  }

  function settle(): void {
    for (let at = 0; at < bestLength; at += 1) windowOf[best[at]!] = window;
    let kept = 0;
    for (let at = 0; at < waitingCount; at += 1) {
      if (windowOf[waiting[at]!] !== -1) continue;
      waiting[kept] = waiting[at]!;
      kept += 1;
    }
    waitingCount = kept;
    for (let at = 0; at < bestLength; at += 1) {
      const item = best[at]!;
      const offset = item * dimensions;
      for (let dimension = 0; dimension < dimensions; dimension += 1) stock[dimension]! += demand[offset + dimension]!;
      for (const { item: follower } of next[item]!) {
        need[follower]! -= 1;
        if (need[follower] === 0 && isAsked[follower] === 1 && windowOf[follower] === -1) waitFor(follower);
      }
    }
  }

  /** Keeps the waiting list by falling value. */
  function waitFor(item: number): void {
    let at = waitingCount;
    while (
      at > 0 &&
      (values[waiting[at - 1]!]! < values[item]! || (values[waiting[at - 1]!] === values[item] && waiting[at - 1]! > item))
    ) {
      waiting[at] = waiting[at - 1]!;
      at -= 1;
    }
    waiting[at] = item;
    waitingCount += 1;
  }

  function prepare(request: CalendarFill): void {
    values = request.values;
    earliest = request.dates.earliest;
    latest = request.dates.latest;
    mostLoads = request.loadsPerWindow;
    isAsked.fill(0);
    windowOf.fill(-1);
    stock.fill(0);
    for (const item of request.items) isAsked[item] = 1;
    const free: number[] = [];
    for (const item of request.items) {
      let open = 0;
      for (const link of previous[item]!) if (isAsked[link.item] === 1) open += 1;
      need[item] = open;
      if (open === 0) free.push(item);
    }
    free.sort((a, b) => values[b]! - values[a]! || a - b);
    waiting.set(free);
    waitingCount = free.length;
  }

  return {
    /** `spent` counts loads looked at. */
    fill(request: CalendarFill): { readonly left: number; readonly spent: number } {
      prepare(request);
      let left = request.items.length;
      let spent = 0;
      for (const current of request.windows) {
        if (left === 0) break;
        window = current;
        const offset = window * dimensions;
        for (let dimension = 0; dimension < dimensions; dimension += 1) {
          room[dimension] = request.room[offset + dimension]! - (isStock[dimension] === true ? stock[dimension]! : 0);
        }
        depth = 0;
        value = 0;
        const length = placeUrgent();
        const urgent = depth;
        loads = 0;
        bestValue = -Infinity;
        bestLength = 0;
        search(0, length);
        spent += loads;
        for (let at = urgent - 1; at >= 0; at -= 1) {
          closeFollowers(load[at]!);
          takeBack(load[at]!);
        }
        settle();
        left -= bestLength;
      }
      return { left, spent };
    },
    windowOf,
  };
}
