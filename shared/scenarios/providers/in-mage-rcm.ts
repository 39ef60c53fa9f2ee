import type { TargetAdapter, TargetChoices } from '../../domain/azure-target.ts';
import { need, stated, type AzureInput, type Built, type EnableValues, type Properties } from '../azure-input.ts';

const INSTANCE_TYPE = 'InMageRcm';

interface Variant {
  /** Physical machines and AWS instances replicate all their disks. */
  readonly canLeaveOutDisks: boolean;
  readonly canShutDown: boolean;
}

/** Requests for items that replicate through the modernized appliance. Several booleans are strings in this API. */
export function inMageRcmInput({ canLeaveOutDisks, canShutDown }: Variant): AzureInput {
  return {
    instanceType: INSTANCE_TYPE,
    createPolicy: ({ retentionHours, appConsistentHours }) => ({
      providerSpecificInput: {
        instanceType: INSTANCE_TYPE,
        recoveryPointHistoryInMinutes: retentionHours * 60,
        crashConsistentFrequencyInMinutes: 5,
        appConsistentFrequencyInMinutes: appConsistentHours * 60,
        enableMultiVmSync: 'false',
      },
    }),
    enable: (values) => enable(values, canLeaveOutDisks),
    change: ({ target, adapters }) => ({
      providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, ...settings(target), vmNics: adapters.map(adapter) }),
    }),
    testFailover: (networkId, point) => ({
      failoverDirection: 'PrimaryToRecovery',
      networkType: 'VmNetworkAsInput',
      networkId,
      providerSpecificDetails: stated({ instanceType: INSTANCE_TYPE, networkId, recoveryPointId: point ?? undefined }),
    }),
    failOver: {
      call: 'unplannedFailover',
      body: (point, shutDownSource) => ({
        failoverDirection: 'PrimaryToRecovery',
        providerSpecificDetails: stated({
          instanceType: INSTANCE_TYPE,
          performShutdown: String(canShutDown && shutDownSource),
          recoveryPointId: point ?? undefined,
        }),
      }),
    },
    applyRecoveryPoint: (pointId) => ({
      providerSpecificDetails: { instanceType: INSTANCE_TYPE, recoveryPointId: pointId },
    }),
    remove: (end) => ({ disableProtectionReason: end === 'completed' ? 'MigrationComplete' : 'NotSpecified' }),
  };
}

function enable({ policyId, cacheStorageId, source, target, disks }: EnableValues, canLeaveOutDisks: boolean): Built {
  const needed = need(source, ['discoveredMachineId', 'processServerId']);
  if (!needed.ok) return needed;
  const kept = disks.filter((disk) => !disk.isLeftOut);
  const cache = { logStorageAccountId: cacheStorageId, diskType: target.diskType };
  const areAllKept = !canLeaveOutDisks || kept.length === disks.length;
  return {
    ok: true,
    properties: {
      policyId,
      providerSpecificDetails: stated({
        instanceType: INSTANCE_TYPE,
        fabricDiscoveryMachineId: needed.ids.discoveredMachineId,
        processServerId: needed.ids.processServerId,
        runAsAccountId: source.runAsAccountId,
        ...(areAllKept ? { disksDefault: cache } : { disksToInclude: kept.map((disk) => ({ diskId: disk.id, ...cache })) }),
        ...settings(target),
        targetSubnetName: target.subnetName,
        testSubnetName: target.testSubnetName,
      }),
    },
  };
}

function settings(target: TargetChoices): Properties {
  return {
    targetResourceGroupId: target.resourceGroupId,
    targetVmName: target.machineName,
    targetVmSize: target.machineSize,
    targetNetworkId: target.networkId,
    testNetworkId: target.testNetworkId,
    licenseType: target.licence,
    targetAvailabilitySetId: target.availabilitySetId,
    targetProximityPlacementGroupId: target.proximityPlacementGroupId,
    targetBootDiagnosticsStorageAccountId: target.bootDiagnosticsStorageId,
  };
}

function adapter(nic: TargetAdapter): Properties {
  return stated({
    nicId: nic.adapterId,
    isPrimaryNic: String(nic.isPrimary),
    isSelectedForFailover: String(nic.isUsed),
    targetSubnetName: nic.subnetName,
    targetStaticIPAddress: nic.address,
    testSubnetName: nic.testSubnetName,
    testStaticIPAddress: nic.testAddress,
  });
}
