import { fieldForHeader } from '../../shared/domain/machine-fields.ts';

/** Titles, dates and remarks above a table are few. */
const MOST_TITLE_ROWS = 20;
/** A header is nearly as wide as the widest of the first rows; a title is not. */
const LEAST_SHARE = 0.6;

type Cells = readonly (readonly unknown[])[];

/**
 * Which row holds the headers, counted from 0: the first one, unless titles stand above it. Reports of all kinds put a name, a date
 * or `#TYPE` there, often in merged cells.
 */
export function findHeader(cells: Cells): number {
  const first = cells.slice(0, MOST_TITLE_ROWS);
  const widest = Math.max(0, ...first.map(countFilled));
  const isWide = (row: readonly unknown[] | undefined): boolean => countFilled(row ?? []) >= Math.max(2, widest * LEAST_SHARE);
  const wide = isWide(first[0]) ? 0 : first.findIndex(isWide);
  if (wide < 0) return 0;
  // A title of two cells above a table of three is as wide as a header; words that are headers settle it.
  if (countKnown(first[wide] ?? []) > 0) return wide;
  const known = first.findIndex((row, index) => index > wide && isWide(row) && countKnown(row) > 1);
  return known < 0 ? wide : known;
}

function countFilled(row: readonly unknown[]): number {
  return row.filter((cell) => cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')).length;
}

function countKnown(row: readonly unknown[]): number {
  return row.filter((cell) => typeof cell === 'string' && cell.length < 100 && fieldForHeader(cell) !== null).length;
}
