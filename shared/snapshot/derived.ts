import type { BacklogSummary } from '../backlog/summarise-backlog.ts';
import type { ChecklistFacts } from '../checklist/checklist-index.ts';
import type { ChecklistView, GroupView, MachineRow, PlanView, ReadinessSummary, Snapshot } from '../contract/shapes.ts';
import type { Ties } from '../dependencies/tie.ts';
import type { Weld } from '../dependencies/weld-groups.ts';
import type { Engagement } from '../domain/engagement.ts';
import type { MachineId, WaveId } from '../domain/ids.ts';
import type { MoveGroup } from '../domain/wave.ts';
import type { MachineAssessment, Verdict } from '../readiness/rule.ts';
import type { WaveForecast } from '../sizing/forecast-waves.ts';
import type { SizingContext } from '../sizing/size-machine.ts';
import { countsView, type BasePlanView } from './plan-view.ts';

/** Everything computed from the engagement that screens, reports and decisions need. Replaced whole, never edited. */
export interface Derived {
  readonly engagement: Engagement;
  readonly assessments: ReadonlyMap<MachineId, MachineAssessment>;
  readonly verdicts: ReadonlyMap<MachineId, Verdict>;
  /** Changes only when an assessment may have changed; lets a later run reuse what it can. */
  readonly contextKey: string;
  /** Who calls whom, and what was left aside as shared. */
  readonly ties: Ties;
  /** Why machines must move together. */
  readonly welds: readonly Weld[];
  readonly groups: readonly MoveGroup[];
  readonly groupOfMachine: ReadonlyMap<MachineId, string>;
  readonly rows: ReadonlyMap<MachineId, MachineRow>;
  readonly readiness: ReadinessSummary;
  readonly groupViews: readonly GroupView[];
  /** The plan before what the checklist says of its waves. */
  readonly basePlan: BasePlanView | null;
  readonly plan: PlanView | null;
  readonly checklistFacts: ChecklistFacts;
  readonly checklist: ChecklistView;
  readonly nextActions: Snapshot['nextActions'];
  readonly backlog: BacklogSummary;
  readonly forecasts: ReadonlyMap<WaveId, WaveForecast>;
  readonly sizingContext: SizingContext;
  readonly waveOf: (machineId: MachineId) => string | null;
  /** Newest moment of the data the assessment rests on. */
  readonly dataAt: string | null;
}

/** Row changes between two states: few are sent one by one, many make the window fetch the pages again. */
export type RowChanges =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly rows: MachineRow[]; readonly removedIds: string[] }
  | { readonly kind: 'reload' };

const MOST_ROWS_IN_ONE_EVENT = 1000;

export function rowChanges(before: ReadonlyMap<MachineId, MachineRow>, after: ReadonlyMap<MachineId, MachineRow>): RowChanges {
  if (before === after) return { kind: 'same' };
  const rows: MachineRow[] = [];
  for (const [id, row] of after) {
    if (before.get(id) !== row) rows.push(row);
    if (rows.length > MOST_ROWS_IN_ONE_EVENT) return { kind: 'reload' };
  }
  const removedIds = [...before.keys()].filter((id) => !after.has(id));
  if (removedIds.length > MOST_ROWS_IN_ONE_EVENT) return { kind: 'reload' };
  return rows.length === 0 && removedIds.length === 0 ? { kind: 'same' } : { kind: 'changed', rows, removedIds };
}

export function backlogView({ counts, owners }: BacklogSummary): Snapshot['backlog'] {
  return { counts: countsView(counts), owners: [...owners] };
}

/** The parts of the snapshot that differ between two states. Comparison is by identity: deriving keeps what did not change. */
export function changedParts(before: Derived | null, after: Derived): Partial<Snapshot> {
  const parts: Partial<Snapshot> = {};
  if (before?.readiness !== after.readiness) parts.readiness = after.readiness;
  if (before?.backlog !== after.backlog) parts.backlog = backlogView(after.backlog);
  if (before?.groupViews !== after.groupViews) parts.groups = [...after.groupViews];
  if (before?.plan !== after.plan) parts.plan = after.plan;
  if (before?.checklist !== after.checklist) parts.checklist = after.checklist;
  if (before?.nextActions !== after.nextActions) parts.nextActions = after.nextActions;
  if (before?.engagement.waveLimits !== after.engagement.waveLimits) parts.waveLimits = after.engagement.waveLimits;
  if (before === null || before.engagement.machines.size !== after.engagement.machines.size)
    parts.machineCount = after.engagement.machines.size;
  return parts;
}
