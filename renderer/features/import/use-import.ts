import { useCallback, useEffect, useRef, useState } from 'react';

import { uploadFile } from '../../client/upload-file.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import type { App } from '../../store/store.ts';
import { importText } from '../../text/import.ts';
import { asksForPassword, decisionList, doneChanges, mappingOf, type Decisions, type ImportStep, type Mapping } from './import-step.ts';

/** What has to be given back when the import is left: an upload under way, a task, a preview that was not confirmed. */
interface Held {
  stop: AbortController | null;
  taskId: string | null;
  uploadId: string | null;
  previewId: string | null;
  /** Needed again when the same file is read with another mapping; forgotten with the file. */
  password: string | undefined;
  /** Said when the result is left, so that it does not cover the result itself. */
  result: Parameters<App['notify']>[0] | null;
}

const NOTHING_HELD: Held = { stop: null, taskId: null, uploadId: null, previewId: null, password: undefined, result: null };

async function giveBack(app: App, held: Held): Promise<void> {
  const { stop, taskId, uploadId, previewId, result } = held;
  stop?.abort();
  if (result !== null) app.notify(result);
  if (taskId !== null) await app.client.call('task.cancel', { taskId });
  if (previewId !== null) await app.client.call('import.discard', { previewId });
  else if (uploadId !== null) await app.client.call('upload.cancel', { uploadId });
}

export interface ImportFlow {
  readonly step: ImportStep;
  readonly choose: (file: File) => void;
  readonly read: (options: { readonly password?: string; readonly mapping?: Mapping }) => void;
  readonly changeMapping: (mapping: Mapping) => void;
  readonly decide: (decisions: Decisions) => void;
  readonly confirm: () => void;
  /** Stops whatever runs and goes back to choosing a file. */
  readonly reset: () => void;
}

/** Takes one file from being chosen to being stored. Leaving at any point before that leaves nothing behind. */
export function useImport(firstFile: File | null): ImportFlow {
  const app = useApp();
  const engagementId = useAppState((state) => state.snapshot?.engagement.id ?? null);
  const [step, setStep] = useState<ImportStep>({ kind: 'pick' });
  const held = useRef<Held>(NOTHING_HELD);
  const latestStep = useRef(step);
  latestStep.current = step;

  const leave = useCallback(() => {
    const before = held.current;
    held.current = NOTHING_HELD;
    void giveBack(app, before);
  }, [app]);

  const readUpload = useCallback(
    async (file: File, uploadId: string, options: { readonly password?: string; readonly mapping?: Mapping }) => {
      const taskId = app.newId();
      const { mapping, password = held.current.password } = options;
      const own: Held = { ...NOTHING_HELD, uploadId, taskId, password };
      held.current = own;
      setStep({ kind: 'reading', file, uploadId, taskId });
      const reply = await app.client.call('import.preview', {
        uploadId,
        taskId,
        ...(password === undefined ? {} : { password }),
        ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
      });
      if (held.current !== own) {
        if (reply.ok) await app.client.call('import.discard', { previewId: reply.value.previewId });
        return;
      }
      own.taskId = null;
      if (reply.ok) {
        own.previewId = reply.value.previewId;
        setStep({ kind: 'preview', file, uploadId, preview: reply.value, mapping: mappingOf(reply.value), decisions: {} });
      } else if (asksForPassword(reply.failure)) setStep({ kind: 'password', file, uploadId, problem: reply.failure.detail });
      else setStep({ kind: 'failed', failure: reply.failure, whatFailed: importText.failed });
    },
    [app],
  );

  const upload = useCallback(
    async (file: File) => {
      leave();
      const stop = new AbortController();
      const own: Held = { ...NOTHING_HELD, stop };
      held.current = own;
      setStep({ kind: 'uploading', file, done: 0 });
      const sent = await uploadFile(app.client, file, {
        signal: stop.signal,
        onProgress: (done) => {
          if (held.current === own) setStep({ kind: 'uploading', file, done });
        },
      });
      if (held.current !== own) return;
      if (sent.ok) await readUpload(file, sent.value.uploadId, {});
      else setStep({ kind: 'failed', failure: sent.failure, whatFailed: importText.failed });
    },
    [app, leave, readUpload],
  );

  const choose = useCallback(
    (file: File) => {
      if (app.store.getState().snapshot === null) setStep({ kind: 'engagement', file });
      else void upload(file);
    },
    [app, upload],
  );

  useEffect(() => {
    // A turn later, so that a dialog that is taken away at once has begun nothing.
    const timer = setTimeout(() => firstFile !== null && choose(firstFile));
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [firstFile, choose, leave]);

  useEffect(() => {
    // The engagement that the file waited for is open now.
    if (engagementId !== null && latestStep.current.kind === 'engagement') void upload(latestStep.current.file);
  }, [engagementId, upload]);

  return {
    step,
    choose,
    read: (options) => {
      if (step.kind === 'preview' || step.kind === 'password') void readUpload(step.file, step.uploadId, options);
    },
    changeMapping: (mapping) => {
      if (step.kind === 'preview') setStep({ ...step, mapping });
    },
    decide: (decisions) => {
      if (step.kind === 'preview') setStep({ ...step, decisions });
    },
    confirm: () => {
      if (step.kind !== 'preview') return;
      held.current = NOTHING_HELD;
      setStep({ kind: 'storing', preview: step.preview });
      void confirmImport(app, step).then((outcome) => {
        if (outcome.kind === 'done') held.current = { ...NOTHING_HELD, result: resultNotice(outcome) };
        setStep(outcome);
      });
    },
    reset: () => {
      leave();
      setStep({ kind: 'pick' });
    },
  };
}

async function confirmImport(
  app: App,
  { preview, decisions }: Extract<ImportStep, { kind: 'preview' }>,
): Promise<Extract<ImportStep, { kind: 'done' | 'failed' }>> {
  const reply = await app.client.call('import.confirm', { previewId: preview.previewId, decisions: decisionList(preview, decisions) });
  if (reply.ok) return { kind: 'done', preview, summary: reply.value };
  void app.client.call('import.discard', { previewId: preview.previewId });
  return { kind: 'failed', failure: reply.failure, whatFailed: importText.notStored };
}

function resultNotice({ preview, summary }: Extract<ImportStep, { kind: 'done' }>): NonNullable<Held['result']> {
  const { added, changed, unchanged } = doneChanges(preview, summary.newMachineCount);
  return {
    tone: 'success',
    title: importText.done.notice(preview.fileName),
    text: importText.done.noticeText(added, changed, unchanged),
    action: { label: importText.done.journal, screen: 'journal', target: summary.entryId },
  };
}
