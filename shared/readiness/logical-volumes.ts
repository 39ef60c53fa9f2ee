/**
 * Limit of the agent's driver on Linux: with LV logical volumes on each of D disks, D must stay below 627,790 / (450 + 317 LV).
 * SOURCE: VM-SM 2025-12-18. The article has a second formula for differing numbers per disk, whose wording is terse; the
 * highest number of the machine is used for all disks here, which errs on the safe side.
 */
const METADATA = 627_790;
const PER_DISK = 450;
const PER_VOLUME = 317;

/** Most disks with so many logical volumes on each: 818 with 1, 173 with 10, 63 with 30, 19 with 100. */
export function mostDisks(logicalVolumes: number): number {
  return Math.ceil(METADATA / (PER_DISK + PER_VOLUME * logicalVolumes)) - 1;
}

export function breaksVolumeLimit(disks: number, logicalVolumes: number): boolean {
  return disks >= METADATA / (PER_DISK + PER_VOLUME * logicalVolumes);
}
