import type { EstateVault } from './estate-vault.ts';
import type { Body, ProviderName, SimMachine } from './estate.ts';

/** What stands in a vault before anything is protected, in the shapes of each provider. */
export function fabricType(provider: ProviderName): string {
  if (provider === 'A2A') return 'Azure';
  if (provider === 'HyperVReplicaAzure') return 'HyperVSite';
  return provider === 'InMageAzureV2' ? 'VMware' : 'InMageRcmFabric';
}

export function fabricDetails({ provider, location, subscriptionId, resourceGroup, name }: EstateVault, fabric: string): Body {
  const site = (kind: string): string =>
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.OffAzure/${kind}/${name}site`;
  switch (provider) {
    case 'A2A':
      return { instanceType: 'Azure', location, containerIds: [], zones: [] };
    case 'HyperVReplicaAzure':
      return { instanceType: 'HyperVSite', hyperVHosts: [{ id: 'host-01', name: 'host-01', marsAgentVersion: '2.0.9259.0' }] };
    case 'InMageAzureV2':
      return {
        instanceType: 'VMware',
        processServers: [{ id: 'ps-01', friendlyName: 'ps-01', agentVersion: '9.55.0.0', lastHeartbeat: '2026-01-01T00:00:00Z' }],
        masterTargetServers: [{ id: 'ps-01' }],
        runAsAccounts: [{ accountId: '1', accountName: 'push' }],
        agentVersion: '9.55.0.0',
        hostName: fabric,
      };
    case 'InMageRcm':
      return {
        instanceType: 'InMageRcm',
        vmwareSiteId: site('VMwareSites'),
        physicalSiteId: site('ServerSites'),
        processServers: [
          { id: 'ps-01', name: 'appliance-01', health: 'Normal', version: '9.55.6765.1', lastHeartbeatUtc: '2026-01-01T00:00:00Z' },
        ],
        rcmProxies: [],
        pushInstallers: [],
        replicationAgents: [],
        reprotectAgents: [],
        marsAgents: [],
        dras: [],
        agentDetails: [],
      };
    default:
      return provider satisfies never;
  }
}

export function policyDetails(provider: ProviderName): Body {
  if (provider === 'HyperVReplicaAzure')
    return {
      instanceType: 'HyperVReplicaAzure',
      recoveryPointHistoryDurationInHours: 24,
      applicationConsistentSnapshotFrequencyInHours: 1,
      replicationInterval: 300,
      onlineReplicationStartTime: null,
      encryption: 'Disabled',
      activeStorageAccountId: null,
    };
  if (provider === 'A2A')
    return {
      instanceType: 'A2A',
      recoveryPointThresholdInMinutes: 0,
      recoveryPointHistory: 1440,
      appConsistentFrequencyInMinutes: 0,
      multiVmSyncStatus: 'Enabled',
      crashConsistentFrequencyInMinutes: 5,
    };
  if (provider === 'InMageAzureV2')
    return {
      instanceType: 'InMageAzureV2',
      recoveryPointThresholdInMinutes: 15,
      recoveryPointHistory: 1440,
      appConsistentFrequencyInMinutes: 60,
      multiVmSyncStatus: 'Disabled',
      crashConsistentFrequencyInMinutes: 5,
    };
  return {
    instanceType: 'InMageRcm',
    recoveryPointHistoryInMinutes: 1440,
    appConsistentFrequencyInMinutes: 0,
    crashConsistentFrequencyInMinutes: 5,
    enableMultiVmSync: 'true',
    status: false,
    associatedItemsCount: 0,
    dataSourceType: 'VM',
  };
}

export function protectable(
  machine: SimMachine,
  { provider, id, fabric }: { readonly provider: ProviderName; readonly id: string; readonly fabric: string },
): Body {
  return {
    friendlyName: machine.name,
    protectionStatus: 'Unprotected',
    replicationProtectedItemId: null,
    recoveryServicesProviderId: `${id}/replicationFabrics/${fabric}/replicationRecoveryServicesProviders/provider-${fabric}`,
    protectionReadinessErrors: [],
    supportedReplicationProviders: [provider],
    customDetails:
      provider === 'HyperVReplicaAzure'
        ? {
            instanceType: 'HyperVVirtualMachine',
            sourceItemId: machine.id,
            generation: machine.firmware === 'UEFI' ? '2' : '1',
            osDetails: {
              osType: machine.osType,
              productType: 'UNKNOWN',
              osEdition: 'Standard',
              oSVersion: '',
              oSMajorVersion: '0',
              oSMinorVersion: '0',
            },
            diskDetails: machine.disks.map((disk) => ({
              maxSizeMB: Math.round(disk.sizeGiB * 1024),
              vhdType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
              vhdId: disk.id,
              vhdName: disk.name,
            })),
            hasPhysicalDisk: 'NotPresent',
            hasFibreChannelAdapter: 'NotPresent',
            hasSharedVhd: 'Unknown',
            hyperVHostId: 'host-01',
          }
        : {
            instanceType: 'VMwareVirtualMachine',
            agentGeneratedId: '',
            agentInstalled: 'False',
            osType: machine.osType,
            agentVersion: '',
            ipAddress: machine.addresses[0] ?? '',
            poweredOn: 'On',
            vCenterInfrastructureId: '',
            discoveryType: 'VCenter',
            diskDetails: machine.disks.map((disk) => ({
              diskId: disk.id,
              diskName: disk.name,
              diskSizeInMB: String(Math.round(disk.sizeGiB * 1024)),
              diskType: disk.isOsDisk ? 'BootDisk' : 'DataDisk',
              diskConfiguration: '',
              volumeList: [],
            })),
            validationErrors: [],
          },
  };
}
