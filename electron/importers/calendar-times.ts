import { Temporal } from 'temporal-polyfill';
import type { IcsDateObject } from 'ts-ics';

/** A wall clock without a zone, as `ts-ics` writes it: the clock's figures as if they were UTC. */
function onTheWall(date: Date): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
}

/** A moment of an event: where it stands on the clock of its zone, and how to make an instant of another clock time there. */
export interface CalendarClock {
  readonly wall: Date;
  readonly toInstant: (wall: Date) => string;
  readonly timeZone: string;
  /** The file names a zone that this computer does not know; its first offset is used for all. */
  readonly isZoneUnknown: boolean;
}

/** Days are days of `timeZone`; times are those of the zone that the file names for them, UTC where it says so. */
export function clockOf({ date, type, local }: IcsDateObject, timeZone: string): CalendarClock {
  const zone = type === 'DATE' ? timeZone : (local?.timezone ?? 'UTC');
  const wall = type === 'DATE' ? date : (local?.date ?? date);
  if (isKnownZone(zone)) return { wall, timeZone: zone, isZoneUnknown: false, toInstant: (at) => instantIn(zone, at) };
  const offsetMs = wall.getTime() - date.getTime();
  return { wall, timeZone, isZoneUnknown: true, toInstant: (at) => new Date(at.getTime() - offsetMs).toISOString() };
}

function instantIn(zone: string, wall: Date): string {
  return new Date(onTheWall(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds).toISOString();
}

function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
