import { armError, found, type ArmAnswer } from './arm-answer.ts';
import type { Body, Estate, SimVault } from './estate.ts';
import { computeUsage, machinesBeside, networkUsage, sizesIn } from './neighbour-machines.ts';
import type { Role } from './roles.ts';

/** What stands beside the vaults: subscriptions, groups, rights, discovered machines, machines after a failover. */
export function answerNeighbour(estate: Estate, path: string, role: Role): ArmAnswer | null {
  const lower = path.toLowerCase().replace(/\/$/, '');
  if (lower === '/subscriptions') return found({ value: role === 'nobody' ? [] : subscriptions(estate) });
  if (lower.endsWith('/providers/microsoft.authorization/permissions'))
    return found({ value: [{ ...PERMISSIONS[role], dataActions: [] }] });
  const subscription = /^\/subscriptions\/([^/]+)/.exec(lower)?.[1];
  const vaults = estate.vaults.filter((vault) => vault.subscriptionId.toLowerCase() === subscription);
  if (vaults.length === 0) return null;
  if (role === 'nobody')
    return armError(
      403,
      'AuthorizationFailed',
      `The client does not have authorization to perform action 'Microsoft.Resources/subscriptions/read' over scope '${path}' or the scope is invalid.`,
    );
  const site = /\/providers\/microsoft\.offazure\/(vmwaresites|serversites)\/([^/]+)\/machines$/.exec(lower);
  if (site !== null) return found({ value: site[1] === 'vmwaresites' ? discovered(vaults, site[2] ?? '') : [] });
  const kind = LISTS.find((word) => lower.endsWith(word));
  if (kind === undefined) return null;
  if (kind === '/resourcegroups') return found({ value: groups(vaults) });
  if (kind === '/providers/microsoft.compute/virtualmachines') return found({ value: vaults.flatMap(machinesBeside) });
  if (kind === '/skus') return found({ value: sizesIn(vaults[0]?.location ?? '') });
  if (kind === '/usages') return found({ value: lower.includes('microsoft.network') ? networkUsage() : computeUsage() });
  if (kind === '/providers/microsoft.network/virtualnetworks') return found({ value: vaults.flatMap(networks) });
  return found({
    value:
      kind === '/locations'
        ? vaults.map((vault) => ({ name: vault.location, id: `/subscriptions/${vault.subscriptionId}/locations/${vault.location}` }))
        : [],
  });
}

/** Lists of the subscription that the simulated estate knows, also where there is nothing in them. */
const LISTS = [
  '/resourcegroups',
  '/locations',
  '/resources',
  '/providers/microsoft.compute/virtualmachines',
  '/providers/microsoft.compute/disks',
  '/usages',
  '/skus',
  ...['virtualnetworks', 'networksecuritygroups', 'loadbalancers', 'publicipaddresses', 'networkinterfaces'].map(
    (word) => `/providers/microsoft.network/${word}`,
  ),
  '/providers/microsoft.storage/storageaccounts',
  ...['policyassignments', 'locks', 'roleassignments'].map((word) => `/providers/microsoft.authorization/${word}`),
];

const RS = 'Microsoft.RecoveryServices';
const ITEM = `${RS}/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems`;
/** As the built-in roles give them. SOURCE: site recovery facts, section 11.1. */
const PERMISSIONS: Readonly<Record<Role, { readonly actions: readonly string[]; readonly notActions: readonly string[] }>> = {
  nobody: { actions: [], notActions: [] },
  reader: {
    actions: [`${RS}/vaults/read`, `${RS}/vaults/replication*/read`, 'Microsoft.Resources/subscriptions/resourceGroups/read'],
    notActions: [`${RS}/vaults/replicationOperationStatus/read`],
  },
  operator: {
    actions: [
      `${RS}/vaults/read`,
      `${RS}/vaults/replication*/read`,
      `${RS}/vaults/replicationJobs/*`,
      ...[
        'testFailover',
        'testFailoverCleanup',
        'plannedFailover',
        'unplannedFailover',
        'failoverCommit',
        'failoverCancel',
        'applyRecoveryPoint',
        'repairReplication',
        'reProtect',
        'updateMobilityService',
      ].map((verb) => `${ITEM}/${verb}/action`),
    ],
    notActions: [`${RS}/vaults/replicationOperationStatus/read`],
  },
  contributor: { actions: ['*'], notActions: [] },
};

function subscriptions(estate: Estate): Body[] {
  const ids = new Set(estate.vaults.map((vault) => vault.subscriptionId));
  return [...ids].map((id) => ({
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    displayName: 'Simulated subscription',
    state: 'Enabled',
  }));
}

function groups(vaults: readonly SimVault[]): Body[] {
  const names = new Set(vaults.map((vault) => vault.resourceGroup));
  return [...names].map((name) => {
    const { subscriptionId = '', location = '' } = vaults.find((vault) => vault.resourceGroup === name) ?? {};
    return {
      id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
      name,
      location,
      properties: { provisioningState: 'Succeeded' },
    };
  });
}

function networks(vault: SimVault): Body[] {
  const base = `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.Network/virtualNetworks`;
  return ['production', 'test'].map((name) => ({
    id: `${base}/${name}`,
    name,
    location: vault.location,
    properties: { subnets: [{ name: 'default' }], virtualNetworkPeerings: name === 'test' ? [] : [{ name: 'hub' }] },
  }));
}

function discovered(vaults: readonly SimVault[], site: string): Body[] {
  const vault = vaults.find((each) => `${each.name}site`.toLowerCase() === site);
  return Object.values(vault?.machines ?? {}).map((machine) => ({
    id: machine.sourceId,
    name: machine.id,
    type: 'Microsoft.OffAzure/VMwareSites/machines',
    properties: {
      displayName: machine.name,
      biosGuid: machine.biosId,
      biosSerialNumber: machine.biosId,
      networkAdapters: [{ ipAddressList: [...machine.addresses] }],
      isDeleted: false,
      errors: [],
    },
  }));
}
