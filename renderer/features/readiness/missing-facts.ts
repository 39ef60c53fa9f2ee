import type { MethodOutput } from '../../../shared/contract/methods.ts';

export type RuleFinding = MethodOutput<'readiness.findings'>['findings'][number];

/** A field that rules need and that no source states for some machines. */
export interface MissingFact {
  readonly field: string;
  readonly machineCount: number;
  /** Rules that cannot be decided without it. */
  readonly ruleIds: readonly string[];
}

/** Machines that a field is missing for, gathered rule by rule so that no single reply is large. */
export interface MissingFactsGatherer {
  readonly add: (findings: readonly Pick<RuleFinding, 'machineId' | 'ruleId' | 'outcome' | 'missing'>[]) => void;
  /** Most machines first. */
  readonly result: () => MissingFact[];
}

export function createMissingFactsGatherer(): MissingFactsGatherer {
  const byField = new Map<string, { readonly machines: Set<string>; readonly rules: Set<string> }>();
  return {
    add(findings) {
      for (const finding of findings) {
        if (finding.outcome !== 'unknown') continue;
        for (const field of finding.missing) {
          const entry = byField.get(field) ?? { machines: new Set<string>(), rules: new Set<string>() };
          entry.machines.add(finding.machineId);
          entry.rules.add(finding.ruleId);
          byField.set(field, entry);
        }
      }
    },
    result() {
      const facts = [...byField].map(([field, entry]) => ({
        field,
        machineCount: entry.machines.size,
        ruleIds: [...entry.rules].toSorted(),
      }));
      return facts.toSorted((a, b) => b.machineCount - a.machineCount || (a.field < b.field ? -1 : 1));
    },
  };
}
