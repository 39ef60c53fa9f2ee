import type { LinePlan } from './line-fill.ts';

/** What all parts of the line solver share: the best plan and the proven bound so far. */
export interface LineGoal {
  upper: number;
  lower: number;
  plan: LinePlan | null;
}
