/** A list beside the vault that checks look at. `{s}` subscription, `{v}` path of the vault, `{r}` target region. */
export interface NeighbourRead {
  readonly path: string;
  readonly apiVersion: string;
  readonly filter?: string;
  /** Name of the fact -> where it stands in an answer, words joined by dots; see `neighbour-row.ts`. */
  readonly facts: Readonly<Record<string, string>>;
  /** Needs the target region of the engagement. */
  readonly needsRegion?: true;
  /** Only rows with this fact are kept. */
  readonly only?: readonly [fact: string, value: string];
  /** What only a read of its own says of each row. */
  readonly follow?: FollowRead;
}

export interface FollowRead {
  /** Behind the id of the row. */
  readonly suffix: string;
  readonly apiVersion: string;
  readonly facts: Readonly<Record<string, string>>;
  /** `sources`: machines of Azure that are to be moved and do not replicate yet. */
  readonly of: 'all' | 'sources';
}

/** Each rule's parts in the order of the rules, so that one which opens administration to everybody can be told. */
const OPEN_RULES = {
  ruleNames: 'properties.securityRules.*.name',
  access: 'properties.securityRules.*.properties.access',
  directions: 'properties.securityRules.*.properties.direction',
  from: 'properties.securityRules.*.properties.sourceAddressPrefix',
  ports: 'properties.securityRules.*.properties.destinationPortRange',
} as const;

/** SOURCE: learn.microsoft.com/rest/api/azure, versions in general availability (2026-11). */
export const NEIGHBOUR_READS = {
  resourceGroups: { path: '/subscriptions/{s}/resourcegroups', apiVersion: '2021-04-01', facts: { state: 'properties.provisioningState' } },
  locations: { path: '/subscriptions/{s}/locations', apiVersion: '2022-12-01', facts: {} },
  computeUsage: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/locations/{r}/usages',
    apiVersion: '2024-07-01',
    needsRegion: true,
    facts: { key: 'name.value', used: 'currentValue', limit: 'limit' },
  },
  networkUsage: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/locations/{r}/usages',
    apiVersion: '2024-05-01',
    needsRegion: true,
    facts: { key: 'name.value', used: 'currentValue', limit: 'limit' },
  },
  sizes: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/skus',
    filter: "location eq '{r}'",
    apiVersion: '2021-07-01',
    needsRegion: true,
    only: ['kind', 'virtualMachines'],
    facts: { kind: 'resourceType', family: 'family', cores: 'capabilities.name=vCPUs.value', restrictions: 'restrictions.*.type' },
  },
  virtualNetworks: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/virtualNetworks',
    apiVersion: '2024-05-01',
    facts: {
      subnets: 'properties.subnets.*.name',
      ranges: 'properties.subnets.*.properties.addressPrefix',
      peerings: 'properties.virtualNetworkPeerings',
    },
  },
  securityGroups: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/networkSecurityGroups',
    apiVersion: '2024-05-01',
    facts: { rules: 'properties.securityRules', ...OPEN_RULES },
  },
  loadBalancers: { path: '/subscriptions/{s}/providers/Microsoft.Network/loadBalancers', apiVersion: '2024-05-01', facts: {} },
  publicAddresses: { path: '/subscriptions/{s}/providers/Microsoft.Network/publicIPAddresses', apiVersion: '2024-05-01', facts: {} },
  networkAdapters: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/networkInterfaces',
    apiVersion: '2024-05-01',
    facts: {
      machineId: 'properties.virtualMachine.id',
      groupId: 'properties.networkSecurityGroup.id',
      addresses: 'properties.ipConfigurations',
    },
  },
  gateways: {
    path: '/subscriptions/{s}/resources',
    filter: "resourceType eq 'Microsoft.Network/connections'",
    apiVersion: '2021-04-01',
    facts: {},
    follow: { suffix: '', apiVersion: '2024-05-01', facts: { status: 'properties.connectionStatus' }, of: 'all' },
  },
  storageAccounts: {
    path: '/subscriptions/{s}/providers/Microsoft.Storage/storageAccounts',
    apiVersion: '2023-05-01',
    facts: {
      sharedKeys: 'properties.allowSharedKeyAccess',
      hierarchical: 'properties.isHnsEnabled',
      kind: 'kind',
      sku: 'sku.name',
      firewall: 'properties.networkAcls.defaultAction',
      bypass: 'properties.networkAcls.bypass',
    },
    follow: {
      suffix: '/blobServices/default',
      apiVersion: '2023-05-01',
      facts: { softDelete: 'properties.deleteRetentionPolicy.enabled' },
      of: 'all',
    },
  },
  machines: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines',
    apiVersion: '2024-07-01',
    facts: {
      size: 'properties.hardwareProfile.vmSize',
      licence: 'properties.licenseType',
      state: 'properties.provisioningState',
      extensions: 'resources.*.id',
    },
    follow: {
      suffix: '/providers/Microsoft.RecoveryServices/replicationEligibilityResults/default',
      apiVersion: '2023-06-01',
      facts: { ineligible: 'properties.errors.*.code' },
      of: 'sources',
    },
  },
  machineStates: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines?statusOnly=true',
    apiVersion: '2024-07-01',
    facts: {
      agent: 'properties.instanceView.vmAgent.statuses.0.code',
      power: 'properties.instanceView.statuses.code^PowerState/.code',
      failedExtensions: 'properties.instanceView.extensions.*.statuses.code^ProvisioningState/failed.code',
    },
  },
  disks: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/disks',
    apiVersion: '2024-03-02',
    facts: { usedBy: 'managedBy', state: 'properties.diskState' },
  },
  policyAssignments: {
    path: '/subscriptions/{s}/providers/Microsoft.Authorization/policyAssignments',
    apiVersion: '2023-04-01',
    facts: { title: 'properties.displayName', mode: 'properties.enforcementMode' },
  },
  locks: {
    path: '/subscriptions/{s}/providers/Microsoft.Authorization/locks',
    apiVersion: '2016-09-01',
    facts: { level: 'properties.level' },
  },
  roleAssignments: {
    path: '/subscriptions/{s}/providers/Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
    facts: { principal: 'properties.principalId', role: 'properties.roleDefinitionId', scope: 'properties.scope' },
  },
  vaults: {
    path: '/subscriptions/{s}/providers/Microsoft.RecoveryServices/vaults',
    apiVersion: '2024-04-01',
    facts: { state: 'properties.provisioningState' },
  },
  backupItems: {
    path: '{v}/backupProtectedItems',
    apiVersion: '2024-04-01',
    facts: { machine: 'properties.friendlyName', status: 'properties.lastBackupStatus' },
  },
} as const satisfies Readonly<Record<string, NeighbourRead>>;

export type NeighbourName = keyof typeof NEIGHBOUR_READS;
