import { regionsWithoutService } from '../../readiness/regions.data.ts';
import type { NeighbourRow } from '../azure-state.ts';
import { rightsOf, type Right } from '../rights.ts';
import {
  done,
  lackOf,
  namesOf,
  notDone,
  reading,
  rows,
  sameRegion,
  unknown,
  unread,
  type Check,
  type CheckContext,
  type Look,
} from './check.ts';

/** Steps before anything is replicated: region, rights, quota, vault. */
const classicVault = reading(['replicationFabrics customDetails.instanceType', 'replicationProtectedItems instanceType'], ({ state }) => {
  const servers = state.fabrics.filter((fabric) => fabric.kind === 'VMware');
  if (servers.length > 0) {
    const classic = state.items.filter((item) => item.provider === 'InMageAzureV2').length;
    return done(`Configuration server ${namesOf(servers)} with ${classic} classic items.`);
  }
  const dark = state.fabrics.filter((fabric) => fabric.kind === null);
  return dark.length > 0
    ? unknown(`The service does not say what ${namesOf(dark)} is.`)
    : notDone('The vault has no configuration server.');
});

function sizeKey(size: string): string {
  return size.toLowerCase().replace(/^standard_/, '');
}

/** Sizes that are planned for the machines, by the key of their name. */
function plannedSizes({ machines }: CheckContext): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { machine } of machines) {
    const { targetVmSize } = machine.facts;
    if (targetVmSize !== undefined) found.set(sizeKey(targetVmSize), (found.get(sizeKey(targetVmSize)) ?? 0) + 1);
  }
  return found;
}

function isOffered(row: NeighbourRow): boolean {
  // A restriction to zones leaves the region itself open.
  return !(row.facts['restrictions'] ?? '').split(', ').includes('Location');
}

/** Whether region and sizes are open to the subscription, and the region is none that the service leaves out. */
const regionOpen = reading(['Microsoft.Resources locations', 'Microsoft.Compute/skus restrictions'], (context) => {
  const { targetRegion } = context;
  if (targetRegion === null) return notDone('No target region is chosen in the engagement.');
  if (regionsWithoutService.has(targetRegion.toLowerCase().replaceAll(/[^a-z0-9]/g, '')))
    return notDone(`${targetRegion} is excluded by name in the documentation.`);
  const source = context.machines.find(
    ({ isFromAzure, machine }) => isFromAzure && sameRegion(machine.facts.sourceRegion ?? null, targetRegion),
  );
  if (source !== undefined) return notDone(`${source.name} stands in ${targetRegion} already: a move needs another region.`);
  const locations = rows(context, 'locations');
  if (locations === null) return unread('The regions of the subscription', context, 'locations');
  if (!locations.some((row) => sameRegion(row.name, targetRegion))) return notDone(`${targetRegion} is not open to the subscription.`);
  const sizes = rows(context, 'sizes');
  if (sizes === null) return unread('The sizes of the region', context, 'sizes');
  const offered = new Set(sizes.filter(isOffered).map((row) => sizeKey(row.name)));
  const missing = [...plannedSizes(context).keys()].filter((size) => !offered.has(size));
  if (missing.length > 0) return notDone(`Not open to the subscription in ${targetRegion}: ${missing.slice(0, 3).join(', ')}.`);
  if (offered.size === 0) return notDone(`${targetRegion} offers the subscription no size of machine.`);
  return done(
    plannedSizes(context).size === 0
      ? `${targetRegion} is open to the subscription.`
      : `${targetRegion} is open to the subscription, with every size that is planned.`,
  );
});

function rights(read: readonly string[], wanted: readonly Right['id'][]): Check {
  return reading(read, ({ state }) => {
    const needed = rightsOf(state.permissions).filter((right) => wanted.includes(right.id));
    const lacking = needed.find((right) => right.isHeld === false);
    if (lacking !== undefined) {
      const more = lacking.missing.length > 1 ? ` and ${lacking.missing.length - 1} more` : '';
      return notDone(`The account lacks ${lacking.missing[0] ?? ''}${more}; the role ${lacking.role} brings it.`);
    }
    const dark = needed.find((right) => right.isHeld === null);
    return dark === undefined ? done('The account holds the rights.') : unknown(`The rights for “${dark.title}” could not be read.`);
  });
}

/** Where the machines go, as far as it is planned or set: names of resource groups in lower case. */
function targetGroupsOf({ machines }: CheckContext): ReadonlySet<string> {
  return new Set(
    machines.flatMap(({ machine, item }) =>
      [machine.facts.targetResourceGroup, item?.targetGroupId?.split('/').at(-1)].flatMap((each) => each?.toLowerCase() ?? []),
    ),
  );
}

const policyBlockers = reading(['Microsoft.Authorization/policyAssignments', 'Microsoft.Authorization/locks'], (context) => {
  const policies = rows(context, 'policyAssignments');
  if (policies === null) return unread('Policies', context, 'policyAssignments');
  const locks = rows(context, 'locks');
  if (locks === null) return unread('Locks', context, 'locks');
  const targets = targetGroupsOf(context);
  const groupOf = (lock: NeighbourRow): string | null => /\/resourcegroups\/([^/]+)/i.exec(lock.id)?.[1]?.toLowerCase() ?? null;
  const inTheWay = locks.filter((lock) => {
    const group = groupOf(lock);
    return group === null || targets.has(group);
  });
  if (inTheWay.length > 0) return notDone(`Locked: ${namesOf(inTheWay)}, in a target resource group or the whole subscription.`);
  if (locks.length > 0 && targets.size === 0)
    return unknown(`There are locks (${namesOf(locks)}), and no target resource group is planned to compare them with.`);
  const inForce = policies.filter((policy) => policy.facts['mode'] !== 'DoNotEnforce');
  if (inForce.length === 0) return done('No lock on a target and no policy in force.');
  return unknown(`${inForce.length} policies are in force; whether one denies what a failover creates, the first test shows.`);
});

