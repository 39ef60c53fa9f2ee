import type { MachineRow, PlanView, Snapshot, StepView } from '../../../shared/contract/shapes.ts';
import type { MachineFilter } from '../../store/inventory-query.ts';
import type { FunnelStage } from '../../store/selectors.ts';

/** The machines of a stage, as filters of the inventory. */
export function filtersOfStage(stage: FunnelStage['id'], plan: PlanView | null): readonly MachineFilter[] {
  const inScope: MachineFilter = { kind: 'choice', field: 'isInScope', values: ['true'] };
  const ready: MachineFilter = { kind: 'choice', field: 'verdict', values: ['ready', 'ready-with-warnings'] };
  const planned: MachineFilter = { kind: 'choice', field: 'waveId', values: plan?.waves.map((wave) => wave.id) ?? [] };
  switch (stage) {
    case 'found':
      return [];
    case 'in-scope':
      return [inScope];
    case 'ready':
      return [inScope, ready];
    case 'planned':
      return [inScope, ready, planned];
    default:
      return [];
  }
}

/** Stages that a machine reaches by a step of the checklist; several steps where scenarios name it differently. */
const LATER_STAGES = [
  { id: 'replicating', stepIds: ['confirm-replication-healthy'] },
  { id: 'tested', stepIds: ['validate-test-vm'] },
  { id: 'moved', stepIds: ['run-failover'] },
  { id: 'completed', stepIds: ['complete-migration', 'commit-move'] },
  { id: 'source-off', stepIds: ['decommission-source'] },
] as const;

export interface LaterStage {
  readonly id: (typeof LATER_STAGES)[number]['id'];
  readonly count: number;
  /** The step to go to. */
  readonly stepId: string;
}

/** How many machines have got further, by the checklist. Empty as long as none has: five zeros say nothing. */
export function laterStages(steps: readonly Pick<StepView, 'id' | 'doneCount'>[]): readonly LaterStage[] {
  const done = new Map(steps.map((step) => [step.id, step.doneCount]));
  const stages = LATER_STAGES.map(({ id, stepIds }) => ({
    id,
    count: stepIds.reduce((sum, stepId) => sum + (done.get(stepId) ?? 0), 0),
    stepId: stepIds.find((stepId) => done.has(stepId)) ?? stepIds[0],
  }));
  return stages.some(({ count }) => count > 0) ? stages : [];
}

/** Machines in a wave that are not ready: the funnel does not count them, so they are said beside it. */
export function plannedButNotReady(rows: readonly MachineRow[]): number {
  return rows.filter((row) => row.isInScope && row.waveId !== null && (row.verdict === 'blocked' || row.verdict === 'undecided')).length;
}

export function conflictCount(rows: readonly MachineRow[]): number {
  return rows.filter((row) => Object.values(row.provenance).includes('conflict')).length;
}

/** When the statements of a source were true: its export, else the moment it was imported. */
export function dataTimeOf(source: Pick<Snapshot['imports'][number], 'exportedAt' | 'importedAt'>): string {
  return source.exportedAt ?? source.importedAt;
}
