import type { WaveLimits } from '../../domain/wave.ts';

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
  const areMinutesLimited = limits.teams !== null || windows.some((window) => window.teams !== null);
  if (areMinutesLimited) {
    found.push({ id: 'hour', title: 'One more hour in every window', limits: longer(limits) });
    const teams = limits.teams === null ? null : limits.teams + 1;
    found.push({
      id: 'team',
      title: 'One more team',
      limits: { teams, windows: windows.map((window) => ({ ...window, teams: window.teams === null ? null : window.teams + 1 })) },
    });
  }
  if (limits.machinesPerWave !== null) {
    const more = Math.max(1, Math.round(limits.machinesPerWave * MORE_SHARE));
    found.push({
      id: 'machine',
      title: `${more} more ${more === 1 ? 'machine' : 'machines'} per wave`,
      limits: {
        machinesPerWave: limits.machinesPerWave + more,
        windows: windows.map((window) => ({ ...window, machines: window.machines === null ? null : window.machines + more })),
      },
    });
  }
  if (limits.pilotMachines !== null) found.push({ id: 'pilot', title: 'No small pilot wave', limits: { pilotMachines: null } });
  if (limits.gibPerWave !== null)
    found.push({ id: 'gib', title: 'A tenth more data per wave', limits: { gibPerWave: limits.gibPerWave * (1 + MORE_SHARE) } });
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
