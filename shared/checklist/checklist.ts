import type { ChecklistItem, ChecklistView, StepView } from '../contract/shapes.ts';
import type { ChecklistMark, Engagement, ItemScope } from '../domain/engagement.ts';
import { scenarios } from '../scenarios/index.ts';
import { PHASES, type Step, type Verification } from '../scenarios/scenario.ts';
import { stepById } from '../scenarios/steps.ts';
import { isClosed, unmetPrerequisites } from './prerequisites.ts';
import { checklistIndex, concernsMachine, scopeKey, scopesOf, scopeTitle, type ChecklistIndex } from './scopes.ts';

/** The whole checklist in counts: phases with progress, steps with how many of their items are done. */
export function checklistView(engagement: Engagement): ChecklistView {
  const index = checklistIndex(engagement);
  const totals = new Map<unknown, number>();
  const counts = new Map(index.steps.map((step) => [step.id, countItems(step, index, totals)]));
  const steps = index.steps.map((step) => stepView(step, counts));
  return {
    phases: PHASES.map(({ id, title }) => {
      const ofPhase = steps.filter((step) => step.phase === id && step.totalCount > 0);
      return {
        id,
        title,
        done: ofPhase.filter((step) => step.doneCount + step.notApplicableCount === step.totalCount).length,
        total: ofPhase.length,
      };
    }).filter((phase) => steps.some((step) => step.phase === phase.id)),
    steps,
  };
}

interface Counts {
  readonly done: number;
  readonly notApplicable: number;
  readonly total: number;
}

function countItems(step: Step, index: ChecklistIndex, totals: Map<unknown, number>): Counts {
  let done = 0;
  let notApplicable = 0;
  for (const mark of index.marks.get(step.id)?.values() ?? []) {
    if (mark.state === 'open' || !isItem(step, mark.scope, index)) continue;
    if (mark.state === 'done') done += 1;
    else notApplicable += 1;
  }
  // Steps per machine with the same condition have the same number of items: thousands are counted once.
  const key = step.per === 'machine' ? (step.condition?.concerns ?? 'machine') : step.id;
  const known = totals.get(key);
  const total = known ?? [...scopesOf(step, index)].length;
  totals.set(key, total);
  return { done, notApplicable, total };
}

/** Marks outlive what they are about: a machine may have left the scope since. */
function isItem(step: Step, scope: ItemScope, index: ChecklistIndex): boolean {
  if (scope.kind !== step.per) return false;
  if (scope.kind === 'machine') {
    const machine = index.engagement.machines.get(scope.id);
    return machine !== undefined && machine.isInScope && concernsMachine(step, machine);
  }
  if (scope.kind === 'wave') return index.machinesOfWave.has(scope.id);
  if (scope.kind === 'site') return index.machinesOfSite.size === 0 || index.machinesOfSite.has(scope.id);
  return true;
}

function stepView(step: Step, counts: ReadonlyMap<string, Counts>): StepView {
  const own = counts.get(step.id) ?? { done: 0, notApplicable: 0, total: 0 };
  return {
    id: step.id,
    title: step.title,
    phase: step.phase,
    what: [...step.what],
    who: [...step.who],
    per: step.per,
    doneWhen: step.doneWhen,
    verification: verificationWords(step.verification),
    evidenceAsked: step.verification.evidence ?? null,
    typicalTime: step.typicalTime,
    badOutcome: step.badOutcome,
    badOutcomeRemedy: step.badOutcomeRemedy,
    sources: step.sources.map((source) => ({ ...source })),
    conditionText: step.condition?.text ?? null,
    isCritical: step.isCritical,
    needsEvidence: step.needsEvidence,
    scenarios: scenarios.filter((scenario) => scenario.stepIds.includes(step.id)).map((scenario) => scenario.id),
    doneCount: own.done,
    notApplicableCount: own.notApplicable,
    totalCount: own.total,
    blockedBy: step.after.flatMap((id) => blockingWords(id, step, counts)),
  };
}

