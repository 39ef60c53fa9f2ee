import type { ConnectionEnd, ImportedConnection } from '../domain/connection.ts';
import type { Engagement } from '../domain/engagement.ts';
import { LATENCY_SENSITIVE_PORTS, type SharedService } from '../domain/shared-services.data.ts';
import { createEndResolver, type ResolvedEnd } from './resolve-ends.ts';
import type { FoldedAway, Tie, Ties } from './tie.ts';

const SLICE = 500;
/** A machine with so many peers, and with at least this share of all, serves everybody and welds nobody. */
const MANY_PEERS = 12;
const SHARE_OF_ALL = 0.25;

interface Gathering {
  readonly ties: Map<string, Tie>;
  readonly folded: Map<string, { service: SharedService; connections: number; machines: Set<string> }>;
  readonly unknown: Map<string, { connections: number; why: 'unknown' | 'ambiguous' }>;
  count: number;
}

/** Ties between machines of the engagement, from the connections of all its imports. Yields between slices. */
export function* deriveTies(engagement: Pick<Engagement, 'machines' | 'imports' | 'dependencyRules'>): Generator<void, Ties, void> {
  const { machines, imports, dependencyRules } = engagement;
  const hasConnections = imports.some((record) => (record.inventory.connections ?? []).length > 0);
  const resolve = yield* createEndResolver(hasConnections ? machines.values() : []);
  yield;
  const serviceOfPort = new Map(dependencyRules.sharedServices.flatMap((service) => service.ports.map((port) => [port, service] as const)));
  const gathering: Gathering = { ties: new Map(), folded: new Map(), unknown: new Map(), count: 0 };
  for (const record of imports) {
    for (const [index, connection] of (record.inventory.connections ?? []).entries()) {
      gather(connection, { importId: record.id, resolve, serviceOfPort, gathering });
      if (index % SLICE === SLICE - 1) yield;
    }
  }
  const all = [...gathering.ties.values()];
  yield;
  const shared = yield* sharedMachines(all, dependencyRules);
  const sharedIds = new Set(shared.map(({ machineId }) => machineId));
  return {
    ties: all.filter((tie) => !sharedIds.has(tie.from) && !sharedIds.has(tie.to)),
    foldedAway: [...gathering.folded.values()]
      .map(({ service, connections, machines: ends }): FoldedAway => ({
        serviceId: service.id,
        title: service.title,
        connections,
        machines: ends.size,
      }))
      .toSorted((a, b) => b.connections - a.connections),
    sharedMachineIds: shared,
    unknownEnds: [...gathering.unknown.entries()]
      .map(([name, seen]) => ({ name, ...seen }))
      .toSorted((a, b) => b.connections - a.connections),
    connectionCount: gathering.count,
  };
}

interface Context {
  readonly importId: string;
  readonly resolve: (end: ConnectionEnd) => ResolvedEnd;
  readonly serviceOfPort: ReadonlyMap<number, SharedService>;
  readonly gathering: Gathering;
}

function gather(connection: ImportedConnection, { importId, resolve, serviceOfPort, gathering }: Context): void {
  gathering.count += 1;
  const from = resolve(connection.from);
  const to = resolve(connection.to);
  const service = connection.port === undefined ? undefined : serviceOfPort.get(connection.port);
  if (service !== undefined) {
    const seen = gathering.folded.get(service.id) ?? { service, connections: 0, machines: new Set<string>() };
    seen.connections += 1;
    for (const end of [from, to]) if (end.kind === 'machine') seen.machines.add(end.id);
    gathering.folded.set(service.id, seen);
    return;
  }
  for (const end of [from, to]) {
    if (end.kind === 'machine') continue;
    const seen = gathering.unknown.get(end.name) ?? { connections: 0, why: end.kind };
    seen.connections += 1;
    gathering.unknown.set(end.name, seen);
  }
  if (from.kind !== 'machine' || to.kind !== 'machine' || from.id === to.id) return;
  const key = `${from.id}|${to.id}`;
  const known = gathering.ties.get(key);
  const ports =
    connection.port === undefined || known?.ports.includes(connection.port) === true
      ? (known?.ports ?? [])
      : [...(known?.ports ?? []), connection.port];
  const seenAt = connection.seenAt ?? null;
  gathering.ties.set(key, {
    from: from.id,
    to: to.id,
    ports,
    count: (known?.count ?? 0) + (connection.count ?? 1),
    isLatencySensitive:
      known?.isLatencySensitive === true || (connection.port !== undefined && LATENCY_SENSITIVE_PORTS.has(connection.port)),
    seenAt: known?.seenAt != null && (seenAt === null || known.seenAt > seenAt) ? known.seenAt : seenAt,
    importId: known?.importId ?? importId,
    row: known?.row ?? connection.row,
  });
}

function* sharedMachines(ties: readonly Tie[], rules: Engagement['dependencyRules']): Generator<void, Ties['sharedMachineIds'], void> {
  const peers = new Map<string, Set<string>>();
  for (const [index, { from, to }] of ties.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    addPeer(peers, from, to);
    addPeer(peers, to, from);
  }
  const byPerson = new Set(rules.sharedMachineIds);
  const own = new Set(rules.ownMachineIds);
  const many = Math.max(MANY_PEERS, Math.ceil(peers.size * SHARE_OF_ALL));
  const shared: { machineId: string; peers: number; by: 'person' | 'many-peers' }[] = [];
  for (const machineId of byPerson) shared.push({ machineId, peers: peers.get(machineId)?.size ?? 0, by: 'person' });
  for (const [machineId, { size }] of peers) {
    if (size >= many && !byPerson.has(machineId) && !own.has(machineId)) shared.push({ machineId, peers: size, by: 'many-peers' });
  }
  return shared.toSorted((a, b) => b.peers - a.peers || (a.machineId < b.machineId ? -1 : 1));
}

function addPeer(peers: Map<string, Set<string>>, machine: string, peer: string): void {
  const known = peers.get(machine);
  if (known === undefined) peers.set(machine, new Set([peer]));
  else known.add(peer);
}
