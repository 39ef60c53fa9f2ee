import { useCallback } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { ReportFormat, ReportPreset } from '../../../shared/reports/report.ts';
import { saveDownload } from '../../client/save-download.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import type { TaskView } from '../../store/state.ts';
import { reportsText } from '../../text/reports.ts';

export type ExportedFile = MethodOutput<'report.export'>['files'][number];

interface ExportState {
  readonly taskId: string | null;
  /** Files of the last export in this session; they can be saved again. */
  readonly files: readonly ExportedFile[];
}

export interface ReportExport {
  readonly isRunning: boolean;
  /** `null` until the first progress arrives. */
  readonly task: TaskView | null;
  readonly files: readonly ExportedFile[];
  readonly start: (preset: ReportPreset, formats: readonly ReportFormat[]) => void;
  readonly stop: () => void;
  readonly save: (file: ExportedFile) => Promise<void>;
}

/** Writes a report in the background and saves its files; goes on while another screen is shown. */
export function useReportExport(): ReportExport {
  const app = useApp();
  const [state, setState] = useScreenMemory<ExportState>('reports.export', { taskId: null, files: [] });
  const task = useAppState((all) => all.tasks.find((candidate) => candidate.taskId === state.taskId) ?? null);

  const save = useCallback(
    async (file: ExportedFile) => {
      const saved = await saveDownload(app.client, file.downloadId);
      if (!saved.ok) app.notifyFailure(saved.failure, reportsText.saveFailed(file.name));
    },
    [app],
  );

  const run = useCallback(
    async (preset: ReportPreset, formats: readonly ReportFormat[]) => {
      const taskId = app.newId();
      setState({ taskId, files: [] });
      const reply = await app.client.call('report.export', { preset, formats: [...formats], taskId });
      setState({ taskId: null, files: reply.ok ? reply.value.files : [] });
      if (!reply.ok) {
        if (reply.failure.code === 'cancelled') app.notify({ tone: 'info', title: reportsText.stopped });
        else app.notifyFailure(reply.failure, reportsText.failed);
        return;
      }
      // One after another: browsers drop downloads that begin in the same moment.
      // oxlint-disable-next-line no-await-in-loop
      for (const file of reply.value.files) await save(file);
      app.notify({
        tone: 'success',
        title: reportsText.exported(reply.value.files.length),
        text: reply.value.files.map((file) => file.name).join(', '),
        action: { label: reportsText.showInJournal, screen: 'journal', target: null },
      });
    },
    [app, save, setState],
  );

  const { taskId } = state;
  return {
    isRunning: taskId !== null,
    task,
    files: state.files,
    start: useCallback((preset, formats) => void run(preset, formats), [run]),
    stop: useCallback(() => {
      if (taskId !== null) void app.ask('task.cancel', { taskId }, reportsText.stopFailed);
    }, [app, taskId]),
    save,
  };
}
