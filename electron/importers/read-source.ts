import { readFile, stat } from 'node:fs/promises';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { readArchive } from './archive-reader.ts';
import { refusalByKind } from './binary-kinds.ts';
import { readCsv } from './csv-reader.ts';
import { guardFile } from './import-guard.ts';
import { TABLE_ALONE, tableName, toolTableName, type ImportSource, type SourceDocument } from './import-source.ts';
import { isNestedTooDeep, parseJsonDocuments } from './json-documents.ts';
import type { Sheet } from './sheet.ts';
import { decodeText } from './text-encoding.ts';
import { readWorkbook } from './workbook-reader.ts';

export interface SourceFile {
  readonly filePath: string;
  readonly fileName: string;
}

export interface ReadSource extends ImportSource {
  readonly warnings: readonly string[];
  /** What each of the files holds. */
  readonly perFile: readonly ImportSource[];
}

interface Parts {
  readonly sheets: Sheet[];
  readonly documents: SourceDocument[];
  readonly warnings: string[];
}

const MOST_BYTES = 200 * 1024 * 1024;

/** Opens the files of one export: workbooks become sheets, text tables a sheet each, JSON documents, archives their parts. */
export async function readSource(files: readonly SourceFile[], password: string | undefined): Promise<Reply<ReadSource>> {
  const perFile: ImportSource[] = [];
  const warnings: string[] = [];
  const isAlone = files.length === 1;
  const sizes = await Promise.all(files.map(({ filePath }) => stat(filePath)));
  if (!isAlone && sizes.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    return failed('invalid-input', `The ${files.length} files have more than 200 MB together. Import them one after another.`);
  for (const file of files) {
    const parts: Parts = { sheets: [], documents: [], warnings };
    // One after another: each may take much memory.
    // oxlint-disable-next-line no-await-in-loop
    const added = await addFile(file, { parts, password, isAlone });
    if (!added.ok) return added;
    perFile.push({ fileName: file.fileName, sheets: parts.sheets, documents: parts.documents });
  }
  return success({
    fileName: files[0]?.fileName ?? '',
    sheets: perFile.flatMap(({ sheets }) => sheets),
    documents: perFile.flatMap(({ documents }) => documents),
    warnings,
    perFile,
  });
}

interface Context {
  readonly parts: Parts;
  readonly password: string | undefined;
  readonly isAlone: boolean;
}

async function addFile(file: SourceFile, context: Context): Promise<Reply<null>> {
  const { filePath, fileName } = file;
  const guarded = await guardFile(filePath, fileName);
  if (!guarded.ok) return guarded;
  switch (guarded.value) {
    case 'empty':
      return failed('invalid-input', `${fileName} is empty. Nothing was stored; export the inventory again.`);
    case 'text':
      return addText(await readFile(filePath), fileName, context);
    case 'archive': {
      const archive = await readArchive(filePath, fileName);
      if (!archive.ok) return archive;
      for (const part of archive.value) {
        const added = addText(part.bytes, part.name, { ...context, isAlone: false });
        if (!added.ok) return added;
      }
      return success(null);
    }
    case 'workbook':
    case 'open-document':
    case 'compound': {
      const { password, parts } = context;
      const sheets = await readWorkbook({ filePath, fileName, shape: guarded.value, ...(password === undefined ? {} : { password }) });
      if (!sheets.ok) return sheets;
      parts.sheets.push(...sheets.value);
      parts.warnings.push(...announcementWarnings(sheets.value));
      return success(null);
    }
    default:
      return guarded.value satisfies never;
  }
}

function addText(bytes: Buffer, fileName: string, { parts, isAlone }: Context): Reply<null> {
  const otherKind = refusalByKind(bytes, fileName);
  if (otherKind !== null) return failed('invalid-input', otherKind);
  const decoded = decodeText(bytes);
  if (decoded === null)
    return failed(
      'invalid-input',
      `${fileName} is neither a workbook nor a text table (it holds binary data). Choose an export of an inventory tool.`,
    );
  if (decoded.encoding !== 'utf-8')
    parts.warnings.push(`${fileName} was read as ${decoded.encoding}. Check names with special letters in the first rows.`);
  const start = decoded.text.trimStart().charAt(0);
  if (start === '<')
    return failed(
      'invalid-input',
      `${fileName} is a web page or an XML document, whatever its name says. Open it in a spreadsheet and save it as .xlsx or .csv; nothing was stored.`,
    );
  if (start === '{' || start === '[') {
    if (isNestedTooDeep(decoded.text))
      return failed('invalid-input', `${fileName} is JSON nested deeper than any export. It was not read; export it again from the tool.`);
    const documents = parseJsonDocuments(decoded.text);
    if (documents === null)
      return failed('invalid-input', `${fileName} looks like JSON but is cut off or damaged. Nothing was stored; export it again.`);
    // One document a line makes more of them than a call has places for.
    for (const value of documents) parts.documents.push({ name: fileName, value });
    return success(null);
  }
  const csv = readCsv(decoded.text, fileName);
  if (!csv.ok) return csv;
  const name = isAlone ? (toolTableName(fileName) ?? TABLE_ALONE) : tableName(fileName);
  parts.sheets.push({ ...csv.value.sheet, name });
  parts.warnings.push(...csv.value.warnings);
  return success(null);
}

/** Formatted empty rows are announced too, so this is no reason to refuse; a cut-off export looks the same, so it is said. */
function announcementWarnings(sheets: readonly Sheet[]): string[] {
  const short = sheets.filter(({ rows, announcedRows }) => announcedRows !== null && announcedRows > rows.length);
  if (short.length === 0) return [];
  const words = short.map(({ name, rows, announcedRows }) => `${name} ${rows.length} of ${announcedRows ?? 0}`);
  return [
    `Fewer rows than announced were found: ${words.join(', ')}. Mostly these are empty rows; compare the number of machines with the source.`,
  ];
}
