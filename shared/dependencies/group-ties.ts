import type { Tie } from './tie.ts';

/** How a group hangs together and with the others. */
export interface GroupTies {
  readonly groupId: string;
  readonly tiesInside: number;
  readonly tiesOutside: number;
  readonly connectionsOutside: number;
  /** Calls of databases and queues that cross the edge of the group. */
  readonly latencySensitiveOutside: number;
}

type Counts = { -readonly [K in keyof GroupTies]: GroupTies[K] };

const SLICE = 5000;

/** Counts for every group that has any tie. Yields between slices. */
export function* countGroupTies(
  ties: readonly Tie[],
  groupOf: ReadonlyMap<string, string>,
): Generator<void, ReadonlyMap<string, GroupTies>, void> {
  const counts = new Map<string, Counts>();
  const of = (groupId: string): Counts => {
    const known = counts.get(groupId);
    if (known !== undefined) return known;
    const made = { groupId, tiesInside: 0, tiesOutside: 0, connectionsOutside: 0, latencySensitiveOutside: 0 };
    counts.set(groupId, made);
    return made;
  };
  for (const [index, tie] of ties.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const from = groupOf.get(tie.from);
    const to = groupOf.get(tie.to);
    if (from !== undefined && from === to) {
      of(from).tiesInside += 1;
      continue;
    }
    for (const groupId of [from, to]) {
      if (groupId === undefined) continue;
      const group = of(groupId);
      group.tiesOutside += 1;
      group.connectionsOutside += tie.count;
      if (tie.isLatencySensitive) group.latencySensitiveOutside += 1;
    }
  }
  return counts;
}
