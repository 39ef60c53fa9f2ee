/** A list beside the vault that checks look at. `{s}` subscription, `{v}` path of the vault, `{r}` target region. */
export interface NeighbourRead {
  readonly path: string;
  readonly apiVersion: string;
  readonly filter?: string;
  /** Name of the fact -> where it stands in an answer, words joined by dots; a list gives its length. */
  readonly facts: Readonly<Record<string, string>>;
  /** Needs the target region of the engagement. */
  readonly needsRegion?: true;
}

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
  virtualNetworks: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/virtualNetworks',
    apiVersion: '2024-05-01',
    facts: { subnets: 'properties.subnets', peerings: 'properties.virtualNetworkPeerings' },
  },
  securityGroups: {
    path: '/subscriptions/{s}/providers/Microsoft.Network/networkSecurityGroups',
    apiVersion: '2024-05-01',
    facts: { rules: 'properties.securityRules' },
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
  },
  storageAccounts: {
    path: '/subscriptions/{s}/providers/Microsoft.Storage/storageAccounts',
    apiVersion: '2023-05-01',
    facts: { sharedKeys: 'properties.allowSharedKeyAccess', hierarchical: 'properties.isHnsEnabled', kind: 'kind', sku: 'sku.name' },
  },
  machines: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines',
    apiVersion: '2024-07-01',
    facts: {
      size: 'properties.hardwareProfile.vmSize',
      licence: 'properties.licenseType',
      state: 'properties.provisioningState',
      extensions: 'resources',
    },
  },
  machineStates: {
    path: '/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines?statusOnly=true',
    apiVersion: '2024-07-01',
    facts: { agent: 'properties.instanceView.vmAgent.statuses.0.code', power: 'properties.instanceView.statuses.1.code' },
  },
  disks: { path: '/subscriptions/{s}/providers/Microsoft.Compute/disks', apiVersion: '2024-03-02', facts: {} },
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
