import type { ReportFormat } from '../../shared/reports/report.ts';
import { csvExporter } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { htmlExporter } from './html.ts';
import { jsonExporter } from './json.ts';
import { xlsxExporter } from './xlsx.ts';

/** Every format a report can be written in. A further one is a file beside these and a line here. */
export const exporters: Readonly<Record<ReportFormat, Exporter>> = {
  html: htmlExporter,
  xlsx: xlsxExporter,
  json: jsonExporter,
  csv: csvExporter,
};
