import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { MoveGroup, WaveLimits, Window } from '../domain/wave.ts';
import type { Verdict } from '../readiness/rule.ts';
import type { LineSituation } from '../sizing/line-forecast.ts';
import { dayIn } from './calendar.ts';
import { groupDemand, type DemandContext, type GroupDemand } from './group-demands.ts';
import type { PlanGroup, PlanInput, PlanWindow } from './model.ts';
import { layOutCalendar, openFrom, type PlanCalendar } from './plan-calendar.ts';
import { resourceRules, type ResourceRule } from './plan-resources.ts';

export interface PlanProblem {
  readonly input: PlanInput;
  readonly windows: readonly Window[];
  readonly leftOut: readonly { readonly groupId: string; readonly reason: string }[];
}

export interface PlanRequest {
  readonly engagement: Engagement;
  readonly groups: readonly MoveGroup[];
  readonly verdicts: ReadonlyMap<MachineId, Verdict>;
  /** The scenario whose formulas a scenario follows. */
  readonly modelOf: (scenario: string) => string;
  /** First window when the limits name none. */
  readonly firstStart: string;
  /** Windows of a plan in force, which is to be judged. Without them enough are laid out for any plan. */
  readonly ofPlan?: readonly Window[];
  /** Group -> start of the window that it should rather keep. */
  readonly stays?: ReadonlyMap<string, string>;
}

/** Turns the engagement into the planner's whole-number problem. Demands are rounded up, so that a wave is never over its limit. */
export function buildPlanInput(request: PlanRequest): PlanProblem {
  const { engagement, groups, verdicts, firstStart, ofPlan, stays } = request;
  const limits = engagement.waveLimits;
  const leftOut: { groupId: string; reason: string }[] = [];
  const planned: MoveGroup[] = [];
  const locked = new Set(limits.locks.flatMap((lock) => lock.groupIds));
  for (const group of groups) {
    const reason = limits.onlyReadyMachines && !locked.has(group.id) ? reasonNotReady(group, engagement, verdicts) : null;
    if (reason === null) planned.push(group);
    else leftOut.push({ groupId: group.id, reason });
  }
  const groupIds = new Set(planned.map((group) => group.id));
  const until = latest([...(ofPlan ?? []).map((window) => window.startsAt), ...limits.locks.map((lock) => lock.startsAt)]);
  const mostPinned = Math.max(0, ...limits.pins.map((pin) => pin.waveNumber));
  const openCount = Math.max(ofPlan === undefined ? planned.length + 1 : ofPlan.length, mostPinned);
  const calendar = layOutCalendar({ limits, groupIds, firstStart, ofPlan: ofPlan ?? [], reach: { openCount, until } });
  const context: DemandContext = {
    machines: engagement.machines,
    offeredSizes: engagement.facts.offeredSizes,
    modelOf: request.modelOf,
  };
  const demands = new Map(planned.map((group) => [group.id, groupDemand(group.machineIds, context)]));
  const rules = resourceRules(limits, lineOf(limits, calendar.windows, demands));
  const input: PlanInput = {
    resources: rules.map((rule) => rule.resource),
    windows: planWindows(calendar.windows, limits, rules),
    groups: planGroups(planned, { limits, calendar, rules, demands }),
    precedences: limits.precedences.filter(({ before, after }) => groupIds.has(before) && groupIds.has(after)),
    conflicts: limits.conflicts.flatMap(({ a, b }) => (groupIds.has(a) && groupIds.has(b) ? [[a, b] as const] : [])),
    together: [],
    objective: limits.objective,
    ...(stays === undefined ? {} : { baseline: baselineOf(stays, calendar, groupIds) }),
  };
  return { input, windows: calendar.windows, leftOut };
}

function latest(moments: readonly string[]): string | null {
  return moments.length === 0 ? null : moments.reduce((last, moment) => (moment > last ? moment : last));
}

/** When copying begins that nobody has set: so long before the first window. */
const LEAD_MS = 28 * 86_400_000;

function lineOf(limits: WaveLimits, windows: readonly Window[], demands: ReadonlyMap<string, GroupDemand>): LineSituation | null {
  const { line } = limits;
  const first = windows[0]?.startsAt;
  if (line === null || first === undefined) return null;
  const churn = [...demands.values()].reduce((sum, demand) => sum + demand.dailyChurnGiB, 0);
  return {
    line,
    startsAt: line.startsAt ?? new Date(Date.parse(first) - LEAD_MS).toISOString(),
    churnGiBPerDay: line.churnGiBPerDay ?? churn,
  };
}

