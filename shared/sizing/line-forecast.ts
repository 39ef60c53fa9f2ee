import type { LineLimit } from '../domain/wave.ts';
import { LINE_SHARE } from './assumptions.data.ts';
import { estimated, input, type Estimate } from './estimate.ts';

const DAY_MS = 86_400_000;
const DAYS_PER_YEAR = 365.25;
/** Mbit/s for a second are so many MB; 8,192 Mbit are a GiB, as in the transfer formulas. */
const MEGABITS_PER_GIB = 8192;

/** Share of the change of everything that takes the line away: none at best, half of it while machines join one by one, all. */
const CHURN_SHARE = { low: 1, likely: 0.5, high: 0 } as const;

export interface LineSituation {
  readonly line: Pick<LineLimit, 'mbps' | 'growthPercentPerYear'>;
  readonly startsAt: string;
  /** GiB that change in a day on everything that will replicate, as far as it is known. */
  readonly churnGiBPerDay: number;
}

/**
 * GiB of today's data that the line has carried by a moment. What grows until then takes room away, and so do the changes of
 * what was carried before. The low value is the careful one.
 */
export function lineCarriesBy(moment: string, { line, startsAt, churnGiBPerDay }: LineSituation): Estimate {
  const days = Math.max(0, (Date.parse(moment) - Date.parse(startsAt)) / DAY_MS);
  const growth = 1 + (line.growthPercentPerYear / 100) * (days / DAYS_PER_YEAR);
  const carried = (which: 'low' | 'likely' | 'high'): number => {
    // The share of the line that a transfer gets is smallest at worst, which is the high value of a duration.
    const share = which === 'low' ? LINE_SHARE.high : which === 'high' ? LINE_SHARE.low : LINE_SHARE.likely;
    const perDay = (line.mbps * share * 86_400) / MEGABITS_PER_GIB - churnGiBPerDay * CHURN_SHARE[which];
    return (Math.max(0, perDay) * days) / growth;
  };
  return estimated([carried('low'), carried('likely'), carried('high')], {
    unit: 'GiB',
    inputs: [
      input('Line', line.mbps, 'Mbit/s'),
      input('Days of copying', days, ''),
      input('Change per day', churnGiBPerDay, 'GiB'),
      input('Growth per year', line.growthPercentPerYear, '%'),
      input('Share of the line, likely', LINE_SHARE.likely, ''),
    ],
    formula:
      '(Mbit/s × share × 86,400 ÷ 8,192 − change per day) × days ÷ growth until then. Low: half of the line and all changes; likely: 80 % and half of the changes; high: the whole line and none.',
    source: 'Landfall',
  });
}
