import type { ChecklistItem, ChecklistView, StepView } from '../../../shared/contract/shapes.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';

export type StepState = 'done' | 'partly' | 'open' | 'blocked' | 'not-needed';

/** What the checklist shows; empty or `null` parts do not narrow. */
export interface StepFilter {
  readonly phase: string | null;
  /** `todo`: can be done now. `open`: everything unfinished. */
  readonly show: 'all' | 'open' | 'todo' | 'blocked' | 'done';
  readonly role: string | null;
  readonly waveId: string | null;
  readonly text: string;
}

export const NO_STEP_FILTER: StepFilter = { phase: null, show: 'all', role: null, waveId: null, text: '' };

/** Counts of a step: of all its items, or only of those about one wave. */
export type StepCounts = Pick<StepView, 'doneCount' | 'notApplicableCount' | 'totalCount'>;

/** A step as the list shows it. */
export interface StepRow {
  readonly step: StepView;
  readonly counts: StepCounts;
  readonly state: StepState;
}

export function stepState(step: Pick<StepView, 'blockedBy'>, counts: StepCounts): StepState {
  const finished = counts.doneCount + counts.notApplicableCount;
  if (counts.totalCount === 0) return step.blockedBy.length > 0 ? 'blocked' : 'open';
  if (finished >= counts.totalCount) return counts.doneCount === 0 ? 'not-needed' : 'done';
  if (step.blockedBy.length > 0) return 'blocked';
  return finished > 0 ? 'partly' : 'open';
}

/** Counts by step of the items given, for looking at one wave. */
export function countItems(items: readonly Pick<ChecklistItem, 'stepId' | 'state'>[]): ReadonlyMap<string, StepCounts> {
  const byStep = new Map<string, { doneCount: number; notApplicableCount: number; totalCount: number }>();
  for (const item of items) {
    const counts = byStep.get(item.stepId) ?? { doneCount: 0, notApplicableCount: 0, totalCount: 0 };
    counts.totalCount += 1;
    if (item.state === 'done') counts.doneCount += 1;
    if (item.state === 'not-applicable') counts.notApplicableCount += 1;
    byStep.set(item.stepId, counts);
  }
  return byStep;
}

/** Steps that the filter leaves, in the order of the checklist. `waveCounts` is given while one wave is looked at. */
export function filterSteps(
  checklist: Pick<ChecklistView, 'steps'>,
  filter: StepFilter,
  waveCounts: ReadonlyMap<string, StepCounts> | null,
): StepRow[] {
  const text = filter.text.trim().toLowerCase();
  return checklist.steps.flatMap((step) => {
    const counts = waveCounts === null ? step : waveCounts.get(step.id);
    if (counts === undefined) return [];
    if (filter.phase !== null && step.phase !== filter.phase) return [];
    if (filter.role !== null && !step.who.includes(filter.role)) return [];
    if (text !== '' && !`${step.id} ${step.title} ${step.what.join(' ')} ${step.doneWhen}`.toLowerCase().includes(text)) return [];
    const state = stepState(step, counts);
    return isShown(state, filter.show) ? [{ step, counts, state }] : [];
  });
}

function isShown(state: StepState, show: StepFilter['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'open':
      return state === 'open' || state === 'partly' || state === 'blocked';
    case 'todo':
      return state === 'open' || state === 'partly';
    case 'blocked':
      return state === 'blocked';
    case 'done':
      return state === 'done' || state === 'not-needed';
    default:
      return assertNever(show);
  }
}

/** Roles that have a step, in the order in which the checklist first names them. */
export function rolesOf(checklist: Pick<ChecklistView, 'steps'>): string[] {
  return [...new Set(checklist.steps.flatMap((step) => step.who))];
}

/** The first phase that is not finished: where the work stands. `null` when everything is. */
export function currentPhase(phases: ChecklistView['phases']): string | null {
  return phases.find((phase) => phase.done < phase.total)?.id ?? null;
}

export function progressOf(phases: ChecklistView['phases']): { readonly done: number; readonly total: number } {
  return {
    done: phases.reduce((sum, phase) => sum + phase.done, 0),
    total: phases.reduce((sum, phase) => sum + phase.total, 0),
  };
}

/** The first step that can be done now, for the answer at the top of the screen. */
export function nextStep(checklist: Pick<ChecklistView, 'steps'>): StepView | null {
  return filterSteps(checklist, { ...NO_STEP_FILTER, show: 'todo' }, null)[0]?.step ?? null;
}
