import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { runToEnd } from '../../../../shared/domain/run-to-end.ts';
import { evenOut } from '../../../../shared/planner/balance/even-out.ts';
import { balanceOf } from '../../../../shared/planner/balance/wave-loads.ts';
import { buildProblem } from '../../../../shared/planner/build-problem.ts';
import { checkPlan } from '../../../../shared/planner/check-plan.ts';
import type { Balance, PlanGroup, PlanInput, PlanWindow } from '../../../../shared/planner/model.ts';
import { planWaves } from '../../../../shared/planner/plan-waves.ts';
import { evenMoved } from '../../../../shared/planner/replan/even-moved.ts';
import { fewMoves } from '../../../../shared/planner/replan/few-moves.ts';
import { createWorkClock } from '../../../../shared/planner/work-clock.ts';
import { smallLine, smallProblem } from '../small-problems.ts';

const options = { nowMs: () => 0, timeLimitMs: 100, isRepeatable: true };

const anyProblem = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 3, max: 20 }), fc.integer({ min: 4, max: 12 }))
    .map(([seed, groups, oneRuleIn]) => smallProblem(seed, { groups, windows: 4 + Math.ceil(groups / 2), oneRuleIn })),
  fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 3, max: 25 })).map(([seed, count]) => smallLine(seed, count)),
);

