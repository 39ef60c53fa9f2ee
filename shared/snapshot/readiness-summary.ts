import type { ReadinessSummary } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { MachineAssessment, RuleSet, Verdict } from '../readiness/rule.ts';
import { ruleSetChange } from './rule-set-history.ts';

/** Counts per verdict and per rule and scenario, over machines in scope. */
export function readinessSummary(
  engagement: Engagement,
  assessments: ReadonlyMap<MachineId, MachineAssessment>,
  ruleSet: RuleSet,
  dataAt: string | null,
): ReadinessSummary {
  const verdicts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  const counts = new Map<string, ReadinessSummary['byRule'][number]>();
  for (const machine of engagement.machines.values()) {
    const assessment = machine.isInScope ? assessments.get(machine.id) : undefined;
    if (assessment === undefined) continue;
    verdicts[assessment.verdict] += 1;
    for (const finding of assessment.findings) {
      const key = `${finding.ruleId}|${machine.scenario}`;
      const count = counts.get(key) ?? { ruleId: finding.ruleId, scenario: machine.scenario, raised: 0, unknown: 0 };
      if (finding.outcome === 'unknown') count.unknown += 1;
      else {
        count.raised += 1;
        if (finding.override?.isStale === false) count.overridden = (count.overridden ?? 0) + 1;
      }
      counts.set(key, count);
    }
  }
  const byRule = [...counts.values()].toSorted((a, b) => (a.ruleId + a.scenario < b.ruleId + b.scenario ? -1 : 1));
  const used = new Set(byRule.map((count) => count.ruleId));
  return {
    ruleSetVersion: ruleSet.version,
    ruleSetDate: ruleSet.date,
    dataAt,
    verdicts,
    byRule,
    rules: ruleSet.rules
      .filter((rule) => used.has(rule.id))
      .map((rule) => ({
        id: rule.id,
        title: rule.title,
        severity: rule.severity,
        why: rule.why,
        remedy: rule.remedy,
        source: { ...rule.source },
        otherSources: rule.otherSources.map((source) => ({ ...source })),
        scenarios: [...rule.scenarios],
      })),
    ruleSetChange: ruleSetChange(engagement.ruleSets),
  };
}
