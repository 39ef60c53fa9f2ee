import { expect, it } from 'vitest';

import { checkPlan } from '../../../shared/planner/check-plan.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';
import { makeYear } from '../../bench/planning/make-year.ts';

it('a year of 10,000 machines in 1,500 groups is planned within three parts in a hundred of its proven bound', () => {
  const input = makeYear(1);
  const steps: (number | null)[] = [];
  const result = planWaves(input, {
    nowMs: () => 0,
    timeLimitMs: 1500,
    isRepeatable: true,
    onProgress: ({ upper }) => steps.push(upper),
  });
  if (result.status !== 'planned') throw new Error(result.status);
  const verdict = checkPlan(input, result);
  expect(verdict).toMatchObject({ isValid: true, isBoundConfirmed: true, violations: [] });
  expect(verdict.value).toBeLessThanOrEqual(result.bound.value * 1.03);
  expect(steps[0]).not.toBeNull();
});

it('a stop keeps the best plan found so far', () => {
  const input = makeYear(2);
  let told = 0;
  const result = planWaves(input, {
    nowMs: () => 0,
    timeLimitMs: 60_000,
    isRepeatable: true,
    isCancelled: () => told > 0,
    onProgress: ({ assignment }) => {
      if (assignment !== undefined) told += 1;
    },
  });
  if (result.status !== 'planned') throw new Error(result.status);
  expect(checkPlan(input, result)).toMatchObject({ isValid: true, isBoundConfirmed: true });
});
