import { success } from '../../shared/contract/failure.ts';
import type { PlanInput, PlanProgress, PlanResult } from '../../shared/planner/model.ts';
import { planWaves } from '../../shared/planner/plan-waves.ts';
import type { Task, TaskRunner } from './tasks.ts';

export type MakePlanTask = Task<{ readonly input: PlanInput; readonly timeLimitMs: number }, PlanProgress, PlanResult>;

export const makePlanTask: TaskRunner<MakePlanTask> = ({ input, timeLimitMs }, onProgress) =>
  Promise.resolve(success(planWaves(input, { nowMs: () => performance.now(), timeLimitMs, onProgress })));
