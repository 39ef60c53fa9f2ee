import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { PlanFile } from '../../shared/contract/plan-file.ts';
import type { PlanBound, PlanInput, PlanVerdict } from '../../shared/planner/model.ts';
import { assignmentOf, boundOf, problemOfPlan } from '../../shared/snapshot/plan-problem.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Slot } from './open-engagement-slot.ts';

/** Judges in a worker process: a search that is repeated takes its time. */
export type CheckInWorker = (
  plan: { readonly problem: PlanInput; readonly assignment: Readonly<Record<string, string>>; readonly bound: PlanBound | null },
  signal: AbortSignal,
) => Promise<Reply<PlanVerdict>>;

interface Parts {
  readonly slot: Slot;
  readonly check: CheckInWorker;
}

/** Plans as files that stand for themselves: written from the engagement, judged without one. */
export function createPlanFileService({ slot, check }: Parts) {
  return {
    'plan.file': () => {
      const open = slot.need();
      if (!open.ok) return open;
      const { engagement, groups, verdicts } = open.value.derived();
      const { plan } = engagement;
      if (plan === null) return failed('not-ready', 'There is no plan yet. Plan waves first.');
      const problem = problemOfPlan({ engagement, plan, groups, verdicts });
      // Plain data: what is read-only here is a copy there.
      return success(
        structuredClone({ format: 'landfall-plan-1', problem, assignment: assignmentOf(plan, problem), bound: boundOf(plan) }) as PlanFile,
      );
    },
    'plan.check-file': async ({ problem, assignment, bound }, context) => {
      // The schema has checked it; of an absent field it only cannot say that it is absent and not undefined.
      const verdict = await check({ problem: problem as PlanInput, assignment, bound }, context.signal);
      if (!verdict.ok) return verdict;
      const { isValid, isBoundConfirmed, violations, value } = verdict.value;
      return success({
        isValid,
        isBoundConfirmed: bound === null ? null : isBoundConfirmed,
        violations: violations.filter((violation) => violation.rule !== 'bound').map((violation) => violation.text),
        value,
      });
    },
  } satisfies Partial<Handlers>;
}
