import { readFile } from 'node:fs/promises';

import { DecryptionError, EncryptedFileError, HucreError, readOds, readXls, readXlsx, type Workbook } from 'hucre';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { damageOfOpenDocument } from './open-document.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';
import { readWorkbookState, type WorkbookState } from './worksheet-parts.ts';
import type { WorksheetState } from './worksheet-state.ts';

export interface WorkbookRequest {
  readonly filePath: string;
  readonly fileName: string;
  readonly shape: 'workbook' | 'open-document' | 'compound';
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
  const isOpen = request.shape === 'open-document';
  const state = isOpen ? null : await stateOf(bytes);
  const damage = isOpen ? await openDamage(bytes, fileName) : state === null ? null : damageOf(state, fileName);
  if (damage !== null) return failed('invalid-input', damage);
  try {
    const workbook = await read(bytes, request.shape, options);
    return success(workbook.sheets.map(({ name, rows }) => sheetFromCells(name, rows, lastRowOf(state?.sheets.get(name)))));
  } catch (error) {
    if (error instanceof EncryptedFileError && request.shape === 'compound' && !isEncryptedPackage(bytes))
      return failed(
        'invalid-input',
        `${fileName} is an old workbook protected by a password, which is asked only for .xlsx. Open it in a spreadsheet and save it as .xlsx; nothing was stored.`,
      );
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

async function openDamage(bytes: Buffer, fileName: string): Promise<string | null> {
  return await damageOfOpenDocument(bytes, fileName).catch(
    () => `${fileName} is damaged: its parts cannot be unpacked. Export it again; nothing was stored.`,
  );
}

function lastRowOf(state: WorksheetState | 'missing' | undefined): number | null {
  return state === undefined || state === 'missing' ? null : state.lastRowAnnounced;
}

async function read(bytes: Buffer, shape: WorkbookRequest['shape'], options: object): Promise<Workbook> {
  if (shape === 'open-document') return await readOds(bytes, options);
  return shape === 'workbook' || isEncryptedPackage(bytes) ? await readXlsx(bytes, options) : await readXls(bytes, options);
}

const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** An encrypted .xlsx and an old .xls share their container; the first names a stream in it that the other has not. */
function isEncryptedPackage(bytes: Buffer): boolean {
  return bytes.includes(ENCRYPTED_PACKAGE);
}
