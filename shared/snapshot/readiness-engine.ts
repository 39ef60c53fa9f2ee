import type { MachineOverrides } from '../domain/finding.ts';
import type { Machine } from '../domain/machine.ts';
import type { MachineAssessment, Rule, RuleContext, RuleSet } from '../readiness/rule.ts';

/** Hands in the readiness engine, so that deriving can be tested with two rules instead of all. */
export interface ReadinessEngine {
  readonly ruleSet: RuleSet;
  readonly rulesFor: (scenario: string) => readonly Rule[];
  readonly assessMachine: (
    machine: Machine,
    context: RuleContext,
    rules: readonly Rule[],
    overrides?: MachineOverrides,
  ) => MachineAssessment;
}
