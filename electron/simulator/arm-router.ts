import { armError, found, notFound, siteRecoveryError, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Estate, SimItem, SimJob, SimVault } from './estate.ts';
import { changeItem, enableItem, purgeItem, type ChangeAnswer, type ChangeCall } from './item-changes.ts';
import { itemPath, itemView } from './item-view.ts';
import { jobView, operationView, vaultId } from './job-view.ts';
import { pageOf } from './pages.ts';
import { VAULT_WIDE } from './resource-kinds.data.ts';
import { kindOf, kindPath, listOf, putEffect, resourceView } from './resources.ts';
import { recoveryPoints, supportedSystems, targetSizes } from './small-lists.ts';
import { startJob } from './start-job.ts';

const ITEM = 'replicationfabrics/replicationprotectioncontainers/replicationprotecteditems';
const CONTAINER = 'replicationfabrics/replicationprotectioncontainers';

/** Answers one request below a vault. The estate is settled to `now` beforehand. */
export function answerArm(estate: Estate, vault: SimVault, request: ArmRequest): ArmAnswer {
  const segments = request.path.split('/');
  const words = kindPath(request.path);
  if (words.startsWith('replicationjobs')) return answerJobs(estate, vault, { request, segments });
  if (words === 'replicationoperationstatus') return answerOperation(vault, segments[1] ?? '', request);
  if (words === ITEM || words.startsWith(`${ITEM}/`)) return answerItem(estate, vault, { request, segments });
  if (words === 'replicationprotecteditems') return itemList(vault, request, () => true);
  if (words === 'replicationevents') return answerEvents(vault, segments, request);
  if (words === 'replicationvaulthealth' || words.startsWith('replicationvaulthealth/')) return answerHealth(estate, vault, request);
  if (words === 'replicationsupportedoperatingsystems') return found(supportedSystems(vault, request));
  if (segments.at(-2)?.toLowerCase() === 'operationresults') return operationResult(vault, segments, request);
  return answerResource(estate, vault, { request, segments, words });
}

interface Context {
  readonly request: ArmRequest;
  readonly segments: readonly string[];
}

/** The 202 of every change: empty body, three addresses that carry the job's name. */
export function accepted(
  vault: SimVault,
  job: SimJob,
  { origin, retryAfterSeconds }: Pick<ArmRequest, 'origin' | 'retryAfterSeconds'>,
): ArmAnswer {
  const base = `${origin}${vaultId(vault)}`;
  const version = 'api-version=2023-06-01';
  return {
    status: 202,
    headers: {
      location: `${base}/${job.resourcePath}/operationresults/${job.name}?${version}`,
      'azure-asyncoperation': `${base}/replicationOperationStatus/${job.name}?${version}`,
      'retry-after': String(retryAfterSeconds),
      'x-ms-request-id': `${vaultId(vault)}/replicationJobs/${job.name}`,
    },
  };
}

function answerJobs(estate: Estate, vault: SimVault, { request, segments }: Context): ArmAnswer {
  const { method, now, clientRequestId } = request;
  const name = segments[1];
  if (name === undefined) {
    const jobs = vault.jobs.filter((job) => matchesJobFilter(vault, job, request)).slice(0, MOST_JOBS);
    return found({ value: jobs.map((job) => jobView(vault, job, { now, isList: true })), nextLink: null });
  }
  if (name.toLowerCase() === 'export' && method === 'POST')
    return accepted(vault, startSimple(estate, vault, { request, jobKind: 'ExportJobs', path: 'replicationJobs/export' }), request);
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (job === undefined || now < job.startedAt + request.hiddenJobMs) return notFound(name, clientRequestId);
  const verb = segments[2]?.toLowerCase();
  if (verb === undefined)
    return method === 'GET'
      ? {
          ...found(jobView(vault, job, { now, isList: false })),
          headers: { 'x-ms-request-id': `${vaultId(vault)}/replicationJobs/${job.name}` },
        }
      : methodNotAllowed(method);
  if (verb === 'operationresults') return operationResult(vault, segments, request);
  return actOnJob(estate, vault, { request, job, verb });
}

const MOST_JOBS = 200;

function matchesJobFilter(vault: SimVault, job: SimJob, { query, now }: ArmRequest): boolean {
  const filter = query.get('$filter') ?? '';
  const from = /StartTime eq '([^']+)'/i.exec(filter)?.[1];
  const to = /EndTime eq '([^']+)'/i.exec(filter)?.[1];
  const status = /JobStatus eq '([^']+)'/i.exec(filter)?.[1];
  if (from !== undefined && job.startedAt < Date.parse(from)) return false;
  if (to !== undefined && job.startedAt > Date.parse(to)) return false;
  const state = (jobView(vault, job, { now, isList: true })['properties'] as Body)['state'];
  return status === undefined || status === state;
}

