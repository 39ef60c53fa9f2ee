import { describe, expect, it } from 'vitest';

import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { DEFAULT_WAVE_LIMITS, type MoveGroup, type WaveLimits } from '../../../shared/domain/wave.ts';
import { buildPlanInput, type PlanRequest } from '../../../shared/planner/build-plan-input.ts';
import { checkPlan } from '../../../shared/planner/check-plan.ts';
import { emptyEngagement } from '../../support/empty-engagement.ts';

const START = '2027-03-06T20:00:00.000Z';

function machine(id: string, facts: Partial<MachineFacts> = {}): Machine {
  return { id, scenario: 'vmware', isInScope: true, facts: { name: id, ...facts }, statements: [], personValues: {} };
}

const MACHINES = [
  machine('a', { inUseGiB: 100.2, cpuCount: 4, memoryMiB: 8192, criticality: 'critical', dailyChurnGiB: 24 }),
  machine('b', { inUseGiB: 50, cpuCount: 2, memoryMiB: 4096, criticality: 'critical' }),
  machine('c', { cpuCount: 2, memoryMiB: 4096 }),
];
const GROUPS: MoveGroup[] = MACHINES.map(({ id }) => ({ id: `g-${id}`, title: `Group ${id}`, machineIds: [id], reason: 'single' }));

function problem(limits: Partial<WaveLimits>, more: Partial<PlanRequest> = {}) {
  const engagement = {
    ...emptyEngagement(),
    machines: new Map(MACHINES.map((one) => [one.id, one])),
    waveLimits: { ...DEFAULT_WAVE_LIMITS, pilotMachines: null, firstWindowStartsAt: START, ...limits },
  };
  return buildPlanInput({ engagement, groups: GROUPS, verdicts: new Map(), modelOf: (id) => id, firstStart: START, ...more });
}

const everyGroupIn = (windowId: string): Record<string, string> => Object.fromEntries(GROUPS.map(({ id }) => [id, windowId]));
const broken = (input: ReturnType<typeof problem>['input'], assignment: Record<string, string>): string[] =>
  checkPlan(input, { assignment }).violations.map((violation) => violation.rule);

describe('the calendar of a problem', () => {
  it('is what is written out, with capacities of its own, in the order of time', () => {
    const window = { timeZone: 'UTC', machines: null, gib: null, teams: null };
    const { input } = problem({
      windows: [
        { ...window, title: 'Second', startsAt: '2027-04-10T20:00:00Z', endsAt: '2027-04-11T02:00:00Z', machines: 2, gib: 10.5 },
        { ...window, title: 'First', startsAt: '2027-04-03T20:00:00Z', endsAt: '2027-04-04T02:00:00Z' },
      ],
      freezes: [{ title: 'Easter', startsAt: '2027-04-04T00:00:00.000Z', endsAt: '2027-04-05T00:00:00.000Z' }],
    });
    expect(input.windows).toEqual([
      { id: 'w1', title: 'First (3 Apr 2027)', startsAt: '2027-04-03T20:00:00.000Z', isFrozen: true, capacities: [25, null] },
      { id: 'w2', title: 'Second (10 Apr 2027)', startsAt: '2027-04-10T20:00:00.000Z', isFrozen: false, capacities: [2, 10] },
    ]);
  });

  it('ends at the last day for windows', () => {
    const { input } = problem({ lastWindowEndsBy: '2027-03-14T12:00:00.000Z' });
    expect(input.windows.map((window) => window.startsAt)).toEqual([START, '2027-03-13T20:00:00.000Z']);
  });

  it('has enough windows after the date before which a group may not move', () => {
    const { input } = problem({ dates: [{ groupId: 'g-a', notBefore: '2027-06-01T00:00:00.000Z', notAfter: null }] });
    const earliest = input.groups.find((group) => group.id === 'g-a')?.earliestWindowId;
    const at = input.windows.findIndex((window) => window.id === earliest);
    expect(input.windows[at]?.startsAt).toBe('2027-06-05T20:00:00.000Z');
    expect(input.windows.length - at).toBeGreaterThan(GROUPS.length);
  });

  it('shows a date that no window keeps, instead of passing it over', () => {
    const { input } = problem({
      lastWindowEndsBy: '2027-03-14T12:00:00.000Z',
      dates: [{ groupId: 'g-a', notBefore: '2027-06-01T00:00:00.000Z', notAfter: null }],
    });
    expect(input.windows.at(-1)).toMatchObject({ title: '1 Jun 2027 (no window in the calendar)', isFrozen: true });
    expect(broken(input, everyGroupIn('w1'))).toContain('date');
  });
});

