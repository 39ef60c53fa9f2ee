import type { OutColumn, OutSheet } from './workbook-writer.ts';

/** How wide columns and how high rows have to be; spreadsheets do not find out by themselves in every program. */
export interface SheetShape {
  /** In characters. */
  readonly widths: readonly number[];
  /** Columns whose texts run over several lines. */
  readonly isProse: readonly boolean[];
  /** Row (0 is the header) and points; rows of one line are left out. */
  readonly heights: readonly (readonly [row: number, points: number])[];
}

const MOST_WIDTH = 60;
const MOST_HEADER_WIDTH = 16;
const MOST_WRAPPED_ROWS = 2000;
const DATE_WIDTH = 18;
const POINTS_PER_LINE = 15;
/** Spreadsheets refuse more. */
const MOST_POINTS = 405;
/** Letters are narrower than the digits that a column is measured in. */
const CHARACTERS_PER_UNIT = 1.18;

export function measureSheet({ columns, rows }: OutSheet): SheetShape {
  const longest = columns.map(() => 0);
  for (const row of rows)
    for (const [place, value] of row.entries())
      if (typeof value === 'string' && value.length > (longest[place] ?? 0)) longest[place] = value.length;
  const widths = columns.map((column, place) => widthOf(column, longest[place] ?? 0));
  // In sheets of thousands of rows nobody reads prose line by line; they are filtered, and rows of one height scroll better.
  const mayWrap = rows.length <= MOST_WRAPPED_ROWS;
  const isProse = columns.map(({ kind }, place) => mayWrap && kind === 'text' && (longest[place] ?? 0) > MOST_WIDTH);
  const heights: [number, number][] = [];
  const headerLines = Math.max(...columns.map(({ header }, place) => linesOf(header, (widths[place] ?? 0) - 3)));
  if (headerLines > 1) heights.push([0, headerLines * POINTS_PER_LINE]);
  for (const [index, row] of isProse.includes(true) ? rows.entries() : []) {
    const lines = Math.max(
      1,
      ...row.map((value, place) => (isProse[place] === true ? linesOf(String(value ?? ''), widths[place] ?? 0) : 1)),
    );
    if (lines > 1) heights.push([index + 1, Math.min(MOST_POINTS, lines * POINTS_PER_LINE)]);
  }
  return { widths, isProse, heights };
}

function widthOf({ kind, header, decimals = 0 }: OutColumn, longest: number): number {
  const ofHeader = Math.max(Math.min(header.length, MOST_HEADER_WIDTH), ...header.split(' ').map((word) => word.length)) + 4;
  if (kind === 'date') return Math.max(DATE_WIDTH, ofHeader);
  const ofValues = kind === 'number' ? Math.max(longest, 8 + decimals) : longest;
  return Math.min(MOST_WIDTH, Math.max(ofHeader, ofValues + 2));
}

function linesOf(text: string, width: number): number {
  const perLine = Math.max(4, Math.floor(width * CHARACTERS_PER_UNIT));
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : word.length + 1;
    if (used + needed <= perLine) used += needed;
    else {
      lines += Math.max(1, Math.ceil(word.length / perLine));
      used = word.length % perLine;
    }
  }
  return lines;
}
