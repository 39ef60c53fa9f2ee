import { factsFromAnswers } from '../checklist/answer-facts.ts';
import type { ReadinessSummary } from '../contract/shapes.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import { diskCountOf } from '../readiness/disks.ts';
import type { EngagementTotals, MachineAssessment, Rule, RuleContext, RuleSet, Verdict } from '../readiness/rule.ts';
import { targetNameOf } from '../readiness/target-name.ts';

/** Hands in the readiness engine, so that deriving can be tested with two rules instead of all. */
export interface ReadinessEngine {
  readonly ruleSet: RuleSet;
  readonly rulesFor: (scenario: string) => readonly Rule[];
  readonly assessMachine: (machine: Machine, context: RuleContext, rules: readonly Rule[]) => MachineAssessment;
}

/** What all machines share when they are assessed; the scenario is filled in per machine. */
export type SharedContext = Omit<RuleContext, 'scenario'>;

export function sharedContext(engagement: Engagement): SharedContext {
  const { settings } = engagement;
  return {
    targetRegion: settings.targetRegion,
    vaultRegion: settings.vaultRegion,
    siteLinkMbps: settings.siteLinkMbps,
    isRouteDecided: settings.routeDecision !== null,
    duplicateBiosIds: repeated(engagement, (machine) => machine.facts.biosId),
    duplicateTargetNames: repeated(engagement, (machine) => targetNameOf(machine.facts)),
    // What was stated itself counts before what follows from an answer.
    shared: { ...factsFromAnswers(settings), ...engagement.facts },
    totals: totalsOf(engagement),
    requiredFieldsMissing: [],
  };
}

function totalsOf(engagement: Engagement): EngagementTotals {
  let machineCount = 0;
  let diskCount = 0;
  let cpuCount = 0;
  let peakChurnMBps = 0;
  let machinesWithoutChurn = 0;
  for (const { isInScope, facts } of engagement.machines.values()) {
    if (!isInScope) continue;
    machineCount += 1;
    diskCount += diskCountOf(facts) ?? 0;
    cpuCount += facts.cpuCount ?? 0;
    if (facts.machinePeakChurnMBps === undefined) machinesWithoutChurn += 1;
    else peakChurnMBps += facts.machinePeakChurnMBps;
  }
  return { machineCount, diskCount, cpuCount, peakChurnMBps, machinesWithoutChurn };
}

function repeated(engagement: Engagement, keyOf: (machine: Machine) => string | undefined): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const machine of engagement.machines.values()) {
    const key = machine.isInScope ? keyOf(machine)?.toLowerCase() : undefined;
    if (key === undefined || key === '') continue;
    if (once.has(key)) twice.add(key);
    once.add(key);
  }
  return twice;
}

/** Two equal keys mean: an unchanged machine has an unchanged assessment. */
export function contextKeyOf(context: SharedContext, ruleSetVersion: string): string {
  return JSON.stringify([
    ruleSetVersion,
    context.targetRegion,
    context.vaultRegion,
    context.siteLinkMbps,
    context.isRouteDecided,
    [...context.duplicateBiosIds].toSorted(),
    [...context.duplicateTargetNames].toSorted(),
    context.shared,
    context.totals,
  ]);
}

/** Counts per verdict and per rule and scenario, over machines in scope. */
export function readinessSummary(
  engagement: Engagement,
  assessments: ReadonlyMap<MachineId, MachineAssessment>,
  ruleSet: RuleSet,
  dataAt: string | null,
): ReadinessSummary {
  const verdicts: Record<Verdict, number> = { ready: 0, 'ready-with-warnings': 0, blocked: 0, undecided: 0 };
  const counts = new Map<string, { ruleId: string; scenario: string; raised: number; unknown: number }>();
  for (const machine of engagement.machines.values()) {
    const assessment = machine.isInScope ? assessments.get(machine.id) : undefined;
    if (assessment === undefined) continue;
    verdicts[assessment.verdict] += 1;
    for (const finding of assessment.findings) {
      const key = `${finding.ruleId}|${machine.scenario}`;
      const count = counts.get(key) ?? { ruleId: finding.ruleId, scenario: machine.scenario, raised: 0, unknown: 0 };
      if (finding.outcome === 'raised') count.raised += 1;
      else count.unknown += 1;
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
        scenarios: [...rule.scenarios],
      })),
  };
}
