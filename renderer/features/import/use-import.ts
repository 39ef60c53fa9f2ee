import { useCallback, useEffect, useRef, useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import type { App } from '../../store/store.ts';
import { importText } from '../../text/import.ts';
import { usableFiles } from './choose-files.ts';
import { asksForPassword, decisionList, doneChanges, mappingOf, type Decisions, type ImportStep, type Mapping } from './import-step.ts';
import { sendFiles } from './send-files.ts';

/** What has to be given back when the import is left: an upload under way, a task, a preview that was not confirmed. */
interface Held {
  stop: AbortController | null;
  taskId: string | null;
  uploadIds: readonly string[];
  previewId: string | null;
  /** Needed again when the same file is read with another mapping; forgotten with the file. */
  password: string | undefined;
  /** Said when the result is left, so that it does not cover the result itself. */
  result: Parameters<App['notify']>[0] | null;
}

const NOTHING_HELD: Held = { stop: null, taskId: null, uploadIds: [], previewId: null, password: undefined, result: null };

async function giveBack(app: App, held: Held): Promise<void> {
  const { stop, taskId, uploadIds, previewId, result } = held;
  stop?.abort();
  if (result !== null) app.notify(result);
  if (taskId !== null) await app.client.call('task.cancel', { taskId });
  if (previewId !== null) await app.client.call('import.discard', { previewId });
  else await Promise.all(uploadIds.map((uploadId) => app.client.call('upload.cancel', { uploadId })));
}

export interface ImportFlow {
  readonly step: ImportStep;
  /** Files of one export, or one. */
  readonly choose: (files: readonly File[]) => void;
  /** Files that wait, when they are imported one after another. */
  readonly queue: readonly File[];
  readonly oneByOne: () => void;
  readonly chooseNext: () => void;
  readonly read: (options: { readonly password?: string; readonly mapping?: Mapping }) => void;
  readonly changeMapping: (mapping: Mapping) => void;
  readonly decide: (decisions: Decisions) => void;
  readonly confirm: () => void;
  /** Stops whatever runs and goes back to choosing a file. */
  readonly reset: () => void;
}

/** Takes the files of one export from being chosen to being stored. Leaving at any point before that leaves nothing behind. */
export function useImport(firstFile: File | null, alsoFiles: readonly File[]): ImportFlow {
  const app = useApp();
  const engagementId = useAppState((state) => state.snapshot?.engagement.id ?? null);
  const [step, setStep] = useState<ImportStep>({ kind: 'pick' });
  const [queue, setQueue] = useState<readonly File[]>([]);
  const held = useRef<Held>(NOTHING_HELD);
  const latestStep = useRef(step);
  latestStep.current = step;
  // Only the first file tells whether something else was dropped.
  const along = useRef(alsoFiles);
  along.current = alsoFiles;

  const leave = useCallback(() => {
    const before = held.current;
    held.current = NOTHING_HELD;
    void giveBack(app, before);
  }, [app]);

  const readUpload = useCallback(
    async (files: readonly File[], uploadIds: readonly string[], options: { readonly password?: string; readonly mapping?: Mapping }) => {
      const taskId = app.newId();
      const { mapping, password = held.current.password } = options;
      const own: Held = { ...NOTHING_HELD, uploadIds, taskId, password };
      held.current = own;
      const [uploadId = '', ...alsoUploadIds] = uploadIds;
      setStep({ kind: 'reading', files, taskId });
      const reply = await app.client.call('import.preview', {
        uploadId,
        ...(alsoUploadIds.length === 0 ? {} : { alsoUploadIds }),
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
        setStep({ kind: 'preview', files, uploadIds, preview: reply.value, mapping: mappingOf(reply.value), decisions: {} });
      } else if (asksForPassword(reply.failure)) setStep({ kind: 'password', files, uploadIds, problem: reply.failure.detail });
      else setStep({ kind: 'failed', failure: reply.failure, whatFailed: importText.failed, files });
    },
    [app],
  );

  const upload = useCallback(
    async (files: readonly File[]) => {
      leave();
      const own: Held = { ...NOTHING_HELD, stop: new AbortController() };
      held.current = own;
      const sent = await sendFiles(app, files, own, (done) => {
        if (held.current === own) setStep({ kind: 'uploading', files, done });
      });
      if (held.current !== own) {
        // What arrived while it was being left belongs to nobody.
        await giveBack(app, own);
        return;
      }
      if (sent === null) await readUpload(files, own.uploadIds, {});
      else setStep({ kind: 'failed', failure: sent, whatFailed: importText.failed, files });
    },
    [app, leave, readUpload],
  );

  const choose = useCallback(
    (given: readonly File[]) => {
      const files = usableFiles(given);
      if (app.store.getState().snapshot === null) setStep({ kind: 'engagement', files });
      else void upload(files);
    },
    [app, upload],
  );

  useEffect(() => {
    // A turn later, so that a dialog that is taken away at once has begun nothing.
    const timer = setTimeout(() => firstFile !== null && choose([firstFile, ...along.current]));
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [firstFile, choose, leave]);

  useEffect(() => {
    // The engagement that the file waited for is open now.
    if (engagementId !== null && latestStep.current.kind === 'engagement') void upload(latestStep.current.files);
  }, [engagementId, upload]);

  return {
    step,
    choose: (files) => {
      setQueue([]);
      choose(files);
    },
    queue,
    oneByOne: () => {
      if (step.kind !== 'failed') return;
      const [first, ...others] = step.files;
      setQueue(others);
      if (first !== undefined) choose([first]);
    },
    chooseNext: () => {
      const [first, ...others] = queue;
      setQueue(others);
      if (first !== undefined) choose([first]);
    },
    read: (options) => {
      if (step.kind === 'preview' || step.kind === 'password') void readUpload(step.files, step.uploadIds, options);
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
      setQueue([]);
      setStep({ kind: 'pick' });
    },
  };
}

async function confirmImport(
  app: App,
  { preview, decisions, files }: Extract<ImportStep, { kind: 'preview' }>,
): Promise<Extract<ImportStep, { kind: 'done' | 'failed' }>> {
  const reply = await app.client.call('import.confirm', { previewId: preview.previewId, decisions: decisionList(preview, decisions) });
  if (reply.ok) return { kind: 'done', preview, summary: reply.value };
  void app.client.call('import.discard', { previewId: preview.previewId });
  return { kind: 'failed', failure: reply.failure, whatFailed: importText.notStored, files: files.slice(0, 1) };
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
