/**
 * What the articles leave open. These are assumptions of Landfall, shown beside every number that rests on them, until the
 * times of real jobs take their place.
 */

/** Share of the line that a transfer gets: all of it, most of it, or half because others use it too. */
export const LINE_SHARE = { low: 1, likely: 0.8, high: 0.5 } as const;

/** About 23 % of the throughput of a disk is used by the initial copy between regions. SOURCE: A2A-EN 2026-05-05, EN-VM. */
export const COPY_SHARE_OF_DISK = 0.23;
export const COPY_SHARE_SPREAD = { low: 0.3, high: 0.15 } as const;

/** Hours in which the first copy of a batch is to be done. SOURCE: DP-RUN 2018-12-28. */
export const BATCH_GOAL_HOURS = 72;

/** Minutes of the parts of a cutover; hydration as documented (HYD 2026-02-27, FO 2026-08-31), the others ours. */
export const CUTOVER_MINUTES = {
  drain: { low: 2, likely: 5, high: 15 },
  failover: { low: 8, likely: 15, high: 40 },
  hydration: { low: 8, likely: 10, high: 10 },
  test: { low: 15, likely: 30, high: 90 },
  completion: { low: 3, likely: 5, high: 10 },
} as const;

/** Machines that people test at the same time in one cutover. */
export const TESTED_AT_ONCE = 10;

/** Moving a classic item to modernized: healthy items, and others by their largest disk. SOURCE: CLS-MOVE 2023-08-01. */
export const CLASSIC_MOVE_HOURS = { low: 1, healthy: 2, base: 1 } as const;
export const CLASSIC_SECONDS_PER_GIB = 45;
