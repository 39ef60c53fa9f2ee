import { sizeOverTheLineGiB } from '../domain/machine-size.ts';
import type { MachineFacts } from '../domain/machine.ts';
import { transferHours } from '../domain/units.ts';
import { GROWTH_FACTOR } from '../readiness/change-rate.data.ts';
import { deltaMbps, machinePeak } from '../readiness/change-rate.ts';
import { CLASSIC_MOVE_HOURS, CLASSIC_SECONDS_PER_GIB, COPY_SHARE_OF_DISK, COPY_SHARE_SPREAD, LINE_SHARE } from './assumptions.data.ts';
import { estimated, input, notEstimated, type Estimate } from './estimate.ts';
import type { TargetDisk } from './target-disks.ts';

/** Mbit/s for the changes of a machine. */
export function deltaTraffic(facts: MachineFacts): Estimate {
  const peak = machinePeak(facts)?.peak;
  const about = {
    unit: 'Mbit/s',
    inputs: [input('Peak change rate', peak, 'MB/s'), input('Growth factor', GROWTH_FACTOR, '')],
    formula: 'peak change rate × 8 × 1.3; the low value without the growth factor',
    source: 'DP-RUN',
  };
  if (peak === undefined) return notEstimated(['machinePeakChurnMBps'], about);
  return estimated([peak * 8, deltaMbps(peak), deltaMbps(peak)], about);
}

export interface LineShare {
  readonly lineMbps: number | null;
  /** Mbit/s that other machines take away meanwhile: at best, likely, at worst. */
  readonly taken: { readonly low: number; readonly likely: number; readonly high: number };
}

export interface DataSize {
  /** GiB in use, as far as known. */
  readonly usedGiB: number | null;
  /** GiB provisioned; what crosses the line at worst. */
  readonly provisionedGiB: number | null;
}

export function dataSizeOf(facts: MachineFacts): DataSize {
  const usedGiB = sizeOverTheLineGiB(facts);
  const disks = facts.disks ?? [];
  const sum = disks.reduce((total, disk) => total + (disk.sizeGiB ?? 0), 0);
  const provisionedGiB = facts.provisionedGiB ?? (sum > 0 ? sum : null);
  return { usedGiB, provisionedGiB: provisionedGiB === null ? usedGiB : Math.max(provisionedGiB, usedGiB ?? 0) };
}

/** Hours until so much data are over the line, by what is left of it. */
export function lineTransfer({ usedGiB, provisionedGiB }: DataSize, { lineMbps, taken }: LineShare): Estimate {
  const about = {
    unit: 'h',
    inputs: [
      input('Data in use', usedGiB, 'GiB'),
      input('Data provisioned', provisionedGiB, 'GiB'),
      input('Line', lineMbps, 'Mbit/s'),
      input('Taken by the changes of others, likely', taken.likely, 'Mbit/s'),
      input('Share of the line, likely', LINE_SHARE.likely, ''),
    ],
    formula:
      'GiB × 8,192 ÷ (Mbit/s left × 3,600), no compression. Low: data in use over the whole line; likely: over 80 % of what is left; high: data provisioned over half of what is left.',
    source: 'HV-DP',
  };
  const missing = [...(usedGiB === null ? ['inUseGiB'] : []), ...(lineMbps === null ? ['siteLinkMbps'] : [])];
  if (usedGiB === null || lineMbps === null) return notEstimated(missing, about);
  const left = { low: lineMbps - taken.low, likely: lineMbps - taken.likely, high: lineMbps - taken.high };
  if (left.high <= 0 || left.likely <= 0) return notEstimated(['siteLinkMbps: the changes alone take the whole line'], about);
  return estimated(
    [
      transferHours(usedGiB, left.low * LINE_SHARE.low),
      transferHours(usedGiB, left.likely * LINE_SHARE.likely),
      transferHours(provisionedGiB ?? usedGiB, left.high * LINE_SHARE.high),
    ],
    about,
  );
}

/** Hours of the initial copy between Azure regions: the slowest disk counts, disks are copied side by side. */
export function regionCopy(disks: readonly TargetDisk[]): Estimate {
  const about = {
    unit: 'h',
    inputs: disks.flatMap((disk) => [
      input(`${disk.diskId} size`, disk.sizeGiB, 'GiB'),
      input(`${disk.diskId} throughput`, disk.throughputMBps, 'MB/s'),
    ]),
    formula:
      'GiB × 1,024 ÷ (23 % of the throughput of the disk × 3,600), of the slowest disk; low with 30 %, high with 15 %, which are assumptions.',
    source: 'A2A-EN',
  };
  const hours = (share: number): number =>
    Math.max(...disks.map((disk) => ((disk.sizeGiB ?? 0) * 1024) / (share * (disk.throughputMBps ?? 1) * 3600)));
  if (disks.length === 0 || disks.some((disk) => disk.sizeGiB === null || disk.throughputMBps === null))
    return notEstimated(['disks[].sizeGiB'], about);
  return estimated([hours(COPY_SHARE_SPREAD.low), hours(COPY_SHARE_OF_DISK), hours(COPY_SHARE_SPREAD.high)], about);
}

/** Hours of moving a classic item to the modernized experience. */
export function classicMove(facts: MachineFacts): Estimate {
  const sizes = (facts.disks ?? []).map((disk) => disk.sizeGiB);
  const about = {
    unit: 'h',
    inputs: [input('Largest disk', sizes.includes(undefined) ? null : Math.max(0, ...sizes.map((size) => size ?? 0)), 'GiB')],
    formula:
      'Healthy, last point younger than 50 min: 1 to 2 h; otherwise 1 h and 45 s per GiB of the largest disk (at most 10 items at once).',
    source: 'CLS-MOVE',
  };
  if (sizes.length === 0 || sizes.includes(undefined)) return notEstimated(['disks[].sizeGiB'], about);
  const largest = Math.max(...sizes.map((size) => size ?? 0));
  const slow = CLASSIC_MOVE_HOURS.base + (CLASSIC_SECONDS_PER_GIB * largest) / 3600;
  return estimated([CLASSIC_MOVE_HOURS.low, CLASSIC_MOVE_HOURS.healthy, Math.max(slow, CLASSIC_MOVE_HOURS.healthy)], about);
}
