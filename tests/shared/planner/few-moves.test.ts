import { describe, expect, it } from 'vitest';

import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { checkPlan } from '../../../shared/planner/check-plan.ts';
import type { PlanInput } from '../../../shared/planner/model.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';
import { fewMoves, type Assignment } from '../../../shared/planner/replan/few-moves.ts';
import { planDifference } from '../../../shared/planner/replan/plan-difference.ts';

/** So many equal windows and groups of the given sizes. */
function problem(sizes: readonly number[], windows: number, capacity = 10): PlanInput {
  return {
    resources: [{ id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' }],
    windows: Array.from({ length: windows }, (_, index) => ({
      id: `w${index + 1}`,
      title: `Window ${index + 1}`,
      isFrozen: false,
      capacities: [capacity],
    })),
    groups: sizes.map((size, index) => ({ id: `g${index + 1}`, title: `Group ${index + 1}`, demands: [size] })),
    precedences: [],
    conflicts: [],
    together: [],
    objective: 'fewest-waves',
  };
}

function again(input: PlanInput, before: Assignment, mostValue: number) {
  const found = runToEnd(fewMoves({ input, before, mostValue, known: null, nowMs: () => performance.now(), timeLimitMs: 5000 }));
  if (found === null) throw new Error('no plan was found');
  expect(checkPlan(input, { assignment: found.assignment })).toMatchObject({ isValid: true, value: found.value });
  return found;
}

describe('planning again with few moves', () => {
  it('moves nothing when nothing changed', () => {
    const input = problem([5, 5, 6, 4, 3], 6);
    const before = { g1: 'w2', g2: 'w2', g3: 'w4', g4: 'w4', g5: 'w5' };
    expect(again(input, before, 3)).toMatchObject({ moved: [], movesAtLeast: 0 });
  });

  it('moves what a freeze throws out and nothing else, and says that so many must', () => {
    const input = problem([5, 5, 6, 4, 3], 6);
    const frozen = { ...input, windows: input.windows.map((window) => (window.id === 'w2' ? { ...window, isFrozen: true } : window)) };
    const before = { g1: 'w1', g2: 'w1', g3: 'w2', g4: 'w2', g5: 'w3' };
    const found = again(frozen, before, 3);
    expect(found).toMatchObject({ value: 3, movesAtLeast: 2 });
    expect(found.moved.toSorted()).toEqual(['g3', 'g4']);
  });

  it('makes room for a new group with one move where one is enough', () => {
    const input = problem([6, 4, 6, 3, 4], 3);
    // Group 5 is new and needs four; only moving group 4 away, or nothing, keeps three windows.
    const found = again(input, { g1: 'w1', g2: 'w1', g3: 'w2', g4: 'w2' }, 3);
    expect(found.moved).toEqual([]);
    const two = again(problem([6, 4, 6, 4], 3), { g1: 'w1', g2: 'w2', g3: 'w3', g4: 'w3' }, 2);
    expect(two.moved).toHaveLength(1);
  });

  it('stays within three moves of the least after one of 200 groups grew', () => {
    const sizes = Array.from({ length: 200 }, (_, index) => 1 + ((index * 7) % 9));
    const input = problem(sizes, 140, 12);
    const first = planWaves(input, { nowMs: () => performance.now(), timeLimitMs: 1000 });
    if (first.status !== 'planned') throw new Error(first.status);
    const grown = { ...input, groups: input.groups.map((group) => (group.id === 'g8' ? { ...group, demands: [9] } : group)) };
    const from = performance.now();
    const found = again(grown, first.assignment, first.value + 1);
    expect(performance.now() - from).toBeLessThan(4000);
    expect(found.moved.length).toBeLessThanOrEqual(3);
  });
});

it('the difference names every move, what is new, and the waves on both sides', () => {
  const input = problem([5, 5, 5], 3);
  expect(planDifference(input, { g1: 'w1', g2: 'w3' }, { g1: 'w1', g2: 'w1', g3: 'w2' })).toEqual({
    moves: [{ groupId: 'g2', from: 'w3', to: 'w1' }],
    added: ['g3'],
    wavesBefore: 2,
    wavesAfter: 2,
    lastBefore: 'w3',
    lastAfter: 'w2',
  });
});
