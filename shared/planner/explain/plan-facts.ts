import { NO_LIMIT_NAMES, type LimitName } from '../limit-names.ts';
import type { PlanGroup, PlanInput, PlanPrecedence } from '../model.ts';

/** A problem and a plan for it, arranged for questions about single groups. */
export interface PlanFacts {
  readonly input: PlanInput;
  /** Place of a window in the calendar. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, PlanGroup>;
  /** Place of the window in which a group stands; absent where it stands in none. */
  readonly at: ReadonlyMap<string, number>;
  /** What each window carries of each resource; of a stock, everything up to and with it. */
  readonly loads: readonly (readonly number[])[];
  readonly members: readonly (readonly string[])[];
  readonly before: ReadonlyMap<string, readonly PlanPrecedence[]>;
  readonly after: ReadonlyMap<string, readonly PlanPrecedence[]>;
  readonly apart: ReadonlyMap<string, readonly string[]>;
  readonly limitName: LimitName;
}

export function planFacts(
  input: PlanInput,
  assignment: Readonly<Record<string, string>>,
  limitName: LimitName = NO_LIMIT_NAMES,
): PlanFacts {
  const placeOf = new Map(input.windows.map((window, index) => [window.id, index]));
  const at = new Map<string, number>();
  const members: string[][] = input.windows.map(() => []);
  const loads = input.windows.map(() => input.resources.map(() => 0));
  for (const group of input.groups) {
    const place = placeOf.get(assignment[group.id] ?? '');
    if (place === undefined) continue;
    at.set(group.id, place);
    members[place]?.push(group.id);
    for (const [index, demand] of group.demands.entries()) loads[place]![index]! += demand;
  }
  for (const [index, resource] of input.resources.entries()) {
    if (resource.kind !== 'stock') continue;
    let moved = 0;
    for (const load of loads) {
      moved += load[index] ?? 0;
      load[index] = moved;
    }
  }
  return {
    input,
    placeOf,
    groups: new Map(input.groups.map((group) => [group.id, group])),
    at,
    loads,
    members,
    before: Map.groupBy(input.precedences, (edge) => edge.after),
    after: Map.groupBy(input.precedences, (edge) => edge.before),
    apart: partners(input.conflicts),
    limitName,
  };
}

function partners(pairs: PlanInput['conflicts']): Map<string, string[]> {
  const known = new Map<string, string[]>();
  const add = (a: string, b: string): void => void known.set(a, [...(known.get(a) ?? []), b]);
  for (const [a, b] of pairs) {
    add(a, b);
    add(b, a);
  }
  return known;
}
