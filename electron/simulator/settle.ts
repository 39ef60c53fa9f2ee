import type { Effect, Estate, ItemAct, SimItem, SimJob, SimVault } from './estate.ts';
import { targetOf } from './neighbour-machines.ts';
import { POINT_EVERY_MS, recoveryPointId } from './providers/common.ts';
import { DURATIONS } from './providers/durations.data.ts';
import { vaultId } from './vault-id.ts';

/**
 * Brings the estate up to a time: jobs that ended have their effect, replication moves on. Nothing happens in the background;
 * whoever reads settles first, so that a stepped clock gives the same result as a running one.
 */
export function settle(estate: Estate, now: number): void {
  for (const vault of estate.vaults) {
    const due = vault.jobs.filter((job) => !job.isSettled && job.endsAt <= now).toSorted((a, b) => a.endsAt - b.endsAt);
    for (const job of due) {
      moveOn(vault, job.endsAt);
      finish(vault, job);
    }
    moveOn(vault, now);
  }
}

function finish(vault: SimVault, job: SimJob): void {
  job.isSettled = true;
  const item = job.effect.kind === 'item' ? itemOf(vault, job.effect.itemId) : undefined;
  if (item?.runningJob === job.name) item.runningJob = null;
  const isGood = job.end === 'Succeeded' || job.end === 'CompletedWithInformation';
  if (isGood) apply(vault, job.effect, job.endsAt);
  else if (item !== undefined) afterFailure(vault, item, job);
}

function itemOf(vault: SimVault, id: string): SimItem | undefined {
  return vault.items.find((item) => item.id === id);
}

/**
 * An enabling that fails leaves no item; an unplanned failover that fails leaves the machine in a state of its own. That state
 * was recorded for unplanned ones only: after a planned one the machine stays as it was.
 */
function afterFailure(vault: SimVault, item: SimItem, job: SimJob): void {
  if (job.failsAtTask === -1) return;
  if (job.jobKind === 'EnableDr') remove(vault, item);
  else if (job.jobKind === 'UnplannedFailover' && job.end === 'Failed') {
    item.phase = 'failover-failed';
    item.phaseAt = job.endsAt;
  }
}

function apply(vault: SimVault, effect: Effect, at: number): void {
  if (effect.kind === 'put-resource')
    vault.resources[effect.path.toLowerCase()] = { path: effect.path, type: effect.type, properties: effect.properties };
  else if (effect.kind === 'remove-resource') {
    const gone = effect.path.toLowerCase();
    for (const path of Object.keys(vault.resources)) if (path === gone || path.startsWith(`${gone}/`)) delete vault.resources[path];
  } else if (effect.kind === 'item') {
    const item = itemOf(vault, effect.itemId);
    if (item !== undefined) applyToItem(vault, item, { act: effect.act, at });
  }
}

function applyToItem(vault: SimVault, item: SimItem, { act, at }: { readonly act: ItemAct; readonly at: number }): void {
  const enter = (phase: SimItem['phase']): void => {
    item.phase = phase;
    item.phaseAt = at;
  };
  switch (act) {
    case 'enabled':
      return enter('initial-replication');
    case 'tested':
      item.testFailover = 'WaitingForCompletion';
      item.lastTestFailoverAt = at;
      return;
    case 'cleaned-up':
      item.testFailover = 'MarkedForDeletion';
      return;
    case 'failed-over':
      item.lastFailoverAt = at;
      item.recoveryPointId ??= recoveryPointId(item, vaultId(vault), at - (at % POINT_EVERY_MS));
      return enter('failed-over');
    case 'committed':
      return enter('committed');
    case 'removed':
      if (item.phase === 'failed-over' || item.phase === 'committed') (vault.moved ??= []).push(targetOf(vault, item));
      return remove(vault, item);
    case 'reprotected':
      if (item.provider === 'InMageRcm') item.provider = 'InMageRcmFailback';
      if (item.provider === 'A2A') moveToOtherSide(item);
      item.failoverKind = null;
      return enter('initial-replication');
    case 'switched':
    case 'repaired':
      return enter('initial-replication');
    case 'updated':
    case 'point-changed':
    case 'agent-updated':
    case 'cancelled-failover':
      return;
    default:
      act satisfies never;
  }
}

/** The item of an Azure machine stands in the container of the side that it now comes from. */
function moveToOtherSide(item: SimItem): void {
  const [fabric, container] = [item.fabric, item.container];
  item.fabric = fabric.startsWith('recovery-') ? fabric.slice('recovery-'.length) : `recovery-${fabric}`;
  item.container = container.startsWith('recovery-') ? container.slice('recovery-'.length) : `recovery-${container}`;
  item.isReturning = true;
}

function remove(vault: SimVault, item: SimItem): void {
  const index = vault.items.indexOf(item);
  if (index >= 0) vault.items.splice(index, 1);
}

/** Initial replication, then the first point, then protected. */
function moveOn(vault: SimVault, now: number): void {
  for (const item of vault.items) {
    const { initialReplication, firstPoint } = DURATIONS[item.provider];
    if (item.phase === 'initial-replication' && now >= item.phaseAt + initialReplication * 1000) {
      item.phase = 'first-point';
      item.phaseAt += initialReplication * 1000;
    }
    if (item.phase === 'first-point' && now >= item.phaseAt + firstPoint * 1000) {
      item.phase = 'protected';
      item.phaseAt += firstPoint * 1000;
    }
  }
}
