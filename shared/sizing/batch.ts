import { BATCH_GOAL_HOURS, LINE_SHARE } from './assumptions.data.ts';
import { estimated, input, notEstimated, type Estimate } from './estimate.ts';
import type { LineShare } from './transfer.ts';

export interface BatchMachines {
  /** Machines of known size, and the GiB of all of them in use. */
  readonly machineCount: number;
  readonly usedGiB: number;
}

/**
 * How many machines of this average size are over the line within the goal for a batch, by what the changes of earlier ones
 * leave of it. Low is the careful number. What an appliance or host carries is told apart, as its own number.
 */
export function batchSize({ machineCount, usedGiB }: BatchMachines, { lineMbps, taken }: LineShare): Estimate {
  const average = machineCount === 0 ? null : usedGiB / machineCount;
  const about = {
    unit: 'machines',
    inputs: [
      input('Data in use of a machine, on average', average, 'GiB'),
      input('Line', lineMbps, 'Mbit/s'),
      input('Taken by the changes of others, likely', taken.likely, 'Mbit/s'),
      input('Share of the line, likely', LINE_SHARE.likely, ''),
      input('Goal for a batch', BATCH_GOAL_HOURS, 'h'),
    ],
    formula:
      'Mbit/s left × 72 × 3,600 ÷ (GiB of a machine on average × 8,192), rounded down. Low: half of what all earlier changes leave; likely: 80 %; high: the whole line.',
    source: 'DP-RUN, HV-DP',
  };
  const missing = [...(average === null ? ['inUseGiB'] : []), ...(lineMbps === null ? ['siteLinkMbps'] : [])];
  if (average === null || average === 0 || lineMbps === null) return notEstimated(missing.length === 0 ? ['inUseGiB'] : missing, about);
  const within = (mbps: number): number => Math.max(0, Math.floor((mbps * BATCH_GOAL_HOURS * 3600) / (average * 8192)));
  return estimated(
    [
      within((lineMbps - taken.high) * LINE_SHARE.high),
      within((lineMbps - taken.likely) * LINE_SHARE.likely),
      within((lineMbps - taken.low) * LINE_SHARE.low),
    ],
    about,
  );
}
