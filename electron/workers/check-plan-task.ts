import { success } from '../../shared/contract/failure.ts';
import { checkPlan } from '../../shared/planner/check-plan.ts';
import type { PlanBound, PlanInput, PlanVerdict } from '../../shared/planner/model.ts';
import type { Task, TaskRunner } from './tasks.ts';

export type CheckPlanTask = Task<
  { readonly problem: PlanInput; readonly assignment: Readonly<Record<string, string>>; readonly bound: PlanBound | null },
  never,
  PlanVerdict
>;

/** Loads that the checker looks at to repeat a search: minutes at most. */
const MOST_LOADS = 1_000_000;

export const checkPlanTask: TaskRunner<CheckPlanTask> = ({ problem, assignment, bound }) =>
  Promise.resolve(success(checkPlan(problem, { assignment, ...(bound === null ? {} : { bound }) }, { mostLoads: MOST_LOADS })));
