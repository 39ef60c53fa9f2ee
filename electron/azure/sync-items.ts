import { itemAddress, type VaultAddress } from '../../shared/azure/arm-ids.ts';
import type { ProtectedItem } from '../../shared/azure/protected-item.ts';
import { success, type Reply } from '../../shared/contract/failure.ts';
import type { SiteRecovery } from './site-recovery.ts';

/** An item as it was last read in full, with what the list said of it then. */
export interface KnownItem {
  /** In full: disks, adapters, everything that a list leaves out. */
  readonly item: ProtectedItem;
  readonly mark: string;
}

export interface Synced {
  /** By id in lower case. */
  readonly items: ReadonlyMap<string, KnownItem>;
  /** Ids whose full answer was read anew. */
  readonly read: readonly string[];
  readonly removed: readonly string[];
  /** What could not be read in full; the former answer stays, and it is tried again next time. */
  readonly failed: readonly { readonly id: string; readonly why: string }[];
}

interface SyncParts {
  readonly port: Pick<SiteRecovery, 'readItems' | 'readItem'>;
  readonly vault: VaultAddress;
  readonly known: ReadonlyMap<string, KnownItem>;
  readonly signal?: AbortSignal;
}

const LANES = 4;

/**
 * Brings what is known of a vault's items up to date by one list. An item is read in full only when the list shows it for the
 * first time, otherwise than before, or no more; ages and percentages, which always move, come from the list itself.
 */
export async function syncItems({ port, vault, known, signal }: SyncParts): Promise<Reply<Synced>> {
  const listed = await port.readItems(vault, signal);
  if (!listed.ok) return listed;
  const items = new Map<string, KnownItem>();
  const waiting: ProtectedItem[] = [];
  for (const entry of listed.value) {
    const id = entry.id.toLowerCase();
    const before = known.get(id);
    const mark = markOf(entry);
    if (before?.mark === mark) items.set(id, { mark, item: { ...before.item, progress: entry.progress } });
    else waiting.push(entry);
  }
  const listedIds = new Set(listed.value.map(({ id }) => id.toLowerCase()));
  // A list may leave out what is there; that something is gone is believed when it says so itself.
  waiting.push(...[...known].flatMap(([id, { item }]) => (listedIds.has(id) ? [] : [item])));
  const read: string[] = [];
  const failed: { id: string; why: string }[] = [];
  const lane = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      const id = entry.id.toLowerCase();
      const address = itemAddress(entry.id);
      // eslint-disable-next-line no-await-in-loop -- a few at a time
      const full = address === null ? null : await port.readItem(address, signal);
      if (full?.ok === true) {
        items.set(id, { item: full.value, mark: markOf(entry) });
        read.push(id);
        continue;
      }
      if (full?.failure.code === 'not-found') continue;
      const before = known.get(id);
      items.set(id, { item: before?.item ?? entry, mark: '' });
      failed.push({ id, why: full?.failure.detail ?? 'Its id was not understood.' });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return success({ items, read, removed: [...known.keys()].filter((id) => !items.has(id)), failed });
}

/** What a list says of an item, as far as a change of it means that the full answer changed. */
export function markOf(item: ProtectedItem): string {
  const { running, healthErrors } = item;
  return JSON.stringify([
    item.friendlyName,
    item.instanceType,
    item.protectionState,
    item.activeLocation,
    item.testFailoverState,
    item.allowedOperations,
    running?.jobId ?? null,
    item.replicationHealth,
    item.failoverHealth,
    healthErrors.map(({ code, at }) => [code, at]),
    item.policyId,
    item.lastTestFailoverAt,
    item.lastFailoverAt,
  ]);
}
