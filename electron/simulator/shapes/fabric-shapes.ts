import type { Body } from '../estate.ts';

/** Kinds of places that machines are replicated from or to, as the service names them. */
export type FabricKind = 'Azure' | 'HyperVSite' | 'VMM' | 'VMware' | 'InMageRcm';

export interface FabricFacts {
  readonly name: string;
  readonly friendlyName?: string;
  readonly kind: FabricKind;
  readonly internalId: string;
  /** Azure region of an Azure fabric. */
  readonly location?: string;
  /** ARM id under which the discovery sites of an appliance stand. */
  readonly siteBase?: string;
  readonly siteName?: string;
  readonly serverNames?: readonly string[];
  /** Containers that stand in it; an Azure fabric names them. */
  readonly containerIds?: readonly string[];
  readonly vCenterIds?: readonly string[];
  readonly healthErrors?: readonly Body[];
  /** A VMM server with a certificate of its own for encryption. */
  readonly isEncrypted?: boolean;
  readonly health?: string;
  readonly runAsAccounts?: number;
  readonly processServerErrors?: readonly (readonly Body[])[];
  /** What each master target reports. */
  readonly masterTargets?: readonly MasterTargetFacts[];
  /** Reported before Azure had zones. */
  readonly isOlder?: boolean;
}

export interface MasterTargetFacts {
  readonly stores: number;
  /** Retention volumes, and whether each has a threshold. */
  readonly volumes: readonly boolean[];
  readonly knowsSystem: boolean;
  readonly healthErrors: readonly Body[];
  readonly validationErrors: readonly Body[];
}

/** Stands for “a moment ago”: whoever shows it puts in the time. */
export const HEARTBEAT = '2026-01-01T00:00:00.1234567Z';
const FOR_EVER = '9999-12-31T23:59:59.9999999';

/** A fabric as a single read shows it. SOURCE: recordings of 2017 and 2023 and the description of 2023-06-01. */
export function fabricShape(facts: FabricFacts): Body {
  const none = { kekState: 'None', kekCertThumbprint: null };
  return {
    friendlyName: facts.friendlyName ?? facts.name,
    encryptionDetails:
      facts.isEncrypted === true
        ? { kekState: 'Enabled', kekCertThumbprint: '00'.repeat(20), kekCertExpiryDate: '2030-01-01T00:00:00Z' }
        : none,
    rolloverEncryptionDetails: none,
    internalIdentifier: facts.internalId,
    bcdrState: 'Valid',
    customDetails: detailsOf(facts),
    healthErrorDetails: [...(facts.healthErrors ?? [])],
    health: facts.health ?? 'Normal',
  };
}

function detailsOf(facts: FabricFacts): Body {
  const servers = facts.serverNames ?? ['server-01'];
  switch (facts.kind) {
    case 'Azure':
      return facts.isOlder === true
        ? { instanceType: 'Azure', location: facts.location ?? 'westeurope', containerIds: null }
        : { instanceType: 'Azure', location: facts.location ?? 'westeurope', containerIds: [...(facts.containerIds ?? [])], zones: [] };
    case 'HyperVSite':
      return {
        instanceType: 'HyperVSite',
        hyperVHosts: servers.map((name) => ({ id: name.toLowerCase(), name, marsAgentVersion: '2.0.9259.0' })),
      };
    case 'VMM':
      return { instanceType: 'VMM' };
    case 'VMware':
      return configurationServer(facts, servers);
    case 'InMageRcm':
      return appliance(facts, servers);
    default:
      return facts.kind satisfies never;
  }
}

