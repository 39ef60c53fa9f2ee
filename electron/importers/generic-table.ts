import { success } from '../../shared/contract/failure.ts';
import { fieldForHeader, headerKey, machineField } from '../../shared/domain/machine-fields.ts';
import type { FieldName, SkippedRow } from '../../shared/domain/machine.ts';
import { unitOfColumn } from './column-units.ts';
import { powerStateOf } from './fact-words.ts';
import { readMachines } from './generic-machines.ts';
import type { ImportSource } from './import-source.ts';
import type { ColumnGuess, Importer, SizeUnit } from './importer.ts';
import { isRecord } from './json-reader.ts';
import { recordTable } from './record-table.ts';
import type { CellValue, Sheet } from './sheet.ts';

const SAMPLES = 3;

/** Any table with a header: a person maps its columns where the headers do not say it all. */
export const genericTable: Importer = {
  id: 'generic-table',
  title: 'Table with column mapping',
  recognises: (source) => tablesOf(source).length > 0,
  read(source, request) {
    const [sheet, ...more] = tablesOf(source);
    // One sheet for each site is one list.
    const alike = sheet === undefined ? [] : more.filter((other) => haveSameHeaders(sheet, other));
    const others = more.filter((other) => !alike.includes(other));
    const columns = sheet === undefined ? [] : guessColumns(sheet, request.mapping);
    const skipped: SkippedRow[] = [];
    const hasName = columns.some((column) => column.field === 'name');
    const machines = sheet === undefined || !hasName ? [] : readMachines([sheet, ...alike], columns, skipped);
    const inventory = {
      formatId: 'generic-table',
      formatTitle: 'Table with column mapping',
      sheets: [...(sheet === undefined ? [] : [sheet]), ...more].map(({ name, rows }) => ({ name, rows: rows.length })),
      fieldSheets:
        sheet === undefined ? {} : Object.fromEntries(columns.flatMap(({ field }) => (field === null ? [] : [[field, sheet.name]]))),
      machines,
      skipped,
      warnings: warningsFor(columns, { read: sheet === undefined ? [] : [sheet, ...alike], others, hasName }),
    };
    return success({ kind: hasName ? 'inventory' : 'needs-mapping', inventory, columns });
  },
};

interface Read {
  readonly read: readonly Sheet[];
  readonly others: readonly Sheet[];
  readonly hasName: boolean;
}

function warningsFor(columns: readonly ColumnGuess[], { read, others, hasName }: Read): string[] {
  return [
    ...(hasName ? [] : ['No column is known to hold the names of machines. Map one column to “Name”.']),
    ...columns
      .filter(({ isUnitAssumed }) => isUnitAssumed)
      .map(
        ({ header, unit }) =>
          `Column “${header}” does not say its unit: ${unit ?? ''} is assumed. Choose another under Columns if that is wrong.`,
      ),
    ...(others.length === 0
      ? []
      : [
          `Only ${read.length < 2 ? 'the sheet' : 'the sheets'} ${read.map(({ name }) => `“${name}”`).join(', ')} ${read.length < 2 ? 'was' : 'were'} read. Left out: ${others.map(({ name }) => `“${name}”`).join(', ')}. Save a sheet as a file of its own to import it.`,
        ]),
  ];
}

