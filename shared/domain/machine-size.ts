import type { MachineFacts } from './machine.ts';

/**
 * GiB that cross the line for this machine: what is in use, else what its disks use, else what is provisioned (too much
 * rather than too little). `null` when nothing is known; the caller counts such machines, it never adds zero silently.
 */
export function sizeOverTheLineGiB(facts: MachineFacts): number | null {
  if (facts.inUseGiB !== undefined) return facts.inUseGiB;
  const used = sumOf(facts.disks?.map((disk) => disk.usedGiB));
  if (used !== null) return used;
  return facts.provisionedGiB ?? sumOf(facts.disks?.map((disk) => disk.sizeGiB));
}

/** Sum of sizes that are all known; one unknown makes the sum unknown. */
function sumOf(sizes: readonly (number | undefined)[] | undefined): number | null {
  if (sizes === undefined || sizes.length === 0) return null;
  let sum = 0;
  for (const size of sizes) {
    if (size === undefined) return null;
    sum += size;
  }
  return sum;
}
