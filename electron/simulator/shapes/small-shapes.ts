import type { Body } from '../estate.ts';
import { HEARTBEAT, identity, type FabricKind } from './fabric-shapes.ts';

/** A container: a cloud, a site or an appliance's machines. */
export function containerShape(facts: {
  readonly name: string;
  readonly fabric: string;
  readonly kind: FabricKind;
  readonly isPaired: boolean;
  readonly items?: number;
}): Body {
  return {
    fabricFriendlyName: facts.fabric,
    friendlyName: facts.name,
    fabricType: facts.kind,
    protectedItemCount: facts.items ?? 0,
    pairingStatus: facts.isPaired ? 'Paired' : 'NotPaired',
    role: facts.isPaired ? 'Primary' : '',
    fabricSpecificDetails: null,
  };
}

/** The provider that connects a place with the vault. */
export function providerShape({
  name,
  fabric,
  kind,
  items = 0,
}: {
  readonly name: string;
  readonly fabric: string;
  readonly kind: FabricKind;
  readonly items?: number;
}): Body {
  return {
    fabricType: kind,
    friendlyName: name,
    providerVersion: '5.24.0901.1',
    serverVersion: '0.0',
    providerVersionState: 'Latest',
    providerVersionExpiryDate: '9999-12-31T23:59:59.9999999',
    fabricFriendlyName: fabric,
    lastHeartBeat: HEARTBEAT,
    connectionStatus: 'Connected',
    protectedItemCount: items,
    allowedScenarios: ['Refresh'],
    healthErrorDetails: [],
    draIdentifier: 'ps-01',
    machineId: 'ps-01',
    machineName: name,
    biosId: '42000000-0000-4000-8000-000000000001',
    authenticationIdentityDetails: identity(),
    resourceAccessIdentityDetails: identity(),
    dataPlaneAuthenticationIdentityDetails: identity(),
    providerVersionDetails: { version: '5.24.0901.1', expiryDate: '9999-12-31T23:59:59.9999999', status: 'Supported' },
  };
}

/** A network that a fabric knows; Virtual Machine Manager tells its subnets. */
export function networkShape({
  name,
  kind,
  subnets = [],
}: {
  readonly name: string;
  readonly kind: FabricKind;
  readonly subnets?: readonly string[];
}): Body {
  return {
    fabricType: kind,
    subnets: subnets.map((subnet) => ({ name: subnet, friendlyName: subnet, addressList: ['10.1.0.0/24'] })),
    friendlyName: name,
    networkType: 'NoIsolation',
  };
}

/** Fields that the service adds to what each provider's policy was given. */
export function policyShape(name: string, input: Body): Body {
  return { friendlyName: name, providerSpecificDetails: policyDetails(input) };
}

function policyDetails(input: Body): Body {
  const number = (key: string, fallback: number): unknown => input[key] ?? fallback;
  const points = {
    recoveryPointThresholdInMinutes: number('recoveryPointThresholdInMinutes', 0),
    recoveryPointHistory: number('recoveryPointHistory', 0),
  };
  const crash = { crashConsistentFrequencyInMinutes: number('crashConsistentFrequencyInMinutes', 5) };
  const app = { appConsistentFrequencyInMinutes: number('appConsistentFrequencyInMinutes', 0) };
  const sync = {
    multiVmSyncStatus: input['multiVmSyncStatus'] === 'Disable' || input['multiVmSyncStatus'] === 'Disabled' ? 'Disabled' : 'Enabled',
  };
  const counted = { status: false, associatedItemsCount: 0, dataSourceType: 'VM' };
  const instanceType = input['instanceType'];
  switch (instanceType) {
    case 'InMageRcm':
      return {
        instanceType,
        recoveryPointHistoryInMinutes: number('recoveryPointHistoryInMinutes', 1440),
        ...app,
        ...crash,
        enableMultiVmSync: input['enableMultiVmSync'] ?? 'true',
        ...counted,
      };
    case 'InMageRcmFailback':
      return { instanceType, ...app, ...crash, ...counted };
    case 'InMageAzureV2':
    case 'A2A':
      return { instanceType, ...points, ...app, ...sync, ...crash };
    case 'InMage':
      return { instanceType, ...points, ...app, ...sync };
    case 'HyperVReplicaAzure':
      return {
        instanceType,
        recoveryPointHistoryDurationInHours: number(
          'recoveryPointHistoryDuration',
          Number(input['recoveryPointHistoryDurationInHours'] ?? 24),
        ),
        applicationConsistentSnapshotFrequencyInHours: number('applicationConsistentSnapshotFrequencyInHours', 1),
        replicationInterval: number('replicationInterval', 300),
        // Only there when a time was given.
        ...(typeof input['onlineReplicationStartTime'] === 'string'
          ? { onlineReplicationStartTime: input['onlineReplicationStartTime'] }
          : {}),
        encryption: 'Disabled',
        activeStorageAccountId:
          (Array.isArray(input['storageAccounts']) ? (input['storageAccounts'][0] as unknown) : input['activeStorageAccountId']) ?? null,
      };
    case 'HyperVReplica2012':
    case 'HyperVReplica2012R2':
      return {
        instanceType,
        ...(instanceType === 'HyperVReplica2012R2' ? { replicationFrequencyInSeconds: number('replicationFrequencyInSeconds', 300) } : {}),
        recoveryPoints: number('recoveryPoints', 1),
        applicationConsistentSnapshotFrequencyInHours: number('applicationConsistentSnapshotFrequencyInHours', 0),
        compression: 'Disabled',
        initialReplicationMethod: 'OverNetwork',
        onlineReplicationStartTime: null,
        offlineReplicationImportPath: '',
        offlineReplicationExportPath: '',
        replicationPort: number('replicationPort', 8083),
        allowedAuthenticationType: number('allowedAuthenticationType', 1),
        replicaDeletionOption: 'SecondaryVMOnRecoveryCloud',
      };
    default:
      return input;
  }
}

