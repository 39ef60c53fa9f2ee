import { sameId } from '../arm-ids.ts';
import type { NeighbourName } from '../neighbours.data.ts';
import { rightsOf } from '../rights.ts';
import { done, everyMachine, notDone, reading, rows, sameRegion, unknown, unread, type Check, type CheckContext } from './check.ts';

/** Steps before anything is replicated: region, rights, vault, target. */
function listedBeside(name: NeighbourName, words: { readonly one: string; readonly many: string }): Check {
  return reading([name], (context) => {
    const found = rows(context, name);
    if (found === null) return unread(words.many, context, name);
    const inRegion =
      context.targetRegion === null
        ? found
        : found.filter((row) => row.location === null || sameRegion(row.location, context.targetRegion));
    return inRegion.length === 0
      ? notDone(`The target region has no ${words.one}.`)
      : done(`The target region has ${words.many}: ${namesOf(inRegion)}.`);
  });
}

function namesOf(found: readonly { readonly name: string }[]): string {
  const names = found.slice(0, 3).map((row) => row.name);
  return found.length > 3 ? `${names.join(', ')} and ${found.length - 3} more` : names.join(', ');
}

/** Whether the region is open to the subscription. */
const regionOpen = reading(['Microsoft.Resources locations'], (context) => {
  const found = rows(context, 'locations');
  if (found === null) return unread('The regions of the subscription', context, 'locations');
  if (context.targetRegion === null) return notDone('No target region is chosen in the engagement.');
  return found.some((row) => sameRegion(row.name, context.targetRegion))
    ? done(`${context.targetRegion} is open to the subscription.`)
    : notDone(`${context.targetRegion} is not open to the subscription.`);
});

function rights(wanted: readonly ('contribute' | 'target' | 'read')[]): Check {
  return reading(
    ['Microsoft.Authorization/permissions at the vault', 'Microsoft.Authorization/permissions at the target group'],
    ({ state }) => {
      const needed = rightsOf(state.permissions).filter((right) => wanted.some((id) => id === right.id));
      const dark = needed.find((right) => right.isHeld === null);
      if (dark !== undefined) return unknown(`The rights for “${dark.title}” could not be read.`);
      const lacking = needed.find((right) => right.isHeld === false);
      if (lacking === undefined) return done('The account holds the rights at the vault and at the target.');
      const more = lacking.missing.length > 1 ? ` and ${lacking.missing.length - 1} more` : '';
      return notDone(`The account lacks ${lacking.missing[0] ?? ''}${more}; the role ${lacking.role} brings it.`);
    },
  );
}

const policyBlockers = reading(['Microsoft.Authorization/policyAssignments', 'Microsoft.Authorization/locks'], (context) => {
  const policies = rows(context, 'policyAssignments');
  const locks = rows(context, 'locks');
  if (policies === null) return unread('Policies', context, 'policyAssignments');
  if (locks === null) return unread('Locks', context, 'locks');
  if (locks.length > 0)
    return notDone(`${locks.length} locks stand in the subscription: ${namesOf(locks)}. See that none is on a target group.`);
  const inForce = policies.filter((policy) => policy.facts['mode'] !== 'DoNotEnforce');
  if (inForce.length === 0) return done('No lock and no policy in force.');
  return unknown(`${inForce.length} policies are in force; whether one denies what a failover creates, the first test shows.`);
});

const quota = reading(['usages of Microsoft.Compute', 'usages of Microsoft.Network'], (context) => {
  const compute = rows(context, 'computeUsage');
  if (compute === null) return unread('Quotas', context, 'computeUsage');
  const cores = compute.find((row) => row.facts['key'] === 'cores');
  if (cores === undefined) return unknown('The quota of cores is not in the answer.');
  const free = Number(cores.facts['limit'] ?? 0) - Number(cores.facts['used'] ?? 0);
  const counts = context.machines.map(({ machine }) => machine.facts.cpuCount);
  if (counts.some((count) => count === undefined)) return unknown('Of some machines the number of processors is not known.');
  const needed = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  // A test stands beside the source's target only for a while, but at the same time.
  if (free < needed) return notDone(`The wave needs at least ${needed} cores, the region has ${free} left.`);
  return done(`The region has room for the ${needed} cores of the wave. Families and network adapters: see the portal.`);
});

const vaultThere = reading(['Microsoft.RecoveryServices/vaults provisioningState, location'], (context) => {
  const { vault } = context.state;
  if (vault.provisioningState !== 'Succeeded') return notDone(`The vault is ${vault.provisioningState ?? 'in an unknown state'}.`);
  if (context.vaultRegion !== null && !sameRegion(vault.location, context.vaultRegion))
    return notDone(`The vault is in ${vault.location ?? 'an unknown region'}, planned is ${context.vaultRegion}.`);
  return done(`The vault ${vault.name} is ready in ${vault.location ?? 'its region'}.`);
});

const targetGroups = reading(['Microsoft.Resources/resourceGroups'], (context) => {
  const groups = rows(context, 'resourceGroups');
  if (groups === null) return unread('Resource groups', context, 'resourceGroups');
  const wanted = new Set(context.machines.flatMap(({ machine }) => machine.facts.targetResourceGroup?.toLowerCase() ?? []));
  const missing = [...wanted].filter((name) => !groups.some((group) => group.name.toLowerCase() === name));
  if (missing.length > 0) return notDone(`Not there: ${missing.slice(0, 3).join(', ')}.`);
  if (wanted.size > 0) return done(`All ${wanted.size} planned resource groups are there.`);
  return groups.length === 0
    ? notDone('There is no resource group.')
    : unknown('No target resource group is planned for the machines yet.');
});

