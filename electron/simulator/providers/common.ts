import type { Body, SimItem } from '../estate.ts';
import { iso } from '../vault-id.ts';

/** What the details of a provider are drawn from. */
export interface DetailsContext {
  readonly now: number;
  readonly isList: boolean;
  readonly vaultId: string;
  readonly location: string;
}

const GIB = 1024 ** 3;
export const bytesOf = (gib: number): number => Math.round(gib * GIB);

/** A value of the input, as text. The service takes property names in any case. */
export function inputText(input: Body, name: string): string | null {
  const value = inputValue(input, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A setting as it was given, an empty text too: it says "none", where `null` says nothing. */
export function givenText({ input, settings }: Pick<SimItem, 'input' | 'settings'>, name: string): string | null {
  const value = inputValue(settings, name) ?? inputValue(input, name);
  return typeof value === 'string' ? value : null;
}

export function inputValue(input: Body, name: string): unknown {
  const key = Object.keys(input).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : input[key];
}

export function inputList(input: Body, name: string): readonly Body[] {
  const value = inputValue(input, name);
  return Array.isArray(value) ? (value as Body[]) : [];
}

export function hasPoints(item: SimItem): boolean {
  return item.phase === 'protected' || item.phase === 'failed-over' || item.phase === 'committed' || item.phase === 'failover-failed';
}

/** RPO rises between points and falls when one arrives; it stands still once the machine was failed over. */
/** Nothing has arrived in the first minute. */
export function hasReplicated(item: SimItem, now: number): boolean {
  return item.phase !== 'protected' || now - item.phaseAt >= 60_000;
}

export function rpoOf(item: SimItem, now: number): { readonly seconds: number; readonly at: string; readonly point: string } {
  const until = item.phase === 'protected' ? now : item.phaseAt;
  const since = Math.max(0, until - item.phaseAt);
  const lastPoint = until - (since % POINT_EVERY_MS);
  return { seconds: Math.max(3, Math.round((until - lastPoint) / 1000)), at: iso(until), point: iso(lastPoint) };
}

/** A crash-consistent point every five minutes. */
export const POINT_EVERY_MS = 5 * 60_000;

export function recoveryPointId(item: SimItem, vaultId: string, at: number): string {
  const number = Math.floor(at / POINT_EVERY_MS);
  return `${vaultId}/replicationFabrics/${item.fabric}/replicationProtectionContainers/cloud_${item.id}/replicationProtectedItems/${item.name}/recoveryPoints/${item.id.slice(0, 24)}${number.toString(16).padStart(12, '0')}`;
}

/** Share of initial replication that is done, 0 to 1. */
export function replicationShare(item: SimItem, now: number, durationMs: number): number {
  if (item.phase === 'enabling') return 0;
  return item.phase === 'initial-replication' ? Math.min(1, (now - item.phaseAt) / durationMs) : 1;
}