/** A step per machine can begin as soon as the one before is done for some machine; everything else waits for all. */
function blockingWords(id: string, step: Step, counts: ReadonlyMap<string, Counts>): string[] {
  const before = stepById(id);
  const count = counts.get(id);
  if (before === undefined || count === undefined) return [];
  const closed = count.done + count.notApplicable;
  if (before.per === 'wave' && count.total === 0) return ['First plan waves.'];
  const isOpen = step.per === 'machine' && before.per === 'machine' ? closed === 0 && count.total > 0 : closed < count.total;
  if (!isOpen) return [];
  return [count.total === 1 ? `First: ${before.title}.` : `First: ${before.title} (${closed} of ${count.total} done).`];
}

function verificationWords(verification: Verification): string {
  if (verification.kind === 'by-hand') return 'Confirmed by a person';
  if (verification.kind === 'offline') return `Seen from ${verification.from}`;
  return verification.isPartial
    ? `Supported by reading ${verification.read}; confirmed by a person`
    : `Read from Azure: ${verification.read}`;
}

export interface ItemFilter {
  readonly stepId: string | null;
  readonly waveId: string | null;
}

/** Items one by one, at most `limit`; `total` counts all that match. */
export function itemsOf(
  engagement: Engagement,
  filter: ItemFilter,
  limit: number,
): { readonly items: readonly ChecklistItem[]; readonly total: number } {
  const index = checklistIndex(engagement);
  const inWave = filter.waveId === null ? null : new Set(index.machinesOfWave.get(filter.waveId)?.map((machine) => machine.id));
  const items: ChecklistItem[] = [];
  let total = 0;
  for (const step of index.steps) {
    if (filter.stepId !== null && step.id !== filter.stepId) continue;
    for (const scope of scopesOf(step, index)) {
      if (inWave !== null && !(scope.kind === 'wave' ? scope.id === filter.waveId : scope.kind === 'machine' && inWave.has(scope.id)))
        continue;
      total += 1;
      if (items.length < limit) items.push(itemView(step, scope, index));
    }
  }
  return { items, total };
}

function itemView(step: Step, scope: ItemScope, index: ChecklistIndex): ChecklistItem {
  const mark: ChecklistMark | undefined = index.marks.get(step.id)?.get(scopeKey(scope));
  return {
    stepId: step.id,
    scope: { ...scope },
    scopeTitle: scopeTitle(scope, index.engagement),
    state: mark?.state ?? 'open',
    blockedBy: isClosed(step.id, scope, index) ? [] : unmetPrerequisites(step, scope, index),
    reason: mark?.reason ?? null,
    by: mark?.by ?? null,
    at: mark?.at ?? null,
    evidence: (mark?.evidence ?? []).map((evidence) => ({ ...evidence })),
  };
}

export interface MarkRequest {
  readonly items: readonly { readonly stepId: string; readonly scope: ItemScope }[];
  readonly state: 'open' | 'done' | 'not-applicable';
  readonly reason: string | null;
  readonly newEvidenceCount: number;
}

/** Why these items may not be marked so, in one sentence; `null` when they may. All or none: half a bulk tick helps nobody. */
export function canMark(engagement: Engagement, request: MarkRequest): string | null {
  const index = checklistIndex(engagement);
  if (request.state === 'not-applicable' && (request.reason ?? '').trim() === '')
    return 'Say why it does not apply; the reason goes into the journal.';
  for (const { stepId, scope } of request.items) {
    const step = index.hasStep.has(stepId) ? stepById(stepId) : undefined;
    if (step === undefined || !isItem(step, scope, index))
      return `There is no checklist item “${stepId}” for ${scopeTitle(scope, engagement)} (any more).`;
    if (request.state !== 'done') continue;
    const [unmet] = unmetPrerequisites(step, scope, index);
    if (unmet !== undefined) return `“${step.title}” for ${scopeTitle(scope, engagement)} cannot be done yet. ${unmet}`;
    const evidenceCount = (index.marks.get(stepId)?.get(scopeKey(scope))?.evidence.length ?? 0) + request.newEvidenceCount;
    if (step.needsEvidence && evidenceCount === 0) return `“${step.title}” needs evidence: ${evidenceWords(step)}`;
  }
  return null;
}

function evidenceWords(step: Step): string {
  return step.verification.evidence ?? step.doneWhen;
}
