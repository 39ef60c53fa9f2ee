import type { Body, SimItem } from '../estate.ts';
import { iso } from '../vault-id.ts';
import { bytesOf, hasPoints, inputList, inputText, recoveryPointId, replicationShare, rpoOf, type DetailsContext } from './common.ts';
import { DURATIONS } from './durations.data.ts';

const AGENT = '9.55.6765.1';
/** Share of the time in which replication waits for its turn: nothing is told yet. */
export const QUEUED_UNTIL = 0.05;
/** The percentage stays here while the service waits for the first point. */
const STANDS_STILL_AT = 64;
const DISKS_LAG_MS = 20_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** VMware, physical and AWS machines behind the modernized appliance. */
export function inMageRcmDetails(item: SimItem, context: DetailsContext): Body {
  const { now, isList, location, vaultId } = context;
  const { machine, input, settings } = item;
  const share = replicationShare(item, now, DURATIONS.InMageRcm.initialReplication * 1000);
  const isReplicating = item.phase === 'initial-replication' || item.phase === 'first-point';
  const isQueued = item.phase === 'initial-replication' && share < QUEUED_UNTIL;
  const isCounting = isReplicating && !isQueued;
  const points = hasPoints(item);
  const rpo = points ? rpoOf(item, now) : null;
  const pointId = rpo === null ? null : recoveryPointId(item, vaultId, Date.parse(rpo.point));
  const total = machine.disks.reduce((sum, disk) => sum + bytesOf(disk.sizeGiB), 0);
  const text = (name: string, fallback: string): string => inputText(settings, name) ?? inputText(input, name) ?? fallback;
  return {
    instanceType: 'InMageRcm',
    internalIdentifier: item.id,
    fabricDiscoveryMachineId: inputText(input, 'fabricDiscoveryMachineId') ?? machine.sourceId,
    multiVmGroupName: inputText(input, 'multiVmGroupName'),
    discoveryType: 'VCenter',
    processServerId: text('processServerId', '00000000-0000-0000-0000-000000000000'),
    processorCoreCount: machine.cpuCount,
    allocatedMemoryInMB: machine.memoryMiB,
    processServerName: 'appliance-01',
    runAsAccountId: text('runAsAccountId', ''),
    osType: machine.osType,
    firmwareType: machine.firmware,
    primaryNicIpAddress: machine.addresses[0] ?? '',
    targetGeneration: machine.firmware === 'UEFI' ? 'V2' : 'V1',
    licenseType: text('licenseType', 'NotSpecified'),
    storageAccountId: null,
    targetVmName: text('targetVmName', machine.name),
    targetVmSize: text('targetVmSize', 'Standard_D2s_v3'),
    targetResourceGroupId: text('targetResourceGroupId', ''),
    targetLocation: location,
    targetAvailabilitySetId: text('targetAvailabilitySetId', ''),
    targetAvailabilityZone: text('targetAvailabilityZone', ''),
    targetProximityPlacementGroupId: text('targetProximityPlacementGroupId', ''),
    targetBootDiagnosticsStorageAccountId: text('targetBootDiagnosticsStorageAccountId', ''),
    targetNetworkId: text('targetNetworkId', ''),
    testNetworkId: text('testNetworkId', ''),
    failoverRecoveryPointId: item.recoveryPointId,
    // Absent, not null, until the first point.
    ...(rpo === null ? {} : { lastRecoveryPointReceived: rpo.point, lastRpoInSeconds: rpo.seconds, lastRpoCalculatedTime: rpo.at }),
    lastRecoveryPointId: pointId,
    initialReplicationProgressPercentage: isCounting ? Math.min(STANDS_STILL_AT, Math.floor(share * 100)) : null,
    initialReplicationProcessedBytes: isCounting ? Math.floor(total * share) : null,
    initialReplicationTransferredBytes: isCounting ? Math.floor(total * share * 0.6) : null,
    initialReplicationProgressHealth: isCounting ? 'InProgress' : 'None',
    resyncProgressPercentage: null,
    resyncProcessedBytes: null,
    resyncTransferredBytes: null,
    resyncProgressHealth: 'None',
    resyncRequired: 'false',
    resyncState: 'None',
    agentUpgradeState: 'None',
    lastAgentUpgradeType: null,
    agentUpgradeJobId: null,
    agentUpgradeAttemptToVersion: null,
    protectedDisks: isList ? [] : disksOf(item, { share, context }),
    isLastUpgradeSuccessful: 'false',
    isAgentRegistrationSuccessfulAfterFailover: item.lastFailoverAt === null ? null : false,
    mobilityAgentDetails: agentDetails(now),
    lastAgentUpgradeErrorDetails: [],
    agentUpgradeBlockingErrorDetails: [alreadyLatest(item)],
    vmNics: isList ? [] : nicsOf(item),
    discoveredVmDetails: isList ? null : discoveredDetails(item),
  };
}

/** The agent is the newest, which the service tells as an error of its own. */
function alreadyLatest(item: SimItem): Body {
  return {
    errorCode: 'InMageRcmUpgradeBlockedAlreadyOnLatestVersion',
    errorMessage: `The Mobility agent on '${item.machine.name}' cannot be updated.`,
    possibleCauses: `The Mobility agent is on the latest version '${AGENT}'.`,
    recommendedAction: 'Nothing is needed: it is on the latest version.',
    errorMessageParameters: { vmName: item.machine.name, agentVersion: AGENT, latestVersion: null },
    errorTags: { category: 'ClientError' },
  };
}

