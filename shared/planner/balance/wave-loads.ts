import type { Balance } from '../model.ts';
import { mayStandIn, type Problem } from '../problem.ts';

/**
 * What counts for the balance of a plan. The relative load of a wave in a resource is its load divided by the capacity of its
 * window. It is taken of all resources counted per window that have a limit, and of all waves of the plan but those that
 * nobody can change: the pilot, which is small on purpose, and waves that are done or locked (every group in them is pinned
 * and no other may join). Balance is, in this order: the largest relative load as small as can be; then the spread, which is
 * the sum of the squares of all relative loads, each weighed by the size of its window, and is least where all are equal.
 */
export interface WaveLoads {
  /** `load[window * dimensions + dimension]`, of all items. */
  readonly load: Float64Array;
  /** Number of items of each window. */
  readonly members: Int32Array;
  readonly isCounted: Uint8Array;
  /** Capacity where it counts, else 0. */
  readonly room: Float64Array;
  /** What the square of a load weighs in the spread: 0 where it does not count. */
  readonly spreadWeight: Float64Array;
}

export function waveLoads(problem: Problem, windowOf: Int32Array): WaveLoads {
  const { count, windows, dimensions, demand, capacity, isStock } = problem;
  const load = new Float64Array(windows * dimensions);
  const members = new Int32Array(windows);
  for (let item = 0; item < count; item += 1) {
    const window = windowOf[item]!;
    members[window]! += 1;
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      load[window * dimensions + dimension]! += demand[item * dimensions + dimension]!;
  }
  const isCounted = Uint8Array.from(members, (size, window) => (size > 0 && isChangeable(problem, windowOf, window) ? 1 : 0));
  const room = new Float64Array(windows * dimensions);
  const spreadWeight = new Float64Array(windows * dimensions);
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    if (isStock[dimension] === true) continue;
    let largest = 0;
    for (let window = 0; window < windows; window += 1) {
      const place = window * dimensions + dimension;
      if (isCounted[window] === 1 && Number.isFinite(capacity[place])) room[place] = capacity[place]!;
      largest = Math.max(largest, room[place]!);
    }
    for (let place = dimension; place < room.length; place += dimensions)
      if (room[place]! > 0) spreadWeight[place] = 1 / (room[place]! * largest);
  }
  return { load, members, isCounted, room, spreadWeight };
}

/** False for the pilot and for a wave whose items all have to stand there while no other may. */
function isChangeable(problem: Problem, windowOf: Int32Array, window: number): boolean {
  if (problem.required.includes(window)) return false;
  for (let item = 0; item < problem.count; item += 1) {
    const isBound = problem.earliest[item] === problem.latest[item];
    if (windowOf[item] === window ? !isBound : mayStandIn(problem, item, window)) return true;
  }
  return false;
}

/** The balance of a plan; `null` where nothing counts. */
export function balanceOf(problem: Problem, windowOf: Int32Array): Balance | null {
  const { dimensions, input, placeOf } = problem;
  const { load, room, spreadWeight } = waveLoads(problem, windowOf);
  let [largest, at, spread] = [-1, -1, 0];
  for (let place = 0; place < load.length; place += 1) {
    if (room[place] === 0) continue;
    spread += spreadWeight[place]! * load[place]! ** 2;
    const relative = load[place]! / room[place]!;
    if (relative <= largest) continue;
    [largest, at] = [relative, place];
  }
  if (at < 0) return null;
  let even = 0;
  for (let dimension = 0; dimension < dimensions; dimension += 1) {
    let [sum, all] = [0, 0];
    for (let place = dimension; place < load.length; place += dimensions) {
      if (room[place] === 0) continue;
      sum += load[place]!;
      all += room[place]!;
    }
    if (all > 0) even = Math.max(even, sum / all);
  }
  const windowId = input.windows[placeOf[Math.floor(at / dimensions)]!]!.id;
  return { largest, even, spread, windowId, resourceId: input.resources[at % dimensions]!.id };
}
