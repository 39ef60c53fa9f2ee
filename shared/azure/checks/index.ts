import type { StepId } from '../../domain/ids.ts';
import type { Check } from './check.ts';
import { infrastructureChecks } from './infrastructure-checks.ts';
import { itemChecks } from './item-checks.ts';
import { prepareChecks } from './prepare-checks.ts';

/** One check for each step whose verification is the API; a test compares this list with the catalogue of steps. */
export const azureChecks: Readonly<Record<StepId, Check>> = { ...prepareChecks, ...infrastructureChecks, ...itemChecks };
