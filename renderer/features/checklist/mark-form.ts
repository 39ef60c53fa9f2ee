import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { ChecklistItem, StepView } from '../../../shared/contract/shapes.ts';

export type EvidenceInput = NonNullable<MethodInput<'checklist.mark'>['evidence']>[number];

/** What a person typed beside a step before marking it. The file is uploaded only when it is sent. */
export interface EvidenceForm {
  readonly note: string;
  readonly url: string;
  readonly file: { readonly name: string; readonly sizeBytes: number } | null;
}

export const EMPTY_EVIDENCE: EvidenceForm = { note: '', url: '', file: null };

export function hasEvidence(form: EvidenceForm): boolean {
  return form.note.trim() !== '' || form.url.trim() !== '' || form.file !== null;
}

/** What is wrong with the link, in words; `null` when it is empty or fine. */
export function linkError(url: string): string | null {
  const trimmed = url.trim();
  if (trimmed === '') return null;
  const parsed = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const isWeb = parsed !== null && (parsed.protocol === 'https:' || parsed.protocol === 'http:');
  if (!isWeb) return 'A link starts with https:// or http://.';
  return trimmed.length > 2000 ? 'A link has at most 2,000 characters.' : null;
}

/**
 * The evidence to send. Where there is a link or a file, the note says what it shows, so that one tick makes one piece of
 * evidence and not two; with both, the note goes with the file.
 */
export function evidenceOf(form: EvidenceForm, uploadId: string | null): EvidenceInput[] {
  const note = form.note.trim();
  const url = form.url.trim();
  const evidence: EvidenceInput[] = [];
  if (uploadId !== null) evidence.push({ kind: 'file', text: note, uploadId });
  if (url !== '') evidence.push({ kind: 'link', text: uploadId === null ? note : '', url });
  if (note !== '' && evidence.length === 0) evidence.push({ kind: 'note', text: note });
  return evidence;
}

/** Why "Mark done" cannot be pressed, in words; `null` when it can. */
export function whyNotDone(
  step: Pick<StepView, 'needsEvidence' | 'evidenceAsked'>,
  items: readonly Pick<ChecklistItem, 'blockedBy' | 'evidence' | 'seen'>[],
  form: EvidenceForm,
): string | null {
  if (items.length === 0) return 'Nothing is chosen.';
  const blocked = items.filter((item) => item.blockedBy.length > 0);
  if (blocked.length > 0) {
    const [first] = blocked;
    const reason = first?.blockedBy[0] ?? '';
    return items.length === 1 ? `Waits: ${reason}` : `${blocked.length} of ${items.length} chosen wait: ${reason}`;
  }
  const against = items.find((item) => item.seen?.verdict === 'against');
  if (against?.seen != null) return `The data speak against it: ${against.seen.text}`;
  const error = linkError(form.url);
  if (error !== null) return error;
  const lacksEvidence = step.needsEvidence && !hasEvidence(form) && items.some((item) => item.evidence.length === 0);
  if (lacksEvidence) return `Evidence is needed first: ${step.evidenceAsked ?? 'a note, a link or a file.'}`;
  return null;
}

export function itemKey(item: Pick<ChecklistItem, 'stepId' | 'scope'>): string {
  return `${item.stepId}|${item.scope.kind}|${item.scope.id}`;
}

/** Items that a tick of the whole wave or list would mark: unfinished, not blocked, and the data do not speak against it. */
export function markable(items: readonly ChecklistItem[]): ChecklistItem[] {
  return items.filter(isMarkable);
}

function isMarkable(item: ChecklistItem): boolean {
  return item.state === 'open' && item.blockedBy.length === 0 && item.seen?.verdict !== 'against';
}

/** What can be marked stands first, then what is open and waits, then what is finished; the order within stays. */
export function openFirst(items: readonly ChecklistItem[]): ChecklistItem[] {
  const place = (item: ChecklistItem): number => {
    if (isMarkable(item)) return 0;
    return item.state === 'open' ? 1 : 2;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}
