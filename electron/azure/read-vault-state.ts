import { itemAddress, vaultAddress, type ItemAddress, type VaultAddress } from '../../shared/azure/arm-ids.ts';
import type { AzureHead, AzureState, ItemRow } from '../../shared/azure/azure-state.ts';
import { bag, textIn } from '../../shared/azure/bag.ts';
import { cleanText } from '../../shared/azure/clean-text.ts';
import { applianceRow, eventRow, fabricRow, jobRow, rowsOf, vaultRow } from '../../shared/azure/infrastructure-rows.ts';
import { itemRow } from '../../shared/azure/item-row.ts';
import type { ProtectedItem } from '../../shared/azure/protected-item.ts';
import { instantOf } from '../../shared/azure/read-answers.ts';
import { missingActionIn } from '../../shared/azure/rights.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { keepKnown, keptInWords, withKnownMachines } from './keep-known.ts';
import {
  countMigrationItems,
  createPartReader,
  one,
  readPlans,
  readProtectables,
  readVaultProblems,
  SITE_RECOVERY_VERSION,
  unreadablePart,
  type ReadStateParts,
  type ReadStateRequest,
  type Unreadable,
} from './read-around-vault.ts';
import { readNeighbours, readPermissions } from './read-neighbours.ts';
import type { Answer } from './site-recovery.ts';

const STOPPED = 'Reading was stopped; what was known before is kept.';

/**
 * Reads all that is kept of a vault. The vault itself and its fabrics must be readable; of everything else the reason is kept
 * why it could not be read, because missing is not empty.
 */
export async function readVaultState(parts: ReadStateParts, request: ReadStateRequest): Promise<Reply<AzureState>> {
  const address = vaultAddress(request.vaultId);
  if (address === null) return failed('invalid-input', 'This is not the id of a vault.');
  const unreadable: Unreadable[] = [];
  const read = createPartReader(parts, request, unreadable);
  request.onProgress({ done: null, step: 'Vault', detail: address.vault });
  const vault = await one(parts, request, { path: request.vaultId, version: '2024-04-01' });
  if (!vault.ok) return vault;
  await parts.takeTurn(request.signal);
  const infrastructure = await parts.azure.readInfrastructure(address, request.signal);
  if (!infrastructure.ok) return infrastructure;
  for (const { part, why } of infrastructure.value.unreadable)
    unreadable.push({ part, why: cleanText(why), missingAction: missingActionIn(why) });
  const fabrics = await completeFabrics(parts, request, { fabrics: infrastructure.value.fabrics, unreadable });
  request.onProgress({ done: null, step: 'Protected items', detail: '' });
  const items = await readItems(parts, request, address);
  if (!items.ok) return items;
  const region = request.targetRegion ?? vaultRow(vault.value).location;
  const fresh: AzureHead = {
    version: 1,
    readAt: request.now().toISOString(),
    isRehearsal: request.isRehearsal,
    vault: vaultRow(vault.value),
    fabrics,
    appliances: (await read.list('appliances', `${request.vaultId}/replicationAppliances`)).map(applianceRow),
    providers: infrastructure.value.providers.map(rowsOf.provider),
    containers: infrastructure.value.containers.map(rowsOf.container),
    mappings: infrastructure.value.mappings.map(rowsOf.mapping),
    policies: infrastructure.value.policies.map(rowsOf.policy),
    networks: infrastructure.value.networks.map(rowsOf.network),
    networkMappings: infrastructure.value.networkMappings.map(rowsOf.networkMapping),
    plans: await readPlans(parts, request, { address, plans: infrastructure.value.recoveryPlans, unreadable }),
    alerts: (await read.list('alert settings', `${request.vaultId}/replicationAlertSettings`)).map(rowsOf.alert),
    migrationItemCount: await countMigrationItems(parts, request, unreadable),
    vaultProblems: await readVaultProblems(parts, request, { address, unreadable }),
    permissions: await readPermissions(parts, request, {
      unreadable,
      groupId: items.value.find((item) => item.targetGroupId !== null)?.targetGroupId ?? null,
    }),
    neighbours: await readNeighbours(parts, request, { subscriptionId: address.subscriptionId, region, unreadable }),
    unreadable: [...unreadable],
  };
  const { before } = request;
  const head = keepKnown(fresh, before);
  const darkBefore = unreadable.length;
  const protectables = await readProtectables(parts, request, { address, head, unreadable });
  const isWhole = unreadable.length === darkBefore;
  request.onProgress({ done: null, step: 'Jobs and events', detail: '' });
  await parts.takeTurn(request.signal);
  const jobs = await parts.azure.readJobs(address, null, request.signal);
  if (!jobs.ok) read.note('jobs', jobs.failure);
  await parts.takeTurn(request.signal);
  const events = await parts.azure.readEvents(address, null, request.signal);
  if (!events.ok) read.note('events', events.failure);
  if (request.signal.aborted) return failed('cancelled', STOPPED, 'now');
  return success({
    ...head,
    unreadable: [
      ...head.unreadable,
      ...unreadable.slice(darkBefore).map((each) => ({ ...each, why: before === null ? each.why : keptInWords(each.why) })),
    ],
    items: items.value,
    protectables: isWhole || before === null ? protectables : withKnownMachines(protectables, before.protectables),
    jobs: jobs.ok ? jobs.value.map(jobRow) : (before?.jobs ?? []),
    events: events.ok ? events.value.map(eventRow) : (before?.events ?? []),
  });
}

