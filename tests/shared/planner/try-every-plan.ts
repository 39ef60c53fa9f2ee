import type { PlanGroup, PlanInput } from '../../../shared/planner/model.ts';

/**
 * The best value of a problem by trying every plan, read off the words of the model and nothing else: neither the solver nor
 * the checker has a hand in it. `null` when no plan keeps every rule. For a handful of groups only.
 */
export function bestOfEveryPlan(input: PlanInput): number | null {
  let best: number | null = null;
  const places: number[] = [];
  const tryFrom = (at: number): void => {
    if (at === input.groups.length) {
      if (!keepsEveryRule(input, places)) return;
      const value = valueOf(input, places);
      if (best === null || value < best) best = value;
      return;
    }
    for (let place = 0; place < input.windows.length; place += 1) {
      places[at] = place;
      if (mayStand(input, input.groups[at]!, place)) tryFrom(at + 1);
    }
  };
  tryFrom(0);
  return best;
}

/** `places`: for each group of the input, the place of its window. */
export function keepsEveryRule(input: PlanInput, places: readonly number[]): boolean {
  const placeOf = new Map(input.groups.map((group, at) => [group.id, places[at]!]));
  const of = (id: string): number => placeOf.get(id)!;
  return (
    input.groups.every((group) => mayStand(input, group, of(group.id))) &&
    input.precedences.every(({ before, after, kind }) => (kind === 'strict' ? of(before) < of(after) : of(before) <= of(after))) &&
    input.conflicts.every(([a, b]) => of(a) !== of(b)) &&
    input.together.every(([a, b]) => of(a) === of(b)) &&
    input.windows.every((window, at) => window.isRequired !== true || window.isFrozen || places.includes(at)) &&
    input.resources.every((_, resource) => fits(input, places, resource))
  );
}

export function valueOf(input: PlanInput, places: readonly number[]): number {
  return input.objective === 'fewest-waves' ? new Set(places).size : Math.max(...places) + 1;
}

function mayStand(input: PlanInput, group: PlanGroup, at: number): boolean {
  const placeOf = (id: string): number => input.windows.findIndex((window) => window.id === id);
  const { pinnedWindowId: pin, earliestWindowId: earliest, latestWindowId: latest, forbiddenWindowIds: closed = [] } = group;
  if (input.windows[at]!.isFrozen) return false;
  if (pin !== undefined && at !== placeOf(pin)) return false;
  if (earliest !== undefined && at < placeOf(earliest)) return false;
  if (latest !== undefined && at > placeOf(latest)) return false;
  return !closed.some((id) => placeOf(id) === at);
}

function fits(input: PlanInput, places: readonly number[], resource: number): boolean {
  const isStock = input.resources[resource]!.kind === 'stock';
  return input.windows.every(({ capacities }, at) => {
    const room = capacities[resource] ?? Infinity;
    let load = 0;
    for (const [index, group] of input.groups.entries())
      if (isStock ? places[index]! <= at : places[index] === at) load += group.demands[resource]!;
    return load <= room;
  });
}
