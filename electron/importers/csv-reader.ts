import Papa from 'papaparse';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';

const MAX_COLUMNS = 2000;
/** Also the largest estates have fewer rows; each takes memory, also an empty one. */
const MAX_LINES = 3_000_000;

/** Reads a text table. The delimiter is the one that a first line `sep=;` names, else it is guessed from the text. */
export function readCsv(text: string, fileName: string): Reply<{ readonly sheet: Sheet; readonly warnings: readonly string[] }> {
  const lines = countLines(text);
  if (lines > MAX_LINES)
    return failed(
      'invalid-input',
      `${fileName} has ${lines.toLocaleString('en')} lines; at most ${MAX_LINES.toLocaleString('en')} are read. Split it, or export less.`,
    );
  const [mark = '', separator] = /^sep=([,;|\t])(?=\r?\n)/i.exec(text) ?? [];
  const isFlowLog = FLOW_LOG.test(text.slice(0, 1000));
  const parsed = Papa.parse<string[]>(text.slice(mark.length), { delimiter: isFlowLog ? ' ' : (separator ?? guessDelimiter(text)) });
  const isHeadless = isFlowLog && /^\d/.test(text);
  const widest = Math.max(0, ...parsed.data.slice(0, 100).map((row) => row.length));
  if (widest > MAX_COLUMNS)
    return failed(
      'invalid-input',
      `${fileName} has ${widest} columns; that is not an inventory. Nothing was stored; export fewer columns.`,
    );
  const open = parsed.errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined)
    return failed(
      'invalid-input',
      `${fileName}: row ${(open.row ?? 0) + 1} opens a quotation mark that is never closed, so all rows after it would be lost. The file is cut off or damaged; export it again.`,
    );
  const sheet = isHeadless
    ? withoutFirstNumber(sheetFromCells('CSV', [FLOW_LOG_HEADER, ...parsed.data]))
    : sheetFromCells('CSV', parsed.data);
  return success({
    sheet,
    warnings: warningsFor(sheet, { text, fileName, hasOddQuotes: parsed.errors.some(({ type }) => type === 'Quotes') }),
  });
}

/** Flow logs of AWS part their columns by blanks, and as they are stored in pieces most have no header. */
const FLOW_LOG = /^(?:version account-id interface-id srcaddr |\d \d{12} eni-[\da-f]+ \S+ \S+ \S+ \S+ )/;
const FLOW_LOG_HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status'.split(' ');

/** The header was put in front of the file, so that each row stands one line higher in it. */
function withoutFirstNumber(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, number: row.number - 1 })) };
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const PROBE_ROWS = 30;
const PROBE_CHARACTERS = 200_000;

/** The delimiter that cuts most of the first rows into equally many cells; of two, the one that makes more of them. */
function guessDelimiter(text: string): string {
  const probe = text.slice(0, PROBE_CHARACTERS);
  const scored = DELIMITERS.map((delimiter) => {
    const widths = new Map<number, number>();
    for (const row of Papa.parse<string[]>(probe, { delimiter, preview: PROBE_ROWS }).data)
      if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width, rows] = [...widths].reduce(
      (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
      [0, 0],
    );
    return { delimiter, width, rows };
  });
  return scored.reduce((best, one) => (one.rows > best.rows || (one.rows === best.rows && one.width > best.width) ? one : best)).delimiter;
}

function countLines(text: string): number {
  const mark = text.includes('\n') ? '\n' : '\r';
  let count = 1;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

interface Context {
  readonly text: string;
  readonly fileName: string;
  readonly hasOddQuotes: boolean;
}

function warningsFor({ header, rows }: Sheet, { text, fileName, hasOddQuotes }: Context): string[] {
  const warnings: string[] = [];
  const ragged = rows.filter((row) => row.cells.length !== header.length).length;
  const last = rows.at(-1);
  if (last !== undefined && last.cells.length < header.length && !/[\r\n]\s*$/.test(text))
    warnings.push(
      `${fileName}: its last row (${last.number}) has ${last.cells.length} of ${header.length} cells and no end of line. The file may be cut off there; compare the number of machines with its source.`,
    );
  if (ragged > 0)
    warnings.push(
      `${fileName}: ${ragged === 1 ? '1 row has' : `${ragged} rows have`} more or fewer cells than the header; missing cells count as unknown.`,
    );
  if (hasOddQuotes)
    warnings.push(`${fileName}: some cells hold quotation marks that were not doubled. Check the first rows; a cell may hold too much.`);
  return warnings;
}
