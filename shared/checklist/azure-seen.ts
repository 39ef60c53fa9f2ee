import type { AzureCheck } from '../domain/azure.ts';
import { markKey, type ItemScope } from '../domain/engagement.ts';
import type { StepId } from '../domain/ids.ts';
import type { Step } from '../scenarios/scenario.ts';
import type { ChecklistIndex } from './checklist-index.ts';
import type { Seen } from './offline-checks.ts';

/**
 * What was read from Azure, as the checklist looks at it. Old data never forbid a person's tick: "not done" leaves it open.
 * Where the data show only a part of the step, they cannot close it either.
 */
export function azureSeen({ verdict, text, readAt }: AzureCheck, isPartial: boolean): Seen {
  if (verdict === 'done' && isPartial) return { verdict: 'open', text: `${text} The rest is for a person to confirm.`, at: readAt };
  return { verdict: verdict === 'done' ? 'done' : 'open', text, at: readAt };
}

/** Why a step that was done, by Azure's data or by a person, is so no longer by newer data; `null` when nothing drifted. */
export function driftOf(step: Step, scope: ItemScope, index: ChecklistIndex): string | null {
  const key = markKey(step.id, scope);
  const check = index.engagement.azure.real.checks.get(key);
  if (check?.verdict !== 'not-done') return null;
  const mark = index.engagement.marks.get(key);
  if (mark?.state === 'done') return mark.at < check.readAt ? `${mark.by} marked it done, but Azure says since then: ${check.text}` : null;
  // What the data show in part only was never done by them.
  if (check.lastDoneAt === null || (step.verification.kind === 'api' && step.verification.isPartial)) return null;
  return `Azure showed it done before, and says now: ${check.text}`;
}

/** Kept with the checks. */
const stepsOf = new WeakMap<ReadonlyMap<string, AzureCheck>, ReadonlySet<StepId>>();

/** Steps of which Azure's data say anything; looked up for every step, so it is kept with the checks. */
export function checkedSteps(checks: ReadonlyMap<string, AzureCheck>): ReadonlySet<StepId> {
  const known = stepsOf.get(checks);
  if (known !== undefined) return known;
  const found = new Set([...checks.values()].map((check) => check.stepId));
  stepsOf.set(checks, found);
  return found;
}
