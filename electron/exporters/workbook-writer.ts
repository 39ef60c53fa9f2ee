import { writeXlsx, type Cell, type CellStyle, type CellValue, type ConditionalRule, type WriteSheet } from 'hucre/xlsx';

import type { ReportTone } from '../../shared/reports/report.ts';
import { cleanText, looksLikeFormula } from './clean-text.ts';

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
const MOST_WIDTH = 60;
const ROWS_MEASURED = 400;
const DATE_FORMAT = 'yyyy-mm-dd hh:mm';
/** With this format a text stays a text, also when somebody edits the cell. */
const TEXT_FORMAT = '@';
const TONE_COLOURS: Readonly<Record<ReportTone, string>> = {
  good: '22683D',
  warning: '875A00',
  bad: 'A62B24',
  unknown: '64707C',
  neutral: '2F6690',
};
const HEADER_STYLE: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '12507B' } },
  alignment: { vertical: 'top', wrapText: true },
};
const CHART_COLUMN_GAP = 2;
const CHART_ROWS = 20;

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
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function sheetOf(sheet: OutSheet, index: number, { pageHeader }: OutWorkbook): WriteSheet {
  const { columns } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  for (const [place, { header }] of columns.entries()) cells.set(`0,${place}`, { value: header, type: 'string', style: HEADER_STYLE });
  const styles = columns.map((column, place) => styleOf(column, sheet, place));
  const body = sheet.rows.map((row, line) =>
    row.map((value, place) => safeValue(value, { key: `${line + 1},${place}`, style: styles[place] ?? {}, column: columns[place], cells })),
  );
  const lastRow = Math.max(1, body.length) + 1;
  const range = (place: number): string => `${letter(place)}2:${letter(place)}${lastRow}`;
  const all = `A1:${letter(columns.length - 1)}${body.length + 1}`;
  return {
    name: sheet.name,
    columns: columns.map((column, place) => ({ width: widthOf(column, sheet, place), style: styles[place] ?? {} })),
    rows: [columns.map(({ header }) => header), ...body],
    cells,
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: all },
    conditionalRules: columns
      .flatMap((column, place) => toneRules(column, range(place)))
      .map((rule, place) => ({ ...rule, priority: place + 1 })),
    dataValidations: columns.flatMap(({ choices }, place) =>
      choices === undefined || choices.length === 0
        ? []
        : [{ type: 'list' as const, values: [...choices], allowBlank: true, range: range(place) }],
    ),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${pageText(pageHeader)}&R${pageText(sheet.name)}`,
      oddFooter: '&R&P / &N',
    },
    view: { showGridLines: true, ...(index === 0 ? { tabColor: { rgb: '12507B' } } : {}) },
    a11y: { summary: sheet.summary, headerRow: 0 },
    charts: (sheet.charts ?? []).map((chart, place) => chartOf(chart, place, columns.length)),
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
  const text = shorten(cleanText(value));
  if (column?.linksToSheets === true) cells.set(key, { value: text, type: 'string', hyperlink: { target: '', location: `'${text}'!A1` } });
  // The library would take the name of an error for the error itself.
  else if (text.startsWith('#')) cells.set(key, { value: text, type: 'richText', richText: [{ text }] });
  else if (looksLikeFormula(text)) cells.set(key, { value: text, type: 'string', style: { ...style, numFmt: TEXT_FORMAT } });
  return text;
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 20).toWellFormed()} … (cut short)` : text;
}

/** Ampersands have a meaning in page headers. */
function pageText(text: string): string {
  return cleanText(text).replaceAll('&', '&&').slice(0, 120);
}

function styleOf(column: OutColumn, sheet: OutSheet, place: number): CellStyle {
  const isProse = column.kind === 'text' && longest(sheet, place) > MOST_WIDTH;
  const alignment = { vertical: 'top' as const, ...(isProse ? { wrapText: true } : {}) };
  if (column.kind === 'date') return { numFmt: DATE_FORMAT, alignment: { ...alignment, horizontal: 'left' } };
  if (column.kind !== 'number') return { alignment };
  const decimals = column.decimals ?? 0;
  return { numFmt: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`, alignment: { ...alignment, horizontal: 'right' } };
}

function widthOf(column: OutColumn, sheet: OutSheet, place: number): number {
  if (column.kind === 'date') return Math.max(17, Math.min(24, column.header.length + 2));
  return Math.min(MOST_WIDTH, Math.max(Math.min(column.header.length, 28), longest(sheet, place), 6) + 3);
}

function longest({ rows }: OutSheet, place: number): number {
  let most = 0;
  for (const row of rows.slice(0, ROWS_MEASURED)) most = Math.max(most, String(row[place] ?? '').length);
  return most;
}

/** Colour beside the word, never instead of it. */
function toneRules({ tones, kind }: OutColumn, range: string): Omit<ConditionalRule, 'priority'>[] {
  const rules = Object.entries(tones ?? {}).flatMap(([word, tone]) =>
    tone === 'neutral' ? [] : [equalTo(word, range, { font: { bold: true, color: { rgb: TONE_COLOURS[tone] } } })],
  );
  return kind === 'boolean'
    ? rules
    : [...rules, equalTo('unknown', range, { font: { italic: true, color: { rgb: TONE_COLOURS.unknown } } })];
}

function equalTo(word: string, range: string, style: CellStyle): Omit<ConditionalRule, 'priority'> {
  return { type: 'cellIs', operator: 'equal', formula: `"${word.replaceAll('"', '""')}"`, style, range };
}

function chartOf(chart: OutChart, place: number, columnCount: number): NonNullable<WriteSheet['charts']>[number] {
  const range = (column: number): string =>
    `'${chart.sheet}'!$${letter(column)}$${chart.firstRow + 1}:$${letter(column)}$${chart.lastRow + 1}`;
  const from = { row: 1 + place * (CHART_ROWS + 2), col: columnCount + CHART_COLUMN_GAP - 1 };
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
    anchor: { from, to: { row: from.row + CHART_ROWS, col: from.col + 9 } },
  };
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function letter(column: number): string {
  const rest = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? rest : letter(Math.floor(column / 26) - 1) + rest;
}
