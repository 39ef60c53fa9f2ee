import { tablesOf, type Report } from '../../shared/reports/report.ts';
import { writeCsv } from './csv-writer.ts';
import { CSV_MEDIA_TYPE } from './csv.ts';
import type { WrittenFile } from './exporter.ts';
import { writeWorkbook } from './workbook-writer.ts';
import { workbookOf, XLSX_MEDIA_TYPE } from './xlsx.ts';

/** The first table of a report as one file. Throws on a report without a table: that is a bug of the caller. */
export async function writeTable(report: Report, format: 'csv' | 'xlsx', baseName: string): Promise<WrittenFile> {
  const [table] = tablesOf(report);
  if (table === undefined) throw new Error('there is no table to write');
  if (format === 'csv') return { name: `${baseName}.csv`, mediaType: CSV_MEDIA_TYPE, bytes: writeCsv(table) };
  return { name: `${baseName}.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes: await writeWorkbook(workbookOf(report)) };
}
