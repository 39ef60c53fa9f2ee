import type { FieldName } from './machine.ts';
import { mergeDisks, mergeNics, mergeVolumes } from './merge-parts.ts';
import { readOperatingSystemName } from './operating-system-name.ts';

/** One text for values that mean the same: capitals and the row a part stood in make no difference, nor does rounding. */
export function comparableText(value: unknown): string {
  return (
    JSON.stringify(value, (key, member: unknown) => {
      if (key === 'row') return undefined;
      if (typeof member === 'string') return member.toLowerCase();
      return typeof member === 'number' ? Number(member.toPrecision(3)) : member;
    }) ?? ''
  );
}

/**
 * Whether two sources contradict each other. They do not when one says more than the other: another side of the same disks, a
 * system's name with its edition, "8.10" beside "8", all addresses beside the first. Called for every cell with several sources.
 */
export function contradict(field: FieldName, older: unknown, newer: unknown): boolean {
  if (comparableText(older) === comparableText(newer)) return false;
  if (field === 'osName') return typeof older !== 'string' || typeof newer !== 'string' || systemsDiffer(older, newer);
  if (field === 'osVersion') return typeof older !== 'string' || typeof newer !== 'string' || !isMorePrecise(older, newer);
  if (!Array.isArray(older) || !Array.isArray(newer)) return true;
  const merge = MERGES[field];
  if (merge !== undefined) return partsDiffer(older, merge(older as never, newer as never));
  return !holdsAll(older, newer) && !holdsAll(newer, older);
}

const MERGES: Readonly<Partial<Record<FieldName, (older: never, newer: never) => readonly object[]>>> = {
  disks: mergeDisks,
  volumes: mergeVolumes,
  nics: mergeNics,
};

/** The older parts keep their places when lists are put together; an attribute that changed there is a contradiction. */
function partsDiffer(older: readonly unknown[], merged: readonly object[]): boolean {
  return older.some((part, index) => {
    const after: Readonly<Record<string, unknown>> = { ...merged[index] };
    return Object.entries({ ...(part as object) }).some(
      ([name, value]) => comparableText(value) !== comparableText(after[name]) && name !== 'row',
    );
  });
}

function systemsDiffer(a: string, b: string): boolean {
  const [first, second] = [readOperatingSystemName(a), readOperatingSystemName(b)];
  // A name that no pattern knows can only be compared as it stands.
  if (first.osDistro === undefined || first.osDistro === 'other') return true;
  if (first.osFamily !== second.osFamily || first.osDistro !== second.osDistro) return true;
  if (first.osVersion === undefined || second.osVersion === undefined) return false;
  return first.osVersion !== second.osVersion && !isMorePrecise(first.osVersion, second.osVersion);
}

/** "8" and "8.10" are one version, said more or less precisely; "8" and "80" are two. */
function isMorePrecise(a: string, b: string): boolean {
  return a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function holdsAll(all: readonly unknown[], some: readonly unknown[]): boolean {
  const known = new Set(all.map(comparableText));
  return some.every((value) => known.has(comparableText(value)));
}
