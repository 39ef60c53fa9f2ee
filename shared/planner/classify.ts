import type { LineInput } from './line/line.ts';
import type { Problem } from './problem.ts';

/** All windows are alike and any item may stand in any of them, so that only how many are used matters. */
export function hasEqualWindows({ windows, dimensions, capacity, isStock, earliest, latest, closed, count, required }: Problem): boolean {
  // The first window is used by every plan that begins at once.
  if (isStock.includes(true) || closed !== null || required.some((window) => window > 0)) return false;
  for (let item = 0; item < count; item += 1) if (earliest[item] !== 0 || latest[item] !== windows - 1) return false;
  for (let at = dimensions; at < windows * dimensions; at += 1) if (capacity[at] !== capacity[at - dimensions]) return false;
  return windows > 0;
}

/** Dimensions that can keep anything out of a window at all, in order. */
export function limitingDimensions({ dimensions, count, demand, windows, capacity }: Problem): number[] {
  return Array.from({ length: dimensions }, (_, dimension) => dimension).filter((dimension) => {
    let total = 0;
    for (let item = 0; item < count; item += 1) total += demand[item * dimensions + dimension]!;
    for (let window = 0; window < windows; window += 1) if (capacity[window * dimensions + dimension]! < total) return true;
    return false;
  });
}

const MOST_SIZE = 2 ** 30;

/**
 * The problem as a line, when it is one: equal windows, one limiting dimension, no conflicts. Items keep their numbers.
 */
export function asLine(problem: Problem): LineInput | null {
  if (!hasEqualWindows(problem) || problem.conflicts.some((list) => list.length > 0)) return null;
  const [dimension, ...more] = limitingDimensions(problem);
  if (dimension === undefined || more.length > 0) return null;
  const capacity = problem.capacity[dimension]!;
  const sizes = Array.from({ length: problem.count }, (_, item) => problem.demand[item * problem.dimensions + dimension]!);
  const fits = capacity <= MOST_SIZE && capacity > 0 && sizes.every((size) => Number.isInteger(size) && size <= capacity);
  return fits ? { capacity, sizes, edges: problem.edges } : null;
}
