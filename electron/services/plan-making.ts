import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';
import type { PlanView } from '../../shared/contract/shapes.ts';
import { buildPlanInput, type PlanProblem } from '../../shared/planner/build-plan-input.ts';
import { dayIn } from '../../shared/planner/calendar.ts';
import { checkPlan } from '../../shared/planner/check-plan.ts';
import { relaxRule } from '../../shared/planner/contradiction/relax-rule.ts';
import type { Contradiction, PlanBound } from '../../shared/planner/model.ts';
import type { Assignment, FewMoves } from '../../shared/planner/replan/few-moves.ts';
import { planDifference } from '../../shared/planner/replan/plan-difference.ts';
import { firstStartOf } from '../../shared/snapshot/plan-problem.ts';
import { neededWords } from '../../shared/snapshot/plan-words.ts';
import { modelOf } from '../../shared/snapshot/scenario-readiness.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import type { MadePlan, MakePlanInput, PlanStanding } from '../workers/make-plan-task.ts';
import { adoptedPlan, type ChosenPlan } from './adopted-plan.ts';
import { giveWay } from './in-slices.ts';
import { nextSaturdayEvening } from './next-window.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { TaskList } from './task-list.ts';

export interface SolveRequest extends MakePlanInput {
  readonly signal: AbortSignal;
  readonly onProgress: (standing: PlanStanding) => void;
}

export interface PlanMakingParts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  /** Solves in a worker process. Being stopped it gives the best plan it has. */
  readonly solve: (request: SolveRequest) => Promise<Reply<MadePlan>>;
  readonly randomId: () => string;
  readonly now: () => Date;
}

type Made = MethodOutput<'plan.make'>;
type Proposal = Extract<Made, { status: 'proposed' }>['proposal'];

/** A plan that waits for a person to look at what it would change. At most one waits. */
interface Waiting {
  readonly proposalId: string;
  readonly session: Session;
  /** State of the journal that it was computed from; anything newer makes it old. */
  readonly seq: number;
  readonly variants: ReadonlyMap<string, ChosenPlan>;
}

const NO_GROUPS = 'No move group is ready, and the limits take only ready machines. Mend the blockers or change the limits.';

/** Computes plans, proposes them where one is in force, and puts them in force. */
export function createPlanMaking({ slot, tasks, solve, randomId, now }: PlanMakingParts) {
  let waiting: Waiting | null = null;

  async function make(session: Session, input: ParsedInput<'plan.make'>, context: CallContext): Promise<Reply<Made>> {
    const problem = problemFor(session, now());
    if (!problem.ok) return problem;
    const task = tasks.start('plan', context.signal, input.taskId);
    await giveWay();
    const before = input.adopt === 'ask' ? problem.value.input.baseline : undefined;
    const solved = await solve({
      input: problem.value.input,
      timeLimitMs: input.timeLimitMs,
      ...(before === undefined ? {} : { before }),
      signal: task.signal,
      onProgress: (standing) =>
        task.report({
          done: Math.min(1, standing.elapsedMs / input.timeLimitMs),
          step: standingWords(standing, problem.value),
          detail: standing.by,
          plan: standing,
        }),
    });
    if (!solved.ok) {
      task.finish(false, solved.failure.detail);
      return solved;
    }
    const settled = await settle(session, { problem: problem.value, made: solved.value, before });
    task.finish(settled.ok, settled.ok ? madeWords(settled.value) : settled.failure.detail);
    return settled;
  }

  async function settle(session: Session, { problem, made, before }: Settling): Promise<Reply<Made>> {
    const { result, wasStopped } = made;
    const course = made.course.map((standing) => ({ ...standing }));
    if (result.status === 'contradiction')
      return success({ status: 'contradiction', ...contradictionView(session, problem, result.contradiction) });
    if (result.status === 'undecided') {
      if (wasStopped) return failed('cancelled', 'Planning was stopped before a plan was found. The plan in force is unchanged.');
      return failed('not-ready', 'No plan was found in the time given. Give it more time or loosen a limit.', 'now');
    }
    if (before !== undefined) {
      const proposed = propose(session, { problem, made, before, bound: result.bound });
      return success({ status: 'proposed', proposal: proposed, course, wasStopped });
    }
    const adopted = await adopt(session, { problem, assignment: result.assignment, bound: result.bound });
    return adopted.ok ? success({ status: 'adopted', plan: adopted.value, course, wasStopped }) : adopted;
  }

  function propose(session: Session, { problem, made, before, bound }: Settling & { before: Assignment; bound: PlanBound }): Proposal {
    const best = made.result.status === 'planned' ? made.result.assignment : {};
    const found: readonly (readonly ['fewest' | 'steadiest', Pick<FewMoves, 'assignment' | 'movesAtLeast'> | null])[] = [
      ['fewest', made.steady ?? { assignment: best, movesAtLeast: 0 }],
      ['steadiest', made.steadiest],
    ];
    const proposalId = randomId();
    const variants = found.flatMap(([id, plan]) => (plan === null ? [] : [[id, plan] as const]));
    waiting = {
      proposalId,
      session,
      seq: session.seq(),
      variants: new Map(variants.map(([id, { assignment }]) => [id, { problem, assignment, bound }])),
    };
    const startOf = new Map(problem.windows.map((window) => [window.id, window.startsAt]));
    const endOf = new Map(problem.windows.map((window) => [window.id, window.endsAt]));
    return {
      proposalId,
      lowerBound: bound.value,
      lowerBoundReason: bound.reason,
      finishNotBefore: problem.input.objective === 'earliest-finish' ? (problem.windows[bound.value - 1]?.endsAt ?? null) : null,
      leftOut: problem.leftOut.map((left) => ({ ...left })),
      variants: variants.map(([id, { assignment, movesAtLeast }]) => {
        const { moves, added, wavesAfter, lastAfter } = planDifference(problem.input, before, assignment);
        return {
          id,
          waves: wavesAfter,
          lastWaveStartsAt: startOf.get(lastAfter ?? '') ?? null,
          lastWaveEndsAt: endOf.get(lastAfter ?? '') ?? null,
          moves: moves.map(({ groupId, from, to }) => ({ groupId, from: startOf.get(from) ?? null, to: startOf.get(to) ?? null })),
          added: [...added],
          movesAtLeast,
        };
      }),
    };
  }

  async function adopt(session: Session, chosen: ChosenPlan): Promise<Reply<PlanView>> {
    // INVARIANT: nothing is put in force that the independent checker does not accept. Bounds were confirmed in the worker.
    await giveWay();
    const verdict = checkPlan(chosen.problem.input, { assignment: chosen.assignment });
    if (!verdict.isValid || chosen.bound.value > verdict.value)
      throw new Error(`the solver's plan was refused by the checker: ${verdict.violations[0]?.text ?? 'bound'}`);
    await giveWay();
    const appended = await session.append(
      'plan.adopted',
      adoptedPlan(session, chosen, { planId: randomId(), adoptedAt: now().toISOString() }),
    );
    if (!appended.ok) return appended;
    const view = session.derived().plan;
    return view === null
      ? failed('internal', 'The plan was saved but cannot be shown. Close the engagement and open it again.')
      : success(view);
  }

  return {
    'plan.make': (input, context) => slot.change((session) => make(session, input, context)),
    'plan.adopt': ({ proposalId, variant }) =>
      slot.change(async (session) => {
        if (waiting === null || waiting.proposalId !== proposalId || waiting.session !== session)
          return failed('not-found', 'This proposal is not there any more. Plan again.');
        if (waiting.seq !== session.seq())
          return failed('conflict', 'Something was changed since this plan was proposed. Plan again to see what it would change now.');
        const chosen = waiting.variants.get(variant);
        if (chosen === undefined) return failed('not-found', `variant: the proposal holds no plan ${variant}.`);
        const adopted = await adopt(session, chosen);
        if (adopted.ok) waiting = null;
        return adopted;
      }),
  } satisfies Partial<Handlers>;
}

