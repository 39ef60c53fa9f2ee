import { binsNeededBySorted } from './bins-needed.ts';
import { createPairing } from './can-pair.ts';
import type { WaveLimits } from './confirm-limits.ts';
import type { NumberedProblem } from './numbered-problem.ts';
import { createSetMemory } from './set-memory.ts';
import type { Sharing } from './sharing.ts';

/** Where windows are alike and one resource decides, with what is known of every unit already. */
export interface LineClaim {
  /** No plan has so many waves. */
  readonly waves: number;
  readonly mostLoads: number;
  readonly limits: WaveLimits;
  /** Weights under which no wave weighs more than `most`, if some were shown to be such. */
  readonly weighing: { readonly weights: readonly number[]; readonly most: number } | null;
  readonly resource: number;
}

/** The resource that alone decides what fits into a window, where windows are alike; -1 where it takes more to know. */
export function decidingResource({ demands }: NumberedProblem, { capacity }: Sharing): number {
  const limiting = capacity.flatMap((room, at) => (demands.reduce((sum, demand) => sum + demand[at]!, 0) > room ? [at] : []));
  return limiting.length === 1 ? limiting[0]! : -1;
}

/**
 * The search of `isRefutedBySearch` for windows that are alike and one resource, which is by far the most frequent case, made
 * for speed: wave by wave, all sets of units that so many waves can hold, each once. No plan exists when the last wave that is
 * allowed has no set left. Sets are left out when their rest cannot be done in the waves left, by sizes, weights or dates.
 */
