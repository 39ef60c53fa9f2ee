import type { SimVault } from '../../../../electron/simulator/estate.ts';
import { SUBSCRIPTION } from '../simulated-vault.ts';
import { RG, TARGET_RG, VAULT_PATH, type Body, type ExampleVault } from './example-world.ts';

/** The vaults of the examples: what the simulator makes, and what stands beside it. */
const ACCOUNT = `${RG}/providers/Microsoft.Storage/storageAccounts/cache1`;
const IDENTITY = '77777777-0000-4000-8000-000000000001';
const roleId = (id: string): string => `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const role = (id: string): Body => ({ id, name: id, properties: { principalId: IDENTITY, roleDefinitionId: roleId(id), scope: ACCOUNT } });
const network = (name: string, more: { readonly subnets?: readonly string[]; readonly peerings?: readonly Body[] } = {}): Body => ({
  id: `${RG}/providers/Microsoft.Network/virtualNetworks/${name}`,
  name,
  location: 'westeurope',
  properties: {
    subnets: (more.subnets ?? ['default']).map((each, index) => ({ name: each, properties: { addressPrefix: `10.0.${index}.0/24` } })),
    virtualNetworkPeerings: more.peerings ?? [],
  },
});
const securityGroup = (from: string): Body => ({
  id: `${RG}/providers/Microsoft.Network/networkSecurityGroups/nsg1`,
  name: 'nsg1',
  location: 'westeurope',
  properties: {
    securityRules: [
      { name: 'web', properties: { access: 'Allow', direction: 'Inbound', sourceAddressPrefix: '*', destinationPortRange: '443' } },
      { name: 'admin', properties: { access: 'Allow', direction: 'Inbound', sourceAddressPrefix: from, destinationPortRange: '3389' } },
    ],
  },
});
const connection = { id: `${RG}/providers/Microsoft.Network/connections/link1`, name: 'link1', location: 'westeurope' };
const group = (name: string): Body => ({ id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`, name, location: 'westeurope' });
const usage = (value: string, limit: number): Body => ({ currentValue: 0, limit, name: { value } });
const withIdentity = (answer: Body): Body => ({ ...answer, identity: { type: 'SystemAssigned', principalId: IDENTITY } });

/** The path of a fabric, in the words of the estate. */
const RCM_FABRIC = 'replicationfabrics/vault1-vmwarefabric';
const SITE_FABRIC = 'replicationfabrics/vault1-site';
const detailsOf = (vault: SimVault, path: string): Body => vault.resources[path]?.properties['customDetails'] as Body;
const put = (vault: SimVault, path: string, properties: Body): void => {
  const type = `Microsoft.RecoveryServices/vaults/${path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/')}`;
  vault.resources[path.toLowerCase()] = { path, type, properties };
};
const sicken = (code: string) => (vault: SimVault) => {
  for (const item of vault.items) item.health = { replicationHealth: 'Critical', errors: [{ errorCode: code, errorLevel: 'Error' }] };
};
const makeVmm = (vault: SimVault): void => {
  Object.assign(vault.resources[SITE_FABRIC]?.properties ?? {}, { customDetails: { instanceType: 'VMM' } });
  put(vault, 'replicationFabrics/vault1-site/replicationNetworks/net1', { friendlyName: 'net1' });
};
const lose = (vault: SimVault): void => {
  for (const resource of Object.values(vault.resources))
    if (resource.type.endsWith('/replicationRecoveryServicesProviders')) resource.properties['connectionStatus'] = 'Disconnected';
};

/** Changes the details of an item, in its list and in itself. */
export function ofItem(change: (details: Body, properties: Body) => void): NonNullable<ExampleVault['answers']> {
  const inItem = (item: Body): void => {
    const properties = item['properties'] as Body;
    change(properties['providerSpecificDetails'] as Body, properties);
  };
  return {
    '/replicationProtectedItems': (answer) => {
      for (const item of answer['value'] as Body[]) inItem(item);
      return answer;
    },
    '/item-1': (answer) => {
      inItem(answer);
      return answer;
    },
  };
}

const BESIDE = [
  ...['/locations', '/skus', '/usages', '/virtualNetworks', '/networkSecurityGroups', '/loadBalancers', '/publicIPAddresses'],
  ...['/networkInterfaces', '/resources', '/storageAccounts', '/virtualMachines', '/disks', '/policyAssignments', '/locks'],
  ...['/roleAssignments', '/resourcegroups', '/permissions', '/backupProtectedItems', '/machines', '/default'],
];
const IN_VAULT = [
  ...['/replicationProtectionContainers', '/replicationProtectionContainerMappings', '/replicationPolicies', '/replicationNetworks'],
  ...['/replicationNetworkMappings', '/replicationRecoveryServicesProviders', '/replicationRecoveryPlans', '/replicationJobs'],
  ...['/replicationAlertSettings', '/replicationMigrationItems', '/replicationAppliances', '/vault1-vmwarefabric', '/vault1-site'],
  '/replicationProtectableItems',
];
const BLIND = [...BESIDE, ...IN_VAULT];

