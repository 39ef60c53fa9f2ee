import { expect, test } from 'vitest';

import { fullMoment, fullWindow, shortWindow, utcWindow } from '../../../../renderer/features/waves/window-words.ts';

const night = { startsAt: '2027-01-09T21:00:00.000Z', endsAt: '2027-01-10T05:00:00.000Z' };

test('a window is told in its own zone, and the same in UTC', () => {
  expect(shortWindow(night, 'Europe/Berlin')).toBe('Sat 9 Jan, 22:00–06:00');
  expect(fullWindow(night, 'Europe/Berlin')).toBe('Sat 9 Jan 2027, 22:00 to Sun 10 Jan 2027, 06:00 (Europe/Berlin, UTC+01:00)');
  expect(utcWindow(night)).toBe('Sat 9 Jan 2027, 21:00 to Sun 10 Jan 2027, 05:00 (UTC)');
});

test('one moment names its zone, too', () => {
  expect(fullMoment(night.startsAt, 'Europe/Berlin')).toBe('Sat 9 Jan 2027, 22:00 (Europe/Berlin, UTC+01:00)');
  expect(fullMoment(night.startsAt, 'Nowhere/Atall')).toBe(night.startsAt);
});
