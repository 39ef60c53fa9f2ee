import { Temporal } from 'temporal-polyfill';

import type { WaveLimits, Window } from '../domain/wave.ts';

/** More than this many windows ahead is not a plan any more; also ends the search when freezes cover everything. */
const MOST_WINDOWS = 2000;

/**
 * Cutover windows from the limits: always at the same local hour in the engagement's zone, also across a change of the
 * clocks. A window that touches a freeze is kept and marked, so that the timeline can show why it is left out. Ends when
 * `openCount` windows are open.
 */
export function windowsFromLimits(limits: WaveLimits, openCount: number, firstStart: string): Window[] {
  const first = Temporal.Instant.from(limits.firstWindowStartsAt ?? firstStart).toZonedDateTimeISO(limits.timeZone);
  const windows: Window[] = [];
  let open = 0;
  for (let index = 0; open < openCount && index < MOST_WINDOWS; index += 1) {
    const start = first.add({ days: index * limits.daysBetweenWindows });
    // Hours of work, not hours on the wall: a window of eight hours stays eight hours in the night the clocks change.
    const end = start.toInstant().add({ minutes: Math.round(limits.windowHours * 60) });
    const startsAt = instantText(start.toInstant());
    const endsAt = instantText(end);
    const isFrozen = limits.freezes.some((freeze) => freeze.startsAt < endsAt && startsAt < freeze.endsAt);
    if (!isFrozen) open += 1;
    windows.push({ id: `w${index + 1}`, title: `Window ${index + 1}`, startsAt, endsAt, timeZone: limits.timeZone, isFrozen });
  }
  return windows;
}

function instantText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