const FURNISHED: ExampleVault = {
  lists: {
    '/storageAccounts': [
      {
        id: ACCOUNT,
        name: 'cache1',
        location: 'westeurope',
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS' },
        properties: { allowSharedKeyAccess: true, isHnsEnabled: false, networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } },
      },
    ],
    '/roleAssignments': [role('b24988ac-6180-42a0-ab88-20f7382dd24c'), role('ba92f5b4-2d11-453d-a403-e96b0029c9fe')],
    '/networkSecurityGroups': [securityGroup('10.9.0.0/24')],
    '/resources': [connection],
    '/virtualNetworks': [
      network('production', { subnets: ['default', 'db'], peerings: [{ name: 'hub' }] }),
      network('test', { subnets: ['default', 'db'] }),
    ],
    '/resourcegroups': [group('rg-vault'), group('rg-target')],
    '/replicationAlertSettings': [
      {
        id: `${VAULT_PATH}/replicationAlertSettings/defaultAlertSetting`,
        name: 'defaultAlertSetting',
        properties: { sendToOwners: 'Send', customEmailAddresses: [] },
      },
    ],
  },
  single: {
    '/blobServices/default': { properties: { deleteRetentionPolicy: { enabled: false } } },
    '/connections/link1': { ...connection, properties: { connectionStatus: 'Connected' } },
  },
  answers: { '/vaults/vault1': withIdentity },
};

const clear = (vault: SimVault): void => {
  for (const path of Object.keys(vault.resources)) delete vault.resources[path];
};

const BARE: ExampleVault = {
  change: clear,
  lists: {
    '/locations': [{ name: 'northeurope' }],
    '/storageAccounts': [{ id: ACCOUNT, name: 'cache1', location: 'westeurope', properties: { allowSharedKeyAccess: false } }],
    '/roleAssignments': [role('b24988ac-6180-42a0-ab88-20f7382dd24c')],
    '/networkSecurityGroups': [securityGroup('*')],
    '/resources': [connection],
    '/virtualNetworks': [network('production', { peerings: [{ name: 'hub' }] })],
    '/resourcegroups': [group('rg-vault')],
    '/locks': [{ id: `${TARGET_RG}/providers/Microsoft.Authorization/locks/keep`, name: 'keep', properties: { level: 'CanNotDelete' } }],
    '/usages': [
      usage('cores', 3),
      usage('standardDv5Family', 3),
      usage('standardDSv5Family', 3),
      usage('standardDsv5Family', 3),
      usage('NetworkInterfaces', 1),
    ],
    '/permissions': [{ actions: ['Microsoft.RecoveryServices/vaults/read'], notActions: [] }],
    '/replicationAlertSettings': [],
  },
  single: { '/connections/link1': { ...connection, properties: { connectionStatus: 'NotConnected' } } },
  answers: { '/vaults/vault1': withIdentity },
};

const VM = `${TARGET_RG}/providers/Microsoft.Compute/virtualMachines/srv-1`;
const machine = ({
  agent,
  licence,
  extensions,
}: {
  readonly agent: string;
  readonly licence?: string;
  readonly extensions: readonly string[];
}): Body => ({
  id: VM,
  name: 'srv-1',
  location: 'westeurope',
  properties: {
    provisioningState: 'Succeeded',
    hardwareProfile: { vmSize: 'Standard_D2s_v5' },
    ...(licence === undefined ? {} : { licenseType: licence }),
    instanceView: {
      vmAgent: { statuses: [{ code: agent }] },
      statuses: [{ code: 'ProvisioningState/succeeded' }, { code: 'PowerState/running' }],
    },
  },
  resources: extensions.map((name) => ({ id: `${VM}/extensions/${name}` })),
});
const NSG_ID = `${RG}/providers/Microsoft.Network/networkSecurityGroups/nsg1`;
const adapter: Body = {
  id: `${RG}/providers/Microsoft.Network/networkInterfaces/nic1`,
  name: 'nic1',
  location: 'westeurope',
  properties: { virtualMachine: { id: VM }, networkSecurityGroup: { id: NSG_ID }, ipConfigurations: [] },
};
const backup = (status: string): Body => ({
  id: `${VAULT_PATH}/b1`,
  name: 'b1',
  properties: { friendlyName: 'srv-1', lastBackupStatus: status },
});
const disk = (name: string, usedBy?: string): Body => ({
  id: `${RG}/providers/Microsoft.Compute/disks/${name}`,
  name,
  ...(usedBy === undefined ? {} : { managedBy: usedBy }),
});

