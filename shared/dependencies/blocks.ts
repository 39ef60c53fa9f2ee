import { createForest } from './forest.ts';
import type { Weld } from './weld-groups.ts';

/** Machines that no cut may part. */
export type Block = readonly string[];

/** Blocks of a group: machines of one application, and those that a person tied, are in one. */
export function blocksOf(machineIds: readonly string[], welds: readonly Weld[]): Block[] {
  const forest = createForest(machineIds);
  for (const { a, b, reason } of welds) {
    if (reason === 'application' || reason === 'person') forest.join(a, b);
  }
  return [...Map.groupBy(machineIds, forest.find).values()];
}
