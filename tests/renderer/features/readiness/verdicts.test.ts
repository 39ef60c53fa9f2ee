import { expect, test } from 'vitest';

import { createMissingFactsGatherer } from '../../../../renderer/features/readiness/missing-facts.ts';
import { honestPercent, seenWords, valueWords, verdictShares } from '../../../../renderer/features/readiness/verdicts.ts';

test('shares add up to the machines assessed', () => {
  const { total, shares } = verdictShares({ ready: 1, 'ready-with-warnings': 0, blocked: 998, undecided: 1 });
  expect(total).toBe(1000);
  expect(shares.map((share) => [share.verdict, share.count, share.percent])).toEqual([
    ['ready', 1, 1],
    ['ready-with-warnings', 0, 0],
    ['undecided', 1, 1],
    ['blocked', 998, 99],
  ]);
});

test('rounding never says nobody or everybody when that is not so', () => {
  expect([honestPercent(0, 0), honestPercent(1, 10_000), honestPercent(9999, 10_000), honestPercent(5, 5)]).toEqual([0, 1, 99, 100]);
});

test('values are written out, unknown ones as unknown', () => {
  expect([null, undefined, true, 4096, 'x', [1, 'b'], { a: 1 }].map(valueWords)).toEqual([
    'unknown',
    'unknown',
    'yes',
    '4,096',
    'x',
    '1; b',
    '{"a":1}',
  ]);
  expect(seenWords({ firmware: 'uefi', diskCount: 70 }, (field) => field.toUpperCase())).toBe('FIRMWARE: uefi, DISKCOUNT: 70');
});

test('missing facts count each machine once per field, over all rules', () => {
  const gatherer = createMissingFactsGatherer();
  const finding = (machineId: string, ruleId: string, missing: string[], outcome: 'raised' | 'unknown' = 'unknown') => ({
    machineId,
    ruleId,
    outcome,
    missing,
  });
  gatherer.add([finding('m1', 'R-1', ['firmware']), finding('m2', 'R-1', ['firmware', 'osVersion'])]);
  gatherer.add([finding('m1', 'R-2', ['firmware']), finding('m3', 'R-2', ['osVersion'], 'raised')]);
  expect(gatherer.result()).toEqual([
    { field: 'firmware', machineCount: 2, ruleIds: ['R-1', 'R-2'] },
    { field: 'osVersion', machineCount: 1, ruleIds: ['R-1'] },
  ]);
});
