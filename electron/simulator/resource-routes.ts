import { armError, found, notFound, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Effect, Estate, SimResource, SimVault } from './estate.ts';
import { accepted, methodNotAllowed, startSimple } from './job-routes.ts';
import { pageOf } from './pages.ts';
import { changePlan } from './plan-changes.ts';
import { VAULT_WIDE, type ResourceKind } from './resource-kinds.data.ts';
import { kindOf, listOf, putEffect, resourceView } from './resources.ts';
import { intentShape, migrationChange } from './shapes/described-shapes.ts';
import { vaultId } from './vault-id.ts';

export interface ResourceContext {
  readonly request: ArmRequest;
  readonly segments: readonly string[];
  readonly words: string;
}

/** Everything that is stored and given back: fabrics, containers, policies, mappings, plans and what else hangs at a vault. */
export function answerResource(estate: Estate, vault: SimVault, { request, segments, words }: ResourceContext): ArmAnswer {
  const { method, path, clientRequestId } = request;
  const isCollection = segments.length % 2 === 1;
  const wide = segments.length === 1 ? VAULT_WIDE[words] : undefined;
  if (method === 'GET' && isCollection) {
    const kind = wide ?? (kindOf(path) === undefined ? undefined : words);
    if (kind === undefined) return armError(404, 'NotFound', `No route '${path}'.`);
    const parent = segments.slice(0, -1).join('/');
    if (parent !== '' && vault.resources[parent.toLowerCase()] === undefined) return notFound(segments.at(-2) ?? '', clientRequestId);
    return found(
      pageOf(listed(vault, kind, parent), request, {
        view: (resource) => resourceView(vault, resource, { now: request.now, isList: true }),
        isProtectable: kind.endsWith('/replicationprotectableitems'),
      }),
    );
  }
  const verb = isCollection ? segments.at(-1)?.toLowerCase() : undefined;
  const own = isCollection ? segments.slice(0, -1).join('/') : path;
  const kind = kindOf(own);
  if (kind === undefined) return armError(404, 'NotFound', `No route '${path}'.`);
  const resource = vault.resources[own.toLowerCase()] ?? migrationPointAt(vault, kind, own);
  if (method === 'PUT') return put(estate, vault, { request, own, kind });
  if (resource === undefined) return notFound(own.split('/').at(-1) ?? '', clientRequestId);
  if (method === 'GET') return found(resourceView(vault, resource, { now: request.now }));
  if (kind.path === 'replicationrecoveryplans' && method === 'POST' && verb !== undefined)
    return changePlan({ estate, vault, request, plan: resource, verb });
  const jobKind = jobKindOf(kind, method, verb);
  if (jobKind === null) return methodNotAllowed(method);
  const effect = effectOf(vault, resource, { request, verb });
  return accepted(vault, startSimple(estate, vault, { request, jobKind, path: own, effect, seconds: kind.seconds }), request);
}

function jobKindOf(kind: ResourceKind, method: string, verb: string | undefined): string | null {
  if (method === 'PATCH') return kind.update;
  if (method === 'DELETE') return kind.purge;
  return verb === 'remove' ? kind.remove : (VERB_JOBS[verb ?? ''] ?? 'Other');
}

function effectOf(
  vault: SimVault,
  resource: SimResource,
  { request, verb }: { readonly request: ArmRequest; readonly verb: string | undefined },
): Effect {
  if (request.method === 'DELETE' || verb === 'remove') return { kind: 'remove-resource', path: resource.path };
  if (request.method === 'PATCH') return putEffect(vault, resource.path, request.body);
  if (!resource.type.endsWith('/replicationMigrationItems')) return { kind: 'none' };
  return { ...resource, kind: 'put-resource', properties: { ...resource.properties, ...migrationChange(verb ?? '', request.now) } };
}

function put(
  estate: Estate,
  vault: SimVault,
  { request, own, kind }: { readonly request: ArmRequest; readonly own: string; readonly kind: ResourceKind },
): ArmAnswer {
  const effect =
    kind.path === 'replicationprotectionintents' ? intend(estate, vault, { request, own, kind }) : putEffect(vault, own, request.body);
  if (kind.isImmediate === true && effect.kind === 'put-resource') {
    vault.resources[own.toLowerCase()] = effect;
    return found(resourceView(vault, effect, { now: request.now }));
  }
  if (kind.create === null) return methodNotAllowed('PUT');
  return accepted(vault, startSimple(estate, vault, { request, jobKind: kind.create, path: own, effect, seconds: kind.seconds }), request);
}

/** Scenarios of the jobs that operations of a fabric, a provider or a container start. */
const VERB_JOBS: Readonly<Record<string, string>> = {
  checkconsistency: 'CheckVmmConsistency',
  renewcertificate: 'CertificateRenewal',
  reassociategateway: 'ProcessServerFailover',
  refreshprovider: 'RefreshFabricLayout',
  migratetoaad: 'MigrateFabricToAad',
  discoverprotectableitem: 'DiscoverPhysicalMachine',
};

/** An intent is answered at once; what is done for it is a job, which it names. The simulated vault protects nothing by itself. */
function intend(
  estate: Estate,
  vault: SimVault,
  { request, own, kind }: { readonly request: ArmRequest; readonly own: string; readonly kind: ResourceKind },
): Effect {
  const { providerSpecificDetails: input = {} } = (request.body['properties'] ?? {}) as { readonly providerSpecificDetails?: Body };
  const job = startSimple(estate, vault, { request, jobKind: 'Other', path: own, seconds: kind.seconds });
  const jobId = `${vaultId(vault)}/replicationJobs/${job.name}`;
  const name = own.split('/').at(-1) ?? '';
  return {
    kind: 'put-resource',
    path: own,
    type: kind.type,
    properties: intentShape({ name, jobId, jobState: 'NotStarted', at: request.now, input }),
  };
}

/** A container lists the mappings that start at it and those that lead to it. */
function listed(vault: SimVault, kind: string, parent: string): SimResource[] {
  const own = listOf(vault, kind, parent);
  if (kind.endsWith('/migrationrecoverypoints')) return [migrationPoint(parent)];
  if (parent === '' || !kind.endsWith('/replicationprotectioncontainermappings')) return own;
  const target = `${vaultId(vault)}/${parent}`.toLowerCase();
  return [
    ...own,
    ...listOf(vault, kind, '').filter((each) => String(each.properties['targetProtectionContainerId']).toLowerCase() === target),
  ];
}

function migrationPointAt(vault: SimVault, kind: ResourceKind, path: string): SimResource | undefined {
  const [item = '', name] = path.split(/\/migrationRecoveryPoints\//i);
  const isPoint = kind.path.endsWith('/migrationrecoverypoints') && name?.toLowerCase() === 'newest';
  return isPoint && vault.resources[item.toLowerCase()] !== undefined ? migrationPoint(item) : undefined;
}

/** A replicating machine has a newest point. */
function migrationPoint(item: string): SimResource {
  const type = 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationMigrationItems';
  const properties = { recoveryPointTime: '2026-01-01T00:00:00.0000000Z', recoveryPointType: 'CrashConsistent' };
  return { path: `${item}/migrationRecoveryPoints/newest`, type: `${type}/migrationRecoveryPoints`, properties };
}