/** A classic configuration server: numbers are often texts here. */
function configurationServer(facts: FabricFacts, servers: readonly string[]): Body {
  const { name, friendlyName = name } = facts;
  const masters =
    facts.masterTargets ?? servers.map(() => ({ stores: 1, volumes: [false], knowsSystem: true, healthErrors: [], validationErrors: [] }));
  const load = {
    systemLoad: '0',
    systemLoadStatus: 'Green',
    cpuLoad: '1%',
    cpuLoadStatus: 'Green',
    totalMemoryInBytes: 17_179_869_184,
    availableMemoryInBytes: 8_589_934_592,
    memoryUsageStatus: 'Green',
    totalSpaceInBytes: 640_000_000_000,
    availableSpaceInBytes: 512_000_000_000,
    spaceUsageStatus: 'Green',
  };
  const version = { agentVersion: '9.55.0.0', agentExpiryDate: FOR_EVER, versionStatus: 'Supported' };
  const certificate = { sslCertExpiryDate: '2030-01-01T00:00:00Z', sslCertExpiryRemainingDays: 900 };
  return {
    instanceType: 'VMware',
    processServers: servers.map((server, index) => ({
      friendlyName: server,
      id: serverId(index),
      ipAddress: `10.0.0.${index + 2}`,
      osType: 'Windows',
      lastHeartbeat: HEARTBEAT,
      mobilityServiceUpdates: ['Windows', 'Linux'].map((osType) => ({ version: '9.55.0.0', rebootStatus: 'NotRequired', osType })),
      hostId: serverId(index),
      machineCount: '0',
      replicationPairCount: '0',
      psServiceStatus: 'Running',
      osVersion: null,
      healthErrors: [...(facts.processServerErrors?.[index] ?? [])],
      ...version,
      ...load,
      ...certificate,
    })),
    masterTargetServers: masters.map((master, index) => ({
      id: serverId(index),
      ipAddress: `10.0.0.${index + 2}`,
      name: servers[index] ?? `master-${index + 1}`,
      osType: 'Windows',
      lastHeartbeat: HEARTBEAT,
      retentionVolumes: master.volumes.map((hasThreshold) => ({
        volumeName: 'R',
        capacityInBytes: 107_374_182_400,
        freeSpaceInBytes: 96_636_764_160,
        thresholdPercentage: hasThreshold ? 80 : null,
      })),
      dataStores: Array.from({ length: master.stores }, (_, store) => ({
        symbolicName: `datastore${store + 1}`,
        uuid: `54db88ef-5471af87-852f-${String(store + 1).padStart(12, '0')}`,
        capacity: '2047.75',
        freeSpace: '1024.5',
        type: 'VMFS',
      })),
      validationErrors: [...master.validationErrors],
      healthErrors: [...master.healthErrors],
      diskCount: 2,
      osVersion: master.knowsSystem ? 'Microsoft Windows Server 2019 Standard' : null,
      marsAgentVersion: null,
      marsAgentExpiryDate: FOR_EVER,
      ...version,
    })),
    runAsAccounts: Array.from({ length: facts.runAsAccounts ?? 1 }, (_, index) => ({
      accountId: String(index + 1),
      accountName: index === 0 ? 'push' : `push-${index + 1}`,
    })),
    replicationPairCount: '0',
    processServerCount: String(servers.length),
    agentCount: '0',
    protectedServers: '0',
    webLoad: '0',
    webLoadStatus: 'Green',
    databaseServerLoad: '0.5',
    databaseServerLoadStatus: 'Green',
    csServiceStatus: 'Running',
    ipAddress: '10.0.0.2',
    hostName: friendlyName,
    lastHeartbeat: HEARTBEAT,
    psTemplateVersion: '202401.01.00',
    ...version,
    ...load,
    ...certificate,
  };
}

function serverId(index: number): string {
  return index === 0 ? 'ps-01' : `ps-${String(index + 1).padStart(2, '0')}`;
}

