import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { ChecklistView, StepView } from '../../../shared/contract/shapes.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';

export type StepState = 'done' | 'partly' | 'open' | 'blocked' | 'not-needed';

/** What the checklist shows; empty or `null` parts do not narrow. */
export interface StepFilter {
  readonly phase: string | null;
  /** `todo`: can be done now. `open`: everything unfinished. */
  readonly show: 'all' | 'open' | 'todo' | 'blocked' | 'done';
  readonly role: string | null;
  readonly scenario: string | null;
  readonly waveId: string | null;
  readonly machineId: string | null;
  readonly text: string;
}

export const NO_STEP_FILTER: StepFilter = { phase: null, show: 'all', role: null, scenario: null, waveId: null, machineId: null, text: '' };

/** Counts of a step and what it waits for: of all its items, or only of those about one wave or machine. */
export type StepCounts = Pick<StepView, 'doneCount' | 'notApplicableCount' | 'totalCount' | 'blockedBy'>;

/** A step as the list shows it. */
export interface StepRow {
  readonly step: StepView;
  readonly counts: StepCounts;
  readonly state: StepState;
}

export function stepState(counts: StepCounts): StepState {
  const finished = counts.doneCount + counts.notApplicableCount;
  if (counts.totalCount === 0) return counts.blockedBy.length > 0 ? 'blocked' : 'open';
  if (finished >= counts.totalCount) return counts.doneCount === 0 ? 'not-needed' : 'done';
  if (counts.blockedBy.length > 0) return 'blocked';
  return finished > 0 ? 'partly' : 'open';
}

/** Counts of one wave or machine as the list needs them: what is closed counts as done, however it was closed. */
export function countsByStep(counts: MethodOutput<'checklist.part-counts'>): ReadonlyMap<string, StepCounts> {
  return new Map(
    counts.map(({ stepId, total, closed, blockedBy }) => [
      stepId,
      { doneCount: closed, notApplicableCount: 0, totalCount: total, blockedBy },
    ]),
  );
}

/** Steps that the filter leaves, in the order of the checklist. `partCounts` is given while one wave or machine is looked at. */
export function filterSteps(
  checklist: Pick<ChecklistView, 'steps'>,
  filter: StepFilter,
  partCounts: ReadonlyMap<string, StepCounts> | null,
): StepRow[] {
  const text = filter.text.trim().toLowerCase();
  return checklist.steps.flatMap((step) => {
    const counts = partCounts === null ? step : partCounts.get(step.id);
    if (counts === undefined) return [];
    if (filter.phase !== null && step.phase !== filter.phase) return [];
    if (filter.scenario !== null && !step.scenarios.includes(filter.scenario)) return [];
    if (filter.role !== null && !step.who.includes(filter.role)) return [];
    if (text !== '' && !`${step.id} ${step.title} ${step.what.join(' ')} ${step.doneWhen}`.toLowerCase().includes(text)) return [];
    const state = stepState(counts);
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

/** Steps under the headings of their phases, phases in working order, those without a step left out. */
export function stepsByPhase(
  phases: ChecklistView['phases'],
  rows: readonly StepRow[],
): { readonly phase: ChecklistView['phases'][number]; readonly rows: readonly StepRow[] }[] {
  const byPhase = Map.groupBy(rows, (row) => row.step.phase);
  return phases.flatMap((phase) => {
    const own = byPhase.get(phase.id);
    return own === undefined ? [] : [{ phase, rows: own }];
  });
}

/** The same path for one wave or machine: items instead of steps; phases that do not concern it are empty. */
export function phasesOfPart(
  checklist: Pick<ChecklistView, 'phases' | 'steps'>,
  counts: ReadonlyMap<string, StepCounts>,
): ChecklistView['phases'] {
  return checklist.phases.map((phase) => {
    const own = checklist.steps.filter((step) => step.phase === phase.id).flatMap((step) => counts.get(step.id) ?? []);
    const sum = (pick: (one: StepCounts) => number): number => own.reduce((total, one) => total + pick(one), 0);
    return { ...phase, done: sum((one) => one.doneCount + one.notApplicableCount), total: sum((one) => one.totalCount) };
  });
}

export function isFiltered(filter: StepFilter): boolean {
  return JSON.stringify({ ...filter, text: filter.text.trim() }) !== JSON.stringify(NO_STEP_FILTER);
}
