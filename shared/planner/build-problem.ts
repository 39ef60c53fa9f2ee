import type { PlanGroup, PlanInput } from './model.ts';
import type { Edge, Link, Problem } from './problem.ts';

/** Why no problem could be built at all: rules that contradict each other before anything is computed. */
export type EarlyContradiction =
  /** Groups that must move before themselves, as ids in the order of the circle. */
  | { readonly kind: 'circle'; readonly groupIds: readonly string[] }
  /** Two groups that must share a window and must not. */
  | { readonly kind: 'torn'; readonly groupIds: readonly string[] };

export type BuiltProblem =
  | { readonly ok: true; readonly problem: Problem }
  | { readonly ok: false; readonly contradiction: EarlyContradiction };

export function buildProblem(input: PlanInput): BuiltProblem {
  const groups = input.groups.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const joined = joinItems(groups, input);
  const { itemOf, members } = joined;
  const edges = uniqueEdges(input, itemOf);
  const torn = edges.find((edge) => edge.before === edge.after && edge.isStrict);
  if (torn !== undefined) return { ok: false, contradiction: { kind: 'circle', groupIds: members[torn.before]! } };
  const conflicts = conflictLists(input, itemOf, members.length);
  const against = conflicts.findIndex((list, item) => list.includes(item));
  if (against >= 0) return { ok: false, contradiction: { kind: 'torn', groupIds: members[against]! } };
  const outer = edges.filter((edge) => edge.before !== edge.after);
  return { ok: true, problem: assemble({ input, groups, joined, edges: outer, conflicts }) };
}

interface Joined {
  readonly itemOf: ReadonlyMap<string, number>;
  readonly members: readonly (readonly string[])[];
}

/**
 * One item for groups that must move together: because it was said, or because each must move no later than the other. A
 * circle with a strict step in it leaves an item that must move before itself, which the caller finds.
 */
function joinItems(groups: readonly PlanGroup[], input: PlanInput): Joined {
  const place = new Map(groups.map((group, index) => [group.id, index]));
  const out: number[][] = groups.map(() => []);
  const link = (a: string, b: string): void => {
    const from = place.get(a);
    const to = place.get(b);
    if (from !== undefined && to !== undefined) out[from]!.push(to);
  };
  for (const { before, after } of input.precedences) link(before, after);
  for (const [a, b] of input.together) {
    link(a, b);
    link(b, a);
  }
  const component = strongComponents(out);
  const itemOf = new Map<string, number>();
  const members: string[][] = [];
  const itemOfComponent = new Map<number, number>();
  for (const [index, group] of groups.entries()) {
    const item = itemOfComponent.get(component[index]!) ?? members.length;
    if (item === members.length) {
      itemOfComponent.set(component[index]!, item);
      members.push([]);
    }
    members[item]!.push(group.id);
    itemOf.set(group.id, item);
  }
  return { itemOf, members };
}

