import { need, stated, type AzureInput, type Built, type EnableValues } from '../azure-input.ts';
import { outerSettings } from './outer-settings.ts';

const INSTANCE_TYPE = 'A2A';

/** Requests for machines that move from one Azure region to another: committed, then disabled; there is no completion. */
export const azureToAzureInput: AzureInput = {
  instanceType: INSTANCE_TYPE,
  createPolicy: ({ retentionHours, appConsistentHours }) => ({
    providerSpecificInput: {
      instanceType: INSTANCE_TYPE,
      recoveryPointHistory: retentionHours * 60,
      crashConsistentFrequencyInMinutes: 5,
      appConsistentFrequencyInMinutes: appConsistentHours * 60,
      multiVmSyncStatus: 'Disable',
    },
  }),
  enable,
  change: (values) =>
    stated({
      ...outerSettings(values),
      providerSpecificDetails: stated({
        instanceType: INSTANCE_TYPE,
        recoveryResourceGroupId: values.target.resourceGroupId,
        recoveryBootDiagStorageAccountId: values.target.bootDiagnosticsStorageId,
        recoveryProximityPlacementGroupId: values.target.proximityPlacementGroupId,
      }),
    }),
  testFailover: (networkId, point) => ({
    failoverDirection: 'PrimaryToRecovery',
    networkType: 'VmNetworkAsInput',
    networkId,
    providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, recoveryPointId: point ?? undefined }),
  }),
  failOver: {
    call: 'unplannedFailover',
    body: (point, shutDownSource) => ({
      failoverDirection: 'PrimaryToRecovery',
      sourceSiteOperations: shutDownSource ? 'Required' : 'NotRequired',
      providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, recoveryPointId: point ?? undefined }),
    }),
  },
  applyRecoveryPoint: (pointId) => ({ recoveryPointId: pointId, providerSpecificDetails: { instanceType: INSTANCE_TYPE } }),
  // The service never offers completion here; after the commit replication is simply disabled.
  remove: () => ({ disableProtectionReason: 'NotSpecified' }),
};

function enable({ policyId, cacheStorageId, source, target, disks }: EnableValues): Built {
  const needed = need(source, ['azureMachineId', 'recoveryContainerId']);
  if (!needed.ok) return needed;
  return {
    ok: true,
    properties: {
      policyId,
      providerSpecificDetails: stated({
        instanceType: INSTANCE_TYPE,
        fabricObjectId: needed.ids.azureMachineId,
        recoveryContainerId: needed.ids.recoveryContainerId,
        recoveryResourceGroupId: target.resourceGroupId,
        recoveryAzureNetworkId: target.networkId,
        recoverySubnetName: target.subnetName,
        recoveryAvailabilitySetId: target.availabilitySetId,
        recoveryProximityPlacementGroupId: target.proximityPlacementGroupId,
        recoveryBootDiagStorageAccountId: target.bootDiagnosticsStorageId,
        vmManagedDisks: disks
          .filter((disk) => !disk.isLeftOut)
          .map((disk) => ({
            diskId: disk.id,
            primaryStagingAzureStorageAccountId: cacheStorageId,
            recoveryResourceGroupId: target.resourceGroupId,
            recoveryReplicaDiskAccountType: target.diskType,
            recoveryTargetDiskAccountType: target.diskType,
          })),
      }),
    },
  };
}
