import { success } from '../../shared/contract/failure.ts';
import { fieldForHeader, headerKey, isSettable, machineField, type MachineField } from '../../shared/domain/machine-fields.ts';
import type { FieldName, MachineFacts, SkippedRow } from '../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../shared/domain/operating-system-name.ts';
import type { ColumnGuess, Importer, ReadMachine } from './importer.ts';
import { readQuantity } from './quantity.ts';
import { flagOf, type CellValue, type Sheet } from './sheet.ts';

const SAMPLES = 3;

/** Any table with a header: a person maps its columns where the headers do not say it all. */
export const genericTable: Importer = {
  id: 'generic-table',
  title: 'Table with column mapping',
  recognises: ({ sheets }) => sheets.some(isTable),
  read({ sheets }, request) {
    const sheet = sheets.find(isTable) ?? sheets[0];
    const columns = sheet === undefined ? [] : guessColumns(sheet, request.mapping);
    const skipped: SkippedRow[] = [];
    const hasName = columns.some((column) => column.field === 'name');
    const machines = sheet === undefined || !hasName ? [] : readMachines(sheet, columns, skipped);
    const inventory = {
      formatId: 'generic-table',
      formatTitle: 'Table with column mapping',
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
      fieldSheets:
        sheet === undefined ? {} : Object.fromEntries(columns.flatMap(({ field }) => (field === null ? [] : [[field, sheet.name]]))),
      machines,
      skipped,
      warnings: hasName ? [] : ['No column is known to hold the names of machines. Map one column to “Name”.'],
    };
    return success({ kind: hasName ? 'inventory' : 'needs-mapping', inventory, columns });
  },
};

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
  return sheet.header.flatMap((header, index) => {
    if (header === '') return [];
    const sample = sheet.rows.map((row) => row.cells[index] ?? null).filter((cell) => cell !== null);
    const field = fieldOf(header, mapping, taken);
    if (field !== null) taken.add(field);
    return [{ header, sample: sample.slice(0, SAMPLES).map((cell) => String(cell).slice(0, 200)), field }];
  });
}

function fieldOf(header: string, mapping: Readonly<Record<string, string | null>> | null, taken: ReadonlySet<FieldName>): FieldName | null {
  const isMapped = mapping !== null && Object.hasOwn(mapping, header);
  const name = isMapped ? (mapping[header] ?? null) : fieldForHeader(header);
  const field = name === null ? undefined : machineField(name);
  if (field === undefined || field.kind === 'complex') return null;
  return taken.has(field.name) ? null : field.name;
}

function readMachines(sheet: Sheet, columns: readonly ColumnGuess[], skipped: SkippedRow[]): ReadMachine[] {
  const places = columns.flatMap(({ header, field }) => {
    const definition = field === null ? undefined : machineField(field);
    return definition === undefined ? [] : [{ index: sheet.header.indexOf(header), header, definition }];
  });
  const seen = new Map<string, number>();
  const machines: ReadMachine[] = [];
  for (const row of sheet.rows) {
    const facts: Partial<Record<FieldName, unknown>> = {};
    for (const { index, header, definition } of places) {
      const value = readCell(row.cells[index] ?? null, header, definition);
      if (value !== undefined) facts[definition.name] = value;
    }
    const { name } = facts;
    if (typeof name !== 'string') {
      const what = row.cells
        .filter((cell) => cell !== null)
        .slice(0, 3)
        .join(' · ');
      skipped.push({ sheet: sheet.name, row: row.number, what: what.slice(0, 100), reason: 'It has no machine name.' });
      continue;
    }
    const key = JSON.stringify(row.cells);
    const before = seen.get(key);
    if (before !== undefined) {
      skipped.push({ sheet: sheet.name, row: row.number, what: name.slice(0, 100), reason: `It is the same as row ${before}.` });
      continue;
    }
    seen.set(key, row.number);
    const system = typeof facts.osName === 'string' ? readOperatingSystemName(facts.osName) : {};
    // Every value was read by the kind of its field.
    machines.push({ facts: { ...system, ...facts, name: name.slice(0, 300) } as MachineFacts, rows: { [sheet.name]: row.number } });
  }
  return machines;
}

function readCell(cell: CellValue, header: string, field: MachineField): unknown {
  if (cell === null) return undefined;
  if (field.kind === 'number') return readQuantity(cell, header, field.unit);
  if (field.kind === 'boolean') return flagOf(cell);
  if (field.kind === 'list')
    return String(cell)
      .split(/[,;\s]+/)
      .filter((part) => part !== '');
  if (field.kind === 'choice') return choiceOf(String(cell), field);
  const text = String(cell);
  return isSettable(field) && /^(n\/?a|-|unknown|none|null)$/i.test(text) ? undefined : text;
}

const CHOICE_WORDS: Readonly<Record<string, string>> = {
  poweredon: 'on',
  running: 'on',
  poweredoff: 'off',
  stopped: 'off',
  efi: 'uefi',
  toolsok: 'running',
  toolsnotrunning: 'notRunning',
  toolsnotinstalled: 'notInstalled',
};

function choiceOf(text: string, field: MachineField): string | undefined {
  const key = headerKey(text);
  const direct = field.choices?.find((choice) => headerKey(choice) === key);
  if (direct !== undefined) return direct;
  const word = CHOICE_WORDS[key];
  return word !== undefined && field.choices?.includes(word) === true ? word : undefined;
}
