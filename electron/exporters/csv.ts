import { tablesOf, type Report } from '../../shared/reports/report.ts';
import { writeCsv } from './csv-writer.ts';
import type { Exporter, WrittenFile } from './exporter.ts';
import { siteRecoveryFiles } from './site-recovery-csv.ts';

export const CSV_MEDIA_TYPE = 'text/csv';

/** One file per table of the workbook, named like its sheet, and the files for Microsoft's scripts, one per wave. */
export const csvExporter: Exporter = {
  format: 'csv',
  write: ({ report, baseName }) =>
    Promise.resolve([...tableFiles(report), ...siteRecoveryFiles(report)].map((file) => ({ ...file, name: `${baseName}_${file.name}` }))),
};

function tableFiles(report: Report): WrittenFile[] {
  return tablesOf(report).flatMap((table) =>
    table.sheet === undefined ? [] : [{ name: `${table.sheet}.csv`, mediaType: CSV_MEDIA_TYPE, bytes: writeCsv(table) }],
  );
}
