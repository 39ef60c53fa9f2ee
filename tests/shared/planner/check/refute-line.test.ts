import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { KnownLimits } from '../../../../shared/domain/bound-certificate.ts';
import { confirmsBound } from '../../../../shared/planner/check/confirm-bound.ts';
import type { PlanBound, PlanInput } from '../../../../shared/planner/model.ts';
import { planWaves } from '../../../../shared/planner/plan-waves.ts';
import { bestByTryingAll, smallLine } from '../small-problems.ts';

const effort = { mostLoads: 20_000 };
const line = fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 2, max: 6 })).map(([seed, count]) => smallLine(seed, count));

function searched(value: number, known?: KnownLimits): PlanBound {
  return { value, certificate: { kind: 'exhaustive-search', states: 1, known }, reason: '' };
}

/** Limits and weights made up of nothing, as a wrong or hostile file might hold them. */
const madeUp = (input: PlanInput): fc.Arbitrary<KnownLimits> =>
  fc.record({
    raised: fc.array(
      fc.record({
        groupId: fc.constantFrom(...input.groups.map((group) => group.id)),
        side: fc.constantFrom('first' as const, 'last' as const),
        waves: fc.integer({ min: 1, max: 9 }),
        because: fc.constantFrom({ kind: 'weights' as const }, { kind: 'pairs' as const, barrier: [input.groups[0]!.id] }),
      }),
      { maxLength: 4 },
    ),
    weighing: fc.option(
      fc.record({
        weights: fc.array(fc.tuple(fc.constantFrom(...input.groups.map((group) => group.id)), fc.integer({ min: 0, max: 9 })), {
          maxLength: 6,
        }),
        most: fc.integer({ min: 1, max: 12 }),
      }),
      { nil: undefined },
    ),
  });

describe('a search that the checker repeats on a line', () => {
  it('confirms the least number of waves and never one more, whatever the certificate pretends to know', () => {
    fc.assert(
      fc.property(
        line.chain((input) => fc.tuple(fc.constant(input), madeUp(input))),
        ([input, known]) => {
          const best = bestByTryingAll(input)!;
          expect(confirmsBound(input, searched(best), effort)).toBe(true);
          expect(confirmsBound(input, searched(best, known), effort)).toBe(true);
          expect(confirmsBound(input, searched(best + 1), effort)).toBe(false);
          expect(confirmsBound(input, searched(best + 1, known), effort)).toBe(false);
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });

  it('ends at the effort it is given, and confirms nothing then', () => {
    const input = smallLine(3, 24);
    const result = planWaves(input, { nowMs: () => 0, timeLimitMs: 500, isRepeatable: true });
    expect(result).toMatchObject({ status: 'planned', isProvenOptimal: true });
    const value = result.status === 'planned' ? result.value : 0;
    expect(confirmsBound(input, searched(value), effort)).toBe(true);
    expect(confirmsBound(input, searched(value), { mostLoads: 0 })).toBe(false);
    expect(confirmsBound(input, searched(value + 1), effort)).toBe(false);
  });

  it('follows what the solver knew before it searched', () => {
    // Large groups in threes of which two fit together: sums say five waves, pairs say six.
    const input = smallLine(7, 40);
    const result = planWaves(input, { nowMs: () => 0, timeLimitMs: 2000, isRepeatable: true });
    if (result.status !== 'planned') throw new Error(result.status);
    expect(confirmsBound(input, result.bound, effort)).toBe(true);
  });
});