export function agentDetails(now: number): Body {
  return {
    version: AGENT,
    latestVersion: null,
    latestAgentReleaseDate: null,
    driverVersion: AGENT,
    latestUpgradableVersionWithoutReboot: null,
    lastHeartbeatUtc: iso(now - 15_000),
    reasonsBlockingUpgrade: ['AlreadyOnLatestVersion'],
    isUpgradeable: 'false',
  };
}

interface DiskContext {
  readonly share: number;
  readonly context: DetailsContext;
}

function disksOf(item: SimItem, { share, context }: DiskContext): Body[] {
  const chosen = inputList(item.input, 'disksToInclude');
  // The disks learn of it a little after the machine.
  const isCopying = item.phase === 'initial-replication' || (item.phase === 'first-point' && context.now < item.phaseAt + DISKS_LAG_MS);
  return item.machine.disks.map((disk) => {
    const wanted = chosen.find((each) => each['diskId'] === disk.id) ?? chosen[0];
    const bytes = bytesOf(disk.sizeGiB);
    return {
      diskId: disk.id,
      diskName: disk.name,
      isOSDisk: String(disk.isOsDisk),
      capacityInBytes: bytes,
      logStorageAccountId: typeof wanted?.['logStorageAccountId'] === 'string' ? wanted['logStorageAccountId'] : '',
      diskEncryptionSetId: null,
      seedManagedDiskId: `/subscriptions/disks/${item.id}-${disk.id}-seed`,
      seedBlobUri: null,
      targetManagedDiskId: item.lastFailoverAt === null ? null : `/subscriptions/disks/${item.id}-${disk.id}`,
      targetBlobUri: null,
      diskType: typeof wanted?.['diskType'] === 'string' ? wanted['diskType'] : 'Standard_LRS',
      dataPendingInLogDataStoreInMB: 0,
      dataPendingAtSourceAgentInMB: 0.1,
      isInitialReplicationComplete: String(!isCopying && item.phase !== 'enabling'),
      ...(isCopying ? { irDetails: progressOf(item, { bytes, share, now: context.now }) } : {}),
    };
  });
}

/** Two formats of time, neither ISO: so the service writes them. */
export function progressOf(
  item: SimItem,
  { bytes, share, now }: { readonly bytes: number; readonly share: number; readonly now: number },
): Body {
  if (share < QUEUED_UNTIL)
    return {
      progressHealth: 'Queued',
      transferredBytes: 0,
      last15MinutesTransferredBytes: 0,
      lastDataTransferTimeUtc: null,
      processedBytes: 0,
      startTime: null,
      lastRefreshTime: null,
      progressPercentage: null,
    };
  const start = new Date(item.phaseAt);
  const refresh = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hour = refresh.getUTCHours();
  return {
    progressHealth: 'InProgress',
    processedBytes: Math.floor(bytes * share),
    transferredBytes: Math.floor(bytes * share * 0.6),
    last15MinutesTransferredBytes: Math.floor(bytes * 0.1),
    lastDataTransferTimeUtc: `${refresh.getUTCFullYear()}-${MONTHS[refresh.getUTCMonth()] ?? 'Jan'}-${two(refresh.getUTCDate())} ${two(hour)}:${two(refresh.getUTCMinutes())}:${two(refresh.getUTCSeconds())}.000000`,
    startTime: `${start.getUTCFullYear()}-${MONTHS[start.getUTCMonth()] ?? 'Jan'}-${two(start.getUTCDate())} ${two(start.getUTCHours())}:${two(start.getUTCMinutes())}:${two(start.getUTCSeconds())}`,
    lastRefreshTime: `${refresh.getUTCMonth() + 1}/${refresh.getUTCDate()}/${refresh.getUTCFullYear()} ${hour % 12 === 0 ? 12 : hour % 12}:${two(refresh.getUTCMinutes())}:${two(refresh.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`,
    progressPercentage: Math.min(STANDS_STILL_AT, Math.floor(share * 100)),
  };
}

function nicsOf(item: SimItem): Body[] {
  const wanted = inputList(item.settings, 'vmNics');
  return item.machine.macs.map((mac, index) => {
    const nic = wanted.find((each) => String(each['nicId']).toLowerCase() === mac.toLowerCase());
    const text = (name: string): string | null => (typeof nic?.[name] === 'string' ? nic[name] : null);
    return {
      nicId: mac,
      isPrimaryNic: text('isPrimaryNic') ?? String(index === 0),
      isSelectedForFailover: text('isSelectedForFailover') ?? 'true',
      sourceIPAddress: item.machine.addresses[index] ?? '',
      sourceIPAddressType: 'Static',
      sourceNetworkId: 'VM Network',
      sourceSubnetName: null,
      targetIPAddress: text('targetStaticIPAddress') ?? '',
      targetIPAddressType: text('targetStaticIPAddress') === null ? 'Dynamic' : 'Static',
      targetSubnetName: text('targetSubnetName') ?? inputText(item.input, 'targetSubnetName') ?? 'default',
      testSubnetName: text('testSubnetName'),
      testIPAddress: text('testStaticIPAddress'),
      testIPAddressType: 'Dynamic',
    };
  });
}

function discoveredDetails({ machine, phaseAt }: SimItem): Body {
  return {
    vCenterId: `${machine.sourceId.split('/machines/')[0] ?? ''}/vcenters/vcenter-1`,
    vCenterFqdn: '',
    datastores: ['datastore1'],
    ipAddresses: [...machine.addresses],
    vmwareToolsStatus: 'OK',
    powerStatus: 'ON',
    vmFqdn: machine.name,
    osName: machine.osName,
    createdTimestamp: iso(phaseAt),
    updatedTimestamp: iso(phaseAt),
    isDeleted: false,
    lastDiscoveryTimeInUtc: iso(phaseAt),
  };
}
