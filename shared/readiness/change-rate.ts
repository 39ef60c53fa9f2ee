import type { Disk, MachineFacts } from '../domain/machine.ts';
import { GROWTH_FACTOR, highChurn, LARGE_PREMIUM_GIB, normalChurn, SMALL_PREMIUM_GIB, type DiskClass } from './change-rate.data.ts';

/** What is surely carried and what is surely not; between the two it depends on what nobody stated. */
export interface ChurnLimit {
  readonly least: number;
  readonly most: number;
}

/** Mbit/s for the changes of machines that all replicate at the same time, with room for growth. SOURCE: DP-RUN 2018-12-28. */
export function deltaMbps(peakChurnMBps: number): number {
  return peakChurnMBps * 8 * GROWTH_FACTOR;
}

type Steps = readonly (readonly [number, number])[];

/** Limit of a row at an I/O size; the whole span where the size is unknown. */
export function limitAt(steps: Steps, ioSizeKB: number | undefined): ChurnLimit {
  const values = steps.map(([, mbps]) => mbps);
  if (ioSizeKB === undefined) return { least: Math.min(...values), most: Math.max(...values) };
  let limit = values[0] ?? 0;
  for (const [from, mbps] of steps) if (ioSizeKB >= from) limit = mbps;
  return { least: limit, most: limit };
}

/** `Premium_LRS`, `P30`, `premium` are premium; Ultra and Premium SSD v2 count as premium of the largest class. */
export function isPremium(diskType: string): boolean {
  return /premium|ultra|^p\d/i.test(diskType);
}

function classOf(diskType: string, sizeGiB: number): DiskClass {
  if (!isPremium(diskType)) return 'standard';
  if (sizeGiB <= SMALL_PREMIUM_GIB) return 'premium-small';
  return sizeGiB < LARGE_PREMIUM_GIB ? 'premium-large' : 'premium-from-1-tib';
}

export interface ChurnSituation {
  readonly targetDiskType: string | undefined;
  /** Undefined: not chosen yet; only between Azure regions is there a choice. */
  readonly churnOption: 'normal' | 'high' | undefined;
}

const CLASSES: readonly DiskClass[] = ['standard', 'premium-small', 'premium-large', 'premium-from-1-tib'];

/** What one disk may change, per second, by its target disk, I/O size and the churn option, each as far as it is known. */
export function diskChurnLimit(disk: Disk, { targetDiskType, churnOption }: ChurnSituation): ChurnLimit {
  const classes =
    targetDiskType === undefined || (isPremium(targetDiskType) && disk.sizeGiB === undefined)
      ? CLASSES.filter((name) => targetDiskType === undefined || name !== 'standard')
      : [classOf(targetDiskType, disk.sizeGiB ?? 0)];
  const tables = churnOption === undefined ? [normalChurn, highChurn] : [churnOption === 'high' ? highChurn : normalChurn];
  const limits = tables.flatMap((table) => classes.map((name) => limitAt(table[name], disk.ioSizeKB)));
  return { least: Math.min(...limits.map((limit) => limit.least)), most: Math.max(...limits.map((limit) => limit.most)) };
}

/** Change rate of one disk as measured; the peak where it is known. */
export function diskChurn(disk: Disk): number | undefined {
  return disk.peakChurnMBps ?? disk.averageChurnMBps;
}

/** Peak of the machine as stated, or at most the sum of its disks' peaks. */
export function machinePeak(facts: MachineFacts): { readonly peak: number; readonly isExact: boolean } | null {
  if (facts.machinePeakChurnMBps !== undefined) return { peak: facts.machinePeakChurnMBps, isExact: true };
  const { disks } = facts;
  if (disks === undefined || disks.length === 0) return null;
  let sum = 0;
  for (const disk of disks) {
    if (disk.peakChurnMBps === undefined) return null;
    sum += disk.peakChurnMBps;
  }
  return { peak: sum, isExact: disks.length === 1 };
}
