import { localStamp } from '../../../shared/reports/local-time.ts';
import type { CellValue, ReportColumn, ReportTable } from '../../../shared/reports/report.ts';
import { countWords, listWords, numberWords } from '../../../shared/reports/words.ts';
import { escapeHtml } from './escape.ts';
import { toneMark } from './svg.ts';

/** Beyond so many columns a table is printed on pages turned on their side. */
const MOST_UPRIGHT_COLUMNS = 12;
/** Names up to this length stay on one line, although they hold hyphens. */
const MOST_UNBROKEN = 24;
/** Tables up to this length stand on one page. */
const MOST_ROWS_KEPT_TOGETHER = 14;
const MOST_OF_A_LINE = 70;
/** A column with texts of about this length is not squeezed into a narrow stack of single words. */
const LONG_TEXT = 26;
/** More text in one cell nobody reads on a page. */
const MOST_CHARACTERS = 2000;

export function tableBlock(table: ReportTable): string {
  const columns = table.columns.flatMap((column, index) =>
    column.isDataOnly === true ? [] : [{ column, index, isLong: isLongText(table, index) }],
  );
  if (table.rows.length === 0) return `<p class="none"><strong>${escapeHtml(table.title)}:</strong> ${escapeHtml(table.emptyText)}</p>`;
  const most = table.mostPrintedRows ?? table.rows.length;
  const rows = table.rows.slice(0, most).map((row) => {
    const cells = columns.map(({ column, index, isLong }, place) => cell(column, row[index] ?? null, { isRowHeader: place === 0, isLong }));
    return `<tr>${cells.join('')}</tr>`;
  });
  const name = escapeHtml(table.title);
  const classes = ['table', isWide(table) ? 'wide' : '', isShort(table) ? 'short' : ''].filter((part) => part !== '').join(' ');
  return `<div class="${classes}" id="table-${escapeHtml(table.id)}"><div class="scroll" role="region" aria-label="${name}" tabindex="0"><table><caption>${name}</caption><thead><tr>${columns
    .map(({ column }) => headerCell(column))
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>${rest(table, most)}${sourceLine(table.source)}</div>`;
}

/** Whether a fair share of a text column is long; one long text among short ones does not take their room. */
function isLongText({ columns, rows }: ReportTable, index: number): boolean {
  const column = columns[index];
  if (column?.kind !== 'text' || column.isCode === true || column.tones !== undefined) return false;
  const long = rows.filter((row) => String(row[index] ?? '').length >= LONG_TEXT).length;
  return long * 4 >= rows.length;
}

/** Few rows of one line each; a table of prose may be broken between its rows. */
function isShort({ rows, columns }: ReportTable): boolean {
  if (rows.length > MOST_ROWS_KEPT_TOGETHER) return false;
  return rows.every((row) =>
    row.every((value, index) => columns[index]?.isDataOnly === true || String(value ?? '').length <= MOST_OF_A_LINE),
  );
}

function rest(table: ReportTable, most: number): string {
  const left = table.rows.length - most;
  if (left <= 0) return '';
  const where = table.sheet === undefined ? 'the workbook' : `the workbook, sheet ${table.sheet}`;
  return `<p class="rest">${numberWords(most)} of ${countWords(table.rows.length, 'row')} shown; ${left === 1 ? 'the other one is' : `the other ${numberWords(left)} are`} in ${escapeHtml(where)}.</p>`;
}

/** Tables that are only data are named with their size: whoever reads the page learns that they exist, and where. */
export function elsewhere(tables: readonly ReportTable[]): string {
  if (tables.length === 0) return '';
  const names = tables.map(
    ({ title, sheet, rows }) => `${title} (${sheet === undefined ? '' : `sheet ${sheet}, `}${countWords(rows.length, 'row')})`,
  );
  return `<p class="elsewhere">In the workbook and the data files: ${escapeHtml(listWords(names, names.length))}.</p>`;
}

export function isWide({ columns }: ReportTable): boolean {
  return columns.filter((column) => column.isDataOnly !== true).length > MOST_UPRIGHT_COLUMNS;
}

export function sourceLine(source: string | undefined): string {
  return source === undefined || source === '' ? '' : `<p class="source">${escapeHtml(source)}</p>`;
}

function headerCell({ title, unit, kind, timeZone }: ReportColumn): string {
  const second = kind === 'date' ? (timeZone ?? 'UTC') : unit;
  const small = second === undefined ? '' : ` <span class="unit">${escapeHtml(second)}</span>`;
  return `<th scope="col"${kind === 'number' ? ' class="n"' : ''}>${escapeHtml(title)}${small}</th>`;
}

interface CellPlace {
  readonly isRowHeader: boolean;
  readonly isLong: boolean;
}

function cell(column: ReportColumn, value: CellValue, { isRowHeader, isLong }: CellPlace): string {
  const tag = isRowHeader ? 'th' : 'td';
  const isName = isRowHeader && typeof value === 'string' && value.length <= MOST_UNBROKEN;
  const classes = [kindClass(column), isLong ? 'long' : '', isName && !value.includes(' ') ? 'name' : ''].filter((name) => name !== '');
  const attributes = `${isRowHeader ? ' scope="row"' : ''}${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}`;
  return `<${tag}${attributes}>${content(column, value)}</${tag}>`;
}

function kindClass({ kind, isCode }: ReportColumn): string {
  if (isCode === true) return 'code';
  if (kind === 'number') return 'n';
  return kind === 'date' ? 'd' : '';
}

function content(column: ReportColumn, value: CellValue): string {
  if (value === null) return column.empty === 'none' ? '<span class="nothing">–</span>' : '<span class="unknown">unknown</span>';
  if (typeof value === 'number') return numberWords(value, column.decimals ?? 0);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (column.kind === 'date') return dateHtml(localStamp(value, column.timeZone ?? 'UTC'));
  const tone = column.tones?.[value];
  if (tone !== undefined) return `<span class="tone ${tone}">${toneMark(tone)}${escapeHtml(value)}</span>`;
  return linked(value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)} … (cut short; whole in the workbook)` : value);
}

/** Day and time may stand on two lines, but neither is broken. */
function dateHtml(stamp: string): string {
  const [day = '', clock = ''] = stamp.split(' ');
  return `<span class="name">${day}</span> ${clock}`;
}

/** SECURITY: only whole https addresses become links; everything else stays text. */
function linked(value: string): string {
  const text = escapeHtml(value);
  if (!/^https:\/\/[^\s<>"']+$/.test(value) || !URL.canParse(value)) return text;
  return `<a href="${text}" rel="noreferrer noopener">${text}</a>`;
}
