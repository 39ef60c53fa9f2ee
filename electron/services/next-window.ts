import { Temporal } from 'temporal-polyfill';

const SATURDAY = 6;
const EVENING_HOUR = 20;
/** Replication has to be set up and tested before the first cutover. */
const LEAD_DAYS = 28;

/** Where a calendar starts that nobody has set: a Saturday at 20:00 local time, four weeks ahead or a little more. */
export function nextSaturdayEvening(now: Date, timeZone: string): string {
  const soon = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).add({ days: LEAD_DAYS });
  const saturday = soon.add({ days: (SATURDAY - soon.dayOfWeek + 7) % 7 });
  return saturday.withPlainTime({ hour: EVENING_HOUR }).toInstant().toString({ fractionalSecondDigits: 3 });
}
