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

export interface RuleCount {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Snapshot['readiness']['rules'][number]['severity'];
  readonly raised: number;
  readonly unknown: number;
}

/** Rules that stop machines, over all scenarios, most machines first; equal counts by rule id. */
export function topBlockers(readiness: Snapshot['readiness'], most: number): RuleCount[] {
  const counts = new Map<string, { raised: number; unknown: number }>();
  for (const { ruleId, raised, unknown } of readiness.byRule) {
    const known = counts.get(ruleId) ?? { raised: 0, unknown: 0 };
    counts.set(ruleId, { raised: known.raised + raised, unknown: known.unknown + unknown });
  }
  return readiness.rules
    .filter((rule) => rule.severity === 'blocker' || rule.severity === 'refused')
    .map((rule) => ({ ruleId: rule.id, title: rule.title, severity: rule.severity, ...(counts.get(rule.id) ?? { raised: 0, unknown: 0 }) }))
    .filter((rule) => rule.raised > 0)
    .toSorted((a, b) => b.raised - a.raised || compareText(a.ruleId, b.ruleId))
    .slice(0, most);
}

export function unreadCount(notices: readonly Notice[]): number {
  return notices.filter((notice) => !notice.isRead).length;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
