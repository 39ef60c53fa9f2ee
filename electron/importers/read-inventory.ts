import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { readCsv } from './csv-reader.ts';
import { guardFile } from './import-guard.ts';
import type { ReadRequest, ReadResult } from './importer.ts';
import { importers } from './index.ts';
import type { Sheet } from './sheet.ts';
import { readWorkbook } from './workbook-reader.ts';

export interface InventoryRequest {
  readonly filePath: string;
  readonly fileName: string;
  readonly mapping: ReadRequest['mapping'];
  readonly password?: string;
}

/** Reads one file whatever it is. Runs in a worker: it may take seconds and much memory, and the file may be hostile. */
export async function readInventoryFile(request: InventoryRequest, onProgress: ReadRequest['onProgress']): Promise<Reply<ReadResult>> {
  const { filePath, fileName } = request;
  const guarded = await guardFile(filePath, fileName);
  if (!guarded.ok) return guarded;
  if (guarded.value === 'empty') return failed('invalid-input', `${fileName} is empty. Nothing was stored; export the inventory again.`);
  onProgress(0, 'Opening the file');
  const tables = guarded.value === 'text' ? await readText(filePath, fileName) : await readBook(request, guarded.value);
  if (!tables.ok) return tables;
  const { sheets, warnings } = tables.value;
  const importer = importers.find((candidate) => candidate.recognises(sheets, fileName));
  if (importer === undefined) {
    return failed(
      'invalid-input',
      `${fileName} is not an inventory: no sheet has a header with at least two columns. Choose an RVTools workbook or a table with one row per machine.`,
    );
  }
  const result = importer.read(sheets, { fileName, mapping: request.mapping, onProgress });
  if (!result.ok) return result;
  const { inventory } = result.value;
  return success({ ...result.value, inventory: { ...inventory, warnings: [...warnings, ...inventory.warnings] } });
}

interface Tables {
  readonly sheets: readonly Sheet[];
  readonly warnings: readonly string[];
}

async function readText(filePath: string, fileName: string): Promise<Reply<Tables>> {
  const csv = await readCsv(filePath, fileName);
  return csv.ok ? success({ sheets: [csv.value.sheet], warnings: csv.value.warnings }) : csv;
}

async function readBook(request: InventoryRequest, shape: 'zip' | 'compound'): Promise<Reply<Tables>> {
  const { filePath, fileName, password } = request;
  const sheets = await readWorkbook({ filePath, fileName, shape, ...(password === undefined ? {} : { password }) });
  return sheets.ok ? success({ sheets: sheets.value, warnings: [] }) : sheets;
}