/** The modernized appliance: every part of it reports by itself. */
function appliance({ siteBase = '', siteName = 'site', vCenterIds = [] }: FabricFacts, servers: readonly string[]): Body {
  const part = (more: Body): Body[] =>
    servers.map((name, index) => ({
      id: serverId(index),
      name,
      biosId: `42000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      fabricObjectId: `${siteBase}/VMwareSites/${siteName}/machines/appliance-${index + 1}`,
      fqdn: name,
      version: '9.55.6765.1',
      lastHeartbeatUtc: HEARTBEAT,
      health: 'Normal',
      healthErrors: [],
      ...more,
    }));
  return {
    instanceType: 'InMageRcm',
    vmwareSiteId: `${siteBase}/VMwareSites/${siteName}`,
    physicalSiteId: `${siteBase}/ServerSites/${siteName}`,
    serviceEndpoint: 'https://srs.simulated.invalid',
    serviceResourceId: '8238764630195140046',
    serviceContainerId: '5269262064710',
    dataPlaneUri: 'https://data.simulated.invalid',
    controlPlaneUri: 'https://control.simulated.invalid',
    sourceAgentIdentityDetails: identity(),
    processServers: part({
      ipAddresses: ['10.0.0.2'],
      totalMemoryInBytes: 34_359_738_368,
      availableMemoryInBytes: 30_064_771_072,
      usedMemoryInBytes: 4_294_967_296,
      memoryUsagePercentage: 12.5,
      totalSpaceInBytes: 640_000_000_000,
      availableSpaceInBytes: 630_000_000_000,
      usedSpaceInBytes: 10_000_000_000,
      freeSpacePercentage: 98.4,
      throughputUploadPendingDataInBytes: 0,
      throughputInBytes: 0,
      processorUsagePercentage: 1,
      throughputStatus: 'Healthy',
      systemLoad: 0,
      systemLoadStatus: 'Healthy',
      diskUsageStatus: 'Healthy',
      memoryUsageStatus: 'Healthy',
      processorUsageStatus: 'Healthy',
      historicHealth: 'Normal',
    }),
    rcmProxies: part({ clientAuthenticationType: 'Certificate' }),
    pushInstallers: part({}),
    replicationAgents: part({}),
    reprotectAgents: part({
      accessibleDatastores: ['datastore1'],
      vcenterId: vCenterIds[0] ?? `${siteBase}/VMwareSites/${siteName}/vcenters/vcenter-1`,
      lastDiscoveryInUtc: HEARTBEAT,
    }),
    marsAgents: part({}),
    // The replication provider has no machine of its own.
    dras: part({}).map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'fabricObjectId' && key !== 'fqdn'))),
    agentDetails: [],
  };
}

export function identity(): Body {
  return {
    tenantId: '54000000-0000-4000-8000-000000000001',
    applicationId: '54000000-0000-4000-8000-000000000002',
    objectId: '54000000-0000-4000-8000-000000000003',
    audience: 'api://simulated/agentauth',
    aadAuthority: 'https://login.microsoftonline.com/54000000-0000-4000-8000-000000000001',
  };
}

/** A list shows less: the parts of an appliance are empty, and its identity is null. */
export function fabricInList(properties: Body): Body {
  const details = properties['customDetails'] as Body | undefined;
  if (details?.['instanceType'] !== 'InMageRcm') return properties;
  const poorer = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? [] : value]));
  return { ...properties, customDetails: { ...poorer, sourceAgentIdentityDetails: null } };
}

/** An error that a fabric reports, of the fabric itself or of one of its parts. */
export function fabricErrorShape(code: string, isOfFabric: boolean): Body {
  return {
    errorSource: isOfFabric ? 'FabricHealthErrorOnPrimary' : null,
    errorType: null,
    errorLevel: 'Error',
    errorCode: code,
    summaryMessage: isOfFabric ? null : '',
    errorMessage: 'A part of it does not report.',
    possibleCauses: 'The service is not running.',
    recommendedAction: 'Check the service.',
    creationTimeUtc: '2026-01-01T00:00:00.1234567Z',
    recoveryProviderErrorMessage: null,
    entityId: '',
  };
}
