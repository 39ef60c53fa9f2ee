import { readFile } from 'node:fs/promises';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';
import { buildReport } from '../../shared/reports/build-report.ts';
import { reportBaseName } from '../../shared/reports/file-name.ts';
import { reportState } from '../../shared/reports/report-state.ts';
import type { Report, ReportPreset } from '../../shared/reports/report.ts';
import type { Engines } from '../../shared/snapshot/derive.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { StoredFile, WriteReportTask, WriteTableTask } from '../workers/write-report-task.ts';
import { checklistSheet } from './checklist-sheet.ts';
import type { DownloadStore } from './download-store.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import { withReportFolder } from './report-folder.ts';
import type { Session } from './session.ts';
import { tableReport } from './table-report.ts';
import type { Task, TaskList } from './task-list.ts';

interface WorkerOptions {
  readonly signal: AbortSignal;
  readonly subject: string;
  readonly onProgress: (progress: WriteReportTask['progress']) => void;
}

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  readonly downloads: DownloadStore;
  readonly temporaryFolder: string;
  readonly engines: Engines;
  readonly appVersion: string;
  /** Both run in a worker process. */
  readonly writeReport: (input: WriteReportTask['input'], options: WorkerOptions) => Promise<Reply<WriteReportTask['output']>>;
  readonly writeTable: (input: WriteTableTask['input'], options: WorkerOptions) => Promise<Reply<WriteTableTask['output']>>;
}

/** Reports and table exports: the data are gathered here in slices, the files are written in a worker. */
export function createReportService(parts: Parts) {
  const { slot, tasks, downloads, temporaryFolder, engines, appVersion } = parts;

  async function build(session: Session, preset: ReportPreset): Promise<Report> {
    // Entries that a change in progress has just added are not in the derived state yet.
    const seq = session.seq();
    const entries = session.entries().filter((entry) => entry.lamport <= seq);
    const state = await inSlices(reportState({ derived: session.derived(), entries }, engines));
    return await inSlices(buildReport({ ...state, preset, appVersion }));
  }

  async function keep(stored: StoredFile): Promise<string> {
    return downloads.add({ name: stored.name, mediaType: stored.mediaType, bytes: await readFile(stored.path) });
  }

  /** The page that an export would write, read back and removed again. */
  async function pageOf(report: Report, subject: string, signal: AbortSignal): Promise<Reply<{ html: string }>> {
    return await withReportFolder(temporaryFolder, report, async ({ linesPath, folder }) => {
      const written = await parts.writeReport(
        { linesPath, folder, formats: ['html'], baseName: 'preview', isZipped: false },
        { signal, subject, onProgress: () => undefined },
      );
      const [file] = written.ok ? written.value.files : [];
      if (!written.ok) return written;
      return file === undefined ? failed('internal', `${subject} was not written.`) : success({ html: await readFile(file.path, 'utf8') });
    });
  }

  async function write(session: Session, input: ParsedInput<'report.export'>, task: Task): Promise<Reply<MethodOutput<'report.export'>>> {
    task.report({ done: 0, step: 'Gathering the data', detail: '' });
    const report = await build(session, input.preset);
    const baseName = reportBaseName(report);
    return await withReportFolder(temporaryFolder, report, async ({ linesPath, folder }) => {
      const written = await parts.writeReport(
        { linesPath, folder, baseName, formats: [...new Set(input.formats)], isZipped: input.csvAs === 'zip' },
        { signal: task.signal, subject: 'The report', onProgress: ({ done, step }) => task.report({ done, step, detail: '' }) },
      );
      if (!written.ok) return written;
      const files = await Promise.all(written.value.files.map(async (file) => ({ ...file, downloadId: await keep(file) })));
      const recorded = await record(session, input.preset, files);
      if (!recorded.ok) return recorded;
      return success({ files: files.map(({ path: _path, ...file }) => file) });
    });
  }

  /** What was handed over is a fact of the journal, with the hash of every file. */
  async function record(session: Session, preset: ReportPreset, files: readonly StoredFile[]): Promise<Reply<unknown>> {
    return await slot.change(async (open) => {
      if (open !== session) return failed('conflict', 'The engagement was closed while its report was written. Open it and export again.');
      const named = files.map(({ name, format, sha256, sizeBytes }) => ({ name: name.slice(0, 300), format, sha256, sizeBytes }));
      return await open.append('report.exported', { preset, files: named });
    });
  }

  async function exportReport(input: ParsedInput<'report.export'>, context: CallContext): Promise<Reply<MethodOutput<'report.export'>>> {
    const open = slot.need();
    if (!open.ok) return open;
    const { readOnlyReason } = open.value.journal;
    if (readOnlyReason !== null) return failed('journal-unavailable', readOnlyReason);
    const task = tasks.start('report', context.signal, input.taskId);
    try {
      const reply = await write(open.value, input, task);
      task.finish(reply.ok, reply.ok ? `${reply.value.files.length} files written.` : reply.failure.detail);
      return reply;
    } catch (error) {
      task.finish(false, 'The report was not written.');
      throw error;
    }
  }

  async function exportTable(input: ParsedInput<'table.export'>, signal: AbortSignal): Promise<Reply<MethodOutput<'table.export'>>> {
    const ragged = input.rows.findIndex((row) => row.length !== input.columns.length);
    if (ragged >= 0)
      return failed('invalid-input', `rows.${ragged}: ${input.rows[ragged]?.length ?? 0} cells under ${input.columns.length} columns.`);
    const { report, baseName } = await inSlices(tableReport(input, slot.current(), appVersion));
    return await withReportFolder(temporaryFolder, report, async ({ linesPath, folder }) => {
      const options = { signal, subject: `The table “${input.title}”`, onProgress: () => undefined };
      const written = await parts.writeTable({ linesPath, folder, format: input.format, baseName }, options);
      if (!written.ok) return written;
      const { file } = written.value;
      const { name, sizeBytes, mediaType } = file;
      return success({ name, sizeBytes, mediaType, downloadId: await keep(file) });
    });
  }

  return {
    'report.preview': async (input, context) => {
      const open = slot.need();
      return open.ok ? await pageOf(await build(open.value, input.preset), 'The preview', context.signal) : open;
    },
    'checklist.print': async (input, context) => {
      const open = slot.need();
      if (!open.ok) return open;
      const sheet = await checklistSheet(open.value, { role: input.role ?? null, waveId: input.waveId ?? null }, appVersion);
      return sheet.ok ? await pageOf(sheet.value, 'The checklist', context.signal) : sheet;
    },
    'report.export': exportReport,
    'table.export': (input, context) => exportTable(input, context.signal),
  } satisfies Partial<Handlers>;
}
