import { Temporal } from 'temporal-polyfill';

import type { CalendarWindow, WaveLimits, Window } from '../domain/wave.ts';

/** More than this many windows ahead is not a plan any more; also ends the search when freezes cover everything. */
const MOST_WINDOWS = 2000;

/**
 * Cutover windows one after another. Where the calendar is written out, its windows; else always at the same local hour in
 * the engagement's zone, also across a change of the clocks. A window that touches a freeze is marked, so that the timeline
 * can show why it is left out. Ends with the calendar, at the last day for windows, or after two thousand.
 */
export function* windowSequence(limits: WaveLimits, firstStart: string): Generator<Window, void, void> {
  const sequence = limits.windows.length > 0 ? writtenOut(limits.windows) : rhythm(limits, firstStart);
  for (const window of sequence) {
    if (limits.lastWindowEndsBy !== null && window.endsAt > limits.lastWindowEndsBy) return;
    const isFrozen = limits.freezes.some((freeze) => freeze.startsAt < window.endsAt && window.startsAt < freeze.endsAt);
    yield { ...window, isFrozen };
  }
}

type UnfrozenWindow = Omit<Window, 'isFrozen'>;

function* writtenOut(windows: readonly CalendarWindow[]): Generator<UnfrozenWindow, void, void> {
  const inOrder = windows.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  for (const [index, { title, startsAt, endsAt, timeZone }] of inOrder.entries())
    yield { id: `w${index + 1}`, title, startsAt: sameForm(startsAt), endsAt: sameForm(endsAt), timeZone };
}

function* rhythm(limits: WaveLimits, firstStart: string): Generator<UnfrozenWindow, void, void> {
  const first = Temporal.Instant.from(limits.firstWindowStartsAt ?? firstStart).toZonedDateTimeISO(limits.timeZone);
  for (let index = 0; index < MOST_WINDOWS; index += 1) {
    const start = first.add({ days: index * limits.daysBetweenWindows });
    // Hours of work, not hours on the wall: a window of eight hours stays eight hours in the night the clocks change.
    const end = start.toInstant().add({ minutes: Math.round(limits.windowHours * 60) });
    yield {
      id: `w${index + 1}`,
      title: `Window ${index + 1}`,
      startsAt: instantText(start.toInstant()),
      endsAt: instantText(end),
      timeZone: limits.timeZone,
    };
  }
}

/** How many windows are laid out of a rhythm, which has no end of its own. */
export interface CalendarReach {
  /** Until so many are open, counted from `countFrom` on. */
  readonly openCount: number;
  readonly countFrom: string | null;
  /** At least up to this moment. */
  readonly until: string | null;
}

/** Windows, frozen ones too, as far as the reach asks; all of them where the calendar is written out. */
export function windowsFromLimits(limits: WaveLimits, reach: CalendarReach, firstStart: string): Window[] {
  const windows: Window[] = [];
  let open = 0;
  for (const window of windowSequence(limits, firstStart)) {
    const isFar = reach.until === null || window.startsAt > reach.until;
    if (limits.windows.length === 0 && open >= reach.openCount && isFar) break;
    windows.push(window);
    if (!window.isFrozen && (reach.countFrom === null || window.startsAt >= reach.countFrom)) open += 1;
  }
  return windows;
}

/** Thousands of them per plan: the text of a `Date` is made many times faster than that of an `Instant`, and is the same. */
function instantText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

/** Instants are compared as texts, so all of them are written alike. */
function sameForm(instant: string): string {
  return new Date(instant).toISOString();
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "6 Feb 2027" in a zone. */
export function dayIn(instant: string, timeZone: string): string {
  const { day, month, year } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}
