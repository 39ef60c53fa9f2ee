import { stated, type AzureInput } from '../azure-input.ts';
import { outerSettings } from './outer-settings.ts';

const INSTANCE_TYPE = 'InMageAzureV2';

/** Requests for items that a classic vault still holds. Nothing new can be protected; items are finished or moved. */
export const inMageAzureV2Input: AzureInput = {
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
  enable: null,
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
    call: 'unplannedFailover',
    body: (point, shutDownSource) => ({
      failoverDirection: 'PrimaryToRecovery',
      sourceSiteOperations: shutDownSource ? 'Required' : 'NotRequired',
      providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, recoveryPointId: point ?? undefined }),
    }),
  },
  applyRecoveryPoint: (pointId) => ({ recoveryPointId: pointId, providerSpecificDetails: { instanceType: INSTANCE_TYPE } }),
  remove: (end) => ({ disableProtectionReason: end === 'completed' ? 'MigrationComplete' : 'NotSpecified' }),
  moveToModernized: ({ vaultId, fabricId, applianceId }) => ({
    targetInstanceType: 'InMageRcm',
    providerSpecificDetails: {
      instanceType: INSTANCE_TYPE,
      targetVaultID: vaultId,
      targetFabricID: fabricId,
      targetApplianceID: applianceId,
    },
  }),
};
