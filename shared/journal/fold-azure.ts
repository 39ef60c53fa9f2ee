import type { AzureCheck, AzureSide, EngagementAzure } from '../domain/azure.ts';
import { markKey, type Engagement } from '../domain/engagement.ts';
import { draftOf, type Drafts } from './drafts.ts';
import type { EntryOf } from './entry.ts';

function withSide(azure: EngagementAzure, isRehearsal: boolean, changes: Partial<AzureSide>): EngagementAzure {
  return isRehearsal ? { ...azure, rehearsal: { ...azure.rehearsal, ...changes } } : { ...azure, real: { ...azure.real, ...changes } };
}

function sideOf(azure: EngagementAzure, isRehearsal: boolean): AzureSide {
  return isRehearsal ? azure.rehearsal : azure.real;
}

export function foldTargetSet(state: Engagement, entry: EntryOf<'azure.target-set'>): Engagement {
  return { ...state, azure: { ...state.azure, target: entry.payload.target } };
}

/** Each rehearsal begins anew: what an earlier one showed says nothing about this one. */
export function foldRehearsalSwitched(state: Engagement, entry: EntryOf<'azure.rehearsal-switched'>): Engagement {
  const { isOn } = entry.payload;
  const rehearsal = isOn ? { read: null, checks: new Map(), matches: new Map() } : state.azure.rehearsal;
  return { ...state, azure: { ...state.azure, isRehearsing: isOn, rehearsal } };
}

export function foldStateRead(state: Engagement, entry: EntryOf<'azure.state-read'>): Engagement {
  const { isRehearsal, vaultId, readAt, counts, state: attachment } = entry.payload;
  const read = { sha256: attachment.sha256, vaultId, readAt, by: entry.actor, counts };
  return { ...state, azure: withSide(state.azure, isRehearsal, { read }) };
}

export function foldItemMatched(state: Engagement, entry: EntryOf<'azure.item-matched'>, drafts?: Drafts): Engagement {
  const { isRehearsal, itemId, machineId } = entry.payload;
  const matches = draftOf(sideOf(state.azure, isRehearsal).matches, drafts);
  matches.set(itemId.toLowerCase(), { itemId, machineId, by: entry.actor, at: entry.recordedAt });
  return { ...state, azure: withSide(state.azure, isRehearsal, { matches }) };
}

/** Remembers when Azure last showed an item done, so that a later "not done" can be told as drift. */
export function foldChecked(state: Engagement, entry: EntryOf<'checklist.checked'>, drafts?: Drafts): Engagement {
  const { isRehearsal, stateSha256, readAt, sweptStepIds, results } = entry.payload;
  const checks = draftOf(sideOf(state.azure, isRehearsal).checks, drafts);
  const swept = new Set(sweptStepIds);
  const stamp = { readAt, by: entry.actor, stateSha256 };
  if (swept.size > 0)
    for (const [key, check] of checks)
      if (swept.has(check.stepId)) checks.set(key, { ...check, ...stamp, lastDoneAt: doneAt(check, check.verdict, readAt) });
  for (const { stepId, scope, verdict, text, read } of results) {
    const key = markKey(stepId, scope);
    checks.set(key, { stepId, scope, verdict, text, read, ...stamp, lastDoneAt: doneAt(checks.get(key), verdict, readAt) });
  }
  return { ...state, azure: withSide(state.azure, isRehearsal, { checks }) };
}

function doneAt(before: AzureCheck | undefined, verdict: AzureCheck['verdict'], readAt: string): string | null {
  return verdict === 'done' ? readAt : (before?.lastDoneAt ?? null);
}
