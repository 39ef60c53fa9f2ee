import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { Finding, MachineAssessment, RuleContext } from '../readiness/rule.ts';
import type { Derived } from './derived.ts';
import type { ReadinessEngine } from './readiness-engine.ts';
import { contextKeyOf, sharedContext, type SharedContext } from './shared-context.ts';

/** Machines handled before the caller may give way to something else. */
const SLICE = 100;

/** Part of `Derived`; what was derived before is taken over where nothing that it rests on changed. */
export type Assessed = Pick<Derived, 'assessments' | 'contextKey'> & { readonly context: SharedContext };

/** What the rules say of every machine. Yields between slices. */
export function* deriveAssessments(
  engagement: Engagement,
  before: Derived | null,
  engine: ReadinessEngine,
): Generator<void, Assessed, void> {
  const context = yield* sharedContext(engagement);
  const contextKey = contextKeyOf(context, engine.ruleSet.version);
  const hasSameContext = before?.contextKey === contextKey;
  yield;
  const old = before?.engagement;
  const isSame = hasSameContext && old?.machines === engagement.machines && old.overrides === engagement.overrides;
  const assessments = isSame ? before.assessments : yield* assess({ engagement, before, hasSameContext, engine, context });
  return { context, contextKey, assessments };
}

interface AssessInputs {
  readonly engagement: Engagement;
  readonly before: Derived | null;
  readonly hasSameContext: boolean;
  readonly engine: ReadinessEngine;
  readonly context: SharedContext;
}

/** An assessment that says the same as before stays the same object, so that its row is not sent again. */
function* assess(inputs: AssessInputs): Generator<void, ReadonlyMap<MachineId, MachineAssessment>, void> {
  const { engagement, before, hasSameContext, engine, context } = inputs;
  const { assessMachine, rulesFor } = engine;
  const assessments = new Map<MachineId, MachineAssessment>();
  const contexts = new Map<string, RuleContext>();
  let count = 0;
  let hasChange = before?.assessments.size !== engagement.machines.size;
  for (const machine of engagement.machines.values()) {
    const { id, scenario } = machine;
    const known = before?.assessments.get(id);
    const overrides = engagement.overrides.get(id);
    const isSame = hasSameContext && before?.engagement.machines.get(id) === machine && before.engagement.overrides.get(id) === overrides;
    if (known !== undefined && isSame) assessments.set(id, known);
    else {
      const ownContext = contexts.get(scenario) ?? { ...context, scenario };
      contexts.set(scenario, ownContext);
      const fresh = assessMachine(machine, ownContext, rulesFor(scenario), overrides);
      const isUnchanged = known !== undefined && isSameAssessment(known, fresh);
      assessments.set(id, isUnchanged ? known : fresh);
      hasChange ||= !isUnchanged;
    }
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return hasChange || before === null ? assessments : before.assessments;
}

/** Whether two assessments say the same, so that the older one can stay and nothing about the machine needs to be sent again. */
export function isSameAssessment(a: MachineAssessment, b: MachineAssessment): boolean {
  if (a.verdict !== b.verdict || a.findings.length !== b.findings.length) return false;
  return a.findings.every((finding, place) => isSameFinding(finding, b.findings[place]));
}

function isSameFinding(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.ruleId !== b.ruleId || a.outcome !== b.outcome || a.severity !== b.severity || a.detail !== b.detail)
    return false;
  return JSON.stringify([a.seen, a.missing, a.override]) === JSON.stringify([b.seen, b.missing, b.override]);
}