/** What joins a container and a policy with the place that machines go to. */
export function mappingShape(facts: {
  readonly sourceFabric: string;
  readonly sourceContainer: string;
  readonly target: { readonly id: string; readonly container: string; readonly fabric: string };
  readonly policyId: string;
  readonly instanceType: string | null;
}): Body {
  return {
    targetProtectionContainerId: facts.target.id,
    targetProtectionContainerFriendlyName: facts.target.container,
    providerSpecificDetails: mappingDetails(facts.instanceType),
    health: 'Normal',
    healthErrorDetails: [],
    policyId: facts.policyId,
    state: 'Paired',
    sourceProtectionContainerFriendlyName: facts.sourceContainer,
    sourceFabricFriendlyName: facts.sourceFabric,
    targetFabricFriendlyName: facts.target.fabric,
    policyFriendlyName: facts.policyId.split('/').at(-1) ?? '',
  };
}

function mappingDetails(instanceType: string | null): Body | null {
  if (instanceType === 'InMageRcm') return { instanceType, enableAgentAutoUpgrade: 'true' };
  if (instanceType !== 'A2A') return null;
  return {
    instanceType,
    agentAutoUpdateStatus: 'Disabled',
    automationAccountAuthenticationType: 'RunAsAccount',
    automationAccountArmId: null,
    scheduleName: null,
    jobScheduleName: null,
  };
}

export function alertSettingShape(input: Body): Body {
  const addresses = input['customEmailAddresses'];
  return {
    sendToOwners: input['sendToOwners'] ?? 'DoNotSend',
    customEmailAddresses: Array.isArray(addresses) ? addresses : [],
    locale: input['locale'] ?? 'en-US',
  };
}

/** What joins two networks; the service gives the ids back in lower case. */
export function networkMappingShape(facts: {
  readonly fabric: string;
  readonly primaryId: string;
  readonly recoveryId: string;
  readonly recoveryFabricId: string;
  readonly recoveryFabric: string;
  readonly instanceType: string;
  readonly locations: { readonly primary: string; readonly recovery: string };
}): Body {
  const [primaryId, recoveryId] = [facts.primaryId.toLowerCase(), facts.recoveryId.toLowerCase()];
  return {
    state: 'Paired',
    primaryNetworkFriendlyName: primaryId.split('/').at(-1) ?? '',
    primaryNetworkId: primaryId,
    primaryFabricFriendlyName: facts.fabric,
    recoveryNetworkFriendlyName: recoveryId.split('/').at(-1) ?? '',
    recoveryNetworkId: recoveryId,
    recoveryFabricArmId: facts.recoveryFabricId,
    recoveryFabricFriendlyName: facts.recoveryFabric,
    fabricSpecificSettings:
      facts.instanceType === 'AzureToAzure'
        ? { instanceType: 'AzureToAzure', primaryFabricLocation: facts.locations.primary, recoveryFabricLocation: facts.locations.recovery }
        : { instanceType: facts.instanceType },
  };
}
