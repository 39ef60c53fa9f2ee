import { describe, expect, it } from 'vitest';

import { DEFAULT_WAVE_LIMITS, type WaveLimits, type Window } from '../../../shared/domain/wave.ts';
import { relaxRule } from '../../../shared/planner/contradiction/relax-rule.ts';
import type { PlanInput } from '../../../shared/planner/model.ts';

const windows: Window[] = ['06', '13', '20'].map((day, index) => ({
  id: `w${index + 1}`,
  title: `Window ${index + 1}`,
  startsAt: `2027-03-${day}T20:00:00.000Z`,
  endsAt: `2027-03-${String(Number(day) + 1).padStart(2, '0')}T04:00:00.000Z`,
  timeZone: 'UTC',
  isFrozen: false,
}));
const input: PlanInput = {
  resources: [
    { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
    { id: 'minutes', title: 'Cutover', unit: 'min', kind: 'per-window' },
    { id: 'vcpu', title: 'vCPU', unit: 'vCPU', kind: 'stock' },
  ],
  windows: windows.map(({ id, title, startsAt, isFrozen }) => ({ id, title, startsAt, isFrozen, capacities: [3, 480, 10] })),
  groups: [
    { id: 'a', title: 'A', demands: [4, 700, 6] },
    { id: 'b', title: 'B', demands: [2, 100, 8] },
  ],
  precedences: [],
  conflicts: [],
  together: [],
  objective: 'fewest-waves',
};
const relax = (ruleId: string, limits: Partial<WaveLimits>) =>
  relaxRule(ruleId, { limits: { ...DEFAULT_WAVE_LIMITS, ...limits }, input, windows, assignment: { a: 'w1', b: 'w2' } });

describe('a rule is given up just as far as the plan needs it', () => {
  it.each<[string, Partial<WaveLimits>, Partial<WaveLimits>]>([
    ['pilot:w1', {}, { pilotMachines: null }],
    ['capacity:machines', { machinesPerWave: 3, pilotMachines: null }, { machinesPerWave: 4, pilotMachines: null, windows: [] }],
    ['capacity:minutes', { teams: 1 }, { teams: 2, windows: [] }],
    ['capacity:vcpu', {}, { vcpuQuota: 14 }],
    ['calendar', { lastWindowEndsBy: '2027-03-10T00:00:00.000Z' }, { lastWindowEndsBy: null }],
    [
      'conflict:a|b',
      {
        conflicts: [
          { a: 'a', b: 'b' },
          { a: 'a', b: 'c' },
        ],
      },
      { conflicts: [{ a: 'a', b: 'c' }] },
    ],
    ['precedence:a>b:strict', { precedences: [{ before: 'a', after: 'b', kind: 'strict' }] }, { precedences: [] }],
    ['latest:a', { dates: [{ groupId: 'a', notBefore: null, notAfter: '2027-03-10T00:00:00.000Z' }] }, { dates: [] }],
    [
      'pin:a',
      { pins: [{ groupId: 'a', waveNumber: 1 }], locks: [{ startsAt: windows[0]?.startsAt ?? '', groupIds: ['a'], why: 'person' }] },
      { pins: [], locks: [] },
    ],
  ])('%s', (ruleId, limits, expected) => {
    expect(relax(ruleId, limits)).toEqual(expected);
  });

  it('a freeze is cut around the one window that is opened', () => {
    const freeze = { title: 'Stocktaking', startsAt: '2027-03-10T00:00:00.000Z', endsAt: '2027-03-31T00:00:00.000Z' };
    expect(relax('freeze:w2', { freezes: [freeze] })).toEqual({
      freezes: [
        { ...freeze, endsAt: '2027-03-13T20:00:00.000Z' },
        { ...freeze, startsAt: '2027-03-14T04:00:00.000Z' },
      ],
    });
    expect(relax('freeze:w1', { freezes: [freeze] })).toBeNull();
  });

  it('a window with a number of its own is raised alone', () => {
    const own = (index: number, machines: number | null) => {
      const { title, startsAt, endsAt, timeZone } = windows[index]!;
      return { title, startsAt, endsAt, timeZone, machines, gib: null, teams: null };
    };
    expect(relax('capacity:machines', { machinesPerWave: 3, pilotMachines: null, windows: [own(0, 3), own(1, 1), own(2, null)] })).toEqual({
      machinesPerWave: 3,
      pilotMachines: null,
      windows: [own(0, 4), own(1, 2), own(2, null)],
    });
  });

  it('what no limit stands for is left alone', () => {
    expect(relax('together:a|b', {})).toBeNull();
    expect(relax('calendar', {})).toBeNull();
  });
});
