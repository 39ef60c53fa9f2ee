import type { IndexedProblem } from './fill-windows.ts';
import type { Contradiction, PlanGroup, PlanInput, PlanPrecedence } from './model.ts';

type Indexed =
  | { readonly ok: true; readonly problem: IndexedProblem; readonly membersOf: readonly (readonly string[])[] }
  | { readonly ok: false; readonly contradiction: Contradiction };

/** Joins groups that must move together, spreads dates along precedence, and says which rules contradict each other if any do. */
export function indexProblem(input: PlanInput): Indexed {
  const { groups, indexOf, membersOf } = contract(input);
  const precedences = uniquePrecedences(input.precedences, indexOf);
  const self = precedences.find((edge) => edge.before === edge.after && edge.kind === 'strict');
  if (self !== undefined)
    return contradiction([
      `${groups[self.before]!.title} must move before itself: two groups of it are tied together and ordered at once.`,
    ]);
  const edges = precedences.filter((edge) => edge.before !== edge.after);
  const count = groups.length;
  const windowIndex = new Map(input.windows.map((window, index) => [window.id, index]));
  const lastWindow = input.windows.length - 1;
  const earliest = groups.map((group) =>
    Math.max(indexOr(windowIndex, group.pinnedWindowId, 0), indexOr(windowIndex, group.earliestWindowId, 0)),
  );
  const latest = groups.map((group) =>
    Math.min(indexOr(windowIndex, group.pinnedWindowId, lastWindow), indexOr(windowIndex, group.latestWindowId, lastWindow)),
  );
  const order = topologicalOrder(count, edges);
  if (order === null) return contradiction(cycleSentences(groups, edges));
  const isAllowed = (group: number, window: number): boolean =>
    groups[group]!.forbiddenWindowIds?.includes(input.windows[window]!.id) !== true;
  const tooLarge = sentencesForTooLarge(input, groups, isAllowed);
  if (tooLarge.length > 0) return contradiction(tooLarge);
  for (const group of order) {
    for (const edge of edges)
      if (edge.before === group)
        earliest[edge.after] = Math.max(earliest[edge.after]!, nextOpen(input, earliest[group]! + (edge.kind === 'strict' ? 1 : 0)));
  }
  for (const group of order.toReversed()) {
    for (const edge of edges)
      if (edge.after === group) latest[edge.before] = Math.min(latest[edge.before]!, latest[group]! - (edge.kind === 'strict' ? 1 : 0));
  }
  const squeezed = groups.findIndex((_, index) => earliest[index]! > latest[index]!);
  if (squeezed >= 0) return contradiction(squeezedSentences(input, groups, edges, squeezed));
  const tail = Array.from<number>({ length: count }).fill(0);
  for (const group of order.toReversed()) {
    for (const edge of edges)
      if (edge.before === group) tail[group] = Math.max(tail[group]!, tail[edge.after]! + (edge.kind === 'strict' ? 1 : 0.01));
  }
  const conflictsOf = groups.map(() => new Set<number>());
  for (const [a, b] of input.conflicts) {
    const first = indexOf.get(a);
    const second = indexOf.get(b);
    if (first === undefined || second === undefined) continue;
    if (first === second) return contradiction([`${groups[first]!.title} must move together and must not share a wave at once.`]);
    conflictsOf[first]!.add(second);
    conflictsOf[second]!.add(first);
  }
  const list = (pick: (edge: Edge) => readonly [number, number] | null): number[][] => {
    const lists: number[][] = groups.map(() => []);
    for (const edge of edges) {
      const pair = pick(edge);
      if (pair !== null) lists[pair[0]]!.push(pair[1]);
    }
    return lists;
  };
  const problem: IndexedProblem = {
    input: { ...input, groups },
    count,
    demands: groups.map((group) => group.demands),
    earliest,
    latest,
    isAllowed,
    strictBefore: list((edge) => (edge.kind === 'strict' ? [edge.after, edge.before] : null)),
    weakBefore: list((edge) => (edge.kind === 'weak' ? [edge.after, edge.before] : null)),
    after: list((edge) => [edge.before, edge.after]),
    conflictsOf,
    tail,
  };
  return { ok: true, problem, membersOf };
}

interface Edge {
  readonly before: number;
  readonly after: number;
  readonly kind: 'strict' | 'weak';
}

function indexOr(index: ReadonlyMap<string, number>, id: string | undefined, fallback: number): number {
  return id === undefined ? fallback : (index.get(id) ?? fallback);
}

function nextOpen(input: PlanInput, from: number): number {
  let window = from;
  while (input.windows[window]?.isFrozen === true) window += 1;
  return window;
}

function contradiction(sentences: readonly string[]): Indexed {
  return { ok: false, contradiction: { rules: sentences.map((text, index) => ({ id: `rule-${index + 1}`, text })) } };
}

