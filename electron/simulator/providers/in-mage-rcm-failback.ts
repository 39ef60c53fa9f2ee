import type { Body, SimItem } from '../estate.ts';
import { bytesOf, inputText, replicationShare, type DetailsContext } from './common.ts';
import { DURATIONS } from './durations.data.ts';
import { agentDetails, progressOf, QUEUED_UNTIL } from './in-mage-rcm.ts';

/** A machine on its way back from Azure: another provider with details of its own. */
export function inMageRcmFailbackDetails(item: SimItem, { now, isList }: DetailsContext): Body {
  const { machine, input, settings } = item;
  const share = replicationShare(item, now, DURATIONS.InMageRcmFailback.initialReplication * 1000);
  const isCounting = (item.phase === 'initial-replication' || item.phase === 'first-point') && share >= QUEUED_UNTIL;
  const text = (name: string, fallback: string): string => inputText(settings, name) ?? inputText(input, name) ?? fallback;
  const { latestAgentReleaseDate: _, ...agent } = agentDetails(now);
  return {
    instanceType: 'InMageRcmFailback',
    internalIdentifier: item.id,
    azureVirtualMachineId: `${text('targetResourceGroupId', '/subscriptions/s/resourceGroups/rg')}/providers/Microsoft.Compute/virtualMachines/${machine.name}`,
    multiVmGroupName: inputText(input, 'multiVmGroupName'),
    reprotectAgentId: text('reprotectAgentId', 'ps-01'),
    reprotectAgentName: 'appliance-01',
    osType: machine.osType,
    logStorageAccountId: text('logStorageAccountId', ''),
    targetvCenterId: `${machine.sourceId.split('/machines/')[0] ?? ''}/vcenters/vcenter-1`,
    targetDataStoreName: text('datastoreName', 'datastore1'),
    targetVmName: machine.name,
    initialReplicationProgressPercentage: isCounting ? 0 : null,
    initialReplicationProcessedBytes: isCounting ? 0 : null,
    initialReplicationTransferredBytes: isCounting ? 0 : null,
    initialReplicationProgressHealth: isCounting ? 'InProgress' : 'None',
    resyncProgressPercentage: null,
    resyncProcessedBytes: null,
    resyncTransferredBytes: null,
    resyncProgressHealth: 'None',
    resyncRequired: 'false',
    resyncState: 'None',
    protectedDisks: isList
      ? []
      : machine.disks.map((disk) => failbackDisk(item, { id: disk.id, bytes: bytesOf(disk.sizeGiB), isOsDisk: disk.isOsDisk, share, now })),
    mobilityAgentDetails: { ...agent, reasonsBlockingUpgrade: ['UnsupportedProtectionScenario'] },
    vmNics: isList
      ? []
      : machine.macs.map((macAddress, index) => ({
          macAddress,
          networkName: null,
          adapterType: null,
          sourceIpAddress: machine.addresses[index] ?? '10.0.0.6',
        })),
    discoveredVmDetails: null,
    lastUsedPolicyId: item.policyId,
    lastUsedPolicyFriendlyName: item.policyId.split('/').at(-1) ?? '',
    isAgentRegistrationSuccessfulAfterFailover: null,
  };
}

interface FailbackDisk {
  readonly id: string;
  readonly bytes: number;
  readonly isOsDisk: boolean;
  readonly share: number;
  readonly now: number;
}

/** Until it is Protected a disk stays in the queue; times not known yet are empty texts once counting began. */
function failbackDisk(item: SimItem, { id, bytes, isOsDisk, share, now }: FailbackDisk): Body {
  const queued = progressOf(item, { bytes, share: 0, now });
  const unset = share < QUEUED_UNTIL ? null : '';
  return {
    diskId: id,
    diskName: id,
    isOSDisk: String(isOsDisk),
    capacityInBytes: bytes,
    diskUuid: `6000C29b-0000-0000-0000-${item.id.slice(-12)}`,
    dataPendingInLogDataStoreInMB: 0,
    dataPendingAtSourceAgentInMB: 0.1,
    isInitialReplicationComplete: 'false',
    ...(item.phase === 'initial-replication'
      ? { irDetails: { ...queued, lastDataTransferTimeUtc: unset, startTime: unset, lastRefreshTime: unset } }
      : {}),
  };
}
