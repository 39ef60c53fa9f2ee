import type { ImportedApplication, ImportedConnection } from './connection.ts';
import type { ImportId, Instant, MachineId } from './ids.ts';
import type { FieldName, MachineFacts } from './machine-facts.ts';

/** What is stated about a machine, so that whoever speaks of machines needs one import only. */
export type { FieldName, MachineFacts } from './machine-facts.ts';
export type { Disk, DiskBus, Nic, PlannedDiskChange, Volume } from './machine-parts.ts';

/** A machine as one import states it. */
export interface ImportedMachine {
  /** Given when the import is confirmed: the machine it was recognised as, or a new one. */
  readonly machineId: MachineId;
  readonly facts: MachineFacts;
  /** Sheet (or file part) -> first row of this machine there, 1 being the header. */
  readonly rows: Readonly<Record<string, number>>;
  /** The scenario that this source shows for this machine, where one file mixes several. */
  readonly scenarioHint?: string;
  /** Fields that did not come from the sheet which `ImportedInventory.fieldSheets` names for them. */
  readonly fieldSheets?: Readonly<Partial<Record<FieldName, string>>>;
}

export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  /** What stood there, shortened, so that a person recognises the row. */
  readonly what: string;
  readonly reason: string;
}

/** The normalised content of one import; kept as an attachment of its journal entry. */
export interface ImportedInventory {
  readonly formatId: string;
  readonly formatTitle: string;
  /** When the tool wrote the export, if it says so. */
  readonly exportedAt?: Instant;
  readonly scenarioHint?: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly announcedRows?: number }[];
  readonly fieldSheets: Readonly<Partial<Record<FieldName, string>>>;
  readonly machines: readonly ImportedMachine[];
  readonly connections?: readonly ImportedConnection[];
  readonly applications?: readonly ImportedApplication[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly string[];
}

/** One source's statement of one field, as the details panel shows it. */
export interface Reading {
  readonly value: unknown;
  readonly source: { readonly kind: 'import'; readonly importId: ImportId } | { readonly kind: 'person'; readonly name: string };
  readonly sheet?: string;
  readonly row?: number;
  readonly statedAt: Instant;
}

/** Where the effective value of a field comes from, as the dot in a grid cell shows it. */
export type ProvenanceState = 'one-source' | 'agreed' | 'conflict' | 'person' | 'unknown';

/** A machine of the engagement: the values that count, and everything that was stated. */
export interface Machine {
  readonly id: MachineId;
  readonly scenario: string;
  readonly isInScope: boolean;
  readonly outOfScopeReason?: string;
  readonly facts: MachineFacts;
  /** Oldest first. */
  readonly statements: readonly { readonly importId: ImportId; readonly machine: ImportedMachine }[];
  /** Values that a person set; they win over every import. */
  readonly personValues: Readonly<Partial<Record<FieldName, { readonly value: unknown; readonly by: string; readonly at: Instant }>>>;
}
