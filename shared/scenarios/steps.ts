import type { StepId } from '../domain/ids.ts';
import type { Step } from './scenario.ts';

/** The catalogue of checklist steps. */
export const steps: readonly Step[] = [];

const byId: ReadonlyMap<StepId, Step> = new Map(steps.map((step) => [step.id, step]));

export function stepById(id: StepId): Step | undefined {
  return byId.get(id);
}

/** The step's title; an id nobody knows any more is shown as it is. */
export function stepTitle(id: StepId): string {
  return byId.get(id)?.title ?? id;
}
