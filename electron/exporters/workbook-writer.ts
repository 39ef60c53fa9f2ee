import { writeXlsx, type Cell, type CellStyle, type CellValue, type ColumnDef, type ConditionalRule, type WriteSheet } from 'hucre/xlsx';

import type { ReportTone } from '../../shared/reports/report.ts';
import { cleanText, looksLikeFormula } from './clean-text.ts';
import { measureSheet, type SheetShape } from './measure-sheet.ts';

/** A sheet with a header in row 1 and one kind of value per column. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly (string | number | boolean | Date | null)[])[];
  readonly charts?: readonly OutChart[];
  /** What the sheet is, for screen readers. */
  readonly summary: string;
}

export interface OutColumn {
  readonly header: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean';
  readonly decimals?: number;
  readonly choices?: readonly string[];
  readonly tones?: Readonly<Record<string, ReportTone>>;
  /** The text of each cell is the name of a sheet of this workbook. */
  readonly linksToSheets?: boolean;
}

/** Bars over cells of a sheet of this workbook; columns and rows count from 0, row 0 is the header. */
export interface OutChart {
  readonly title: string;
  readonly description: string;
  readonly isStacked: boolean;
  readonly sheet: string;
  readonly labelColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly series: readonly { readonly name: string; readonly column: number; readonly tone: ReportTone }[];
  /** Columns of its own sheet that it spans, below the last row. */
  readonly between: readonly [first: number, behindLast: number];
}

export interface OutWorkbook {
  readonly title: string;
  readonly description: string;
  readonly author: string;
  /** Stands in the file as its time; never the clock. */
  readonly at: Date;
  readonly pageHeader: string;
  readonly sheets: readonly OutSheet[];
}

const MOST_CHARACTERS = 32_767;
const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
/** With this format a text stays a text, also when somebody edits the cell. */
const TEXT_FORMAT = '@';
const FONT = { name: 'Calibri', size: 11 } as const;
const TONE_COLOURS: Readonly<Record<ReportTone, string>> = {
  good: '22683D',
  warning: '875A00',
  bad: 'A62B24',
  unknown: '64707C',
  neutral: '2F6690',
};
const CHART_ROWS = 18;

/** Writes a workbook. The one place that knows the spreadsheet library. Texts are written as texts, never as formulas. */
export async function writeWorkbook(workbook: OutWorkbook): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: workbook.sheets.map((sheet, index) => sheetOf(sheet, index, workbook)),
    properties: {
      title: workbook.title,
      description: workbook.description,
      creator: workbook.author,
      created: workbook.at,
      modified: workbook.at,
    },
    defaultFont: FONT,
  });
}