/** Cores that a helper machine of a running failover takes. SOURCE: our own, after the hydration rule of the checklists. */
const HELPER_CORES = 2;

/**
 * The wave, its test copies and a helper for each failover, for each family, the region and the adapters.
 * SOURCE: checklists, check-target-quota (FO-TS, MON).
 */
const quota = reading(
  ['usages of Microsoft.Compute and Microsoft.Network', 'Microsoft.Compute/skus family, vCPUs', 'replicationVaultHealth vaultErrors'],
  (context) => {
    const compute = rows(context, 'computeUsage');
    if (compute === null) return unread('Quotas', context, 'computeUsage');
    const network = rows(context, 'networkUsage');
    if (network === null) return unread('Quotas of the network', context, 'networkUsage');
    const sizes = rows(context, 'sizes');
    if (sizes === null) return unread('The sizes of the region', context, 'sizes');
    if (context.machines.length === 0) return unknown('No machine is concerned.');
    const needs = needsOf(context, sizes);
    if ('verdict' in needs) return needs;
    for (const [key, count] of needs) {
      const usage = [...compute, ...network].find((row) => row.facts['key']?.toLowerCase() === key.toLowerCase());
      const limit = Number(usage?.facts['limit']);
      const used = Number(usage?.facts['used']);
      if (!Number.isFinite(limit) || !Number.isFinite(used)) return unknown(`The quota “${key}” is not in the answer.`);
      if (limit - used < count) return notDone(`“${key}” has ${limit - used} left; the wave with its tests needs ${count}.`);
    }
    const short = context.state.vaultProblems?.find((problem) => /quota/i.test(problem));
    return short === undefined ? done('Families, region and network adapters have room for the wave with its tests.') : notDone(short);
  },
);

function needsOf({ machines }: CheckContext, sizes: readonly NeighbourRow[]): ReadonlyMap<string, number> | Look {
  const needs = new Map<string, number>();
  const add = (key: string, count: number): void => void needs.set(key, (needs.get(key) ?? 0) + count);
  for (const { machine, item, name } of machines) {
    const size = item?.targetSize ?? machine.facts.targetVmSize;
    if (size == null) return unknown(`The size of ${name} in Azure is not planned yet.`);
    const row = sizes.find((each) => sizeKey(each.name) === sizeKey(size));
    const cores = Number(row?.facts['cores']);
    const family = row?.facts['family'];
    if (family === undefined || !Number.isFinite(cores)) return unknown(`The region says nothing of the size ${size}.`);
    add(family, cores * 2);
    add('cores', cores * 2 + HELPER_CORES);
    add('NetworkInterfaces', (machine.facts.nicCount ?? 1) * 2 + 1);
  }
  return needs;
}

/** Elsewhere the vault shares the region of the target; between regions it stands anywhere but at the source. */
const vaultThere = reading(['Microsoft.RecoveryServices/vaults provisioningState, location'], (context) => {
  const { vault } = context.state;
  if (vault.provisioningState === null) return unknown('The service does not say how the vault is.');
  if (vault.provisioningState !== 'Succeeded') return notDone(`The vault is ${vault.provisioningState}.`);
  if (vault.location === null) return unknown('The service does not say where the vault stands.');
  const isWithin = context.machines.some((machine) => machine.isFromAzure);
  const atSource = context.machines.find(
    ({ machine, isFromAzure }) => isFromAzure && sameRegion(machine.facts.sourceRegion ?? null, vault.location),
  );
  if (atSource !== undefined) return notDone(`The vault stands in ${vault.location}, where ${atSource.name} comes from.`);
  const planned = context.vaultRegion ?? (isWithin ? null : context.targetRegion);
  if (planned !== null && !sameRegion(vault.location, planned)) return notDone(`The vault is in ${vault.location}, planned is ${planned}.`);
  if (planned === null && !isWithin)
    return unknown(`The vault ${vault.name} is ready in ${vault.location}; no region is planned to compare with.`);
  return done(`The vault ${vault.name} is ready in ${vault.location}.`);
});

const alerts = reading(['replicationAlertSettings customEmailAddresses, sendToOwners'], (context) => {
  const lack = lackOf(context, 'alert settings');
  if (lack !== null) return lack;
  const isOn = context.state.alerts.some((alert) => alert.addressCount > 0 || alert.toOwners === 'Send');
  return isOn ? done('Notifications are sent.') : notDone('Nobody gets e-mail of the vault.');
});

export const prepareChecks = {
  'check-classic-vault': classicVault,
  'choose-target-region': regionOpen,
  'grant-azure-roles': rights(
    ['Microsoft.Authorization/permissions at the vault', 'Microsoft.Authorization/permissions at the target group'],
    ['contribute', 'target'],
  ),
  'grant-appliance-permissions': rights(['Microsoft.Authorization/permissions at the subscription'], ['register']),
  'check-policy-blockers': policyBlockers,
  'check-target-quota': quota,
  'create-vault': vaultThere,
  'subscribe-alerts': alerts,
} as const satisfies Readonly<Record<string, Check>>;
