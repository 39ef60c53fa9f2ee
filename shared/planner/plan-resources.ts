import type { CalendarWindow, WaveLimits, Window } from '../domain/wave.ts';
import { lineCarriesBy, type LineSituation } from '../sizing/line-forecast.ts';
import type { GroupDemand } from './group-demands.ts';
import type { PlanResource } from './model.ts';

export const MACHINES: PlanResource = { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' };
export const DATA: PlanResource = { id: 'gib', title: 'Data over the line', unit: 'GiB', kind: 'per-window' };
export const MINUTES: PlanResource = { id: 'minutes', title: 'Cutover', unit: 'min', kind: 'per-window' };
export const CRITICAL: PlanResource = { id: 'critical', title: 'Critical machines', unit: 'machines', kind: 'per-window' };
export const LINE: PlanResource = { id: 'line', title: 'Copied by then', unit: 'GiB', kind: 'stock' };
export const VCPU: PlanResource = { id: 'vcpu', title: 'vCPU in the target', unit: 'vCPU', kind: 'stock' };

/** A resource with what a group takes of it and what a window gives; whole numbers, rounded to the careful side. */
export interface ResourceRule {
  readonly resource: PlanResource;
  readonly demand: (demand: GroupDemand) => number;
  readonly capacity: (window: Window, about: AboutWindow) => number | null;
}

export interface AboutWindow {
  readonly own: CalendarWindow | undefined;
  readonly isPilot: boolean;
}

/** Machines and data always; the others where there is a limit for them. */
export function resourceRules(limits: WaveLimits, line: LineSituation | null): ResourceRule[] {
  const rules: ResourceRule[] = [
    {
      resource: MACHINES,
      demand: ({ machines }) => machines,
      capacity: (_, { own, isPilot }) => {
        const machines = own?.machines ?? limits.machinesPerWave;
        return isPilot ? smaller(limits.pilotMachines, machines) : machines;
      },
    },
    {
      resource: DATA,
      demand: ({ sizeGiB }) => Math.ceil(sizeGiB),
      capacity: (_, { own }) => floored(own?.gib ?? limits.gibPerWave),
    },
  ];
  if (limits.teams !== null || limits.windows.some((window) => window.teams !== null))
    rules.push({
      resource: MINUTES,
      demand: ({ minutes }) => Math.ceil(minutes),
      capacity: (window, { own }) => minutesOf(window, own, limits),
    });
  if (limits.criticalPerWave !== null)
    rules.push({ resource: CRITICAL, demand: ({ critical }) => critical, capacity: () => limits.criticalPerWave });
  if (line !== null)
    rules.push({
      resource: LINE,
      demand: ({ lineGiB }) => Math.ceil(lineGiB),
      capacity: ({ startsAt }) => floored(lineCarriesBy(startsAt, line).likely),
    });
  if (limits.vcpuQuota !== null) rules.push({ resource: VCPU, demand: ({ vcpu }) => vcpu, capacity: () => limits.vcpuQuota });
  return rules;
}

/** Every team works through its machines one after another for as long as the window is open. */
function minutesOf({ startsAt, endsAt }: Window, own: CalendarWindow | undefined, limits: WaveLimits): number | null {
  const teams = own?.teams ?? limits.teams;
  return teams === null ? null : Math.floor((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000) * teams;
}

function floored(value: number | null): number | null {
  return value === null ? null : Math.floor(value);
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
