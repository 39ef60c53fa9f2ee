import { useCallback, useState } from 'react';

import type { ChecklistItem } from '../../../shared/contract/shapes.ts';
import { uploadFile } from '../../client/upload-file.ts';
import { useApp } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { checklistText } from '../../text/checklist.ts';
import { evidenceOf, type EvidenceForm } from './mark-form.ts';

/** What was typed beside a step and not sent yet; kept while other steps are looked at. */
export interface Draft {
  readonly note: string;
  readonly url: string;
  readonly file: File | null;
}

const EMPTY_DRAFT: Draft = { note: '', url: '', file: null };
const MOST_BYTES = 50 * 1024 * 1024;

export function formOfDraft(draft: Draft): EvidenceForm {
  const { file } = draft;
  return { note: draft.note, url: draft.url, file: file === null ? null : { name: file.name, sizeBytes: file.size } };
}

/** Why a file cannot be evidence, in words; `null` when it can. */
export function fileError(file: Pick<File, 'size'>): string | null {
  return file.size > MOST_BYTES ? checklistText.mark.fileTooLarge : null;
}

export function useDraft(stepId: string): readonly [Draft, (changes: Partial<Draft>) => void] {
  const [drafts, setDrafts] = useScreenMemory<Readonly<Record<string, Draft>>>('checklist.drafts', {});
  const draft = drafts[stepId] ?? EMPTY_DRAFT;
  return [draft, (changes) => setDrafts((known) => ({ ...known, [stepId]: { ...EMPTY_DRAFT, ...known[stepId], ...changes } }))];
}

export type MarkState = ChecklistItem['state'];

interface MarkAct {
  readonly items: readonly Pick<ChecklistItem, 'stepId' | 'scope'>[];
  readonly state: MarkState;
  readonly reason: string | null;
  readonly draft: Draft;
}

export interface Marking {
  /** What is under way, in words; `null` = nothing. */
  readonly busy: string | null;
  readonly mark: (act: MarkAct) => Promise<boolean>;
  readonly addEvidence: (item: Pick<ChecklistItem, 'stepId' | 'scope'>, draft: Draft) => Promise<boolean>;
}

/**
 * Marks items and adds evidence; a file is handed over first. Failures become notices, and nothing was marked then. What was
 * marked is said in the panel: a notice would lie over the buttons that mark the next step.
 */
export function useMarking(): Marking {
  const app = useApp();
  const [busy, setBusy] = useState<string | null>(null);

  const takeFile = useCallback(
    async (file: File | null): Promise<{ readonly uploadId: string | null } | null> => {
      if (file === null) return { uploadId: null };
      setBusy(checklistText.mark.uploading(file.name));
      const uploaded = await uploadFile(app.client, file);
      if (uploaded.ok) return uploaded.value;
      app.notifyFailure(uploaded.failure, checklistText.mark.failed);
      return null;
    },
    [app],
  );

  const mark = useCallback(
    async ({ items, state, reason, draft }: MarkAct) => {
      setBusy(checklistText.mark.marking);
      const file = await takeFile(draft.file);
      const marked =
        file === null
          ? null
          : await app.ask(
              'checklist.mark',
              {
                items: items.map(({ stepId, scope }) => ({ stepId, scope: { ...scope } })),
                state,
                evidence: evidenceOf(formOfDraft(draft), file.uploadId),
                ...(reason === null ? {} : { reason }),
              },
              checklistText.mark.failed,
            );
      setBusy(null);
      return marked !== null;
    },
    [app, takeFile],
  );

  const addEvidence = useCallback(
    async ({ stepId, scope }: Pick<ChecklistItem, 'stepId' | 'scope'>, draft: Draft) => {
      setBusy(checklistText.mark.marking);
      const file = await takeFile(draft.file);
      const pieces = file === null ? [] : evidenceOf(formOfDraft(draft), file.uploadId);
      let isAdded = pieces.length > 0;
      for (const evidence of pieces) {
        // One after the other: each is an entry of its own, in this order.
        // oxlint-disable-next-line no-await-in-loop
        const added = await app.ask('checklist.add-evidence', { stepId, scope: { ...scope }, evidence }, checklistText.mark.evidenceFailed);
        isAdded &&= added !== null;
      }
      setBusy(null);
      return isAdded;
    },
    [app, takeFile],
  );

  return { busy, mark, addEvidence };
}
