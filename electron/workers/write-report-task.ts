import { failed } from '../../shared/contract/failure.ts';
import type { Report, ReportFormat } from '../../shared/reports/report.ts';
import type { Task, TaskRunner } from './tasks.ts';

export type WriteReportTask = Task<
  { readonly report: Report; readonly formats: readonly ReportFormat[]; readonly folder: string },
  { readonly done: number; readonly step: string },
  { readonly files: readonly { readonly format: ReportFormat; readonly path: string }[] }
>;

export const writeReportTask: TaskRunner<WriteReportTask> = () => Promise.resolve(failed('internal', 'There is no report writer yet.'));
