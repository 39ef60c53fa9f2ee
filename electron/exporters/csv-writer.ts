import Papa from 'papaparse';

import { localStamp } from '../../shared/reports/local-time.ts';
import type { CellValue, ReportColumn, ReportTable } from '../../shared/reports/report.ts';
import { cleanText, neutraliseFormula } from './clean-text.ts';
import { columnHeaders } from './column-header.ts';

/** Tells spreadsheets and scripts that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as text with commas. SECURITY: texts that a spreadsheet would run are made harmless; numbers that are numbers go
 * out as they are.
 */
export function writeCsv(table: Pick<ReportTable, 'columns' | 'rows'>): Uint8Array {
  const rows = table.rows.map((row) => row.map((value, index) => csvCell(value, table.columns[index])));
  return csvBytes(columnHeaders(table).map(safeText), rows);
}

/** Cells that are already safe, as bytes. */
export function csvBytes(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const text = Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}

export function safeText(text: string): string {
  return neutraliseFormula(cleanText(text));
}

function csvCell(value: CellValue, column: ReportColumn | undefined): string {
  if (value === null) return column?.empty === 'none' ? '' : 'unknown';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return column?.kind === 'date' ? localStamp(value, column.timeZone ?? 'UTC') : safeText(value);
}
