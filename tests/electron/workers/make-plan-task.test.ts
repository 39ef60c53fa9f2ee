import { expect, it } from 'vitest';

import { makePlanTask } from '../../../electron/workers/make-plan-task.ts';
import { checkPlan } from '../../../shared/planner/check-plan.ts';
import { smallLine, smallProblem } from '../../shared/planner/small-problems.ts';

const searched = [smallProblem(58, { groups: 7, windows: 6, oneRuleIn: 5 }), smallLine(82, 9)];

it.each(searched)('a bound that took a search is claimed, because the checker has repeated it', async (input) => {
  const reply = await makePlanTask(
    { input, timeLimitMs: 2000 },
    () => undefined,
    () => false,
  );
  if (!reply.ok || reply.value.result.status !== 'planned') throw new Error('no plan');
  const { result } = reply.value;
  expect(result).toMatchObject({ isProvenOptimal: true, value: 4, bound: { value: 4, certificate: { kind: 'exhaustive-search' } } });
  expect(result.boundWithoutSearch.value).toBe(3);
  expect(checkPlan(input, result, { mostLoads: 50_000 })).toMatchObject({ isValid: true, isBoundConfirmed: true });
  expect(checkPlan(input, { ...result, bound: result.boundWithoutSearch })).toMatchObject({ isValid: true, isBoundConfirmed: true });
});
