import type { LineLimit } from '../../../shared/domain/wave.ts';
import { lineCarriesBy } from '../../../shared/sizing/line-forecast.ts';

/** What the line has carried by the start of a wave's window, and what has to be there by then. GiB. */
export interface LinePoint {
  readonly title: string;
  readonly startsAt: string;
  readonly needed: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface OutlookWave {
  readonly title: string;
  readonly startsAt: string;
  readonly sizeGiB: number;
}

const LEAD_MS = 28 * 86_400_000;

/** One point per wave with a date, in the order of time. */
export function lineOutlook(line: LineLimit, waves: readonly OutlookWave[], churnGiBPerDay: number): LinePoint[] {
  const inOrder = waves.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const first = inOrder[0]?.startsAt;
  if (first === undefined) return [];
  const startsAt = line.startsAt ?? new Date(Date.parse(first) - LEAD_MS).toISOString();
  let needed = 0;
  return inOrder.map((wave) => {
    needed += wave.sizeGiB;
    const { low, likely, high } = lineCarriesBy(wave.startsAt, { line, startsAt, churnGiBPerDay: line.churnGiBPerDay ?? churnGiBPerDay });
    return { title: wave.title, startsAt: wave.startsAt, needed, low: low ?? 0, likely: likely ?? 0, high: high ?? 0 };
  });
}

export type LineVerdict = { readonly kind: 'fits' } | { readonly kind: 'tight' | 'late'; readonly title: string };

/** The first wave that is late: likely, or only at worst. */
export function lineVerdict(points: readonly LinePoint[]): LineVerdict {
  const late = points.find((point) => point.needed > point.likely);
  if (late !== undefined) return { kind: 'late', title: late.title };
  const tight = points.find((point) => point.needed > point.low);
  return tight === undefined ? { kind: 'fits' } : { kind: 'tight', title: tight.title };
}
