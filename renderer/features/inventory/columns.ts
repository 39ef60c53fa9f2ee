import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { UNKNOWN } from '../../text/common-format.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { choiceWords } from '../../text/common-values.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { inventoryText } from '../../text/inventory.ts';

/** Names for the ids a row holds. */
export interface RowNames {
  readonly waves: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

export type ColumnId = Exclude<keyof MachineRow, 'id' | 'provenance'>;

/** A column of the inventory: what it shows, sorts by, copies and exports. */
export interface InventoryColumn {
  readonly id: ColumnId;
  readonly title: string;
  /** Stands in the header, so that cells hold bare numbers. */
  readonly unit: string | null;
  readonly kind: 'text' | 'number';
  readonly width: number;
  readonly isShownAtFirst: boolean;
  /** Facts have a provenance; verdict, wave and counts do not. */
  readonly isFact: boolean;
  /** What is sorted by; `null` = unknown, always last. */
  readonly value: (row: MachineRow, names: RowNames) => string | number | null;
  /** What people read, without the unit. */
  readonly text: (row: MachineRow, names: RowNames) => string;
}

type Options = Partial<Pick<InventoryColumn, 'unit' | 'isShownAtFirst' | 'isFact'>>;
type TextField = { [K in ColumnId]: MachineRow[K] extends string | null ? K : never }[ColumnId];
type NumberField = { [K in ColumnId]: MachineRow[K] extends number | null ? K : never }[ColumnId];

const plainNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
/** Sizes of storage have one decimal each, so that they stand under one another. */
const storageNumber = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function textColumn(id: TextField, width: number, options: Options & { readonly words?: (value: string) => string } = {}): InventoryColumn {
  const { words = (value: string) => value, ...others } = options;
  return {
    id,
    title: inventoryText.columns[id],
    unit: null,
    kind: 'text',
    width,
    isShownAtFirst: false,
    isFact: true,
    value: (row) => row[id],
    text: (row) => {
      const value = row[id];
      return value === null ? UNKNOWN : words(value);
    },
    ...others,
  };
}

function numberColumn(
  id: NumberField,
  width: number,
  options: Options & { readonly divisor?: number; readonly numbers?: Intl.NumberFormat } = {},
): InventoryColumn {
  const { divisor = 1, numbers = plainNumber, ...others } = options;
  const valueOf = (row: MachineRow): number | null => {
    const value = row[id];
    return value === null ? null : value / divisor;
  };
  return {
    id,
    title: inventoryText.columns[id],
    unit: null,
    kind: 'number',
    width,
    isShownAtFirst: false,
    isFact: true,
    value: valueOf,
    text: (row) => {
      const value = valueOf(row);
      return value === null ? UNKNOWN : numbers.format(value);
    },
    ...others,
  };
}

type Reading = Pick<InventoryColumn, 'value' | 'text'>;

/** A column that is worked out: sorted by one thing, read as another. */
function derivedColumn(id: ColumnId, width: number, reading: Reading, isShownAtFirst = false): InventoryColumn {
  return { id, title: inventoryText.columns[id], unit: null, kind: 'text', width, isShownAtFirst, isFact: false, ...reading };
}

/** Shows the name of an id that the row holds. */
function nameOf(id: 'waveId' | 'groupId', names: (all: RowNames) => ReadonlyMap<string, string>): Reading {
  const find = (row: MachineRow, all: RowNames): string | null => {
    const known = row[id];
    return known === null ? null : (names(all).get(known) ?? known);
  };
  return { value: find, text: (row, all) => find(row, all) ?? UNKNOWN };
}

const VERDICT_RANK: Readonly<Record<MachineRow['verdict'], number>> = { blocked: 0, undecided: 1, 'ready-with-warnings': 2, ready: 3 };
const shown = { isShownAtFirst: true };
const noFact = { isFact: false };

/** All columns, in the order in which they stand at first. */
export const inventoryColumns: readonly InventoryColumn[] = [
  textColumn('name', 170, shown),
  derivedColumn('verdict', 148, { value: (row) => VERDICT_RANK[row.verdict], text: (row) => VERDICT_WORDS[row.verdict].title }, true),
  textColumn('application', 126, shown),
  textColumn('environment', 104, shown),
  numberColumn('cpuCount', 66, shown),
  numberColumn('memoryMiB', 96, { ...shown, unit: 'GiB', divisor: 1024 }),
  numberColumn('inUseGiB', 94, { ...shown, unit: 'GiB', numbers: storageNumber }),
  textColumn('osName', 220, shown),
  numberColumn('provisionedGiB', 124, { ...shown, unit: 'GiB', numbers: storageNumber }),
  numberColumn('diskCount', 70, shown),
  derivedColumn(
    'waveId',
    100,
    nameOf('waveId', (names) => names.waves),
    true,
  ),
  textColumn('ipAddresses', 130, shown),
  textColumn('powerState', 90, { ...shown, words: choiceWords }),
  textColumn('firmware', 90, { ...shown, words: choiceWords }),
  textColumn('vmwareToolsStatus', 120, { ...shown, words: choiceWords }),
  textColumn('owner', 150, shown),
  textColumn('criticality', 90, { words: choiceWords }),
  textColumn('scenario', 150, { ...noFact, words: scenarioTitle }),
  derivedColumn(
    'groupId',
    150,
    nameOf('groupId', (names) => names.groups),
  ),
  derivedColumn('isInScope', 110, {
    value: (row) => (row.isInScope ? 0 : 1),
    text: (row) => inventoryText.scope[row.isInScope ? 'in' : 'out'],
  }),
  textColumn('osFamily', 110, { words: choiceWords }),
  textColumn('fqdn', 220),
  textColumn('cluster', 120),
  textColumn('host', 180),
  numberColumn('nicCount', 86),
  numberColumn('snapshotCount', 96),
  numberColumn('blockerCount', 86, noFact),
  numberColumn('warningCount', 90, noFact),
  numberColumn('unknownCount', 116, noFact),
  numberColumn('sourceCount', 86, noFact),
];

const byId: ReadonlyMap<string, InventoryColumn> = new Map(inventoryColumns.map((column) => [column.id, column]));

export function inventoryColumn(id: string): InventoryColumn | undefined {
  return byId.get(id);
}

export function isColumnId(id: string): id is ColumnId {
  return byId.has(id);
}

/** "Memory (GiB)", for exports, copies and menus. */
export function columnWords({ title, unit }: Pick<InventoryColumn, 'title' | 'unit'>): string {
  return unit === null ? title : `${title} (${unit})`;
}

/** What an export holds: numbers as numbers, in the unit of the header. */
export function exportValue(column: InventoryColumn, row: MachineRow, names: RowNames): string | number | null {
  const value = column.value(row, names);
  if (value === null) return null;
  return column.kind === 'number' ? value : column.text(row, names);
}
