import type { WaveLimits, Window } from '../domain/wave.ts';
import { dayIn, windowsFromLimits, type CalendarReach } from './calendar.ts';

/** The windows of a problem in the order of time, and the words of rules about dates as windows. */
export interface PlanCalendar {
  readonly windows: readonly Window[];
  readonly idAt: (startsAt: string) => string | undefined;
  /** The first window from a moment on. */
  readonly firstFrom: (moment: string) => string | undefined;
  /** The last window that is over by a moment. */
  readonly lastBy: (moment: string) => string | undefined;
}

export interface CalendarRequest {
  readonly limits: WaveLimits;
  readonly groupIds: ReadonlySet<string>;
  readonly reach: Omit<CalendarReach, 'countFrom'>;
  readonly firstStart: string;
  /** Windows of a plan in force. Those that the calendar does not hold any more stand closed in it. */
  readonly ofPlan: readonly Window[];
}

/**
 * Lays out the calendar. A window that a rule names and the calendar does not hold is added closed, so that the rule is
 * broken in words instead of being passed over; that of a wave that is done is added open, because it has been.
 */
export function layOutCalendar(request: CalendarRequest): PlanCalendar {
  const { limits, groupIds, firstStart, ofPlan } = request;
  const dates = limits.dates.filter((date) => groupIds.has(date.groupId));
  const pins = limits.pins.filter((pin) => groupIds.has(pin.groupId));
  const starts = [openFrom(limits), ...dates.map((date) => date.notBefore)].filter((moment) => moment !== null);
  const countFrom = starts.length === 0 ? null : starts.reduce((latest, moment) => (moment > latest ? moment : latest));
  const known = windowsFromLimits(limits, { ...request.reach, countFrom }, firstStart);
  const at = new Map(known.map((window) => [window.startsAt, window]));
  const add = (window: Window): void => {
    if (!at.has(window.startsAt)) at.set(window.startsAt, window);
  };
  const absent = (moment: string): Window => absentWindow(moment, limits.timeZone);
  for (const window of ofPlan) add({ ...window, id: `gone:${window.startsAt}`, isFrozen: true });
  for (const pin of pins) if (pin.startsAt !== undefined) add(absent(pin.startsAt));
  for (const lock of limits.locks) {
    const window = at.get(lock.startsAt) ?? absent(lock.startsAt);
    at.set(lock.startsAt, { ...window, isFrozen: lock.why === 'person' && window.isFrozen });
  }
  const inOrder = (): Window[] => [...at.values()].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const last = inOrder();
  for (const moment of starts) if (last.every((window) => window.startsAt < moment)) add(absent(moment));
  for (const { notAfter } of dates) if (notAfter !== null && last.every((window) => window.endsAt > notAfter)) add(absent(notAfter));
  const windows = inOrder();
  return {
    windows,
    idAt: (startsAt) => at.get(startsAt)?.id,
    firstFrom: (moment) => windows.find((window) => window.startsAt >= moment)?.id,
    lastBy: (moment) => windows.findLast((window) => window.endsAt <= moment)?.id,
  };
}

function absentWindow(moment: string, timeZone: string): Window {
  const title = `${dayIn(moment, timeZone)} (no window in the calendar)`;
  return { id: `gone:${moment}`, title, startsAt: moment, endsAt: moment, timeZone, isFrozen: true };
}

/** From then on windows are open to groups that are not locked: what is done is not joined by anybody, nor what came before it. */
export function openFrom(limits: Pick<WaveLimits, 'notBefore' | 'locks'>): string | null {
  const done = limits.locks.filter((lock) => lock.why === 'done').map((lock) => new Date(Date.parse(lock.startsAt) + 1).toISOString());
  const moments = [...done, ...(limits.notBefore === null ? [] : [limits.notBefore])];
  return moments.length === 0 ? null : moments.reduce((latest, moment) => (moment > latest ? moment : latest));
}
