import { lastPart, sameId, type VaultAddress } from '../../shared/azure/arm-ids.ts';
import type { AzureHead, AzureState, ProtectableRow } from '../../shared/azure/azure-state.ts';
import { bag, bags, textIn } from '../../shared/azure/bag.ts';
import { cleanText } from '../../shared/azure/clean-text.ts';
import { discoveredRow, protectableRow, rowsOf } from '../../shared/azure/infrastructure-rows.ts';
import { missingActionIn } from '../../shared/azure/rights.ts';
import type { Failure, Reply } from '../../shared/contract/failure.ts';
import type { ArmReads } from './arm-reads.ts';
import type { TakeTurn } from './pace.ts';
import type { Answer, SiteRecovery } from './site-recovery.ts';

export const SITE_RECOVERY_VERSION = '2023-06-01';
const DISCOVERY_VERSION = '2020-01-01';

export interface ReadStateParts {
  readonly azure: SiteRecovery;
  readonly arm: ArmReads;
  readonly takeTurn: TakeTurn;
}

export interface ReadStateRequest {
  readonly vaultId: string;
  readonly isRehearsal: boolean;
  readonly now: () => Date;
  /** Where the machines go; some lists are for a region. */
  readonly targetRegion: string | null;
  /** What was read before: items that did not change are not read again. */
  readonly before: AzureState | null;
  /** Ids of items, in lower case, that are read by themselves in any case. */
  readonly freshItems?: ReadonlySet<string>;
  /** Names, in lower case, of machines of Azure that are to be moved and do not replicate yet. */
  readonly sourceNames?: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly done: number | null; readonly step: string; readonly detail: string }) => void;
}

export type Unreadable = AzureHead['unreadable'][number];

interface Place {
  readonly path: string;
  readonly version: string;
}

export async function one(
  { arm, takeTurn }: ReadStateParts,
  { signal }: ReadStateRequest,
  { path, version }: Place,
): Promise<Reply<Answer>> {
  await takeTurn(signal);
  return await arm.one(path, version, signal);
}

export async function list(
  { arm, takeTurn }: ReadStateParts,
  { signal }: ReadStateRequest,
  { path, version, filter }: Place & { readonly filter?: string },
): Promise<Reply<readonly Answer[]>> {
  return await arm.list(path, version, { signal, beforePage: () => takeTurn(signal), ...(filter === undefined ? {} : { filter }) });
}

export function createPartReader(parts: ReadStateParts, request: ReadStateRequest, unreadable: Unreadable[]) {
  const note = (part: string, failure: Failure): void => void unreadable.push(unreadablePart(part, failure));
  return {
    note,
    async list(part: string, path: string): Promise<readonly Answer[]> {
      const reply = await list(parts, request, { path, version: SITE_RECOVERY_VERSION });
      if (!reply.ok) note(part, reply.failure);
      return reply.ok ? reply.value : [];
    },
  };
}

export function unreadablePart(part: string, { detail }: Failure): Unreadable {
  return { part, why: cleanText(detail), missingAction: missingActionIn(detail) };
}

interface PlanPlace {
  readonly unreadable: Unreadable[];
  readonly address: VaultAddress;
  readonly plans: readonly Answer[];
}

export async function readPlans(
  { azure, takeTurn }: ReadStateParts,
  { signal, before }: ReadStateRequest,
  { address, plans, unreadable }: PlanPlace,
): Promise<AzureHead['plans']> {
  const rows: AzureHead['plans'] = [];
  for (const plan of plans) {
    // oxlint-disable-next-line no-await-in-loop
    await takeTurn(signal);
    const name = textIn(plan, 'name') ?? lastPart(textIn(plan, 'id') ?? '');
    // oxlint-disable-next-line no-await-in-loop
    const whole = await azure.readRecoveryPlan(address, name, signal);
    // The list leaves out the groups: a plan that was not read by itself seems to hold nobody.
    if (!whole.ok) unreadable.push(unreadablePart('recovery plans', whole.failure));
    const known = before?.plans.find(({ id }) => sameId(id, textIn(plan, 'id')));
    rows.push(whole.ok ? rowsOf.plan(whole.value) : (known ?? rowsOf.plan(plan)));
  }
  return rows;
}

/** `null` = not known. Readers may not ask; that alone says nothing. */
export async function countMigrationItems(
  parts: ReadStateParts,
  request: ReadStateRequest,
  unreadable: Unreadable[],
): Promise<number | null> {
  const reply = await list(parts, request, { path: `${request.vaultId}/replicationMigrationItems`, version: SITE_RECOVERY_VERSION });
  if (!reply.ok) unreadable.push(unreadablePart('migration items', reply.failure));
  return reply.ok ? reply.value.length : null;
}

export interface Noting {
  readonly unreadable: Unreadable[];
}

export async function readVaultProblems(
  { azure, takeTurn }: ReadStateParts,
  { signal }: ReadStateRequest,
  { address, unreadable }: Noting & { readonly address: VaultAddress },
): Promise<string[] | null> {
  await takeTurn(signal);
  const health = await azure.readHealth(address, signal);
  if (!health.ok) {
    unreadable.push(unreadablePart('vault health', health.failure));
    return null;
  }
  return bags(bag(health.value['properties'])['vaultErrors']).flatMap((error) => textIn(error, 'errorMessage', 'summaryMessage') ?? []);
}

interface ProtectablePlace extends Noting {
  readonly address: VaultAddress;
  readonly head: AzureHead;
}

/** Machines that can be protected: from the containers of Hyper-V and classic sites, and from the appliance's discovery. */
export async function readProtectables(
  parts: ReadStateParts,
  request: ReadStateRequest,
  { address, head, unreadable }: ProtectablePlace,
): Promise<ProtectableRow[]> {
  const rows: ProtectableRow[] = [];
  const kinds = new Map(head.fabrics.map((fabric) => [lastPart(fabric.id).toLowerCase(), fabric.kind]));
  request.onProgress({ done: null, step: 'Machines that can be protected', detail: '' });
  for (const container of head.containers) {
    const fabric = container.fabric ?? '';
    const kind = kinds.get(fabric.toLowerCase());
    if (kind === 'InMageRcm' || kind === 'Azure') continue;
    // oxlint-disable-next-line no-await-in-loop
    await parts.takeTurn(request.signal);
    // oxlint-disable-next-line no-await-in-loop
    const reply = await parts.azure.readProtectableItems(address, { fabric, container: lastPart(container.id) }, request.signal);
    if (reply.ok) rows.push(...reply.value.map(protectableRow));
    else unreadable.push(unreadablePart(`machines of ${container.name}`, reply.failure));
  }
  const sites = new Set(head.fabrics.flatMap(({ vmwareSiteId, physicalSiteId }) => [vmwareSiteId, physicalSiteId]));
  for (const site of sites) {
    if (site === null) continue;
    // oxlint-disable-next-line no-await-in-loop
    const reply = await list(parts, request, { path: `${site}/machines`, version: DISCOVERY_VERSION });
    if (reply.ok) rows.push(...reply.value.map(discoveredRow));
    else unreadable.push(unreadablePart(`machines discovered by ${lastPart(site)}`, reply.failure));
  }
  return rows;
}
