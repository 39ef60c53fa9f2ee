import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { MoveGroup, Wave, WavePlan } from '../domain/wave.ts';
import { buildPlanInput, type PlanProblem } from '../planner/build-plan-input.ts';
import type { DemandContext } from '../planner/group-demands.ts';
import type { PlanBound, PlanInput, PlanViolation } from '../planner/model.ts';
import type { Verdict } from '../readiness/rule.ts';
import { modelOf } from './scenario-readiness.ts';

export function demandContext({ machines, facts }: Engagement): DemandContext {
  return { machines, offeredSizes: facts.offeredSizes, modelOf };
}

export interface PlanInForce {
  readonly engagement: Engagement;
  readonly plan: Pick<WavePlan, 'waves' | 'limits' | 'adoptedAt'>;
  readonly groups: readonly MoveGroup[];
  readonly verdicts: ReadonlyMap<MachineId, Verdict>;
}

/**
 * The problem that the plan in force is measured against: today's groups, sizes, limits and calendar. So a freeze, a pin or a
 * lower limit shows at once what it breaks, and a plan that breaks it is not called valid for having been made before.
 */
export function problemOfPlan(inForce: PlanInForce): PlanInput {
  return calendarOfPlan(inForce).input;
}

/** The same with the windows behind it, place by place. */
export function calendarOfPlan({ engagement, plan, groups, verdicts }: PlanInForce): Pick<PlanProblem, 'input' | 'windows'> {
  const inPlan = new Set(plan.waves.flatMap((wave) => wave.groupIds));
  // Whether machines are ready is not what makes a plan valid.
  const { input, windows } = buildPlanInput({
    engagement: { ...engagement, waveLimits: { ...engagement.waveLimits, onlyReadyMachines: false } },
    groups: groups.filter((group) => inPlan.has(group.id)),
    verdicts,
    modelOf,
    firstStart: firstStartOf(plan),
    ofPlan: plan.waves.flatMap((wave) => wave.window ?? []),
  });
  return { input: { ...input, windows: namedAfterWaves(input.windows, plan.waves) }, windows };
}

export function firstStartOf(plan: PlanInForce['plan']): string {
  return plan.limits.firstWindowStartsAt ?? plan.waves.find((wave) => wave.window !== null)?.window?.startsAt ?? plan.adoptedAt;
}

/** Sentences about a plan in force say "Wave 3": people know its waves, and count windows only in the calendar. */
function namedAfterWaves(windows: PlanInput['windows'], waves: readonly Wave[]): PlanInput['windows'] {
  const titles = new Map(waves.flatMap((wave) => (wave.window === null ? [] : [[wave.window.startsAt, wave.title] as const])));
  return windows.map((window) => ({ ...window, title: titles.get(window.startsAt ?? '') ?? window.title }));
}

/** The window of a wave in a problem. By its start: a changed calendar counts its windows anew. */
export function windowIdOf(wave: Pick<Wave, 'window'>, input: PlanInput): string {
  const startsAt = wave.window?.startsAt;
  return startsAt === undefined ? '' : (input.windows.find((window) => window.startsAt === startsAt)?.id ?? '');
}

export function assignmentOf(plan: Pick<WavePlan, 'waves'>, input: PlanInput): Record<string, string> {
  const known = new Set(input.groups.map((group) => group.id));
  const assignment: Record<string, string> = {};
  for (const wave of plan.waves) {
    const windowId = windowIdOf(wave, input);
    for (const groupId of wave.groupIds) if (known.has(groupId)) assignment[groupId] = windowId;
  }
  return assignment;
}

/** The checker knows closed windows only as frozen ones; people are told which have left the calendar. */
export function inWordsOfPlan(violation: PlanViolation, input: PlanInput): PlanViolation {
  if (violation.rule !== 'freeze' || violation.windowId?.startsWith('gone:') !== true) return violation;
  const group = input.groups.find((candidate) => violation.groupIds.includes(candidate.id));
  const window = input.windows.find((candidate) => candidate.id === violation.windowId);
  return { ...violation, text: `${group?.title ?? ''} stands in ${window?.title ?? ''}, whose window is not in the calendar any more.` };
}

/** What each window carries of each resource; of a stock, everything up to and with it. */
export function loadsByWindow(input: PlanInput, assignment: Readonly<Record<string, string>>): ReadonlyMap<string, readonly number[]> {
  const own = new Map(input.windows.map((window) => [window.id, input.resources.map(() => 0)]));
  for (const group of input.groups) {
    const loads = own.get(assignment[group.id] ?? '');
    if (loads !== undefined) for (const [index, demand] of group.demands.entries()) loads[index] = (loads[index] ?? 0) + demand;
  }
  const moved = input.resources.map(() => 0);
  for (const window of input.windows) {
    const loads = own.get(window.id) ?? [];
    for (const [index, resource] of input.resources.entries()) {
      moved[index] = (moved[index] ?? 0) + (loads[index] ?? 0);
      if (resource.kind === 'stock') loads[index] = moved[index];
    }
  }
  return own;
}

/** The bound of a plan with its certificate; `null` for plans from before there were certificates. */
export function boundOf({ lowerBound: value, lowerBoundReason: reason, boundCertificate: certificate }: WavePlan): PlanBound | null {
  return certificate === null ? null : { value, reason, certificate };
}
