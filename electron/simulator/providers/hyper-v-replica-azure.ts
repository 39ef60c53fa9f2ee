import type { Body, SimItem } from '../estate.ts';
import { givenText, hasPoints, hasReplicated, inputText, replicationShare, rpoOf, type DetailsContext } from './common.ts';
import { DURATIONS } from './durations.data.ts';

/** Hyper-V machines, with and without Virtual Machine Manager. */
export function hyperVReplicaAzureDetails(item: SimItem, { now }: DetailsContext): Body {
  const { machine, input, settings } = item;
  const share = replicationShare(item, now, DURATIONS.HyperVReplicaAzure.initialReplication * 1000);
  const isDone = hasPoints(item);
  const rpo = isDone ? rpoOf(item, now) : null;
  const text = (name: string): string | null => inputText(settings, name) ?? inputText(input, name);
  const state = isDone ? 'Protected' : item.phase === 'first-point' ? 'ReplicaConfigurationInProgress' : 'InitialReplicationInProgress';
  return {
    instanceType: 'HyperVReplicaAzure',
    azureVmDiskDetails: machine.disks.map((disk, index) => ({
      vhdType: disk.isOsDisk ? 'OperatingSystem' : 'DataDisk',
      vhdId: disk.id,
      diskId: disk.id,
      vhdName: disk.name,
      maxSizeMB: String(Math.round(disk.sizeGiB * 1024)),
      targetDiskLocation: null,
      targetDiskName: null,
      lunId: String(index),
      diskEncryptionSetId: null,
      customTargetDiskName: null,
    })),
    recoveryAzureVmName: text('recoveryAzureVMName') ?? text('targetAzureVmName') ?? machine.name,
    recoveryAzureVMSize: text('recoveryAzureVMSize') ?? text('targetVmSize') ?? 'Standard_A2m_v2',
    recoveryAzureStorageAccount: text('targetStorageAccountId'),
    recoveryAzureLogStorageAccountId: text('logStorageAccountId'),
    lastReplicatedTime: hasReplicated(item, now) ? (rpo?.point ?? null) : null,
    rpoInSeconds: rpo?.seconds ?? null,
    lastRpoCalculatedTime: rpo?.at ?? null,
    vmId: machine.id,
    vmProtectionState: state,
    vmProtectionStateDescription: state,
    initialReplicationDetails: {
      initialReplicationType: 'InitialReplication',
      initialReplicationProgressPercentage: String(Math.floor(share * 100)),
    },
    vmNics: isDone ? nicsOf(item) : [],
    selectedRecoveryAzureNetworkId: text('selectedRecoveryAzureNetworkId') ?? text('targetAzureNetworkId'),
    selectedSourceNicId: text('selectedSourceNicId') ?? machine.macs[0] ?? null,
    encryption: 'Disabled',
    oSDetails: {
      osType: machine.osType,
      productType: 'UNKNOWN',
      osEdition: 'Standard',
      oSVersion: '1.1.1.1',
      oSMajorVersion: '0',
      oSMinorVersion: '0',
    },
    sourceVmRamSizeInMB: machine.memoryMiB,
    sourceVmCpuCount: machine.cpuCount,
    enableRdpOnTargetOption: text('enableRdpOnTargetOption'),
    recoveryAzureResourceGroupId: text('recoveryAzureV2ResourceGroupId') ?? text('targetAzureV2ResourceGroupId'),
    recoveryAvailabilitySetId: givenText(item, 'recoveryAvailabilitySetId') ?? givenText(item, 'targetAvailabilitySetId'),
    targetAvailabilityZone: text('targetAvailabilityZone'),
    targetProximityPlacementGroupId: text('targetProximityPlacementGroupId'),
    useManagedDisks: text('useManagedDisks') ?? 'false',
    licenseType: text('licenseType') ?? 'NotSpecified',
    sqlServerLicenseType: 'NotSpecified',
    lastRecoveryPointReceived: rpo?.point ?? null,
    targetVmTags: {},
    seedManagedDiskTags: null,
    targetManagedDiskTags: null,
    targetNicTags: {},
    protectedManagedDisks: [],
  };
}

function nicsOf(item: SimItem): Body[] {
  const network = inputText(item.settings, 'selectedRecoveryAzureNetworkId') ?? inputText(item.input, 'targetAzureNetworkId');
  return item.machine.macs.map((mac, index) => ({
    nicId: mac,
    replicaNicId: null,
    sourceNicArmId: null,
    vMNetworkName: 'External',
    recoveryVMNetworkId: network,
    ipConfigs: [
      {
        name: null,
        isPrimary: true,
        subnetName: 'External',
        staticIPAddress: null,
        ipAddressType: 'Static',
        isSeletedForFailover: true,
        recoverySubnetName: inputText(item.input, 'targetAzureSubnetId') ?? 'default',
        recoveryStaticIPAddress: '',
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
    recoveryNetworkSecurityGroupId: null,
    enableAcceleratedNetworkingOnRecovery: null,
    tfoVMNetworkId: null,
    tfoNetworkSecurityGroupId: null,
    enableAcceleratedNetworkingOnTfo: null,
    recoveryNicName: null,
    recoveryNicResourceGroupName: null,
    reuseExistingNic: false,
    tfoRecoveryNicName: null,
    tfoRecoveryNicResourceGroupName: null,
    tfoReuseExistingNic: false,
    targetNicName: `nic-${item.machine.name}-${String(index).padStart(2, '0')}`,
  }));
}
