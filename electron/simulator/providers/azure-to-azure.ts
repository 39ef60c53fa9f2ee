import type { Body, SimItem } from '../estate.ts';
import { iso } from '../vault-id.ts';
import { bytesOf, hasPoints, inputList, inputText, replicationShare, rpoOf, type DetailsContext } from './common.ts';
import { DURATIONS } from './durations.data.ts';

/** Until then nothing is told of the progress. */
const MONITORED_FROM = 0.05;
/** The percentage stays here until the machine is protected, and after. */
const STANDS_STILL_AT = 43;
const NETWORK = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/target';
const STAGING = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/cache';

/** Azure VMs from one region to another. */
export function azureToAzureDetails(item: SimItem, { now, location }: DetailsContext): Body {
  const { machine, input, settings } = item;
  const isDone = hasPoints(item);
  const rpo = isDone ? rpoOf(item, now) : null;
  const text = (name: string): string | null => inputText(settings, name) ?? inputText(input, name);
  const share = replicationShare(item, now, DURATIONS.A2A.initialReplication * 1000);
  const isMonitored = share >= MONITORED_FROM;
  const percentage = Math.min(STANDS_STILL_AT, Math.floor(((share - MONITORED_FROM) / (1 - MONITORED_FROM)) * 100));
  const state = isDone ? 'Protected' : 'UnprotectedStatesBegin';
  return {
    instanceType: 'A2A',
    fabricObjectId: text('fabricObjectId') ?? machine.sourceId,
    initialPrimaryZone: '',
    initialPrimaryFabricLocation: 'eastus',
    initialRecoveryZone: '',
    initialPrimaryExtendedLocation: null,
    initialRecoveryExtendedLocation: null,
    initialRecoveryFabricLocation: location,
    multiVmGroupId: item.id,
    multiVmGroupName: text('multiVmGroupName') ?? '',
    multiVmGroupCreateOption: 'AutoCreated',
    managementId: machine.id,
    protectedDisks: null,
    unprotectedDisks: null,
    protectedManagedDisks: disksOf(item, { isDone, isMonitored, percentage }),
    recoveryBootDiagStorageAccountId: text('recoveryBootDiagStorageAccountId'),
    primaryFabricLocation: 'eastus',
    recoveryFabricLocation: location,
    osType: machine.osType,
    recoveryAzureVMSize: text('recoveryAzureVMSize') ?? 'Standard_DS1_v2',
    recoveryAzureVMName: text('recoveryAzureVMName') ?? machine.name,
    recoveryAzureResourceGroupId: text('recoveryResourceGroupId') ?? '/subscriptions/s/resourceGroups/rg',
    recoveryCloudService: null,
    recoveryAvailabilitySet: text('recoveryAvailabilitySetId'),
    selectedRecoveryAzureNetworkId: isDone ? (text('selectedRecoveryAzureNetworkId') ?? text('recoveryAzureNetworkId') ?? NETWORK) : null,
    selectedTfoAzureNetworkId: text('selectedTfoAzureNetworkId'),
    vmNics: isDone || item.isReturning === true ? nicsOf(item, isDone) : [],
    vmSyncedConfigDetails: { tags: {}, inputEndpoints: [] },
    monitoringPercentageCompletion: isMonitored ? percentage : null,
    monitoringJobType: isMonitored ? 'InitialReplication' : null,
    lastHeartbeat: iso(now - 30_000),
    agentVersion: '9.55.6765.1',
    agentExpiryDate: '9999-12-31T23:59:59.9999999',
    isReplicationAgentUpdateRequired: false,
    ...(isDone ? { agentCertificateExpiryDate: iso(now + 3 * 365 * 86_400_000) } : {}),
    isReplicationAgentCertificateUpdateRequired: false,
    recoveryFabricObjectId:
      item.lastFailoverAt === null
        ? null
        : `${text('recoveryResourceGroupId') ?? ''}/providers/Microsoft.Compute/virtualMachines/${machine.name}`,
    vmProtectionState: state,
    vmProtectionStateDescription: isDone ? 'Protected' : 'Enabling protection',
    lifecycleId: isDone ? item.id : null,
    testFailoverRecoveryFabricObjectId: null,
    rpoInSeconds: rpo?.seconds ?? null,
    lastRpoCalculatedTime: rpo?.at ?? null,
    primaryAvailabilityZone: null,
    recoveryAvailabilityZone: text('recoveryAvailabilityZone'),
    primaryExtendedLocation: null,
    recoveryExtendedLocation: null,
    vmEncryptionType: 'NotEncrypted',
    tfoAzureVMName: text('tfoAzureVMName') ?? `${machine.name}-test`,
    recoveryAzureGeneration: machine.firmware === 'UEFI' ? 'V2' : 'V1',
    recoveryProximityPlacementGroupId: text('recoveryProximityPlacementGroupId'),
    autoProtectionOfDataDisk: 'Disabled',
    recoveryVirtualMachineScaleSetId: null,
    recoveryCapacityReservationGroupId: text('recoveryCapacityReservationGroupId'),
  };
}

