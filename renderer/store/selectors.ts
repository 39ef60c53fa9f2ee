import type { MachineRow, Snapshot } from '../../shared/contract/shapes.ts';
import type { AppState, Notice } from './state.ts';

/** Sums over machines. A sum says how many machines it lacks a value for; unknown is never counted as zero in silence. */
export interface MachineSums {
  readonly count: number;
  readonly cpuCount: number;
  readonly memoryMiB: number;
  readonly storageGiB: number;
  readonly unknownCount: number;
}

export function sumMachines(rows: Iterable<MachineRow>): MachineSums {
  const sums = { count: 0, cpuCount: 0, memoryMiB: 0, storageGiB: 0, unknownCount: 0 };
  for (const row of rows) {
    const storageGiB = row.inUseGiB ?? row.provisionedGiB;
    sums.count += 1;
    sums.cpuCount += row.cpuCount ?? 0;
    sums.memoryMiB += row.memoryMiB ?? 0;
    sums.storageGiB += storageGiB ?? 0;
    if (row.cpuCount === null || row.memoryMiB === null || storageGiB === null) sums.unknownCount += 1;
  }
  return sums;
}

export function selectedRows(state: Pick<AppState, 'machinesById' | 'selectedMachineIds'>): MachineRow[] {
  return state.selectedMachineIds.flatMap((id) => state.machinesById.get(id) ?? []);
}

export interface FunnelStage {
  readonly id: 'found' | 'in-scope' | 'ready' | 'planned';
  readonly count: number;
}

/** How far the estate has come, as far as the journal knows: each stage holds part of the one before it. */
export function funnelOf(rows: readonly MachineRow[]): FunnelStage[] {
  const inScope = rows.filter((row) => row.isInScope);
  const ready = inScope.filter((row) => row.verdict === 'ready' || row.verdict === 'ready-with-warnings');
  return [
    { id: 'found', count: rows.length },
    { id: 'in-scope', count: inScope.length },
    { id: 'ready', count: ready.length },
    { id: 'planned', count: ready.filter((row) => row.waveId !== null).length },
  ];
}

export interface StoppingRule {
  readonly ruleId: string;
  readonly title: string;
  /** Machines that it keeps from moving: not those for which it is milder, nor those for which a person overrode it. */
  readonly stopped: number;
}

/** Rules that stop machines, over all scenarios, most machines first; equal counts by rule id. */
export function topBlockers(readiness: Pick<Snapshot['readiness'], 'byRule' | 'rules'>, most: number): StoppingRule[] {
  const counts = new Map<string, number>();
  for (const { ruleId, stopped = 0 } of readiness.byRule) counts.set(ruleId, (counts.get(ruleId) ?? 0) + stopped);
  return readiness.rules
    .map((rule) => ({ ruleId: rule.id, title: rule.title, stopped: counts.get(rule.id) ?? 0 }))
    .filter((rule) => rule.stopped > 0)
    .toSorted((a, b) => b.stopped - a.stopped || compareText(a.ruleId, b.ruleId))
    .slice(0, most);
}

export function unreadCount(notices: readonly Notice[]): number {
  return notices.filter((notice) => !notice.isRead).length;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
