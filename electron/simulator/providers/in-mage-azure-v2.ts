import type { Body, SimItem } from '../estate.ts';
import { iso } from '../vault-id.ts';
import { bytesOf, givenText, hasPoints, inputText, replicationShare, rpoOf, type DetailsContext } from './common.ts';
import { DURATIONS } from './durations.data.ts';

/** VMware and physical machines behind a classic configuration server. */
export function inMageAzureV2Details(item: SimItem, { now, isList }: DetailsContext): Body {
  const { machine, input, settings } = item;
  const share = replicationShare(item, now, DURATIONS.InMageAzureV2.initialReplication * 1000);
  const rpo = hasPoints(item) ? rpoOf(item, now) : null;
  const isDone = hasPoints(item);
  const text = (name: string): string | null => inputText(settings, name) ?? inputText(input, name);
  return {
    instanceType: 'InMageAzureV2',
    infrastructureVmId: item.id,
    vCenterInfrastructureId: '5',
    protectionStage: isDone ? 'DifferentialSync' : 'InitialSync',
    vmId: machine.id,
    vmProtectionState: isDone ? 'Protected' : 'ResyncInProgress',
    vmProtectionStateDescription: isDone ? 'Protected' : 'Initial replication',
    resyncProgressPercentage: isDone ? 0 : Math.floor(share * 100),
    rpoInSeconds: rpo?.seconds ?? null,
    lastRpoCalculatedTime: rpo?.at ?? null,
    lastRecoveryPointReceived: rpo?.point ?? null,
    compressedDataRateInMB: 0.2,
    uncompressedDataRateInMB: 0.4,
    ipAddress: machine.addresses[0] ?? '',
    agentVersion: '9.55.0.0',
    agentExpiryDate: null,
    isAgentUpdateRequired: 'NotRequired',
    isRebootAfterUpdateRequired: 'NotRequired',
    lastHeartbeat: iso(now - 30_000),
    processServerId: text('processServerId'),
    multiVmGroupId: item.id,
    multiVmGroupName: text('multiVmGroupName') ?? item.id,
    multiVmSyncStatus: 'Enabled',
    protectedDisks: (isList ? [] : machine.disks).map((disk) => ({
      diskId: disk.id,
      diskName: disk.name,
      protectionStage: isDone ? 'DifferentialSync' : 'InitialSync',
      healthErrorCode: item.health === null ? null : 'ECH0007',
      rpoInSeconds: rpo?.seconds ?? 0,
      resyncRequired: 'NotRequired',
      resyncProgressPercentage: isDone ? 0 : Math.floor(share * 100),
      resyncDurationInSeconds: 0,
      diskCapacityInBytes: bytesOf(disk.sizeGiB),
      fileSystemCapacityInBytes: bytesOf(disk.sizeGiB),
      sourceDataInMegaBytes: 0,
      psDataInMegaBytes: 0,
      targetDataInMegaBytes: 0,
      diskResized: 'NotResized',
      lastRpoCalculatedTime: rpo?.at ?? null,
    })),
    diskResized: isList ? null : 'NotResized',
    masterTargetId: text('masterTargetId'),
    sourceVmCpuCount: machine.cpuCount,
    sourceVmRamSizeInMB: machine.memoryMiB,
    osType: machine.osType,
    vhdName: isList ? null : (machine.disks.find((disk) => disk.isOsDisk)?.name ?? ''),
    osDiskId: isList ? null : (machine.disks.find((disk) => disk.isOsDisk)?.id ?? ''),
    azureVMDiskDetails: isList ? null : item.lastFailoverAt === null && item.phase !== 'failover-failed' ? [] : targetDisks(item),
    recoveryAzureVMName: text('recoveryAzureVMName') ?? text('targetAzureVmName') ?? machine.name,
    recoveryAzureVMSize: text('recoveryAzureVMSize') ?? text('targetVmSize') ?? 'Standard_A2',
    recoveryAzureStorageAccount: text('storageAccountId') ?? '',
    recoveryAzureLogStorageAccountId: text('logStorageAccountId'),
    vmNics: nicsOf(item),
    selectedRecoveryAzureNetworkId: text('selectedRecoveryAzureNetworkId') ?? text('targetAzureNetworkId'),
    selectedTfoAzureNetworkId: text('selectedTfoAzureNetworkId'),
    selectedSourceNicId: text('selectedSourceNicId'),
    discoveryType: 'VCenter',
    enableRdpOnTargetOption: text('enableRdpOnTargetOption') ?? 'Never',
    datastores: ['datastore1'],
    targetVmId: `${text('targetAzureV2ResourceGroupId') ?? '/subscriptions/s/resourceGroups/rg'}/providers/Microsoft.Compute/virtualMachines/${item.lastFailoverAt === null ? '' : machine.name}`,
    recoveryAzureResourceGroupId: text('recoveryAzureV2ResourceGroupId') ?? text('targetAzureV2ResourceGroupId'),
    recoveryAvailabilitySetId: givenText(item, 'recoveryAvailabilitySetId'),
    targetAvailabilityZone: text('targetAvailabilityZone'),
    targetProximityPlacementGroupId: text('targetProximityPlacementGroupId'),
    useManagedDisks: 'True',
    licenseType: text('licenseType') ?? 'NotSpecified',
    sqlServerLicenseType: 'NotSpecified',
    validationErrors: [],
    lastUpdateReceivedTime: iso(now),
    replicaId: '',
    osVersion: machine.osName,
    protectedManagedDisks: [],
    firmwareType: machine.firmware,
    azureVmGeneration: machine.firmware === 'UEFI' ? 'V2' : 'V1',
    isAdditionalStatsAvailable: false,
    totalDataTransferred: 0,
    totalProgressHealth: 'None',
  };
}

/** Told after a failover only, and after one that failed: where each disk went. */
function targetDisks({ machine }: SimItem): Body[] {
  return machine.disks.map((disk) => ({
    vhdType: null,
    vhdId: disk.id,
    vhdName: null,
    maxSizeMB: null,
    targetDiskLocation: `https://storage.simulated.invalid/${machine.name}-${disk.id}.vhd`,
    targetDiskName: disk.name,
    lunId: null,
  }));
}

function nicsOf({ machine, input, settings }: SimItem): Body[] {
  const text = (name: string): string | null => inputText(settings, name) ?? inputText(input, name);
  return machine.macs.map((nicId, index) => ({
    nicId,
    replicaNicId: null,
    sourceNicArmId: null,
    vMNetworkName: 'VM Network',
    recoveryVMNetworkId: text('selectedRecoveryAzureNetworkId') ?? text('targetAzureNetworkId') ?? '',
    ipConfigs: [
      {
        name: null,
        isPrimary: true,
        subnetName: 'VM Network',
        staticIPAddress: null,
        ipAddressType: 'Dynamic',
        isSeletedForFailover: true,
        recoverySubnetName: text('targetAzureSubnetId') ?? 'default',
        recoveryStaticIPAddress: null,
        recoveryIPAddressType: 'Dynamic',
        recoveryPublicIPAddressId: null,
        recoveryLBBackendAddressPoolIds: null,
        tfoSubnetName: null,
        tfoStaticIPAddress: null,
        tfoPublicIPAddressId: null,
        tfoLBBackendAddressPoolIds: null,
      },
    ],
    selectionType: 'SelectedByUser',
    recoveryNicName: null,
    targetNicName: `nic-${machine.name}-${String(index).padStart(2, '0')}`,
  }));
}
