import type { ChecklistItem, ChecklistView } from '../contract/shapes.ts';
import type { ItemScope } from '../domain/engagement.ts';
import type { StepId } from '../domain/ids.ts';
import { runToEnd } from '../domain/run-to-end.ts';
import { PHASES, type Step } from '../scenarios/scenario.ts';
import { checklistIndex, type ChecklistFacts, type ChecklistIndex } from './checklist-index.ts';
import { countItems, prepareCounts, type Counts } from './count-items.ts';
import { itemState, unmetPrerequisites } from './item-state.ts';
import { scopesOfPart, type Part } from './part-counts.ts';
import { questionViews } from './questions.ts';
import { scopesOf, scopeTitle } from './scopes.ts';
import { stepView } from './step-view.ts';

/**
 * The whole checklist in counts: phases with progress, steps with how many of their items are done, questions. Yields between
 * slices; the session runs it so after each entry.
 */
export function* deriveChecklist(facts: ChecklistFacts): Generator<void, ChecklistView, void> {
  const index = checklistIndex(facts);
  yield;
  yield* prepareCounts(index);
  const counts = new Map<StepId, Counts>();
  for (const step of index.steps) {
    counts.set(step.id, countItems(step, index));
    yield;
  }
  return viewOf(index, counts);
}

/** The same at one go. */
export function checklistView(facts: ChecklistFacts): ChecklistView {
  return runToEnd(deriveChecklist(facts));
}

function viewOf(index: ChecklistIndex, counts: ReadonlyMap<StepId, Counts>): ChecklistView {
  const shown = index.steps.filter((step) => !isLeftOut(step, index));
  const steps = shown.map((step) => stepView(step, counts, index));
  return {
    phases: PHASES.map(({ id, title }) => {
      const ofPhase = steps.filter((step) => step.phase === id && step.totalCount > 0);
      const isDone = (step: (typeof steps)[number]): boolean => step.doneCount + step.notApplicableCount === step.totalCount;
      return { id, title, done: ofPhase.filter(isDone).length, total: ofPhase.length };
    }).filter((phase) => steps.some((step) => step.phase === phase.id)),
    steps,
    questions: questionViews(index),
    leftOut: leftOut(index),
    scenarios: scenarioNotes(index),
    notices: notices(index),
  };
}

/** No machine that is known needs the step. Before the first import every step is shown. */
function isLeftOut(step: Step, index: ChecklistIndex): boolean {
  if (step.condition?.concerns === undefined || index.machines.length === 0) return false;
  return index.concerned(step).machines.length === 0;
}

function leftOut(index: ChecklistIndex): ChecklistView['leftOut'] {
  const byMachines = index.steps
    .filter((step) => isLeftOut(step, index))
    .map((step) => ({ step, reason: step.condition?.otherwise ?? 'No machine needs it.' }));
  const order = new Map(index.catalogue.steps.map((step, place) => [step.id, place]));
  return [...index.ruledOut, ...byMachines]
    .toSorted((a, b) => (order.get(a.step.id) ?? 0) - (order.get(b.step.id) ?? 0))
    .map(({ step, reason }) => ({ stepId: step.id, title: step.title, phase: step.phase, reason }));
}

function scenarioNotes(index: ChecklistIndex): ChecklistView['scenarios'] {
  const counts = Map.groupBy(index.machines, (machine) => machine.scenario);
  return index.engagement.settings.scenarios.flatMap((id) => {
    const scenario = index.catalogue.scenario(id);
    if (scenario === undefined) return [];
    const { title, description, notes } = scenario;
    return [{ id, title, description, notes: [...notes], machineCount: counts.get(id)?.length ?? 0 }];
  });
}

/** What a person should know before the first step; empty when there is nothing. */
function notices(index: ChecklistIndex): string[] {
  const found: string[] = [];
  const chosen = new Set(index.engagement.settings.scenarios);
  for (const [id, machines] of Map.groupBy(index.machines, (machine) => machine.scenario)) {
    if (chosen.has(id)) continue;
    const title = index.catalogue.scenario(id)?.title ?? id;
    const many = machines.length === 1 ? 'One machine is' : `${machines.length.toLocaleString('en')} machines are`;
    found.push(`${many} of the scenario “${title}”, which this engagement does not list. Add the scenario, or change it on the machines.`);
  }
  const [route] = index.answers.get('route') ?? [];
  if (route !== undefined && route !== 'site-recovery')
    found.push('The route is not Site Recovery: the checklist ends after the assessment. Inventory, readiness and waves stay useful.');
  return found;
}

export interface ItemFilter extends Part {
  readonly stepId: string | null;
}

/** Items one by one, at most `limit`; `total` counts all that match. */
export function itemsOf(
  facts: ChecklistFacts,
  filter: ItemFilter,
  limit: number,
): { readonly items: readonly ChecklistItem[]; readonly total: number } {
  const index = checklistIndex(facts);
  const items: ChecklistItem[] = [];
  let total = 0;
  for (const step of index.steps) {
    if (filter.stepId !== null && step.id !== filter.stepId) continue;
    for (const scope of scopesOfPart(step, filter, index)) {
      total += 1;
      if (items.length < limit) items.push(itemView(step, scope, index));
    }
  }
  return { items, total };
}

/** The item of a step for one thing; `null` when there is none (any more). */
export function itemOf(facts: ChecklistFacts, stepId: string, scope: ItemScope): ChecklistItem | null {
  const index = checklistIndex(facts);
  const step = index.hasStep.has(stepId) ? index.catalogue.step(stepId) : undefined;
  if (step === undefined) return null;
  for (const candidate of scopesOf(step, index))
    if (candidate.kind === scope.kind && candidate.id === scope.id) return itemView(step, scope, index);
  return null;
}

const SEEN_BY = 'Seen from the data';

function itemView(step: Step, scope: ItemScope, index: ChecklistIndex): ChecklistItem {
  const { state, decidedBy, mark, seen, drift } = itemState(step, scope, index);
  const isByData = decidedBy === 'data';
  const evidence = (mark?.evidence ?? []).map((piece) => ({ ...piece }));
  if (isByData && seen?.at != null) evidence.push({ kind: 'note', text: seen.text, by: SEEN_BY, at: seen.at });
  return {
    stepId: step.id,
    scope: { ...scope },
    scopeTitle: scopeTitle(scope, index.engagement),
    state,
    blockedBy: state === 'open' ? [...unmetPrerequisites(step, scope, index)] : [],
    reason: mark?.reason ?? null,
    by: isByData ? SEEN_BY : (mark?.by ?? null),
    at: isByData ? (seen?.at ?? null) : (mark?.at ?? null),
    evidence,
    seen: seen === null ? null : { ...seen },
    drift,
  };
}
