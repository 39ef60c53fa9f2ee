import type { MachineRow, PlanView, Snapshot } from '../../../shared/contract/shapes.ts';
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
