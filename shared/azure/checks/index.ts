import type { StepId } from '../../domain/ids.ts';
import { afterChecks } from './after-checks.ts';
import type { Check } from './check.ts';
import { cutoverChecks } from './cutover-checks.ts';
import { infrastructureChecks } from './infrastructure-checks.ts';
import { itemChecks } from './item-checks.ts';
import { placeChecks } from './place-checks.ts';
import { prepareChecks } from './prepare-checks.ts';
import { storageChecks } from './storage-checks.ts';
import { targetChecks } from './target-checks.ts';
import { testChecks } from './test-checks.ts';

/** One check for each step whose verification is the API; a test compares this list with the catalogue of steps. */
export const azureChecks: Readonly<Record<StepId, Check>> = {
  ...prepareChecks,
  ...targetChecks,
  ...storageChecks,
  ...infrastructureChecks,
  ...placeChecks,
  ...itemChecks,
  ...testChecks,
  ...cutoverChecks,
  ...afterChecks,
};
