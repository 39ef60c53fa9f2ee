import { expect, test } from 'vitest';

import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { deriveReadiness } from '../../../shared/snapshot/derive-readiness.ts';
import { derive } from '../../../shared/snapshot/derive.ts';
import { engines } from '../../../shared/snapshot/engines.ts';
import { factsOf, SMALL } from '../checklist/checklist-world.ts';

test('the numbers alone are those that everything together has', () => {
  const { engagement } = factsOf(SMALL);
  const { readiness } = runToEnd(derive(engagement, null, engines));
  expect(runToEnd(deriveReadiness(engagement, null, engines.readiness))).toEqual(readiness);
  expect(Object.values(readiness.verdicts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
});