const AFTER: ExampleVault = {
  phase: 'completed',
  lists: {
    '/virtualMachines': [
      machine({ agent: 'ProvisioningState/succeeded', licence: 'Windows_Server', extensions: ['AzureMonitorWindowsAgent'] }),
    ],
    '/networkInterfaces': [adapter],
    '/networkSecurityGroups': [securityGroup('10.9.0.0/24')],
    '/backupProtectedItems': [backup('Completed')],
    // Of a machine of another wave, and one that is in use.
    '/disks': [disk('asrseeddisk-srv-7-os'), disk('srv-1-os-ASRReplica', VM)],
  },
};
const AFTER_SICK: ExampleVault = {
  phase: 'completed',
  lists: {
    '/virtualMachines': [machine({ agent: 'ProvisioningState/updating', extensions: [] })],
    '/networkInterfaces': [adapter],
    '/networkSecurityGroups': [securityGroup('*')],
    '/backupProtectedItems': [backup('Failed')],
    '/disks': [disk('asrseeddisk-srv-1-os')],
  },
};

const ITEM_ID = `${VAULT_PATH}/replicationFabrics/vault1-vmwarefabric/replicationProtectionContainers/vault1replicationcontainer/replicationProtectedItems/item-1`;

/** By name, so that one reading serves several examples. */
export const VAULTS = {
  furnished: FURNISHED,
  bare: BARE,
  blind: { refuses: BLIND, answers: { '/vaults/vault1': withIdentity } },
  silentVault: {
    answers: {
      '/vaults/vault1': ({ properties, ...rest }) => ({ ...rest, properties: { ...(properties as Body), provisioningState: null } }),
    },
  },
  classic: { provider: 'InMageAzureV2', phase: 'protected' },
  strange: { change: (vault) => Object.assign(vault.resources[RCM_FABRIC]?.properties ?? {}, { customDetails: {} }) },
  strangeSite: {
    provider: 'HyperVReplicaAzure',
    change: (vault) => Object.assign(vault.resources[SITE_FABRIC]?.properties ?? {}, { customDetails: {} }),
  },
  sickAppliance: {
    change: (vault) => {
      const [server] = detailsOf(vault, RCM_FABRIC)['rcmProxies'] as Body[];
      Object.assign(server ?? {}, { health: 'Critical' });
    },
  },
  silentAppliance: {
    change: (vault) => {
      const [server] = detailsOf(vault, RCM_FABRIC)['processServers'] as Body[];
      Object.assign(server ?? {}, { lastHeartbeatUtc: null });
    },
  },
  strainedAppliance: {
    change: (vault) => {
      const [server] = detailsOf(vault, RCM_FABRIC)['processServers'] as Body[];
      Object.assign(server ?? {}, { diskUsageStatus: 'Critical' });
    },
  },
  nothingFound: { lists: { '/machines': [] } },
  physical: {
    lists: {
      '/ServerSites/vault1site/machines': [
        {
          id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-vault/providers/Microsoft.OffAzure/ServerSites/vault1site/machines/m1`,
          name: 'm1',
          properties: { displayName: 'srv-1', networkAdapters: [{ ipAddressList: ['10.0.0.4'] }] },
        },
      ],
    },
  },
  agents: {
    change: (vault) => Object.assign(detailsOf(vault, RCM_FABRIC), { agentDetails: [{ fqdn: 'srv-1.example.invalid', biosId: 'BIOS-1' }] }),
  },
  hyperV: { provider: 'HyperVReplicaAzure' },
  hyperVLost: { provider: 'HyperVReplicaAzure', change: lose },
  hyperVBlind: { provider: 'HyperVReplicaAzure', refuses: BLIND },
  hyperVDisk: {
    provider: 'HyperVReplicaAzure',
    change: (vault) => {
      for (const resource of Object.values(vault.resources))
        if (resource.type.endsWith('/replicationProtectableItems'))
          (resource.properties['customDetails'] as Body)['hasPhysicalDisk'] = 'Present';
    },
  },
  hyperVProtected: { provider: 'HyperVReplicaAzure', phase: 'protected' },
  vmm: { provider: 'HyperVReplicaAzure', change: makeVmm },
  vmmLost: {
    provider: 'HyperVReplicaAzure',
    change: (vault) => {
      makeVmm(vault);
      lose(vault);
    },
  },
  vmmBlind: { provider: 'HyperVReplicaAzure', change: makeVmm, refuses: IN_VAULT.filter((end) => end !== '/vault1-site') },
  vmmMapped: {
    provider: 'HyperVReplicaAzure',
    change: (vault) => {
      makeVmm(vault);
      put(vault, 'replicationFabrics/vault1-site/replicationNetworks/net1/replicationNetworkMappings/map1', {
        state: 'Paired',
        primaryNetworkFriendlyName: 'net1',
        recoveryNetworkId: `${RG}/providers/Microsoft.Network/virtualNetworks/production`,
      });
    },
  },
  azure: { provider: 'A2A', lists: { '/networkInterfaces': [] } },
  azureListed: { provider: 'A2A', lists: { '/networkInterfaces': [adapter] } },
  azureRefused: {
    provider: 'A2A',
    single: { '/replicationEligibilityResults/default': { name: 'default', properties: { errors: [{ code: '150039' }] } } },
  },
  azureBlind: { provider: 'A2A', refuses: BLIND.filter((end) => end !== '/virtualMachines') },
  azureMapped: {
    provider: 'A2A',
    change: (vault) =>
      put(vault, 'replicationFabrics/vault1-source/replicationNetworks/azureNetwork/replicationNetworkMappings/map1', {
        state: 'Paired',
        primaryNetworkFriendlyName: 'azureNetwork',
        recoveryNetworkId: `${RG}/providers/Microsoft.Network/virtualNetworks/production`,
      }),
  },
  azureProtected: { provider: 'A2A', phase: 'protected' },
  azureNoWayOut: { provider: 'A2A', phase: 'protected', change: sicken('151196') },
  azureFailedOver: { provider: 'A2A', phase: 'failed-over' },
  azureCommitted: { provider: 'A2A', phase: 'committed' },
  azureCompleted: { provider: 'A2A', phase: 'completed' },
  enabling: { phase: 'enabling' },
  replicating: { phase: 'replicating' },
  protected: { phase: 'protected' },
  protectedBlind: { phase: 'protected', refuses: BLIND },
  sick: { phase: 'protected', change: sicken('78028') },
  /** What could decide anything is left out of the answers. */
  silent: {
    phase: 'protected',
    answers: ofItem((details, properties) => {
      for (const name of [
        'lastRecoveryPointReceived',
        'lastRpoInSeconds',
        'lastRpoCalculatedTime',
        'mobilityAgentDetails',
        'protectedDisks',
      ])
        delete details[name];
      delete properties['testFailoverState'];
    }),
  },
  stuck: {
    phase: 'protected',
    answers: ofItem((_details, properties) => void (properties['protectionState'] = 'UnplannedFailoverCompletionFailed')),
  },
  outdated: {
    phase: 'protected',
    answers: ofItem((details) => void Object.assign(details['mobilityAgentDetails'] as Body, { isUpgradeable: 'true' })),
  },
  pending: {
    phase: 'protected',
    answers: ofItem((details) => {
      for (const each of details['protectedDisks'] as Body[]) each['dataPendingAtSourceAgentInMB'] = 500;
    }),
  },
  planned: {
    phase: 'protected',
    change: (vault) =>
      put(vault, 'replicationRecoveryPlans/wave-1', {
        friendlyName: 'wave-1',
        allowedOperations: [],
        groups: [{ groupType: 'Boot', replicationProtectedItems: [{ id: ITEM_ID }], startGroupActions: [], endGroupActions: [] }],
      }),
  },
  testing: { phase: 'testing' },
  testingBlind: { phase: 'testing', refuses: ['/virtualMachines'] },
  testingStopped: {
    phase: 'testing',
    answers: {
      '/virtualMachines': (answer) => JSON.parse(JSON.stringify(answer).replaceAll('PowerState/running', 'PowerState/stopped')) as unknown,
    },
  },
  tested: { phase: 'tested' },
  testedBlind: { phase: 'tested', refuses: ['/virtualMachines'] },
  failedOver: { phase: 'failed-over' },
  failedOverBlind: { phase: 'failed-over', refuses: ['/virtualMachines'] },
  pointChanged: { phase: 'point-changed' },
  completed: { phase: 'completed' },
  completedBlind: { phase: 'completed', refuses: ['/virtualMachines'] },
  after: AFTER,
  afterSick: AFTER_SICK,
  afterBlind: {
    ...AFTER,
    refuses: BLIND.filter((end) => end !== '/virtualMachines'),
    lists: { ...AFTER.lists, '/virtualMachines': [{ id: VM, name: 'srv-1', location: 'westeurope', properties: {} }] },
  },
  afterUnread: { phase: 'completed', refuses: BLIND },
  retired: { change: clear },
  retiredBlind: { change: clear, refuses: ['/replicationMigrationItems'] },
} as const satisfies Readonly<Record<string, ExampleVault>> as Readonly<Record<string, ExampleVault>>;
