import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { WavePlan } from '../../shared/domain/wave.ts';
import { buildPlanInput } from '../../shared/planner/build-plan-input.ts';
import { explainGroup, explainWindow } from '../../shared/planner/explain/explain-group.ts';
import { planFacts, type PlanFacts } from '../../shared/planner/explain/plan-facts.ts';
import { whatIfs } from '../../shared/planner/explain/what-if.ts';
import { limitNames } from '../../shared/planner/limit-names.ts';
import type { PlanInput } from '../../shared/planner/model.ts';
import { assignmentOf, calendarOfPlan, firstStartOf, windowIdOf } from '../../shared/snapshot/plan-problem.ts';
import { modelOf } from '../../shared/snapshot/scenario-readiness.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { ComparedPlan, ComparePlansTask } from '../workers/compare-plans-task.ts';
import { giveWay } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { TaskList } from './task-list.ts';

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  /** Solves several problems in a worker process. */
  readonly compare: (
    input: ComparePlansTask['input'],
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: { readonly done: number }) => void },
  ) => Promise<Reply<readonly ComparedPlan[]>>;
}

const NO_PLAN = 'There is no plan yet. Plan waves first.';
/** For each changed limit; the plan of today gets as long again, so that luck does not decide. */
const COMPARE_MS = 700;

interface Explained {
  readonly plan: WavePlan;
  readonly input: PlanInput;
  readonly facts: PlanFacts;
}

/** Why a plan is as it is: of one group, of one wave, and of the limits as a whole. */
export function createPlanQuestions({ slot, tasks, compare }: Parts) {
  function explained(): Reply<Explained> {
    const open = slot.need();
    if (!open.ok) return open;
    const { engagement, groups, verdicts } = open.value.derived();
    const { plan } = engagement;
    if (plan === null) return failed('not-ready', NO_PLAN);
    const { input, windows } = calendarOfPlan({ engagement, plan, groups, verdicts });
    const names = limitNames(engagement.waveLimits, windows);
    return success({ plan, input, facts: planFacts(input, assignmentOf(plan, input), names) });
  }

  return {
    'plan.explain-group': ({ groupId }) => {
      const open = explained();
      if (!open.ok) return open;
      const { plan, input, facts } = open.value;
      const found = explainGroup(facts, groupId);
      if (found === null) return failed('not-found', `groupId: ${groupId} stands in no wave.`);
      return success({
        isPinned: found.isPinned,
        earlier: found.earlier.map(({ windowId, isUsed, reasons }) => ({
          waveId: waveIn(plan, input, windowId),
          windowTitle: input.windows.find((window) => window.id === windowId)?.title ?? windowId,
          startsAt: input.windows.find((window) => window.id === windowId)?.startsAt ?? null,
          isUsed,
          reasons: reasons.map((reason) => ({ ...reason })),
        })),
      });
    },
    'plan.explain-wave': ({ waveId }) => {
      const open = explained();
      if (!open.ok) return open;
      const { plan, input, facts } = open.value;
      const wave = plan.waves.find((candidate) => candidate.id === waveId);
      const found = wave === undefined ? null : explainWindow(facts, windowIdOf(wave, input));
      if (found === null) return failed('not-found', `waveId: the plan has no wave ${waveId} with a window.`);
      return success({
        tight: found.tight.map((one) => ({ ...one })),
        next: found.next.map(({ groupId, reasons }) => ({ groupId, reasons: reasons.map((reason) => ({ ...reason })) })),
      });
    },
    'plan.what-if': async ({ taskId }, context: CallContext) => {
      const open = slot.need();
      if (!open.ok) return open;
      const problems = await changedProblems(open.value);
      if (!problems.ok) return problems;
      const task = tasks.start('plan', context.signal, taskId);
      const compared = await compare(
        { problems: problems.value.map(({ id, input }) => ({ id, input })), timeLimitMs: COMPARE_MS },
        {
          signal: task.signal,
          onProgress: ({ done }) => task.report({ done, step: 'Trying other limits', detail: '' }),
        },
      );
      task.finish(compared.ok, compared.ok ? `${problems.value.length - 1} limits were tried.` : compared.failure.detail);
      return compared.ok ? success(whatIfView(open.value, problems.value, compared.value)) : compared;
    },
  } satisfies Partial<Handlers>;
}

function waveIn(plan: WavePlan, input: PlanInput, windowId: string): string | null {
  return plan.waves.find((wave) => windowIdOf(wave, input) === windowId)?.id ?? null;
}

interface ChangedProblem {
  readonly id: string;
  readonly title: string;
  readonly input: PlanInput;
}

/** Today's limits first, then each of them with a little more. */
async function changedProblems(session: Session): Promise<Reply<readonly ChangedProblem[]>> {
  const { engagement, groups, verdicts } = session.derived();
  const { plan, waveLimits } = engagement;
  if (plan === null) return failed('not-ready', NO_PLAN);
  const changes = [{ id: 'today', title: '', limits: {} }, ...whatIfs(waveLimits)];
  const problems: ChangedProblem[] = [];
  for (const { id, title, limits } of changes) {
    const changed = { ...engagement, waveLimits: { ...waveLimits, ...limits } };
    const { input } = buildPlanInput({ engagement: changed, groups, verdicts, modelOf, firstStart: firstStartOf(plan) });
    problems.push({ id, title, input });
    // Ten thousand machines take a moment each time.
    // oxlint-disable-next-line no-await-in-loop
    await giveWay();
  }
  return success(problems);
}

function whatIfView(
  session: Session,
  problems: readonly ChangedProblem[],
  compared: readonly ComparedPlan[],
): MethodOutput<'plan.what-if'> {
  const byId = new Map(compared.map((one) => [one.id, one]));
  const today = byId.get('today');
  return {
    objective: session.engagement().waveLimits.objective,
    value: today?.value ?? null,
    lowerBound: today?.lowerBound ?? 0,
    changes: problems.slice(1).map(({ id, title }) => {
      const value = byId.get(id)?.value ?? null;
      const saved = today?.value == null || value === null ? null : Math.max(0, today.value - value);
      return { id, title, value, lowerBound: byId.get(id)?.lowerBound ?? 0, saved };
    }),
  };
}
