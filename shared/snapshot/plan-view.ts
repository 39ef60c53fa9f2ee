import { noTasks, type TaskCounts } from '../backlog/list-tasks.ts';
import type { BacklogSummary, WaveTasks } from '../backlog/summarise-backlog.ts';
import type { ChecklistFacts } from '../checklist/checklist-index.ts';
import { waveReadiness, type WaveReadiness } from '../checklist/wave-readiness.ts';
import type { GroupView, PlanView, Snapshot, WaveView } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId, WaveId } from '../domain/ids.ts';
import { roundTo } from '../domain/units.ts';
import type { MoveGroup, Wave, WavePlan, Window } from '../domain/wave.ts';
import { balanceOfPlan, balanceWords } from '../planner/balance/balance-words.ts';
import { checkPlan } from '../planner/check-plan.ts';
import { groupDemand } from '../planner/group-demands.ts';
import type { PlanInput, PlanVerdict, PlanViolation } from '../planner/model.ts';
import { DATA } from '../planner/plan-resources.ts';
import type { Verdict } from '../readiness/rule.ts';
import type { WaveForecast } from '../sizing/forecast-waves.ts';
import { boundOfToday } from './bound-of-today.ts';
import { assignmentOf, calendarOfPlan, demandContext, inWordsOfPlan, loadsByWindow, windowIdOf } from './plan-problem.ts';
import { neededWords } from './plan-words.ts';
import { forecastView } from './sizing-view.ts';

type Verdicts = ReadonlyMap<MachineId, Verdict>;
type BaseWaveView = Omit<WaveView, keyof WaveReadiness | 'tasks' | 'forecast'>;
/** The plan as planner and limits see it, before the checklist has its say. */
export type BasePlanView = Omit<PlanView, 'waves'> & { readonly waves: readonly BaseWaveView[] };

/** The worst verdict of a group's machines: one blocked machine blocks the group, one undecided one leaves it open. */
export function groupVerdict(group: MoveGroup, verdicts: Verdicts): Verdict {
  const found = new Set(group.machineIds.map((id) => verdicts.get(id) ?? 'undecided'));
  if (found.has('blocked')) return 'blocked';
  if (found.has('undecided')) return 'undecided';
  return found.has('ready-with-warnings') ? 'ready-with-warnings' : 'ready';
}

/** Machines added up before the caller may give way to something else. */
const SLICE = 200;

/** Groups as screens show them. Yields between slices: what a machine weighs is worked out when it is first asked for. */
export function* groupViews(groups: readonly MoveGroup[], engagement: Engagement, verdicts: Verdicts): Generator<void, GroupView[], void> {
  const waveOf = new Map((engagement.plan?.waves ?? []).flatMap((wave) => wave.groupIds.map((id) => [id, wave.id] as const)));
  const context = demandContext(engagement);
  const views: GroupView[] = [];
  let count = 0;
  for (const group of groups) {
    const { sizeGiB, unknownSizeCount } = groupDemand(group.machineIds, context);
    views.push({
      id: group.id,
      title: group.title,
      reason: group.reason,
      machineIds: [...group.machineIds],
      sizeGiB: roundTo(sizeGiB, 1),
      unknownSizeCount,
      verdict: groupVerdict(group, verdicts),
      waveId: waveOf.get(group.id) ?? null,
    });
    count += group.machineIds.length;
    if (count < SLICE) continue;
    count = 0;
    yield;
  }
  return views;
}

export function planView(engagement: Engagement, groups: readonly MoveGroup[], verdicts: Verdicts): BasePlanView | null {
  const { plan } = engagement;
  if (plan === null) return null;
  const { input, windows } = calendarOfPlan({ engagement, plan, groups, verdicts });
  const assignment = assignmentOf(plan, input);
  const found = checkPlan(input, { assignment });
  const verdict = { ...found, violations: found.violations.map((violation) => inWordsOfPlan(violation, input)) };
  const bound = boundOfToday({ plan, engagement, groups, verdicts }, input, verdict.isValid);
  const finish = finishView(plan, { input, windows, lowerBound: bound.lowerBound });
  const loads = loadsByWindow(input, assignment);
  const inPlan = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  const leftOut = new Set(plan.leftOut.map((left) => left.groupId));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    id: plan.id,
    adoptedAt: plan.adoptedAt,
    adoptedBy: plan.adoptedBy,
    waves: plan.waves.map((wave) => waveView(wave, { engagement, input, verdict, verdicts, byId, loads })),
    limits: plan.limits,
    ...bound,
    finish,
    boundWords: neededWords({ ...bound, finish }),
    balance: balanceView(input, assignment),
    isValid: verdict.isValid,
    violations: verdict.violations.map((violation) => violationView(violation, plan, input)),
    leftOut: plan.leftOut.map((left) => ({ ...left })),
    handMoves: plan.handMoves,
    unplannedGroupIds: groups.filter((group) => !inPlan.has(group.id) && !leftOut.has(group.id)).map((group) => group.id),
  };
}

function balanceView(input: PlanInput, assignment: Readonly<Record<string, string>>): PlanView['balance'] {
  const balance = balanceOfPlan(input, assignment);
  return balance === null ? null : { largest: balance.largest, even: balance.even, text: balanceWords(input, balance) };
}

