import type { Body, Effect, SimResource, SimVault } from './estate.ts';
import { jobState } from './job-view.ts';
import { planState } from './plan-state.ts';
import { RESOURCE_KINDS, type ResourceKind } from './resource-kinds.data.ts';
import { migrationItemShape, vCenterShape } from './shapes/described-shapes.ts';
import { fabricInList, fabricShape, HEARTBEAT } from './shapes/fabric-shapes.ts';
import { alertSettingShape, containerShape, mappingShape, networkMappingShape, policyShape } from './shapes/small-shapes.ts';
import { vaultId } from './vault-id.ts';

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
export function resourceView(vault: SimVault, resource: SimResource, { now, isList = false }: Viewing): Body {
  const name = resource.path.split('/').at(-1) ?? '';
  // An appliance has no name of its own.
  if (resource.type.endsWith('/replicationAppliances')) return { properties: resource.properties };
  return {
    id: `${vaultId(vault)}/${resource.path}`,
    name,
    type: resource.type,
    properties: propertiesAt(vault, resource, { now, isList }),
  };
}

interface Viewing {
  readonly now: number;
  readonly isList?: boolean;
}

function propertiesAt(vault: SimVault, resource: SimResource, { now, isList = false }: Viewing): Body {
  if (resource.type.endsWith('/replicationRecoveryPlans')) {
    const properties = planState(vault, resource, now);
    return isList ? { ...properties, groups: [] } : properties;
  }
  if (resource.type.endsWith('/replicationProtectionIntents')) return intentAt(vault, resource, now);
  if (!/\/(replicationFabrics|replicationRecoveryServicesProviders)$/.test(resource.type)) return resource.properties;
  const isPoor = isList && resource.type.endsWith('/replicationFabrics');
  return beating(isPoor ? fabricInList(resource.properties) : resource.properties, new Date(now - HEARTBEAT_AGE_MS).toISOString());
}

const HEARTBEAT_AGE_MS = 40_000;

/** Servers were heard of a moment ago, whenever one looks. */
function beating(properties: Body, at: string): Body {
  const shown = (value: unknown): unknown => {
    if (value === HEARTBEAT) return at.replace('Z', '4567Z');
    if (Array.isArray(value)) return value.map(shown);
    return typeof value === 'object' && value !== null ? beating(value as Body, at) : value;
  };
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, shown(value)]));
}

/** An intent tells how far its job is. */
function intentAt(vault: SimVault, { properties }: SimResource, now: number): Body {
  const name = String(properties['jobId']).split('/').at(-1);
  const job = vault.jobs.find((each) => each.name === name);
  return job === undefined ? properties : { ...properties, jobState: jobState(job, now) };
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
    case 'replicationpolicies':
      return policyShape(name, {
        ...((before['providerSpecificDetails'] ?? {}) as Body),
        ...inner('providerSpecificInput'),
        ...inner('replicationProviderSettings'),
      });
    case 'replicationfabrics':
      return newFabric(name, inner('customDetails'));
    case 'replicationfabrics/replicationprotectioncontainers':
      return containerShape({ name, fabric: friendlyName(vault, path.split('/').slice(0, 2).join('/')), kind: 'Azure', isPaired: false });
    case 'replicationalertsettings':
      return alertSettingShape({ ...before, ...input });
    case 'replicationfabrics/replicationprotectioncontainers/replicationprotectioncontainermappings':
      return mappingProperties(vault, path, { input: { ...before, ...input }, details: inner('providerSpecificInput') });
    case 'replicationfabrics/replicationnetworks/replicationnetworkmappings':
      return networkMappingProperties(path, input, vault);
    case 'replicationrecoveryplans':
      return planProperties(name, before, { input, vault });
    case 'replicationfabrics/replicationvcenters':
      return vCenterShape({ name, fabric: path.split('/')[1] ?? '', input: { ...before, ...input } });
    case 'replicationfabrics/replicationprotectioncontainers/replicationmigrationitems':
      return { ...migrationItem(vault, name, { before, input, details: inner('providerSpecificDetails') }) };
    default:
      return { ...before, ...input };
  }
}

function migrationItem(
  vault: SimVault,
  name: string,
  { before, input, details }: { readonly before: Body; readonly input: Body; readonly details: Body },
): Body {
  const policyId = textOf(input['policyId'], textOf(before['policyId'], ''));
  const known = { ...((before['providerSpecificDetails'] ?? {}) as Body), ...details };
  const { providerSpecificDetails, ...made } = migrationItemShape({ name, vaultId: vaultId(vault), policyId, input: known });
  return { ...made, ...before, providerSpecificDetails };
}

/** What a new fabric is: an Azure region, an appliance's, or a Hyper-V site when nothing is said. */
function newFabric(name: string, details: Body): Body {
  const kind = details['instanceType'] === 'Azure' || details['instanceType'] === 'InMageRcm' ? details['instanceType'] : 'HyperVSite';
  const shape = fabricShape({ name, kind, internalId: name, location: textOf(details['location'], ''), serverNames: [] });
  return kind === 'InMageRcm' ? { ...shape, customDetails: { ...(shape['customDetails'] as Body), ...details } } : shape;
}

function friendlyName(vault: SimVault, path: string): string {
  return textOf(vault.resources[path.toLowerCase()]?.properties['friendlyName'], path.split('/').at(-1) ?? '');
}

function mappingProperties(vault: SimVault, path: string, { input, details }: { readonly input: Body; readonly details: Body }): Body {
  const [, fabric = '', , container = ''] = path.split('/');
  const target = textOf(input['targetProtectionContainerId'], 'Microsoft Azure');
  const [targetContainer = target, , targetFabric = target] = target.split('/').toReversed();
  return mappingShape({
    sourceFabric: friendlyName(vault, `replicationFabrics/${fabric}`),
    sourceContainer: container,
    target: { id: target, container: targetContainer, fabric: targetFabric },
    policyId: textOf(input['policyId'], ''),
    instanceType: typeof details['instanceType'] === 'string' ? details['instanceType'] : null,
  });
}

function networkMappingProperties(path: string, input: Body, vault: SimVault): Body {
  const [, fabric = ''] = path.split('/');
  const details = (input['fabricSpecificDetails'] ?? {}) as Body;
  const recoveryFabric = textOf(input['recoveryFabricName'], '');
  return networkMappingShape({
    fabric,
    primaryId: textOf(details['primaryNetworkId'], ''),
    recoveryId: textOf(input['recoveryNetworkId'], ''),
    recoveryFabricId: `${vaultId(vault)}/replicationFabrics/${recoveryFabric}`,
    recoveryFabric,
    instanceType: textOf(details['instanceType'], 'VmmToAzure'),
    locations: { primary: locationOf(vault, fabric), recovery: locationOf(vault, recoveryFabric) },
  });
}

function locationOf(vault: SimVault, fabric: string): string {
  const details = vault.resources[`replicationfabrics/${fabric.toLowerCase()}`]?.properties['customDetails'] as Body | undefined;
  return textOf(details?.['location'], '');
}

/** Only Boot groups need to be given; the service adds Shutdown and Failover. */
export function planProperties(name: string, before: Body, { input, vault }: { readonly input: Body; readonly vault: SimVault }): Body {
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
