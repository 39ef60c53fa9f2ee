import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/methods.ts';
import type { PlanView } from '../../shared/contract/shapes.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import { buildPlanInput, type PlanProblem } from '../../shared/planner/build-plan-input.ts';
import { checkPlan } from '../../shared/planner/check-plan.ts';
import { inEvenForm, limitsProblem } from '../../shared/planner/limits-problem.ts';
import type { Contradiction, PlanInput, PlanProgress, PlanResult } from '../../shared/planner/model.ts';
import { assignmentOf, inWordsOfPlan, isBoundProven, problemOfPlan, windowIdOf } from '../../shared/snapshot/plan-problem.ts';
import { modelOf } from '../../shared/snapshot/scenario-readiness.ts';
import type { CallContext, Handlers } from '../host/handlers.ts';
import { giveWay } from './in-slices.ts';
import { nextSaturdayEvening } from './next-window.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';
import type { TaskList } from './task-list.ts';

export interface SolveRequest {
  readonly input: PlanInput;
  readonly timeLimitMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PlanProgress) => void;
}

interface Parts {
  readonly slot: Slot;
  readonly tasks: TaskList;
  /** Solves in a worker process. */
  readonly solve: (request: SolveRequest) => Promise<Reply<PlanResult>>;
  readonly randomId: () => string;
  readonly now: () => Date;
}

export function createPlanService({ slot, tasks, solve, randomId, now }: Parts) {
  async function make(session: Session, input: ParsedInput<'plan.make'>, context: CallContext): Promise<Reply<MethodOutput<'plan.make'>>> {
    const { engagement, groups, verdicts } = session.derived();
    if (groups.length === 0) return failed('not-ready', 'There is no machine in scope to plan. Import an inventory first.');
    const firstStart = nextSaturdayEvening(now(), engagement.waveLimits.timeZone);
    const problem = buildPlanInput({ engagement, groups, verdicts, modelOf, firstStart });
    if (problem.input.groups.length === 0)
      return failed(
        'not-ready',
        'No move group is ready, and the limits take only ready machines. Mend the blockers or change the limits.',
      );
    const task = tasks.start('plan', context.signal, input.taskId);
    await giveWay();
    const solved = await solve({
      input: problem.input,
      timeLimitMs: input.timeLimitMs,
      signal: task.signal,
      onProgress: (progress) =>
        task.report({ done: Math.min(1, progress.elapsedMs / input.timeLimitMs), step: progressWords(progress), detail: progress.by }),
    });
    if (!solved.ok) {
      task.finish(false, solved.failure.detail);
      return solved;
    }
    const adopted = await adopt(session, problem, solved.value);
    task.finish(adopted.ok, adopted.ok ? planWords(adopted.value) : adopted.failure.detail);
    return adopted;
  }

  async function adopt(session: Session, problem: PlanProblem, result: PlanResult): Promise<Reply<MethodOutput<'plan.make'>>> {
    if (result.status === 'contradiction') return success({ status: 'contradiction', rules: rulesAndNeeds(result.contradiction) });
    if (result.status === 'undecided')
      return failed('not-ready', 'No plan was found in the time given. Give it more time or loosen a limit.', 'now');
    // INVARIANT: nothing is put in force that the independent checker does not accept.
    await giveWay();
    const verdict = checkPlan(problem.input, { assignment: result.assignment, bound: result.bound });
    if (!verdict.isValid || !verdict.isBoundConfirmed)
      throw new Error(`the solver's plan was refused by the checker: ${verdict.violations[0]?.text ?? 'bound'}`);
    await giveWay();
    const appended = await session.append('plan.adopted', planPayload(session, problem, result, randomId()));
    if (!appended.ok) return appended;
    const view = session.derived().plan;
    return view === null
      ? failed('internal', 'The plan was saved but cannot be shown. Close the engagement and open it again.')
      : success({ status: 'adopted', plan: view });
  }

  return {
    'plan.set-limits': (input) =>
      slot.change(async (session) => {
        const before = session.engagement().waveLimits;
        const limits = inEvenForm({ ...before, ...definedOnly(input.limits) });
        const problem = limitsProblem(limits);
        if (problem !== null) return failed('invalid-input', problem);
        if (JSON.stringify(limits) === JSON.stringify(before)) return success(limits);
        const appended = await session.append('plan.limits-changed', { limits, before });
        return appended.ok ? success(limits) : appended;
      }),
    'plan.make': (input, context) => slot.change((session) => make(session, input, context)),
    'plan.move-groups': (input) =>
      slot.change(async (session) => {
        const { plan } = session.engagement();
        if (plan === null) return failed('not-ready', 'There is no plan yet. Plan waves first.');
        const target = plan.waves.find((wave) => wave.id === input.toWaveId);
        if (target === undefined) return failed('not-found', `toWaveId: the plan has no wave ${input.toWaveId}.`);
        const known = new Set(session.derived().groups.map((group) => group.id));
        const unknown = input.groupIds.find((id) => !known.has(id));
        if (unknown !== undefined) return failed('not-found', `groupIds: there is no move group ${unknown} (any more).`);
        const moving = [...new Set(input.groupIds)].filter((id) => !target.groupIds.includes(id));
        if (moving.length > 0) {
          const fromWaveIds = plan.waves.filter((wave) => wave.groupIds.some((id) => moving.includes(id))).map((wave) => wave.id);
          const appended = await session.append('plan.groups-moved', { groupIds: moving, toWaveId: target.id, fromWaveIds });
          if (!appended.ok) return appended;
        }
        return viewOf(session);
      }),
    'plan.preview-move': (input) => {
      const open = slot.need();
      return open.ok ? previewMove(open.value, input.groupIds) : open;
    },
    'plan.check': () => {
      const open = slot.need();
      if (!open.ok) return open;
      const { engagement, groups, verdicts } = open.value.derived();
      if (engagement.plan === null) return failed('not-ready', 'There is no plan to check. Plan waves first.');
      const input = problemOfPlan({ engagement, plan: engagement.plan, groups, verdicts });
      const verdict = checkPlan(input, { assignment: assignmentOf(engagement.plan, input) });
      return success({
        isValid: verdict.isValid,
        isBoundConfirmed: isBoundProven(engagement.plan, input),
        violations: verdict.violations.map((violation) => inWordsOfPlan(violation, input).text),
        wavesUsed: verdict.value,
        lowerBound: engagement.plan.lowerBound,
      });
    },
  } satisfies Partial<Handlers>;
}

