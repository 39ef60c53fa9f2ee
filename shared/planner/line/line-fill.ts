import type { Line } from './line.ts';

/** Wave of each place of the line, from 1. */
export interface LinePlan {
  readonly line: Line;
  readonly waves: number;
  readonly waveOf: Int32Array;
}

export interface FillRequest {
  /** The load of the highest sum is taken. */
  readonly weights: Float64Array;
  /** Gives up as soon as fewer than this cannot be kept. */
  readonly fewerThan: number;
  readonly loadsPerWave: number;
  /** Only these places of the line, rising; together they are a run of waves of some plan. */
  readonly places?: Int32Array;
}

/**
 * Hoffmann's way: wave after wave, the load of the highest weight among those that a short search looks at. Several weights
 * and both directions give plans that differ; the best is kept.
 */
export function createFiller(line: Line) {
  const { count, capacity, size, next, nextStrict, previous } = line;
  const everything = Int32Array.from({ length: count }, (_, place) => place);
  const need = new Int32Array(count);
  /** -1 not asked for, 0 not placed yet, else the wave. */
  const waveOf = new Int32Array(count);
  const candidates = new Int32Array(2 * count + 1);
  const load = new Int32Array(count);
  const best = new Int32Array(count);
  const eligible = new Int32Array(count);
  let eligibleCount = 0;
  let weight: Float64Array = new Float64Array(count);
  let loads = 0;
  let mostLoads = 0;
  let depth = 0;
  let bestLength = 0;
  let value = 0;
  let bestValue = 0;

  function search(from: number, length: number, room: number): void {
    if (loads >= mostLoads) return;
    let isFull = true;
    for (let at = from; at < length; at += 1) {
      const item = candidates[at]!;
      if (size[item]! > room) continue;
      isFull = false;
      load[depth] = item;
      depth += 1;
      value += weight[item]!;
      let longer = length;
      const followers = next[item]!;
      for (let k = 0; k < followers.length; k += 1) {
        const follower = followers[k]!;
        need[follower]! -= 1;
        if (need[follower] === 0 && waveOf[follower] === 0) {
          candidates[longer] = follower;
          longer += 1;
        }
      }
      search(at + 1, longer, room - size[item]!);
      for (let k = 0; k < followers.length; k += 1) need[followers[k]!]! += 1;
      depth -= 1;
      value -= weight[item]!;
      if (loads >= mostLoads) return;
    }
    if (!isFull) return;
    loads += 1;
    if (value > bestValue) {
      bestValue = value;
      bestLength = depth;
      for (let at = 0; at < depth; at += 1) best[at] = load[at]!;
    }
  }

  function prepare(places: Int32Array): number {
    waveOf.fill(-1);
    let total = 0;
    for (let at = 0; at < places.length; at += 1) waveOf[places[at]!] = 0;
    eligibleCount = 0;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!;
      total += size[place]!;
      let open = 0;
      const before = previous[place]!;
      for (let k = 0; k < before.length; k += 1) if (waveOf[before[k]!] === 0) open += 1;
      need[place] = open;
      if (open > 0) continue;
      eligible[eligibleCount] = place;
      eligibleCount += 1;
    }
    return total;
  }

  function release(place: number): void {
    need[place]! -= 1;
    if (need[place] !== 0 || waveOf[place] !== 0) return;
    eligible[eligibleCount] = place;
    eligibleCount += 1;
  }

  function closeWave(wave: number): void {
    for (let at = 0; at < bestLength; at += 1) waveOf[best[at]!] = wave;
    let kept = 0;
    for (let at = 0; at < eligibleCount; at += 1) {
      if (waveOf[eligible[at]!] !== 0) continue;
      eligible[kept] = eligible[at]!;
      kept += 1;
    }
    eligibleCount = kept;
    for (let at = 0; at < bestLength; at += 1) {
      for (const follower of next[best[at]!]!) release(follower);
      for (const follower of nextStrict[best[at]!]!) release(follower);
    }
  }

  return {
    /** `spent` counts loads looked at. Places that were not asked for have wave -1. */
    fill(request: FillRequest): { readonly plan: LinePlan | null; readonly spent: number } {
      const places = request.places ?? everything;
      weight = request.weights;
      mostLoads = request.loadsPerWave;
      let rest = prepare(places);
      let left = places.length;
      let spent = 0;
      let wave = 0;
      while (left > 0) {
        if (wave + Math.ceil(rest / capacity) >= request.fewerThan) return { plan: null, spent };
        wave += 1;
        sortByWeight(eligible, eligibleCount, weight);
        for (let at = 0; at < eligibleCount; at += 1) candidates[at] = eligible[at]!;
        loads = 0;
        bestValue = -Infinity;
        search(0, eligibleCount, capacity);
        spent += loads;
        for (let at = 0; at < bestLength; at += 1) rest -= size[best[at]!]!;
        left -= bestLength;
        closeWave(wave);
      }
      return { plan: wave < request.fewerThan ? { line, waves: wave, waveOf: waveOf.slice() } : null, spent };
    },
  };
}

/** Insertion sort: from wave to wave the list is nearly sorted already. */
function sortByWeight(list: Int32Array, length: number, weight: Float64Array): void {
  for (let at = 1; at < length; at += 1) {
    const item = list[at]!;
    const own = weight[item]!;
    let to = at - 1;
    while (to >= 0 && (weight[list[to]!]! < own || (weight[list[to]!] === own && list[to]! > item))) {
      list[to + 1] = list[to]!;
      to -= 1;
    }
    list[to + 1] = item;
  }
}