/** Adapters are told in full once the machine is protected; one that went to the other side before shows less meanwhile. */
function nicsOf(item: SimItem, isDone: boolean): Body[] {
  return item.machine.macs.map((_, index) => ({
    nicId: `${item.id.slice(0, 24)}${String(index).padStart(12, '0')}`,
    replicaNicId: null,
    sourceNicArmId: `${item.machine.sourceId}-nic-${index}`,
    vMNetworkName: isDone ? '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/source' : null,
    recoveryVMNetworkId:
      inputText(item.settings, 'selectedRecoveryAzureNetworkId') ?? inputText(item.input, 'recoveryAzureNetworkId') ?? NETWORK,
    ipConfigs: [
      {
        name: isDone ? 'ipconfig' : null,
        isPrimary: true,
        subnetName: isDone ? 'default' : null,
        staticIPAddress: isDone ? (item.machine.addresses[index] ?? '10.0.0.4') : null,
        ipAddressType: 'Dynamic',
        isSeletedForFailover: true,
        recoverySubnetName: inputText(item.input, 'recoverySubnetName') ?? 'default',
        recoveryStaticIPAddress: '',
        recoveryIPAddressType: 'Dynamic',
        recoveryPublicIPAddressId: null,
        recoveryLBBackendAddressPoolIds: item.isReturning === true ? [] : null,
        tfoSubnetName: null,
        tfoStaticIPAddress: null,
        tfoPublicIPAddressId: null,
        tfoLBBackendAddressPoolIds: null,
      },
    ],
    selectionType: isDone ? 'SelectedByUserOverride' : 'NotSelected',
    recoveryNetworkSecurityGroupId:
      item.isReturning === true ? '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg' : null,
    enableAcceleratedNetworkingOnRecovery: false,
    tfoVMNetworkId: null,
    tfoNetworkSecurityGroupId: null,
    enableAcceleratedNetworkingOnTfo: null,
    recoveryNicName: null,
    recoveryNicResourceGroupName: null,
    reuseExistingNic: false,
    tfoRecoveryNicName: null,
    tfoRecoveryNicResourceGroupName: null,
    tfoReuseExistingNic: false,
    targetNicName: null,
  }));
}

interface Progress {
  readonly isDone: boolean;
  readonly isMonitored: boolean;
  readonly percentage: number;
}

/** Disks on their way back tell how far they are, once there is something to tell. */
function disksOf(item: SimItem, { isDone, isMonitored, percentage }: Progress): Body[] {
  const wanted = inputList(item.input, 'vmManagedDisks');
  return item.machine.disks.map((disk, index) => {
    const input = wanted.find((each) => each['diskId'] === disk.id) ?? wanted[index] ?? {};
    const kind = inputText(input, 'recoveryTargetDiskAccountType') ?? 'Premium_LRS';
    return {
      diskId: disk.id,
      recoveryResourceGroupId: inputText(input, 'recoveryResourceGroupId') ?? '/subscriptions/s/resourceGroups/rg',
      recoveryTargetDiskId: null,
      recoveryReplicaDiskId: `${inputText(input, 'recoveryResourceGroupId') ?? ''}/providers/Microsoft.Compute/disks/${disk.name}-ASRReplica`,
      recoveryOrignalTargetDiskId: item.isReturning === true ? (isDone ? '' : disk.id) : null,
      recoveryReplicaDiskAccountType: inputText(input, 'recoveryReplicaDiskAccountType') ?? kind,
      recoveryTargetDiskAccountType: kind,
      recoveryDiskEncryptionSetId: inputText(input, 'recoveryDiskEncryptionSetId'),
      primaryDiskEncryptionSetId: null,
      diskName: disk.name,
      diskCapacityInBytes: bytesOf(disk.sizeGiB),
      primaryStagingAzureStorageAccountId: inputText(input, 'primaryStagingAzureStorageAccountId') ?? STAGING,
      diskType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
      resyncRequired: false,
      monitoringPercentageCompletion: !isDone && isMonitored && item.isReturning === true && percentage > 0 ? percentage : null,
      monitoringJobType: !isDone && isMonitored ? 'InitialReplication' : null,
      dataPendingInStagingStorageAccountInMB: 0,
      dataPendingAtSourceAgentInMB: 1.2,
      diskState: isDone ? 'Protected' : 'InitialReplicationPending',
      allowedDiskLevelOperation: [],
      isDiskEncrypted: false,
      secretIdentifier: null,
      dekKeyVaultArmId: null,
      isDiskKeyEncrypted: false,
      keyIdentifier: null,
      kekKeyVaultArmId: null,
      failoverDiskName: disk.name,
      tfoDiskName: `${disk.name}-ASRtest`,
    };
  });
}