function actOnJob(
  estate: Estate,
  vault: SimVault,
  { request, job, verb }: { readonly request: ArmRequest; readonly job: SimJob; readonly verb: string },
): ArmAnswer {
  const { now } = request;
  if (verb === 'cancel') {
    if (now >= job.endsAt) return wrongState(request, 'The job is over and cannot be cancelled.');
    job.end = 'Cancelled';
    job.endsAt = now;
    return accepted(vault, job, request);
  }
  if (verb === 'restart') {
    const again = job.restarts;
    if (again === null || now < job.endsAt) return wrongState(request, 'The job cannot be restarted.');
    return answerArm(estate, vault, { ...request, method: again.method, path: again.path, body: { properties: again.body ?? {} } });
  }
  return verb === 'resume' ? wrongState(request, 'The job does not wait for anybody.') : notFound(verb, request.clientRequestId);
}

function wrongState({ clientRequestId }: ArmRequest, message: string): ArmAnswer {
  return siteRecoveryError(400, { code: 'BadRequest', innerCode: 'JobActionNotAllowed', message, clientRequestId });
}

function methodNotAllowed(method: string): ArmAnswer {
  return armError(405, 'MethodNotAllowed', `The method '${method}' is not allowed here.`);
}

function answerOperation(vault: SimVault, name: string, request: ArmRequest): ArmAnswer {
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return job === undefined ? notFound(name, request.clientRequestId) : found(operationView(job, request.now));
}

/** While it runs 202 with the same addresses; then the resource, or 204 for what was removed. */
function operationResult(vault: SimVault, segments: readonly string[], request: ArmRequest): ArmAnswer {
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === segments.at(-1)?.toLowerCase());
  if (job === undefined) return notFound(segments.at(-1) ?? '', request.clientRequestId);
  if (request.now < job.endsAt) return accepted(vault, job, request);
  const item = vault.items.find((candidate) => itemPath(candidate).toLowerCase() === job.resourcePath.toLowerCase());
  if (item !== undefined) return found(itemView(vault, item, { now: request.now, isList: false }));
  const resource = vault.resources[job.resourcePath.toLowerCase()];
  return resource === undefined ? { status: 204 } : found(resourceView(vault, resource));
}

function answerItem(estate: Estate, vault: SimVault, { request, segments }: Context): ArmAnswer {
  const [, fabric = '', , container = '', , name, verb] = segments;
  const isHere = (item: SimItem): boolean =>
    item.fabric.toLowerCase() === fabric.toLowerCase() && item.container.toLowerCase() === container.toLowerCase();
  if (name === undefined) return itemList(vault, request, isHere);
  const item = vault.items.find((candidate) => isHere(candidate) && candidate.name.toLowerCase() === name.toLowerCase());
  const call = callOf(estate, vault, request);
  const { method, now, clientRequestId } = request;
  if (method === 'PUT' && verb === undefined) return afterChange(vault, enableItem({ fabric, container, name }, call), request);
  if (item === undefined) return notFound(name, clientRequestId);
  if (method === 'GET') return readItem(vault, item, { verb, request });
  if (method === 'DELETE') return afterChange(vault, purgeItem(item, call), request);
  if (method === 'PATCH') return afterChange(vault, changeItem(item, 'update', call), request);
  return method === 'POST' && verb !== undefined && now > 0
    ? afterChange(vault, changeItem(item, verb, call), request)
    : methodNotAllowed(method);
}

function readItem(
  vault: SimVault,
  item: SimItem,
  { verb, request }: { readonly verb: string | undefined; readonly request: ArmRequest },
): ArmAnswer {
  const { now, clientRequestId } = request;
  if (verb === undefined) return found(itemView(vault, item, { now, isList: false }));
  if (verb.toLowerCase() === 'recoverypoints') return found({ value: recoveryPoints(vault, item, now), nextLink: null });
  if (verb.toLowerCase() === 'targetcomputesizes') return found({ value: targetSizes(vault, item), nextLink: null });
  return notFound(verb, clientRequestId);
}

function callOf(estate: Estate, vault: SimVault, { now, body, clientRequestId, fault, method, path }: ArmRequest): ChangeCall {
  const properties = (typeof body['properties'] === 'object' && body['properties'] !== null ? body['properties'] : {}) as Body;
  return { estate, vault, now, body: properties, clientRequestId, fault, method, path };
}

function afterChange(vault: SimVault, answer: ChangeAnswer, request: ArmRequest): ArmAnswer {
  return 'job' in answer
    ? accepted(vault, answer.job, request)
    : siteRecoveryError(answer.refusal.status, { ...answer.refusal, clientRequestId: request.clientRequestId });
}

function itemList(vault: SimVault, request: ArmRequest, isWanted: (item: SimItem) => boolean): ArmAnswer {
  const items = vault.items.filter(isWanted);
  return found(pageOf(items, request, (item) => itemView(vault, item, { now: request.now, isList: true })));
}

