import { describe, expect, it } from 'vitest';

import { readCalendar, type ReadCalendar } from '../../../electron/importers/read-calendar.ts';

const STAMP = 'DTSTAMP:20260101T000000Z';

function calendar(...events: (readonly string[])[]): string {
  const lines = events.flatMap((event, index) => [
    'BEGIN:VEVENT',
    ...(event.some((line) => line.startsWith('UID')) ? [] : [`UID:${index}`]),
    STAMP,
    ...event,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function read(text: string, timeZone = 'Europe/Berlin'): ReadCalendar {
  const reply = readCalendar('freezes.ics', text, timeZone);
  if (!reply.ok) throw new Error(reply.failure.detail);
  return reply.value;
}

const spans = ({ events }: ReadCalendar): string[] => events.map((event) => `${event.startsAt} ${event.endsAt}`);

describe('the events of a calendar', () => {
  it('are whole days of the engagement, times of a zone, of UTC, or of the engagement where no zone is named', () => {
    const found = read(
      calendar(
        ['SUMMARY:Quarter close\\, all sites', 'DTSTART;VALUE=DATE:20270325', 'DTEND;VALUE=DATE:20270402'],
        ['SUMMARY:In New York', 'DTSTART;TZID=America/New_York:20270301T100000', 'DTEND;TZID=America/New_York:20270301T120000'],
        ['SUMMARY:In UTC', 'DTSTART:20270302T100000Z', 'DURATION:PT4H'],
        ['SUMMARY:Nowhere', 'DTSTART:20270303T100000', 'DTEND:20270303T120000'],
      ),
    );
    expect(found.events.map(({ title, startsAt, endsAt, isAllDay }) => ({ title, startsAt, endsAt, isAllDay }))).toEqual([
      { title: 'In New York', startsAt: '2027-03-01T15:00:00.000Z', endsAt: '2027-03-01T17:00:00.000Z', isAllDay: false },
      { title: 'In UTC', startsAt: '2027-03-02T10:00:00.000Z', endsAt: '2027-03-02T14:00:00.000Z', isAllDay: false },
      { title: 'Nowhere', startsAt: '2027-03-03T09:00:00.000Z', endsAt: '2027-03-03T11:00:00.000Z', isAllDay: false },
      // A week with the change of the clocks in it: days are days on the wall.
      { title: 'Quarter close, all sites', startsAt: '2027-03-24T23:00:00.000Z', endsAt: '2027-04-01T22:00:00.000Z', isAllDay: true },
    ]);
    expect(found.skipped).toEqual([]);
  });

  it('repeat on the wall clock, without the days taken out, and with those that were moved', () => {
    const found = read(
      calendar(
        [
          'UID:w',
          'SUMMARY:Window',
          'DTSTART;TZID=Europe/Berlin:20270320T200000',
          'DTEND;TZID=Europe/Berlin:20270321T040000',
          'RRULE:FREQ=WEEKLY;COUNT=5',
          'EXDATE;TZID=Europe/Berlin:20270327T200000',
        ],
        [
          'UID:w',
          'SUMMARY:Window',
          'RECURRENCE-ID;TZID=Europe/Berlin:20270410T200000',
          'DTSTART;TZID=Europe/Berlin:20270411T200000',
          'DTEND;TZID=Europe/Berlin:20270412T040000',
        ],
      ),
    );
    expect(spans(found)).toEqual([
      '2027-03-20T19:00:00.000Z 2027-03-21T03:00:00.000Z',
      '2027-04-03T18:00:00.000Z 2027-04-04T02:00:00.000Z',
      '2027-04-11T18:00:00.000Z 2027-04-12T02:00:00.000Z',
      '2027-04-17T18:00:00.000Z 2027-04-18T02:00:00.000Z',
    ]);
    expect(found.events.every((event) => event.timeZone === 'Europe/Berlin')).toBe(true);
  });

  it('without end of repeating end after three years or 200 times, and say so', () => {
    const yearly = read(calendar(['SUMMARY:Year end', 'DTSTART;VALUE=DATE:20271220', 'DTEND;VALUE=DATE:20280105', 'RRULE:FREQ=YEARLY']));
    expect(yearly.events).toHaveLength(3);
    const daily = read(calendar(['SUMMARY:Night', 'DTSTART:20270101T220000Z', 'DTEND:20270101T230000Z', 'RRULE:FREQ=DAILY']));
    expect(daily.events).toHaveLength(200);
    expect(daily.warnings).toEqual(['“Night” repeats more often than 200 times; the first 200 are shown.']);
  });

  it('that cannot be a freeze or a window are named with the reason', () => {
    const found = read(
      calendar(
        ['SUMMARY:Standing', 'DTSTART:20270301T100000Z', 'DTEND:20270301T100000Z'],
        ['SUMMARY:Off', 'DTSTART:20270301T100000Z', 'DTEND:20270301T120000Z', 'STATUS:CANCELLED'],
        ['SUMMARY:Every minute', 'DTSTART:20270301T100000Z', 'DTEND:20270301T100030Z', 'RRULE:FREQ=MINUTELY'],
        ['DTEND:20270301T100030Z'],
        ['DTSTART:garbage'],
      ),
    );
    expect(found.events).toEqual([]);
    expect(found.skipped).toEqual([
      { what: 'Standing', reason: 'It ends when it starts, or before.' },
      { what: 'Off', reason: 'It was cancelled.' },
      { what: 'Every minute', reason: 'It repeats several times a day, which neither a freeze nor a window does.' },
      { what: 'Event without a name', reason: 'It has no time at which it starts.' },
      { what: 'Event without a name', reason: 'It has no time at which it starts.' },
    ]);
  });

  it('in a zone of the file’s own take its offset, and say so', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Harbour time',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const text = calendar(['SUMMARY:Far', 'DTSTART;TZID=Harbour time:20270301T100000', 'DTEND;TZID=Harbour time:20270301T120000']);
    const found = read(text.replace('BEGIN:VEVENT', [...zone, 'BEGIN:VEVENT'].join('\r\n')));
    expect(spans(found)).toEqual(['2027-03-01T07:00:00.000Z 2027-03-01T09:00:00.000Z']);
    expect(found.warnings).toHaveLength(1);
  });
});

describe('what is no calendar', () => {
  it.each([
    ['', /does not begin with BEGIN:VCALENDAR/],
    ['<html></html>', /does not begin with BEGIN:VCALENDAR/],
    [calendar(['DTSTART:20270301T100000Z']).slice(0, 90), /breaks off before END:VCALENDAR/],
    [calendar(), /holds no event/],
    [`BEGIN:VCALENDAR\r\n${'x'.repeat(100_000)}\r\nEND:VCALENDAR`, /cannot be read as a calendar|holds no event/],
  ])('%j is refused with one sentence', (text, sentence) => {
    const reply = readCalendar('freezes.ics', text, 'UTC');
    expect(reply.ok ? '' : reply.failure.detail).toMatch(sentence);
  });

  it('many events, deep nesting and long lines end soon', () => {
    const many = calendar(
      ...Array.from({ length: 3000 }, (_, index) => [
        `SUMMARY:${'n'.repeat(500)}`,
        `DTSTART:2027030${(index % 9) + 1}T100000Z`,
        'DURATION:PT1H',
        `DESCRIPTION:${' '.repeat(200)}`,
      ]),
    );
    const nested = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(3000)}${'END:VEVENT\r\n'.repeat(3000)}END:VCALENDAR`;
    const from = performance.now();
    expect(read(many).events).toHaveLength(1000);
    readCalendar('nested.ics', nested, 'UTC');
    expect(performance.now() - from).toBeLessThan(5000);
  });
});
