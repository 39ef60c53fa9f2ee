import type { Failure } from '../../../shared/contract/failure.ts';
import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import type { ImportSummary } from '../../../shared/contract/shapes.ts';
import { importText } from '../../text/import.ts';

export type Mapping = Readonly<Record<string, string | null>>;

/** Answers about doubtful rows: `rowKey` -> the machine it is, `null` for one of its own. */
export type Decisions = Readonly<Record<string, string | null>>;

type ChangeRow = ImportPreview['changeRows'][number];

export function rowKey({ sheet, row }: Pick<ChangeRow, 'sheet' | 'row'>): string {
  return `${sheet}|${row}`;
}

export function decisionList(preview: ImportPreview, decisions: Decisions): { sheet: string; row: number; machineId: string | null }[] {
  return preview.changeRows.flatMap((change) => {
    const machineId = change.kind === 'doubtful' ? decisions[rowKey(change)] : undefined;
    return machineId === undefined ? [] : [{ sheet: change.sheet, row: change.row, machineId }];
  });
}

/** What was done in the end: rows in doubt became new machines or, where a person said so, changed known ones. */
export function doneChanges({ changes }: ImportPreview, newMachineCount: number): ImportPreview['changes'] {
  const becameNew = newMachineCount - changes.added;
  return { ...changes, added: newMachineCount, changed: changes.changed + changes.doubtful - becameNew, doubtful: 0 };
}

/** Whether the file holds anything that can be kept. */
export function holdsAnything({ machineCount, connectionCount, applicationCount }: ImportPreview): boolean {
  return machineCount + connectionCount + applicationCount > 0;
}

/** Where an import stands. Nothing is stored before `done`. */
export type ImportStep =
  | { readonly kind: 'pick' }
  /** No engagement is open: one has to be made first. */
  | { readonly kind: 'engagement'; readonly files: readonly File[] }
  | { readonly kind: 'uploading'; readonly files: readonly File[]; readonly done: number }
  | { readonly kind: 'reading'; readonly files: readonly File[]; readonly taskId: string }
  | { readonly kind: 'password'; readonly files: readonly File[]; readonly uploadIds: readonly string[]; readonly problem: string }
  | {
      readonly kind: 'preview';
      readonly files: readonly File[];
      readonly uploadIds: readonly string[];
      readonly preview: ImportPreview;
      readonly mapping: Mapping;
      readonly decisions: Decisions;
    }
  | { readonly kind: 'storing'; readonly preview: ImportPreview }
  | { readonly kind: 'done'; readonly preview: ImportPreview; readonly summary: ImportSummary }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly whatFailed: string; readonly files: readonly File[] };

export function nameOfFiles(files: readonly Pick<File, 'name'>[]): string {
  const [first, ...others] = files;
  return others.length === 0 ? (first?.name ?? '') : importText.severalFiles(first?.name ?? '', others.length);
}

/** Whether the files are no single export; then each can be imported by itself. */
export function canGoOneByOne({ failure, files }: Extract<ImportStep, { kind: 'failed' }>): boolean {
  return failure.code === 'conflict' && files.length > 1;
}

/** Whether a person has to be asked for a password: the file is protected, or the one that was given does not fit. */
export function asksForPassword(failure: Failure): boolean {
  return failure.code === 'forbidden' && failure.retry === 'now';
}

/** A field and the unit that a person chose for it, as one word: `memoryMiB:GB`. An assumed unit is not chosen. */
function mappedField({ field, unit, isUnitAssumed }: ImportPreview['columns'][number]): string | null {
  return field === null || unit === null || isUnitAssumed ? field : joinMapping(field, unit);
}

export function joinMapping(field: string, unit: string | null): string {
  return unit === null ? field : `${field}:${unit}`;
}

export function splitMapping(mapped: string | null): { readonly field: string | null; readonly unit: string | null } {
  const [field = null, unit = null] = mapped?.split(':') ?? [];
  return { field, unit };
}

/** The mapping that made a preview. */
export function mappingOf(preview: ImportPreview): Mapping {
  return Object.fromEntries(preview.columns.map((column) => [column.header, mappedField(column)]));
}

export function isStale(preview: ImportPreview, mapping: Mapping): boolean {
  return preview.columns.some((column) => (mapping[column.header] ?? null) !== mappedField(column));
}

/** Column -> the earlier column that is taken as the same field; of two, the first counts. */
export function doubleColumns(preview: ImportPreview, mapping: Mapping): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const doubles = new Map<string, string>();
  for (const { header } of preview.columns) {
    const field = splitMapping(mapping[header] ?? null).field;
    if (field === null) continue;
    const other = first.get(field);
    if (other === undefined) first.set(field, header);
    else doubles.set(header, other);
  }
  return doubles;
}

/** What keeps a mapping from being read, in the order in which a person mends it. */
export function mappingProblem(preview: ImportPreview, mapping: Mapping): 'no-name' | 'twice' | null {
  if (preview.columns.length === 0) return null;
  if (!Object.values(mapping).includes('name')) return 'no-name';
  return doubleColumns(preview, mapping).size > 0 ? 'twice' : null;
}

/** Fields that hold a value in at least one of the first rows, in the order of the contract. */
export function shownFields(preview: ImportPreview): ImportPreview['fields'] {
  const used = new Set(preview.firstRows.flatMap(({ values }) => Object.keys(values).filter((name) => values[name] !== null)));
  return preview.fields.filter(({ name }) => name !== 'name' && used.has(name));
}

/** Seconds until a task is done, if it goes on as it did; `null` while that would be a guess. Times in milliseconds. */
export function secondsLeft(done: number | null, startedAt: number, now: number): number | null {
  const elapsed = now - startedAt;
  if (done === null || done < 0.05 || done >= 1 || elapsed < 1500) return null;
  return (elapsed * (1 - done)) / done / 1000;
}

/** A name for the engagement that a file begins: the file's own, without ending and separators. */
export function engagementNameFor(fileName: string): string {
  return fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
