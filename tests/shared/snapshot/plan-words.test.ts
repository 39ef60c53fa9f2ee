import { expect, test } from 'vitest';

import { isProvenBest, neededNote, neededWords, spareWords } from '../../../shared/snapshot/plan-words.ts';
import { planOf } from '../../renderer/features/waves/plan-fixture.ts';

const said = (plan: Parameters<typeof spareWords>[0]): readonly [string, string, string, boolean] => [
  neededWords(plan),
  neededNote(plan),
  spareWords(plan),
  isProvenBest(plan),
];
const none = planOf([]);
const end = (day: string): string => `2027-04-${day}T04:00:00.000Z`;
const finish = (day: string, notBefore: string | null) => ({
  endsAt: end(day),
  notBefore: notBefore === null ? null : end(notBefore),
  timeZone: 'UTC',
});

test('a number of waves is told with the number that is needed, and with none where nothing is proven', () => {
  expect(said({ ...none, lowerBound: 1 })).toEqual([
    'at least 1 is needed',
    'at least 1 needed',
    'No plan under these limits needs fewer.',
    true,
  ]);
  expect(said({ ...none, lowerBound: null, changedSince: 'machines' })).toEqual([
    'how many are needed is not known since machines were changed',
    'machines changed since it was planned',
    '',
    false,
  ]);
});

test('an early end is told with the day before which no plan ends', () => {
  expect(said({ ...none, lowerBound: 2, finish: finish('11', '11') })).toEqual([
    'finished on 11 Apr 2027; cannot finish before 11 Apr 2027',
    'cannot finish before 11 Apr 2027',
    'No plan under these limits finishes earlier.',
    true,
  ]);
  expect(said({ ...none, lowerBound: 2, finish: finish('18', '11') }).slice(2)).toEqual(['Perhaps it can be finished earlier.', false]);
  expect(said({ ...none, lowerBound: null, changedSince: 'limits', finish: finish('18', null) })).toEqual([
    'finished on 18 Apr 2027; the earliest end is not known since limits were changed',
    'the earliest end is not known since limits were changed',
    '',
    false,
  ]);
});
