import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { PlanInput } from '../../../shared/planner/model.ts';
import { problemKey } from '../../../shared/snapshot/problem-key.ts';
import { arbitraryProblem } from '../planner/arbitrary-problem.ts';
import { lessOne } from '../planner/less-one-rule.ts';

const problems = arbitraryProblem({ mostGroups: 12, mostWindows: 8, mostPairs: 6, oneDateIn: 4 });

test('a problem has the same key under other titles and in another order, and another one with a rule less', () => {
  fc.assert(
    fc.property(problems, (input) => {
      const retold: PlanInput = {
        ...input,
        windows: input.windows.map((window) => ({ ...window, title: `Night of ${window.id}` })),
        groups: input.groups.map((group) => ({ ...group, title: `Team ${group.id}` })).toReversed(),
        precedences: input.precedences.toReversed(),
        conflicts: input.conflicts.map(([a, b]) => [b, a] as const).toReversed(),
      };
      const key = problemKey(input);
      expect(problemKey(retold)).toBe(key);
      const others = lessOne(input).map(({ changed }) => problemKey(changed));
      expect(others).not.toContain(key);
      expect(problemKey({ ...input, objective: input.objective === 'fewest-waves' ? 'earliest-finish' : 'fewest-waves' })).not.toBe(key);
    }),
    { seed: 20261125 },
  );
});