/** The tables of a source, the one that says most about machines first. */
function tablesOf({ sheets, documents }: Pick<ImportSource, 'sheets' | 'documents'>): readonly Sheet[] {
  const records = recordTables(documents);
  const scoreOf = ({ header, rows }: Sheet): number => {
    const fields = header.map(fieldForHeader);
    return (fields.includes('name') ? 1000 : 0) + (rows.length > 0 ? 500 : 0) + fields.filter((field) => field !== null).length;
  };
  return [...sheets.filter(isTable), ...records].toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

function haveSameHeaders(one: Sheet, other: Sheet): boolean {
  const keys = (sheet: Sheet): string => sheet.header.map(headerKey).join('|');
  return keys(one) === keys(other);
}

/** One record a line is one table; otherwise each document may be one. */
function recordTables(documents: ImportSource['documents']): readonly Sheet[] {
  const [first] = documents;
  const values = documents.map(({ value }) => value);
  const isOneALine = documents.length > 1 && documents.every(({ name, value }) => name === first?.name && isRecord(value));
  const lines = isOneALine && first !== undefined ? recordTable(values, first.name) : null;
  return lines === null ? documents.slice(0, MOST_TABLES).flatMap(({ name, value }) => recordTable(value, name) ?? []) : [lines];
}

/** More documents in one file than that are no tables. */
const MOST_TABLES = 1000;
const LONGEST_HEADER = 100;

/** Prose has commas too: a table has a second column in most of its rows. One column is a list of machines only when it says so. */
function isTable({ header, rows }: Sheet): boolean {
  const headers = header.filter((text) => text !== '');
  const isNamed = headers.some((text) => fieldForHeader(text) !== null);
  if (headers.length < 2) return headers.length === 1 && header.length < 3 && fieldForHeader(headers[0] ?? '') === 'name';
  if (headers.some((text) => text.length > LONGEST_HEADER) && !isNamed) return false;
  if (rows.length === 0) return isNamed || headers.length > 2;
  const wide = rows.filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1).length;
  return isNamed || wide * 2 > rows.length;
}

/** Two files with the same headers, in any order, are mapped alike. */
export function headerSignature(columns: readonly { readonly header: string }[]): string {
  return columns
    .map(({ header }) => headerKey(header))
    .filter((key) => key !== '')
    .toSorted()
    .join('|')
    .slice(0, 5000);
}

function guessColumns(sheet: Sheet, mapping: Readonly<Record<string, string | null>> | null): ColumnGuess[] {
  const taken = new Set<FieldName>();
  const isPowerNamed = sheet.header.some((header) => fieldForHeader(header) === 'powerState');
  return sheet.header.flatMap((header, index) => {
    if (header === '') return [];
    const cells = sheet.rows.map((row) => row.cells[index] ?? null).filter((cell) => cell !== null);
    const [named, chosenUnit] = mappedTo(header, mapping);
    const isOpen = named === null && !isPowerNamed && (mapping === null || !Object.hasOwn(mapping, header));
    const mapped = isOpen && tellsPower(header, cells) ? 'powerState' : named;
    const field = fieldOf(mapped, taken);
    if (field !== null) taken.add(field);
    const definition = field === null ? undefined : machineField(field);
    const { unit, isAssumed } = definition === undefined ? NO_COLUMN_UNIT : unitOfColumn(definition, { header, cells }, chosenUnit);
    const sample = cells.slice(0, SAMPLES).map((cell) => String(cell).slice(0, 200));
    return [{ header, sample, field, unit, isUnitAssumed: isAssumed }];
  });
}

/** "Status" may be anything; where its words are those of power states, it is that. */
function tellsPower(header: string, cells: readonly CellValue[]): boolean {
  if (!/^(?:current|vm|server|machine)?status$/.test(headerKey(header))) return false;
  const first = cells.slice(0, 200);
  return first.length > 0 && first.filter((cell) => powerStateOf(String(cell)) !== undefined).length * 2 > first.length;
}

const NO_COLUMN_UNIT = { unit: null, isAssumed: false } as const;
const UNITS: readonly SizeUnit[] = ['bytes', 'KB', 'MB', 'GB', 'TB'];

/** What a person, or else the header, says the column holds: a field, and the unit that a person chose (`memoryMiB:GB`). */
function mappedTo(
  header: string,
  mapping: Readonly<Record<string, string | null>> | null,
): readonly [field: string | null, unit: SizeUnit | null] {
  if (mapping === null || !Object.hasOwn(mapping, header)) return [fieldForHeader(header), null];
  const [field = '', unit] = (mapping[header] ?? '').split(':');
  return [field === '' ? null : field, UNITS.find((known) => known === unit) ?? null];
}

function fieldOf(name: string | null, taken: ReadonlySet<FieldName>): FieldName | null {
  const field = name === null ? undefined : machineField(name);
  if (field === undefined || field.kind === 'complex') return null;
  return taken.has(field.name) ? null : field.name;
}
