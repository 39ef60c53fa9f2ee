import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { buildProblem } from '../../../../shared/planner/build-problem.ts';
import { fitsAlone, spreadDates, topologicalOrder } from '../../../../shared/planner/calendar/spread-dates.ts';
import { mayStandIn } from '../../../../shared/planner/problem.ts';
import { arbitraryProblem } from '../arbitrary-problem.ts';

const seed = 20261125;

test('dates are carried along every order until they hold, and no further', () => {
  let seen = 0;
  fc.assert(
    fc.property(arbitraryProblem({ mostGroups: 12, mostWindows: 8, mostPairs: 10, oneDateIn: 4 }), (input) => {
      const built = buildProblem(input);
      if (!built.ok) return;
      const { problem } = built;
      const order = topologicalOrder(problem);
      expect(order.toSorted()).toEqual(Int32Array.from({ length: problem.count }, (_, item) => item));
      const { earliest } = spreadDates(problem, order, problem.windows - 1);
      // The plainest way to the same: every window that an item may take, after those of all its leaders.
      const first = new Map<number, number>();
      for (const item of order) {
        const from = problem.previous[item]!.map((link) => first.get(link.item)! + (link.isStrict ? 1 : 0));
        const may = (window: number): boolean => mayStandIn(problem, item, window) && fitsAlone(problem, item, window);
        let window = Math.max(0, ...from);
        while (window < problem.windows && !may(window)) window += 1;
        first.set(item, window);
      }
      if ([...first.values()].some((window) => window >= problem.windows)) return;
      seen += 1;
      expect([...earliest]).toEqual(Array.from({ length: problem.count }, (_, item) => first.get(item)));
    }),
    { seed, numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(30);
});
