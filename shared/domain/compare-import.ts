import { effectiveFacts, statedAt } from './effective-facts.ts';
import type { ImportRecord } from './engagement.ts';
import type { Instant } from './ids.ts';
import type { ImportedMachine, Machine } from './machine.ts';
import type { Candidate, Match } from './match-machines.ts';

type Stated = Omit<ImportedMachine, 'machineId'>;

export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What one row of a file would do to the engagement. */
export interface RowChange {
  readonly kind: 'added' | 'changed' | 'unchanged' | 'doubtful';
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  /** Machine it was recognised as, and by what. */
  readonly machineId: string | null;
  readonly by: Candidate['by'] | null;
  readonly confidence: number | null;
  readonly fields: readonly FieldChange[];
  readonly candidates: readonly {
    readonly machineId: string;
    readonly name: string;
    readonly by: Candidate['by'];
    readonly confidence: number;
    readonly against: readonly string[];
  }[];
}

export interface ImportComparison {
  readonly counts: Readonly<Record<RowChange['kind'] | 'gone', number>>;
  /** At most so many rows per kind; the counts are of all. */
  readonly rows: readonly RowChange[];
  /** Machines that the file before held and this one does not, with where they stood in it. */
  readonly gone: readonly GoneMachine[];
}

export interface GoneMachine {
  readonly machineId: string;
  readonly name: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
}

const MOST_ROWS_PER_KIND = 500;
const SLICE = 100;

interface Comparison {
  readonly statements: readonly Stated[];
  readonly matches: readonly Match[];
  readonly machines: ReadonlyMap<string, Machine>;
  readonly imports: readonly ImportRecord[];
  readonly formatId: string;
  /** When the statements were true: the file's own date, else now. A file that is older than what is known changes little. */
  readonly statedAt: Instant;
}

/** What a file would change, row by row, before anything is stored. Yields between slices. */
export function* compareImport(parts: Comparison): Generator<void, ImportComparison, void> {
  const { statements, matches } = parts;
  const dates = new Map(parts.imports.map((record) => [record.id, statedAt(record)]));
  const dateOf = (importId: string): string => dates.get(importId) ?? parts.statedAt;
  const counts = { added: 0, changed: 0, unchanged: 0, doubtful: 0 };
  const rows: RowChange[] = [];
  const seen = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    const match = matches[index] ?? { kind: 'new' };
    const change = rowChange(statement, match, dateOf);
    if (change.machineId !== null) seen.add(change.machineId);
    counts[change.kind] += 1;
    if (counts[change.kind] <= MOST_ROWS_PER_KIND) rows.push(change);
    if (index % SLICE === SLICE - 1) yield;
  }
  const gone = goneMachines(parts, seen);
  return { counts: { ...counts, gone: gone.length }, rows, gone: gone.slice(0, MOST_ROWS_PER_KIND) };
}

function rowChange(statement: Stated, match: Match, dateOf: (importId: string) => string): RowChange {
  const [[sheet, row] = ['', 0]] = Object.entries(statement.rows);
  const base = { name: statement.facts.name, sheet, row, machineId: null, by: null, confidence: null, fields: [], candidates: [] };
  if (match.kind === 'new') return { ...base, kind: 'added' };
  if (match.kind === 'doubtful') {
    return {
      ...base,
      kind: 'doubtful',
      candidates: match.candidates.map(({ machine, by, confidence, against }) => ({
        machineId: machine.id,
        name: machine.facts.name,
        by,
        confidence,
        against,
      })),
    };
  }
  const { machine, by, confidence } = match.candidate;
  const fields = changedFields(machine, statement, dateOf);
  return { ...base, kind: fields.length === 0 ? 'unchanged' : 'changed', machineId: machine.id, by, confidence, fields };
}

/** No import has this id: it stands for the file that is being looked at. */
const THIS_FILE = 'this-file';

/**
 * Fields whose value would be another one afterwards: a newer source keeps its word against an older file, and lists of parts are
 * put together. Row numbers of parts move with every export and do not count.
 */
function changedFields(machine: Machine, statement: Stated, dateOf: (importId: string) => string): FieldChange[] {
  const known: Readonly<Record<string, unknown>> = { ...machine.facts };
  const statements = [...machine.statements, { importId: THIS_FILE, machine: { ...statement, machineId: machine.id } }];
  const afterwards: Readonly<Record<string, unknown>> = { ...effectiveFacts({ statements, personValues: machine.personValues }, dateOf) };
  return Object.keys(statement.facts).flatMap((field) => {
    const before = known[field];
    const after = afterwards[field];
    return comparable(before) === comparable(after) ? [] : [{ field, before: before ?? null, after }];
  });
}

function comparable(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) => (key === 'row' ? undefined : member)) ?? '';
}

/** The file before is the last one of this format that speaks of some of these machines; another list of anybody is another list. */
function goneMachines({ machines, imports, formatId }: Comparison, seen: ReadonlySet<string>): GoneMachine[] {
  const before = imports.findLast(
    ({ inventory }) => inventory.formatId === formatId && inventory.machines.some(({ machineId }) => seen.has(machineId)),
  );
  if (before === undefined) return [];
  return before.inventory.machines.flatMap(({ machineId, rows }) => {
    const machine = machines.get(machineId);
    if (machine === undefined || seen.has(machineId)) return [];
    const [[sheet, row] = ['', 0]] = Object.entries(rows);
    return [{ machineId, name: machine.facts.name, fileName: before.fileName, sheet, row }];
  });
}
