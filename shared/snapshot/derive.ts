import { summariseBacklog } from '../backlog/summarise-backlog.ts';
import type { ChecklistFacts } from '../checklist/checklist-index.ts';
import type { ChecklistView, GroupView, MachineRow, PlanView, Snapshot } from '../contract/shapes.ts';
import type { Tie, Ties } from '../dependencies/tie.ts';
import type { Weld } from '../dependencies/weld-groups.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId } from '../domain/ids.ts';
import type { Machine } from '../domain/machine.ts';
import type { MoveGroup } from '../domain/wave.ts';
import { ruleById } from '../readiness/index.ts';
import type { MachineAssessment, Verdict } from '../readiness/rule.ts';
import { forecastWaves, type WaveMachines } from '../sizing/forecast-waves.ts';
import { deriveAssessments } from './derive-assessments.ts';
import { newestData } from './derive-readiness.ts';
import type { Derived } from './derived.ts';
import { machineRow } from './machine-row.ts';
import { planProblems, type AboutWaves, type BasePlanView } from './plan-view.ts';
import type { ReadinessEngine } from './readiness-engine.ts';
import { readinessSummary } from './readiness-summary.ts';
import { modelOf } from './scenario-readiness.ts';

/** The engines that deriving calls, handed in so that each can be tested alone. */
export interface Engines {
  readonly readiness: ReadinessEngine;
  readonly provenanceOf: (machine: Machine) => MachineRow['provenance'];
  readonly deriveTies: (engagement: Engagement) => Generator<void, Ties, void>;
  readonly deriveWelds: (engagement: Engagement, ties: readonly Tie[]) => Generator<void, readonly Weld[], void>;
  readonly deriveGroups: (engagement: Engagement, welds: readonly Weld[]) => Generator<void, readonly MoveGroup[], void>;
  readonly groupViews: (
    groups: readonly MoveGroup[],
    engagement: Engagement,
    verdicts: ReadonlyMap<MachineId, Verdict>,
  ) => Generator<void, GroupView[], void>;
  readonly planView: (
    engagement: Engagement,
    groups: readonly MoveGroup[],
    verdicts: ReadonlyMap<MachineId, Verdict>,
  ) => BasePlanView | null;
  readonly deriveChecklist: (facts: ChecklistFacts) => Generator<void, ChecklistView, void>;
  readonly planWithReadiness: (plan: BasePlanView, facts: ChecklistFacts, about: AboutWaves) => PlanView;
  readonly nextActions: (
    engagement: Engagement,
    checklist: ChecklistView,
    verdicts: Readonly<Record<Verdict, number>>,
  ) => Snapshot['nextActions'];
}

/** Machines handled before the caller may give way to something else. */
const SLICE = 100;

/**
 * Everything that follows from the engagement. What did not change is taken over from `before` by identity, so that the
 * caller can tell which parts of the snapshot to announce. Yields between slices; called by the session after each entry.
 */
export function* derive(engagement: Engagement, before: Derived | null, engines: Engines): Generator<void, Derived, void> {
  const dataAt = newestData(engagement);
  const old = before?.engagement;
  const isSame = (part: keyof Engagement): boolean => old !== undefined && old[part] === engagement[part];
  const { context, contextKey, assessments } = yield* deriveAssessments(engagement, before, engines.readiness);
  const verdicts = before !== null && assessments === before.assessments ? before.verdicts : verdictsOf(assessments);
  yield;

  const hasSameTies = before !== null && isSame('machines') && isSame('imports') && isSame('dependencyRules');
  const ties = hasSameTies ? before.ties : yield* engines.deriveTies(engagement);
  const hasSameGroups = before !== null && hasSameTies && isSame('groupEdits');
  const welds = hasSameTies ? before.welds : yield* engines.deriveWelds(engagement, ties.ties);
  const groups = hasSameGroups ? before.groups : yield* engines.deriveGroups(engagement, welds);
  const groupOfMachine = hasSameGroups ? before.groupOfMachine : groupsByMachine(groups);
  yield;

  const hasSamePlan = hasSameGroups && verdicts === before.verdicts && isSame('plan') && isSame('waveLimits');
  const basePlan = hasSamePlan ? before.basePlan : engines.planView(engagement, groups, verdicts);
  yield;
  const groupViews = hasSamePlan ? before.groupViews : yield* engines.groupViews(groups, engagement, verdicts);
  yield;
  const waveOfGroup = wavesByGroup(engagement);
  const rows = hasSamePlan ? before.rows : yield* deriveRows({ engagement, before, assessments, groupOfMachine, waveOfGroup, engines });
  const hasSameReadiness =
    before !== null && assessments === before.assessments && before.dataAt === dataAt && isSame('machines') && isSame('ruleSets');
  const readiness = hasSameReadiness
    ? before.readiness
    : yield* readinessSummary(engagement, assessments, engines.readiness.ruleSet, dataAt);
  yield;
  const hasSameBacklog = hasSamePlan && hasSameReadiness && isSame('tasks') && isSame('factsChangedAt');
  const backlog = hasSameBacklog
    ? before.backlog
    : yield* summariseBacklog({ engagement, assessments, rule: ruleById, waveOf: (id) => waveOf(id, groupOfMachine, waveOfGroup) });
  yield;
  const hasSameChecklist =
    hasSameBacklog &&
    isSame('marks') &&
    old?.azure.real.checks === engagement.azure.real.checks &&
    isSame('settings') &&
    isSame('imports') &&
    isSame('reports');
  const checklistFacts = hasSameChecklist
    ? before.checklistFacts
    : {
        engagement,
        verdicts,
        planProblems: basePlan === null ? null : planProblems(basePlan),
        blockingTasks: backlog.blockingOfMachine,
      };
  const checklist = hasSameChecklist ? before.checklist : yield* engines.deriveChecklist(checklistFacts);
  yield;
  const sizingContext = { siteLinkMbps: context.siteLinkMbps, shared: context.shared };
  const hasSameForecasts = hasSamePlan && isSame('settings') && isSame('facts');
  const forecasts = hasSameForecasts ? before.forecasts : yield* forecastWaves(machinesOfWaves(engagement, groups), modelOf, sizingContext);
  const hasSameWaves = hasSameChecklist && hasSameForecasts;
  const plan = hasSameWaves ? before.plan : withReadiness(basePlan, checklistFacts, { engines, backlog, forecasts });
  const nextActions =
    hasSameChecklist && hasSameReadiness ? before.nextActions : engines.nextActions(engagement, checklist, readiness.verdicts);
  return {
    engagement,
    assessments,
    verdicts,
    contextKey,
    ties,
    welds,
    groups,
    groupOfMachine,
    rows,
    readiness,
    groupViews,
    basePlan,
    plan,
    checklistFacts,
    checklist,
    nextActions,
    backlog,
    forecasts,
    sizingContext,
    waveOf: (id) => waveOf(id, groupOfMachine, waveOfGroup),
    dataAt,
  };
}

