import type { PlanView } from '../contract/shapes.ts';
import { dayIn } from '../planner/calendar.ts';

export type PlanClaim = Pick<PlanView, 'lowerBound' | 'changedSince' | 'finish'>;

/** "at least 7 are needed", or when it is finished and what is the earliest; says so where nothing is proven for the problem of today. */
export function neededWords(claim: PlanClaim): string {
  const { lowerBound, finish } = claim;
  if (finish !== null) return `finished on ${dayIn(finish.endsAt, finish.timeZone)}; ${earliestWords(claim)}`;
  if (lowerBound === null) return `how many are needed is not known since ${changedWords(claim)} were changed`;
  return `at least ${lowerBound.toLocaleString('en')} ${lowerBound === 1 ? 'is' : 'are'} needed`;
}

/** The same beside a number. */
export function neededNote(claim: PlanClaim): string {
  if (claim.finish !== null) return earliestWords(claim);
  if (claim.lowerBound !== null) return `at least ${claim.lowerBound.toLocaleString('en')} needed`;
  return `${changedWords(claim)} changed since it was planned`;
}

function earliestWords({ finish, ...claim }: PlanClaim): string {
  if (finish?.notBefore == null) return `the earliest end is not known since ${changedWords(claim)} were changed`;
  return `cannot finish before ${dayIn(finish.notBefore, finish.timeZone)}`;
}

function changedWords({ changedSince }: Pick<PlanClaim, 'changedSince'>): string {
  return changedSince === 'machines' ? 'machines' : 'limits';
}

/** Nothing better is possible, as far as is proven. */
export function isProvenBest({ lowerBound, finish, waves }: PlanClaim & Pick<PlanView, 'waves'>): boolean {
  if (finish !== null) return finish.notBefore !== null && finish.endsAt <= finish.notBefore;
  return lowerBound !== null && waves.length <= lowerBound;
}

/** Whether something better could be had, as a sentence; empty where nothing is proven. */
export function spareWords(plan: PlanClaim & Pick<PlanView, 'waves'>): string {
  if (plan.lowerBound === null) return '';
  if (plan.finish !== null)
    return isProvenBest(plan) ? 'No plan under these limits finishes earlier.' : 'Perhaps it can be finished earlier.';
  if (isProvenBest(plan)) return 'No plan under these limits needs fewer.';
  const spare = plan.waves.length - plan.lowerBound;
  return spare === 1 ? 'At most one wave could be saved.' : `At most ${spare.toLocaleString('en')} waves could be saved.`;
}