/** So many equal windows of ten machines, and groups of the given sizes. */
function plain(sizes: readonly number[], windows: number): PlanInput {
  return {
    resources: [{ id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' }],
    windows: Array.from({ length: windows }, (_, index): PlanWindow => ({
      id: `w${index + 1}`,
      title: `Window ${index + 1}`,
      isFrozen: false,
      capacities: [10],
    })),
    groups: sizes.map((size, index): PlanGroup => ({ id: `g${index + 1}`, title: `Group ${index + 1}`, demands: [size] })),
    precedences: [],
    conflicts: [],
    together: [],
    objective: 'fewest-waves',
  };
}

type Plan = Readonly<Record<string, string>>;

/** Machines of each window in use, rising. */
function loads(input: PlanInput, plan: Plan): number[] {
  const sums = new Map<string, number>();
  for (const group of input.groups) sums.set(plan[group.id]!, (sums.get(plan[group.id]!) ?? 0) + group.demands[0]!);
  return [...sums.values()].toSorted((a, b) => a - b);
}

/** What is left of the time limit for the search when the balance has had its part. */
const SEARCH_MS = options.timeLimitMs * 0.98;

function planned(input: PlanInput, isBalanced: boolean) {
  const result = planWaves(input, { ...options, isBalanced, timeLimitMs: isBalanced ? options.timeLimitMs : SEARCH_MS });
  return result.status === 'planned' ? result : null;
}

/** Evens out a plan by hand; `limitMs` of work. */
function evened(input: PlanInput, plan: Plan, limitMs = 1000): { plan: Plan; before: Balance | null; after: Balance | null } {
  const built = buildProblem(input);
  if (!built.ok) throw new Error('no problem');
  const { problem } = built;
  const openAt = new Map([...problem.placeOf].map((place, open) => [input.windows[place]!.id, open]));
  const windowOf = Int32Array.from(problem.members, ([id]) => openAt.get(plan[id!]!)!);
  const kept = windowOf.slice();
  const clock = createWorkClock({ ...options, timeLimitMs: limitMs });
  const mayMove = new Uint8Array(problem.count).fill(1);
  const found = runToEnd(evenOut({ problem, windowOf, mayMove, clock, untilMs: limitMs }));
  expect(windowOf).toEqual(kept);
  const after: Record<string, string> = {};
  for (const [item, open] of found.entries())
    for (const id of problem.members[item]!) after[id] = input.windows[problem.placeOf[open]!]!.id;
  return { plan: after, before: balanceOf(problem, windowOf), after: balanceOf(problem, found) };
}

/** A smaller largest load, or the same and no more spread. */
function isAsEven(after: Balance | null, before: Balance | null): boolean {
  if (after === null || before === null) return after === before;
  return after.largest < before.largest || (after.largest === before.largest && after.spread <= before.spread + 1e-9);
}

describe('balance', () => {
  it('keeps every rule and the windows in use, and never makes a plan less even', () => {
    fc.assert(
      fc.property(anyProblem, (input) => {
        const first = planned(input, false);
        fc.pre(first !== null);
        const { plan, before, after } = evened(input, first.assignment);
        expect(checkPlan(input, { assignment: plan })).toMatchObject({ violations: [], value: first.value });
        expect(new Set(Object.values(plan))).toEqual(new Set(Object.values(first.assignment)));
        expect(isAsEven(after, before)).toBe(true);
        expect(after === null || after.largest >= after.even - 1e-9).toBe(true);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('costs the first objective and its proof nothing', () => {
    fc.assert(
      fc.property(anyProblem, (input) => {
        const [without, withBalance] = [planned(input, false), planned(input, true)];
        fc.pre(without !== null);
        expect(withBalance).toMatchObject({ value: without.value, bound: without.bound, isProvenOptimal: without.isProvenOptimal });
        expect(checkPlan(input, withBalance!, { mostLoads: 20_000 })).toMatchObject({ isValid: true, isBoundConfirmed: true });
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('gives the same plan every time and in whatever order the rules are told', () => {
    fc.assert(
      fc.property(anyProblem, (input) => {
        const result = planWaves(input, options);
        expect(planWaves(structuredClone(input), options)).toEqual(result);
        if (result.status !== 'planned') return;
        const shuffled = {
          ...input,
          groups: input.groups.toReversed(),
          precedences: input.precedences.toReversed(),
          conflicts: input.conflicts.toReversed(),
        };
        expect(planWaves(shuffled, options)).toMatchObject({ assignment: result.assignment, balance: result.balance });
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('lowers the fullest wave first and then spreads the rest', () => {
    const input = plain([4, 4, 3, 3, 2, 2], 3);
    const uneven = { g1: 'w1', g2: 'w1', g5: 'w1', g3: 'w2', g4: 'w2', g6: 'w3' };
    const { plan, before, after } = evened(input, uneven);
    expect(before).toMatchObject({ largest: 1, even: 0.6, windowId: 'w1', resourceId: 'machines' });
    expect(loads(input, plan)).toEqual([6, 6, 6]);
    expect(after).toMatchObject({ largest: 0.6, even: 0.6 });
  });

  it('says what is reached in the result of planning', () => {
    const result = planned(plain([5, 4, 3, 3], 4), true);
    expect(result).toMatchObject({ value: 2, isProvenOptimal: true, balance: { largest: 0.8, even: 0.75 } });
    expect(loads(plain([5, 4, 3, 3], 4), result!.assignment)).toEqual([7, 8]);
  });

  it('leaves the pilot and locked waves as they are and does not count them', () => {
    const base = plain([1, 9, 2, 2, 2, 2], 4);
    const input: PlanInput = {
      ...base,
      windows: base.windows.map((window, index) => ({ ...window, ...(index === 0 ? { isRequired: true, capacities: [2] } : {}) })),
      groups: base.groups.map((group) =>
        group.id === 'g2' ? { ...group, pinnedWindowId: 'w2' } : { ...group, forbiddenWindowIds: ['w2'] },
      ),
    };
    const { plan, before, after } = evened(input, { g1: 'w1', g2: 'w2', g3: 'w3', g4: 'w3', g5: 'w3', g6: 'w4' });
    expect(plan).toMatchObject({ g1: 'w1', g2: 'w2' });
    expect(before).toMatchObject({ largest: 0.6, windowId: 'w3' });
    expect(after).toMatchObject({ largest: 0.4, even: 0.4 });
  });

  it('stops at once when it is told to, and gives a valid plan whenever time is over', () => {
    const input = plain(
      Array.from({ length: 60 }, (_, index) => 1 + (index % 7)),
      40,
    );
    const first = planned(input, false)!;
    for (const limitMs of [0, 1, 2, 4])
      expect(checkPlan(input, { assignment: evened(input, first.assignment, limitMs).plan }).isValid).toBe(true);
    expect(evened(input, first.assignment, 0).plan).toEqual(first.assignment);
  });
});

describe('balance of a plan that follows another', () => {
  it('moves no group that stays, and not one more than before', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat({ max: 5 }), (input, changed) => {
        const first = planned(input, false);
        fc.pre(first !== null);
        const windows = new Set(Object.values(first.assignment));
        const freed = new Set(input.groups.slice(0, changed).map((group) => group.id));
        const other = [...windows][0]!;
        const before = Object.fromEntries(Object.entries(first.assignment).map(([id, at]) => [id, freed.has(id) ? other : at]));
        const { assignment } = runToEnd(evenMoved({ input, before, plan: first.assignment, nowMs: () => 0, timeLimitMs: 1000 }));
        expect(checkPlan(input, { assignment })).toMatchObject({ violations: [], value: first.value });
        const staying = Object.entries(before).filter(([id, at]) => first.assignment[id] === at);
        expect(assignment).toMatchObject(Object.fromEntries(staying));
      }),
      { numRuns: 80, seed: 8 },
    );
  });

  it('puts a new group where most room is and leaves the others in their uneven waves', () => {
    const input = plain([8, 4, 5, 2], 3);
    const before = { g1: 'w1', g2: 'w2', g3: 'w3' };
    const found = runToEnd(fewMoves({ input, before, mostValue: 3, known: null, nowMs: () => 0, timeLimitMs: 1000 }));
    expect(found).toMatchObject({ assignment: { ...before, g4: 'w2' }, moved: [], balance: { largest: 0.8, windowId: 'w1' } });
  });
});
