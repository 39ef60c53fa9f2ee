import { Temporal } from 'temporal-polyfill';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function zoned(instant: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function dayOf(at: Temporal.ZonedDateTime): string {
  return `${at.day} ${MONTHS[at.month - 1] ?? ''} ${at.year}`;
}

function clockOf(at: Temporal.ZonedDateTime): string {
  return `${two(at.hour)}:${two(at.minute)}`;
}

/** `2027-01-16 20:00`, sortable and the same in every language. */
export function localStamp(instant: string, timeZone: string): string {
  const at = zoned(instant, timeZone);
  return `${at.year}-${two(at.month)}-${two(at.day)} ${clockOf(at)}`;
}

/** "16 Jan 2027, 20:00 (Europe/Dublin)". */
export function momentWords(instant: string, timeZone: string): string {
  const at = zoned(instant, timeZone);
  return `${dayOf(at)}, ${clockOf(at)} (${timeZone})`;
}

/** "16 Jan 2027". */
export function dayWords(instant: string, timeZone: string): string {
  return dayOf(zoned(instant, timeZone));
}

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** "Sat 16 Jan 2027, 20:00 to 04:00"; the second day is named when the window lasts a day or longer. */
export function windowWords({ startsAt, endsAt }: Span, timeZone: string): string {
  const start = zoned(startsAt, timeZone);
  const end = zoned(endsAt, timeZone);
  const name = (at: Temporal.ZonedDateTime): string => `${DAYS[at.dayOfWeek - 1] ?? ''} ${dayOf(at)}, ${clockOf(at)}`;
  const isLong = end.epochMilliseconds - start.epochMilliseconds >= 86_400_000;
  return `${name(start)} to ${isLong ? name(end) : clockOf(end)}`;
}

/** Hours and minutes between two instants: windows are agreed in hours of work. */
export function hoursBetween({ startsAt, endsAt }: Span): number {
  const milliseconds = Temporal.Instant.from(endsAt).epochMilliseconds - Temporal.Instant.from(startsAt).epochMilliseconds;
  return milliseconds / 3_600_000;
}

export interface Tick {
  readonly at: string;
  readonly label: string;
}

/** Midnights to label a time axis with: every day, week or month, so that there are at most `most`. */
export function ticksBetween({ startsAt, endsAt }: Span, timeZone: string, most: number): Tick[] {
  const first = zoned(startsAt, timeZone);
  const last = zoned(endsAt, timeZone);
  const days = first.until(last, { largestUnit: 'days' }).days + 1;
  const step = [1, 2, 7, 14].find((length) => days / length <= most);
  const monthStep = [1, 2, 3, 6, 12].find((length) => days / (length * 30) <= most) ?? 24;
  const start = first.toPlainDate();
  let date = step === undefined ? start.with({ day: 1 }) : start;
  if (step !== undefined && step >= 7) date = start.subtract({ days: start.dayOfWeek - 1 });
  const ticks: Tick[] = [];
  for (; ; date = step === undefined ? date.add({ months: monthStep }) : date.add({ days: step })) {
    const at = date.toZonedDateTime(timeZone);
    if (at.epochMilliseconds > last.epochMilliseconds) return ticks;
    if (at.epochMilliseconds < first.epochMilliseconds) continue;
    const month = MONTHS[date.month - 1] ?? '';
    const label = step === undefined ? `${month} ${date.year}` : `${date.day} ${month}`;
    ticks.push({ at: at.toInstant().toString({ fractionalSecondDigits: 3 }), label });
  }
}

/** The wall clock of a zone as a date whose UTC fields read like it: how spreadsheets, which know no zones, keep times. */
export function wallClock(instant: string, timeZone: string): Date {
  const at = zoned(instant, timeZone);
  return new Date(Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second));
}
