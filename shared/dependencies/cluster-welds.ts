import { shortName } from '../domain/identity-keys.ts';
import type { Machine } from '../domain/machine.ts';
import { createEndResolver } from './resolve-ends.ts';
import type { Weld } from './weld-groups.ts';

/** Machines handled before the caller may give way to something else. */
const SLICE = 2000;

/**
 * Members of a cluster of guests (Windows failover cluster, Pacemaker): they share disks and addresses, so they move together.
 * What a machine lists as nodes decides; only machines that list none are taken by the name of their cluster, because many
 * clusters bear the name that their installer gave them. Yields between slices.
 */
export function* clusterWelds(machines: ReadonlyMap<string, Machine>, isInScope: (id: string) => boolean): Generator<void, Weld[], void> {
  const members = [...machines.values()].filter(({ id, facts }) => isInScope(id) && isClustered(facts));
  if (members.length === 0) return [];
  yield;
  const hasNodes = members.some(({ facts }) => nodesOf(facts).length > 0);
  const resolve = yield* createEndResolver(hasNodes ? machines.values() : []);
  yield;
  const welds = new Map<string, Weld>();
  const weld = (a: string, b: string, detail: string): void => {
    if (a !== b && isInScope(a) && isInScope(b)) welds.set(a < b ? `${a}|${b}` : `${b}|${a}`, { a, b, reason: 'cluster', detail });
  };
  const firstNamed = new Map<string, string>();
  for (const [index, { id, facts }] of members.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const nodes = nodesOf(facts);
    for (const node of nodes) {
      const end = resolve(isAddress(node) ? { address: node } : { name: node });
      if (end.kind === 'machine') weld(id, end.id, facts.failoverCluster ?? '');
    }
    const title = facts.failoverCluster?.trim() ?? '';
    if (nodes.length > 0 || title === '') continue;
    const first = firstNamed.get(title.toLowerCase());
    if (first === undefined) firstNamed.set(title.toLowerCase(), id);
    else weld(first, id, title);
  }
  // A machine that lists its nodes is the first of its name for those that list none.
  for (const { id, facts } of members) {
    const first = firstNamed.get(facts.failoverCluster?.trim().toLowerCase() ?? '');
    if (first !== undefined && nodesOf(facts).length > 0) weld(first, id, facts.failoverCluster ?? '');
  }
  return [...welds.values()];
}

/** The name of the one cluster that all of these machines belong to, or `null`. */
export function commonCluster(members: readonly Pick<Machine, 'facts'>[]): string | null {
  const titles = new Map(
    members.flatMap(({ facts }) =>
      facts.failoverCluster === undefined ? [] : [[facts.failoverCluster.toLowerCase(), facts.failoverCluster]],
    ),
  );
  const [title] = [...titles.values()];
  if (titles.size !== 1 || title === undefined) return null;
  const listed = new Set(members.flatMap(({ facts }) => nodesOf(facts)).map(shortName));
  return members.every(({ facts }) => facts.failoverCluster !== undefined || listed.has(shortName(facts.name))) ? title : null;
}

function isClustered(facts: Machine['facts']): boolean {
  return facts.failoverCluster !== undefined || nodesOf(facts).length > 0;
}

function nodesOf(facts: Machine['facts']): readonly string[] {
  return facts.failoverClusterNodes ?? [];
}

function isAddress(node: string): boolean {
  return /^[\d.]+$/.test(node) || node.includes(':');
}
