import type { AzureHead, NeighbourRow, Permission } from '../../shared/azure/azure-state.ts';
import { textsIn } from '../../shared/azure/bag.ts';
import { factsIn, neighbourRow } from '../../shared/azure/neighbour-row.ts';
import { NEIGHBOUR_READS, type FollowRead, type NeighbourRead } from '../../shared/azure/neighbours.data.ts';
import { list, one, unreadablePart, type Noting, type ReadStateParts, type ReadStateRequest } from './read-around-vault.ts';

const PERMISSIONS_VERSION = '2022-04-01';
/** Of one list; whatever is beyond stays unknown. */
const MOST_FOLLOWED = 200;

/** What the account may do at the vault, where the machines go, and in the subscription. */
export async function readPermissions(
  parts: ReadStateParts,
  request: ReadStateRequest,
  { unreadable, groupId }: Noting & { readonly groupId: string | null },
): Promise<AzureHead['permissions']> {
  const at = async (part: string, scope: string): Promise<Permission[] | null> => {
    const path = `${scope}/providers/Microsoft.Authorization/permissions`;
    const reply = await list(parts, request, { path, version: PERMISSIONS_VERSION });
    if (!reply.ok) unreadable.push(unreadablePart(part, reply.failure));
    return reply.ok ? reply.value.map((each) => ({ actions: textsIn(each, 'actions'), notActions: textsIn(each, 'notActions') })) : null;
  };
  const vault = await at('rights at the vault', request.vaultId);
  const group = groupId ?? request.vaultId.replace(/\/providers\/.*$/i, '');
  const target = await at('rights at the target', group);
  return { vault, target, subscription: await at('rights at the subscription', request.vaultId.replace(/\/resourceGroups\/.*$/i, '')) };
}

interface NeighbourPlace extends Noting {
  readonly subscriptionId: string;
  readonly region: string | null;
}

/** Lists beside the vault. One that could not be read is absent: missing is not empty. */
export async function readNeighbours(
  parts: ReadStateParts,
  request: ReadStateRequest,
  { subscriptionId, region, unreadable }: NeighbourPlace,
): Promise<Record<string, NeighbourRow[]>> {
  const found: Record<string, NeighbourRow[]> = {};
  // ARM knows regions by their short names.
  const short = region?.toLowerCase().replaceAll(/[^a-z0-9]/g, '') ?? '';
  for (const [name, wanted] of Object.entries<NeighbourRead>(NEIGHBOUR_READS)) {
    if (wanted.needsRegion === true && region === null) continue;
    request.onProgress({ done: null, step: 'Around the vault', detail: name });
    const path = wanted.path.replace('{s}', subscriptionId).replace('{v}', request.vaultId).replace('{r}', short);
    const filter = wanted.filter?.replace('{r}', short);
    // Paced, one after another.
    // oxlint-disable-next-line no-await-in-loop
    const reply = await list(parts, request, { path, version: wanted.apiVersion, ...(filter === undefined ? {} : { filter }) });
    if (!reply.ok) {
      unreadable.push(unreadablePart(name, reply.failure));
      continue;
    }
    const [fact = '', value] = wanted.only ?? [];
    const rows = reply.value
      .map((answer) => neighbourRow(answer, wanted))
      .filter((row) => value === undefined || row.facts[fact] === value);
    // oxlint-disable-next-line no-await-in-loop
    found[name] = wanted.follow === undefined ? rows : await followed(parts, request, { name, rows, follow: wanted.follow, unreadable });
  }
  return found;
}

interface Following extends Noting {
  readonly name: string;
  readonly rows: readonly NeighbourRow[];
  readonly follow: FollowRead;
}

/** Adds what only a read of its own says. Where that is refused, the row stands without it, and the reason is told once. */
async function followed(
  parts: ReadStateParts,
  request: ReadStateRequest,
  { name, rows, follow, unreadable }: Following,
): Promise<NeighbourRow[]> {
  const made: NeighbourRow[] = [];
  let count = 0;
  for (const row of rows) {
    const isWanted = follow.of === 'all' || request.sourceNames?.has(row.name.toLowerCase()) === true;
    if (!isWanted || row.id === '' || count >= MOST_FOLLOWED) {
      made.push(row);
      continue;
    }
    count += 1;
    // Paced, one after another.
    // oxlint-disable-next-line no-await-in-loop
    const whole = await one(parts, request, { path: `${row.id}${follow.suffix}`, version: follow.apiVersion });
    const part = `details of ${name}`;
    if (!whole.ok && !unreadable.some((each) => each.part === part)) unreadable.push(unreadablePart(part, whole.failure));
    made.push(whole.ok ? { ...row, facts: { ...row.facts, ...factsIn(whole.value, follow.facts) } } : row);
  }
  return made;
}