const testNetwork = reading(['Microsoft.Network/virtualNetworks virtualNetworkPeerings'], (context) => {
  const networks = rows(context, 'virtualNetworks');
  if (networks === null) return unread('Networks', context, 'virtualNetworks');
  const used = context.state.items.flatMap((item) => item.targetNetworkId ?? []);
  const isolated = networks.filter((row) => row.facts['peerings'] === '0' && !used.some((id) => sameId(id, row.id)));
  return isolated.length === 0
    ? notDone('There is no network without peerings that is not a target of failovers.')
    : done(`Isolated: ${namesOf(isolated)}.`);
});

const cacheStorage = reading(['Microsoft.Storage/storageAccounts allowSharedKeyAccess, isHnsEnabled, location'], (context) => {
  const accounts = rows(context, 'storageAccounts');
  if (accounts === null) return unread('Storage accounts', context, 'storageAccounts');
  const fit = accounts.filter((row) => row.facts['sharedKeys'] !== 'false' && row.facts['hierarchical'] !== 'true');
  const region = context.vaultRegion ?? context.targetRegion ?? context.state.vault.location;
  const inRegion = fit.filter((row) => sameRegion(row.location, region));
  if (inRegion.length > 0) return done(`Fits: ${namesOf(inRegion)}. Soft delete of blobs: see the portal.`);
  return notDone(
    accounts.length === 0
      ? 'There is no storage account.'
      : `No storage account in ${region ?? 'the region'} has shared keys and a flat namespace.`,
  );
});

const vaultIdentity = reading(['identity.principalId of the vault', 'Microsoft.Authorization/roleAssignments'], (context) => {
  const { identityId } = context.state.vault;
  if (identityId === null) return notDone('The vault has no managed identity.');
  const roles = rows(context, 'roleAssignments');
  if (roles === null) return unread('Role assignments', context, 'roleAssignments');
  const own = roles.filter((row) => row.facts['principal']?.toLowerCase() === identityId.toLowerCase());
  const onStorage = own.filter((row) => /\/storageaccounts\//i.test(row.facts['scope'] ?? ''));
  return onStorage.length >= 2
    ? done('The identity of the vault holds two roles on a storage account.')
    : notDone(`The identity of the vault holds ${onStorage.length} of the 2 roles on the storage account.`);
});

const alerts = reading(['replicationAlertSettings customEmailAddresses, sendToOwners'], ({ state }) => {
  const on = state.alerts.some((alert) => alert.addressCount > 0 || alert.toOwners === 'Send');
  return on ? done('Notifications are sent.') : notDone('Nobody gets notifications of the vault.');
});

const networkObjects = reading(['networkInterfaces', 'loadBalancers', 'networkSecurityGroups', 'publicIPAddresses'], (context) => {
  const names = ['networkAdapters', 'loadBalancers', 'securityGroups', 'publicAddresses'] as const;
  const dark = names.find((name) => rows(context, name) === null);
  if (dark !== undefined) return unread('Network objects', context, dark);
  const counts = names.map((name) => rows(context, name)?.length ?? 0);
  return unknown(
    `Read: ${counts[0]} network adapters, ${counts[1]} load balancers, ${counts[2]} security groups, ${counts[3]} public addresses. A person decides on each counterpart.`,
  );
});

const gatewayPath = reading(['Microsoft.Network/connections'], (context) => {
  const found = rows(context, 'gateways');
  if (found === null) return unread('Connections of gateways', context, 'gateways');
  return found.length === 0 ? notDone('The subscription has no connection of a gateway.') : done(`Connections: ${namesOf(found)}.`);
});

/** Azure machines as sources. */
const azureSource = everyMachine(['virtualMachines provisioningState, instanceView'], ({ vm, vmState }, context) => {
  if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
  if (vm === null) return notDone('It is not in the subscription.');
  if (vm.facts['state'] !== 'Succeeded') return notDone(`Its state is ${vm.facts['state'] ?? 'unknown'}.`);
  if (vmState?.facts['agent'] === undefined) return unknown('The state of its agent is not in the answer.');
  return vmState.facts['agent'] === 'ProvisioningState/succeeded'
    ? done('It is healthy and its agent is ready.')
    : notDone('Its agent is not ready.');
});

function appliesTo(context: CheckContext): readonly string[] {
  return context.state.items.filter((item) => item.provider === 'InMageAzureV2').map((item) => item.friendlyName);
}

const classicVault = reading(['replicationFabrics customDetails.instanceType', 'replicationProtectedItems instanceType'], (context) => {
  const servers = context.state.fabrics.filter((fabric) => fabric.kind === 'VMware');
  if (servers.length === 0) return notDone('The vault has no configuration server.');
  return done(`Configuration server ${namesOf(servers)} with ${appliesTo(context).length} classic items.`);
});

export const prepareChecks = {
  'check-classic-vault': classicVault,
  'choose-target-region': regionOpen,
  'grant-azure-roles': rights(['contribute', 'target']),
  'grant-appliance-permissions': rights(['contribute']),
  'check-policy-blockers': policyBlockers,
  'check-target-quota': quota,
  'create-vault': vaultThere,
  'create-target-rg': targetGroups,
  'create-target-network': listedBeside('virtualNetworks', { one: 'virtual network', many: 'virtual networks' }),
  'create-test-network': testNetwork,
  'create-cache-storage': cacheStorage,
  'grant-vault-identity-storage': vaultIdentity,
  'prepare-target-security': listedBeside('securityGroups', { one: 'security group', many: 'security groups' }),
  'connect-target-network': gatewayPath,
  'subscribe-alerts': alerts,
  'check-azure-vm-state': azureSource,
  'list-source-network-objects': networkObjects,
} as const satisfies Readonly<Record<string, Check>>;
