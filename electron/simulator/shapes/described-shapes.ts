import type { Body } from '../estate.ts';
import { iso } from '../vault-id.ts';

/** Kinds of which only the published description and its examples tell. SOURCE: description of 2023-06-01. */

const PARTS = ['processServer', 'rcmProxy', 'pushInstaller', 'replicationAgent', 'reprotectAgent', 'marsAgent', 'dra'] as const;
const LIST_OF: Readonly<Record<(typeof PARTS)[number], string>> = {
  processServer: 'processServers',
  rcmProxy: 'rcmProxies',
  pushInstaller: 'pushInstallers',
  replicationAgent: 'replicationAgents',
  reprotectAgent: 'reprotectAgents',
  marsAgent: 'marsAgents',
  dra: 'dras',
};

/** The appliances of a vault: the parts that the fabric lists kind by kind, put together by appliance. */
export function applianceShape(fabricId: string, fabric: Body): Body {
  const details = fabric['customDetails'] as Body;
  const parts = (key: string): Body[] => (Array.isArray(details[key]) ? (details[key] as Body[]) : []);
  const appliances = parts('processServers').map((server, index) => ({
    id: server['id'],
    name: server['name'],
    fabricArmId: fabricId,
    ...Object.fromEntries(PARTS.map((key) => [key, parts(LIST_OF[key])[index] ?? null])),
    switchProviderBlockingErrorDetails: [],
  }));
  return { providerSpecificDetails: { instanceType: 'InMageRcm', appliances } };
}

export function vCenterShape({ name, fabric, input }: { readonly name: string; readonly fabric: string; readonly input: Body }): Body {
  return {
    friendlyName: input['friendlyName'] ?? name,
    internalId: `vcenter-${name}`,
    lastHeartbeat: '2026-01-01T00:00:00.1234567Z',
    discoveryStatus: 'Completed',
    processServerId: input['processServerId'] ?? '',
    ipAddress: input['ipAddress'] ?? '',
    infrastructureId: `vcenter-${name}`,
    port: input['port'] ?? '443',
    runAsAccountId: input['runAsAccountId'] ?? '',
    fabricArmResourceName: fabric,
    healthErrors: [],
  };
}

/** What somebody asked to have protected. SOURCE: a recorded intent of 2021, Azure/azure-sdk-for-net. */
export function intentShape(facts: {
  readonly name: string;
  readonly jobId: string;
  readonly jobState: string;
  readonly at: number;
  readonly input: Body;
}): Body {
  const { input } = facts;
  const given = (key: string): unknown => input[key] ?? null;
  return {
    friendlyName: facts.name,
    jobId: facts.jobId,
    jobState: facts.jobState,
    isActive: true,
    // As people write it in America, without a zone.
    creationTimeUTC: new Date(facts.at).toLocaleString('en-US', { timeZone: 'UTC' }).replace(',', '').replace('\u202F', ' '),
    providerSpecificDetails: {
      instanceType: input['instanceType'] ?? 'A2A',
      fabricObjectId: given('fabricObjectId'),
      primaryLocation: given('primaryLocation'),
      recoveryLocation: given('recoveryLocation'),
      recoverySubscriptionId: given('recoverySubscriptionId'),
      vmDisks: given('vmDisks'),
      vmManagedDisks: given('vmManagedDisks'),
      recoveryResourceGroupId: given('recoveryResourceGroupId'),
      protectionProfile: input['protectionProfileCustomInput'] ?? given('protectionProfile'),
      primaryStagingStorageAccount: input['primaryStagingStorageAccountCustomInput'] ?? given('primaryStagingStorageAccount'),
      recoveryAvailabilitySet: input['recoveryAvailabilitySetCustomInput'] ?? given('recoveryAvailabilitySet'),
      recoveryVirtualNetwork: input['recoveryVirtualNetworkCustomInput'] ?? given('recoveryVirtualNetwork'),
      recoveryProximityPlacementGroup: input['recoveryProximityPlacementGroupCustomInput'] ?? given('recoveryProximityPlacementGroup'),
      autoProtectionOfDataDisk: given('autoProtectionOfDataDisk'),
      multiVmGroupName: given('multiVmGroupName'),
      multiVmGroupId: given('multiVmGroupId'),
      recoveryBootDiagStorageAccount: given('recoveryBootDiagStorageAccount'),
      diskEncryptionInfo: given('diskEncryptionInfo'),
      recoveryAvailabilityZone: given('recoveryAvailabilityZone'),
      recoveryAvailabilityType: input['recoveryAvailabilityType'] ?? 'Single',
    },
  };
}