function sheetOf(sheet: OutSheet, index: number, { pageHeader }: OutWorkbook): WriteSheet {
  const { columns } = sheet;
  const shape = measureSheet(sheet);
  const styles = columns.map((column, place) => styleOf(column, shape, place));
  const cells = new Map<string, Partial<Cell>>();
  for (const [place, { header, kind }] of columns.entries())
    cells.set(`0,${place}`, { value: header, type: 'string', style: headerStyle(kind === 'number') });
  const body = sheet.rows.map((row, line) =>
    row.map((value, place) => safeValue(value, { key: `${line + 1},${place}`, style: styles[place] ?? {}, column: columns[place], cells })),
  );
  const lastRow = Math.max(1, body.length) + 1;
  const range = (place: number): string => `${letter(place)}2:${letter(place)}${lastRow}`;
  return {
    name: sheet.name,
    columns: columns.map((_column, place) => columnOf(shape.widths[place] ?? 10, styles[place])),
    rows: [columns.map(({ header }) => header), ...body],
    rowDefs: new Map(shape.heights.map(([row, height]) => [row, { height }])),
    cells,
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${letter(columns.length - 1)}${body.length + 1}` },
    conditionalRules: columns
      .flatMap((column, place) => toneRules(column, range(place)))
      .map((rule, place) => ({ ...rule, priority: place + 1 })),
    dataValidations: columns.flatMap(({ choices }, place) =>
      choices === undefined || choices.length === 0
        ? []
        : [{ type: 'list' as const, values: [...choices], allowBlank: true, range: range(place) }],
    ),
    pageSetup: PAGE,
    headerFooter: { oddHeader: `&L${pageText(pageHeader)}&R${pageText(sheet.name)}`, oddFooter: '&R&P / &N' },
    view: { showGridLines: true, ...(index === 0 ? { tabColor: { rgb: '12507B' } } : {}) },
    a11y: { summary: sheet.summary, headerRow: 0 },
    charts: (sheet.charts ?? []).map((chart) => chartOf(chart, body.length + 2)),
  };
}

const PAGE: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
  margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
};

function headerStyle(isNumber: boolean): CellStyle {
  return {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '12507B' } },
    alignment: { vertical: 'top', wrapText: true, ...(isNumber ? { horizontal: 'right', indent: 1 } : {}) },
  };
}

interface Place {
  readonly key: string;
  readonly style: CellStyle;
  readonly column: OutColumn | undefined;
  readonly cells: Map<string, Partial<Cell>>;
}

function safeValue(value: string | number | boolean | Date | null, { key, style, column, cells }: Place): CellValue {
  if (typeof value !== 'string') return value;
  const text = protectEscapes(shorten(cleanText(value)));
  if (column?.linksToSheets === true) cells.set(key, { value: text, type: 'string', hyperlink: { target: '', location: `'${text}'!A1` } });
  // The library would take the name of an error for the error itself.
  else if (text.startsWith('#')) cells.set(key, { value: text, type: 'richText', richText: [{ text }] });
  else if (looksLikeFormula(text)) cells.set(key, { value: text, type: 'string', style: { ...style, numFmt: TEXT_FORMAT } });
  return text;
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 20).toWellFormed()} … (cut short)` : text;
}

/** Workbooks write characters as `_x000D_`; a text that holds such letters itself has to be marked, or it would change. */
function protectEscapes(text: string): string {
  return text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** Ampersands have a meaning in page headers. */
function pageText(text: string): string {
  return cleanText(text).replaceAll('&', '&&').slice(0, 120);
}

function columnOf(width: number, style: CellStyle | undefined): ColumnDef {
  return style === undefined ? { width } : { width, style };
}

/**
 * Plain text in rows of one line has no style of its own: the library spends most of its time on styles, cell by cell, and a
 * large sheet has a million cells.
 */
function styleOf(column: OutColumn, { isProse, heights }: SheetShape, place: number): CellStyle | undefined {
  const isTall = heights.some(([row]) => row > 0);
  const alignment = { ...(isTall ? { vertical: 'top' as const } : {}), ...(isProse[place] === true ? { wrapText: true } : {}) };
  if (column.kind === 'date') return { numFmt: DATE_FORMAT, alignment: { ...alignment, horizontal: 'left' } };
  if (column.kind !== 'number') return isTall ? { alignment } : undefined;
  const decimals = column.decimals ?? 0;
  // The indent keeps a number apart from the text that begins right of it.
  const numFmt = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return { numFmt, alignment: { ...alignment, horizontal: 'right', indent: 1 } };
}

/** Colour beside the word, never instead of it. */
function toneRules({ tones, kind }: OutColumn, range: string): Omit<ConditionalRule, 'priority'>[] {
  const rules = Object.entries(tones ?? {}).flatMap(([word, tone]) =>
    tone === 'neutral' ? [] : [equalTo(word, range, { font: { ...FONT, bold: true, color: { rgb: TONE_COLOURS[tone] } } })],
  );
  return kind === 'boolean'
    ? rules
    : [...rules, equalTo('unknown', range, { font: { ...FONT, italic: true, color: { rgb: TONE_COLOURS.unknown } } })];
}

function equalTo(word: string, range: string, style: CellStyle): Omit<ConditionalRule, 'priority'> {
  return { type: 'cellIs', operator: 'equal', formula: `"${word.replaceAll('"', '""')}"`, style, range };
}

function chartOf(chart: OutChart, row: number): NonNullable<WriteSheet['charts']>[number] {
  const range = (column: number): string =>
    `'${chart.sheet}'!$${letter(column)}$${chart.firstRow + 1}:$${letter(column)}$${chart.lastRow + 1}`;
  return {
    type: 'bar',
    title: chart.title,
    altText: chart.description,
    barGrouping: chart.isStacked ? 'stacked' : 'clustered',
    ...(chart.isStacked ? { overlap: 100 } : {}),
    gapWidth: 60,
    series: chart.series.map(({ name, column, tone }) => ({
      name,
      values: range(column),
      categories: range(chart.labelColumn),
      color: TONE_COLOURS[tone],
    })),
    legend: chart.isStacked ? 'bottom' : false,
    dataLabels: { showValue: !chart.isStacked },
    axes: { x: { reverse: true } },
    anchor: { from: { row, col: chart.between[0] }, to: { row: row + CHART_ROWS, col: chart.between[1] } },
  };
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function letter(column: number): string {
  const rest = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? rest : letter(Math.floor(column / 26) - 1) + rest;
}
