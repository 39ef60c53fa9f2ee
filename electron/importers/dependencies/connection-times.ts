import type { Sheet } from '../sheet.ts';

const HEADERS = ['time slot', 'timeslot', 'time generated', 'timestamp', 'time', 'last seen', 'date', 'end', 'start'] as const;
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b(.*)$/;

/** When a row was seen, as an instant; `undefined`: it does not say, or in a way that could be two days. */
export type TimeReader = (row: Sheet['rows'][number]) => string | undefined;

/**
 * Reads the column of times. `1/7/2026` is a day in July or January: which of both, a value beyond the twelfth shows somewhere in
 * the column; where none does, the time stays unknown. Times without a zone are read as UTC, which is near enough to tell old
 * traffic from new.
 */
export function timesOf(sheet: Sheet): TimeReader {
  const keys = sheet.header.map((header) => header.trim().toLowerCase());
  const column = HEADERS.map((header) => keys.indexOf(header)).find((index) => index >= 0) ?? -1;
  const cells = sheet.rows.map(({ cells: row }) => String(row[column] ?? ''));
  const slashed = cells.flatMap((cell) => SLASHED.exec(cell.trim()) ?? []);
  const isBeyond = (part: number): boolean => slashed.some((_, index) => index % 5 === part && Number(slashed[index]) > 12);
  const order = isBeyond(1) === isBeyond(2) ? null : isBeyond(1) ? 'day-first' : 'month-first';
  return ({ cells: row }) => instantOf(row[column] ?? null, order);
}

function instantOf(cell: string | number | boolean | null, order: 'day-first' | 'month-first' | null): string | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined;
  // Flow logs count seconds since 1970.
  if (/^1\d{9}$/.test(String(cell))) return new Date(Number(cell) * 1000).toISOString();
  // A span of time counts by its end.
  const text = String(cell).split('..').at(-1)?.trim() ?? '';
  const [, first = '', second = '', year = '', rest = ''] = SLASHED.exec(text) ?? [];
  if (year === '') return parsed(text);
  if (order === null) return undefined;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  // A clock of twelve hours is read by its own words.
  return parsed(`${month}/${day}/${year}${rest} UTC`, true);
}

function parsed(text: string, isWhole = false): string | undefined {
  const at = Date.parse(isWhole || /[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
