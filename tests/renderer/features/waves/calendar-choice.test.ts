import { expect, test } from 'vitest';

import { likelyUse, withCalendar, type CalendarEvent } from '../../../../renderer/features/waves/calendar-choice.ts';
import { formOf } from '../../../../renderer/features/waves/limits-form.ts';
import { DEFAULT_WAVE_LIMITS } from '../../../../shared/domain/wave.ts';

const night: CalendarEvent = {
  title: 'Cutover',
  startsAt: '2027-03-20T19:00:00.000Z',
  endsAt: '2027-03-21T03:00:00.000Z',
  timeZone: 'Europe/Berlin',
  isAllDay: false,
  isRepeated: true,
};
const close: CalendarEvent = { ...night, title: 'Quarter close', endsAt: '2027-04-01T22:00:00.000Z', isAllDay: true };

test('a night is proposed as a window, whole days and what calls itself a freeze as a freeze', () => {
  expect([night, close, { ...night, title: 'Change freeze' }].map(likelyUse)).toEqual(['window', 'freeze', 'freeze']);
});

test('what was chosen joins the fields in their local times, and nothing is taken twice', () => {
  const form = formOf({ ...DEFAULT_WAVE_LIMITS, timeZone: 'UTC' });
  const once = withCalendar(form, [night, close, night], ['window', 'freeze', 'nothing']);
  expect(once.windows).toEqual([
    { title: 'Cutover', startsAt: '2027-03-20T20:00', hours: '8', timeZone: 'Europe/Berlin', machines: '', gib: '', teams: '' },
  ]);
  expect(once.freezes).toEqual([{ title: 'Quarter close', startsAt: '2027-03-20T19:00', endsAt: '2027-04-01T22:00' }]);
  expect(withCalendar(once, [night, close], ['window', 'freeze'])).toEqual(once);
});
