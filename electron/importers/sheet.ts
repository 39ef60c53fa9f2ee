import { headerKey } from '../../shared/domain/machine-fields.ts';
import { findHeader } from './header-row.ts';
import { numberIn } from './number-text.ts';

/** A cell as text, number, truth value or nothing; dates come as ISO text. */
export type CellValue = string | number | boolean | null;

/** A table with a header. Row numbers are those a person sees in the spreadsheet: its first row is row 1. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly CellValue[] }[];
  /** Rows below the header that the sheet says it has. Real exports announce too many and too few; `null`: it does not say. */
  readonly announcedRows: number | null;
}

const MAX_TEXT = 10_000;

/**
 * Makes a table of raw cells: titles above the header and empty rows are passed over, text is trimmed and freed of control
 * characters. `lastRowAnnounced` is the last row that the file says it has, counted from 1 with the titles.
 */
export function sheetFromCells(name: string, cells: readonly (readonly unknown[])[], lastRowAnnounced: number | null = null): Sheet {
  const headerIndex = findHeader(cells);
  const header = (cells[headerIndex] ?? []).map((cell) => String(cleanCell(cell) ?? ''));
  const rows: { number: number; cells: CellValue[] }[] = [];
  for (let index = headerIndex + 1; index < cells.length; index += 1) {
    const row = cells[index] ?? [];
    if (row.every((cell) => cell === null || cell === undefined || cell === '')) continue;
    const cleaned = row.map(knownCell);
    if (cleaned.some((cell) => cell !== null)) rows.push({ number: index + 1, cells: cleaned });
  }
  return { name, header, rows, announcedRows: lastRowAnnounced === null ? null : Math.max(0, lastRowAnnounced - headerIndex - 1) };
}

/** What a formula could not work out is not known. */
function knownCell(cell: unknown): CellValue {
  const clean = cleanCell(cell);
  return typeof clean === 'string' && clean.startsWith('#') && ERROR_VALUES.has(clean) ? null : clean;
}

const ERROR_VALUES = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#NV',
  '#BEZUG!',
  '#WERT!',
]);

export function cleanCell(cell: unknown): CellValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
  if (typeof cell !== 'string') return null;
  return cell.length > MAX_TEXT ? longText(cell) : shortText(cell);
}

function shortText(cell: string): string | null {
  // Nearly every cell is clean already, and there may be millions.
  const text = UNCLEAN.test(cell) ? cleanText(cell) : cell;
  return text === '' ? null : text;
}

/** SECURITY: a workbook may point to one long text from every cell; it is cleaned once. */
function longText(cell: string): string | null {
  if (cell === lastLong.cell) return lastLong.text;
  lastLong = { cell, text: shortText(cell.slice(0, MAX_TEXT)) };
  return lastLong.text;
}

let lastLong: { readonly cell: string; readonly text: string | null } = { cell: '', text: null };

/** Control characters, halves of a character, and white space at an end. */
// oxlint-disable-next-line no-control-regex
const UNCLEAN = /[\u0000-\u001f\u007f\ud800-\udfff]|^\s|\s$/;

/** SECURITY: control characters hide content and break logs and reports; line breaks become spaces. */
function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/[\r\n\t]+/g, ' ')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u001f\u007f]/g, '')
      .trim()
  );
}

/** Reads cells of a row by header, compared without case, blanks and punctuation, so that both generations of names match. */
export interface RowReader {
  readonly number: number;
  readonly text: (...headers: string[]) => string | undefined;
  readonly numeric: (...headers: string[]) => number | undefined;
  /** A number that has no fraction in this column: of `4.096` the dot parts thousands. */
  readonly whole: (...headers: string[]) => number | undefined;
  readonly flag: (...headers: string[]) => boolean | undefined;
}

export function createRowReader(sheet: Sheet): (row: Sheet['rows'][number]) => RowReader {
  const place = new Map<string, number>();
  for (const [index, header] of sheet.header.entries()) if (!place.has(headerKey(header))) place.set(headerKey(header), index);
  // Readers ask every row for the same headers: each is compared once.
  const asked = new Map<string, number | undefined>();
  const placeOf = (header: string): number | undefined => {
    if (!asked.has(header)) asked.set(header, place.get(headerKey(header)));
    return asked.get(header);
  };
  return (row) => {
    const find = (headers: readonly string[]): CellValue => {
      for (const header of headers) {
        const index = placeOf(header);
        const cell = index === undefined ? null : (row.cells[index] ?? null);
        if (cell !== null) return cell;
      }
      return null;
    };
    return {
      number: row.number,
      text: (...headers) => {
        const cell = find(headers);
        return cell === null ? undefined : String(cell);
      },
      numeric: (...headers) => numberOf(find(headers)),
      whole: (...headers) => wholeNumberOf(find(headers)),
      flag: (...headers) => flagOf(find(headers)),
    };
  };
}

function wholeNumberOf(cell: CellValue): number | undefined {
  return typeof cell === 'string' && /^[1-9]\d{0,2}\.\d{3}$/.test(cell) ? Number(cell.replace('.', '')) : numberOf(cell);
}

export function numberOf(cell: CellValue): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return undefined;
  return numberIn(cell);
}

export function flagOf(cell: CellValue): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : undefined;
  const text = cell?.toLowerCase() ?? '';
  if (TRUE_WORDS.has(text)) return true;
  return FALSE_WORDS.has(text) ? false : undefined;
}

/** Spreadsheets write truth values in the language of whoever saved them. */
const TRUE_WORDS = new Set(['true', 'yes', 'y', '1', 'x', 'wahr', 'ja', 'vrai', 'oui', 'verdadero', 'sí', 'si', 'vero', 'waar']);
const FALSE_WORDS = new Set(['false', 'no', 'n', '0', 'falsch', 'nein', 'faux', 'non', 'falso', 'onwaar', 'nee']);
