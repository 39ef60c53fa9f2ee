import type { Exporter } from './exporter.ts';
import { reportPage } from './html/page.ts';

export const htmlExporter: Exporter = {
  format: 'html',
  write: ({ report, baseName }) =>
    Promise.resolve([{ name: `${baseName}.html`, mediaType: 'text/html', bytes: new TextEncoder().encode(reportPage(report)) }]),
};
