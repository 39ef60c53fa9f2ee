import { describe, expect, test } from 'vitest';

import { hoursBetween, localStamp, momentWords, ticksBetween, wallClock, windowWords } from '../../../shared/reports/local-time.ts';

describe('times of a report', () => {
  test('are read in the zone of the engagement, in summer and in winter', () => {
    expect(localStamp('2027-01-16T20:00:00.000Z', 'Europe/Dublin')).toBe('2027-01-16 20:00');
    expect(localStamp('2027-07-16T20:00:00.000Z', 'Europe/Dublin')).toBe('2027-07-16 21:00');
    expect(momentWords('2027-01-01T00:30:00.000Z', 'America/New_York')).toBe('31 Dec 2026, 19:30 (America/New_York)');
    expect(wallClock('2027-07-16T20:00:00.000Z', 'Europe/Dublin').toISOString()).toBe('2027-07-16T21:00:00.000Z');
  });

  test('a window over the change of the clocks keeps its hours, and both ends say what the wall says', () => {
    const night = { startsAt: '2027-03-27T23:00:00.000Z', endsAt: '2027-03-28T07:00:00.000Z' };
    expect(windowWords(night, 'Europe/Berlin')).toBe('Sun 28 Mar 2027, 00:00 to 09:00');
    expect(hoursBetween(night)).toBe(8);
    const long = { startsAt: '2027-01-29T00:00:00.000Z', endsAt: '2027-02-02T00:00:00.000Z' };
    expect(windowWords(long, 'UTC')).toBe('Fri 29 Jan 2027, 00:00 to Tue 2 Feb 2027, 00:00');
  });

  test.each([
    [6, ['1 Jan', '2 Jan', '3 Jan', '4 Jan', '5 Jan', '6 Jan']],
    [40, ['4 Jan', '11 Jan', '18 Jan', '25 Jan', '1 Feb', '8 Feb']],
    [200, ['Jan 2027', 'Feb 2027', 'Mar 2027', 'Apr 2027', 'May 2027', 'Jun 2027', 'Jul 2027']],
  ])('an axis of %d days has few ticks, at midnights', (days, labels) => {
    const startsAt = '2027-01-01T00:00:00.000Z';
    const endsAt = new Date(Date.parse(startsAt) + days * 86_400_000 - 1).toISOString();
    expect(ticksBetween({ startsAt, endsAt }, 'UTC', 8).map(({ label }) => label)).toEqual(labels);
  });
});