interface GroupParts {
  readonly limits: WaveLimits;
  readonly calendar: PlanCalendar;
  readonly rules: readonly ResourceRule[];
  readonly demands: ReadonlyMap<string, GroupDemand>;
}

function planGroups(groups: readonly MoveGroup[], { limits, calendar, rules, demands }: GroupParts): PlanGroup[] {
  const open = calendar.windows.filter((window) => !window.isFrozen);
  const pins = new Map(
    limits.pins.map((pin) => [pin.groupId, pin.startsAt === undefined ? open[pin.waveNumber - 1]?.id : calendar.idAt(pin.startsAt)]),
  );
  for (const lock of limits.locks) for (const id of lock.groupIds) pins.set(id, calendar.idAt(lock.startsAt));
  const lockedIn = new Set(limits.locks.flatMap((lock) => lock.groupIds));
  const lockedWindowIds = limits.locks.flatMap((lock) => calendar.idAt(lock.startsAt) ?? []);
  const dates = new Map(limits.dates.map((date) => [date.groupId, date]));
  return groups.map(({ id, title }): PlanGroup => {
    const demand = demands.get(id);
    const pinnedWindowId = pins.get(id);
    const isLocked = lockedIn.has(id);
    const date = dates.get(id);
    const start = isLocked ? null : latest([openFrom(limits), date?.notBefore ?? null].filter((moment) => moment !== null));
    const earliestWindowId = start === null ? undefined : calendar.firstFrom(start);
    const latestWindowId = isLocked || date === undefined || date.notAfter === null ? undefined : calendar.lastBy(date.notAfter);
    return {
      id,
      title,
      demands: rules.map((rule) => (demand === undefined ? 0 : rule.demand(demand))),
      ...(pinnedWindowId === undefined ? {} : { pinnedWindowId }),
      ...(earliestWindowId === undefined ? {} : { earliestWindowId }),
      ...(latestWindowId === undefined ? {} : { latestWindowId }),
      ...(isLocked || lockedWindowIds.length === 0 ? {} : { forbiddenWindowIds: lockedWindowIds }),
    };
  });
}

function planWindows(windows: readonly Window[], limits: WaveLimits, rules: readonly ResourceRule[]): PlanWindow[] {
  const own = new Map(limits.windows.map((window) => [Date.parse(window.startsAt), window]));
  const done = new Set(limits.locks.filter((lock) => lock.why === 'done').map((lock) => lock.startsAt));
  const locked = new Set(limits.locks.map((lock) => lock.startsAt));
  const from = openFrom(limits);
  let isPilotGiven = limits.pilotMachines === null;
  return windows.map((window) => {
    const isPilot = !isPilotGiven && !window.isFrozen;
    if (isPilot) isPilotGiven = true;
    const about = { own: own.get(Date.parse(window.startsAt)), isPilot };
    // What is done has shown that it fits.
    const capacities = rules.map((rule) => (done.has(window.startsAt) ? null : rule.capacity(window, about)));
    const { id, startsAt, isFrozen } = window;
    // A pilot that is over or locked is what it is; one to come must not be skipped to save a wave.
    const isRequired = isPilot && !locked.has(startsAt) && (from === null || startsAt >= from);
    return { id, title: datedTitle(window), startsAt, isFrozen, capacities, ...(isRequired ? { isRequired } : {}) };
  });
}

function baselineOf(stays: ReadonlyMap<string, string>, calendar: PlanCalendar, groupIds: ReadonlySet<string>): Record<string, string> {
  const baseline: Record<string, string> = {};
  for (const [groupId, startsAt] of stays) {
    const id = calendar.idAt(startsAt);
    if (id !== undefined && groupIds.has(groupId)) baseline[groupId] = id;
  }
  return baseline;
}

function reasonNotReady(group: MoveGroup, engagement: Engagement, verdicts: ReadonlyMap<MachineId, Verdict>): string | null {
  const notReady = group.machineIds.filter((id) => {
    const verdict = verdicts.get(id);
    return verdict !== 'ready' && verdict !== 'ready-with-warnings';
  });
  const [first] = notReady;
  if (first === undefined) return null;
  const name = engagement.machines.get(first)?.facts.name ?? first;
  return notReady.length === 1 ? `${name} is not ready.` : `${name} and ${notReady.length - 1} more machines of the group are not ready.`;
}

/** "Window 3 (6 Feb 2027)": in sentences about rules people need the day, on the clock of the window. */
function datedTitle({ title, startsAt, timeZone }: Window): string {
  return title.includes('(') ? title : `${title} (${dayIn(startsAt, timeZone)})`;
}
