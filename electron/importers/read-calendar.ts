import {
  convertIcsCalendar,
  extendByRecurrenceRule,
  getEventEndFromDuration,
  type IcsCalendar,
  type IcsDateObject,
  type IcsDuration,
  type IcsEvent,
} from 'ts-ics';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { clockOf, type CalendarClock } from './calendar-times.ts';

/** One occurrence of an event. */
export interface CalendarEvent {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly isAllDay: boolean;
  readonly isRepeated: boolean;
}

export interface ReadCalendar {
  readonly events: readonly CalendarEvent[];
  readonly skipped: readonly { readonly what: string; readonly reason: string }[];
  readonly warnings: readonly string[];
}

/** SECURITY: a calendar comes from strangers. These keep its size, and what a repeated event grows to, within bounds. */
export const MOST_CALENDAR_BYTES = 5 * 1024 * 1024;
const MOST_EVENTS = 1000;
const MOST_OCCURRENCES = 200;
const YEARS_AHEAD = 3;
const MOST_TITLE_CHARACTERS = 200;
const YEAR_MS = 365.25 * 86_400_000;

const TOO_OFTEN: ReadonlySet<string> = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);
/** Parts of a rule that multiply occurrences within a day. */
const WITHIN_A_DAY = ['bySecond', 'byMinute', 'byHour'] as const;

/**
 * The events of an iCalendar file in the order of time. Times without a zone and whole days are those of `timeZone`. Repeated
 * events are written out for three years, at most 200 times each.
 */
export function readCalendar(fileName: string, text: string, timeZone: string): Reply<ReadCalendar> {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text))
    return failed('invalid-input', `${fileName} is not a calendar file: it does not begin with BEGIN:VCALENDAR. Export it again as .ics.`);
  if (!/END:VCALENDAR\s*$/i.test(text))
    return failed('invalid-input', `${fileName} breaks off before END:VCALENDAR. Export it again; nothing was taken over.`);
  const parsed = parse(withZones(text, timeZone));
  if (parsed === null)
    return failed(
      'invalid-input',
      `${fileName} cannot be read as a calendar: a line in it is not what iCalendar asks for. Export it again.`,
    );
  const read = createReading(timeZone);
  const own = new Set((parsed.events ?? []).flatMap((event) => (event.recurrenceId === undefined ? [] : [occurrenceKey(event)])));
  for (const event of parsed.events ?? []) read.add(event, own);
  const events = read.events.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  if (events.length === 0 && read.skipped.length === 0)
    return failed('invalid-input', `${fileName} holds no event. Choose another file, or export the calendar with its events.`);
  const left = events.length - MOST_EVENTS;
  const warnings =
    left > 0
      ? [
          ...read.warnings,
          `Only the first ${MOST_EVENTS.toLocaleString('en')} events are shown; ${left.toLocaleString('en')} are left out.`,
        ]
      : read.warnings;
  return success({ events: events.slice(0, MOST_EVENTS), skipped: read.skipped, warnings });
}

function parse(text: string): IcsCalendar | null {
  try {
    return convertIcsCalendar(undefined, text);
  } catch {
    return null;
  }
}

/** A time that names no zone is one of the engagement; the package would take it for UTC. */
function withZones(text: string, timeZone: string): string {
  return text.replaceAll(/^(DTSTART|DTEND|EXDATE|RECURRENCE-ID):(?=\d{8}T\d{6}[,\r\n])/gim, `$1;TZID=${timeZone}:`);
}

/** An occurrence that was moved stands in the file as an event of its own, which names the time it had. */
function occurrenceKey({ uid, recurrenceId }: IcsEvent): string {
  return `${uid} ${recurrenceId?.value.date.getTime()}`;
}

function createReading(timeZone: string) {
  const events: CalendarEvent[] = [];
  const skipped: { what: string; reason: string }[] = [];
  const warnings: string[] = [];
  const skip = (event: IcsEvent, reason: string): void => void skipped.push({ what: titleOf(event), reason });

  function add(event: IcsEvent, moved: ReadonlySet<string>): void {
    if (event.status === 'CANCELLED') return skip(event, 'It was cancelled.');
    const start = event.start?.date;
    if (start === undefined || Number.isNaN(start.getTime())) return skip(event, 'It has no time at which it starts.');
    const clock = clockOf(event.start, timeZone);
    const lengthMs = lengthOf(event);
    if (!(lengthMs > 0)) return skip(event, 'It ends when it starts, or before.');
    if (clock.isZoneUnknown)
      warnings.push(
        `“${titleOf(event)}” is in a time zone that this computer does not know; its times are taken from the file’s first offset.`,
      );
    const walls = wallsOf(event, clock, skip);
    if (walls === null) return;
    for (const wall of walls) {
      const startsAt = clock.toInstant(wall);
      if (event.recurrenceId === undefined && moved.has(`${event.uid} ${Date.parse(startsAt)}`)) continue;
      events.push({
        title: titleOf(event),
        startsAt,
        endsAt: clock.toInstant(new Date(wall.getTime() + lengthMs)),
        timeZone: clock.timeZone,
        isAllDay: event.start.type === 'DATE',
        isRepeated: walls.length > 1,
      });
    }
    if (walls.length === MOST_OCCURRENCES)
      warnings.push(`“${titleOf(event)}” repeats more often than ${MOST_OCCURRENCES} times; the first ${MOST_OCCURRENCES} are shown.`);
  }
  return { add, events, skipped, warnings };
}

/** When it takes place, on the clock of its zone: a change of the clocks does not move a weekly event. */
function wallsOf(event: IcsEvent, { wall }: CalendarClock, skip: (event: IcsEvent, reason: string) => void): Date[] | null {
  const { recurrenceRule: rule } = event;
  if (rule === undefined) return [wall];
  if (TOO_OFTEN.has(rule.frequency) || WITHIN_A_DAY.some((part) => (rule[part]?.length ?? 0) > 1)) {
    skip(event, 'It repeats several times a day, which neither a freeze nor a window does.');
    return null;
  }
  const exceptions = (event.exceptionDates ?? []).map((one) => one.local?.date ?? one.date);
  const end = new Date(wall.getTime() + YEARS_AHEAD * YEAR_MS);
  // The last day of a rule is written in UTC; a day more or less on the wall does not matter to a rule that counts in days.
  return extendByRecurrenceRule(rule, { start: wall, end, exceptions }).slice(0, MOST_OCCURRENCES);
}

function lengthOf(event: IcsEvent): number {
  // The package says that one of the two is there; a file may say neither.
  const { start, end, duration }: Pick<IcsEvent, 'start'> & { end?: IcsDateObject | null; duration?: IcsDuration | null } = event;
  const wall = start.local?.date ?? start.date;
  if (end !== undefined && end !== null) return (end.local?.date ?? end.date).getTime() - wall.getTime();
  if (duration !== undefined && duration !== null) return getEventEndFromDuration(start.date, duration).getTime() - start.date.getTime();
  return start.type === 'DATE' ? 86_400_000 : 0;
}

function titleOf({ summary }: IcsEvent): string {
  const title = (summary ?? '').replaceAll(/\s+/g, ' ').trim();
  return title === '' ? 'Event without a name' : title.slice(0, MOST_TITLE_CHARACTERS);
}
