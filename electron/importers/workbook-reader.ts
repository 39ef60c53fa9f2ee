import { readFile } from 'node:fs/promises';

import { DecryptionError, EncryptedFileError, HucreError, readXls, readXlsx, type Workbook } from 'hucre';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';
import { readWorkbookState, type WorkbookState } from './worksheet-parts.ts';
import type { WorksheetState } from './worksheet-state.ts';

export interface WorkbookRequest {
  readonly filePath: string;
  readonly fileName: string;
  readonly shape: 'workbook' | 'compound';
  readonly password?: string;
  /** Only these sheets are read; without it all are. */
  readonly wants?: (sheetName: string) => boolean;
}

/** Reads the wanted sheets of a workbook. The one place that knows the spreadsheet library. */
export async function readWorkbook(request: WorkbookRequest): Promise<Reply<Sheet[]>> {
  const { fileName } = request;
  const bytes = await readFile(request.filePath);
  const options = {
    ...(request.wants === undefined ? {} : { sheets: (info: { readonly name: string }) => request.wants?.(info.name) ?? true }),
    ...(request.password === undefined ? {} : { password: request.password }),
  };
  const state = await stateOf(bytes);
  const damage = state === null ? null : damageOf(state, fileName);
  if (damage !== null) return failed('invalid-input', damage);
  try {
    const workbook = await read(bytes, request.shape, options);
    return success(workbook.sheets.map(({ name, rows }) => sheetFromCells(name, rows, lastRowOf(state?.sheets.get(name)))));
  } catch (error) {
    if (error instanceof EncryptedFileError)
      return failed('forbidden', `${fileName} is protected by a password. Enter the password to read it.`, 'now');
    if (error instanceof DecryptionError)
      return failed('forbidden', `The password does not open ${fileName}. Enter it again; capital letters count.`, 'now');
    if (error instanceof HucreError || error instanceof RangeError) return failed('invalid-input', unreadable(error, fileName));
    throw error;
  }
}

function unreadable(error: Error, fileName: string): string {
  const [, sheet, rows, columns] = /^Sheet "(.*)" spans (\d+) rows x (\d+) columns/.exec(error.message) ?? [];
  return sheet === undefined
    ? `${fileName} cannot be read as a workbook: it is damaged, cut off or far too large inside. Nothing was stored; export it again.`
    : `Sheet ${sheet} of ${fileName} has cells ${rows} rows and ${columns} columns apart, far more than an inventory has. Nothing was stored; delete the cells that lie far out, or export it again.`;
}

/** Old and encrypted workbooks have no parts to look at; of parts that cannot be unpacked the spreadsheet library complains itself. */
async function stateOf(bytes: Buffer): Promise<WorkbookState | null> {
  if (bytes.readUInt32LE(0) !== 0x04034b50) return null;
  return await readWorkbookState(bytes).catch(() => null);
}

/** The spreadsheet library gives the rows so far and empty cells instead of an error; that would lose machines without a word. */
function damageOf(state: WorkbookState, fileName: string): string | null {
  if (state.isBinary)
    return `${fileName} is a binary workbook, which is not read. Open it in a spreadsheet and save it as .xlsx; nothing was stored.`;
  if (state.declaresEntities)
    return `${fileName} declares XML entities, which no spreadsheet does and attacks do. It was not read; export it again from the tool.`;
  if (!state.areTextsWhole)
    return `The list of texts in ${fileName} is cut off or missing, so names would be lost. Export it again; nothing was stored.`;
  for (const [name, sheet] of state.sheets) {
    if (sheet === 'missing') return `${fileName} lists a sheet ${name} that it does not hold. Export it again; nothing was stored.`;
    if (sheet.cutOffAfterRow === null) continue;
    const where = sheet.cutOffAfterRow === 0 ? 'before its first row' : `after row ${sheet.cutOffAfterRow}`;
    return `Sheet ${name} of ${fileName} is cut off ${where}. Export it again; nothing was stored.`;
  }
  return null;
}

function lastRowOf(state: WorksheetState | 'missing' | undefined): number | null {
  return state === undefined || state === 'missing' ? null : state.lastRowAnnounced;
}

async function read(bytes: Uint8Array, shape: WorkbookRequest['shape'], options: object): Promise<Workbook> {
  if (shape !== 'compound') return await readXlsx(bytes, options);
  try {
    // An encrypted workbook and an old .xls share their first bytes.
    return await readXlsx(bytes, options);
  } catch (error) {
    if (error instanceof EncryptedFileError || error instanceof DecryptionError) throw error;
    return await readXls(bytes, options);
  }
}
