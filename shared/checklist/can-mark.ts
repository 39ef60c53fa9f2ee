import type { ItemScope } from '../domain/engagement.ts';
import type { Step } from '../scenarios/scenario.ts';
import { checklistIndex, type ChecklistFacts, type ChecklistIndex } from './checklist-index.ts';
import { itemState, markOf, unmetPrerequisites } from './item-state.ts';
import { isItem, scopeTitle } from './scopes.ts';

export interface MarkRequest {
  readonly items: readonly { readonly stepId: string; readonly scope: ItemScope }[];
  readonly state: 'open' | 'done' | 'not-applicable';
  readonly reason: string | null;
  readonly newEvidenceCount: number;
}

/** Why these items may not be marked so, in one sentence; `null` when they may. All or none: half a bulk tick helps nobody. */
export function canMark(facts: ChecklistFacts, request: MarkRequest): string | null {
  const index = checklistIndex(facts);
  if (request.state === 'not-applicable' && (request.reason ?? '').trim() === '')
    return 'Say why it does not apply; the reason goes into the journal.';
  for (const { stepId, scope } of request.items) {
    const step = index.hasStep.has(stepId) ? index.catalogue.step(stepId) : undefined;
    if (step === undefined || !isItem(step, scope, index))
      return `There is no checklist item “${stepId}” for ${scopeTitle(scope, index.engagement)} (any more).`;
    const refusal = request.state === 'done' ? whyNotDone(step, scope, { index, request }) : whyNotOpen(step, scope, { index, request });
    if (refusal !== null) return refusal;
  }
  return null;
}

interface Known {
  readonly index: ChecklistIndex;
  readonly request: MarkRequest;
}

function whyNotDone(step: Step, scope: ItemScope, { index, request }: Known): string | null {
  const subject = `“${step.title}” for ${scopeTitle(scope, index.engagement)}`;
  const [unmet] = unmetPrerequisites(step, scope, index);
  if (unmet !== undefined) return `${subject} cannot be done yet. ${unmet}`;
  const { seen, state } = itemState(step, scope, index);
  if (seen?.verdict === 'against') return `${subject} cannot be done: the data speak against it. ${seen.text}`;
  if (!step.needsEvidence || (state === 'done' && seen?.verdict === 'done')) return null;
  const before = markOf(step, scope, index)?.evidence.length ?? 0;
  if (before + request.newEvidenceCount > 0) return null;
  return `${subject} needs evidence: ${step.verification.evidence ?? step.doneWhen}`;
}

/** What the data show cannot be opened by hand; it opens by itself when the data change. */
function whyNotOpen(step: Step, scope: ItemScope, { index, request }: Known): string | null {
  if (request.state !== 'open') return null;
  const { decidedBy, seen } = itemState(step, scope, index);
  if (decidedBy !== 'data') return null;
  const subject = `“${step.title}” for ${scopeTitle(scope, index.engagement)}`;
  return `${subject} is seen from the data and opens by itself when they change. ${seen?.text ?? ''}`.trim();
}
