import { success } from '../../shared/contract/failure.ts';
import type { PlanInput } from '../../shared/planner/model.ts';
import { planWaves } from '../../shared/planner/plan-waves.ts';
import type { Task, TaskRunner } from './tasks.ts';

export interface ComparedPlan {
  readonly id: string;
  /** Of the objective; `null`: no plan was found in the time, or there is none. */
  readonly value: number | null;
  readonly lowerBound: number;
}

export type ComparePlansTask = Task<
  { readonly problems: readonly { readonly id: string; readonly input: PlanInput }[]; readonly timeLimitMs: number },
  { readonly done: number },
  readonly ComparedPlan[]
>;

/** Solves problems that differ in one limit each, for the same time each, so that the answers can be compared. */
export const comparePlansTask: TaskRunner<ComparePlansTask> = async ({ problems, timeLimitMs }, onProgress) => {
  const compared: ComparedPlan[] = [];
  for (const [index, { id, input }] of problems.entries()) {
    const result = planWaves(input, { nowMs: () => performance.now(), timeLimitMs, isBalanced: false });
    compared.push({
      id,
      value: result.status === 'planned' ? result.value : null,
      lowerBound: result.status === 'contradiction' ? 0 : result.bound.value,
    });
    onProgress({ done: (index + 1) / problems.length });
  }
  return await Promise.resolve(success(compared));
};