/** A machine of Azure Migrate (VMwareCbt), replicated without an agent. */
export function migrationItemShape(facts: {
  readonly name: string;
  readonly vaultId: string;
  readonly policyId: string;
  readonly input: Body;
}): Body {
  const { name, input } = facts;
  const text = (key: string): string => (typeof input[key] === 'string' ? input[key] : '');
  const machineId = text('vmwareMachineId') === '' ? name : text('vmwareMachineId');
  return {
    machineName: text('targetVmName') === '' ? name : text('targetVmName'),
    policyId: facts.policyId,
    policyFriendlyName: facts.policyId.split('/').at(-1) ?? '',
    replicationStatus: 'Normal',
    ...migrationState('Replicating'),
    testMigrateState: 'None',
    testMigrateStateDescription: 'None',
    health: 'Normal',
    healthErrors: [],
    currentJob: { jobName: 'None', jobId: `${facts.vaultId}/replicationJobs/None`, startTime: '1753-01-01T01:01:01Z' },
    criticalJobHistory: [],
    eventCorrelationId: machineId,
    providerSpecificDetails: {
      instanceType: 'VMwareCbt',
      vmwareMachineId: machineId,
      osType: 'Windows',
      firmwareType: 'BIOS',
      targetGeneration: 'V1',
      licenseType: input['licenseType'] ?? 'NoLicenseType',
      targetVmName: text('targetVmName'),
      targetVmSize: text('targetVmSize'),
      targetResourceGroupId: text('targetResourceGroupId'),
      targetNetworkId: text('targetNetworkId'),
      testNetworkId: text('testNetworkId'),
      protectedDisks: disksOf(input),
      vmNics: [],
      lastRecoveryPointReceived: '2026-01-01T00:00:00Z',
      resyncRequired: 'false',
      performAutoResync: 'true',
    },
  };
}

function disksOf(input: Body): Body[] {
  const disks = Array.isArray(input['disksToInclude']) ? (input['disksToInclude'] as Body[]) : [];
  return disks.map((disk, index) => ({
    diskId: disk['diskId'] ?? `disk-${index}`,
    diskName: `disk-${index}`,
    diskType: disk['diskType'] ?? 'Standard_LRS',
    isOSDisk: disk['isOSDisk'] ?? (index === 0 ? 'true' : 'false'),
    capacityInBytes: 42_949_672_960,
    logStorageAccountId: disk['logStorageAccountId'] ?? '',
  }));
}

const STATES: Readonly<Record<string, readonly [words: string, operations: readonly string[]]>> = {
  Replicating: ['Ready to migrate', ['DisableMigration', 'TestMigrate', 'Migrate', 'StartResync', 'PauseReplication']],
  ProtectionSuspended: ['Replication paused', ['DisableMigration', 'ResumeReplication']],
  MigrationSucceeded: ['Migration succeeded', ['DisableMigration']],
};

function migrationState(state: string): Body {
  const [words, operations] = STATES[state] ?? [state, []];
  return { migrationState: state, migrationStateDescription: words, allowedOperations: [...operations] };
}

/** What an operation of a migration item changes of its properties; `{}`: nothing that stays. */
export function migrationChange(verb: string, now: number): Body {
  switch (verb) {
    case 'testmigrate':
      return {
        testMigrateState: 'TestMigrationSucceeded',
        testMigrateStateDescription: 'Test migration succeeded',
        lastTestMigrationTime: iso(now),
        lastTestMigrationStatus: 'Succeeded',
        allowedOperations: ['TestMigrateCleanup'],
      };
    case 'testmigratecleanup':
      return { testMigrateState: 'None', testMigrateStateDescription: 'None', ...migrationState('Replicating') };
    case 'migrate':
      return { ...migrationState('MigrationSucceeded'), lastMigrationTime: iso(now), lastMigrationStatus: 'Succeeded' };
    case 'pausereplication':
      return migrationState('ProtectionSuspended');
    case 'resumereplication':
      return migrationState('Replicating');
    default:
      return {};
  }
}
