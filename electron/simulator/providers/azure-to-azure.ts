import type { Body, SimItem } from '../estate.ts';
import { iso } from '../job-view.ts';
import { bytesOf, hasPoints, inputList, inputText, rpoOf, type DetailsContext } from './common.ts';

/** Azure VMs from one region to another. */
export function azureToAzureDetails(item: SimItem, { now, location }: DetailsContext): Body {
  const { machine, input, settings } = item;
  const isDone = hasPoints(item);
  const rpo = isDone ? rpoOf(item, now) : null;
  const text = (name: string): string | null => inputText(settings, name) ?? inputText(input, name);
  const state = item.phase === 'enabling' || item.phase === 'initial-replication' ? 'UnprotectedStatesBegin' : 'Protected';
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
    protectedManagedDisks: disksOf(item, isDone),
    recoveryBootDiagStorageAccountId: text('recoveryBootDiagStorageAccountId'),
    primaryFabricLocation: 'eastus',
    recoveryFabricLocation: location,
    osType: machine.osType,
    recoveryAzureVMSize: text('recoveryAzureVMSize') ?? 'Standard_DS1_v2',
    recoveryAzureVMName: text('recoveryAzureVMName') ?? machine.name,
    recoveryAzureResourceGroupId: text('recoveryResourceGroupId'),
    recoveryCloudService: null,
    recoveryAvailabilitySet: text('recoveryAvailabilitySetId'),
    selectedRecoveryAzureNetworkId: text('selectedRecoveryAzureNetworkId') ?? text('recoveryAzureNetworkId'),
    selectedTfoAzureNetworkId: text('selectedTfoAzureNetworkId'),
    vmNics: [],
    vmSyncedConfigDetails: { tags: {}, inputEndpoints: [] },
    monitoringPercentageCompletion: 0,
    monitoringJobType: 'InitialReplication',
    lastHeartbeat: iso(now - 30_000),
    agentVersion: '9.55.6765.1',
    agentExpiryDate: '9999-12-31T23:59:59.9999999',
    isReplicationAgentUpdateRequired: false,
    agentCertificateExpiryDate: iso(now + 3 * 365 * 86_400_000),
    isReplicationAgentCertificateUpdateRequired: false,
    recoveryFabricObjectId:
      item.lastFailoverAt === null
        ? null
        : `${text('recoveryResourceGroupId') ?? ''}/providers/Microsoft.Compute/virtualMachines/${machine.name}`,
    vmProtectionState: state,
    vmProtectionStateDescription: state,
    lifecycleId: item.id,
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

function disksOf(item: SimItem, isDone: boolean): Body[] {
  const wanted = inputList(item.input, 'vmManagedDisks');
  return item.machine.disks.map((disk, index) => {
    const input = wanted.find((each) => each['diskId'] === disk.id) ?? wanted[index] ?? {};
    const kind = inputText(input, 'recoveryTargetDiskAccountType') ?? 'Premium_LRS';
    return {
      diskId: disk.id,
      recoveryResourceGroupId: inputText(input, 'recoveryResourceGroupId'),
      recoveryTargetDiskId: null,
      recoveryReplicaDiskId: `${inputText(input, 'recoveryResourceGroupId') ?? ''}/providers/Microsoft.Compute/disks/${disk.name}-ASRReplica`,
      recoveryOrignalTargetDiskId: null,
      recoveryReplicaDiskAccountType: inputText(input, 'recoveryReplicaDiskAccountType') ?? kind,
      recoveryTargetDiskAccountType: kind,
      recoveryDiskEncryptionSetId: inputText(input, 'recoveryDiskEncryptionSetId'),
      primaryDiskEncryptionSetId: null,
      diskName: disk.name,
      diskCapacityInBytes: bytesOf(disk.sizeGiB),
      primaryStagingAzureStorageAccountId: inputText(input, 'primaryStagingAzureStorageAccountId'),
      diskType: disk.isOsDisk ? 'OperatingSystem' : 'Data',
      resyncRequired: false,
      monitoringPercentageCompletion: null,
      monitoringJobType: null,
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
