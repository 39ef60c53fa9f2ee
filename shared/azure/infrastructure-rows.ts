import { idParts, lastPart, vaultAddress } from './arm-ids.ts';
import type { AzureHead, ComponentRow, EventRow, FabricRow, JobRow, ProtectableRow, VaultRow } from './azure-state.ts';
import { bag, bags, numberIn, textIn, textsIn, type Bag } from './bag.ts';
import { cleanText } from './clean-text.ts';
import { healthRow, idsOf } from './item-row.ts';
import type { AzureJob } from './protected-item.ts';
import { instantOf, readHealthError } from './read-answers.ts';

/** Answers of the service as the rows that are kept; see `azure-state.ts`. */
function idOf(answer: Bag): { readonly id: string; readonly name: string } {
  const id = textIn(answer, 'id') ?? '';
  return { id, name: textIn(answer, 'name') ?? lastPart(id) };
}

function named(answer: Bag): { readonly id: string; readonly name: string } {
  const { id, name } = idOf(answer);
  return { id, name: textIn(bag(answer['properties']), 'friendlyName') ?? name };
}

export function vaultRow(answer: Bag): VaultRow {
  const { id, name } = idOf(answer);
  const address = vaultAddress(id);
  return {
    id,
    name,
    resourceGroup: address?.resourceGroup ?? '',
    subscriptionId: address?.subscriptionId ?? '',
    location: textIn(answer, 'location'),
    provisioningState: textIn(bag(answer['properties']), 'provisioningState'),
    identityId: textIn(bag(answer['identity']), 'principalId'),
    tagKeys: Object.keys(bag(answer['tags'])),
  };
}

const COMPONENTS: Readonly<Record<string, string>> = {
  processServers: 'Process server',
  rcmProxies: 'Proxy',
  pushInstallers: 'Push installer',
  replicationAgents: 'Replication agent',
  reprotectAgents: 'Reprotect agent',
  marsAgents: 'Recovery Services agent',
  dras: 'Site Recovery provider',
  masterTargetServers: 'Master target',
  hyperVHosts: 'Hyper-V host',
};

function componentsIn(details: Bag): ComponentRow[] {
  return Object.entries(COMPONENTS).flatMap(([key, kind]) =>
    bags(details[key]).map((server) => ({
      kind,
      name: textIn(server, 'name', 'friendlyName', 'id') ?? kind,
      health: textIn(server, 'health'),
      version: textIn(server, 'version', 'agentVersion', 'marsAgentVersion'),
      heartbeatAt: instantOf(server['lastHeartbeatUtc'] ?? server['lastHeartbeat'] ?? server['lastHeartbeatReceivedOn']),
      problems: bags(server['healthErrors']).flatMap((error) => textIn(error, 'errorMessage', 'summaryMessage') ?? []),
      strains: strainsOf(server),
      itemCount: numberIn(server, 'protectedItemCount'),
    })),
  );
}

/** Each measure of a server has a status of its own: `Healthy` here, `Green` on a classic one. */
function strainsOf(server: Bag): string[] {
  return MEASURES.flatMap((name) => {
    const status = textIn(server, name);
    return status === null || /^(healthy|green|none|supported|running)$/i.test(status) ? [] : [`${name} ${status}`];
  });
}

const MEASURES = [
  'throughputStatus',
  'systemLoadStatus',
  'diskUsageStatus',
  'memoryUsageStatus',
  'processorUsageStatus',
  'cpuLoadStatus',
  'spaceUsageStatus',
  'psServiceStatus',
  'versionStatus',
];

export function fabricRow(answer: Bag, isPartial = false): FabricRow {
  const properties = bag(answer['properties']);
  const details = bag(properties['customDetails']);
  return {
    ...named(answer),
    kind: textIn(details, 'instanceType'),
    health: textIn(properties, 'health'),
    problems: bags(properties['healthErrorDetails']).map((error) => healthRow(readHealthError(error))),
    components: componentsIn(details),
    agents: bags(details['agentDetails']).map((agent) => ({ name: textIn(agent, 'fqdn', 'machineId'), biosId: textIn(agent, 'biosId') })),
    vmwareSiteId: textIn(details, 'vmwareSiteId'),
    physicalSiteId: textIn(details, 'physicalSiteId'),
    location: textIn(details, 'location'),
    isPartial,
  };
}

export function applianceRow(answer: Bag): AzureHead['appliances'][number] {
  const properties = bag(answer['properties']);
  const details = bag(properties['providerSpecificDetails']);
  const components = bags(details['appliances']).flatMap((each) =>
    ['processServer', 'rcmProxy', 'pushInstaller', 'replicationAgent', 'reprotectAgent', 'marsAgent', 'dra'].flatMap((key) => {
      const server = bag(each[key]);
      if (Object.keys(server).length === 0) return [];
      return componentsIn({ [`${key === 'rcmProxy' ? 'rcmProxie' : key}s`]: [server] });
    }),
  );
  return { name: idOf(answer).name || 'Appliance', health: textIn(properties, 'health'), components };
}

function segment(id: string, word: string): string | null {
  return idParts(id).get(word) ?? null;
}

