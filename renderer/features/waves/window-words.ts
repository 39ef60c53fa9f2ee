import { zonedAt } from './local-time.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

type Zoned = NonNullable<ReturnType<typeof zonedAt>>;

function clock(at: Zoned): string {
  return `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;
}

function day(at: Zoned, hasYear: boolean): string {
  return `${DAYS[at.dayOfWeek - 1] ?? ''} ${at.day} ${MONTHS[at.month - 1] ?? ''}${hasYear ? ` ${at.year}` : ''}`;
}

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A window in the local time of its zone: "Sat 9 Jan, 22:00–06:00". Windows of a day or longer name both days. */
export function shortWindow({ startsAt, endsAt }: Span, timeZone: string): string {
  const start = zonedAt(startsAt, timeZone);
  const end = zonedAt(endsAt, timeZone);
  if (start === null || end === null) return `${startsAt} – ${endsAt}`;
  const isLong = end.epochMilliseconds - start.epochMilliseconds >= 86_400_000;
  return isLong
    ? `${day(start, false)}, ${clock(start)} – ${day(end, false)}, ${clock(end)}`
    : `${day(start, false)}, ${clock(start)}–${clock(end)}`;
}

/** With year and zone, for details and for people who cannot see the axis. */
export function fullWindow(span: Span, timeZone: string): string {
  const start = zonedAt(span.startsAt, timeZone);
  const end = zonedAt(span.endsAt, timeZone);
  if (start === null || end === null) return `${span.startsAt} – ${span.endsAt}`;
  return `${day(start, true)}, ${clock(start)} to ${day(end, true)}, ${clock(end)} (${zoneWords(timeZone, start.offset)})`;
}

/** The same window in UTC, for the hover text beside every local time. */
export function utcWindow(span: Span): string {
  return fullWindow(span, 'UTC');
}

/** One moment in the zone of the plan, with the zone. */
export function fullMoment(instant: string, timeZone: string): string {
  const at = zonedAt(instant, timeZone);
  return at === null ? instant : `${day(at, true)}, ${clock(at)} (${zoneWords(timeZone, at.offset)})`;
}

/** First and last day of a freeze or plan. */
export function dayRange(span: Span, timeZone: string): string {
  const start = zonedAt(span.startsAt, timeZone);
  const end = zonedAt(span.endsAt, timeZone);
  if (start === null || end === null) return `${span.startsAt} – ${span.endsAt}`;
  return `${day(start, start.year !== end.year)} – ${day(end, true)}`;
}

/** "Europe/Berlin, UTC+01:00": a zone alone does not tell a person far away what the clock says. */
export function zoneWords(timeZone: string, offset: string): string {
  const utc = offset === '+00:00' ? 'UTC' : `UTC${offset}`;
  return timeZone === 'UTC' ? 'UTC' : `${timeZone}, ${utc}`;
}

/** "Sat 9 Jan": a window by its day, where the hour does not matter. */
export function shortDay(instant: string, timeZone: string): string {
  const at = zonedAt(instant, timeZone);
  return at === null ? instant : day(at, false);
}
