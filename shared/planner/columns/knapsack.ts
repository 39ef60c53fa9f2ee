import type { HeaviestLoad } from './heaviest-load.ts';
import type { LoadProblem } from './load-problem.ts';

/** Whether the table of `knapsack` stays small enough to be worth it. */
export function hasSmallTable({ dimensions, exclusive, kinds, capacity }: LoadProblem): boolean {
  return dimensions === 1 && exclusive === null && kinds * (capacity[0]! + 1) <= 24_000_000;
}

/**
 * The heaviest load of one dimension, by a table over the room left: exact in time that depends only on kinds and capacity.
 * The same table gives the heaviest load around each kind, which are good columns too.
 */
export function createKnapsack({ kinds, demand, capacity, copies }: LoadProblem) {
  const size = capacity[0]!;
  const value = new Float64Array(size + 1);
  const before = new Float64Array(size + 1);
  const taken = new Uint16Array(kinds * (size + 1));

  /** Follows the table back from some room, beside one copy of a kind that is in already. */
  function loadFrom(start: number, fixed: number): { kinds: number[]; times: number[] } | null {
    const found: number[] = [];
    const times: number[] = [];
    let room = start;
    for (let kind = kinds - 1; kind >= 0; kind -= 1) {
      const count = taken[kind * (size + 1) + room]!;
      room -= count * demand[kind]!;
      const all = count + (kind === fixed ? 1 : 0);
      if (all > copies[kind]!) return null;
      if (all === 0) continue;
      found.push(kind);
      times.push(all);
    }
    return { kinds: found, times };
  }

  return (weights: Float64Array, keepAbove: number): HeaviestLoad => {
    value.fill(0);
    for (let kind = 0; kind < kinds; kind += 1) {
      const offset = kind * (size + 1);
      const each = demand[kind]!;
      const weight = weights[kind]!;
      if (weight <= 0) {
        taken.fill(0, offset, offset + size + 1);
        continue;
      }
      const most = each === 0 ? copies[kind]! : Math.min(copies[kind]!, Math.floor(size / each));
      before.set(value);
      for (let room = 0; room <= size; room += 1) {
        let best = before[room]!;
        let bestTimes = 0;
        for (let times = 1; times <= most && times * each <= room; times += 1) {
          const sum = before[room - times * each]! + times * weight;
          if (sum > best + 1e-12) {
            best = sum;
            bestTimes = times;
          }
        }
        value[room] = best;
        taken[offset + room] = bestTimes;
      }
    }
    const others: { kinds: number[]; times: number[] }[] = [];
    for (let kind = 0; kind < kinds; kind += 1) {
      const room = size - demand[kind]!;
      if (weights[kind]! <= 0 || value[room]! + weights[kind]! <= keepAbove) continue;
      const load = loadFrom(room, kind);
      if (load !== null) others.push(load);
    }
    const load = loadFrom(size, -1) ?? { kinds: [], times: [] };
    return { weight: value[size]!, isExact: true, bound: value[size]!, ...load, others };
  };
}
