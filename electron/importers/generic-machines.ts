import { headerKey, isSettable, machineField, type MachineField } from '../../shared/domain/machine-fields.ts';
import type { FieldName, MachineFacts, SkippedRow } from '../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../shared/domain/operating-system-name.ts';
import { firmwareOf, isTotal, powerStateOf } from './fact-words.ts';
import type { ColumnGuess, ReadMachine } from './importer.ts';
import { readQuantity } from './quantity.ts';
import { flagOf, type CellValue, type Sheet } from './sheet.ts';

/** One machine per row of tables that have the same columns; rows that are none are named. */
export function readMachines(sheets: readonly Sheet[], columns: readonly ColumnGuess[], skipped: SkippedRow[]): ReadMachine[] {
  const seen: Seen = new Map();
  return sheets.flatMap((sheet, index) => {
    const machines = readSheet(sheet, columns, { skipped, seen });
    if (index === 0) return machines;
    const fieldSheets = Object.fromEntries(columns.flatMap(({ field }) => (field === null ? [] : [[field, sheet.name]])));
    return machines.map((machine) => ({ ...machine, fieldSheets }));
  });
}

/** Machines by what tells them apart, with where each was found first. */
type Seen = Map<string, { readonly sheet: string; readonly row: Sheet['rows'][number] }>;

interface Reading {
  readonly skipped: SkippedRow[];
  readonly seen: Seen;
}

function readSheet(sheet: Sheet, columns: readonly ColumnGuess[], { skipped, seen }: Reading): ReadMachine[] {
  const places = columns.flatMap(({ header, field, unit }) => {
    const definition = field === null ? undefined : machineField(field);
    return definition === undefined ? [] : [{ index: sheet.header.indexOf(header), header: unit ?? header, definition }];
  });
  const versionAt = places.some(({ definition }) => definition.name === 'osName') ? versionColumn(sheet, places) : -1;
  const machines: ReadMachine[] = [];
  for (const row of sheet.rows) {
    const facts: Partial<Record<FieldName, unknown>> = {};
    for (const { index, header, definition } of places) {
      const value = readCell(row.cells[index] ?? null, header, definition);
      if (value !== undefined) facts[definition.name] = value;
    }
    // Of a cloud, many machines carry no name; their id names them.
    const name = facts.name ?? facts.instanceId;
    const skip = (what: string, reason: string): void =>
      void skipped.push({ sheet: sheet.name, row: row.number, what: what.slice(0, 100), reason });
    if (typeof name !== 'string') {
      const what = row.cells
        .filter((cell) => cell !== null)
        .slice(0, 3)
        .join(' · ');
      skip(what, 'It has no machine name.');
      continue;
    }
    if (isTotal(name) && Object.values(facts).every((value) => typeof value === 'number' || value === name)) {
      skip(name, 'It adds up the rows above and is no machine.');
      continue;
    }
    const key = identityOf(name, facts);
    const before = seen.get(key);
    if (before !== undefined) {
      const isCopy = before.row.cells.length === row.cells.length && before.row.cells.every((cell, index) => cell === row.cells[index]);
      const where = before.sheet === sheet.name ? `row ${before.row.number}` : `row ${before.row.number} of ${before.sheet}`;
      skip(name, isCopy ? `It is the same as ${where}.` : `It is the same machine as in ${where}, whose values count.`);
      continue;
    }
    seen.set(key, { sheet: sheet.name, row });
    const system = typeof facts.osName === 'string' ? systemFacts(withoutName(facts.osName, name), row.cells[versionAt] ?? null) : {};
    // Every value was read by the kind of its field.
    const osName = system.osName === undefined ? {} : { osName: system.osName };
    machines.push({
      facts: { ...system, ...facts, ...osName, name: name.slice(0, 300) } as MachineFacts,
      rows: { [sheet.name]: row.number },
    });
  }
  return machines;
}

/**
 * What may differ between rows of one machine: there is one for each disk, application or hour. Rows of one name that contradict
 * each other in anything else are machines of one name.
 */
const OF_A_PART: ReadonlySet<string> = new Set<FieldName>([
  'provisionedGiB',
  'inUseGiB',
  'diskCount',
  'dataDiskCount',
  'nicCount',
  'application',
  'description',
  'notes',
]);

function identityOf(name: string, facts: Partial<Record<FieldName, unknown>>): string {
  let key = name.toLowerCase();
  // Texts may be long and rows many. Control characters are in no cell, so that no text can pretend to be two.
  for (const field in facts) {
    if (field !== 'name' && !OF_A_PART.has(field)) key += `\u0000${field}\u0001${String(facts[field as FieldName]).slice(0, 300)}`;
  }
  return key;
}

/** PowerCLI writes a guest as `web01:Debian GNU/Linux 12`. */
function withoutName(system: string, name: string): string {
  return system.startsWith(`${name}:`) ? system.slice(name.length + 1) : system;
}

const VERSION_HEADERS = new Set(['osversion', 'operatingsystemversion', 'serverosversion', 'guestosversion', 'osrelease']);

/** A column with the version of the system beside that of its name. */
function versionColumn(sheet: Sheet, places: readonly { readonly index: number }[]): number {
  const taken = new Set(places.map(({ index }) => index));
  return sheet.header.findIndex((header, index) => !taken.has(index) && VERSION_HEADERS.has(headerKey(header)));
}

/** The version counts only where the name leaves it open: "Linux Red Hat" with "8.6" beside it. */
function systemFacts(osName: string, version: CellValue): Partial<MachineFacts> {
  const isOpen = version !== null && !/\d/.test(osName) && !/windows/i.test(osName);
  return readOperatingSystemName(isOpen ? `${osName} ${version}` : osName);
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
  toolsok: 'running',
  toolsold: 'running',
  guesttoolsrunning: 'running',
  toolsnotrunning: 'notRunning',
  guesttoolsnotrunning: 'notRunning',
  toolsnotinstalled: 'notInstalled',
};

function choiceOf(text: string, field: MachineField): string | undefined {
  const key = headerKey(text);
  const direct = field.choices?.find((choice) => headerKey(choice) === key);
  if (direct !== undefined) return direct;
  if (field.name === 'powerState') return powerStateOf(text);
  if (field.name === 'firmware') return firmwareOf(text);
  const word = CHOICE_WORDS[key];
  return word !== undefined && field.choices?.includes(word) === true ? word : undefined;
}
