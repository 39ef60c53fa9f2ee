import { found, notFound, siteRecoveryError, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Estate, SimItem, SimVault } from './estate.ts';
import { answerEvents } from './event-routes.ts';
import { changeItem, enableItem, purgeItem, type ChangeAnswer, type ChangeCall } from './item-changes.ts';
import { itemView } from './item-view.ts';
import { accepted, answerJobs, answerOperation, methodNotAllowed, operationResult, startSimple } from './job-routes.ts';
import { pageOf } from './pages.ts';
import { resumePlan } from './plan-changes.ts';
import { inputText } from './providers/common.ts';
import { answerResource } from './resource-routes.ts';
import { kindPath, listOf } from './resources.ts';
import { recoveryPoints, supportedSystems, targetSizes, vaultHealth } from './small-lists.ts';
import { vaultId } from './vault-id.ts';

const ITEM = 'replicationfabrics/replicationprotectioncontainers/replicationprotecteditems';
const CONTAINER = 'replicationfabrics/replicationprotectioncontainers';

/** Answers one request below a vault. The estate is settled to `now` beforehand. */
export function answerArm(estate: Estate, vault: SimVault, request: ArmRequest): ArmAnswer {
  const segments = request.path.split('/');
  const words = kindPath(request.path);
  if (segments.at(-2)?.toLowerCase() === 'operationresults') return operationResult(vault, segments, request);
  if (words.startsWith('replicationjobs'))
    return answerJobs({ estate, vault, request, segments }, { askAgain: (again) => answerArm(estate, vault, again), resume: resumePlan });
  if (words === 'replicationoperationstatus') return answerOperation(vault, segments[1] ?? '', request);
  if (words === ITEM || words.startsWith(`${ITEM}/`)) return answerItem(estate, vault, { request, segments });
  if (words === 'replicationprotecteditems') return itemList(vault, request, () => true);
  if (words === 'replicationevents') return answerEvents(vault, segments, request);
  if (words === 'replicationvaulthealth' || words.startsWith('replicationvaulthealth/')) return answerHealth(estate, vault, request);
  if (words === 'replicationsupportedoperatingsystems') return found(supportedSystems(vault, request));
  if (words.endsWith('/switchprotection')) return switchProtection(estate, vault, request);
  return answerResource(estate, vault, { request, segments, words });
}

interface Context {
  readonly request: ArmRequest;
  readonly segments: readonly string[];
}

function answerItem(estate: Estate, vault: SimVault, { request, segments }: Context): ArmAnswer {
  const [, fabric = '', , container = '', , name, verb, within] = segments;
  const isHere = (item: SimItem): boolean =>
    item.fabric.toLowerCase() === fabric.toLowerCase() && item.container.toLowerCase() === container.toLowerCase();
  if (name === undefined) return itemList(vault, request, isHere);
  const item = vault.items.find((candidate) => isHere(candidate) && candidate.name.toLowerCase() === name.toLowerCase());
  const call = callOf(estate, vault, request);
  const { method, now, clientRequestId } = request;
  if (method === 'PUT' && verb === undefined) return afterChange(vault, enableItem({ fabric, container, name }, call), request);
  if (item === undefined) return notFound(name, clientRequestId);
  if (method === 'GET') return readItem(vault, item, { verb, within, request });
  if (method === 'DELETE') return afterChange(vault, purgeItem(item, call), request);
  if (method === 'PATCH') return afterChange(vault, changeItem(item, 'update', call), request);
  return method === 'POST' && verb !== undefined && now > 0
    ? afterChange(vault, changeItem(item, verb, call), request)
    : methodNotAllowed(method);
}

function readItem(
  vault: SimVault,
  item: SimItem,
  { verb, within, request }: { readonly verb: string | undefined; readonly within: string | undefined; readonly request: ArmRequest },
): ArmAnswer {
  const { now, clientRequestId } = request;
  if (verb === undefined) return found(itemView(vault, item, { now, isList: false }));
  if (verb.toLowerCase() === 'recoverypoints') {
    const points = recoveryPoints(vault, item, now);
    if (within === undefined) return found({ value: points, nextLink: null });
    const point = points.find((each) => String(each['name']).toLowerCase() === within.toLowerCase());
    return point === undefined ? notFound(within, clientRequestId) : found(point);
  }
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
  return found(pageOf(items, request, { view: (item) => itemView(vault, item, { now: request.now, isList: true }) }));
}

function answerHealth(estate: Estate, vault: SimVault, request: ArmRequest): ArmAnswer {
  if (request.method === 'POST')
    return accepted(vault, startSimple(estate, vault, { request, jobKind: 'RefreshVaultHealth', path: 'replicationVaultHealth' }), request);
  return found({
    name: 'Default',
    type: 'Microsoft.RecoveryServices/vaults/replicationVaultHealth',
    id: `${vaultId(vault)}/replicationVaultHealth/Default`,
    properties: vaultHealth(vault, request.now, {
      fabrics: listOf(vault, 'replicationfabrics', '').length,
      containers: listOf(vault, CONTAINER, '').length,
    }),
  });
}

/** Azure machines are protected again by their container; the item then moves to the other one. */
function switchProtection(estate: Estate, vault: SimVault, request: ArmRequest): ArmAnswer {
  const container = request.path.replace(/\/switchprotection$/i, '');
  if (vault.resources[container.toLowerCase()] === undefined) return notFound(container.split('/').at(-1) ?? '', request.clientRequestId);
  const { body } = request;
  const properties = (typeof body['properties'] === 'object' && body['properties'] !== null ? body['properties'] : {}) as Body;
  const name = inputText(properties, 'replicationProtectedItemName') ?? '';
  const item = vault.items.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (item === undefined) return notFound(name, request.clientRequestId);
  const answer = changeItem(item, 'reprotect', callOf(estate, vault, request));
  // Its operation hangs below the container.
  if ('job' in answer) answer.job.resourcePath = container;
  return afterChange(vault, answer, request);
}
