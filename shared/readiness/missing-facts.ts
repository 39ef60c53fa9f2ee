import type { MachineId, RuleId } from '../domain/ids.ts';
import type { MachineAssessment } from './rule.ts';

/** A field that rules need and that no source states for some machines. */
export interface MissingFact {
  readonly field: string;
  readonly machineCount: number;
  /** Machines that a rule of blocking weight cannot decide for want of this field. */
  readonly undecidedMachineCount: number;
  /** Rules that cannot be decided without it. */
  readonly ruleIds: readonly RuleId[];
  /** Those of them that could block a machine. */
  readonly blockerRuleIds: readonly RuleId[];
}

const SLICE = 100;

interface Gathered {
  readonly machines: Set<MachineId>;
  readonly undecided: Set<MachineId>;
  readonly rules: Set<RuleId>;
  readonly blockers: Set<RuleId>;
}

/**
 * Fields whose absence leaves rules without an answer; those that leave most machines undecided come first. Yields every
 * hundred machines, so that the caller can give way.
 */
export function* missingFacts(assessments: Iterable<MachineAssessment>): Generator<void, MissingFact[], void> {
  const byField = new Map<string, Gathered>();
  let count = 0;
  for (const { machineId, findings } of assessments) {
    for (const finding of findings) {
      if (finding.outcome !== 'unknown') continue;
      const isBlocking = finding.severity === 'blocker' || finding.severity === 'refused';
      for (const field of finding.missing) {
        const known = byField.get(field) ?? { machines: new Set(), undecided: new Set(), rules: new Set(), blockers: new Set() };
        byField.set(field, known);
        known.machines.add(machineId);
        known.rules.add(finding.ruleId);
        if (!isBlocking) continue;
        known.undecided.add(machineId);
        known.blockers.add(finding.ruleId);
      }
    }
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return [...byField].map(([field, gathered]) => missingFact(field, gathered)).toSorted(compareFacts);
}

function missingFact(field: string, { machines, undecided, rules, blockers }: Gathered): MissingFact {
  return {
    field,
    machineCount: machines.size,
    undecidedMachineCount: undecided.size,
    ruleIds: [...rules].toSorted(),
    blockerRuleIds: [...blockers].toSorted(),
  };
}

function compareFacts(a: MissingFact, b: MissingFact): number {
  if (a.undecidedMachineCount !== b.undecidedMachineCount) return b.undecidedMachineCount - a.undecidedMachineCount;
  if (a.machineCount !== b.machineCount) return b.machineCount - a.machineCount;
  return a.field < b.field ? -1 : 1;
}
