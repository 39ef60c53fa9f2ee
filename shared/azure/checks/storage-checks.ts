import type { NeighbourRow } from '../azure-state.ts';
import { listed } from '../neighbour-row.ts';
import { done, namesOf, notDone, reading, rows, sameRegion, unknown, unread, type Check, type CheckContext, type Look } from './check.ts';

/** Steps about the cache: the account, and who may write to it. */
/** Where the cache stands: at the source between regions, else at the target. */
function cacheRegionOf({ machines, targetRegion, vaultRegion, state }: CheckContext): string | null {
  const fromAzure = machines.find((machine) => machine.isFromAzure);
  return fromAzure === undefined ? (targetRegion ?? vaultRegion ?? state.vault.location) : (fromAzure.machine.facts.sourceRegion ?? null);
}

/** Why an account is no cache; `null` when it is fine. */
function flawOf(account: NeighbourRow): Look | null {
  const { facts, name } = account;
  if (facts['sharedKeys'] === 'false') return notDone(`${name} does not allow shared keys.`);
  if (facts['hierarchical'] === 'true') return notDone(`${name} has a hierarchical namespace.`);
  if (facts['softDelete'] === 'true') return notDone(`${name} has soft delete on.`);
  if (facts['firewall'] === 'Deny' && !listed(facts['bypass']).includes('AzureServices'))
    return notDone(`The firewall of ${name} keeps trusted services out.`);
  return facts['softDelete'] === undefined ? unknown(`Whether ${name} has soft delete on is not known.`) : null;
}

const cacheStorage = reading(
  [
    'Microsoft.Storage/storageAccounts location, kind, allowSharedKeyAccess, networkAcls, isHnsEnabled',
    'blobServices deleteRetentionPolicy',
  ],
  (context) => {
    const accounts = rows(context, 'storageAccounts');
    if (accounts === null) return unread('Storage accounts', context, 'storageAccounts');
    const region = cacheRegionOf(context);
    if (region === null) return unknown('The region of the source is not known.');
    const here = accounts.filter((row) => sameRegion(row.location, region));
    if (here.length === 0) return notDone(`There is no storage account in ${region}.`);
    const looks = here.map((account) => ({ account, flaw: flawOf(account) }));
    const fit = looks.filter((each) => each.flaw === null).map((each) => each.account);
    if (fit.length > 0) return done(`Fits: ${namesOf(fit)}.`);
    return looks.find((each) => each.flaw?.verdict === 'unknown')?.flaw ?? looks[0]?.flaw ?? unknown('Nothing is said of the accounts.');
  },
);

/** Ids of built-in roles, the same everywhere. SOURCE: built-in roles of Azure; which are needed: checklists, 4.1 (MOD-SET). */
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const BLOB_CONTRIBUTOR = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe';
const BLOB_OWNER = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b';

const vaultIdentity = reading(['identity.principalId of the vault', 'Microsoft.Authorization/roleAssignments'], (context) => {
  const { identityId } = context.state.vault;
  if (identityId === null) return notDone('The vault has no managed identity.');
  const roles = rows(context, 'roleAssignments');
  if (roles === null) return unread('Role assignments', context, 'roleAssignments');
  const accounts = rows(context, 'storageAccounts');
  if (accounts === null) return unread('Storage accounts', context, 'storageAccounts');
  const own = roles.filter((row) => row.facts['principal']?.toLowerCase() === identityId.toLowerCase());
  const lacks = accounts.map((account) => {
    const held = own
      .filter((role) => isAbove(role.facts['scope'] ?? '', account.id))
      .flatMap((role) => role.facts['role']?.split('/').at(-1)?.toLowerCase() ?? []);
    const blob = account.facts['sku']?.startsWith('Premium') === true ? BLOB_OWNER : BLOB_CONTRIBUTOR;
    return { account, lack: [CONTRIBUTOR, blob].filter((role) => !held.includes(role)) };
  });
  const fit = lacks.find(({ lack }) => lack.length === 0);
  if (fit !== undefined) return done(`The identity of the vault holds both roles on ${fit.account.name}.`);
  const nearest = lacks.find(({ lack }) => lack.length === 1);
  if (nearest === undefined) return notDone('The identity of the vault holds neither role on a storage account.');
  return notDone(`On ${nearest.account.name} the identity of the vault lacks the role ${ROLE_NAMES[nearest.lack[0] ?? ''] ?? ''}.`);
});

const ROLE_NAMES: Readonly<Record<string, string>> = {
  [CONTRIBUTOR]: 'Contributor',
  [BLOB_CONTRIBUTOR]: 'Storage Blob Data Contributor',
  [BLOB_OWNER]: 'Storage Blob Data Owner',
};

/** A role holds at its scope and at everything below. */
export function isAbove(scope: string, id: string): boolean {
  const above = scope.toLowerCase().replace(/\/$/, '');
  return id.toLowerCase() === above || id.toLowerCase().startsWith(`${above}/`);
}

export const storageChecks = {
  'create-cache-storage': cacheStorage,
  'grant-vault-identity-storage': vaultIdentity,
} as const satisfies Readonly<Record<string, Check>>;
