import { Temporal } from 'temporal-polyfill';

/** A wave with its cutover window, as the timeline needs it. */
export interface TimelineWave {
  readonly id: string;
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface TimelineFreeze {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A stretch of the axis in percent of its width. */
export interface Stretch {
  readonly leftPercent: number;
  readonly widthPercent: number;
}

export interface TimelineTick {
  readonly leftPercent: number;
  readonly label: string;
  /** The first tick of a year carries it. */
  readonly isYearStart: boolean;
}

export interface TimelineLayout {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly ticks: readonly TimelineTick[];
  readonly waves: readonly (Stretch & { readonly id: string; readonly number: number; readonly hasRoomForLabel: boolean })[];
  readonly freezes: readonly (Stretch & TimelineFreeze)[];
  /** Windows that no wave uses. */
  readonly windows: readonly (Stretch & TimelineFreeze)[];
}

export interface TimelineInput {
  readonly waves: readonly TimelineWave[];
  readonly freezes: readonly TimelineFreeze[];
  readonly windows?: readonly TimelineFreeze[];
  readonly timeZone: string;
  readonly widthPixels: number;
}

/** Room that the label of a tick, or the block of a wave, needs to be read. */
const TICK_PIXELS = 76;
const WAVE_PIXELS = 30;
const DAY_MS = 86_400_000;

/**
 * Places windows and freezes on one time axis. `null` when no wave has a window: there is nothing to place.
 * Freezes far outside the windows do not stretch the axis; they are cut at its ends.
 */
export function layOutTimeline(input: TimelineInput): TimelineLayout | null {
  if (input.waves.length === 0) return null;
  const first = Math.min(...input.waves.map((wave) => Date.parse(wave.startsAt)));
  const last = Math.max(...input.waves.map((wave) => Date.parse(wave.endsAt)));
  const margin = Math.max((last - first) * 0.04, DAY_MS);
  const start = first - margin;
  const span = last + margin - start;
  const place = (from: number, to: number): Stretch => ({
    leftPercent: percent((from - start) / span),
    widthPercent: percent((to - from) / span),
  });
  const waves = input.waves.map((wave) => ({
    id: wave.id,
    number: wave.number,
    ...place(Date.parse(wave.startsAt), Date.parse(wave.endsAt)),
  }));
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + span).toISOString(),
    ticks: ticksBetween(start, start + span, input).map((tick) => ({ ...tick, leftPercent: percent((tick.at - start) / span) })),
    waves: withRoom(waves, input.widthPixels),
    windows: (input.windows ?? []).flatMap((window) => {
      const at = Date.parse(window.startsAt);
      return at >= start && at <= start + span ? [{ ...window, ...place(at, Date.parse(window.endsAt)) }] : [];
    }),
    freezes: input.freezes.flatMap((freeze) => {
      const from = Math.max(Date.parse(freeze.startsAt), start);
      const to = Math.min(Date.parse(freeze.endsAt), start + span);
      return from < to ? [{ ...freeze, ...place(from, to) }] : [];
    }),
  };
}

function percent(share: number): number {
  return Math.round(share * 100_000) / 1000;
}

/** A block gets its number when the block before it with a number is far enough to the left. */
function withRoom<T extends Stretch>(waves: readonly T[], widthPixels: number): (T & { hasRoomForLabel: boolean })[] {
  let freeFrom = -Infinity;
  return waves.map((wave) => {
    const left = (wave.leftPercent / 100) * widthPixels;
    const hasRoomForLabel = left >= freeFrom;
    if (hasRoomForLabel) freeFrom = left + WAVE_PIXELS;
    return { ...wave, hasRoomForLabel };
  });
}

type Step = { readonly unit: 'days' | 'weeks' | 'months'; readonly count: number };

const STEPS: readonly Step[] = [
  { unit: 'days', count: 1 },
  { unit: 'days', count: 2 },
  { unit: 'weeks', count: 1 },
  { unit: 'weeks', count: 2 },
  { unit: 'months', count: 1 },
  { unit: 'months', count: 2 },
  { unit: 'months', count: 3 },
  { unit: 'months', count: 6 },
  { unit: 'months', count: 12 },
];
const STEP_DAYS: Readonly<Record<Step['unit'], number>> = { days: 1, weeks: 7, months: 30.44 };

/** Midnights in the zone of the plan: days, Mondays or firsts of months, as many as can be read. */
function ticksBetween(startMs: number, endMs: number, input: TimelineInput): { at: number; label: string; isYearStart: boolean }[] {
  const mostTicks = Math.max(2, Math.floor(input.widthPixels / TICK_PIXELS));
  const days = (endMs - startMs) / DAY_MS;
  const step = STEPS.find((candidate) => days / (candidate.count * STEP_DAYS[candidate.unit]) <= mostTicks) ?? {
    unit: 'months',
    count: 24,
  };
  const ticks: { at: number; label: string; isYearStart: boolean }[] = [];
  let year = 0;
  for (let date = firstTick(startMs, input.timeZone, step); ; date = date.add({ [step.unit]: step.count })) {
    const at = date.toZonedDateTime({ timeZone: input.timeZone }).epochMilliseconds;
    if (at > endMs) return ticks;
    if (at < startMs) continue;
    const isYearStart = date.year !== year;
    ticks.push({ at, label: isYearStart ? `${tickLabel(date, step)} ${date.year}` : tickLabel(date, step), isYearStart });
    year = date.year;
  }
}

function firstTick(startMs: number, timeZone: string, step: Step): Temporal.PlainDate {
  const date = Temporal.Instant.fromEpochMilliseconds(Math.round(startMs)).toZonedDateTimeISO(timeZone).toPlainDate();
  if (step.unit === 'months') return date.with({ day: 1 });
  return step.unit === 'weeks' ? date.subtract({ days: date.dayOfWeek - 1 }) : date;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function tickLabel(date: Temporal.PlainDate, step: Step): string {
  const month = MONTHS[date.month - 1] ?? '';
  return step.unit === 'months' ? month : `${date.day} ${month}`;
}
