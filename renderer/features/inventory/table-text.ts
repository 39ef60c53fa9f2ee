import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { columnWords, exportValue, type InventoryColumn, type RowNames } from './columns.ts';

interface Copied {
  readonly columns: readonly InventoryColumn[];
  readonly rows: readonly MachineRow[];
  readonly names: RowNames;
  readonly hasHeader: boolean;
}

/**
 * The rows as a table for the clipboard: text with tabs, and HTML. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, as in an export; numbers stay numbers and unknown stays empty.
 */
export function copyTable({ columns, rows, names, hasHeader }: Copied): { readonly text: string; readonly html: string } {
  const table = rows.map((row) => columns.map((column) => exportValue(column, row, names)));
  const header = hasHeader ? [columns.map(columnWords)] : [];
  const lines = [...header, ...table].map((cells) => cells.map(plainCell).join('\t'));
  const head = hasHeader
    ? `<thead><tr>${columns.map((column) => `<th>${escapeHtml(columnWords(column))}</th>`).join('')}</tr></thead>`
    : '';
  const body = table.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(plainCell(cell))}</td>`).join('')}</tr>`).join('');
  return { text: lines.join('\r\n'), html: `<table>${head}<tbody>${body}</tbody></table>` };
}

function plainCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const line = value.replaceAll(/[\t\r\n]+/g, ' ');
  // SECURITY: imported text must never become a formula in the spreadsheet it is pasted into.
  return /^[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]/.test(line) ? `'${line}` : line;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
