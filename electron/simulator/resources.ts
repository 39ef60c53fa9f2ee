import type { Body, Effect, SimResource, SimVault } from './estate.ts';
import { vaultId } from './job-view.ts';
import { RESOURCE_KINDS, type ResourceKind } from './resource-kinds.data.ts';

/** Words of a path without the names between them: `replicationFabrics/f1/x/y` -> `replicationfabrics/x`. */
export function kindPath(path: string): string {
  return path
    .toLowerCase()
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/');
}

export function kindOf(path: string): ResourceKind | undefined {
  const wanted = kindPath(path);
  return RESOURCE_KINDS.find((kind) => kind.path === wanted);
}

/** One resource as the service shows it. Lists are poorer: plans without groups, fabrics without their servers. */
export function resourceView(vault: SimVault, resource: SimResource, isList = false): Body {
  const name = resource.path.split('/').at(-1) ?? '';
  return {
    id: `${vaultId(vault)}/${resource.path}`,
    name,
    type: resource.type,
    properties: isList ? poorer(resource) : resource.properties,
  };
}

function poorer({ type, properties }: SimResource): Body {
  if (type.endsWith('/replicationRecoveryPlans')) return { ...properties, groups: [] };
  const details = properties['customDetails'];
  if (!type.endsWith('/replicationFabrics') || typeof details !== 'object' || details === null) return properties;
  return {
    ...properties,
    customDetails: Object.fromEntries(Object.entries(details).map(([key, value]) => [key, Array.isArray(value) ? [] : (value as unknown)])),
  };
}

export function listOf(vault: SimVault, kindPathWanted: string, below: string): SimResource[] {
  const prefix = below === '' ? '' : `${below.toLowerCase()}/`;
  return Object.entries(vault.resources)
    .filter(([path, resource]) => kindPath(resource.path) === kindPathWanted && path.startsWith(prefix))
    .map(([, resource]) => resource);
}

/** What a created or changed resource looks like afterwards: its input, told in the words of an answer. */
export function putEffect(vault: SimVault, path: string, body: Body): Effect {
  const kind = kindOf(path);
  const before = vault.resources[path.toLowerCase()]?.properties ?? {};
  const properties = (typeof body['properties'] === 'object' && body['properties'] !== null ? body['properties'] : {}) as Body;
  return {
    kind: 'put-resource',
    path,
    type: kind?.type ?? 'Microsoft.RecoveryServices/vaults',
    properties: answerProperties(vault, { kind, path, before, input: properties }),
  };
}

interface Shaping {
  readonly kind: ResourceKind | undefined;
  readonly path: string;
  readonly before: Body;
  readonly input: Body;
}

function answerProperties(vault: SimVault, { kind, path, before, input }: Shaping): Body {
  const name = path.split('/').at(-1) ?? '';
  const inner = (key: string): Body => (typeof input[key] === 'object' && input[key] !== null ? input[key] : {}) as Body;
  switch (kind?.path ?? '') {
    case 'replicationpolicies': {
      const details = {
        ...((before['providerSpecificDetails'] ?? {}) as Body),
        ...inner('providerSpecificInput'),
        ...inner('replicationProviderSettings'),
      };
      return { friendlyName: name, providerSpecificDetails: policyDetails(details) };
    }
    case 'replicationfabrics':
      return fabricProperties(name, inner('customDetails'));
    case 'replicationfabrics/replicationprotectioncontainers':
      return {
        fabricFriendlyName: path.split('/')[1] ?? '',
        friendlyName: name,
        fabricType: 'Azure',
        protectedItemCount: 0,
        pairingStatus: 'NotPaired',
        role: '',
        fabricSpecificDetails: null,
      };
    case 'replicationfabrics/replicationprotectioncontainers/replicationprotectioncontainermappings':
      return mappingProperties(path, { ...before, ...input }, inner('providerSpecificInput'));
    case 'replicationfabrics/replicationnetworks/replicationnetworkmappings':
      return networkMappingProperties(path, input, vault);
    case 'replicationrecoveryplans':
      return planProperties(name, before, { input, vault });
    default:
      return { ...before, ...input };
  }
}

/** Fields that the service adds to each provider's policy. */
function policyDetails(details: Body): Body {
  const isRcm = details['instanceType'] === 'InMageRcm' || details['instanceType'] === 'InMageRcmFailback';
  if (isRcm) return { ...details, status: false, associatedItemsCount: 0, dataSourceType: 'VM' };
  if (details['instanceType'] !== 'A2A') return details;
  const { multiVmSyncStatus, ...rest } = details;
  return { recoveryPointThresholdInMinutes: 0, ...rest, multiVmSyncStatus: multiVmSyncStatus === 'Disable' ? 'Disabled' : 'Enabled' };
}

function fabricProperties(name: string, details: Body): Body {
  const key = { kekState: 'None', kekCertThumbprint: null };
  const custom =
    details['instanceType'] === 'Azure'
      ? { ...details, containerIds: [], zones: [] }
      : Object.keys(details).length === 0
        ? { instanceType: 'HyperVSite', hyperVHosts: [] }
        : details;
  return {
    friendlyName: name,
    encryptionDetails: key,
    rolloverEncryptionDetails: key,
    internalIdentifier: name,
    bcdrState: 'Valid',
    customDetails: custom,
    healthErrorDetails: [],
    health: 'Normal',
  };
}

