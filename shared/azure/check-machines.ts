import type { MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { AzureState, NeighbourRow } from './azure-state.ts';
import { sameRegion, type CheckMachine, type VmPair } from './checks/check.ts';
import type { AzureMatches } from './match-items.ts';

interface Parts {
  readonly state: AzureState;
  readonly matches: AzureMatches;
  readonly targetRegion: string | null;
  readonly isFromAzure: (machine: Machine) => boolean;
  readonly cutoverAt: (machineId: MachineId) => string | null;
}

/** Machines of the inventory with what Azure knows of them; each is looked up once. */
export function checkMachines({ state, matches, targetRegion, isFromAzure, cutoverAt }: Parts): (machine: Machine) => CheckMachine {
  const byName = Map.groupBy(state.neighbours['machines'] ?? [], (row) => row.name.toLowerCase());
  const states = new Map((state.neighbours['machineStates'] ?? []).map((row) => [row.id.toLowerCase(), row]));
  const doubtful = new Set(
    matches.list.flatMap(({ kind, state: how, candidates }) =>
      how === 'doubtful' && kind === 'item' ? candidates.map((each) => each.machineId) : [],
    ),
  );
  const made = new Map<MachineId, CheckMachine>();
  const pairOf = (vm: NeighbourRow | undefined): VmPair | null =>
    vm === undefined ? null : { vm, state: states.get(vm.id.toLowerCase()) ?? null };
  return (machine) => {
    const known = made.get(machine.id);
    if (known !== undefined) return known;
    const { facts, id } = machine;
    const item = matches.itemOf.get(id) ?? null;
    const name = facts.name ?? id;
    const region = facts.targetRegion ?? targetRegion;
    const comesFromAzure = isFromAzure(machine);
    // A name that the item shows counts before the planned one, and that before the name of the source.
    const names = [item?.targetName, facts.targetVmName, name].flatMap((each) => each?.toLowerCase() ?? []);
    const namesakes = [...new Set(names)].flatMap((each) => byName.get(each) ?? []);
    const isThere = (row: NeighbourRow): boolean => (region === null ? !comesFromAzure : sameRegion(row.location, region));
    const isSource = (row: NeighbourRow): boolean =>
      item?.sourceIds.includes(row.id.toLowerCase()) === true ||
      (facts.sourceRegion === undefined ? region !== null && !isThere(row) : sameRegion(row.location, facts.sourceRegion));
    const tests = [item?.testVmName, ...names.map((each) => `${each}-test`)].flatMap((each) => byName.get(each?.toLowerCase() ?? '') ?? []);
    const found: CheckMachine = {
      machine,
      name,
      item,
      protectable: matches.protectableOf.get(id) ?? null,
      isDoubtful: doubtful.has(id),
      isFromAzure: comesFromAzure,
      targetRegion: region,
      target: pairOf(namesakes.find((row) => isThere(row) && !(comesFromAzure && isSource(row)))),
      source: comesFromAzure ? pairOf((byName.get(name.toLowerCase()) ?? []).find(isSource)) : null,
      test: pairOf(tests[0]),
      cutoverAt: cutoverAt(id),
    };
    made.set(id, found);
    return found;
  };
}
