import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import type { PlanView } from '../../shared/contract/shapes.ts';
import { checkPlan } from '../../shared/planner/check-plan.ts';
import { inEvenForm, limitsProblem } from '../../shared/planner/limits-problem.ts';
import { assignmentOf, boundOf, inWordsOfPlan, problemOfPlan, windowIdOf } from '../../shared/snapshot/plan-problem.ts';
import type { Handlers } from '../host/handlers.ts';
import { giveWay } from './in-slices.ts';
import type { CheckInWorker } from './plan-file-service.ts';
import { createPlanMaking, type PlanMakingParts } from './plan-making.ts';
import type { Session } from './session.ts';

export interface PlanServiceParts extends PlanMakingParts {
  readonly check: CheckInWorker;
}

/** Waves that a move is tried in before others get their turn. */
const WAVES_IN_A_SLICE = 8;

/** Limits, moves by hand and checks; plans are made next door. */
export function createPlanService({ check, ...parts }: PlanServiceParts) {
  const { slot } = parts;
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
    ...createPlanMaking(parts),
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
    'plan.preview-move': async (input) => {
      const open = slot.need();
      return open.ok ? await previewMove(open.value, input.groupIds) : open;
    },
    'plan.check': async (_input, context) => {
      const open = slot.need();
      if (!open.ok) return open;
      const { engagement, groups, verdicts } = open.value.derived();
      if (engagement.plan === null) return failed('not-ready', 'There is no plan to check. Plan waves first.');
      const { plan } = engagement;
      const problem = problemOfPlan({ engagement, plan, groups, verdicts });
      const verdict = await check({ problem, assignment: assignmentOf(plan, problem), bound: boundOf(plan) }, context.signal);
      if (!verdict.ok) return verdict;
      const { isValid, isBoundConfirmed, violations, value } = verdict.value;
      return success({
        isValid,
        isBoundConfirmed: isBoundConfirmed && plan.boundCertificate !== null,
        violations: violations.flatMap((violation) => (violation.rule === 'bound' ? [] : [inWordsOfPlan(violation, problem).text])),
        wavesUsed: value,
        lowerBound: plan.lowerBound,
      });
    },
  } satisfies Partial<Handlers>;
}

function viewOf(session: Session): Reply<PlanView> {
  const view = session.derived().plan;
  return view === null ? failed('not-ready', 'There is no plan yet. Plan waves first.') : success(view);
}

async function previewMove(session: Session, groupIds: readonly string[]): Promise<Reply<MethodOutput<'plan.preview-move'>>> {
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
  const previews: MethodOutput<'plan.preview-move'> = [];
  for (const wave of plan.waves) {
    const moved = { ...assignment, ...Object.fromEntries(groupIds.map((id) => [id, windowIdOf(wave, input)])) };
    const problems = checkPlan(input, { assignment: moved })
      .violations.map((violation) => violation.text)
      .filter((text) => !before.has(text));
    previews.push({ waveId: wave.id, isAllowed: problems.length === 0, problems });
    // A year of waves with a thousand groups takes longer than anybody else may wait.
    // oxlint-disable-next-line no-await-in-loop
    if (previews.length % WAVES_IN_A_SLICE === 0) await giveWay();
  }
  return success(previews);
}

function definedOnly(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
