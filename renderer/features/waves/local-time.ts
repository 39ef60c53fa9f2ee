import { Temporal } from 'temporal-polyfill';

/** What a local date and time means as an instant. On the days when clocks change it may mean nothing, or two things. */
export type LocalTimeReading =
  | { readonly kind: 'instant'; readonly instant: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-time' }
  /** Clocks are put forward: this time does not exist; `next` is the first that does. */
  | { readonly kind: 'gap'; readonly next: string }
  /** Clocks are put back: this time happens twice. */
  | { readonly kind: 'twice'; readonly earlier: string; readonly later: string };

/** Reads what a `datetime-local` field holds, in a named zone. Never guesses on the days when clocks change. */
export function readLocalTime(text: string, timeZone: string): LocalTimeReading {
  if (text.trim() === '') return { kind: 'empty' };
  const local = parsePlain(text.trim());
  if (local === null || !isTimeZone(timeZone)) return { kind: 'not-a-time' };
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'instant', instant: toInstant(earlier) };
  const isGap = !earlier.toPlainDateTime().equals(local);
  return isGap
    ? { kind: 'gap', next: toLocalInput(toInstant(later), timeZone) }
    : { kind: 'twice', earlier: toInstant(earlier), later: toInstant(later) };
}

/** The value of a `datetime-local` field for an instant, to the minute. */
export function toLocalInput(instant: string, timeZone: string): string {
  const zoned = zonedAt(instant, timeZone);
  return zoned === null ? '' : zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Whether this computer knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The moment as people in the zone read it; `null` where the zone or the instant is not known. */
export function zonedAt(instant: string, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  } catch {
    return null;
  }
}

function parsePlain(text: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function toInstant(zoned: Temporal.ZonedDateTime): string {
  return new Date(zoned.epochMilliseconds).toISOString();
}
