import { describe, expect, test } from 'vitest';

import { DEFAULT_WAVE_LIMITS, type CalendarWindow, type WaveLimits } from '../../../shared/domain/wave.ts';
import { dayIn, windowSequence, windowsFromLimits } from '../../../shared/planner/calendar.ts';

const FIRST = '2027-03-20T19:00:00.000Z';
const limits = (more: Partial<WaveLimits>): WaveLimits => ({
  ...DEFAULT_WAVE_LIMITS,
  timeZone: 'Europe/Berlin',
  firstWindowStartsAt: FIRST,
  ...more,
});
const enough = (openCount: number) => ({ openCount, countFrom: null, until: null });
const night = (title: string, startsAt: string, hours: number): CalendarWindow => ({
  title,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString(),
  timeZone: 'UTC',
  machines: null,
  gib: null,
  teams: null,
});

describe('a calendar by its rhythm', () => {
  test('keeps the hour on the wall when the clocks change, and as many hours of work', () => {
    const windows = windowsFromLimits(limits({ windowHours: 8 }), enough(3), FIRST);
    // In the night of 27 to 28 March the clocks are put forward: 20:00 in Berlin all the time.
    expect(windows.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-03-20T19:00:00.000Z', '2027-03-21T03:00:00.000Z'],
      ['2027-03-27T19:00:00.000Z', '2027-03-28T03:00:00.000Z'],
      ['2027-04-03T18:00:00.000Z', '2027-04-04T02:00:00.000Z'],
    ]);
  });

  test('marks windows that a freeze touches, by an hour too, and lays out others for them', () => {
    const freezes = [{ title: 'Close', startsAt: '2027-03-28T02:00:00.000Z', endsAt: '2027-04-03T18:00:00.000Z' }];
    const windows = windowsFromLimits(limits({ freezes }), enough(2), FIRST);
    expect(windows.map(({ isFrozen }) => isFrozen)).toEqual([false, true, false]);
  });

  test('starts where it was told when nobody set a first window, and ends with the last day', () => {
    const start = '2027-01-02T20:00:00.000Z';
    const windows = windowsFromLimits(
      limits({ firstWindowStartsAt: null, lastWindowEndsBy: '2027-01-10T04:00:00.000Z' }),
      enough(9),
      start,
    );
    expect(windows.map(({ startsAt }) => startsAt)).toEqual([start, '2027-01-09T20:00:00.000Z']);
  });

  test('ends though everything is frozen for ever, and reaches as far as it is asked', () => {
    const freezes = [{ title: 'All', startsAt: '2027-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z' }];
    expect(windowsFromLimits(limits({ freezes }), enough(1), FIRST)).toHaveLength(2000);
    const until = '2027-04-10T18:00:00.000Z';
    expect(windowsFromLimits(limits({}), { openCount: 1, countFrom: null, until }, FIRST).at(-1)?.startsAt).toBe(until);
    expect(windowsFromLimits(limits({}), { openCount: 1, countFrom: until, until: null }, FIRST).at(-1)?.startsAt).toBe(until);
  });
});

describe('a calendar that is written out', () => {
  const windows = [night('Late', '2027-04-10T20:00:00Z', 4), night('Early', '2027-04-03T20:00:00Z', 6)];

  test('is taken in the order of time, whole, with its own names and lengths', () => {
    expect(
      windowsFromLimits(limits({ windows }), enough(1), FIRST).map(({ id, title, startsAt, endsAt }) => [id, title, startsAt, endsAt]),
    ).toEqual([
      ['w1', 'Early', '2027-04-03T20:00:00.000Z', '2027-04-04T02:00:00.000Z'],
      ['w2', 'Late', '2027-04-10T20:00:00.000Z', '2027-04-11T00:00:00.000Z'],
    ]);
  });

  test('is frozen and ended like any other', () => {
    const freezes = [{ title: 'Close', startsAt: '2027-04-03T00:00:00.000Z', endsAt: '2027-04-04T00:00:00.000Z' }];
    const sequence = [...windowSequence(limits({ windows, freezes, lastWindowEndsBy: '2027-04-05T00:00:00.000Z' }), FIRST)];
    expect(sequence.map(({ title, isFrozen }) => [title, isFrozen])).toEqual([['Early', true]]);
  });
});

test('a day is that of the zone', () => {
  expect([dayIn('2027-12-31T23:30:00.000Z', 'UTC'), dayIn('2027-12-31T23:30:00.000Z', 'Europe/Berlin')]).toEqual([
    '31 Dec 2027',
    '1 Jan 2028',
  ]);
});
