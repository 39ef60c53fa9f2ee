import type { Disk, MachineFacts } from '../domain/machine.ts';
import { missing, raised, type Check } from './outcomes.ts';
import type { RuleOutcome } from './rule.ts';

const NO_DISKS: readonly Disk[] = [];

export function disksOf(facts: MachineFacts): readonly Disk[] {
  return facts.disks ?? NO_DISKS;
}

export function osDiskOf(facts: MachineFacts): Disk | undefined {
  return facts.disks?.find((disk) => disk.isOsDisk === true);
}

/** All disks but the system disk. Undefined while nobody says which one that is and there is more than one. */
export function dataDisksOf(facts: MachineFacts): readonly Disk[] | undefined {
  const { disks } = facts;
  if (disks === undefined || disks.length === 0) return undefined;
  if (disks.some((disk) => disk.isOsDisk === true)) return disks.filter((disk) => disk.isOsDisk !== true);
  return disks.length === 1 ? NO_DISKS : undefined;
}

export function diskCountOf(facts: MachineFacts): number | undefined {
  return facts.diskCount ?? facts.disks?.length;
}

export function dataDiskCountOf(facts: MachineFacts): number | undefined {
  if (facts.dataDiskCount !== undefined) return facts.dataDiskCount;
  const all = diskCountOf(facts);
  return all === undefined ? undefined : Math.max(0, all - 1);
}

/** 1 or 2, as stated or as the firmware says. */
export function generationOf(facts: MachineFacts): 1 | 2 | undefined {
  if (facts.vmGeneration !== undefined) return facts.vmGeneration;
  if (facts.firmware === undefined) return undefined;
  return facts.firmware === 'uefi' ? 2 : 1;
}

interface AnyDisk {
  /** What one disk says; undefined where it does not. */
  readonly of: (disk: Disk) => boolean | undefined;
  /** How the field is named in findings, e.g. `disks[].isShared`. */
  readonly field: string;
  /** A machine-wide answer, where one was given. */
  readonly whole?: (facts: MachineFacts) => boolean | undefined;
  /** Value of the disk to show beside its id. */
  readonly seen?: (disk: Disk) => unknown;
  /** Which disks the rule is about; all unless stated. */
  readonly disks?: (facts: MachineFacts) => readonly Disk[] | undefined;
}

/**
 * Raised when one disk says so; passed only when every disk says no, or somebody answers "no" for the whole machine. One
 * disk that does not say leaves the rule open.
 */
export function whenAnyDisk({ of, field, whole, seen, disks = (facts) => facts.disks }: AnyDisk): Check {
  const lacks = missing(field);
  return (facts) => {
    const about = disks(facts);
    const hit = about === undefined || about.length === 0 ? null : anyOf(about, of, seen);
    if (hit !== null && hit !== 'open') return raised({ [field]: hit });
    const answer = whole?.(facts);
    if (answer !== undefined) return answer ? raised({ [field]: true }) : null;
    if (about === undefined) return lacks;
    if (about.length === 0) return facts.disks === undefined || facts.disks.length === 0 ? lacks : null;
    return hit === 'open' ? lacks : null;
  };
}

function anyOf(disks: readonly Disk[], of: AnyDisk['of'], seen: AnyDisk['seen']): readonly string[] | 'open' | null {
  let isOpen = false;
  let hits: string[] | null = null;
  for (const disk of disks) {
    const says = of(disk);
    if (says === true) (hits ??= []).push(seen === undefined ? disk.id : `${disk.id}: ${String(seen(disk))}`);
    else if (says === undefined) isOpen = true;
  }
  return hits ?? (isOpen ? 'open' : null);
}

/** Raised when a disk is attached in one of these ways; a machine without special disks has none of them. */
export function whenOnBus(buses: readonly Disk['bus'][], seen?: AnyDisk['seen']): Check {
  return whenAnyDisk({
    field: 'disks[].bus',
    of: (disk) => (disk.bus === undefined ? undefined : buses.includes(disk.bus)),
    whole: (facts) => (facts.hasSpecialDisks === false ? false : undefined),
    ...(seen === undefined ? {} : { seen }),
  });
}

/** No disk is larger than all of them together; undefined while even that is not known. */
export function largestPossibleDiskGiB(facts: MachineFacts): number | undefined {
  const sizes = facts.disks?.map((disk) => disk.sizeGiB) ?? [];
  if (sizes.length > 0 && !sizes.includes(undefined)) return Math.max(...sizes.map((size) => size ?? 0));
  return facts.provisionedGiB;
}

export const LACKS_DISK_SIZE: RuleOutcome = missing('disks[].sizeGiB');
