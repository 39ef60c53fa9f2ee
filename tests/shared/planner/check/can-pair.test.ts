import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { createPairing } from '../../../../shared/planner/check/can-pair.ts';

/** The most pairs, by trying all of them. */
function mostPairs(partners: readonly (readonly number[])[], present: readonly number[]): number {
  const [first, ...rest] = present;
  if (first === undefined) return 0;
  const without = mostPairs(partners, rest);
  return rest
    .filter((other) => partners[first]!.includes(other))
    .reduce(
      (best, other) =>
        Math.max(
          best,
          1 +
            mostPairs(
              partners,
              rest.filter((one) => one !== other),
            ),
        ),
      without,
    );
}

const graph = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc
      .array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 16 })
      .map((pairs) =>
        Array.from({ length: count }, (_, a) =>
          Array.from({ length: count }, (_unused, b) => b).filter(
            (b) => a !== b && pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
          ),
        ),
      ),
  );

it('as many pairs can be made as by trying all of them, and not one more, whoever is absent', () => {
  fc.assert(
    fc.property(graph, fc.nat(), (partners, absent) => {
      const canPair = createPairing(partners.map((list) => Int32Array.from(list)));
      const isPresent = (member: number): boolean => ((absent >> member) & 1) === 0;
      const most = mostPairs(partners, [...partners.keys()].filter(isPresent));
      expect([canPair(isPresent, most), canPair(isPresent, most + 1)]).toEqual([true, false]);
    }),
    { numRuns: 1500, seed: 11 },
  );
});
