import type { Problem } from '../problem.ts';

/** First and last window of every item after what must stand before and behind it was taken into account. */
export interface Dates {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/** Items so that leaders stand before followers. The edges hold no circle. */
export function topologicalOrder({ count, previous, next }: Problem): Int32Array {
  const waiting = Int32Array.from({ length: count }, (_, item) => previous[item]!.length);
  const order = new Int32Array(count);
  let length = 0;
  for (let item = 0; item < count; item += 1) {
    if (waiting[item] !== 0) continue;
    order[length] = item;
    length += 1;
  }
  for (let head = 0; head < length; head += 1) {
    for (const link of next[order[head]!]!) {
      waiting[link.item]! -= 1;
      if (waiting[link.item] !== 0) continue;
      order[length] = link.item;
      length += 1;
    }
  }
  return order;
}

/** Windows that take an item by its own size and dates; the smallest and largest of them bound it. */
export function ownDates(problem: Problem, lastWindow: number): Dates {
  const { count, closed, windows } = problem;
  const earliest = problem.earliest.slice();
  const latest = problem.latest.map((window) => Math.min(window, lastWindow));
  const isClosed = (item: number, window: number): boolean =>
    (closed !== null && closed[item * windows + window] === 1) || !fitsAlone(problem, item, window);
  for (let item = 0; item < count; item += 1) {
    while (earliest[item]! <= latest[item]! && isClosed(item, earliest[item]!)) earliest[item]! += 1;
    while (latest[item]! >= earliest[item]! && isClosed(item, latest[item]!)) latest[item]! -= 1;
  }
  return { earliest, latest };
}

export function fitsAlone({ dimensions, demand, capacity }: Problem, item: number, window: number): boolean {
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    if (demand[item * dimensions + dimension]! > capacity[window * dimensions + dimension]!) return false;
  return true;
}

/** Carries dates along the order of items until they hold; an item whose first window is behind its last one has no place. */
export function spreadDates(problem: Problem, order: Int32Array, lastWindow: number): Dates {
  const { next, previous, closed, windows } = problem;
  const { earliest, latest } = ownDates(problem, lastWindow);
  const isClosed = (item: number, window: number): boolean =>
    (closed !== null && closed[item * windows + window] === 1) || !fitsAlone(problem, item, window);
  for (const item of order) {
    for (const { item: follower, isStrict } of next[item]!) {
      const from = earliest[item]! + (isStrict ? 1 : 0);
      if (from <= earliest[follower]!) continue;
      earliest[follower] = from;
      while (earliest[follower] <= latest[follower]! && isClosed(follower, earliest[follower])) earliest[follower] += 1;
    }
  }
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const item = order[at]!;
    for (const { item: leader, isStrict } of previous[item]!) {
      const to = latest[item]! - (isStrict ? 1 : 0);
      if (to >= latest[leader]!) continue;
      latest[leader] = to;
      while (latest[leader] >= earliest[leader]! && isClosed(leader, latest[leader])) latest[leader] -= 1;
    }
  }
  return { earliest, latest };
}
