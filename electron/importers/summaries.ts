import type { ReadInventory } from './importer.ts';
import type { Sheet } from './sheet.ts';

/** What the preview says of each sheet: how many rows were read, and how many the file announced. */
export function sheetSummaries(sheets: readonly Sheet[]): ReadInventory['sheets'] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.length,
    ...(sheet.announcedRows === null ? {} : { announcedRows: sheet.announcedRows }),
  }));
}