/** The end of the last wave and of the first window with which any plan can end; bounds of the earliest finish are places. */
function finishView(
  { waves, limits }: WavePlan,
  { input, windows, lowerBound }: { readonly input: PlanInput; readonly windows: readonly Window[]; readonly lowerBound: number | null },
): PlanView['finish'] {
  const last = waves.findLast((wave) => wave.window !== null && wave.groupIds.length > 0)?.window;
  if (input.objective !== 'earliest-finish' || last == null) return null;
  const first = lowerBound === null ? undefined : windows[lowerBound - 1];
  return { endsAt: last.endsAt, notBefore: first?.endsAt ?? null, timeZone: limits.timeZone };
}

/** What keeps the plan in force from being sound, as sentences; empty when it is. */
export function planProblems(plan: BasePlanView): string[] {
  const left = plan.unplannedGroupIds.length;
  const unplanned = left === 1 ? 'One move group is in no wave.' : `${left.toLocaleString('en')} move groups are in no wave.`;
  return [...plan.violations.map((violation) => violation.text), ...(left === 0 ? [] : [unplanned])];
}

/** What is known of each wave besides the plan. */
export interface AboutWaves {
  readonly backlog: BacklogSummary;
  readonly forecasts: ReadonlyMap<WaveId, WaveForecast>;
}

/** The plan with what checklist, readiness and fix backlog say of each wave. */
export function planWithReadiness(plan: BasePlanView, facts: ChecklistFacts, { backlog, forecasts }: AboutWaves): PlanView {
  const readiness = waveReadiness(facts, plan.waves);
  return {
    ...plan,
    waves: plan.waves.flatMap((wave) => {
      const own = readiness.get(wave.id);
      const forecast = forecasts.get(wave.id);
      if (own === undefined || forecast === undefined) return [];
      return [{ ...wave, ...withTasks(own, backlog.byWave.get(wave.id)), forecast: forecastView(forecast) }];
    }),
  };
}

function withTasks(readiness: WaveReadiness, own: WaveTasks | undefined): WaveReadiness & Pick<WaveView, 'tasks'> {
  const { counts, blocking } = own ?? { counts: noTasks(), blocking: 0 };
  const tasks = { ...countsView(counts), blocking };
  if (blocking === 0) return { ...readiness, tasks };
  const sentence =
    blocking === 1
      ? 'One fix task is neither mended nor accepted.'
      : `${blocking.toLocaleString('en')} fix tasks are neither mended nor accepted.`;
  return { ...readiness, isReady: false, notReadyBecause: [...readiness.notReadyBecause, sentence], tasks };
}

export function countsView(counts: TaskCounts): Snapshot['backlog']['counts'] {
  return { open: counts.open, inProgress: counts['in-progress'], fixed: counts.fixed, accepted: counts.accepted };
}

function violationView(violation: PlanViolation, plan: WavePlan, input: PlanInput): PlanView['violations'][number] {
  const { rule, text, groupIds, windowId } = violation;
  const wave = windowId === undefined ? undefined : plan.waves.find((candidate) => windowIdOf(candidate, input) === windowId);
  return { rule, text, groupIds: [...groupIds], ...(wave?.window == null ? {} : { windowId: wave.window.id }) };
}

interface WaveContext {
  readonly engagement: Engagement;
  readonly input: PlanInput;
  readonly verdict: PlanVerdict;
  readonly verdicts: Verdicts;
  readonly byId: ReadonlyMap<string, MoveGroup>;
  readonly loads: ReadonlyMap<string, readonly number[]>;
}

function waveView(wave: Wave, context: WaveContext): BaseWaveView {
  const { engagement, input, loads } = context;
  const machineIds = wave.groupIds.flatMap((id) => context.byId.get(id)?.machineIds ?? []);
  const { machines, sizeGiB, unknownSizeCount, dailyChurnGiB } = groupDemand(machineIds, demandContext(engagement));
  const verdicts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  for (const id of machineIds) verdicts[context.verdicts.get(id) ?? 'undecided'] += 1;
  const windowId = windowIdOf(wave, input);
  const capacities = input.windows.find((window) => window.id === windowId)?.capacities ?? [];
  const used = loads.get(windowId);
  return {
    id: wave.id,
    number: wave.number,
    title: wave.title,
    window: wave.window === null ? null : { ...wave.window },
    groupIds: [...wave.groupIds],
    machineCount: machines,
    sizeGiB: roundTo(sizeGiB, 1),
    unknownSizeCount,
    dailyChurnGiB: roundTo(dailyChurnGiB, 1),
    verdicts,
    loads: input.resources.map(({ id, title, unit }, index) => ({
      resourceId: id,
      title,
      unit,
      // The planner counts whole GiB, rounded up; people see what there is.
      used: id === DATA.id ? roundTo(sizeGiB, 1) : (used?.[index] ?? 0),
      limit: capacities[index] ?? null,
    })),
    problems: context.verdict.violations.filter((violation) => concerns(violation, wave, windowId)).map((violation) => violation.text),
  };
}

function concerns(violation: PlanViolation, wave: Wave, windowId: string): boolean {
  if (violation.windowId !== undefined) return violation.windowId === windowId;
  return violation.groupIds.some((id) => wave.groupIds.includes(id));
}
