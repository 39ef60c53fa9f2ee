import type { AzureJob, ProtectedItem } from '../../../shared/azure/protected-item.ts';
import { bag, list } from './knowledge.ts';

/** Where each field of the port stands in an answer, written down a second time, apart from the code that reads it. */
type Fields<T> = readonly (readonly [keyof T, string])[];

export const ITEM_FIELDS: Fields<ProtectedItem> = [
  ['id', 'id'],
  ['name', 'name'],
  ['friendlyName', 'properties.friendlyName'],
  ['instanceType', 'properties.providerSpecificDetails.instanceType'],
  ['protectionState', 'properties.protectionState'],
  ['protectionStateWords', 'properties.protectionStateDescription'],
  ['activeLocation', 'properties.activeLocation'],
  ['testFailoverState', 'properties.testFailoverState'],
  ['replicationHealth', 'properties.replicationHealth'],
  ['failoverHealth', 'properties.failoverHealth'],
  ['policyId', 'properties.policyId'],
  ['recoveryContainerId', 'properties.recoveryContainerId'],
  ['protectableItemId', 'properties.protectableItemId'],
];

export const JOB_FIELDS: Fields<AzureJob> = [
  ['id', 'id'],
  ['name', 'name'],
  ['activityId', 'properties.activityId'],
  ['scenario', 'properties.scenarioName'],
  ['title', 'properties.friendlyName'],
  ['state', 'properties.state'],
  ['stateWords', 'properties.stateDescription'],
  ['targetId', 'properties.targetObjectId'],
  ['targetName', 'properties.targetObjectName'],
];

export function valueAt(answer: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => bag(value)[name], answer);
}

/** What a decoded answer lost, in words. */
export function lostInItem(answer: unknown, item: ProtectedItem): string[] {
  const details = bag(valueAt(answer, 'properties.providerSpecificDetails'));
  const scenario = bag(valueAt(answer, 'properties.currentScenario'));
  const isBusy = typeof scenario['jobId'] === 'string' && !/\/none$/i.test(scenario['jobId']) && scenario['scenarioName'] !== 'None';
  const rpo = details['lastRpoInSeconds'] ?? details['rpoInSeconds'];
  const checks: readonly (readonly [string, boolean])[] = [
    ...ITEM_FIELDS.map(([field, path]) => [field, isSame(valueAt(answer, path), item[field])] as const),
    ['allowedOperations', isEqual(list(valueAt(answer, 'properties.allowedOperations')), item.allowedOperations)],
    [
      'running',
      isBusy ? item.running?.jobId === scenario['jobId'] && item.running?.scenario === scenario['scenarioName'] : item.running === null,
    ],
    [
      'healthErrors',
      list(valueAt(answer, 'properties.healthErrors')).every((error, index) =>
        isSame(bag(error)['errorCode'], item.healthErrors[index]?.code),
      ),
    ],
    ['lastTestFailoverAt', isSameTime(valueAt(answer, 'properties.lastSuccessfulTestFailoverTime'), item.lastTestFailoverAt)],
    ['lastFailoverAt', isSameTime(valueAt(answer, 'properties.lastSuccessfulFailoverTime'), item.lastFailoverAt)],
    ['rpoSeconds', (typeof rpo === 'number' ? rpo : null) === item.progress.rpoSeconds],
    ['rpoCalculatedAt', isSameTime(details['lastRpoCalculatedTime'], item.progress.rpoCalculatedAt)],
    ['raw', isEqual(answer, item.raw)],
  ];
  return checks.filter(([, isKept]) => !isKept).map(([field]) => field);
}

export function lostInJob(answer: unknown, job: AzureJob): string[] {
  const tasks = list(valueAt(answer, 'properties.tasks')).map(bag);
  const errors = list(valueAt(answer, 'properties.errors')).map(bag);
  const checks: readonly (readonly [string, boolean])[] = [
    ...JOB_FIELDS.map(([field, path]) => [field, isSame(valueAt(answer, path), job[field])] as const),
    ['startedAt', isSameTime(valueAt(answer, 'properties.startTime'), job.startedAt)],
    ['endedAt', isSameTime(valueAt(answer, 'properties.endTime'), job.endedAt)],
    ['allowedActions', isEqual(list(valueAt(answer, 'properties.allowedActions')), job.allowedActions)],
    [
      'tasks',
      tasks.length === job.tasks.length &&
        tasks.every((task, index) => isSame(task['taskId'], job.tasks[index]?.id) && isSame(task['friendlyName'], job.tasks[index]?.title)),
    ],
    [
      'errors',
      errors.length === job.errors.length &&
        errors.every(
          (error, index) =>
            isSame(bag(error['serviceErrorDetails'])['code'], job.errors[index]?.code) &&
            isSame(bag(error['serviceErrorDetails'])['message'], job.errors[index]?.message),
        ),
    ],
    ['raw', isEqual(answer, job.raw)],
  ];
  return checks.filter(([, isKept]) => !isKept).map(([field]) => field);
}

/** An empty text and a missing one both say nothing. */
function isSame(wanted: unknown, got: unknown): boolean {
  const said = wanted === undefined || wanted === '' ? null : wanted;
  return said === (got ?? null);
}

/** Times of the year 1 and of 1753 stand for none. */
function isSameTime(wanted: unknown, got: string | null): boolean {
  if (typeof wanted !== 'string' || /^(0001|1753)/.test(wanted)) return got === null;
  const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(wanted) ? wanted : `${wanted}Z`);
  return Number.isNaN(at) ? got === null : got !== null && Date.parse(got) === at;
}

export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