describe('rules between groups and dates', () => {
  it('keep groups apart and within their dates', () => {
    const { input } = problem({
      conflicts: [{ a: 'g-a', b: 'g-b' }],
      dates: [{ groupId: 'g-c', notBefore: null, notAfter: '2027-03-07T12:00:00.000Z' }],
    });
    expect(broken(input, everyGroupIn('w1'))).toEqual(['conflict']);
    expect(broken(input, { ...everyGroupIn('w2'), 'g-a': 'w1' })).toEqual(['date']);
    expect(broken(input, { 'g-a': 'w1', 'g-b': 'w2', 'g-c': 'w1' })).toEqual([]);
  });

  it('hold a pin to its day, also when windows before it are lost', () => {
    const pins = [{ groupId: 'g-a', waveNumber: 2, startsAt: '2027-03-13T20:00:00.000Z' }];
    const freezes = [{ title: 'Audit', startsAt: '2027-03-06T00:00:00.000Z', endsAt: '2027-03-08T00:00:00.000Z' }];
    expect(problem({ pins, freezes }).input.groups[0]?.pinnedWindowId).toBe('w2');
    const gone = problem({ pins: [{ ...pins[0]!, startsAt: '2027-03-14T20:00:00.000Z' }] }).input;
    expect(broken(gone, everyGroupIn('w2'))).toEqual(['pin']);
  });

  it('let a locked wave be: nobody leaves it and nobody joins', () => {
    const locks = [{ startsAt: START, groupIds: ['g-a'], why: 'person' as const }];
    const { input } = problem({ locks });
    expect(broken(input, { 'g-a': 'w1', 'g-b': 'w2', 'g-c': 'w2' })).toEqual([]);
    expect(broken(input, { 'g-a': 'w2', 'g-b': 'w2', 'g-c': 'w2' })).toEqual(['pin']);
    expect(broken(input, { 'g-a': 'w1', 'g-b': 'w1', 'g-c': 'w2' })).toEqual(['date']);
  });

  it('ask nothing of a wave that is done, whatever was set since', () => {
    const { input } = problem({
      machinesPerWave: 1,
      locks: [{ startsAt: START, groupIds: ['g-a', 'g-b'], why: 'done' }],
      freezes: [{ title: 'Audit', startsAt: '2027-03-06T00:00:00.000Z', endsAt: '2027-03-08T00:00:00.000Z' }],
      notBefore: '2027-03-10T00:00:00.000Z',
    });
    expect(broken(input, { 'g-a': 'w1', 'g-b': 'w1', 'g-c': 'w2' })).toEqual([]);
    expect(input.groups.find((group) => group.id === 'g-c')?.earliestWindowId).toBe('w2');
  });
});

describe('capacities', () => {
  it('are machines and data, and whatever else is limited, rounded to the careful side', () => {
    const { input } = problem({
      teams: 2,
      criticalPerWave: 1,
      vcpuQuota: 6,
      line: { mbps: 100, startsAt: '2027-02-06T20:00:00.000Z', growthPercentPerYear: 0, churnGiBPerDay: null },
    });
    expect(input.resources.map((resource) => resource.id)).toEqual(['machines', 'gib', 'minutes', 'critical', 'line', 'vcpu']);
    const [group] = input.groups;
    expect(group?.demands.slice(0, 2)).toEqual([1, 101]);
    expect(group?.demands.slice(3)).toEqual([1, 101, 4]);
    const capacities = input.windows[0]?.capacities ?? [];
    expect([capacities[2], capacities[3], capacities[5]]).toEqual([2 * 8 * 60, 1, 6]);
    // 100 Mbit/s × 80 % × 86,400 s ÷ 8,192 = 843.75 GiB a day, less half of 24 GiB of changes, for 28 days.
    expect(capacities[4]).toBe(Math.floor((843.75 - 12) * 28));
    expect(new Set(broken(input, { 'g-a': 'w1', 'g-b': 'w1', 'g-c': 'w2' }))).toEqual(new Set(['capacity']));
  });
});
