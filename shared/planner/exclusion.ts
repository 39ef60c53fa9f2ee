import { joinBits, hasBit, setBit, wordsFor } from './bit-set.ts';
import { topologicalOrder, type Dates } from './calendar/spread-dates.ts';
import type { Problem } from './problem.ts';

/** Items over a way with at least one strict step, a row of bits each. */
export function strictlyAfter(problem: Problem): { readonly table: Int32Array; readonly words: number } {
  const { count, next } = problem;
  const words = wordsFor(count);
  const all = new Int32Array(count * words);
  const strict = new Int32Array(count * words);
  const order = topologicalOrder(problem);
  for (let at = count - 1; at >= 0; at -= 1) {
    const item = order[at]!;
    for (const { item: follower, isStrict } of next[item]!) {
      setBit(all, item * words, follower);
      joinBits(all, item * words, all, follower * words, words);
      if (isStrict) setBit(strict, item * words, follower);
      joinBits(strict, item * words, isStrict ? all : strict, follower * words, words);
    }
  }
  return { table: strict, words };
}

/** Says of two items whether they can never share a window: by conflict, order, or because no window takes both. */
export function createExclusion(problem: Problem, { earliest, latest }: Dates): (a: number, b: number) => boolean {
  const { count, dimensions, demand, conflicts, isStock, windows, capacity, closed } = problem;
  const { table, words } = strictlyAfter(problem);
  const against = new Int32Array(count * words);
  for (let item = 0; item < count; item += 1) for (const other of conflicts[item]!) setBit(against, item * words, other);
  const hasDates = closed !== null || earliest.some((first, item) => first > 0 || latest[item]! < windows - 1);
  const largest = largestCapacity(problem);
  const fitsBoth = (a: number, b: number, room: Float64Array, at: number): boolean => {
    for (let dimension = 0; dimension < dimensions; dimension += 1) {
      if (isStock[dimension] === true) continue;
      if (demand[a * dimensions + dimension]! + demand[b * dimensions + dimension]! > room[at + dimension]!) return false;
    }
    return true;
  };
  const isClosed = (item: number, window: number): boolean => closed !== null && closed[item * windows + window] === 1;
  const sharesSomeWindow = (a: number, b: number): boolean => {
    const to = Math.min(latest[a]!, latest[b]!);
    for (let window = Math.max(earliest[a]!, earliest[b]!); window <= to; window += 1)
      if (!isClosed(a, window) && !isClosed(b, window) && fitsBoth(a, b, capacity, window * dimensions)) return true;
    return false;
  };
  return (a, b) => {
    if (hasBit(against, a * words, b) || hasBit(table, a * words, b) || hasBit(table, b * words, a)) return true;
    if (!fitsBoth(a, b, largest, 0)) return true;
    return hasDates && !sharesSomeWindow(a, b);
  };
}

/** Per dimension the most that any window offers. */
export function largestCapacity({ windows, dimensions, capacity }: Problem): Float64Array {
  const largest = new Float64Array(dimensions);
  for (let at = 0; at < windows * dimensions; at += 1) largest[at % dimensions] = Math.max(largest[at % dimensions]!, capacity[at]!);
  return largest;
}
