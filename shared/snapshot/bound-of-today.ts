import type { PlanView } from '../contract/shapes.ts';
import type { WaveLimits, WavePlan } from '../domain/wave.ts';
import { checkPlan } from '../planner/check-plan.ts';
import { confirmsBound } from '../planner/check/confirm-bound.ts';
import type { PlanInput } from '../planner/model.ts';
import { assignmentOf, boundOf, problemOfPlan, type PlanInForce } from './plan-problem.ts';
import { problemKey } from './problem-key.ts';

/** How much of a search is repeated to confirm a bound, so that no slice of deriving takes long. */
const MOST_LOADS = 2500;

/** What was asked last, and the answer: most changes of an engagement leave both plan and problem as they are. */
let lastAsked = { planId: '', key: '', isProven: false };

/** Machines come, go and grow after a plan was made; what was proven for them then need not hold for them now. */
function isBoundProven(plan: WavePlan, input: PlanInput, key: string): boolean {
  const bound = boundOf(plan);
  if (bound === null) return false;
  if (lastAsked.planId !== plan.id || lastAsked.key !== key)
    lastAsked = { planId: plan.id, key, isProven: confirmsBound(input, bound, { mostLoads: MOST_LOADS }) };
  return lastAsked.isProven;
}

export type BoundOfToday = Pick<PlanView, 'lowerBound' | 'lowerBoundReason' | 'changedSince'>;

/**
 * What may be said today of the bound of a plan. As long as the problem is the same, or only pins and locks have come on top,
 * what was proven; once it is another one, only what the checker confirms for it, and nothing where the plan breaks its rules:
 * too many waves may be far too few then.
 */
export function boundOfToday(inForce: PlanInForce & { readonly plan: WavePlan }, input: PlanInput, isValid: boolean): BoundOfToday {
  const { plan, engagement } = inForce;
  const { lowerBound, lowerBoundReason, problemKey: keyOfProof } = plan;
  const key = problemKey(input);
  if (keyOfProof === key || (keyOfProof !== null && isValid && isOnlyHeldMore(inForce)))
    return { lowerBound, lowerBoundReason, changedSince: null };
  const changedSince = hasOtherLimits(plan.limits, engagement.waveLimits) ? 'limits' : 'machines';
  // What counted waves says nothing worth hearing of days, and the other way round.
  const isOfSameKind = plan.limits.objective === engagement.waveLimits.objective;
  if (isOfSameKind && (isValid || keyOfProof === null) && isBoundProven(plan, input, key)) {
    if (keyOfProof === null) return { lowerBound, lowerBoundReason, changedSince: null };
    return { lowerBound, lowerBoundReason: STILL_PROVEN[changedSince], changedSince };
  }
  return { lowerBound: null, lowerBoundReason: NOT_PROVEN[changedSince], changedSince };
}

/**
 * Whether only pins and locks have come on top since the plan was made, and it keeps what was asked before them: then every plan
 * of today was one before, so that none needs fewer waves than was proven. A done wave opens its window, so what was asked of it
 * before is looked at, too.
 */
function isOnlyHeldMore(inForce: PlanInForce & { readonly plan: WavePlan }): boolean {
  const { engagement, plan } = inForce;
  const { pins, locks, notBefore } = plan.limits;
  const today = engagement.waveLimits;
  const holdsAll = (more: readonly unknown[], some: readonly unknown[]): boolean => {
    const known = new Set(more.map((one) => JSON.stringify(one)));
    return some.every((one) => known.has(JSON.stringify(one)));
  };
  const isLater = notBefore === null || (today.notBefore !== null && today.notBefore >= notBefore);
  if (!isLater || !holdsAll(today.pins, pins) || !holdsAll(today.locks, locks)) return false;
  const before = problemOfPlan({ ...inForce, engagement: { ...engagement, waveLimits: { ...today, pins, locks, notBefore } } });
  return plan.problemKey === problemKey(before) && checkPlan(before, { assignment: assignmentOf(plan, before) }).isValid;
}

const STILL_PROVEN = {
  limits: 'Limits or rules were changed since the plan was made; the checker has worked out anew that the proof holds for them.',
  machines: 'What has to move has changed since the plan was made; the checker has worked out anew that the proof holds for it.',
};
const NOT_PROVEN = {
  limits:
    'Limits or rules were changed since the plan was made, so its proof does not hold any more. Plan again to see what is possible now.',
  machines:
    'What has to move has changed since the plan was made, so its proof does not hold any more. Plan again to see what is possible now.',
};

/** Whether the limits of today are others than those of the plan. A first window that the plan chose by itself is no change. */
function hasOtherLimits(ofPlan: WaveLimits, today: WaveLimits): boolean {
  const chosen = today.firstWindowStartsAt ?? ofPlan.firstWindowStartsAt;
  const inOrder = (limits: WaveLimits): string => JSON.stringify(Object.entries(limits).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return inOrder(ofPlan) !== inOrder({ ...today, firstWindowStartsAt: chosen });
}
