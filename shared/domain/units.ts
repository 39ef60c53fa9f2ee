/** RVTools and most exports write MiB; Azure disks and this product speak GiB. */
export function gibFromMib(mib: number): number {
  return mib / 1024;
}

/** GiB of data over a line of so many Mbit/s, in hours. Documented constant 8,192 = 1,024 x 8 (readiness facts, section 7). */
export function transferHours(sizeGiB: number, lineMbps: number): number {
  return (sizeGiB * 8192) / (lineMbps * 3600);
}

/** Rounds to so many decimals without leaving binary dust such as 0.30000000000000004 in a report. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