/** The list of fabrics leaves out the servers of the appliance; each fabric is read by itself. There are few. */
async function completeFabrics(
  parts: ReadStateParts,
  request: ReadStateRequest,
  { fabrics, unreadable }: { readonly fabrics: readonly Answer[]; readonly unreadable: Unreadable[] },
): Promise<AzureHead['fabrics']> {
  const rows: AzureHead['fabrics'] = [];
  for (const fabric of fabrics) {
    // Paced, one after another.
    // oxlint-disable-next-line no-await-in-loop
    const whole = await one(parts, request, { path: textIn(fabric, 'id') ?? '', version: SITE_RECOVERY_VERSION });
    if (!whole.ok) unreadable.push(unreadablePart('fabrics', whole.failure));
    const known = request.before?.fabrics.find(({ id }) => id.toLowerCase() === textIn(fabric, 'id')?.toLowerCase());
    // What was known of its servers is shown; it decides nothing.
    rows.push(whole.ok ? fabricRow(whole.value) : { ...(known ?? fabricRow(fabric)), isPartial: true });
  }
  return rows;
}

/** One list; only items of which the list shows a change, or of which the details were never read, are read by themselves. */
async function readItems(parts: ReadStateParts, request: ReadStateRequest, address: VaultAddress): Promise<Reply<ItemRow[]>> {
  const { azure, takeTurn } = parts;
  await takeTurn(request.signal);
  const listed = await azure.readItems(address, request.signal);
  if (!listed.ok) return listed;
  const before = new Map(request.before?.items.map((item) => [item.id.toLowerCase(), item]));
  const rows: ItemRow[] = [];
  for (const [index, item] of listed.value.entries()) {
    const row = itemRow(item, null);
    const known = before.get(item.id.toLowerCase());
    const isAsked = request.freshItems?.has(item.id.toLowerCase()) === true;
    const place = isAsked || isPoorInLists(item) ? itemAddress(item.id) : null;
    if (place === null)
      rows.push({ ...row, detailsAt: request.now().toISOString(), points: known?.points ?? null, pointsAt: known?.pointsAt ?? null });
    else if (!isAsked && known?.detailsAt != null && known.fingerprint === row.fingerprint) rows.push(keepDetails(row, known));
    else {
      request.onProgress({ done: index / listed.value.length, step: 'Protected items', detail: item.friendlyName });
      // Paced, one after another.
      // oxlint-disable-next-line no-await-in-loop
      await takeTurn(request.signal);
      // oxlint-disable-next-line no-await-in-loop
      const whole = await azure.readItem(place, request.signal);
      if (request.signal.aborted) return failed('cancelled', 'Reading was stopped; what was known before is kept.', 'now');
      // Gone between list and read: the list's entry still stands, and the next reading will not have it.
      if (!whole.ok) {
        rows.push(row);
        continue;
      }
      const full = itemRow(whole.value, request.now().toISOString());
      // oxlint-disable-next-line no-await-in-loop
      const points = isAsked
        ? await readPoints({ azure, takeTurn }, request, place)
        : { points: known?.points ?? null, pointsAt: known?.pointsAt ?? null };
      rows.push({ ...full, ...points });
    }
  }
  const listedIds = new Set(listed.value.map(({ id }) => id.toLowerCase()));
  const gone = [...before].flatMap(([id, item]) => (listedIds.has(id) ? [] : [item]));
  rows.push(...(await stillThere(parts, request, gone)));
  return request.signal.aborted ? failed('cancelled', STOPPED, 'now') : success(rows);
}

