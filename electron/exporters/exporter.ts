import type { Report, ReportFormat } from '../../shared/reports/report.ts';

/** A finished file, in memory: reports are some megabytes at most. */
export interface WrittenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface WriteRequest {
  readonly report: Report;
  /** File name without ending; safe on every system. */
  readonly baseName: string;
}

/** One format. Adds nothing to the content and leaves nothing out silently. Runs in the worker: it may take seconds. */
export interface Exporter {
  readonly format: ReportFormat;
  readonly write: (request: WriteRequest) => Promise<readonly WrittenFile[]>;
}
