import type { StepId } from '../domain/ids.ts';
import type { Step } from './scenario.ts';
import { assessSteps } from './steps/1-assess.data.ts';
import { prepareAzureSteps } from './steps/2-prepare-azure.data.ts';
import { prepareAwsSteps } from './steps/3-prepare-source-aws.data.ts';
import { prepareAzureSourceSteps } from './steps/3-prepare-source-azure.data.ts';
import { prepareHyperVSteps } from './steps/3-prepare-source-hyper-v.data.ts';
import { prepareSourceSteps } from './steps/3-prepare-source.data.ts';
import { infrastructureSteps } from './steps/4-infrastructure.data.ts';
import { enableSteps } from './steps/5-enable.data.ts';
import { monitorSteps } from './steps/6-monitor.data.ts';
import { testSteps } from './steps/7-test.data.ts';
import { cutoverSteps } from './steps/8-cutover.data.ts';
import { afterSteps } from './steps/9-after.data.ts';

/** The catalogue of checklist steps, in working order. */
export const steps: readonly Step[] = [
  ...assessSteps,
  ...prepareAzureSteps,
  ...prepareSourceSteps,
  ...prepareAwsSteps,
  ...prepareHyperVSteps,
  ...prepareAzureSourceSteps,
  ...infrastructureSteps,
  ...enableSteps,
  ...monitorSteps,
  ...testSteps,
  ...cutoverSteps,
  ...afterSteps,
];

const byId: ReadonlyMap<StepId, Step> = new Map(steps.map((step) => [step.id, step]));

export function stepById(id: StepId): Step | undefined {
  return byId.get(id);
}

/** The step's title; an id nobody knows any more is shown as it is. */
export function stepTitle(id: StepId): string {
  return byId.get(id)?.title ?? id;
}
