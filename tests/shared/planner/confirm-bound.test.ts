import { describe, expect, it } from 'vitest';

import { confirmsBound } from '../../../shared/planner/check/confirm-bound.ts';
import type { BoundCertificate, PlanGroup, PlanInput, PlanPrecedence } from '../../../shared/planner/model.ts';
import { bestByTryingAll, numbers, smallLine, smallProblem } from './small-problems.ts';

interface Line {
  readonly sizes: readonly number[];
  readonly capacity: number;
  readonly edges?: readonly PlanPrecedence[];
  readonly conflicts?: readonly (readonly [string, string])[];
  readonly objective?: PlanInput['objective'];
  readonly earliest?: Readonly<Record<string, string>>;
}

function lineOf({ sizes, capacity, edges = [], conflicts = [], objective = 'fewest-waves', earliest = {} }: Line): PlanInput {
  return {
    resources: [{ id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' }],
    windows: sizes.map((_, at) => ({ id: `w${at}`, title: `Window ${at}`, isFrozen: false, capacities: [capacity] })),
    groups: sizes.map((size, at): PlanGroup => {
      const earliestWindowId = earliest[`g${at}`];
      return { id: `g${at}`, title: `Group ${at}`, demands: [size], ...(earliestWindowId === undefined ? {} : { earliestWindowId }) };
    }),
    precedences: edges,
    conflicts,
    together: [],
    objective,
  };
}

const effort = { mostLoads: 100_000 };
const confirms = (input: PlanInput, value: number, certificate: BoundCertificate): boolean =>
  confirmsBound(input, { value, certificate, reason: '' }, effort);

/** A true claim and everything near it that is not true. */
function judge(input: PlanInput, value: number, certificates: readonly [BoundCertificate, ...BoundCertificate[]]): readonly boolean[] {
  const [honest, ...falsified] = certificates;
  return [confirms(input, value, honest), confirms(input, value + 1, honest), ...falsified.map((one) => confirms(input, value, one))];
}

const strict = (before: string, after: string): PlanPrecedence => ({ before, after, kind: 'strict' });
const halves = lineOf({ sizes: [6, 6, 6, 6, 3], capacity: 10 });

describe('a certificate is confirmed as it is, and refused once its value or one of its hints is falsified:', () => {
  it('none', () => {
    expect(judge(halves, 1, [{ kind: 'none' }])).toEqual([true, false]);
  });

  it('volume', () => {
    expect(
      judge(halves, 3, [
        { kind: 'volume', resourceId: 'machines' },
        { kind: 'volume', resourceId: 'gib' },
      ]),
    ).toEqual([true, false, false]);
  });

  it('pairwise exclusive', () => {
    const certificates = [
      { kind: 'pairwise-exclusive', groupIds: ['g0', 'g1', 'g2', 'g3'] },
      { kind: 'pairwise-exclusive', groupIds: ['g0', 'g1', 'g2', 'g4'] },
      { kind: 'pairwise-exclusive', groupIds: ['g0', 'g0', 'g1', 'g2'] },
      { kind: 'pairwise-exclusive', groupIds: ['g0', 'g1', 'g2', 'nobody'] },
    ] as const;
    expect(judge(halves, 4, certificates)).toEqual([true, false, false, false, false]);
  });

  it('chain', () => {
    const input = lineOf({ sizes: [1, 1, 1, 1], capacity: 10, edges: [strict('g0', 'g1'), strict('g1', 'g2')] });
    const certificates = [
      { kind: 'chain', groupIds: ['g0', 'g1', 'g2'] },
      { kind: 'chain', groupIds: ['g0', 'g1', 'g3'] },
      { kind: 'chain', groupIds: ['g2', 'g1', 'g0'] },
    ] as const;
    expect(judge(input, 3, certificates)).toEqual([true, false, false, false]);
  });

  it('dates', () => {
    const input = lineOf({
      sizes: [1, 1, 1, 1],
      capacity: 10,
      edges: [strict('g0', 'g1')],
      objective: 'earliest-finish',
      earliest: { g0: 'w2' },
    });
    const certificates = [
      { kind: 'dates', groupId: 'g1' },
      { kind: 'dates', groupId: 'g0' },
      { kind: 'dates', groupId: 'nobody' },
    ] as const;
    expect(judge(input, 4, certificates)).toEqual([true, false, false, false]);
  });

  it('dates, where groups that move together need the room of all of them', () => {
    const base = lineOf({ sizes: [3, 3, 1], capacity: 10, objective: 'earliest-finish' });
    const windows = base.windows.map((window, at) => (at === 0 ? { ...window, capacities: [5] } : window));
    const input: PlanInput = { ...base, windows, together: [['g0', 'g1']] };
    const certificates = [
      { kind: 'dates', groupId: 'g1' },
      { kind: 'dates', groupId: 'g2' },
    ] as const;
    expect(judge(input, 2, certificates)).toEqual([true, false, false]);
  });

  it('weights of groups that nothing but each other keeps apart', () => {
    // A circle of five: of its neighbours never two share a wave, so that two waves are too few.
    const circle = [0, 1, 2, 3, 4].map((at) => [`g${at}`, `g${(at + 1) % 5}`] as const);
    const base = lineOf({ sizes: [1, 1, 1, 1, 1], capacity: 1, conflicts: circle });
    const input: PlanInput = { ...base, windows: base.windows.map((window) => ({ ...window, capacities: [null] })) };
    const weights = [0, 1, 2, 3, 4].map((at) => [`g${at}`, 1] as const);
    const certificates = [
      { kind: 'weights', weights, most: 2 },
      { kind: 'weights', weights, most: 1 },
    ] as const;
    expect(judge(input, 3, certificates)).toEqual([true, false, false]);
  });

  it('weights', () => {
    const weights = [
      ['g0', 1],
      ['g1', 1],
      ['g2', 1],
      ['g3', 1],
    ] as const;
    const certificates = [
      { kind: 'weights', weights, most: 1 },
      // Two thirds of a wave could weigh two: g4 and one of the others share one.
      { kind: 'weights', weights: [...weights, ['g4', 1]], most: 1 },
      { kind: 'weights', weights: [['nobody', 4]], most: 1 },
      { kind: 'weights', weights: [['g0', 4]], most: 1 },
    ] as const;
    expect(judge(halves, 4, certificates)).toEqual([true, false, false, false, false]);
  });

  it('pairs', () => {
    const input = lineOf({
      sizes: [4, 4, 4, 4, 4],
      capacity: 10,
      conflicts: [
        ['g0', 'g1'],
        ['g0', 'g2'],
        ['g0', 'g3'],
        ['g0', 'g4'],
      ],
    });
    const certificates = [
      { kind: 'pairs', groupIds: ['g0', 'g1', 'g2', 'g3', 'g4'], barrier: [] },
      { kind: 'pairs', groupIds: ['g0', 'g1', 'g2'], barrier: [] },
      { kind: 'pairs', groupIds: ['g0', 'g1', 'g2', 'g3', 'nobody'], barrier: [] },
    ] as const;
    expect(judge(input, 3, certificates)).toEqual([true, false, false, false]);
    // A barrier only weakens the claim where it cuts nothing apart.
    expect(confirms(input, 4, { kind: 'pairs', groupIds: ['g0', 'g1', 'g2', 'g3', 'g4'], barrier: ['g1'] })).toBe(false);
  });

  it('limits', () => {
    // Each half is its own wave, and g4 comes after all of them.
    const input = lineOf({
      sizes: [6, 6, 6, 5],
      capacity: 10,
      edges: [strict('g0', 'g1'), strict('g1', 'g2'), strict('g2', 'g3')],
    });
    const end = { kind: 'no-wave', groupId: 'g3' } as const;
    const because = { kind: 'pairs', barrier: [] } as const;
    const certificates = [
      { kind: 'limits', raised: [], end },
      { kind: 'limits', raised: [], end: { kind: 'no-wave', groupId: 'nobody' } },
      { kind: 'limits', raised: [], end: { kind: 'overfull', from: 1, to: 9 } },
      { kind: 'limits', raised: [{ groupId: 'g3', side: 'first', waves: 5, because }], end },
      { kind: 'limits', raised: [], weighing: { weights: [['g0', 5]], most: 1 }, end },
    ] as const;
    expect(judge(input, 4, certificates)).toEqual([true, false, false, false, false, false]);
  });

  it('search', () => {
    expect(judge(halves, 4, [{ kind: 'exhaustive-search', states: 1 }])).toEqual([true, false]);
    expect(confirmsBound(halves, { value: 4, certificate: { kind: 'exhaustive-search', states: 9 }, reason: '' }, { mostLoads: 0 })).toBe(
      false,
    );
  });
});

describe('a search that the checker repeats', () => {
  it('confirms the best value of a problem of which every plan was tried, and never one more', () => {
    const search = { kind: 'exhaustive-search', states: 0 } as const;
    for (let seed = 1; seed <= 150; seed += 1) {
      const count = 4 + numbers(seed)(3);
      const inputs = [smallLine(seed, count), smallProblem(seed, { groups: 5, windows: 4, oneRuleIn: 5 })];
      for (const input of inputs) {
        const best = bestByTryingAll(input);
        if (best === null) continue;
        expect({ seed, best, said: [confirms(input, best, search), confirms(input, best + 1, search)] }).toEqual({
          seed,
          best,
          said: [true, false],
        });
      }
    }
  });
});
