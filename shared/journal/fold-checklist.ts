import { markKey, type ChecklistMark, type Engagement, type Evidence } from '../domain/engagement.ts';
import { draftOf, extended, type Drafts } from './drafts.ts';
import type { EntryOf, EntryPayload } from './entry.ts';

type StoredEvidence = EntryPayload<'checklist.evidence-added'>['evidence'];

function evidenceOf(stored: StoredEvidence, by: string, at: string): Evidence {
  return {
    kind: stored.kind,
    text: stored.text,
    by,
    at,
    ...(stored.url === undefined ? {} : { url: stored.url }),
    ...(stored.attachment === undefined
      ? {}
      : { fileName: stored.attachment.name, sha256: stored.attachment.sha256, mediaType: stored.attachment.mediaType }),
  };
}

/** Evidence stays with its item when the item is opened again: what was shown once was shown. */
export function foldItemsMarked(state: Engagement, entry: EntryOf<'checklist.items-marked'>, drafts?: Drafts): Engagement {
  const { items, state: mark, reason, evidence } = entry.payload;
  const marks = draftOf(state.marks, drafts);
  const added = evidence.map((stored) => evidenceOf(stored, entry.actor, entry.recordedAt));
  for (const { stepId, scope } of items) {
    const key = markKey(stepId, scope);
    const next: ChecklistMark = {
      stepId,
      scope,
      state: mark,
      by: entry.actor,
      at: entry.recordedAt,
      evidence: extended(marks.get(key)?.evidence ?? [], added, drafts),
      ...(reason === null ? {} : { reason }),
    };
    marks.set(key, next);
  }
  return { ...state, marks };
}

export function foldEvidenceAdded(state: Engagement, entry: EntryOf<'checklist.evidence-added'>, drafts?: Drafts): Engagement {
  const { stepId, scope, evidence } = entry.payload;
  const key = markKey(stepId, scope);
  const known: ChecklistMark = state.marks.get(key) ?? {
    stepId,
    scope,
    state: 'open',
    by: entry.actor,
    at: entry.recordedAt,
    evidence: [],
  };
  const marks = draftOf(state.marks, drafts);
  marks.set(key, { ...known, evidence: extended(known.evidence, [evidenceOf(evidence, entry.actor, entry.recordedAt)], drafts) });
  return { ...state, marks };
}