export function isLineRefuted(problem: NumberedProblem, sharing: Sharing, claim: LineClaim): boolean {
  const { units, demands, order } = problem;
  const { waves, mostLoads, limits, weighing, resource } = claim;
  const room = sharing.capacity[resource]!;
  const line = Int32Array.from({ length: units }, (_, unit) => unit).sort(
    (a, b) => demands[b]![resource]! - demands[a]![resource]! || a - b,
  );
  const size = Float64Array.from(line, (unit) => demands[unit]![resource]!);
  const weight = Float64Array.from(line, (unit) => weighing?.weights[unit] ?? 0);
  const lastWave = Int32Array.from(line, (unit) => waves - limits.tail[unit]! + 1);
  const kind = (a: number, b: number): number => order[line[a]! * units + line[b]!]!;
  const places = Array.from({ length: units }, (_, at) => at);
  const after = places.map((a) => Int32Array.from(places.filter((b) => kind(a, b) !== 0)));
  const before = places.map((b) => Int32Array.from(places.filter((a) => kind(a, b) !== 0)));
  const strictBefore = places.map((b) => Int32Array.from(places.filter((a) => kind(a, b) === 2)));
  // At most two of those above a third of a window share one, and only pairs that fit with all that lies between them.
  const large = places.filter((at) => 3 * size[at]! > room);
  const meet = (a: number, b: number): boolean =>
    Math.max(limits.head[line[a]!]!, limits.head[line[b]!]!) <= Math.min(lastWave[a]!, lastWave[b]!) &&
    sharing.mayShare(line[a]!, line[b]!);
  const canPair = createPairing(large.map((a) => Int32Array.from(large.keys()).filter((b) => large[b] !== a && meet(a, large[b]!))));
  const better = betterThan(size, kind);
  const words = (units + 31) >> 5;
  const memory = createSetMemory(words);
  const isPlaced = new Uint8Array(units);
  const isInside = new Uint8Array(units);
  const need = new Int32Array(units);
  const load = new Int32Array(units);
  const candidates = new Int32Array(2 * units + 1);
  const set = new Int32Array(words);
  const rest = new Float64Array(units);
  let [wave, loads, length, restSize, restWeight, due, isFound] = [0, 0, 0, 0, 0, 0, false];
  let leadersLeft = 0;
  let leadersInside = 0;
  let dueInside = 0;
  let roomLeft = 0;

  const isOver = (): boolean => isFound || loads > mostLoads;

  /** Reads a set; false when what is left can surely not be done in the waves left. */
  function read(state: number): boolean {
    memory.read(state, set);
    [restSize, restWeight, due, leadersLeft] = [0, 0, 0, 0];
    let restLength = 0;
    for (let at = 0; at < units; at += 1) {
      isPlaced[at] = (set[at >> 5]! >>> (at & 31)) & 1;
      if (isPlaced[at] === 1) continue;
      if (lastWave[at]! < wave) return false;
      if (lastWave[at] === wave) due += 1;
      if (after[at]!.length > 0) leadersLeft += 1;
      restSize += size[at]!;
      restWeight += weight[at]!;
      rest[restLength] = size[at]!;
      restLength += 1;
    }
    const left = waves - wave + 1;
    if (restSize > left * room || (weighing !== null && restWeight > left * weighing.most)) return false;
    const largeLeft = large.reduce((sum, at) => sum + 1 - isPlaced[at]!, 0);
    if (largeLeft > left && !canPair((at) => isPlaced[large[at]!] === 0, largeLeft - left)) return false;
    return binsNeededBySorted(rest.subarray(0, restLength), room) <= left;
  }

  function expand(state: number): void {
    if (!read(state)) return;
    let count = 0;
    for (let at = 0; at < units; at += 1) {
      if (isPlaced[at] === 1) continue;
      need[at] = 0;
      for (const leader of before[at]!) if (isPlaced[leader] === 0) need[at]! += 1;
      if (need[at] !== 0) continue;
      candidates[count] = at;
      count += 1;
    }
    [length, leadersInside, dueInside, roomLeft] = [0, 0, 0, room];
    takeOrLeave(0, count, Infinity);
  }

  /** `leftOut`: the smallest size that was left out though it would have fitted; a load that could still take it is not full. */
  function takeOrLeave(from: number, count: number, leftOut: number): void {
    if (isOver()) return;
    let at = from;
    while (at < count && (size[candidates[at]!]! > roomLeft || isBehindInside(candidates[at]!))) at += 1;
    if (at >= count) {
      if (leftOut > roomLeft) finish();
      return;
    }
    const unit = candidates[at]!;
    const isDue = lastWave[unit] === wave;
    let longer = count;
    put(unit, isDue);
    for (const follower of after[unit]!) {
      need[follower]! -= 1;
      if (need[follower] !== 0) continue;
      candidates[longer] = follower;
      longer += 1;
    }
    takeOrLeave(at + 1, longer, leftOut);
    for (const follower of after[unit]!) need[follower]! += 1;
    takeOut(unit, isDue);
    if (!isDue && canStillFill(at + 1, count, Math.min(leftOut, size[unit]!))) takeOrLeave(at + 1, count, Math.min(leftOut, size[unit]!));
  }

  function isBehindInside(unit: number): boolean {
    const strict = strictBefore[unit]!;
    for (let at = 0; at < strict.length; at += 1) if (isInside[strict[at]!] === 1) return true;
    return false;
  }

  /** Can the candidates that are left fill the wave so that what was left out does not fit any more? */
  function canStillFill(from: number, count: number, leftOut: number): boolean {
    let sum = roomLeft - leftOut;
    for (let at = from; at < count; at += 1) {
      sum -= size[candidates[at]!]!;
      if (sum < 0 || after[candidates[at]!]!.length > 0) return true;
    }
    return sum < 0;
  }

  function put(unit: number, isDue: boolean): void {
    isInside[unit] = 1;
    load[length] = unit;
    length += 1;
    roomLeft -= size[unit]!;
    if (isDue) dueInside += 1;
    if (after[unit]!.length > 0) leadersInside += 1;
  }

  function takeOut(unit: number, isDue: boolean): void {
    isInside[unit] = 0;
    length -= 1;
    roomLeft += size[unit]!;
    if (isDue) dueInside -= 1;
    if (after[unit]!.length > 0) leadersInside -= 1;
  }

  function finish(): void {
    loads += 1;
    const wavesAfter = waves - wave;
    if (dueInside < due || restSize - (room - roomLeft) > wavesAfter * room) return;
    if (leadersLeft > 0 && leadersInside === 0) return;
    if (weighing !== null) {
      let inside = 0;
      for (let at = 0; at < length; at += 1) inside += weight[load[at]!]!;
      if (restWeight - inside > wavesAfter * weighing.most) return;
    }
    if (isOutdone()) return;
    for (let at = 0; at < length; at += 1) set[load[at]! >> 5]! |= 1 << (load[at]! & 31);
    if (isAllPlaced()) isFound = true;
    else memory.add(set);
    for (let at = 0; at < length; at += 1) set[load[at]! >> 5]! &= ~(1 << (load[at]! & 31));
  }

  function isAllPlaced(): boolean {
    let placed = length;
    for (let at = 0; at < units; at += 1) placed += isPlaced[at]!;
    return placed === units;
  }

  /** One inside could be exchanged for one outside that is at least as large and before at least as much: that is tried instead. */
  function isOutdone(): boolean {
    for (let at = 0; at < length; at += 1) {
      const unit = load[at]!;
      for (const other of better[unit]!)
        if (
          isPlaced[other] === 0 &&
          isInside[other] === 0 &&
          need[other] === 0 &&
          size[other]! - size[unit]! <= roomLeft &&
          !isBehindInside(other)
        )
          return true;
    }
    return false;
  }

  if (waves < 1) return units > 0;
  memory.add(set);
  let from = 0;
  for (wave = 1; wave <= waves && !isOver(); wave += 1) {
    const to = memory.count();
    for (let state = from; state < to && !isOver(); state += 1) expand(state);
    from = to;
  }
  return !isOver();
}

/**
 * Of two units without order between them, the one that is at least as large and before at least as much, with as strict
 * steps, may take the other's place. Of two that are alike, the first one.
 */
function betterThan(size: Float64Array, kind: (a: number, b: number) => number): Int32Array[] {
  const all = Array.from(size.keys());
  return all.map((unit) =>
    Int32Array.from(
      all.filter((other) => {
        if (other === unit || size[other]! < size[unit]! || kind(unit, other) !== 0 || kind(other, unit) !== 0) return false;
        let isMore = size[other]! > size[unit]!;
        for (const follower of all) {
          if (kind(unit, follower) > kind(other, follower)) return false;
          isMore ||= kind(other, follower) > kind(unit, follower);
        }
        return isMore || other < unit;
      }),
    ),
  );
}
