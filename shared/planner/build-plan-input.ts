import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import { sizeOverTheLineGiB } from '../domain/machine-size.ts';
import type { MoveGroup, WaveLimits, Window } from '../domain/wave.ts';
import type { Verdict } from '../readiness/rule.ts';
import { windowsFromLimits } from './calendar.ts';
import type { PlanGroup, PlanInput, PlanResource, PlanWindow } from './model.ts';

export const MACHINES: PlanResource = { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' };
export const DATA: PlanResource = { id: 'gib', title: 'Data over the line', unit: 'GiB', kind: 'per-window' };

export interface PlanProblem {
  readonly input: PlanInput;
  readonly windows: readonly Window[];
  readonly leftOut: readonly { readonly groupId: string; readonly reason: string }[];
}

export interface PlanRequest {
  readonly engagement: Engagement;
  readonly groups: readonly MoveGroup[];
  readonly verdicts: ReadonlyMap<MachineId, Verdict>;
  /** First window when the limits name none. */
  readonly firstStart: string;
  /** Open windows to lay out. A new plan may need one per group; a plan in force has its own, also when it has lost groups since. */
  readonly openWindows?: number;
}

/** Turns the engagement into the planner's whole-number problem. GiB are rounded up, so that a wave is never over its limit. */
export function buildPlanInput({ engagement, groups, verdicts, firstStart, openWindows }: PlanRequest): PlanProblem {
  const limits = engagement.waveLimits;
  const leftOut: { groupId: string; reason: string }[] = [];
  const planned: PlanGroup[] = [];
  const pins = new Map(limits.pins.map((pin) => [pin.groupId, pin.waveNumber]));
  for (const group of groups) {
    const reason = limits.onlyReadyMachines ? reasonNotReady(group, engagement, verdicts) : null;
    if (reason === null) planned.push(planGroup(group, engagement));
    else leftOut.push({ groupId: group.id, reason });
  }
  const mostPinned = Math.max(0, ...pins.values());
  const windows = windowsFromLimits(limits, Math.max(openWindows ?? planned.length + 1, mostPinned), firstStart);
  const open = windows.filter((window) => !window.isFrozen);
  const ids = new Set(planned.map((group) => group.id));
  const input: PlanInput = {
    resources: [MACHINES, DATA],
    windows: planWindows(windows, limits),
    groups: planned.map((group) => {
      const pinned = open[(pins.get(group.id) ?? 0) - 1];
      return pinned === undefined ? group : { ...group, pinnedWindowId: pinned.id };
    }),
    precedences: limits.precedences.filter(({ before, after }) => ids.has(before) && ids.has(after)),
    conflicts: [],
    together: [],
    objective: 'fewest-waves',
  };
  return { input, windows, leftOut };
}

/** Demand of a group. A machine of unknown size adds nothing to the GiB; the screens count such machines beside the sum. */
export function groupDemand(
  machineIds: readonly MachineId[],
  engagement: Pick<Engagement, 'machines'>,
): { machines: number; sizeGiB: number; unknownSizeCount: number } {
  let sizeGiB = 0;
  let machines = 0;
  let unknownSizeCount = 0;
  for (const id of machineIds) {
    const machine = engagement.machines.get(id);
    if (machine === undefined) continue;
    machines += 1;
    const size = sizeOverTheLineGiB(machine.facts);
    if (size === null) unknownSizeCount += 1;
    else sizeGiB += size;
  }
  return { machines, sizeGiB, unknownSizeCount };
}

function planGroup(group: MoveGroup, engagement: Engagement): PlanGroup {
  const { machines, sizeGiB } = groupDemand(group.machineIds, engagement);
  return { id: group.id, title: group.title, demands: [machines, Math.ceil(sizeGiB)] };
}

function planWindows(windows: readonly Window[], limits: WaveLimits): PlanWindow[] {
  const gib = limits.gibPerWave === null ? null : Math.floor(limits.gibPerWave);
  let isPilotGiven = limits.pilotMachines === null;
  return windows.map((window) => {
    const isPilot = !isPilotGiven && !window.isFrozen;
    if (isPilot) isPilotGiven = true;
    const machines = isPilot ? smaller(limits.pilotMachines, limits.machinesPerWave) : limits.machinesPerWave;
    return { id: window.id, title: window.title, startsAt: window.startsAt, isFrozen: window.isFrozen, capacities: [machines, gib] };
  });
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
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
