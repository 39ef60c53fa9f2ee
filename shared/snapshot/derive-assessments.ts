import { factsFromAnswers } from '../checklist/answer-facts.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineOverrides } from '../domain/finding.ts';
import type { Machine } from '../domain/machine.ts';
import { diskCountOf } from '../readiness/disks.ts';
import type { EngagementTotals, Finding, MachineAssessment, Rule, RuleContext, RuleSet } from '../readiness/rule.ts';
import { targetNameOf } from '../readiness/target-name.ts';

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