/** Tarjan's components, without recursion: chains may be thousands long. */
function strongComponents(out: readonly (readonly number[])[]): Int32Array {
  const count = out.length;
  const component = new Int32Array(count).fill(-1);
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const at = new Int32Array(count);
  const path: number[] = [];
  const open: number[] = [];
  let counter = 0;
  let components = 0;
  for (let root = 0; root < count; root += 1) {
    if (index[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (index[node] === -1) {
        index[node] = low[node] = counter;
        counter += 1;
        open.push(node);
      }
      const next = out[node]![at[node]!];
      if (next !== undefined) {
        at[node]! += 1;
        if (index[next] === -1) path.push(next);
        else if (component[next] === -1) low[node] = Math.min(low[node]!, index[next]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== index[node]) continue;
      for (let member = -1; member !== node;) {
        member = open.pop()!;
        component[member] = components;
      }
      components += 1;
    }
  }
  return component;
}

function uniqueEdges(input: PlanInput, itemOf: ReadonlyMap<string, number>): Edge[] {
  const found = new Map<string, Edge>();
  for (const { before, after, kind } of input.precedences) {
    const from = itemOf.get(before);
    const to = itemOf.get(after);
    if (from === undefined || to === undefined) continue;
    const key = `${from}>${to}`;
    if (kind === 'strict' || !found.has(key)) found.set(key, { before: from, after: to, isStrict: kind === 'strict' });
  }
  return [...found.values()].toSorted((a, b) => a.before - b.before || a.after - b.after);
}

function conflictLists(input: PlanInput, itemOf: ReadonlyMap<string, number>, count: number): Int32Array[] {
  const lists = Array.from({ length: count }, () => new Set<number>());
  for (const [a, b] of input.conflicts) {
    const first = itemOf.get(a);
    const second = itemOf.get(b);
    if (first === undefined || second === undefined) continue;
    lists[first]!.add(second);
    lists[second]!.add(first);
  }
  return lists.map((list) => Int32Array.from(list).sort());
}

interface Parts {
  readonly input: PlanInput;
  readonly groups: readonly PlanGroup[];
  readonly joined: Joined;
  readonly edges: readonly Edge[];
  readonly conflicts: readonly Int32Array[];
}

function assemble({ input, groups, joined: { itemOf, members }, edges, conflicts }: Parts): Problem {
  const count = members.length;
  const dimensions = input.resources.length;
  const open = input.windows.flatMap((window, place) => (window.isFrozen ? [] : [{ window, place }]));
  const windows = open.length;
  const placeOf = Int32Array.from(open, ({ place }) => place);
  const capacity = new Float64Array(windows * dimensions);
  for (const [index, { window, place }] of open.entries()) {
    for (let dimension = 0; dimension < dimensions; dimension += 1)
      capacity[index * dimensions + dimension] = levelOf(input, place, dimension) ?? window.capacities[dimension] ?? Infinity;
  }
  const required = open.flatMap(({ window }, index) => (window.isRequired === true && count > 0 ? [index] : []));
  const demand = new Float64Array(count * dimensions);
  const earliest = new Int32Array(count);
  const latest = new Int32Array(count).fill(windows - 1);
  const dates = datesOf(input, placeOf);
  let closed: Uint8Array | null = null;
  for (const group of groups) {
    const item = itemOf.get(group.id)!;
    for (let dimension = 0; dimension < dimensions; dimension += 1) demand[item * dimensions + dimension]! += group.demands[dimension] ?? 0;
    const { first, last, forbidden } = dates(group);
    earliest[item] = Math.max(earliest[item]!, first);
    latest[item] = Math.min(latest[item]!, last);
    for (const window of forbidden) {
      closed ??= new Uint8Array(count * windows);
      closed[item * windows + window] = 1;
    }
  }
  const links = (pick: (edge: Edge) => readonly [number, number]): Link[][] => {
    const lists: Link[][] = Array.from({ length: count }, () => []);
    for (const edge of edges) {
      const [from, item] = pick(edge);
      lists[from]!.push({ item, isStrict: edge.isStrict });
    }
    return lists;
  };
  return {
    input,
    count,
    dimensions,
    demand,
    isStock: input.resources.map((resource) => resource.kind === 'stock'),
    windows,
    capacity,
    placeOf,
    required,
    earliest,
    latest,
    closed,
    edges,
    previous: links((edge) => [edge.after, edge.before]),
    next: links((edge) => [edge.before, edge.after]),
    conflicts,
    isEarliestFinish: input.objective === 'earliest-finish',
    members,
  };
}

/** What a stock may have reached by a window: the least of its level and of all later ones, for what has moved stays. */
function levelOf(input: PlanInput, place: number, dimension: number): number | null {
  if (input.resources[dimension]!.kind !== 'stock') return null;
  let least = Infinity;
  for (let later = place; later < input.windows.length; later += 1)
    least = Math.min(least, input.windows[later]!.capacities[dimension] ?? Infinity);
  return least;
}

interface Dates {
  readonly first: number;
  readonly last: number;
  readonly forbidden: readonly number[];
}

/** Dates of a group in open windows; an unknown window id binds nothing, as in the checker. */
function datesOf(input: PlanInput, placeOf: Int32Array): (group: PlanGroup) => Dates {
  const placeById = new Map(input.windows.map((window, place) => [window.id, place]));
  const openAt = new Map([...placeOf].map((place, open) => [place, open]));
  /** First open window from a place on; past the end when there is none. */
  const from = (place: number): number => {
    const found = placeOf.findIndex((candidate) => candidate >= place);
    return found < 0 ? placeOf.length : found;
  };
  const upTo = (place: number): number => placeOf.findLastIndex((candidate) => candidate <= place);
  return (group) => {
    const place = (id: string | undefined): number | undefined => (id === undefined ? undefined : placeById.get(id));
    const pin = place(group.pinnedWindowId);
    const earliest = place(group.earliestWindowId);
    const latest = place(group.latestWindowId);
    let first = earliest === undefined ? 0 : from(earliest);
    let last = latest === undefined ? placeOf.length - 1 : upTo(latest);
    if (group.pinnedWindowId !== undefined) {
      // A pin to a window that does not exist or is frozen can be kept nowhere.
      const open = pin === undefined ? undefined : openAt.get(pin);
      first = Math.max(first, open ?? placeOf.length);
      last = Math.min(last, open ?? -1);
    }
    const forbidden = (group.forbiddenWindowIds ?? []).flatMap((id) => openAt.get(placeById.get(id) ?? -1) ?? []);
    return { first, last, forbidden };
  };
}
