import { describe, expect, it } from 'vitest';

import { checkPlan } from '../../../shared/planner/check-plan.ts';
import type { PlanGroup, PlanInput, PlanPrecedence } from '../../../shared/planner/model.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';

const options = { nowMs: () => 0, timeLimitMs: 200, isRepeatable: true };

/** Small linear congruential generator: tests must not depend on chance. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

function randomInput(seed: number, count: number): PlanInput {
  const random = numbers(seed);
  const groups: PlanGroup[] = Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    title: `Group ${index}`,
    demands: [1 + random(6), 10 + random(400)],
  }));
  const precedences: PlanPrecedence[] = [];
  for (let index = 1; index < count; index += 1) {
    if (random(3) === 0) precedences.push({ before: `g${random(index)}`, after: `g${index}`, kind: random(2) === 0 ? 'strict' : 'weak' });
  }
  const conflicts = Array.from({ length: Math.floor(count / 5) }, () => [`g${random(count)}`, `g${random(count)}`] as const).filter(
    ([a, b]) => a !== b,
  );
  return {
    resources: [
      { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
      { id: 'gib', title: 'Data', unit: 'GiB', kind: 'per-window' },
    ],
    windows: Array.from({ length: count + 3 }, (_, index) => ({
      id: `w${index}`,
      title: `Window ${index}`,
      isFrozen: index === 1,
      capacities: [index === 0 ? 6 : 10, 900],
    })),
    groups,
    precedences,
    conflicts,
    together: [],
    objective: 'fewest-waves',
  };
}

describe('planWaves', () => {
  it('answers every random problem with a plan that the checker accepts, with a confirmed bound', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const input = randomInput(seed, 5 + (seed % 40));
      const result = planWaves(input, options);
      if (result.status !== 'planned') throw new Error(`seed ${seed}: ${result.status}`);
      const verdict = checkPlan(input, { assignment: result.assignment, bound: result.bound }, { mostLoads: 20_000 });
      expect({ seed, violations: verdict.violations, isValid: verdict.isValid, isBoundConfirmed: verdict.isBoundConfirmed }).toEqual({
        seed,
        violations: [],
        isValid: true,
        isBoundConfirmed: true,
      });
      expect(verdict.value).toBe(result.value);
      expect(Object.keys(result.assignment)).toHaveLength(input.groups.length);
      expect(result.bound.value).toBeLessThanOrEqual(result.value);
    }
  });

  it('gives the same plan for the same problem', () => {
    const input = randomInput(7, 30);
    expect(planWaves(input, options)).toEqual(planWaves(structuredClone(input), options));
  });

  it('says which group is larger than any window, with both numbers', () => {
    const input = randomInput(3, 4);
    const large = { ...input, groups: [...input.groups, { id: 'big', title: 'Warehouse', demands: [11, 5] }] };
    const result = planWaves(large, options);
    expect(result).toMatchObject({ status: 'contradiction' });
    const { rules = [], groups = [] } = result.status === 'contradiction' ? result.contradiction : {};
    expect(rules.map((rule) => rule.text)).toEqual(['The largest window takes 10 machines, Window 0 only 6.']);
    expect(groups).toEqual(['Warehouse needs 11 machines in one wave.']);
  });

  it('names the rules of a circle and nothing else', () => {
    const input: PlanInput = {
      ...randomInput(5, 4),
      conflicts: [],
      precedences: [
        { before: 'g0', after: 'g1', kind: 'strict' },
        { before: 'g1', after: 'g2', kind: 'strict' },
        { before: 'g2', after: 'g1', kind: 'strict' },
      ],
    };
    const result = planWaves(input, options);
    const texts = result.status === 'contradiction' ? result.contradiction.rules.map((rule) => rule.text) : [];
    expect(texts.toSorted()).toEqual(['Group 1 must move before Group 2.', 'Group 2 must move before Group 1.']);
  });

  it('keeps groups together, pins and dates', () => {
    const base = randomInput(9, 8);
    const input: PlanInput = {
      ...base,
      precedences: [],
      conflicts: [],
      together: [['g0', 'g1']],
      groups: base.groups.map((group) => (group.id === 'g2' ? { ...group, pinnedWindowId: 'w4' } : group)),
    };
    const result = planWaves(input, options);
    if (result.status !== 'planned') throw new Error(result.status);
    expect(result.assignment['g0']).toBe(result.assignment['g1']);
    expect(result.assignment['g2']).toBe('w4');
    expect(checkPlan(input, result).isValid).toBe(true);
  });
});

describe('checkPlan', () => {
  const input = randomInput(11, 6);
  const planned = planWaves(input, options);
  const good = planned.status === 'planned' ? planned.assignment : {};

  it('finds each kind of planted mistake', () => {
    const rulesOf = (changed: PlanInput, assignment: Readonly<Record<string, string>>): string[] => [
      ...new Set(checkPlan(changed, { assignment }).violations.map((violation) => violation.rule)),
    ];
    const everythingInOne = Object.fromEntries(input.groups.map((group) => [group.id, 'w2']));
    const { g0: _left, ...missing } = good;
    expect(rulesOf(input, missing)).toContain('missing');
    expect(rulesOf(input, { ...good, other: 'w0' })).toContain('unknown-id');
    expect(rulesOf(input, { ...good, g0: 'nowhere' })).toContain('unknown-id');
    expect(rulesOf(input, everythingInOne)).toContain('capacity');
    expect(rulesOf(input, { ...good, g0: 'w1' })).toContain('freeze');
    expect(rulesOf({ ...input, precedences: [{ before: 'g0', after: 'g1', kind: 'strict' }] }, everythingInOne)).toContain('precedence');
    expect(rulesOf({ ...input, conflicts: [['g0', 'g1']] }, everythingInOne)).toContain('conflict');
    expect(rulesOf({ ...input, together: [['g0', 'g1']] }, { ...good, g0: 'w5', g1: 'w6' })).toContain('together');
    const pinned = { ...input, groups: input.groups.map((group) => ({ ...group, pinnedWindowId: 'w7' })) };
    expect(rulesOf(pinned, good)).toContain('pin');
    const late = { ...input, groups: input.groups.map((group) => ({ ...group, earliestWindowId: 'w8' })) };
    expect(rulesOf(late, everythingInOne)).toContain('date');
  });

  it('tells a stock that is over its level where it begins and where more is added, not again in every later window', () => {
    const window = (id: string) => ({ id, title: id, isFrozen: false, capacities: [5] });
    const stock: PlanInput = {
      ...input,
      resources: [{ id: 'quota', title: 'Quota', unit: 'vCPU', kind: 'stock' }],
      windows: ['a', 'b', 'c', 'd'].map(window),
      groups: ['x', 'y'].map((id) => ({ id, title: id, demands: [6] })),
      precedences: [],
      conflicts: [],
    };
    const { violations } = checkPlan(stock, { assignment: { x: 'a', y: 'c' } });
    expect(violations.map(({ rule, windowId }) => [rule, windowId])).toEqual([
      ['capacity', 'a'],
      ['capacity', 'c'],
    ]);
  });

  it('does not believe a bound that is too high', () => {
    expect(
      checkPlan(input, { assignment: good, bound: { value: 6, certificate: { kind: 'volume', resourceId: 'machines' }, reason: '' } })
        .isBoundConfirmed,
    ).toBe(false);
    expect(checkPlan(input, { assignment: good, bound: { value: 2, certificate: { kind: 'none' }, reason: '' } }).isBoundConfirmed).toBe(
      false,
    );
    expect(
      checkPlan(input, { assignment: good, bound: { value: 1, certificate: { kind: 'exhaustive-search', states: 5 }, reason: '' } })
        .isBoundConfirmed,
    ).toBe(false);
  });
});
