import type { Sheet } from './sheet.ts';

/** A JSON document of a source, with the name of the file it came from. */
export interface SourceDocument {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What was handed over, ready to be read: tables (sheets of a workbook, text tables, parts of an archive) and JSON documents.
 * One file or several that belong together look the same to a reader.
 */
export interface ImportSource {
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  readonly documents: readonly SourceDocument[];
}

/** The sheet of that name, compared without case, or the table of a file that RVTools names after it. */
export function sheetNamed(source: Pick<ImportSource, 'sheets'>, name: string): Sheet | undefined {
  const wanted = name.toLowerCase();
  return source.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
}

/** What a text table is called that was handed over by itself; its file has a name, its table none. */
export const TABLE_ALONE = 'CSV';

/** `export/RVTools_tabvInfo.csv` -> `vInfo`; any other file keeps its name without folder and ending. */
export function tableName(fileName: string): string {
  return toolTableName(fileName) ?? baseName(fileName);
}

/** The tab of RVTools that a file is named after. */
export function toolTableName(fileName: string): string | undefined {
  const base = baseName(fileName);
  return /^RVTools_(?:export_)?tab(.+)$/i.exec(base)?.[1] ?? /^RVTools_(v[A-Z]\w+|dv[A-Z]\w+)$/.exec(base)?.[1];
}

function baseName(fileName: string): string {
  return (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.(csv|txt|tsv)$/i, '');
}
