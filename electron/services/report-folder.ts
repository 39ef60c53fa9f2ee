import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { reportLines } from '../../shared/reports/report-lines.ts';
import type { Report } from '../../shared/reports/report.ts';

export interface ReportFolder {
  /** The report, ready for the worker. */
  readonly linesPath: string;
  /** Where the worker puts what it writes. */
  readonly folder: string;
}

/**
 * Lays a report down for the worker, line by line, so that nothing large crosses between the processes, and removes
 * everything afterwards. SECURITY: customers' data do not stay in temporary files.
 */
export async function withReportFolder<T>(parent: string, report: Report, use: (place: ReportFolder) => Promise<T>): Promise<T> {
  const own = path.join(parent, 'reports', randomUUID());
  const linesPath = path.join(own, 'report.ndjson');
  try {
    await mkdir(own, { recursive: true });
    await pipeline(Readable.from(reportLines(report)), createWriteStream(linesPath));
    return await use({ linesPath, folder: path.join(own, 'files') });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
