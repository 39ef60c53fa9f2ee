import type { Disk, Nic, Volume } from './machine-parts.ts';

/**
 * Lists of parts from several sources, put together: a hypervisor knows the bus of a disk, the guest knows whether it is
 * encrypted. What speaks of the same part is joined, the newer statement winning attribute by attribute; a part that only one
 * source knows stays.
 */
export function mergeDisks(older: readonly Disk[], newer: readonly Disk[]): readonly Disk[] {
  return mergeParts(older, newer, [
    (a, b) => a.id.toLowerCase() === b.id.toLowerCase(),
    (a, b) => a.isOsDisk === true && b.isOsDisk === true,
    (a, b) => a.isOsDisk !== true && b.isOsDisk !== true && isSameSize(a.sizeGiB, b.sizeGiB),
    // One list says which disk is the system's, the other does not: the size decides.
    (a, b) => (a.isOsDisk === undefined || b.isOsDisk === undefined) && isSameSize(a.sizeGiB, b.sizeGiB),
  ]);
}

export function mergeVolumes(older: readonly Volume[], newer: readonly Volume[]): readonly Volume[] {
  const key = (volume: Volume): string => volume.mountPoint.toLowerCase().replace(/[\\/]+$/, '');
  return mergeParts(older, newer, [(a, b) => key(a) === key(b)]);
}

export function mergeNics(older: readonly Nic[], newer: readonly Nic[]): readonly Nic[] {
  const key = (nic: Nic): string => nic.mac?.toLowerCase().replaceAll(/[^\da-f]/g, '') ?? '';
  return mergeParts(older, newer, [(a, b) => key(a) !== '' && key(a) === key(b), (a, b) => a.id.toLowerCase() === b.id.toLowerCase()]);
}

type Test<T> = (older: T, newer: T) => boolean;

/** The first kind of sign is tried for all parts before the next, so that a weak sign never takes a part from a strong one. */
function mergeParts<T extends object>(older: readonly T[], newer: readonly T[], tests: readonly Test<T>[]): readonly T[] {
  const merged: T[] = [...older];
  const taken = new Set<number>();
  const placed = new Map<T, number>();
  for (const test of tests) {
    for (const part of newer) {
      if (placed.has(part)) continue;
      const place = older.findIndex((candidate, index) => !taken.has(index) && test(candidate, part));
      if (place < 0) continue;
      taken.add(place);
      placed.set(part, place);
    }
  }
  for (const part of newer) {
    const place = placed.get(part);
    if (place === undefined) merged.push(part);
    else merged[place] = { ...merged[place]!, ...part, ...nameOf(older[place]!) };
  }
  return merged;
}

/** The part keeps the name it was first known by. */
function nameOf<T extends object>(part: T): Partial<T> {
  const named = ['id', 'mountPoint'].filter((name) => name in part) as (keyof T)[];
  return Object.fromEntries(named.map((name) => [name, part[name]])) as Partial<T>;
}

/** Tools round sizes differently: within one per cent, or a tenth of a GiB, they mean the same. */
function isSameSize(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= Math.max(0.1, 0.01 * Math.max(a, b));
}
