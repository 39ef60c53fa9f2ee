import type { Body, SimItem } from '../estate.ts';
import { iso } from '../vault-id.ts';
import { hasPoints, hasReplicated, rpoOf, type DetailsContext } from './common.ts';

/** Hyper-V from one Virtual Machine Manager to another. Not a migration; such items may stand in the same vault. */
export function hyperVReplicaDetails(item: SimItem, { now }: DetailsContext): Body {
  const { machine } = item;
  const isDone = hasPoints(item);
  const state = isDone ? 'Protected' : 'ReplicaConfigurationInProgress';
  return {
    instanceType: 'HyperVReplica2012R2',
    lastReplicatedTime: isDone && hasReplicated(item, now) ? rpoOf(item, now).point : null,
    vmNics: machine.macs.map((_, index) => ({
      nicId: `${item.id.slice(0, 24)}${String(index).padStart(12, '0')}`,
      replicaNicId: `${item.id.slice(0, 24)}${String(index + 100).padStart(12, '0')}`,
      sourceNicArmId: null,
      vMNetworkName: 'corp',
      recoveryVMNetworkId: '00000000-0000-0000-0000-000000000000',
      ipConfigs: [],
      selectionType: 'NotSelected',
    })),
    vmId: machine.id,
    vmProtectionState: state,
    vmProtectionStateDescription: isDone ? 'Protected' : 'Configuring the replica',
    initialReplicationDetails: { initialReplicationType: 'OverNetwork', initialReplicationProgressPercentage: '0' },
    vMDiskDetails: machine.disks.map((disk) => ({
      maxSizeMB: Math.round(disk.sizeGiB * 1024),
      vhdType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
      vhdId: disk.id,
      vhdName: null,
    })),
  };
}

function returningNic(nicId: string): Body {
  return {
    nicId,
    replicaNicId: null,
    sourceNicArmId: null,
    vMNetworkName: 'Microsoft Hyper-V Network Adapter',
    recoveryVMNetworkId: null,
    ipConfigs: [],
    selectionType: 'NotSelected',
  };
}

/** VMware from one site to another, and back from Azure with the classic server. */
export function inMageDetails(item: SimItem, { now }: DetailsContext): Body {
  const isDone = hasPoints(item);
  return {
    instanceType: 'InMage',
    activeSiteType: 'Azure',
    sourceVmCpuCount: 0,
    sourceVmRamSizeInMB: 0,
    osDetails: null,
    protectionStage: isDone ? 'DifferentialSync' : 'ResyncStepI',
    vmId: item.machine.id,
    vmProtectionState: isDone ? 'Protected' : 'UnprotectedStatesBegin',
    vmProtectionStateDescription: isDone ? 'Protected' : 'Enabling protection',
    resyncDetails: { initialReplicationType: 'InitialReplication', initialReplicationProgressPercentage: '0' },
    retentionWindowStart: null,
    retentionWindowEnd: null,
    compressedDataRateInMB: 0,
    uncompressedDataRateInMB: 0,
    rpoInSeconds: isDone ? 76 : 0,
    protectedDisks: [],
    ipAddress: item.machine.addresses[0] ?? '',
    lastHeartbeat: iso(now - 30_000),
    processServerId: 'ps-01',
    masterTargetId: null,
    consistencyPoints: null,
    diskResized: null,
    rebootAfterUpdateStatus: null,
    multiVmGroupId: item.id,
    multiVmGroupName: item.id,
    multiVmSyncStatus: 'Enabled',
    agentDetails: { agentVersion: '9.55.0.0', agentUpdateStatus: 'NotRequired', postUpdateRebootStatus: 'NotRequired' },
    vCenterInfrastructureId: isDone ? '7' : null,
    infrastructureVmId: item.machine.id,
    vmNics: isDone ? item.machine.macs.map(returningNic) : [],
    discoveryType: 'Physical',
    azureStorageAccountId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/cache',
    datastores: [],
    validationErrors: [],
    lastRpoCalculatedTime: iso(now),
    lastUpdateReceivedTime: iso(now),
    replicaId: item.id,
    osVersion: null,
  };
}
