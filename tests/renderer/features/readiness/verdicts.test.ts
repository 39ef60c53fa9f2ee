import { expect, test } from 'vitest';

import {
  countWords,
  overrideWords,
  honestPercent,
  seenWords,
  valueWords,
  verdictShares,
} from '../../../../renderer/features/readiness/verdicts.ts';

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
  expect(seenWords({ firmware: 'uefi', provisionedGiB: 1500, somethingNew: 70 })).toBe(
    'Firmware: uefi, Provisioned: 1,500 GiB, Something new: 70',
  );
});

test('counts of a rule tell machines that lack data apart', () => {
  expect([countWords(0, 0), countWords(3, 0), countWords(0, 7), countWords(1200, 7)]).toEqual(['0', '3', '7 ?', '1,200 + 7 ?']);
});

test('an override says by which rules the blocker was raised, where its entry says so', () => {
  const override = { by: 'Ada', at: '2027-03-01T08:00:00.000Z', reason: 'Known.', isStale: false };
  expect(overrideWords(override)).not.toContain('rule set');
  expect(overrideWords({ ...override, ruleSetVersion: '2026.11' })).toMatch(/Known\. \(rule set 2026\.11\)$/);
});
