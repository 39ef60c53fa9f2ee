const LOCALE = 'en-GB';
const wholeNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const dayTime = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** What stands where a value is unknown. Never a zero, never an empty cell. */
export const UNKNOWN = '–';

export function formatNumber(value: number | null): string {
  return value === null ? UNKNOWN : wholeNumber.format(value);
}

/** `share` is 0 to 1. */
export function formatShare(share: number): string {
  return percent.format(share);
}

/** GiB in the unit a person would choose: below 1 TiB as GiB, else TiB with one decimal. */
export function formatGiB(sizeGiB: number | null): string {
  if (sizeGiB === null) return UNKNOWN;
  return sizeGiB < 1024 ? `${wholeNumber.format(sizeGiB)} GiB` : `${oneDecimal.format(sizeGiB / 1024)} TiB`;
}

/** MiB of memory as GiB. */
export function formatMemory(memoryMiB: number | null): string {
  return memoryMiB === null ? UNKNOWN : formatGiB(memoryMiB / 1024);
}

export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${wholeNumber.format(sizeBytes)} B`;
  const units = ['KiB', 'MiB', 'GiB'] as const;
  let size = sizeBytes / 1024;
  let index = 0;
  while (size >= 1024 && index < units.length - 1) {
    size /= 1024;
    index += 1;
  }
  return `${size < 10 ? oneDecimal.format(size) : wholeNumber.format(size)} ${units[index] ?? 'GiB'}`;
}

/** Local time of an instant, e.g. "14:32". */
export function formatTime(instant: string): string {
  return time.format(new Date(instant));
}

export function formatDay(instant: string): string {
  return day.format(new Date(instant));
}

export function formatDayTime(instant: string): string {
  return dayTime.format(new Date(instant));
}

const STEPS = [
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'year', seconds: 31_557_600 },
] as const;
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago, e.g. "3 hours ago". `nowMs` is milliseconds since the epoch. */
export function formatAgo(instant: string, nowMs: number): string {
  const seconds = (Date.parse(instant) - nowMs) / 1000;
  const step = STEPS.findLast((candidate) => Math.abs(seconds) >= candidate.seconds);
  return step === undefined ? 'just now' : relative.format(Math.trunc(seconds / step.seconds), step.unit);
}

/** "1 machine", "2 machines". */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${wholeNumber.format(count)} ${count === 1 ? singular : plural}`;
}

/** A moment as people in a zone read it, e.g. "Sat 16 Jan 2027, 20:00"; in UTC where this computer does not know the zone. */
export function formatInZone(instant: string, timeZone: string): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(LOCALE, { ...parts, timeZone }).format(new Date(instant));
  } catch {
    return `${new Intl.DateTimeFormat(LOCALE, { ...parts, timeZone: 'UTC' }).format(new Date(instant))} UTC`;
  }
}
