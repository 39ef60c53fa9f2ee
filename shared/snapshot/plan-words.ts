import type { PlanView } from '../contract/shapes.ts';

type Claim = Pick<PlanView, 'lowerBound' | 'changedSince'>;

/** "at least 7 are needed", for reports and the command line; says so where nothing is proven for the problem of today. */
export function neededWords({ lowerBound, changedSince }: Claim): string {
  if (lowerBound === null)
    return `how many are needed is not known since ${changedSince === 'machines' ? 'machines' : 'limits'} were changed`;
  return `at least ${lowerBound.toLocaleString('en')} ${lowerBound === 1 ? 'is' : 'are'} needed`;
}

/** The same beside a number. */
export function neededNote(claim: Claim): string {
  if (claim.lowerBound !== null) return `at least ${claim.lowerBound.toLocaleString('en')} needed`;
  return `${claim.changedSince === 'machines' ? 'machines' : 'limits'} changed since it was planned`;
}

/** Whether fewer would do, as a sentence; empty where nothing is proven. */
export function spareWords(plan: Claim & Pick<PlanView, 'waves'>): string {
  if (plan.lowerBound === null) return '';
  const spare = plan.waves.length - plan.lowerBound;
  if (spare <= 0) return 'No plan under these limits needs fewer.';
  return spare === 1 ? 'At most one wave could be saved.' : `At most ${spare.toLocaleString('en')} waves could be saved.`;
}
