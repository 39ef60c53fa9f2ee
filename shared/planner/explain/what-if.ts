import type { WaveLimits } from '../../domain/wave.ts';
import { windowList } from '../limit-names.ts';

/** A limit given a little more, to see what that saves. */
export interface WhatIf {
  readonly id: 'hour' | 'team' | 'machine' | 'gib' | 'line' | 'critical' | 'vcpu' | 'pilot';
  readonly title: string;
  readonly limits: Partial<WaveLimits>;
}

const HOUR_MS = 3_600_000;
const MORE_SHARE = 0.1;

/** One more of everything that is limited; what has no limit cannot save anything. */
export function whatIfs(limits: WaveLimits): WhatIf[] {
  const found: WhatIf[] = [];
  const { line, windows } = limits;
  if (limits.teams !== null || windows.some((window) => window.teams !== null)) {
    found.push({ id: 'hour', title: 'One more hour in every window', limits: longer(limits) });
    const where = whereOf(windows, 'teams', limits.teams !== null);
    found.push({
      id: 'team',
      title: `One more team${where}`,
      limits: { teams: plus(limits.teams, 1), windows: windows.map((window) => ({ ...window, teams: plus(window.teams, 1) })) },
    });
  }
  const mostMachines = Math.max(limits.machinesPerWave ?? 0, ...windows.map((window) => window.machines ?? 0));
  if (mostMachines > 0) {
    const more = Math.max(1, Math.round(mostMachines * MORE_SHARE));
    const perWave = limits.machinesPerWave === null ? '' : ' per wave';
    found.push({
      id: 'machine',
      title: `${more} more ${more === 1 ? 'machine' : 'machines'}${perWave}${whereOf(windows, 'machines', limits.machinesPerWave !== null)}`,
      limits: {
        machinesPerWave: plus(limits.machinesPerWave, more),
        windows: windows.map((window) => ({ ...window, machines: plus(window.machines, more) })),
      },
    });
  }
  if (limits.pilotMachines !== null) found.push({ id: 'pilot', title: 'No small pilot wave', limits: { pilotMachines: null } });
  if (limits.gibPerWave !== null || windows.some((window) => window.gib !== null)) {
    const tenth = (gib: number | null): number | null => (gib === null ? null : gib * (1 + MORE_SHARE));
    const perWave = limits.gibPerWave === null ? '' : ' per wave';
    found.push({
      id: 'gib',
      title: `A tenth more data${perWave}${whereOf(windows, 'gib', limits.gibPerWave !== null)}`,
      limits: { gibPerWave: tenth(limits.gibPerWave), windows: windows.map((window) => ({ ...window, gib: tenth(window.gib) })) },
    });
  }
  if (line !== null) {
    const mbps = Math.max(10, Math.round((line.mbps * MORE_SHARE) / 10) * 10);
    found.push({ id: 'line', title: `${mbps.toLocaleString('en')} Mbit/s more`, limits: { line: { ...line, mbps: line.mbps + mbps } } });
  }
  if (limits.criticalPerWave !== null)
    found.push({ id: 'critical', title: 'One more critical machine per wave', limits: { criticalPerWave: limits.criticalPerWave + 1 } });
  if (limits.vcpuQuota !== null) {
    const vcpu = Math.max(8, Math.round(limits.vcpuQuota * MORE_SHARE));
    found.push({ id: 'vcpu', title: `${vcpu.toLocaleString('en')} vCPU more quota`, limits: { vcpuQuota: limits.vcpuQuota + vcpu } });
  }
  return found;
}

function plus(value: number | null, more: number): number | null {
  return value === null ? null : value + more;
}

/** ", also in “Night 2”" for windows with a number of their own; " in “Night 2”" where no other window has any. */
function whereOf(windows: WaveLimits['windows'], kind: 'machines' | 'gib' | 'teams', isForAll: boolean): string {
  const own = windows.filter((window) => window[kind] !== null).map((window) => window.title);
  if (own.length === 0) return '';
  return `${isForAll ? ', also' : ''} in ${windowList(own)}`;
}

/** An hour more only where the next window does not begin within it. */
function longer({ windowHours, windows }: WaveLimits): Partial<WaveLimits> {
  return {
    windowHours: windowHours + 1,
    windows: windows.map((window, index) => {
      const endsAt = new Date(Date.parse(window.endsAt) + HOUR_MS).toISOString();
      const next = windows[index + 1]?.startsAt;
      return next !== undefined && next < endsAt ? window : { ...window, endsAt };
    }),
  };
}
