import { factsFromAnswers } from '../checklist/answer-facts.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineFacts } from '../domain/machine.ts';
import { diskCountOf } from '../readiness/disks.ts';
import type { EngagementTotals, RuleContext } from '../readiness/rule.ts';
import { targetNameOf } from '../readiness/target-name.ts';

/** What all machines share when they are assessed; the scenario is filled in per machine. */
export type SharedContext = Omit<RuleContext, 'scenario'>;

const SLICE = 500;

/** Yields between slices. */
export function* sharedContext(engagement: Engagement): Generator<void, SharedContext, void> {
  const { settings } = engagement;
  const totals = { machineCount: 0, diskCount: 0, cpuCount: 0, peakChurnMBps: 0, machinesWithoutChurn: 0 };
  const biosIds = createRepeated();
  const targetNames = createRepeated();
  for (const { isInScope, facts } of engagement.machines.values()) {
    if (!isInScope) continue;
    addToTotals(totals, facts);
    biosIds.add(facts.biosId);
    targetNames.add(targetNameOf(facts));
    if (totals.machineCount % SLICE === 0) yield;
  }
  return {
    targetRegion: settings.targetRegion,
    vaultRegion: settings.vaultRegion,
    siteLinkMbps: settings.siteLinkMbps,
    isRouteDecided: settings.routeDecision !== null,
    duplicateBiosIds: biosIds.twice,
    duplicateTargetNames: targetNames.twice,
    // What was stated itself counts before what follows from an answer.
    shared: { ...factsFromAnswers(settings), ...engagement.facts },
    totals,
    requiredFieldsMissing: [],
  };
}

function addToTotals(totals: { -readonly [K in keyof EngagementTotals]: EngagementTotals[K] }, facts: MachineFacts): void {
  totals.machineCount += 1;
  totals.diskCount += diskCountOf(facts) ?? 0;
  totals.cpuCount += facts.cpuCount ?? 0;
  if (facts.machinePeakChurnMBps === undefined) totals.machinesWithoutChurn += 1;
  else totals.peakChurnMBps += facts.machinePeakChurnMBps;
}

/** Keys that came more than once, however they are written. */
function createRepeated() {
  const once = new Set<string>();
  const twice = new Set<string>();
  return {
    twice: twice as ReadonlySet<string>,
    add(text: string | undefined): void {
      const key = text?.toLowerCase() ?? '';
      if (key === '') return;
      if (once.has(key)) twice.add(key);
      once.add(key);
    },
  };
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
