import type { LoadProblem } from './load-problem.ts';

/** The heaviest load that a wave can carry under given weights of the kinds. */
export interface HeaviestLoad {
  readonly weight: number;
  /** False when the search was cut short: a heavier load may exist, but none above `bound`. */
  readonly isExact: boolean;
  readonly bound: number;
  readonly kinds: number[];
  readonly times: number[];
  /** Lighter loads that were the heaviest for a while: as good as found for nothing, and often useful as columns. */
  readonly others?: readonly { readonly kinds: number[]; readonly times: number[] }[];
}

export interface LoadQuestion {
  /** Parts of the dimensions in the mixed size; they sum to one. */
  readonly mix: Float64Array;
  readonly mostNodes: number;
  /** Loads heavier than this are kept even if a heavier one is found. */
  readonly keepAbove: number;
}

/**
 * Branch and bound over the kinds by falling weight per size, where the size is a mix of all dimensions. The bound is the
 * fractional knapsack of that mix: any mix with parts that sum to one gives a valid one.
 */
export function createLoadSearch(problem: LoadProblem) {
  const { kinds, dimensions, demand, capacity, copies, exclusive, words } = problem;
  const isLimited = Array.from({ length: dimensions }, (_, dimension) => Number.isFinite(capacity[dimension]!));
  const order = new Int32Array(kinds);
  const mixed = new Float64Array(kinds);
  const room = new Float64Array(dimensions);
  const chosen = new Int32Array(kinds);
  const best = new Int32Array(kinds);
  const blocked = new Int32Array(kinds);
  const tailWeight = new Float64Array(kinds + 1);
  const tailSize = new Float64Array(kinds + 1);
  let weights: Float64Array = new Float64Array(kinds);
  let length = 0;
  let bestWeight = 0;
  let openBound = 0;
  let nodes = 0;
  let mostNodes = 0;
  let worthKeeping = Infinity;
  let others: { kinds: number[]; times: number[] }[] = [];

  /** Kinds with weight, by weight per mixed size; and running sums for the fractional bound. */
  function sort(mix: Float64Array): void {
    length = 0;
    for (let kind = 0; kind < kinds; kind += 1) {
      let size = 0;
      for (let dimension = 0; dimension < dimensions; dimension += 1) {
        if (isLimited[dimension] === true)
          size += (mix[dimension]! * demand[kind * dimensions + dimension]!) / Math.max(1, capacity[dimension]!);
      }
      mixed[kind] = size;
      if (weights[kind]! <= 0) continue;
      order[length] = kind;
      length += 1;
    }
    const ratio = (kind: number): number => weights[kind]! / Math.max(1e-12, mixed[kind]!);
    order.subarray(0, length).sort((a, b) => ratio(b) - ratio(a) || a - b);
    tailWeight[0] = 0;
    tailSize[0] = 0;
    for (let at = 0; at < length; at += 1) {
      const kind = order[at]!;
      tailWeight[at + 1] = tailWeight[at]! + weights[kind]! * copies[kind]!;
      tailSize[at + 1] = tailSize[at]! + mixed[kind]! * copies[kind]!;
    }
  }

  /** Most weight that kinds from `at` on can add within `space` of the mix. */
  function fractional(at: number, space: number): number {
    const limit = tailSize[at]! + space;
    let low = at;
    let high = length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tailSize[middle]! <= limit + 1e-12) low = middle;
      else high = middle - 1;
    }
    let sum = tailWeight[low]! - tailWeight[at]!;
    if (low < length) {
      const kind = order[low]!;
      sum += ((limit - tailSize[low]!) / Math.max(1e-12, mixed[kind]!)) * weights[kind]!;
    }
    return sum;
  }

  function mostTimes(kind: number): number {
    let most = copies[kind]!;
    const offset = kind * dimensions;
    for (let dimension = 0; dimension < dimensions && most > 0; dimension += 1) {
      const each = demand[offset + dimension]!;
      if (each > 0) most = Math.min(most, Math.floor(room[dimension]! / each));
    }
    return most;
  }

  function block(kind: number, by: number): void {
    if (exclusive === null) return;
    for (let word = 0; word < words; word += 1) {
      let bits = exclusive[kind * words + word]!;
      while (bits !== 0) {
        blocked[word * 32 + (31 - Math.clz32(bits & -bits))]! += by;
        bits &= bits - 1;
      }
    }
  }

  function loadOf(times: Int32Array): { kinds: number[]; times: number[] } {
    const found: number[] = [];
    for (let kind = 0; kind < kinds; kind += 1) if (times[kind]! > 0) found.push(kind);
    return { kinds: found, times: found.map((kind) => times[kind]!) };
  }

  function branch(from: number, weight: number, space: number): void {
    nodes += 1;
    if (weight > bestWeight + 1e-9) {
      if (bestWeight > worthKeeping) others.push(loadOf(best));
      bestWeight = weight;
      best.set(chosen);
    }
    for (let at = from; at < length; at += 1) {
      const bound = weight + fractional(at, space);
      if (bound <= bestWeight + 1e-9) return;
      if (nodes > mostNodes) {
        if (bound > openBound) openBound = bound;
        return;
      }
      const kind = order[at]!;
      if (blocked[kind]! > 0) continue;
      const most = mostTimes(kind);
      if (most === 0) continue;
      const offset = kind * dimensions;
      block(kind, 1);
      for (let times = most; times > 0; times -= 1) {
        chosen[kind] = times;
        for (let dimension = 0; dimension < dimensions; dimension += 1) room[dimension]! -= times * demand[offset + dimension]!;
        branch(at + 1, weight + times * weights[kind]!, space - times * mixed[kind]!);
        for (let dimension = 0; dimension < dimensions; dimension += 1) room[dimension]! += times * demand[offset + dimension]!;
      }
      chosen[kind] = 0;
      block(kind, -1);
    }
  }

  return {
    find(kindWeights: Float64Array, { mix, mostNodes: nodeLimit, keepAbove }: LoadQuestion): HeaviestLoad {
      weights = kindWeights;
      nodes = 0;
      others = [];
      worthKeeping = keepAbove;
      mostNodes = nodeLimit;
      bestWeight = 0;
      openBound = 0;
      best.fill(0);
      chosen.fill(0);
      blocked.fill(0);
      room.set(capacity);
      sort(mix);
      branch(0, 0, 1);
      return { weight: bestWeight, isExact: openBound <= bestWeight, bound: Math.max(bestWeight, openBound), ...loadOf(best), others };
    },
    nodes: () => nodes,
  };
}
