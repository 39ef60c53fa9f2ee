import { expect, test } from 'vitest';

import { isTimeZone, readLocalTime, toLocalInput } from '../../../../renderer/features/waves/local-time.ts';

test('reads a local time in a zone', () => {
  expect(readLocalTime('2027-01-15T22:00', 'Europe/Berlin')).toEqual({ kind: 'instant', instant: '2027-01-15T21:00:00.000Z' });
  expect(readLocalTime('2027-07-15T22:00', 'America/New_York')).toEqual({ kind: 'instant', instant: '2027-07-16T02:00:00.000Z' });
});

test('a time that does not exist when clocks go forward is not guessed', () => {
  expect(readLocalTime('2027-03-28T02:30', 'Europe/Berlin')).toEqual({ kind: 'gap', next: '2027-03-28T03:30' });
});

test('a time that happens twice when clocks go back is not guessed', () => {
  expect(readLocalTime('2027-10-31T02:30', 'Europe/Berlin')).toEqual({
    kind: 'twice',
    earlier: '2027-10-31T00:30:00.000Z',
    later: '2027-10-31T01:30:00.000Z',
  });
});

test.each([
  ['', 'empty'],
  ['tomorrow', 'not-a-time'],
  ['2027-02-30T10:00', 'not-a-time'],
  ['2027-13-01T10:00', 'not-a-time'],
])('%j is %s', (text, kind) => {
  expect(readLocalTime(text, 'UTC').kind).toBe(kind);
});

test('an unknown zone is no zone', () => {
  expect(isTimeZone('Europe/Atlantis')).toBe(false);
  expect(readLocalTime('2027-01-15T22:00', 'Europe/Atlantis')).toEqual({ kind: 'not-a-time' });
  expect(toLocalInput('2027-01-15T21:00:00.000Z', 'Europe/Atlantis')).toBe('');
});

test('what was read comes back into the field', () => {
  const read = readLocalTime('2027-06-05T20:15', 'Asia/Kolkata');
  expect(read.kind === 'instant' ? toLocalInput(read.instant, 'Asia/Kolkata') : read.kind).toBe('2027-06-05T20:15');
});