/** The rules, and behind them what the groups need that they meet in. */
function rulesAndNeeds({ rules, groups = [] }: Contradiction): { id: string; text: string }[] {
  return [...rules.map(({ id, text }) => ({ id, text })), ...groups.map((text, index) => ({ id: `need:${index + 1}`, text }))];
}

function viewOf(session: Session): Reply<PlanView> {
  const view = session.derived().plan;
  return view === null ? failed('not-ready', 'There is no plan yet. Plan waves first.') : success(view);
}

function previewMove(session: Session, groupIds: readonly string[]): Reply<MethodOutput<'plan.preview-move'>> {
  const { engagement, groups, verdicts } = session.derived();
  const { plan } = engagement;
  if (plan === null) return failed('not-ready', 'There is no plan yet. Plan waves first.');
  // Groups not in the plan yet are judged as if they were.
  const first = plan.waves[0];
  const inPlan = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  const joined =
    first === undefined
      ? plan
      : {
          ...plan,
          waves: [{ ...first, groupIds: [...first.groupIds, ...groupIds.filter((id) => !inPlan.has(id))] }, ...plan.waves.slice(1)],
        };
  const input = problemOfPlan({ engagement, plan: joined, groups, verdicts });
  const assignment = assignmentOf(joined, input);
  const before = new Set(checkPlan(input, { assignment: assignmentOf(plan, input) }).violations.map((violation) => violation.text));
  return success(
    plan.waves.map((wave) => {
      const moved = { ...assignment, ...Object.fromEntries(groupIds.map((id) => [id, windowIdOf(wave, input)])) };
      const problems = checkPlan(input, { assignment: moved })
        .violations.map((violation) => violation.text)
        .filter((text) => !before.has(text));
      return { waveId: wave.id, isAllowed: problems.length === 0, problems };
    }),
  );
}

function planPayload(
  session: Session,
  problem: PlanProblem,
  result: Extract<PlanResult, { status: 'planned' }>,
  planId: string,
): EntryPayload<'plan.adopted'> {
  const { engagement, groups } = session.derived();
  const byWindow = Map.groupBy(Object.keys(result.assignment), (groupId) => result.assignment[groupId] ?? '');
  const used = problem.windows.filter((window) => byWindow.has(window.id));
  return {
    planId,
    groups: groups.map((group) => ({ ...group, machineIds: [...group.machineIds] })),
    waves: used.map((window, index) => ({
      id: `wave-${index + 1}`,
      number: index + 1,
      title: `Wave ${index + 1}`,
      window: { ...window },
      groupIds: byWindow.get(window.id) ?? [],
    })),
    limits: {
      ...engagement.waveLimits,
      firstWindowStartsAt: engagement.waveLimits.firstWindowStartsAt ?? problem.windows[0]?.startsAt ?? null,
    },
    lowerBound: result.bound.value,
    lowerBoundReason: result.bound.reason,
    boundCertificate: result.bound.certificate,
    leftOut: problem.leftOut.map((left) => ({ ...left })),
  };
}

function definedOnly(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

function progressWords({ upper, lower }: PlanProgress): string {
  return upper === null ? `Looking for a plan; at least ${lower} waves are needed` : `${upper} waves; at least ${lower} are needed`;
}

function planWords(output: MethodOutput<'plan.make'>): string {
  if (output.status === 'contradiction') return 'The rules contradict each other; no plan was made.';
  const { waves, lowerBound } = output.plan;
  return `${waves.length} waves; at least ${lowerBound} are needed.`;
}
