import type { MatchDecision } from '../domain/azure.ts';
import type { IdentityFacts, MatchKind } from '../domain/identity-keys.ts';
import type { MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import { matchMachines, type Match } from '../domain/match-machines.ts';
import type { AzureState, ItemRow, ProtectableRow } from './azure-state.ts';

/** What an item of Azure is in the inventory. `doubtful`: a person is asked, nothing is assumed. */
export interface AzureMatch {
  readonly id: string;
  readonly name: string;
  readonly kind: 'item' | 'protectable';
  readonly state: 'matched' | 'doubtful' | 'none';
  readonly machineId: MachineId | null;
  /** A person, or what both sides share; `null` where nothing is matched. */
  readonly by: MatchKind | 'person' | null;
  readonly candidates: readonly {
    readonly machineId: MachineId;
    readonly name: string;
    readonly by: MatchKind;
    readonly against: readonly MatchKind[];
  }[];
}

export interface AzureMatches {
  readonly list: readonly AzureMatch[];
  readonly itemOf: ReadonlyMap<MachineId, ItemRow>;
  readonly protectableOf: ReadonlyMap<MachineId, ProtectableRow>;
}

interface MatchParts {
  readonly machines: ReadonlyMap<MachineId, Machine>;
  readonly mergedInto: ReadonlyMap<MachineId, MachineId>;
  readonly decisions: ReadonlyMap<string, MatchDecision>;
}

type Row = Pick<ProtectableRow, 'id' | 'name' | 'biosId' | 'sourceIds' | 'addresses'>;

/** Items and machines that can be protected, each against the inventory. What people decided holds. Yields between slices. */
export function* matchAzure(state: Pick<AzureState, 'items' | 'protectables'>, parts: MatchParts): Generator<void, AzureMatches, void> {
  const discovered = new Map(state.protectables.flatMap((row) => row.sourceIds.map((id) => [id, row] as const)));
  const itemRows = state.items.map((item) => withDiscovered(item, discovered));
  const items = yield* matchRows(itemRows, 'item', parts);
  const protectables = yield* matchRows(state.protectables, 'protectable', parts);
  const itemById = new Map(state.items.map((item) => [item.id, item]));
  const protectableById = new Map(state.protectables.map((row) => [row.id, row]));
  return { list: [...items, ...protectables], itemOf: byMachine(items, itemById), protectableOf: byMachine(protectables, protectableById) };
}

function byMachine<T>(matches: readonly AzureMatch[], rows: ReadonlyMap<string, T>): Map<MachineId, T> {
  const found = new Map<MachineId, T>();
  for (const { machineId, id } of matches) {
    const row = rows.get(id);
    if (machineId !== null && row !== undefined) found.set(machineId, row);
  }
  return found;
}

/** An item often names its source only by an id; what was discovered under that id says more. */
function withDiscovered(item: ItemRow, discovered: ReadonlyMap<string, ProtectableRow>): Row {
  const source = item.sourceIds.map((id) => discovered.get(id)).find((row) => row !== undefined);
  return {
    id: item.id,
    name: item.friendlyName,
    biosId: source?.biosId ?? null,
    sourceIds: item.sourceIds,
    addresses: [...item.addresses, ...(source?.addresses ?? [])],
  };
}

function* matchRows(
  rows: readonly Row[],
  kind: AzureMatch['kind'],
  { machines, mergedInto, decisions }: MatchParts,
): Generator<void, AzureMatch[], void> {
  const decided = new Map<string, MachineId | null>();
  for (const row of rows) {
    const decision = decisions.get(row.id.toLowerCase());
    if (decision === undefined) continue;
    const machineId = decision.machineId === null ? null : (mergedInto.get(decision.machineId) ?? decision.machineId);
    if (machineId === null || machines.has(machineId)) decided.set(row.id, machineId);
  }
  const taken = new Set(decided.values());
  const free = [...machines.values()].filter((machine) => !taken.has(machine.id));
  const open = rows.filter((row) => !decided.has(row.id));
  const found = yield* matchMachines(open.map(identityOf), free);
  const matchOf = new Map(open.map((row, index) => [row.id, found[index]]));
  return rows.map((row) => {
    const base = { id: row.id, name: row.name, kind };
    if (!decided.has(row.id)) return { ...base, ...told(matchOf.get(row.id)) };
    const machineId = decided.get(row.id) ?? null;
    return { ...base, state: machineId === null ? 'none' : 'matched', machineId, by: 'person', candidates: [] };
  });
}

function told(match: Match | undefined): Pick<AzureMatch, 'state' | 'machineId' | 'by' | 'candidates'> {
  if (match === undefined || match.kind === 'new') return { state: 'none', machineId: null, by: null, candidates: [] };
  if (match.kind === 'known') return { state: 'matched', machineId: match.candidate.machine.id, by: match.candidate.by, candidates: [] };
  const candidates = match.candidates.map(({ machine, by, against }) => ({
    machineId: machine.id,
    name: machine.facts.name ?? machine.id,
    by,
    against,
  }));
  return { state: 'doubtful', machineId: null, by: null, candidates };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function identityOf({ name, biosId, sourceIds, addresses }: Row): IdentityFacts {
  const instanceId = sourceIds.find((id) => UUID.test(id) && id !== biosId?.toLowerCase());
  return {
    name,
    ipAddresses: [...addresses],
    ...(biosId === null ? {} : { biosId }),
    // Where the BIOS id is known, an id of the service's own would only look like a contradiction.
    ...(instanceId === undefined || biosId !== null ? {} : { instanceId }),
  };
}
