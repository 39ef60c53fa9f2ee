import type { PlanInput } from '../../../shared/planner/model.ts';

/** One published or planted problem. The problem itself is read only when its turn comes: a set may hold a thousand. */
export interface BenchInstance {
  readonly set: string;
  readonly name: string;
  /** Best known bounds on the number of waves; `null` where nothing is published. */
  readonly published: PublishedBounds | null;
  readonly load: () => PlanInput;
}

export interface PublishedBounds {
  readonly lower: number;
  readonly upper: number;
}

/** What a folder held, and what was left aside with the reason. */
export interface FoundInstances {
  readonly instances: readonly BenchInstance[];
  readonly skipped: readonly string[];
}