function mappingProperties(path: string, input: Body, details: Body): Body {
  const [, fabric = '', , container = ''] = path.split('/');
  const target = textOf(input['targetProtectionContainerId'], 'Microsoft Azure');
  const policyId = textOf(input['policyId'], '');
  return {
    targetProtectionContainerId: target,
    targetProtectionContainerFriendlyName: target.split('/').at(-1) ?? target,
    providerSpecificDetails: mappingDetails(details),
    health: 'Normal',
    healthErrorDetails: [],
    policyId,
    state: 'Paired',
    sourceProtectionContainerFriendlyName: container,
    sourceFabricFriendlyName: fabric,
    targetFabricFriendlyName: target === 'Microsoft Azure' ? target : (target.split('/').at(-3) ?? target),
    policyFriendlyName: policyId.split('/').at(-1) ?? '',
  };
}

function mappingDetails(details: Body): Body | null {
  if (details['instanceType'] === 'InMageRcm') return { instanceType: 'InMageRcm', enableAgentAutoUpgrade: 'true' };
  if (details['instanceType'] !== 'A2A') return null;
  return {
    instanceType: 'A2A',
    agentAutoUpdateStatus: 'Disabled',
    automationAccountAuthenticationType: 'RunAsAccount',
    automationAccountArmId: null,
    scheduleName: null,
    jobScheduleName: null,
  };
}

/** Ids of a network mapping come back in lower case. */
function networkMappingProperties(path: string, input: Body, vault: SimVault): Body {
  const [, fabric = ''] = path.split('/');
  const details = (input['fabricSpecificDetails'] ?? {}) as Body;
  const recoveryFabric = textOf(input['recoveryFabricName'], '');
  const primaryId = textOf(details['primaryNetworkId'], '').toLowerCase();
  const recoveryId = textOf(input['recoveryNetworkId'], '').toLowerCase();
  return {
    state: 'Paired',
    primaryNetworkFriendlyName: primaryId.split('/').at(-1) ?? '',
    primaryNetworkId: primaryId,
    primaryFabricFriendlyName: fabric,
    recoveryNetworkFriendlyName: recoveryId.split('/').at(-1) ?? '',
    recoveryNetworkId: recoveryId,
    recoveryFabricArmId: `${vaultId(vault)}/replicationFabrics/${recoveryFabric}`,
    recoveryFabricFriendlyName: recoveryFabric,
    fabricSpecificSettings:
      details['instanceType'] === 'AzureToAzure'
        ? {
            instanceType: 'AzureToAzure',
            primaryFabricLocation: locationOf(vault, fabric),
            recoveryFabricLocation: locationOf(vault, recoveryFabric),
          }
        : { instanceType: textOf(details['instanceType'], 'VmmToAzure') },
  };
}

function locationOf(vault: SimVault, fabric: string): string {
  const details = vault.resources[`replicationfabrics/${fabric.toLowerCase()}`]?.properties['customDetails'] as Body | undefined;
  return textOf(details?.['location'], '');
}

/** Only Boot groups need to be given; the service adds Shutdown and Failover. */
function planProperties(name: string, before: Body, { input, vault }: { readonly input: Body; readonly vault: SimVault }): Body {
  const given = (Array.isArray(input['groups']) ? input['groups'] : (before['groups'] ?? [])) as Body[];
  const has = (type: string): boolean => given.some((group) => group['groupType'] === type);
  const empty = (type: string): Body => ({ groupType: type, replicationProtectedItems: [], startGroupActions: [], endGroupActions: [] });
  const members = given.flatMap((group) =>
    Array.isArray(group['replicationProtectedItems']) ? (group['replicationProtectedItems'] as Body[]) : [],
  );
  const names = new Set(members.map((member) => String(member['id']).split('/').at(-1)?.toLowerCase()));
  const providers = [...new Set(vault.items.filter((item) => names.has(item.name.toLowerCase())).map((item) => item.provider))];
  const primary = textOf(input['primaryFabricId'] ?? before['primaryFabricId'], '');
  const recovery = textOf(input['recoveryFabricId'] ?? before['recoveryFabricId'], 'Microsoft Azure');
  return {
    friendlyName: name,
    primaryFabricId: primary,
    primaryFabricFriendlyName: primary.split('/').at(-1) ?? '',
    recoveryFabricId: recovery,
    recoveryFabricFriendlyName: recovery.split('/').at(-1) ?? '',
    failoverDeploymentModel: 'ResourceManager',
    replicationProviders: providers,
    allowedOperations: ['UnplannedFailover', 'TestFailover'],
    currentScenario: null,
    currentScenarioStatus: null,
    currentScenarioStatusDescription: null,
    groups: [...(has('Shutdown') ? [] : [empty('Shutdown')]), ...(has('Failover') ? [] : [empty('Failover')]), ...given],
    providerSpecificDetails: [],
  };
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}
