import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { createReachableSums, maySum } from '../../../../shared/planner/calendar/reachable-sums.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 9 });

/** All sums that some of these sizes make. */
function allSums(list: readonly number[]): Set<number> {
  return list.reduce((sums, size) => new Set([...sums].flatMap((sum) => [sum, sum + size])), new Set([0]));
}

it('says of any range whether some of the sizes from a place on, and of those that always count, make a sum in it', () => {
  const table = createReachableSums();
  fc.assert(
    fc.property(sizes, sizes, fc.integer({ min: 0, max: 200 }), fc.nat(200), fc.nat(9), (list, always, most, from, start) => {
      const at = Math.min(start, list.length);
      table.build(Float64Array.from(list), { always, most });
      const isAny = [...allSums([...list.slice(at), ...always])].some((sum) => sum >= from && sum <= most);
      expect(table.has(at, from, most)).toBe(isAny);
    }),
    { numRuns: 500, seed: 21 },
  );
});

it('is not made for sums or lists that would take much memory, nor for what is not whole', () => {
  expect([maySum(200, 20_000), maySum(200, 60_000), maySum(200, Infinity), maySum(3, 2.5)]).toEqual([true, false, false, false]);
});
