import { roundTo } from '../domain/units.ts';
import type { CellValue, ReportBlock, ReportColumn, ReportTable } from './report.ts';

/** A column together with how its cells are read from a thing. */
export interface TableColumn<T> extends ReportColumn {
  readonly from: (item: T, index: number) => CellValue | undefined;
}

export type TableAbout = Omit<ReportTable, 'columns' | 'rows'>;

const SLICE = 200;

/** A table with one row per thing, in slices. */
export function* tableOf<T>(about: TableAbout, columns: readonly TableColumn<T>[], items: Iterable<T>): Generator<void, ReportBlock, void> {
  const rows: (readonly CellValue[])[] = [];
  for (const item of items) {
    rows.push(rowOf(columns, item, rows.length));
    if (rows.length % SLICE === 0) yield;
  }
  return block(about, columns, rows);
}

/** The same for tables that stay small whatever the size of the engagement. */
export function smallTable<T>(about: TableAbout, columns: readonly TableColumn<T>[], items: readonly T[]): ReportBlock {
  return block(
    about,
    columns,
    items.map((item, index) => rowOf(columns, item, index)),
  );
}

function block<T>(about: TableAbout, columns: readonly TableColumn<T>[], rows: readonly (readonly CellValue[])[]): ReportBlock {
  const plain = columns.map(({ from: _from, ...column }): ReportColumn => column);
  return { kind: 'table', table: { ...about, columns: plain, rows } };
}

function rowOf<T>(columns: readonly TableColumn<T>[], item: T, index: number): readonly CellValue[] {
  return columns.map((column) => cellOf(column.from(item, index), column));
}

/** Rounded here, so that every format shows the same figure. */
function cellOf(value: CellValue | undefined, column: ReportColumn): CellValue {
  if (value === undefined || value === '') return null;
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? roundTo(value, column.decimals ?? 0) : null;
}

/** Instant as local wall clock and as UTC: people on site read one, people elsewhere the other. */
export function bothClocks<T>(
  key: string,
  title: string,
  timeZone: string,
  from: (item: T) => string | null | undefined,
): readonly TableColumn<T>[] {
  const utc: TableColumn<T> = { key: `${key}Utc`, title, kind: 'date', timeZone: 'UTC', from };
  return timeZone === 'UTC' ? [utc] : [{ key: `${key}Local`, title, kind: 'date', timeZone, from }, utc];
}
