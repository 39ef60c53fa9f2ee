import { problemFromPlainJson } from '../../../shared/contract/plan-file.ts';
import type { PlanInput } from '../../../shared/planner/model.ts';

/** `wave-plan-1`: the planner's full model in JSON. */
export function readPlanted(text: string): PlanInput {
  return problemFromPlainJson(JSON.parse(text)) as PlanInput;
}