/** Groups that must move together become one, with the sum of their demands and the narrower of their dates. */
function contract(input: PlanInput): { groups: PlanGroup[]; indexOf: Map<string, number>; membersOf: string[][] } {
  const leader = new Map(input.groups.map((group) => [group.id, group.id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at) ?? at;
    return at;
  };
  for (const [a, b] of input.together) if (leader.has(a) && leader.has(b)) leader.set(find(a), find(b));
  const indexOf = new Map<string, number>();
  const groups: PlanGroup[] = [];
  const membersOf: string[][] = [];
  const place = new Map<string, number>();
  for (const group of input.groups) {
    const root = find(group.id);
    const index = place.get(root);
    if (index === undefined) {
      place.set(root, groups.length);
      indexOf.set(group.id, groups.length);
      groups.push(group);
      membersOf.push([group.id]);
    } else {
      indexOf.set(group.id, index);
      groups[index] = join(input, groups[index]!, group);
      membersOf[index]!.push(group.id);
    }
  }
  return { groups, indexOf, membersOf };
}

function join(input: PlanInput, a: PlanGroup, b: PlanGroup): PlanGroup {
  const at = (id: string | undefined): number => input.windows.findIndex((window) => window.id === id);
  const later =
    a.earliestWindowId === undefined || at(b.earliestWindowId) > at(a.earliestWindowId)
      ? (b.earliestWindowId ?? a.earliestWindowId)
      : a.earliestWindowId;
  const sooner =
    a.latestWindowId === undefined || (b.latestWindowId !== undefined && at(b.latestWindowId) < at(a.latestWindowId))
      ? (b.latestWindowId ?? a.latestWindowId)
      : a.latestWindowId;
  const pinned = a.pinnedWindowId ?? b.pinnedWindowId;
  return {
    ...a,
    title: `${a.title} with ${b.title}`,
    demands: a.demands.map((demand, index) => demand + (b.demands[index] ?? 0)),
    ...(later === undefined ? {} : { earliestWindowId: later }),
    ...(sooner === undefined ? {} : { latestWindowId: sooner }),
    ...(pinned === undefined ? {} : { pinnedWindowId: pinned }),
    forbiddenWindowIds: [...(a.forbiddenWindowIds ?? []), ...(b.forbiddenWindowIds ?? [])],
  };
}

function uniquePrecedences(precedences: readonly PlanPrecedence[], indexOf: ReadonlyMap<string, number>): Edge[] {
  return precedences.flatMap(({ before, after, kind }) => {
    const from = indexOf.get(before);
    const to = indexOf.get(after);
    return from === undefined || to === undefined ? [] : [{ before: from, after: to, kind }];
  });
}

/** Weak edges in a circle are allowed in principle (all in one wave), but are treated as a contradiction to be told. */
function topologicalOrder(count: number, edges: readonly Edge[]): number[] | null {
  const waiting = Array.from<number>({ length: count }).fill(0);
  const followers: number[][] = Array.from({ length: count }, () => []);
  for (const edge of edges) {
    waiting[edge.after]! += 1;
    followers[edge.before]!.push(edge.after);
  }
  const order: number[] = [];
  for (let group = 0; group < count; group += 1) if (waiting[group] === 0) order.push(group);
  for (const group of order) {
    for (const follower of followers[group]!) {
      waiting[follower]! -= 1;
      if (waiting[follower] === 0) order.push(follower);
    }
  }
  return order.length === count ? order : null;
}

function cycleSentences(groups: readonly PlanGroup[], edges: readonly Edge[]): string[] {
  const successor = new Map<number, Edge>();
  const inCycle = new Set(edges.map((edge) => edge.before));
  for (let isShrinking = true; isShrinking;) {
    isShrinking = false;
    for (const group of [...inCycle]) {
      const out = edges.find((edge) => edge.before === group && inCycle.has(edge.after));
      if (out === undefined) {
        inCycle.delete(group);
        isShrinking = true;
      } else successor.set(group, out);
    }
  }
  const seen: number[] = [];
  let at = [...inCycle][0] ?? 0;
  while (!seen.includes(at)) {
    seen.push(at);
    at = successor.get(at)?.after ?? at;
  }
  return seen.slice(seen.indexOf(at)).map((group) => {
    const edge = successor.get(group);
    return `${groups[group]!.title} must move ${edge?.kind === 'weak' ? 'not later than' : 'before'} ${groups[edge?.after ?? group]!.title}.`;
  });
}

function sentencesForTooLarge(
  input: PlanInput,
  groups: readonly PlanGroup[],
  isAllowed: (group: number, window: number) => boolean,
): string[] {
  const open = input.windows.map((window, index) => ({ window, index })).filter(({ window }) => !window.isFrozen);
  for (const [groupIndex, group] of groups.entries()) {
    const candidates = open.filter(
      ({ window, index }) => isAllowed(groupIndex, index) && (group.pinnedWindowId === undefined || group.pinnedWindowId === window.id),
    );
    if (candidates.length === 0) return [`${group.title} may move in no window: all that it is allowed are frozen or closed to it.`];
    for (const [resourceIndex, resource] of input.resources.entries()) {
      const demand = group.demands[resourceIndex] ?? 0;
      const largest = Math.max(...candidates.map(({ window }) => window.capacities[resourceIndex] ?? Infinity));
      if (demand <= largest) continue;
      return [
        `${group.title} needs ${demand.toLocaleString('en')} ${resource.unit} in one wave.`,
        `The largest window ${group.pinnedWindowId === undefined ? '' : 'it is pinned to '}takes ${largest.toLocaleString('en')} ${resource.unit}.`,
      ];
    }
  }
  return [];
}

function squeezedSentences(input: PlanInput, groups: readonly PlanGroup[], edges: readonly Edge[], squeezed: number): string[] {
  const group = groups[squeezed]!;
  const sentences = edges
    .filter((edge) => edge.before === squeezed || edge.after === squeezed)
    .map(
      (edge) =>
        `${groups[edge.before]!.title} must move ${edge.kind === 'strict' ? 'before' : 'not later than'} ${groups[edge.after]!.title}.`,
    );
  const dates = [group.pinnedWindowId, group.earliestWindowId, group.latestWindowId].filter((id) => id !== undefined);
  const windows = dates.map((id) => input.windows.find((window) => window.id === id)?.title ?? id);
  return [`${group.title} is bound to ${windows.length === 0 ? 'the windows of the calendar' : windows.join(' and ')}.`, ...sentences];
}
