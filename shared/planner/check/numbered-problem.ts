import type { PlanGroup, PlanInput } from '../model.ts';

/**
 * The checker's own reading of a problem, made without any of the solver's code: groups that must share a window are one
 * unit, and for every two units it is known what must come first.
 */
export interface NumberedProblem {
  readonly input: PlanInput;
  readonly units: number;
  readonly unitOf: ReadonlyMap<string, number>;
  /** Demand per resource of a unit. */
  readonly demands: readonly (readonly number[])[];
  /** Windows that are not frozen, as places in the input. */
  readonly openPlaces: readonly number[];
  /** First and last open window of a unit, by dates and by what must come before and after; counted among the open ones. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** `order[a * units + b]`: 0 = no order, 1 = a not later than b, 2 = a strictly before b. */
  readonly order: Uint8Array;
  readonly conflicts: ReadonlySet<number>;
  readonly mayStand: (unit: number, open: number) => boolean;
}

/** Beyond this, the table of all pairs would be too large, and bounds that need it are not confirmed. */
export const MOST_UNITS = 6000;

/** `null` when the problem is too large or its rules run in a circle. */
export function numberProblem(input: PlanInput): NumberedProblem | null {
  const unitOf = joinGroups(input);
  const units = new Set(unitOf.values()).size;
  if (units > MOST_UNITS) return null;
  const members: PlanGroup[][] = Array.from({ length: units }, () => []);
  for (const group of input.groups) members[unitOf.get(group.id)!]!.push(group);
  const demands = members.map((groups) => input.resources.map((_, at) => groups.reduce((sum, group) => sum + (group.demands[at] ?? 0), 0)));
  const openPlaces = input.windows.flatMap((window, place) => (window.isFrozen ? [] : [place]));
  const order = orderTable(input, unitOf, units);
  for (let unit = 0; unit < units; unit += 1) if (order[unit * units + unit] === 2) return null;
  const levels = openPlaces.map((place) => lastingLevels(input, place));
  const fits = (unit: number, open: number): boolean => demands[unit]!.every((demand, at) => demand <= levels[open]![at]!);
  const stands = members.map((groups, unit) =>
    openPlaces.map((place, open) => fits(unit, open) && groups.every((group) => maySelf(input, group, place))),
  );
  const mayStand = (unit: number, open: number): boolean => stands[unit]![open] === true;
  const { first, last } = dates(order, units, { count: openPlaces.length, mayStand });
  const conflicts = new Set<number>();
  for (const [a, b] of input.conflicts) {
    const x = unitOf.get(a);
    const y = unitOf.get(b);
    if (x === undefined || y === undefined) continue;
    conflicts.add(x * units + y);
    conflicts.add(y * units + x);
  }
  return { input, units, unitOf, demands, openPlaces, first, last, order, conflicts, mayStand };
}

/** Groups said to move together, and groups that must each move no later than the other. */
function joinGroups(input: PlanInput): Map<string, number> {
  const label = new Map(input.groups.map((group) => [group.id, group.id]));
  const find = (id: string): string => {
    let at = id;
    while (label.get(at) !== at) at = label.get(at)!;
    return at;
  };
  const join = (a: string, b: string): void => {
    if (label.has(a) && label.has(b)) label.set(find(a), find(b));
  };
  for (const [a, b] of input.together) join(a, b);
  // A weak circle has no beginning: what is left after taking away, again and again, all that nothing points to or from.
  const weak = input.precedences.filter((edge) => edge.kind === 'weak' && label.has(edge.before) && label.has(edge.after));
  for (let isJoined = true; isJoined;) {
    isJoined = false;
    const circle = someCircle(weak.map((edge) => [find(edge.before), find(edge.after)] as const).filter(([a, b]) => a !== b));
    for (const [a, b] of circle) {
      join(a, b);
      isJoined = true;
    }
  }
  const numbers = new Map<string, number>();
  return new Map(
    input.groups.map((group) => {
      const root = find(group.id);
      if (!numbers.has(root)) numbers.set(root, numbers.size);
      return [group.id, numbers.get(root)!];
    }),
  );
}

