/**
 * How much change replication keeps up with. MB/s as the articles write it.
 * SOURCE: VM-SM 2025-12-18 and A2A-SM 2026-01-01 (6.1), HC 2025-10-31 (6.2), LIM 2015-07-06 and A2A-SM (6.3), DP-AN 2026-01-12.
 */
export type DiskClass = 'standard' | 'premium-small' | 'premium-large' | 'premium-from-1-tib';

/** [write I/O size from, KB; MB/s], the smallest I/O size first. Larger I/O carries more. */
type Steps = readonly (readonly [ioSizeKB: number, mbps: number])[];

/** P10 and P15 carry disks up to 256 GiB; larger ones lie on P20 to P50. */
export const SMALL_PREMIUM_GIB = 256;
export const LARGE_PREMIUM_GIB = 1024;

export const normalChurn: Readonly<Record<DiskClass, Steps>> = {
  standard: [[0, 2]],
  'premium-small': [
    [0, 2],
    [16, 4],
    [32, 8],
  ],
  'premium-large': [
    [0, 5],
    [16, 20],
  ],
  'premium-from-1-tib': [
    [0, 5],
    [16, 20],
  ],
};

/** Between Azure regions, with the high churn option. */
export const highChurn: Readonly<Record<DiskClass, Steps>> = {
  standard: [
    [0, 2],
    [16, 4],
    [24, 6],
    [32, 8],
  ],
  'premium-small': [
    [0, 10],
    [16, 20],
    [24, 30],
  ],
  'premium-large': [
    [0, 10],
    [16, 20],
    [24, 30],
  ],
  'premium-from-1-tib': [
    [0, 20],
    [16, 35],
    [24, 50],
  ],
};

/** Peak of one machine over all its disks, MB/s. */
export const MACHINE_PEAK_MBPS = { normal: 54, high: 100 } as const;

/** Older figures of the Hyper-V planner per machine. SOURCE: HV-DP, date not shown. */
export const hyperVPlannerChurn: Readonly<Record<'standard' | 'premium', Steps>> = {
  standard: [[0, 2]],
  premium: [
    [0, 5],
    [16, 20],
  ],
};

/** What the planner marks as not compatible. Its 7,500 at the peak of a disk say nothing more: sources state one figure. */
export const WRITE_IOPS_PER_DISK = 840;
export const IOPS_PER_MACHINE = 80_000;

/** Days of profiling: more than so many; 31 is the advice. SOURCE: DP-RUN 2018-12-28. */
export const LEAST_PROFILE_DAYS = 7;

/** Disks that one cache account between Azure regions carries, at 4 and at 8 MB/s of change per disk. */
export const cacheAccountDisks: Readonly<Record<'standard-v1' | 'standard-v2', { readonly at4: number; readonly at8: number }>> = {
  'standard-v1': { at4: 300, at8: 150 },
  'standard-v2': { at4: 750, at8: 375 },
};

/** Growth that is added to the change rate when a line is sized. SOURCE: DP-RUN 2018-12-28. */
export const GROWTH_FACTOR = 1.3;
/** Memory that machines with high churn should have. SOURCE: HC 2025-10-31. */
export const HIGH_CHURN_MEMORY_MIB = 32_768;
