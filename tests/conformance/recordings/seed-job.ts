import type { Estate, JobEnd, SimJob, SimVault } from '../../../electron/simulator/estate.ts';
import { scenarioOf } from '../../../electron/simulator/job-view.ts';
import { customDetailsOf, jobError, startJob } from '../../../electron/simulator/start-job.ts';
import { bag, list, text, type Bag } from './knowledge.ts';
import type { Exchange } from './read-recordings.ts';
import { itemOf } from './seed-item.ts';
import { ofPlan } from './seed-plan-job.ts';

const TASK_MS = 60_000;

interface JobFacts {
  readonly body: Bag;
  readonly now: number;
  /** Asked for by this name: the job of a plan answers to another than its own. */
  readonly name?: string | undefined;
}

/** A job of the same kind that is as far as the recorded one: not begun, at the same task, or over in the same way. */
export function seedJob(estate: Estate, vault: SimVault, { body, now, name }: JobFacts): SimJob {
  const properties = bag(body['properties']);
  const state = text(properties['state']) ?? 'NotStarted';
  const kind = text(properties['scenarioName']) ?? 'Other';
  const tasks = list(properties['tasks']).map(bag);
  const total = scenarioOf({ jobKind: kind }).tasks.length * TASK_MS;
  const done = tasks.filter((task) => ['Succeeded', 'Failed', 'Other', 'Completed'].includes(text(task['state']) ?? '')).length;
  const isOver = !['NotStarted', 'InProgress', 'Suspended'].includes(state);
  const failedAt = failedTask(properties, kind);
  const errors = list(properties['errors']).map(errorOf);
  const isFailing = state === 'InProgress' && errors.length > 0;
  // Its machines are told some time after its end.
  const isLate = list(bag(properties['customDetails'])['protectedItemDetails']).length > 0;
  const [startedAt, endedAt] = [Date.parse(text(properties['startTime']) ?? ''), Date.parse(text(properties['endTime']) ?? '')];
  // Ends are told in whole seconds, cut off; and the two clocks of the service may differ by one.
  const isTimed = isOver && startedAt < endedAt + 1000 && endedAt < now;
  const begun = isTimed
    ? startedAt
    : state === 'NotStarted'
      ? now
      : isOver
        ? now - total - (isLate ? 60_000 : 1)
        : isFailing
          ? now - total + 250
          : now - Math.min(done * TASK_MS + TASK_MS / 2, total - 1);
  const targetId = text(properties['targetObjectId']);
  const job = startJob(estate, vault, {
    now: begun,
    job: {
      jobKind: kind,
      seconds: total / 1000,
      effect: { kind: 'none' },
      target: { id: targetId ?? '', name: text(properties['targetObjectName']) ?? '' },
      resourcePath: 'replicationFabrics/f',
      clientRequestId: '',
      customDetails: detailsOf(properties, { jobKind: kind, isFailed: state === 'Failed' }),
      fault: isOver ? { end: state as JobEnd, atTask: failedAt, errors } : isFailing ? { end: 'Failed', atTask: failedAt, errors } : null,
    },
  });
  vault.jobs.splice(vault.jobs.indexOf(job), 1);
  const made = {
    ...job,
    name: name ?? text(body['name']) ?? job.name,
    isSettled: true,
    ...(isTimed ? { endsAt: Math.max(startedAt + 1, endedAt) } : {}),
  };
  return properties['targetInstanceType'] === 'RecoveryPlan' ? ofPlan(made, { properties, now }) : made;
}

/** The task that failed, or is about to; -1: none was begun. A list says only what is left to do. */
function failedTask(properties: Bag, jobKind: string): number {
  if (list(properties['allowedActions']).includes('RestartTestFailoverCleanup')) return scenarioOf({ jobKind }).tasks.length - 1;
  return list(properties['tasks'])
    .map(bag)
    .findIndex((task) => task['state'] === 'Failed' || list(task['errors']).length > 0);
}

function errorOf(error: unknown): Record<string, unknown> {
  const provider = bag(bag(error)['providerErrorDetails']);
  const code = text(bag(bag(error)['serviceErrorDetails'])['code']) ?? '499';
  return jobError(
    code,
    'The operation failed.',
    typeof provider['errorMessage'] === 'string' ? { provider: { code: 1, message: 'The provider failed.' } } : {},
  );
}

/** Whom a job concerns is data: the names of the people, machines and places in it. */
function detailsOf(
  properties: Bag,
  { jobKind, isFailed }: { readonly jobKind: string; readonly isFailed: boolean },
): Record<string, unknown> {
  const details = bag(properties['customDetails']);
  const affected = bag(details['affectedObjectDetails']);
  const isBetweenSites = affected['PrimaryFabricProviderId'] === 'VMM' && affected['RecoveryFabricProviderId'] === 'VMM';
  const item = itemOf({
    path: 'replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/item',
    body: isBetweenSites ? { properties: { providerSpecificDetails: { instanceType: 'HyperVReplica2012R2' } } } : null,
    now: 0,
    id: 'item',
  });
  const made = customDetailsOf(text(details['instanceType']) ?? 'AsrJobDetails', {
    jobKind,
    item,
    input: {},
    fault: isFailed ? { end: 'Failed' } : null,
  });
  return { ...made, affectedObjectDetails: details['affectedObjectDetails'] ?? {} };
}

/** The job behind a polling address. */
export function jobOfOperation(
  estate: Estate,
  vault: SimVault,
  { name, body, start }: { readonly name: string; readonly body: Bag; readonly start: Exchange | null },
): SimJob {
  const status = text(body['status']) ?? 'InProgress';
  const isOver = body['endTime'] !== null && body['endTime'] !== undefined;
  const now = Date.parse(start?.headers['date'] ?? '') || Date.UTC(2023, 0, 1);
  const error = bag(body['error']);
  const job = startJob(estate, vault, {
    now,
    job: {
      jobKind: 'Other',
      seconds: 60,
      effect: { kind: 'none' },
      target: { id: '', name: '' },
      resourcePath: 'replicationFabrics/f',
      clientRequestId: '',
      fault: body['error'] === null ? null : { warning: { code: text(error['code']) ?? '', message: '' } },
    },
  });
  vault.jobs.splice(vault.jobs.indexOf(job), 1);
  return {
    ...job,
    name,
    startedAt: status === 'NotStarted' ? Number.MAX_SAFE_INTEGER / 2 : now - 1000,
    endsAt: isOver ? now - 1 : Number.MAX_SAFE_INTEGER,
    end: status as JobEnd,
    isSettled: true,
  };
}
