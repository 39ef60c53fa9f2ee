import { wallClock } from '../../shared/reports/local-time.ts';
import { tablesOf, type CellValue, type Report, type ReportColumn, type ReportTable } from '../../shared/reports/report.ts';
import { columnHeaders } from './column-header.ts';
import type { Exporter } from './exporter.ts';
import { summaryCharts } from './summary-charts.ts';
import { writeWorkbook, type OutSheet, type OutWorkbook } from './workbook-writer.ts';

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FIRST_SHEET = 'Summary';

export const xlsxExporter: Exporter = {
  format: 'xlsx',
  write: async ({ report, baseName }) => {
    const bytes = await writeWorkbook(workbookOf(report));
    return [{ name: `${baseName}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes }];
  },
};

/** A sheet for every table that names one. A summary stands first, and after it a list of the sheets. */
export function workbookOf(report: Report): OutWorkbook {
  const tables = tablesOf(report).filter(hasSheet);
  const ordered = [...tables.filter((table) => table.sheet === FIRST_SHEET), ...tables.filter((table) => table.sheet !== FIRST_SHEET)];
  const [summary, ...others] = ordered.map(sheetOf);
  const sheets =
    summary?.name === FIRST_SHEET
      ? [{ ...summary, charts: summaryCharts(tables) }, contentsSheet(ordered), ...others]
      : ordered.map(sheetOf);
  const sample = report.isSample ? 'FICTIONAL SAMPLE DATA – ' : '';
  return {
    title: `${sample}${report.title}`,
    description: `${sample}State of ${report.stateAt}, journal hash ${report.stateHash}. Times are those of the data, not of the export.`,
    author: `Landfall ${report.appVersion}`,
    at: new Date(report.stateAt),
    pageHeader: `${sample}${report.title}${report.customer === '' ? '' : `, ${report.customer}`}`,
    sheets,
  };
}

type SheetTable = ReportTable & { readonly sheet: string };

function hasSheet(table: ReportTable): table is SheetTable {
  return table.sheet !== undefined;
}

function sheetOf(table: SheetTable): OutSheet {
  const headers = columnHeaders(table);
  return {
    name: table.sheet,
    summary: [table.title, table.rows.length === 0 ? table.emptyText : '', table.source ?? ''].filter((part) => part !== '').join('. '),
    columns: table.columns.map(({ kind, decimals, choices, tones }, index) => ({
      header: headers[index] ?? '',
      kind,
      ...(decimals === undefined ? {} : { decimals }),
      ...(choices === undefined ? {} : { choices }),
      ...(tones === undefined ? {} : { tones }),
    })),
    rows: table.rows.map((row) => row.map((value, index) => cellOf(value, table.columns[index]))),
  };
}

function cellOf(value: CellValue, column: ReportColumn | undefined): CellValue | Date {
  if (value === null) return column?.empty === 'none' ? null : 'unknown';
  return column?.kind === 'date' && typeof value === 'string' ? wallClock(value, column.timeZone ?? 'UTC') : value;
}

function contentsSheet(tables: readonly SheetTable[]): OutSheet {
  return {
    name: 'Contents',
    summary: 'The sheets of this workbook',
    columns: [
      { header: 'Sheet', kind: 'text', linksToSheets: true },
      { header: 'What it holds', kind: 'text' },
      { header: 'Rows', kind: 'number' },
      { header: 'When there are no rows', kind: 'text' },
      { header: 'Where the data come from', kind: 'text' },
    ],
    rows: tables.map((table) => [
      table.sheet,
      table.title,
      table.rows.length,
      table.rows.length === 0 ? table.emptyText : null,
      table.source ?? null,
    ]),
  };
}
