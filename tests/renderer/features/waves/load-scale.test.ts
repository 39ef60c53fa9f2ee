import { expect, test } from 'vitest';

import { loadState, resourcesOf, scaleLoads } from '../../../../renderer/features/waves/load-scale.ts';

test.each([
  [{ used: 5, limit: null }, 'unlimited'],
  [{ used: 5, limit: 10 }, 'free'],
  [{ used: 9, limit: 10 }, 'tight'],
  [{ used: 10, limit: 10 }, 'tight'],
  [{ used: 11, limit: 10 }, 'over'],
  [{ used: 1, limit: 0 }, 'over'],
] as const)('%j is %s', (load, state) => {
  expect(loadState(load)).toBe(state);
});

test('bars and limits of all waves share one scale', () => {
  const [pilot, full, over] = scaleLoads([
    { used: 5, limit: 5 },
    { used: 20, limit: 25 },
    { used: 30, limit: 25 },
  ]);
  expect(full?.limit).toBeCloseTo((pilot?.limit ?? 0) * 5);
  expect(over?.used).toBeGreaterThan(over?.limit ?? 1);
  expect(over?.used).toBeLessThan(1);
});

test('nothing used and no limit is an empty bar, not a division by zero', () => {
  expect(scaleLoads([{ used: 0, limit: null }])).toEqual([{ used: 0, limit: null, state: 'unlimited' }]);
});

test('each resource is named once, in the order of the waves', () => {
  const load = (resourceId: string) => ({ resourceId, title: resourceId, unit: '', used: 1, limit: null });
  const waves = [{ loads: [load('machines')] }, { loads: [load('machines'), load('gib')] }];
  expect(resourcesOf(waves).map((resource) => resource.id)).toEqual(['machines', 'gib']);
});
