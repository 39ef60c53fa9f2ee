import type { WaveLimits } from '../domain/wave.ts';

/** Moments are compared as texts, so all of them are written alike: in UTC, to the millisecond. */
export function inEvenForm(limits: WaveLimits): WaveLimits {
  const even = (moment: string): string => new Date(moment).toISOString();
  const orNone = (moment: string | null): string | null => (moment === null ? null : even(moment));
  const span = <T extends { readonly startsAt: string; readonly endsAt: string }>(one: T): T => ({
    ...one,
    startsAt: even(one.startsAt),
    endsAt: even(one.endsAt),
  });
  return {
    ...limits,
    firstWindowStartsAt: orNone(limits.firstWindowStartsAt),
    lastWindowEndsBy: orNone(limits.lastWindowEndsBy),
    notBefore: orNone(limits.notBefore),
    freezes: limits.freezes.map(span),
    windows: limits.windows.map(span).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    pins: limits.pins.map((pin) => (pin.startsAt === undefined ? pin : { ...pin, startsAt: even(pin.startsAt) })),
    dates: limits.dates.map((date) => ({ ...date, notBefore: orNone(date.notBefore), notAfter: orNone(date.notAfter) })),
    locks: limits.locks.map((lock) => ({ ...lock, startsAt: even(lock.startsAt) })),
    line: limits.line === null ? null : { ...limits.line, startsAt: orNone(limits.line.startsAt) },
  };
}

/** What makes limits senseless whatever is planned, as one sentence with the place; `null` where nothing does. */
export function limitsProblem(limits: WaveLimits): string | null {
  if (!isTimeZone(limits.timeZone)) return `timeZone: “${limits.timeZone}” is not a time zone. Use a name such as Europe/Berlin.`;
  const backwards = limits.freezes.find((freeze) => freeze.endsAt <= freeze.startsAt);
  if (backwards !== undefined) return `freezes: “${backwards.title}” ends before it starts.`;
  if (limits.windowHours / 24 > limits.daysBetweenWindows) return 'windowHours: a window would still be open when the next one starts.';
  const date = limits.dates.find(({ notBefore, notAfter }) => notBefore !== null && notAfter !== null && notAfter <= notBefore);
  if (date !== undefined) return 'dates: a group would have to be done before it may begin.';
  if (limits.conflicts.some(({ a, b }) => a === b)) return 'conflicts: a group cannot be kept apart from itself.';
  return windowsProblem(limits.windows);
}

function windowsProblem(windows: WaveLimits['windows']): string | null {
  for (const [index, window] of windows.entries()) {
    if (!isTimeZone(window.timeZone)) return `windows: “${window.timeZone}” is not a time zone. Use a name such as Europe/Berlin.`;
    if (window.endsAt <= window.startsAt) return `windows: “${window.title}” ends before it starts.`;
    const next = windows[index + 1];
    if (next !== undefined && next.startsAt < window.endsAt)
      return `windows: “${window.title}” is still open when “${next.title}” starts. Shorten one of them or move it.`;
  }
  return null;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
