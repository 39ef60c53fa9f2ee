import type { Weld } from './weld-groups.ts';

/** Machines that no cut may part. */
export type Block = readonly string[];

/** Blocks of a group: machines of one application, and those that a person tied, are in one. */
export function blocksOf(machineIds: readonly string[], welds: readonly Weld[]): Block[] {
  const leader = new Map(machineIds.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) {
      const up = leader.get(at)!;
      leader.set(at, leader.get(up)!);
      at = up;
    }
    return at;
  };
  for (const { a, b, reason } of welds) {
    if ((reason === 'application' || reason === 'person') && leader.has(a) && leader.has(b)) leader.set(find(a), find(b));
  }
  return [...Map.groupBy(machineIds, find).values()];
}
