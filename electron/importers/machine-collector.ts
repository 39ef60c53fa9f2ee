import type { Disk, FieldName, MachineFacts, Nic, SkippedRow, Volume } from '../../shared/domain/machine.ts';
import type { ReadMachine } from './importer.ts';

const MAX_NAME = 300;

export interface Place {
  readonly sheet: string;
  /** 1 is the header; for JSON the place in the list, counted from 1. */
  readonly row: number;
}

/** A machine while the parts of a file that speak of it are being joined. */
export interface CollectedMachine {
  readonly facts: { -readonly [K in FieldName]?: MachineFacts[K] };
  readonly rows: Record<string, number>;
  readonly fieldSheets: Partial<Record<FieldName, string>>;
  readonly disks: Disk[];
  readonly volumes: Volume[];
  readonly nics: Nic[];
  scenarioHint?: string;
}

export interface MachineCollector {
  /** The machine of that identity, made when it is new. The first row of each sheet is remembered. */
  readonly machine: (identity: string, name: string, place: Place) => CollectedMachine;
  readonly has: (identity: string) => boolean;
  readonly find: (identity: string) => CollectedMachine | undefined;
  /** All machines of that name: two may share one. */
  readonly named: (name: string) => readonly CollectedMachine[];
  /** Facts that one sheet states; what an earlier sheet stated stands. */
  readonly state: (machine: CollectedMachine, facts: Partial<MachineFacts>, sheet: string) => void;
  readonly skip: (place: Place, what: string, reason: string) => void;
  readonly skipped: readonly SkippedRow[];
  readonly finish: () => ReadMachine[];
}

/** Joins rows, sheets and documents into one statement per machine. `mainSheet`: where a fact comes from unless said otherwise. */
export function createMachineCollector(mainSheet: string): MachineCollector {
  const byIdentity = new Map<string, CollectedMachine>();
  const byName = new Map<string, CollectedMachine[]>();
  const skipped: SkippedRow[] = [];
  return {
    skipped,
    has: (identity) => byIdentity.has(identity.toLowerCase()),
    find: (identity) => byIdentity.get(identity.toLowerCase()),
    named: (name) => byName.get(name.toLowerCase()) ?? [],
    machine(identity, name, { sheet, row }) {
      const key = identity.toLowerCase();
      const known = byIdentity.get(key);
      const machine = known ?? {
        facts: { name: name.slice(0, MAX_NAME) },
        rows: {},
        fieldSheets: {},
        disks: [],
        volumes: [],
        nics: [],
      };
      machine.rows[sheet] ??= row;
      if (known === undefined) {
        byIdentity.set(key, machine);
        const twins = byName.get(name.toLowerCase());
        if (twins === undefined) byName.set(name.toLowerCase(), [machine]);
        else twins.push(machine);
      }
      return machine;
    },
    state(machine, facts, sheet) {
      for (const [name, value] of Object.entries(facts)) {
        const field = name as FieldName;
        if (value === undefined || machine.facts[field] !== undefined) continue;
        Object.assign(machine.facts, { [field]: value });
        if (sheet !== mainSheet) machine.fieldSheets[field] = sheet;
      }
    },
    skip({ sheet, row }, what, reason) {
      skipped.push({ sheet, row, what: what.slice(0, 100), reason });
    },
    finish: () => [...byIdentity.values()].map(finishMachine),
  };
}

function finishMachine(machine: CollectedMachine): ReadMachine {
  const { facts, rows, fieldSheets, disks, volumes, nics, scenarioHint } = machine;
  if (disks.length > 0) facts.disks = disks;
  if (volumes.length > 0) facts.volumes = volumes;
  if (nics.length > 0) facts.nics = nics;
  if (facts.diskCount === undefined && disks.length > 0) facts.diskCount = disks.length;
  if (facts.nicCount === undefined && nics.length > 0) facts.nicCount = nics.length;
  const addresses = nics.flatMap((nic) => nic.ip ?? []);
  if (facts.ipAddresses === undefined && addresses.length > 0) facts.ipAddresses = addresses;
  return {
    facts: { ...facts, name: facts.name ?? '' },
    rows,
    ...(scenarioHint === undefined ? {} : { scenarioHint }),
    ...(Object.keys(fieldSheets).length === 0 ? {} : { fieldSheets }),
  };
}
