import { readFile } from 'node:fs/promises';

import { DecryptionError, EncryptedFileError, HucreError, readXls, readXlsx, type Workbook } from 'hucre';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { sheetFromCells, type Sheet } from './sheet.ts';

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
  try {
    const workbook = await read(bytes, request.shape, options);
    return success(workbook.sheets.map((sheet) => sheetFromCells(sheet.name, sheet.rows)));
  } catch (error) {
    if (error instanceof EncryptedFileError)
      return failed('forbidden', `${fileName} is protected by a password. Enter the password to read it.`, 'now');
    if (error instanceof DecryptionError)
      return failed('forbidden', `The password does not open ${fileName}. Enter it again; capital letters count.`, 'now');
    if (error instanceof HucreError || error instanceof RangeError) {
      return failed(
        'invalid-input',
        `${fileName} cannot be read as a workbook: it is damaged, cut off or far too large inside. Nothing was stored; export it again.`,
      );
    }
    throw error;
  }
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
