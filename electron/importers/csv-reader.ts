import { readFile } from 'node:fs/promises';

import Papa from 'papaparse';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';

const MAX_COLUMNS = 2000;

/** Reads a text table. Encoding: a mark at the start decides, else UTF-8, else Windows-1252 where UTF-8 does not hold. */
export async function readCsv(
  filePath: string,
  fileName: string,
): Promise<Reply<{ readonly sheet: Sheet; readonly warnings: readonly string[] }>> {
  const bytes = await readFile(filePath);
  const decoded = decode(bytes);
  if (decoded === null)
    return failed(
      'invalid-input',
      `${fileName} is neither a workbook nor a text table (it holds binary data). Choose an export of an inventory tool.`,
    );
  const parsed = Papa.parse<string[]>(decoded.text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] });
  const header = parsed.data[0] ?? [];
  if (header.length > MAX_COLUMNS)
    return failed('invalid-input', `${fileName} has ${header.length} columns; that is not an inventory. Nothing was stored.`);
  const warnings =
    decoded.encoding === 'utf-8' ? [] : [`The text was read as ${decoded.encoding}. Check names with special letters in the first rows.`];
  const ragged = parsed.data.filter((row) => row.length !== header.length).length;
  if (ragged > 0) warnings.push(`${ragged} rows have more or fewer cells than the header; missing cells count as unknown.`);
  return success({ sheet: sheetFromCells('CSV', parsed.data), warnings });
}

function decode(bytes: Buffer): { readonly text: string; readonly encoding: string } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  // Binary files hold zero bytes early; text of these encodings never does.
  if (bytes.subarray(0, 4096).includes(0)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}
