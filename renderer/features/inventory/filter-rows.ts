import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { ChoiceField, InventoryQuery, MachineFilter, NumberField } from '../../store/inventory-query.ts';

/** How far the values of a machine can be trusted, worst first: that is what a person filters by. */
export type Trust = 'conflict' | 'person' | 'agreed';

export function trustOf(row: Pick<MachineRow, 'provenance'>): readonly Trust[] {
  const states = new Set(Object.values(row.provenance));
  return (['conflict', 'person', 'agreed'] as const).filter((state) => states.has(state));
}

/** The values of a machine that a choice filter compares; `null` = unknown. */
export function choiceValues(row: MachineRow, field: ChoiceField): readonly (string | null)[] {
  if (field === 'trust') return trustOf(row);
  const value = row[field];
  return [value === null ? null : String(value)];
}

/** What a text filter looks through, in lower case. */
function wordsOf(row: MachineRow): string {
  return [row.name, row.fqdn, row.ipAddresses, row.osName, row.application, row.environment, row.owner, row.cluster, row.host]
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();
}

const words = new WeakMap<MachineRow, string>();

function cachedWords(row: MachineRow): string {
  const known = words.get(row);
  if (known !== undefined) return known;
  const made = wordsOf(row);
  words.set(row, made);
  return made;
}

type Test = (row: MachineRow) => boolean;

function testOf(filter: MachineFilter): Test | null {
  switch (filter.kind) {
    case 'choice': {
      if (filter.values.length === 0) return null;
      const wanted = new Set(filter.values);
      return (row) => choiceValues(row, filter.field).some((value) => wanted.has(value));
    }
    case 'range': {
      const { field, from, to } = filter;
      if (from === null && to === null) return null;
      return (row) => {
        const value = numberValue(row, field);
        return value !== null && (from === null || value >= from) && (to === null || value <= to);
      };
    }
    case 'machines': {
      const ids = new Set(filter.ids);
      return (row) => ids.has(row.id);
    }
    default:
      return null;
  }
}

/** In the unit that people type and read: memory in GiB. */
export function numberValue(row: MachineRow, field: NumberField): number | null {
  const value = row[field];
  if (value === null) return null;
  return field === 'memoryMiB' ? value / 1024 : value;
}

/** Every word of the text has to be found somewhere; every filter has to be passed. */
export function filterRows(rows: readonly MachineRow[], query: InventoryQuery): readonly MachineRow[] {
  const wanted = query.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const tests = query.filters.map(testOf).filter((test) => test !== null);
  if (wanted.length === 0 && tests.length === 0) return rows;
  return rows.filter((row) => wanted.every((word) => cachedWords(row).includes(word)) && tests.every((test) => test(row)));
}

export interface Facet {
  readonly value: string | null;
  readonly count: number;
}

/** Values of a field with their counts, among the machines that pass all other filters. Most frequent first, unknown last. */
export function facetsOf(rows: readonly MachineRow[], query: InventoryQuery, field: ChoiceField): readonly Facet[] {
  const others = query.filters.filter((filter) => filter.kind !== 'choice' || filter.field !== field);
  const counts = new Map<string | null, number>();
  for (const row of filterRows(rows, { ...query, filters: others })) {
    for (const value of choiceValues(row, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => Number(a.value === null) - Number(b.value === null) || b.count - a.count || compareText(a.value, b.value));
}

function compareText(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** Puts a filter in the place of the one on the same field, or at the end. */
export function withFilter(query: InventoryQuery, filter: MachineFilter): InventoryQuery {
  const isSame = (known: MachineFilter): boolean => filterKey(known) === filterKey(filter);
  const filters = query.filters.some(isSame) ? query.filters.map((known) => (isSame(known) ? filter : known)) : [...query.filters, filter];
  return { ...query, filters };
}

export function withoutFilter(query: InventoryQuery, key: string): InventoryQuery {
  return { ...query, filters: query.filters.filter((filter) => filterKey(filter) !== key) };
}

/** One filter per field, and one list of machines. */
export function filterKey(filter: MachineFilter): string {
  return filter.kind === 'machines' ? 'machines' : filter.field;
}

/** Whether a filter lets every machine pass: it was added and nothing has been chosen yet. */
export function isEmptyFilter(filter: MachineFilter): boolean {
  return testOf(filter) === null;
}

export function isFiltered(query: InventoryQuery): boolean {
  return query.text.trim() !== '' || query.filters.some((filter) => !isEmptyFilter(filter));
}