/** A list may leave out what is there; that an item is gone is believed when a read of it says so. */
async function stillThere(
  { azure, takeTurn }: ReadStateParts,
  { signal, now }: ReadStateRequest,
  items: readonly ItemRow[],
): Promise<ItemRow[]> {
  const rows: ItemRow[] = [];
  for (const item of items) {
    const place = itemAddress(item.id);
    if (place === null) continue;
    // Paced, one after another.
    // oxlint-disable-next-line no-await-in-loop
    await takeTurn(signal);
    // oxlint-disable-next-line no-await-in-loop
    const whole = await azure.readItem(place, signal);
    if (whole.ok) rows.push(itemRow(whole.value, now().toISOString()));
    else if (whole.failure.code !== 'not-found') rows.push(item);
  }
  return rows;
}

/** The list of modernized VMware items lacks disks and adapters. SOURCE: site recovery facts, section 2.1. */
function isPoorInLists({ instanceType }: ProtectedItem): boolean {
  return instanceType === 'InMageRcm' || instanceType === 'InMageRcmFailback';
}

/** Of one machine that somebody asks about; nobody looks at those of a thousand. */
async function readPoints(
  { azure, takeTurn }: Pick<ReadStateParts, 'azure' | 'takeTurn'>,
  request: ReadStateRequest,
  place: ItemAddress,
): Promise<Pick<ItemRow, 'points' | 'pointsAt'>> {
  await takeTurn(request.signal);
  const points = await azure.readRecoveryPoints(place, request.signal);
  if (!points.ok) return { points: null, pointsAt: null };
  const found = points.value.map((point) => {
    const properties = bag(point['properties']);
    return { at: instantOf(properties['recoveryPointTime']), kind: textIn(properties, 'recoveryPointType') };
  });
  const newestFirst = found.toSorted((a, b) => (b.at ?? '').localeCompare(a.at ?? ''));
  return { points: newestFirst.slice(0, MOST_POINTS), pointsAt: request.now().toISOString() };
}

const MOST_POINTS = 60;

/** What only the item itself says stays as it was read; what the list says is newer. */
function keepDetails(row: ItemRow, known: ItemRow): ItemRow {
  return {
    ...row,
    sourceIds: [...new Set([...known.sourceIds, ...row.sourceIds])],
    addresses: row.addresses.length === 0 ? known.addresses : row.addresses,
    targetAddresses: row.targetAddresses.length === 0 ? known.targetAddresses : row.targetAddresses,
    disks: row.disks ?? known.disks,
    resyncRequired: row.resyncRequired ?? known.resyncRequired,
    points: known.points,
    pointsAt: known.pointsAt,
    detailsAt: known.detailsAt,
  };
}
