import { Temporal } from 'temporal-polyfill';

import type { WaveLimits, Window } from '../domain/wave.ts';

/** More than this many windows ahead is not a plan any more; also ends the search when freezes cover everything. */
const MOST_WINDOWS = 2000;

/**
 * Cutover windows one after another: always at the same local hour in the engagement's zone, also across a change of the
 * clocks. A window that touches a freeze is marked, so that the timeline can show why it is left out. Ends after two thousand.
 */
export function* windowSequence(limits: WaveLimits, firstStart: string): Generator<Window, void, void> {
  const first = Temporal.Instant.from(limits.firstWindowStartsAt ?? firstStart).toZonedDateTimeISO(limits.timeZone);
  for (let index = 0; index < MOST_WINDOWS; index += 1) {
    const start = first.add({ days: index * limits.daysBetweenWindows });
    // Hours of work, not hours on the wall: a window of eight hours stays eight hours in the night the clocks change.
    const end = start.toInstant().add({ minutes: Math.round(limits.windowHours * 60) });
    const startsAt = instantText(start.toInstant());
    const endsAt = instantText(end);
    const isFrozen = limits.freezes.some((freeze) => freeze.startsAt < endsAt && startsAt < freeze.endsAt);
    yield { id: `w${index + 1}`, title: `Window ${index + 1}`, startsAt, endsAt, timeZone: limits.timeZone, isFrozen };
  }
}

/** Windows, frozen ones too, until `openCount` of them are open. */
export function windowsFromLimits(limits: WaveLimits, openCount: number, firstStart: string): Window[] {
  const windows: Window[] = [];
  let open = 0;
  if (openCount <= 0) return windows;
  for (const window of windowSequence(limits, firstStart)) {
    windows.push(window);
    if (!window.isFrozen) open += 1;
    if (open >= openCount) break;
  }
  return windows;
}

/** Thousands of them per plan: the text of a `Date` is made many times faster than that of an `Instant`, and is the same. */
function instantText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}
