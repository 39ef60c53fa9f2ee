import { need, stated, type AzureInput, type Built, type EnableValues } from '../azure-input.ts';
import { outerSettings } from './outer-settings.ts';

const INSTANCE_TYPE = 'HyperVReplicaAzure';

/** Requests for machines that a Hyper-V host replicates, with or without VMM. The migration step is the planned failover. */
export const hyperVReplicaAzureInput: AzureInput = {
  instanceType: INSTANCE_TYPE,
  createPolicy: ({ retentionHours, appConsistentHours }) => ({
    providerSpecificInput: {
      instanceType: INSTANCE_TYPE,
      recoveryPointHistoryDuration: retentionHours,
      applicationConsistentSnapshotFrequencyInHours: appConsistentHours,
      replicationInterval: 300,
    },
  }),
  enable,
  change: (values) =>
    stated({
      ...outerSettings(values),
      providerSpecificDetails: stated({
        instanceType: INSTANCE_TYPE,
        recoveryAzureV2ResourceGroupId: values.target.resourceGroupId,
        targetProximityPlacementGroupId: values.target.proximityPlacementGroupId,
        useManagedDisks: 'true',
      }),
    }),
  testFailover: (networkId, point) => ({
    failoverDirection: 'PrimaryToRecovery',
    networkType: 'VmNetworkAsInput',
    networkId,
    providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, recoveryPointId: point ?? undefined }),
  }),
  failOver: {
    call: 'plannedFailover',
    body: (point) => ({
      failoverDirection: 'PrimaryToRecovery',
      providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, recoveryPointId: point ?? undefined }),
    }),
  },
  applyRecoveryPoint: (pointId) => ({ recoveryPointId: pointId, providerSpecificDetails: { instanceType: INSTANCE_TYPE } }),
  remove: (end) => ({ disableProtectionReason: end === 'completed' ? 'MigrationComplete' : 'NotSpecified' }),
};

function enable({ policyId, cacheStorageId, source, target, disks }: EnableValues): Built {
  const needed = need(source, ['protectableItemId', 'hypervisorMachineId', 'machineName', 'osType', 'systemDiskId']);
  if (!needed.ok) return needed;
  const kept = disks.filter((disk) => !disk.isLeftOut);
  return {
    ok: true,
    properties: {
      policyId,
      protectableItemId: needed.ids.protectableItemId,
      providerSpecificDetails: stated({
        instanceType: INSTANCE_TYPE,
        hvHostVmId: needed.ids.hypervisorMachineId,
        vmName: needed.ids.machineName,
        osType: needed.ids.osType,
        vhdId: needed.ids.systemDiskId,
        useManagedDisks: 'true',
        useManagedDisksForReplication: 'true',
        logStorageAccountId: cacheStorageId,
        disksToIncludeForManagedDisks: kept.map((disk) => ({
          diskId: disk.id,
          logStorageAccountId: cacheStorageId,
          diskType: target.diskType,
        })),
        targetAzureV2ResourceGroupId: target.resourceGroupId,
        targetAzureVmName: target.machineName,
        targetVmSize: target.machineSize,
        targetAzureNetworkId: target.networkId,
        targetAzureSubnetId: target.subnetName,
        targetAvailabilitySetId: target.availabilitySetId,
        targetProximityPlacementGroupId: target.proximityPlacementGroupId,
        licenseType: target.licence,
        enableRdpOnTargetOption: 'Never',
      }),
    },
  };
}