function withReadiness(
  plan: BasePlanView | null,
  facts: ChecklistFacts,
  { engines, ...about }: AboutWaves & { readonly engines: Engines },
): PlanView | null {
  return plan === null ? null : engines.planWithReadiness(plan, facts, about);
}

function machinesOfWaves(engagement: Engagement, groups: readonly MoveGroup[]): WaveMachines[] {
  const byId = new Map(groups.map((group) => [group.id, group.machineIds]));
  return (engagement.plan?.waves ?? []).map((wave) => ({
    waveId: wave.id,
    machines: wave.groupIds.flatMap((id) => byId.get(id) ?? []).flatMap((id) => engagement.machines.get(id) ?? []),
  }));
}

function waveOf(id: MachineId, groups: ReadonlyMap<MachineId, string>, waves: ReadonlyMap<string, string>): string | null {
  const group = groups.get(id);
  return group === undefined ? null : (waves.get(group) ?? null);
}

interface RowInputs {
  readonly engagement: Engagement;
  readonly before: Derived | null;
  readonly assessments: ReadonlyMap<MachineId, MachineAssessment>;
  readonly groupOfMachine: ReadonlyMap<MachineId, string>;
  readonly waveOfGroup: ReadonlyMap<string, string>;
  readonly engines: Engines;
}

function* deriveRows(inputs: RowInputs): Generator<void, ReadonlyMap<MachineId, MachineRow>, void> {
  const { engagement, before, assessments, groupOfMachine, waveOfGroup, engines } = inputs;
  const rows = new Map<MachineId, MachineRow>();
  let count = 0;
  for (const machine of engagement.machines.values()) {
    const assessment = assessments.get(machine.id);
    if (assessment === undefined) continue;
    const groupId = groupOfMachine.get(machine.id) ?? null;
    const waveId = groupId === null ? null : (waveOfGroup.get(groupId) ?? null);
    const old = before?.rows.get(machine.id);
    const isSame =
      old !== undefined &&
      old.groupId === groupId &&
      old.waveId === waveId &&
      before?.engagement.machines.get(machine.id) === machine &&
      before.assessments.get(machine.id) === assessment;
    rows.set(machine.id, isSame ? old : machineRow(machine, assessment, { waveId, groupId, provenance: engines.provenanceOf(machine) }));
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return rows;
}

function verdictsOf(assessments: ReadonlyMap<MachineId, MachineAssessment>): ReadonlyMap<MachineId, Verdict> {
  const verdicts = new Map<MachineId, Verdict>();
  for (const [id, assessment] of assessments) verdicts.set(id, assessment.verdict);
  return verdicts;
}

function groupsByMachine(groups: readonly MoveGroup[]): ReadonlyMap<MachineId, string> {
  return new Map(groups.flatMap((group) => group.machineIds.map((machineId) => [machineId, group.id] as const)));
}

function wavesByGroup(engagement: Engagement): ReadonlyMap<string, string> {
  return new Map((engagement.plan?.waves ?? []).flatMap((wave) => wave.groupIds.map((groupId) => [groupId, wave.id] as const)));
}
