import Papa from 'papaparse';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';

const MAX_COLUMNS = 2000;

/** Reads a text table; the delimiter is guessed from the text. */
export function readCsv(text: string, fileName: string): Reply<{ readonly sheet: Sheet; readonly warnings: readonly string[] }> {
  const parsed = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] });
  const header = parsed.data[0] ?? [];
  if (header.length > MAX_COLUMNS)
    return failed('invalid-input', `${fileName} has ${header.length} columns; that is not an inventory. Nothing was stored.`);
  const ragged = parsed.data.filter((row) => row.length !== header.length).length;
  const warnings =
    ragged === 0 ? [] : [`${fileName}: ${ragged} rows have more or fewer cells than the header; missing cells count as unknown.`];
  return success({ sheet: sheetFromCells('CSV', parsed.data), warnings });
}