export const rowsOf = {
  provider: (answer: Bag): AzureHead['providers'][number] => {
    const properties = bag(answer['properties']);
    return {
      ...named(answer),
      fabric: textIn(properties, 'fabricFriendlyName'),
      connection: textIn(properties, 'connectionStatus'),
      version: textIn(properties, 'providerVersion'),
      expiresAt: instantOf(properties['providerVersionExpiryDate']),
      heartbeatAt: instantOf(properties['lastHeartBeat']),
      problems: bags(properties['healthErrorDetails']).map((error) => healthRow(readHealthError(error))),
    };
  },
  container: (answer: Bag): AzureHead['containers'][number] => {
    const properties = bag(answer['properties']);
    return {
      ...named(answer),
      fabric: segment(textIn(answer, 'id') ?? '', 'replicationfabrics'),
      kind: textIn(properties, 'fabricType'),
      pairing: textIn(properties, 'pairingStatus'),
      itemCount: numberIn(properties, 'protectedItemCount'),
    };
  },
  mapping: (answer: Bag): AzureHead['mappings'][number] => {
    const properties = bag(answer['properties']);
    return {
      ...idOf(answer),
      state: textIn(properties, 'state'),
      health: textIn(properties, 'health'),
      policyName: textIn(properties, 'policyFriendlyName'),
      source: textIn(properties, 'sourceProtectionContainerFriendlyName'),
      target: textIn(properties, 'targetProtectionContainerFriendlyName'),
    };
  },
  policy: (answer: Bag): AzureHead['policies'][number] => {
    const details = bag(bag(answer['properties'])['providerSpecificDetails']);
    const values = POLICY_FIELDS.flatMap((name) => {
      const value = textIn(details, name);
      return value === null ? [] : [[name, value] as const];
    });
    return { ...named(answer), kind: textIn(details, 'instanceType'), values: Object.fromEntries(values) };
  },
  network: (answer: Bag): AzureHead['networks'][number] => ({
    ...named(answer),
    fabric: segment(textIn(answer, 'id') ?? '', 'replicationfabrics'),
  }),
  networkMapping: (answer: Bag): AzureHead['networkMappings'][number] => {
    const properties = bag(answer['properties']);
    return {
      ...idOf(answer),
      state: textIn(properties, 'state'),
      source: textIn(properties, 'primaryNetworkFriendlyName', 'primaryNetworkId'),
      targetId: textIn(properties, 'recoveryNetworkId'),
    };
  },
  plan: (answer: Bag): AzureHead['plans'][number] => {
    const properties = bag(answer['properties']);
    const items = bags(properties['groups']).flatMap((group) => bags(group['replicationProtectedItems']));
    return {
      ...named(answer),
      allowedOperations: textsIn(properties, 'allowedOperations'),
      itemIds: items.flatMap((item) => textIn(item, 'id') ?? []),
      lastTestAt: instantOf(properties['lastTestFailoverTime']),
    };
  },
  alert: (answer: Bag): AzureHead['alerts'][number] => {
    const properties = bag(answer['properties']);
    return {
      name: idOf(answer).name,
      toOwners: textIn(properties, 'sendToOwners'),
      addressCount: textsIn(properties, 'customEmailAddresses').length,
    };
  },
} as const;

const POLICY_FIELDS = [
  'recoveryPointHistoryInMinutes',
  'recoveryPointHistory',
  'recoveryPointHistoryDurationInHours',
  'appConsistentFrequencyInMinutes',
  'applicationConsistentSnapshotFrequencyInHours',
  'crashConsistentFrequencyInMinutes',
  'recoveryPointThresholdInMinutes',
  'replicationInterval',
  'enableMultiVmSync',
  'multiVmSyncStatus',
];

const PROTECTABLE_FACTS = [
  'generation',
  'hasPhysicalDisk',
  'hasFibreChannelAdapter',
  'hasSharedVhd',
  'osType',
  'poweredOn',
  'discoveryType',
];

export function protectableRow(answer: Bag): ProtectableRow {
  const properties = bag(answer['properties']);
  const details = bag(properties['customDetails']);
  const facts = PROTECTABLE_FACTS.flatMap((name) => {
    const value = textIn(details, name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    ...named(answer),
    status: textIn(properties, 'protectionStatus'),
    biosId: textIn(details, 'biosId'),
    sourceIds: idsOf([textIn(answer, 'id'), textIn(details, 'sourceItemId'), textIn(details, 'biosId')]),
    addresses: [textIn(details, 'ipAddress')].filter((each) => each !== null),
    problems: textsIn(properties, 'protectionReadinessErrors'),
    facts: Object.fromEntries(facts),
  };
}

/** A machine that the appliance discovered (Microsoft.OffAzure). */
export function discoveredRow(answer: Bag): ProtectableRow {
  const { id, name } = idOf(answer);
  const properties = bag(answer['properties']);
  return {
    id,
    name: textIn(properties, 'displayName') ?? name,
    status: textIn(properties, 'isDeleted') === 'true' ? 'Deleted' : null,
    biosId: textIn(properties, 'biosGuid', 'biosSerialNumber'),
    sourceIds: idsOf([id, textIn(properties, 'biosGuid'), textIn(properties, 'biosSerialNumber'), textIn(properties, 'instanceUuid')]),
    addresses: bags(properties['networkAdapters']).flatMap((adapter) => textsIn(adapter, 'ipAddressList')),
    problems: bags(properties['errors']).flatMap((error) => textIn(error, 'message') ?? []),
    facts: {},
  };
}

export function jobRow(job: AzureJob): JobRow {
  return {
    id: job.id,
    name: job.name,
    title: job.title,
    scenario: job.scenario,
    state: job.state,
    targetName: job.targetName,
    targetId: job.targetId?.toLowerCase() ?? null,
    startedAt: job.startedAt,
    endedAt: job.endedAt,
  };
}

export function eventRow(answer: Bag): EventRow {
  const properties = bag(answer['properties']);
  const description = textIn(properties, 'description');
  return {
    id: idOf(answer).id,
    code: textIn(properties, 'eventCode'),
    description: description === null ? null : cleanText(description),
    kind: textIn(properties, 'eventType'),
    severity: textIn(properties, 'severity'),
    objectName: textIn(properties, 'affectedObjectFriendlyName'),
    at: instantOf(properties['timeOfOccurrence']),
  };
}
