import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { smallestBrokenSet } from '../../../../shared/planner/contradiction/smallest-set.ts';

test('of rules that break each other a set is kept of which none can be spared, with few questions', () => {
  const rules = Array.from({ length: 24 }, (_, rule) => rule);
  const cores = fc.array(fc.uniqueArray(fc.nat({ max: 23 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(cores, (broken) => {
      let questions = 0;
      const isBroken = (kept: readonly number[]): boolean => {
        questions += 1;
        return broken.some((core) => core.every((rule) => kept.includes(rule)));
      };
      const found = smallestBrokenSet(rules, isBroken);
      expect(questions).toBeLessThanOrEqual(80);
      expect(isBroken(found)).toBe(true);
      expect(found.filter((rule) => isBroken(found.filter((other) => other !== rule)))).toEqual([]);
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

test('what is broken without any rule needs none', () => {
  expect(smallestBrokenSet([1, 2, 3], () => true)).toEqual([]);
});