function answerEvents(vault: SimVault, segments: readonly string[], request: ArmRequest): ArmAnswer {
  const name = segments[1];
  if (name === undefined) return found({ value: vault.events, nextLink: null });
  const event = vault.events.find((each) => String(each['name']).toLowerCase() === name.toLowerCase());
  return event === undefined ? notFound(name, request.clientRequestId) : found(event);
}

function answerHealth(estate: Estate, vault: SimVault, request: ArmRequest): ArmAnswer {
  if (request.method === 'POST')
    return accepted(vault, startSimple(estate, vault, { request, jobKind: 'RefreshVaultHealth', path: 'replicationVaultHealth' }), request);
  const counts = (wanted: string): number =>
    vault.items.filter(
      (item) => (itemView(vault, item, { now: request.now, isList: true })['properties'] as Body)['failoverHealth'] === wanted,
    ).length;
  return found({
    name: 'Default',
    type: 'Microsoft.RecoveryServices/vaults/replicationVaultHealth',
    id: `${vaultId(vault)}/replicationVaultHealth/Default`,
    properties: {
      vaultErrors: [],
      protectedItemsHealth: {
        resourceCount: vault.items.length,
        issues: [],
        categorizedResourceCounts: { protectedItemsCriticalCount: counts('Critical'), protectedItemsWarningCount: counts('Warning') },
      },
      fabricsHealth: { resourceCount: listOf(vault, 'replicationfabrics', '').length, issues: [], categorizedResourceCounts: null },
      containersHealth: { resourceCount: listOf(vault, CONTAINER, '').length, issues: [], categorizedResourceCounts: null },
    },
  });
}

interface ResourceContext extends Context {
  readonly words: string;
}

function answerResource(estate: Estate, vault: SimVault, { request, segments, words }: ResourceContext): ArmAnswer {
  const { method, path, clientRequestId } = request;
  const isCollection = segments.length % 2 === 1;
  const wide = segments.length === 1 ? VAULT_WIDE[words] : undefined;
  if (method === 'GET' && isCollection) {
    const kind = wide ?? (kindOf(path) === undefined ? undefined : words);
    if (kind === undefined) return armError(404, 'NotFound', `No route '${path}'.`);
    const parent = segments.slice(0, -1).join('/');
    if (parent !== '' && vault.resources[parent.toLowerCase()] === undefined) return notFound(segments.at(-2) ?? '', clientRequestId);
    return found(pageOf(listOf(vault, kind, parent), request, (resource) => resourceView(vault, resource, true)));
  }
  const verb = isCollection ? segments.at(-1)?.toLowerCase() : undefined;
  const own = isCollection ? segments.slice(0, -1).join('/') : path;
  const kind = kindOf(own);
  if (kind === undefined) return armError(404, 'NotFound', `No route '${path}'.`);
  const resource = vault.resources[own.toLowerCase()];
  if (method === 'PUT') return put(estate, vault, { request, own, kind });
  if (resource === undefined) return notFound(own.split('/').at(-1) ?? '', clientRequestId);
  if (method === 'GET') return found(resourceView(vault, resource));
  const jobKind = method === 'PATCH' ? kind.update : method === 'DELETE' ? kind.purge : verb === 'remove' ? kind.remove : 'Other';
  if (jobKind === null) return methodNotAllowed(method);
  const isRemoval = method === 'DELETE' || verb === 'remove';
  const effect = isRemoval
    ? ({ kind: 'remove-resource', path: own } as const)
    : method === 'PATCH'
      ? putEffect(vault, own, request.body)
      : ({ kind: 'none' } as const);
  return accepted(vault, startSimple(estate, vault, { request, jobKind, path: own, effect, seconds: kind.seconds }), request);
}

function put(
  estate: Estate,
  vault: SimVault,
  { request, own, kind }: { readonly request: ArmRequest; readonly own: string; readonly kind: NonNullable<ReturnType<typeof kindOf>> },
): ArmAnswer {
  const effect = putEffect(vault, own, request.body);
  if (kind.isImmediate === true && effect.kind === 'put-resource') {
    vault.resources[own.toLowerCase()] = effect;
    return found(resourceView(vault, effect));
  }
  if (kind.create === null) return methodNotAllowed('PUT');
  return accepted(vault, startSimple(estate, vault, { request, jobKind: kind.create, path: own, effect, seconds: kind.seconds }), request);
}

interface Simple {
  readonly request: ArmRequest;
  readonly jobKind: string;
  readonly path: string;
  readonly effect?: SimJob['effect'];
  readonly seconds?: number;
}

function startSimple(estate: Estate, vault: SimVault, { request, jobKind, path, effect = { kind: 'none' }, seconds = 30 }: Simple): SimJob {
  const name = path.split('/').at(-1) ?? '';
  return startJob(estate, vault, {
    now: request.now,
    job: {
      jobKind,
      seconds,
      effect,
      target: { id: name, name },
      resourcePath: path,
      clientRequestId: request.clientRequestId,
      fault: request.fault,
      restarts: { method: request.method, path: request.path, body: request.body },
    },
  });
}