/** Edges of one circle, or none. */
function someCircle(edges: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  let left = [...edges];
  for (;;) {
    const starts = new Set(left.map(([a]) => a));
    const ends = new Set(left.map(([, b]) => b));
    const kept = left.filter(([a, b]) => ends.has(a) && starts.has(b));
    if (kept.length === left.length) break;
    left = kept;
  }
  if (left.length === 0) return [];
  const out = new Map(left.map((edge) => [edge[0], edge]));
  const walked: (readonly [string, string])[] = [];
  const seen = new Map<string, number>();
  for (let at = left[0]![0]; ;) {
    if (seen.has(at)) return walked.slice(seen.get(at));
    seen.set(at, walked.length);
    const edge = out.get(at)!;
    walked.push(edge);
    at = edge[1];
  }
}

function orderTable(input: PlanInput, unitOf: ReadonlyMap<string, number>, units: number): Uint8Array {
  const order = new Uint8Array(units * units);
  const out: number[][] = Array.from({ length: units }, () => []);
  for (const { before, after, kind } of input.precedences) {
    const a = unitOf.get(before);
    const b = unitOf.get(after);
    if (a === undefined || b === undefined || (a === b && kind === 'weak')) continue;
    const at = a * units + b;
    if (order[at] === 0) out[a]!.push(b);
    order[at] = Math.max(order[at]!, kind === 'strict' ? 2 : 1);
  }
  // From every unit, walk on; a second visit matters only when it is the first strict one.
  const direct = order.slice();
  for (let start = 0; start < units; start += 1) {
    const row = start * units;
    const walk = out[start]!.map((to) => [to, direct[row + to]!] as const);
    const best = new Uint8Array(units);
    for (const [to, kind] of walk) {
      if (best[to]! >= kind) continue;
      best[to] = kind;
      order[row + to] = Math.max(order[row + to]!, kind);
      for (const next of out[to]!) walk.push([next, Math.max(kind, direct[to * units + next]!)]);
    }
  }
  return order;
}

/** What a window gives of each resource. What has moved stays moved, so the level of a stock must hold in every later window too. */
function lastingLevels({ resources, windows }: PlanInput, place: number): number[] {
  return resources.map(({ kind }, at) => {
    const asked = kind === 'stock' ? windows.slice(place) : windows.slice(place, place + 1);
    return asked.reduce((least, window) => Math.min(least, window.capacities[at] ?? Infinity), Infinity);
  });
}

/** Whether a group may stand at a place of the calendar by its own rules: pin, dates, closed windows. */
function maySelf(input: PlanInput, group: PlanGroup, place: number): boolean {
  const window = input.windows[place]!;
  const indexOf = (id: string | undefined): number | undefined => {
    const index = id === undefined ? -1 : input.windows.findIndex((candidate) => candidate.id === id);
    return index < 0 ? undefined : index;
  };
  if (group.pinnedWindowId !== undefined && group.pinnedWindowId !== window.id) return false;
  if (place < (indexOf(group.earliestWindowId) ?? 0) || place > (indexOf(group.latestWindowId) ?? Infinity)) return false;
  return group.forbiddenWindowIds?.includes(window.id) !== true;
}

interface Windows {
  readonly count: number;
  readonly mayStand: (unit: number, open: number) => boolean;
}

function dates(order: Uint8Array, units: number, { count, mayStand }: Windows): { first: number[]; last: number[] } {
  const all = Array.from({ length: count }, (_, open) => open);
  const own = Array.from({ length: units }, (_, unit) => all.filter((open) => mayStand(unit, open)));
  const first = own.map((windows) => windows[0] ?? count);
  const last = own.map((windows) => windows.at(-1) ?? -1);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let a = 0; a < units; a += 1) {
      for (let b = 0; b < units; b += 1) {
        const kind = order[a * units + b]!;
        if (kind === 0) continue;
        const from = own[b]!.find((open) => open >= first[a]! + kind - 1) ?? count;
        if (from > first[b]!) {
          first[b] = from;
          isChanged = true;
        }
        const to = own[a]!.findLast((open) => open <= last[b]! - kind + 1) ?? -1;
        if (to < last[a]!) {
          last[a] = to;
          isChanged = true;
        }
      }
    }
  }
  return { first, last };
}
