import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { success } from '../../shared/contract/failure.ts';
import { createReportReader } from '../../shared/reports/report-lines.ts';
import type { Report, ReportFormat } from '../../shared/reports/report.ts';
import type { WrittenFile } from '../exporters/exporter.ts';
import { exporters } from '../exporters/index.ts';
import { writeTable } from '../exporters/table-file.ts';
import { zipFiles } from '../exporters/zip-files.ts';
import type { Task, TaskRunner } from './tasks.ts';

/** A file in the folder of the task; the main process reads it from there, because messages between processes stay small. */
export interface StoredFile {
  readonly format: ReportFormat;
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export type WriteReportTask = Task<
  {
    /** The report as lines of JSON, see `report-lines.ts`. */
    readonly linesPath: string;
    readonly formats: readonly ReportFormat[];
    readonly folder: string;
    readonly baseName: string;
    /** The text tables as one file. */
    readonly isZipped: boolean;
  },
  { readonly done: number; readonly step: string },
  { readonly files: readonly StoredFile[] }
>;

const STEPS: Readonly<Record<ReportFormat, string>> = {
  html: 'Writing the page',
  xlsx: 'Writing the workbook',
  json: 'Writing JSON',
  csv: 'Writing tables',
};

export const writeReportTask: TaskRunner<WriteReportTask> = async ({ linesPath, formats, folder, baseName, isZipped }, onProgress) => {
  onProgress({ done: 0, step: 'Putting the report together' });
  const report = await readReport(linesPath);
  await mkdir(folder, { recursive: true });
  const files: StoredFile[] = [];
  for (const [index, format] of formats.entries()) {
    onProgress({ done: (index + 0.5) / (formats.length + 1), step: STEPS[format] });
    // One after another: each needs its memory for itself.
    // oxlint-disable-next-line no-await-in-loop
    const written = await exporters[format].write({ report, baseName });
    const kept = format === 'csv' && isZipped ? [zipFiles(`${baseName}_tables.zip`, written)] : written;
    // oxlint-disable-next-line no-await-in-loop
    for (const file of kept) files.push(await store(file, format, folder));
  }
  onProgress({ done: 1, step: 'Finished' });
  return success({ files });
};

export type WriteTableTask = Task<
  { readonly linesPath: string; readonly format: 'csv' | 'xlsx'; readonly folder: string; readonly baseName: string },
  { readonly done: number; readonly step: string },
  { readonly file: StoredFile }
>;

/** What a grid shows, as one file: the same writers as for a report, for a report of one table. */
export const writeTableTask: TaskRunner<WriteTableTask> = async ({ linesPath, format, folder, baseName }) => {
  const report = await readReport(linesPath);
  await mkdir(folder, { recursive: true });
  return success({ file: await store(await writeTable(report, format, baseName), format, folder) });
};

async function readReport(linesPath: string): Promise<Report> {
  const reader = createReportReader();
  for await (const line of createInterface({ input: createReadStream(linesPath), crlfDelay: Infinity })) reader.take(line);
  return reader.finish();
}

async function store(file: WrittenFile, format: ReportFormat, folder: string): Promise<StoredFile> {
  const filePath = path.join(folder, file.name);
  await writeFile(filePath, file.bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  return { format, name: file.name, path: filePath, mediaType: file.mediaType, sizeBytes: file.bytes.byteLength, sha256 };
}
