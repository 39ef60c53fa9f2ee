import { binsNeeded } from './bins-needed.ts';
import { limitsBySums } from './confirm-limits.ts';
import type { NumberedProblem } from './numbered-problem.ts';
import type { Sharing } from './sharing.ts';

export interface SearchClaim {
  /** No plan has a smaller value than this. */
  readonly value: number;
  readonly mostLoads: number;
}

/**
 * Searches by itself, in the plainest way that ends, for a plan that is better than claimed possible: window after window,
 * every full load, no set of placed units twice. True only when everything was searched and no plan was found.
 */
export function isRefutedBySearch(problem: NumberedProblem, sharing: Sharing, { value, mostLoads }: SearchClaim): boolean {
  const { input, units, demands, order, openPlaces, conflicts, mayStand } = problem;
  const isFinish = input.objective === 'earliest-finish';
  const isUniform = hasAlikeWindows(problem);
  const windows = openPlaces
    .filter((place, open) => (isFinish ? place + 1 < value : !isUniform || open < value - 1))
    .map((_, open) => open);
  const mustUse = (open: number): boolean => input.windows[openPlaces[open]!]!.isRequired === true;
  const lastRequired = openPlaces.findLastIndex((_, open) => mustUse(open));
  if (lastRequired > (windows.at(-1) ?? -1)) return true;
  const mostUsed = isFinish ? windows.length : Math.min(windows.length, value - 1);
  const resources = input.resources.map((_, at) => at);
  const isStock = input.resources.map((resource) => resource.kind === 'stock');
  const drawsOnStock = demands.map((demand) => resources.some((at) => isStock[at] === true && demand[at]! > 0));
  const roomOf = (open: number, at: number): number => levelAt(problem, open, at, isStock[at] === true);
  const size = demands.map((demand) => Math.max(...resources.map((at) => demand[at]! / Math.max(1, sharing.capacity[at]!)), 0));
  const bySize = Array.from({ length: units }, (_, unit) => unit).toSorted((a, b) => size[b]! - size[a]! || a - b);
  const tails = isUniform ? limitsBySums(problem, sharing).tail : null;
  const better = isUniform ? dominatorsOf(problem) : null;
  const isLeader = demands.map((_, unit) => order.subarray(unit * units, (unit + 1) * units).some((kind) => kind !== 0));
  const seen = new Map<string, number>();
  const windowOf = new Int32Array(units).fill(-1);
  let loads = 0;
  let isFound = false;
  const isOver = (): boolean => isFound || loads > mostLoads;

  /** Last window, counted among those searched, that a unit may wait for. */
  function lastIndex(unit: number): number {
    if (tails !== null) return mostUsed - tails[unit]!;
    let index = windows.length - 1;
    while (index >= 0 && (windows[index]! > problem.last[unit]! || !mayStand(unit, windows[index]!))) index -= 1;
    return index;
  }
  const lastOf = Array.from({ length: units }, (_, unit) => lastIndex(unit));

  function fitsLater(index: number, used: number, left: readonly number[]): boolean {
    const windowsLeft = Math.min(windows.length - index, mostUsed - used);
    if (windowsLeft <= 0) return false;
    return resources.every((at) => {
      if (isStock[at] === true) return true;
      const rooms = windows.slice(index).map((open) => roomOf(open, at));
      const sizes = left.map((unit) => demands[unit]![at]!);
      const room = rooms.toSorted((a, b) => b - a).slice(0, windowsLeft);
      if (sizes.reduce((sum, amount) => sum + amount, 0) > room.reduce((sum, amount) => sum + amount, 0)) return false;
      return !isUniform || binsNeeded(sizes, rooms[0]!) <= windowsLeft;
    });
  }

  /** `isWaiting`: the window before was left empty, so that the same units were placed a moment ago, from one window earlier. */
  function from(index: number, used: number, isWaiting = false): void {
    if (isOver()) return;
    const left = bySize.filter((unit) => windowOf[unit] === -1);
    if (left.length === 0) {
      isFound = windows.slice(index).every((open) => !mustUse(open));
      return;
    }
    if (index >= windows.length || left.some((unit) => lastOf[unit]! < index) || !fitsLater(index, used, left)) return;
    // Earlier is no better where a window that must not stay empty lies between.
    const required = windows.slice(0, index).filter((open) => mustUse(open)).length;
    const key = `${String.fromCharCode(...packBits(windowOf))}${isUniform ? '' : `${used} ${required}`}`;
    const before = seen.get(key);
    if (!isWaiting && before !== undefined && before <= index) return;
    seen.set(key, Math.min(before ?? index, index));
    const open = windows[index]!;
    const free = left.filter((unit) => mayStand(unit, open) && isReady(unit, index));
    if (used < mostUsed && free.length > 0) takeOrLeave({ index, used, left, room: roomLeft(index) }, free, []);
    // Waiting without using the window: only where something may be gained by it.
    const mayWait = !mustUse(open) && left.every((unit) => lastOf[unit]! > index);
    if (mayWait && (free.length === 0 || mostUsed < windows.length || left.some((unit) => drawsOnStock[unit] === true)))
      from(index + 1, used, true);
  }

  function roomLeft(index: number): number[] {
    return resources.map((at) => {
      const moved = isStock[at] === true ? demands.reduce((sum, demand, unit) => sum + (windowOf[unit] === -1 ? 0 : demand[at]!), 0) : 0;
      return roomOf(windows[index]!, at) - moved;
    });
  }

  function isReady(unit: number, index: number): boolean {
    for (let other = 0; other < units; other += 1) {
      const kind = order[other * units + unit]!;
      if (kind === 0) continue;
      const at = windowOf[other]!;
      if (at === -1 || (kind === 2 && at >= index)) return false;
    }
    return true;
  }

  interface Load {
    readonly index: number;
    readonly used: number;
    readonly left: readonly number[];
    readonly room: readonly number[];
  }

  function takeOrLeave(load: Load, candidates: readonly number[], without: readonly number[]): void {
    if (isOver()) return;
    const { index, room } = load;
    const at = candidates.findIndex((unit) => fitsIn(unit, load));
    if (at < 0) {
      finish(load, without);
      return;
    }
    const unit = candidates[at]!;
    const rest = candidates.slice(at + 1);
    windowOf[unit] = index;
    const released = load.left.filter(
      (other) =>
        windowOf[other] === -1 &&
        order[unit * units + other] === 1 &&
        !rest.includes(other) &&
        !without.includes(other) &&
        mayStand(other, windows[index]!) &&
        isReady(other, index),
    );
    takeOrLeave({ ...load, room: room.map((amount, resource) => amount - demands[unit]![resource]!) }, [...rest, ...released], without);
    windowOf[unit] = -1;
    if (lastOf[unit]! > index) takeOrLeave(load, rest, [...without, unit]);
  }

  function fitsIn(unit: number, { index, room }: Load): boolean {
    if (!resources.every((at) => demands[unit]![at]! <= room[at]!)) return false;
    for (let other = 0; other < units; other += 1) if (windowOf[other] === index && conflicts.has(unit * units + other)) return false;
    return true;
  }

  function finish(load: Load, without: readonly number[]): void {
    loads += 1;
    const { index, used, left } = load;
    const inside = left.filter((unit) => windowOf[unit] === index);
    if (inside.length === 0) return;
    // A load that could take one more is not full: taking it now is never worse, but for stocks, which may grow, and for later
    // windows that must not stay empty.
    if (
      windows[index]! >= lastRequired &&
      without.some((unit) => drawsOnStock[unit] === false && isReady(unit, index) && fitsIn(unit, load))
    )
      return;
    // Where windows are alike, a wave that nothing waits for can as well come last.
    if (isUniform && !inside.some((unit) => isLeader[unit]) && left.some((unit) => isLeader[unit])) return;
    if (better !== null && isOutdone(load, inside)) return;
    from(index + 1, used + 1);
  }

  /** One inside could be exchanged for a larger one outside, after which at least as much waits: then that is tried instead. */
  function isOutdone({ index, room }: Load, inside: readonly number[]): boolean {
    return inside.some((unit) =>
      better![unit]!.some(
        (other) =>
          windowOf[other] === -1 &&
          isReady(other, index) &&
          resources.every((at) => demands[other]![at]! - demands[unit]![at]! <= room[at]!),
      ),
    );
  }

  from(0, 0);
  return !isOver();
}

