import { itemAddress } from './arm-ids.ts';
import type { HealthRow, ItemRow } from './azure-state.ts';
import { bag, bags, booleanIn, numberIn, textIn, type Bag } from './bag.ts';
import { cleanText } from './clean-text.ts';
import type { HealthError, ProtectedItem } from './protected-item.ts';
import { instantOf } from './read-answers.ts';

/** A protected item as it is kept. `detailsAt`: when the item itself was read, `null` for an entry of the list. */
export function itemRow(item: ProtectedItem, detailsAt: string | null): ItemRow {
  const properties = bag(item.raw['properties']);
  const details = bag(properties['providerSpecificDetails']);
  const address = itemAddress(item.id);
  return {
    id: item.id,
    name: item.name,
    friendlyName: item.friendlyName,
    provider: item.instanceType,
    fabric: address?.fabric ?? null,
    container: address?.container ?? null,
    state: item.protectionState,
    stateWords: clean(item.protectionStateWords),
    activeLocation: item.activeLocation,
    testFailoverState: item.testFailoverState,
    allowedOperations: [...item.allowedOperations],
    running: item.running === null ? null : { ...item.running },
    replicationHealth: item.replicationHealth,
    failoverHealth: item.failoverHealth,
    health: item.healthErrors.map(healthRow),
    policyName: textIn(properties, 'policyFriendlyName'),
    protectableItemId: item.protectableItemId,
    lastTestFailoverAt: item.lastTestFailoverAt,
    lastFailoverAt: item.lastFailoverAt,
    percent: item.progress.percent,
    rpoSeconds: item.progress.rpoSeconds,
    rpoAt: item.progress.rpoCalculatedAt,
    lastPointAt: instantOf(details['lastRecoveryPointReceived']),
    ...sourceOf(item, details),
    ...targetOf(details),
    ...agentOf(details),
    resyncRequired: resyncOf(details),
    disks: disksOf(details),
    unprotectedDiskCount: Array.isArray(details['unprotectedDisks']) ? details['unprotectedDisks'].length : null,
    points: null,
    pointsAt: null,
    testVmName: textIn(details, 'tfoAzureVMName'),
    switchState: textIn(properties, 'switchProviderState'),
    switchErrors: bags(details['switchProviderBlockingErrorDetails']).length,
    detailsAt,
    fingerprint: fingerprintOf(item),
  };
}

function clean(words: string | null): string | null {
  return words === null ? null : cleanText(words);
}

export function healthRow(error: HealthError): HealthRow {
  return {
    code: error.code,
    level: error.level,
    category: error.category,
    message: clean(error.message ?? error.summary),
    causes: clean(error.possibleCauses),
    action: clean(error.recommendedAction),
    at: error.at,
  };
}

/** What changes when anything happened to the item; RPO and heartbeats change always and say nothing. */
function fingerprintOf(item: ProtectedItem): string {
  const { protectionState, testFailoverState, activeLocation, allowedOperations, running, replicationHealth, failoverHealth } = item;
  const codes = item.healthErrors.map((error) => error.code ?? '').toSorted();
  const moments = [item.lastTestFailoverAt, item.lastFailoverAt, item.policyId];
  return JSON.stringify([
    [protectionState, testFailoverState, activeLocation, replicationHealth, failoverHealth],
    [...allowedOperations].toSorted(),
    running?.jobId ?? null,
    codes,
    moments,
  ]);
}

function sourceOf({ protectableItemId, friendlyName }: ProtectedItem, details: Bag): Pick<ItemRow, 'sourceIds' | 'addresses'> {
  const discovered = bag(details['discoveredVmDetails']);
  const ids = [
    'fabricDiscoveryMachineId',
    'fabricObjectId',
    'internalIdentifier',
    'vmId',
    'biosId',
    'infrastructureVmId',
    'managementId',
  ].map((name) => textIn(details, name));
  const addresses = [
    ...bags(details['vmNics']).flatMap((nic) => [
      textIn(nic, 'sourceIPAddress', 'primaryNicStaticIPAddress'),
      ...bags(nic['ipConfigs']).map((config) => textIn(config, 'staticIPAddress')),
    ]),
    textIn(details, 'ipAddress'),
    textIn(discovered, 'ipAddress'),
  ];
  return {
    sourceIds: idsOf([...ids, protectableItemId]),
    addresses: [...new Set(addresses.filter((each) => each !== null))].filter((each) => each !== friendlyName),
  };
}

/** An id and its last part, in lower case: the inventory knows only the last. */
export function idsOf(ids: readonly (string | null)[]): string[] {
  const all = ids.flatMap((id) => (id === null ? [] : [id.toLowerCase(), id.toLowerCase().split('/').at(-1) ?? '']));
  return [...new Set(all)].filter((id) => id !== '');
}

function targetOf(details: Bag) {
  const nics = bags(details['vmNics']);
  const addresses = nics.flatMap((nic) => [
    textIn(nic, 'targetIPAddress', 'replicaNicStaticIPAddress'),
    ...bags(nic['ipConfigs']).map((config) => textIn(config, 'recoveryStaticIPAddress')),
  ]);
  return {
    targetName: textIn(details, 'targetVmName', 'recoveryAzureVMName', 'recoveryAzureVmName'),
    targetSize: textIn(details, 'targetVmSize', 'recoveryAzureVMSize'),
    targetGroupId: textIn(details, 'targetResourceGroupId', 'recoveryAzureResourceGroupId'),
    targetNetworkId: textIn(details, 'targetNetworkId', 'selectedRecoveryAzureNetworkId'),
    testNetworkId: textIn(details, 'testNetworkId', 'selectedTfoAzureNetworkId'),
    targetAddresses: addresses.filter((each) => each !== null),
    licence: textIn(details, 'licenseType'),
  };
}

function agentOf(details: Bag): Pick<ItemRow, 'agentVersion' | 'agentExpiresAt' | 'agentUpdate'> {
  const mobility = bag(details['mobilityAgentDetails']);
  return {
    agentVersion: textIn(mobility, 'version') ?? textIn(details, 'agentVersion'),
    agentExpiresAt: instantOf(mobility['agentVersionExpiryDate'] ?? details['agentExpiryDate']),
    agentUpdate: booleanIn(mobility, 'isUpgradeable') ?? booleanIn(details, 'isAgentUpdateRequired', 'isReplicationAgentUpdateRequired'),
  };
}

function diskListOf(details: Bag): readonly Bag[] | null {
  for (const name of ['protectedDisks', 'protectedManagedDisks', 'azureVmDiskDetails'])
    if (Array.isArray(details[name]) && (details[name] as unknown[]).length > 0) return bags(details[name]);
  return null;
}

function resyncOf(details: Bag): boolean | null {
  const values = [booleanIn(details, 'resyncRequired'), ...(diskListOf(details) ?? []).map((disk) => booleanIn(disk, 'resyncRequired'))];
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.includes(true);
}

function disksOf(details: Bag): ItemRow['disks'] {
  const disks = diskListOf(details);
  if (disks === null) return null;
  return disks.map((disk) => {
    const pending = ['dataPendingAtSourceAgentInMB', 'dataPendingInLogDataStoreInMB', 'dataPendingInStagingStorageAccountInMB'].map(
      (name) => numberIn(disk, name),
    );
    const known = pending.filter((each) => each !== null);
    const state = textIn(disk, 'diskState');
    return {
      id: textIn(disk, 'diskId', 'vhdId', 'diskName') ?? '',
      isReplicated: booleanIn(disk, 'isInitialReplicationComplete') ?? (state === null ? null : state === 'Protected'),
      pendingMb: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
    };
  });
}
