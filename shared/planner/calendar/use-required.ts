import { mayStandIn, type Problem } from '../problem.ts';
import type { Dates } from './spread-dates.ts';

/**
 * Moves an item into every window that must hold something and is empty. Writes into the plan; false when for one of them no
 * single item can be moved without breaking a rule.
 */
export function useRequired(problem: Problem, windowOf: Int32Array): boolean {
  return problem.required.every((window) => {
    if (windowOf.includes(window)) return true;
    const item = itemFor(problem, windowOf, window);
    if (item === null) return false;
    windowOf[item] = window;
    return true;
  });
}

/** A window that must hold something and in which nothing can stand, by dates and sizes; `null` when there is none. */
export function hopelessWindow(problem: Problem, { earliest, latest }: Dates): number | null {
  const isHopeless = (window: number): boolean => {
    for (let item = 0; item < problem.count; item += 1) {
      if (window >= earliest[item]! && window <= latest[item]! && mayStandIn(problem, item, window) && fits(problem, item, window))
        return false;
    }
    return true;
  };
  return problem.required.find(isHopeless) ?? null;
}

/** Of those that may move, one from the window with most items, so that no other one is emptied. */
function itemFor(problem: Problem, windowOf: Int32Array, window: number): number | null {
  const members = new Int32Array(problem.windows);
  for (const used of windowOf) members[used]! += 1;
  let best: number | null = null;
  for (let item = 0; item < problem.count; item += 1) {
    const own = windowOf[item]!;
    if (problem.required.includes(own) && members[own] === 1) continue;
    if (best !== null && members[own]! <= members[windowOf[best]!]!) continue;
    if (mayStandIn(problem, item, window) && fits(problem, item, window) && mayMove(problem, windowOf, { item, window })) best = item;
  }
  return best;
}

function fits({ demand, capacity, dimensions }: Problem, item: number, window: number): boolean {
  for (let dimension = 0; dimension < dimensions; dimension += 1)
    if (demand[item * dimensions + dimension]! > capacity[window * dimensions + dimension]!) return false;
  return true;
}

interface Move {
  readonly item: number;
  readonly window: number;
}

/** By order and by stocks; the window is empty, so that nothing else can stand against it. */
function mayMove(problem: Problem, windowOf: Int32Array, { item, window }: Move): boolean {
  const { previous, next, isStock, dimensions, demand, capacity } = problem;
  if (previous[item]!.some((link) => windowOf[link.item]! > window - (link.isStrict ? 1 : 0))) return false;
  if (next[item]!.some((link) => windowOf[link.item]! < window + (link.isStrict ? 1 : 0))) return false;
  for (const [dimension, isOne] of isStock.entries()) {
    if (!isOne || demand[item * dimensions + dimension] === 0) continue;
    for (let at = window; at < windowOf[item]!; at += 1) {
      let level = demand[item * dimensions + dimension]!;
      for (const [other, stands] of windowOf.entries()) if (stands <= at) level += demand[other * dimensions + dimension]!;
      if (level > capacity[at * dimensions + dimension]!) return false;
    }
  }
  return true;
}