/** Windows that all take the same, and units that no date binds: then a plan may as well be read from its end. */
export function hasAlikeWindows({ input, openPlaces, units, mayStand, conflicts }: NumberedProblem): boolean {
  if (input.resources.some((resource) => resource.kind === 'stock') || conflicts.size > 0) return false;
  if (input.windows.some((window) => window.isRequired)) return false;
  const [first] = openPlaces;
  if (first === undefined) return false;
  const alike = openPlaces.every((place) =>
    input.windows[place]!.capacities.every((room, at) => room === input.windows[first]!.capacities[at]),
  );
  const all = Array.from({ length: units }, (_, unit) => unit);
  return alike && openPlaces.every((_, open) => all.every((unit) => mayStand(unit, open)));
}

function levelAt({ input, openPlaces }: NumberedProblem, open: number, at: number, isStock: boolean): number {
  const place = openPlaces[open]!;
  if (!isStock) return input.windows[place]!.capacities[at] ?? Infinity;
  return input.windows.slice(place).reduce((least, window) => Math.min(least, window.capacities[at] ?? Infinity), Infinity);
}

/**
 * Of two units without order between them: the one that is at least as large in everything and before at least as much, with
 * as strict steps, may take the other's place. Of two that are alike, the one with the smaller number.
 */
function dominatorsOf({ units, demands, order }: NumberedProblem): number[][] {
  return Array.from({ length: units }, (_, unit) => {
    const found: number[] = [];
    for (let other = 0; other < units; other += 1) {
      if (other === unit || order[unit * units + other] !== 0 || order[other * units + unit] !== 0) continue;
      if (!demands[unit]!.every((demand, at) => demand <= demands[other]![at]!)) continue;
      let isMore = demands[unit]!.some((demand, at) => demand < demands[other]![at]!);
      let isCovering = true;
      for (let after = 0; after < units && isCovering; after += 1) {
        isCovering = order[unit * units + after]! <= order[other * units + after]!;
        isMore ||= order[unit * units + after]! < order[other * units + after]!;
      }
      if (isCovering && (isMore || other < unit)) found.push(other);
    }
    return found;
  });
}

function packBits(windowOf: Int32Array): number[] {
  const words: number[] = [];
  for (let at = 0; at < windowOf.length; at += 16) {
    let word = 0;
    for (let bit = 0; bit < 16 && at + bit < windowOf.length; bit += 1) if (windowOf[at + bit] !== -1) word |= 1 << bit;
    words.push(word);
  }
  return words;
}
