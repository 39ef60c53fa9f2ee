import type { Engagement } from '../domain/engagement.ts';
import { pairKey } from '../domain/find-duplicates.ts';
import type { Machine } from '../domain/machine.ts';
import type { MoveGroup } from '../domain/wave.ts';
import { clusterWelds, commonCluster } from './cluster-welds.ts';
import { createForest } from './forest.ts';
import { strongComponents } from './strong-components.ts';
import type { Tie } from './tie.ts';

/** Why two machines must move together. */
export type WeldReason = 'application' | 'cluster' | 'mutual-calls' | 'latency' | 'person';

export interface Weld {
  readonly a: string;
  readonly b: string;
  readonly reason: WeldReason;
  /** The tie behind it, or the words of the person, or the application, or the cluster (empty where it has no name). */
  readonly detail: string;
}

type Parts = Pick<Engagement, 'machines' | 'groupEdits' | 'dependencyRules'>;

/** Ties or machines handled before the caller may give way to something else. */
const SLICE = 2000;

/**
 * Everything that welds machines of the scope: one application, one cluster of guests, calls in both directions (strongly connected parts), calls of a
 * database or queue, and what a person tied. A tie that a person cut welds nothing. Yields between slices.
 */
export function* deriveWelds(engagement: Parts, ties: readonly Tie[]): Generator<void, Weld[], void> {
  const { machines, dependencyRules: rules } = engagement;
  const isInScope = (id: string): boolean => machines.get(id)?.isInScope === true;
  const cut = new Set(rules.cuts.map(({ a, b }) => pairKey(a, b)));
  const open: Tie[] = [];
  for (const [index, tie] of ties.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const isCut = cut.size > 0 && cut.has(pairKey(tie.from, tie.to));
    if (!isCut && isInScope(tie.from) && isInScope(tie.to)) open.push(tie);
  }
  const welds: Weld[] = [];
  for (const [title, members] of yield* applications(machines)) {
    const [first, ...others] = members;
    for (const other of others) if (first !== undefined) welds.push({ a: first, b: other, reason: 'application', detail: title });
  }
  welds.push(...(yield* clusterWelds(machines, isInScope)));
  for (const { a, b, reason } of rules.together) if (isInScope(a) && isInScope(b)) welds.push({ a, b, reason: 'person', detail: reason });
  yield;
  const partOf = yield* strongParts(open);
  for (const [index, tie] of open.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const words = tie.ports.length === 0 ? '' : `port ${tie.ports.toSorted((x, y) => x - y).join(', ')}`;
    if (partOf(tie.from) === partOf(tie.to)) welds.push({ a: tie.from, b: tie.to, reason: 'mutual-calls', detail: words });
    else if (tie.isLatencySensitive && rules.weldsLatencySensitive)
      welds.push({ a: tie.from, b: tie.to, reason: 'latency', detail: words });
  }
  return welds;
}

function* applications(machines: Parts['machines']): Generator<void, ReadonlyMap<string, string[]>, void> {
  const byKey = new Map<string, { readonly title: string; readonly ids: string[] }>();
  let count = 0;
  for (const { id, isInScope, facts } of machines.values()) {
    count += 1;
    if (count % SLICE === 0) yield;
    const title = facts.application?.trim() ?? '';
    if (!isInScope || title === '') continue;
    const known = byKey.get(title.toLowerCase()) ?? { title, ids: [] };
    known.ids.push(id);
    byKey.set(title.toLowerCase(), known);
  }
  return new Map([...byKey.values()].map(({ title, ids }) => [title, ids]));
}

function* strongParts(ties: readonly Tie[]): Generator<void, (id: string) => number, void> {
  const place = new Map<string, number>();
  const next: number[][] = [];
  const placeOf = (id: string): number => {
    const known = place.get(id);
    if (known !== undefined) return known;
    place.set(id, next.length);
    return next.push([]) - 1;
  };
  for (const [index, { from, to }] of ties.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const target = placeOf(to);
    next[placeOf(from)]!.push(target);
  }
  yield;
  const parts = strongComponents(next);
  yield;
  return (id) => parts[place.get(id) ?? -1] ?? -1;
}

/**
 * Move groups: what is welded together, and what a person put together. Every machine of the scope is in exactly one group.
 * Ids are stable: they come from the application, the person's group or the machine. Yields between slices.
 */
export function* deriveMoveGroups(engagement: Parts, welds: readonly Weld[]): Generator<void, MoveGroup[], void> {
  const { machines, groupEdits } = engagement;
  const taken = new Set<string>();
  const groups: MoveGroup[] = [];
  for (const edit of groupEdits) {
    const machineIds = edit.machineIds.filter((id) => machines.get(id)?.isInScope === true && !taken.has(id));
    if (machineIds.length === 0) continue;
    for (const id of machineIds) taken.add(id);
    groups.push({ id: edit.groupId, title: edit.title, machineIds, reason: 'person' });
  }
  const free = [...machines.values()].filter((machine) => machine.isInScope && !taken.has(machine.id));
  const forest = createForest(free.map(({ id }) => id));
  yield;
  for (const [index, { a, b }] of welds.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    forest.join(a, b);
  }
  yield;
  const parts = Map.groupBy(free, ({ id }) => forest.find(id));
  yield;
  for (const members of parts.values()) {
    groups.push(groupOf(members));
    if (groups.length % SLICE === 0) yield;
  }
  yield;
  return groups.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function groupOf(members: readonly Machine[]): MoveGroup {
  const machineIds = members.map(({ id }) => id);
  const titles = new Map<string, string>();
  for (const { facts } of members) {
    const title = facts.application?.trim() ?? '';
    if (title !== '' && !titles.has(title.toLowerCase())) titles.set(title.toLowerCase(), title);
  }
  const [firstKey] = [...titles.keys()].toSorted();
  if (firstKey !== undefined) {
    const isWhole = titles.size === 1 && members.every(({ facts }) => (facts.application?.trim() ?? '') !== '');
    const title = [...titles.values()].toSorted().slice(0, 3).join(' + ');
    return {
      id: `app:${firstKey.slice(0, 150)}`,
      title: titles.size > 3 ? `${title} and ${titles.size - 3} more` : title,
      machineIds,
      reason: isWhole ? 'application' : 'connections',
    };
  }
  const [first] = members;
  if (members.length === 1 && first !== undefined)
    return { id: `machine:${first.id}`, title: first.facts.name, machineIds, reason: 'single' };
  const cluster = commonCluster(members);
  if (cluster !== null) return { id: `cluster:${machineIds.toSorted()[0] ?? ''}`, title: cluster, machineIds, reason: 'cluster' };
  const names = members.map(({ facts }) => facts.name).toSorted();
  return {
    id: `calls:${machineIds.toSorted()[0] ?? ''}`,
    title: `${names[0] ?? ''} and ${members.length - 1} more`,
    machineIds,
    reason: 'connections',
  };
}
