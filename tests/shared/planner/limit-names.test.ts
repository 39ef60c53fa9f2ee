import { describe, expect, test } from 'vitest';

import { DEFAULT_WAVE_LIMITS, type CalendarWindow, type WaveLimits, type Window } from '../../../shared/domain/wave.ts';
import { rulesOf } from '../../../shared/planner/contradiction/rules.ts';
import { explainGroup } from '../../../shared/planner/explain/explain-group.ts';
import { planFacts } from '../../../shared/planner/explain/plan-facts.ts';
import { whatIfs } from '../../../shared/planner/explain/what-if.ts';
import { limitNames, windowList } from '../../../shared/planner/limit-names.ts';
import type { PlanInput } from '../../../shared/planner/model.ts';

const startsAt = (index: number): string => `2027-03-${String(6 + index * 7).padStart(2, '0')}T20:00:00.000Z`;
const night = (index: number, machines: number | null, gib: number | null = null): CalendarWindow => ({
  title: `Night ${index + 1}`,
  startsAt: startsAt(index),
  endsAt: startsAt(index).replace('T20', 'T23'),
  timeZone: 'UTC',
  machines,
  gib,
  teams: null,
});
const limits = (more: Partial<WaveLimits>): WaveLimits => ({ ...DEFAULT_WAVE_LIMITS, ...more });
const windows: Window[] = [0, 1, 2].map((index) => ({ id: `w${index + 1}`, isFrozen: false, ...night(index, null) }));
const rooms = [5, 3, 25];
const input: PlanInput = {
  resources: [{ id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' }],
  windows: windows.map(({ id, isFrozen }, at) => ({ id, title: `Wave ${at + 1}`, isFrozen, capacities: [rooms[at]!] })),
  groups: ['a', 'b', 'c'].map((id, at) => ({ id, title: id.toUpperCase(), demands: [[5, 3, 4][at]!] })),
  precedences: [],
  conflicts: [],
  together: [],
  objective: 'fewest-waves',
};

describe('windows with limits of their own', () => {
  const own = limits({ pilotMachines: 5, machinesPerWave: 25, windows: [night(0, 10), night(1, 3), night(2, null)] });

  test('are named where they keep a group out, and so is the pilot', () => {
    const facts = planFacts(input, { a: 'w1', b: 'w2', c: 'w3' }, limitNames(own, windows));
    expect(explainGroup(facts, 'c')?.earlier.map(({ reasons }) => reasons.map(({ text }) => text))).toEqual([
      ['Machines: 3 of 3 machines taken, 4 more needed, 4 too many; 3 is the limit of “Night 2” alone'],
      ['Machines: 5 of 5 machines taken, 4 more needed, 4 too many; 5 is the limit of the pilot'],
    ]);
  });

  test('are named in what a little more of a limit means', () => {
    const titles = (more: Partial<WaveLimits>): string[] => whatIfs(limits({ pilotMachines: null, ...more })).map(({ title }) => title);
    expect(titles({ machinesPerWave: 25, windows: own.windows })).toEqual(['3 more machines per wave, also in “Night 1” and “Night 2”']);
    expect(titles({ machinesPerWave: null, windows: [night(0, 10), night(1, null)] })).toEqual(['1 more machine in “Night 1”']);
    const gib = whatIfs(limits({ machinesPerWave: null, pilotMachines: null, windows: [night(0, null, 100)] }));
    expect(gib.map(({ title }) => title)).toEqual(['A tenth more data in “Night 1”']);
    expect(gib[0]?.limits.windows?.[0]?.gib).toBeCloseTo(110);
  });

  test('are named in rules that contradict each other, and in what raising them would mean', () => {
    const rule = rulesOf(input).find(({ id }) => id === 'capacity:machines');
    expect(rule?.text).toBe('The largest window takes 25 machines, Wave 2 only 3, Wave 1 only 5.');
    expect(rule?.relaxed({ a: 'w2', b: 'w1', c: 'w3' })).toBe('Raise the limit of machines to 5 machines in “Wave 2”.');
  });
});

test('a limit that only a frozen window has is a rule as well', () => {
  const level = (capacity: number | null, isFrozen: boolean, at: number) => ({
    id: `w${at}`,
    title: `Wave ${at}`,
    isFrozen,
    capacities: [capacity],
  });
  const stock: PlanInput = {
    ...input,
    resources: [{ id: 'vcpu', title: 'vCPU in the target', unit: 'vCPU', kind: 'stock' }],
    windows: [level(null, false, 1), level(2, true, 2)],
  };
  const rules = rulesOf(stock).map(({ id, text }) => [id, text]);
  expect(rules).toContainEqual(['capacity:vcpu', 'No more than 2 vCPU may have moved in all.']);
});

test('few windows are all named, many are counted', () => {
  expect([['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']].map(windowList)).toEqual([
    '“a”',
    '“a” and “b”',
    '“a”, “b” and “c”',
    '“a”, “b” and 2 more windows',
  ]);
});