interface Settling {
  readonly problem: PlanProblem;
  readonly made: MadePlan;
  readonly before: Assignment | undefined;
}

/** The problem of a new plan; where one is in force, with where its groups stand. */
export function problemFor(session: Session, now: Date): Reply<PlanProblem> {
  const { engagement, groups, verdicts } = session.derived();
  if (groups.length === 0) return failed('not-ready', 'There is no machine in scope to plan. Import an inventory first.');
  const { plan, waveLimits } = engagement;
  const firstStart = plan === null ? nextSaturdayEvening(now, waveLimits.timeZone) : firstStartOf(plan);
  const stays =
    plan === null
      ? null
      : new Map(
          plan.waves.flatMap(({ window, groupIds }) => (window === null ? [] : groupIds.map((id) => [id, window.startsAt] as const))),
        );
  const problem = buildPlanInput({ engagement, groups, verdicts, modelOf, firstStart, ...(stays === null ? {} : { stays }) });
  return problem.input.groups.length === 0 ? failed('not-ready', NO_GROUPS) : success(problem);
}

function contradictionView(
  session: Session,
  problem: PlanProblem,
  { rules, groups = [] }: Contradiction,
): Omit<Extract<Made, { status: 'contradiction' }>, 'status'> {
  const { waveLimits: limits } = session.engagement();
  const needs = groups.map((text, index) => ({ id: `need:${index + 1}`, text, relaxation: null }));
  return {
    rules: [
      ...rules.map(({ id, text, relaxation }) => ({
        id,
        text,
        relaxation:
          relaxation === undefined
            ? null
            : {
                text: relaxation.text,
                waves: relaxation.assignment === undefined ? relaxation.waves : new Set(Object.values(relaxation.assignment)).size,
                limits: relaxRule(id, {
                  limits,
                  input: problem.input,
                  windows: problem.windows,
                  assignment: relaxation.assignment ?? null,
                }),
              },
      })),
      ...needs,
    ],
  };
}

function standingWords({ upper, lower }: PlanStanding, { input, windows }: PlanProblem): string {
  if (input.objective === 'fewest-waves')
    return upper === null ? `Looking for a plan; at least ${lower} waves are needed` : `${upper} waves; at least ${lower} are needed`;
  const endOf = (place: number): string => {
    const window = windows[place - 1];
    return window === undefined ? `window ${place}` : dayIn(window.endsAt, window.timeZone);
  };
  const earliest = `cannot finish before ${endOf(lower)}`;
  return upper === null ? `Looking for a plan; ${earliest}` : `Finished on ${endOf(upper)}; ${earliest}`;
}

function madeWords(made: Made): string {
  if (made.status === 'contradiction') return 'The rules contradict each other; no plan was made.';
  if (made.status === 'proposed') return `A plan of ${made.proposal.variants[0]?.waves ?? 0} waves is proposed.`;
  return `${made.plan.waves.length} waves; ${neededWords(made.plan)}.`;
}
