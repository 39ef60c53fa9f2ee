import { noTasks, type TaskCounts } from '../backlog/list-tasks.ts';
import type { BacklogSummary, WaveTasks } from '../backlog/summarise-backlog.ts';
import type { ChecklistFacts } from '../checklist/checklist-index.ts';
import { waveReadiness, type WaveReadiness } from '../checklist/wave-readiness.ts';
import type { GroupView, PlanView, Snapshot, WaveView } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId, WaveId } from '../domain/ids.ts';
import { roundTo } from '../domain/units.ts';
import type { MoveGroup, Wave, WavePlan } from '../domain/wave.ts';
import { buildPlanInput, DATA, groupDemand, MACHINES } from '../planner/build-plan-input.ts';
import { checkPlan, confirmBound } from '../planner/check-plan.ts';
import type { PlanInput, PlanVerdict } from '../planner/model.ts';
import type { Verdict } from '../readiness/rule.ts';
import type { WaveForecast } from '../sizing/forecast-waves.ts';
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

export function groupViews(groups: readonly MoveGroup[], engagement: Engagement, verdicts: Verdicts): GroupView[] {
  const waveOf = new Map((engagement.plan?.waves ?? []).flatMap((wave) => wave.groupIds.map((id) => [id, wave.id] as const)));
  return groups.map((group) => {
    const { sizeGiB, unknownSizeCount } = groupDemand(group.machineIds, engagement);
    return {
      id: group.id,
      title: group.title,
      reason: group.reason,
      machineIds: [...group.machineIds],
      sizeGiB: roundTo(sizeGiB, 1),
      unknownSizeCount,
      verdict: groupVerdict(group, verdicts),
      waveId: waveOf.get(group.id) ?? null,
    };
  });
}

/** The problem that the plan in force is measured against: today's groups and sizes, the limits and windows of the plan. */
export function problemOfPlan(engagement: Engagement, plan: WavePlan, groups: readonly MoveGroup[], verdicts: Verdicts): PlanInput {
  const firstStart = plan.limits.firstWindowStartsAt ?? plan.waves.find((wave) => wave.window !== null)?.window?.startsAt ?? plan.adoptedAt;
  const inPlan = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  const limits = { ...plan.limits, onlyReadyMachines: false };
  const planned = groups.filter((group) => inPlan.has(group.id));
  const lastWindow = Math.max(0, ...plan.waves.map((wave) => Number(wave.window?.id.slice(1) ?? 0)));
  const { input } = buildPlanInput({
    engagement: { ...engagement, waveLimits: limits },
    groups: planned,
    verdicts,
    firstStart,
    openWindows: lastWindow,
  });
  return { ...input, windows: namedAfterWaves(input.windows, plan.waves) };
}

/** Sentences about a plan in force say "Wave 3": people know its waves, and count windows only in the calendar. */
function namedAfterWaves(windows: PlanInput['windows'], waves: readonly Wave[]): PlanInput['windows'] {
  const titles = new Map(waves.flatMap((wave) => (wave.window === null ? [] : [[wave.window.id, wave.title] as const])));
  return windows.map((window) => ({ ...window, title: titles.get(window.id) ?? window.title }));
}

/** Machines come, go and grow after a plan was made; what was proven for them then need not hold for them now. */
export function isBoundProven(
  { lowerBound: value, lowerBoundReason: reason, boundCertificate: certificate }: WavePlan,
  input: PlanInput,
): boolean {
  return certificate !== null && confirmBound(input, { value, certificate, reason });
}

function boundOfToday(plan: WavePlan, input: PlanInput): Pick<PlanView, 'lowerBound' | 'lowerBoundReason'> {
  if (isBoundProven(plan, input)) return { lowerBound: plan.lowerBound, lowerBoundReason: plan.lowerBoundReason };
  return {
    lowerBound: Math.min(1, input.groups.length),
    lowerBoundReason:
      'What has to move has changed since the plan was made, so its proof does not hold any more. Plan again to see how few waves are needed now.',
  };
}

export function assignmentOf(plan: WavePlan, input: PlanInput): Record<string, string> {
  const known = new Set(input.groups.map((group) => group.id));
  const assignment: Record<string, string> = {};
  for (const wave of plan.waves) for (const groupId of wave.groupIds) if (known.has(groupId)) assignment[groupId] = wave.window?.id ?? '';
  return assignment;
}

export function planView(engagement: Engagement, groups: readonly MoveGroup[], verdicts: Verdicts): BasePlanView | null {
  const { plan } = engagement;
  if (plan === null) return null;
  const input = problemOfPlan(engagement, plan, groups, verdicts);
  const verdict = checkPlan(input, { assignment: assignmentOf(plan, input) });
  const inPlan = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  const leftOut = new Set(plan.leftOut.map((left) => left.groupId));
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    id: plan.id,
    adoptedAt: plan.adoptedAt,
    adoptedBy: plan.adoptedBy,
    waves: plan.waves.map((wave) => waveView(wave, { engagement, input, verdict, verdicts, byId })),
    limits: plan.limits as PlanView['limits'],
    ...boundOfToday(plan, input),
    isValid: verdict.isValid,
    violations: verdict.violations.map(({ rule, text, groupIds, windowId }) => ({
      rule,
      text,
      groupIds: [...groupIds],
      ...(windowId === undefined ? {} : { windowId }),
    })),
    leftOut: plan.leftOut.map((left) => ({ ...left })),
    handMoves: plan.handMoves,
    unplannedGroupIds: groups.filter((group) => !inPlan.has(group.id) && !leftOut.has(group.id)).map((group) => group.id),
  };
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

interface WaveContext {
  readonly engagement: Engagement;
  readonly input: PlanInput;
  readonly verdict: PlanVerdict;
  readonly verdicts: Verdicts;
  readonly byId: ReadonlyMap<string, MoveGroup>;
}

function waveView(wave: Wave, context: WaveContext): BaseWaveView {
  const machineIds = wave.groupIds.flatMap((id) => context.byId.get(id)?.machineIds ?? []);
  const { machines, sizeGiB, unknownSizeCount } = groupDemand(machineIds, context.engagement);
  const verdicts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  for (const id of machineIds) verdicts[context.verdicts.get(id) ?? 'undecided'] += 1;
  const capacities = context.input.windows.find((window) => window.id === wave.window?.id)?.capacities ?? [];
  return {
    id: wave.id,
    number: wave.number,
    title: wave.title,
    window: wave.window === null ? null : { ...wave.window },
    groupIds: [...wave.groupIds],
    machineCount: machines,
    sizeGiB: roundTo(sizeGiB, 1),
    unknownSizeCount,
    verdicts,
    loads: [
      { resourceId: MACHINES.id, title: MACHINES.title, unit: MACHINES.unit, used: machines, limit: capacities[0] ?? null },
      { resourceId: DATA.id, title: DATA.title, unit: DATA.unit, used: roundTo(sizeGiB, 1), limit: capacities[1] ?? null },
    ],
    problems: context.verdict.violations.filter((violation) => concerns(violation, wave)).map((violation) => violation.text),
  };
}

function concerns(violation: PlanVerdict['violations'][number], wave: Wave): boolean {
  if (violation.windowId !== undefined) return violation.windowId === wave.window?.id;
  return violation.groupIds.some((id) => wave.groupIds.includes(id));
}
