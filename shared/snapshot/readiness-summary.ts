import type { ReadinessSummary } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import { isBlocking } from '../readiness/assess-readiness.ts';
import type { MachineAssessment, RuleSet, Verdict } from '../readiness/rule.ts';
import { ruleSetChange } from './rule-set-history.ts';

type RuleCount = ReadinessSummary['byRule'][number];

const SLICE = 500;

/** Counts per verdict and per rule and scenario, over machines in scope. Yields every five hundred machines. */
export function* readinessSummary(
  engagement: Engagement,
  assessments: ReadonlyMap<MachineId, MachineAssessment>,
  ruleSet: RuleSet,
  dataAt: string | null,
): Generator<void, ReadinessSummary, void> {
  const verdicts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  // Two maps, not one by a joined key: there are hundreds of thousands of findings, and each would join its own text.
  const counts = new Map<string, Map<string, RuleCount>>();
  let seen = 0;
  for (const machine of engagement.machines.values()) {
    const assessment = machine.isInScope ? assessments.get(machine.id) : undefined;
    if (assessment === undefined) continue;
    verdicts[assessment.verdict] += 1;
    const ofScenario = counts.get(machine.scenario) ?? new Map<string, RuleCount>();
    counts.set(machine.scenario, ofScenario);
    countFindings(assessment, machine.scenario, ofScenario);
    seen += 1;
    if (seen % SLICE === 0) yield;
  }
  const byRule = [...counts.values()]
    .flatMap((ofScenario) => [...ofScenario.values()])
    .toSorted((a, b) => (a.ruleId + a.scenario < b.ruleId + b.scenario ? -1 : 1));
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

function countFindings({ findings }: MachineAssessment, scenario: string, counts: Map<string, RuleCount>): void {
  for (const finding of findings) {
    let count = counts.get(finding.ruleId);
    if (count === undefined) {
      count = { ruleId: finding.ruleId, scenario, raised: 0, unknown: 0 };
      counts.set(finding.ruleId, count);
    }
    if (finding.outcome === 'unknown') count.unknown += 1;
    else {
      count.raised += 1;
      if (finding.override?.isStale === false) count.overridden = (count.overridden ?? 0) + 1;
      else if (isBlocking(finding)) count.stopped = (count.stopped ?? 0) + 1;
    }
  }
}
