import type { AzureJob, AzureJobError, AzureTask, HealthError, ProtectedItem, ReplicationProgress } from './protected-item.ts';

type Bag = Readonly<Record<string, unknown>>;

function bag(value: unknown): Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}

/**
 * An instant as ISO text. The service writes unset times as year 1 or 1753, some without a zone; those say nothing. What cannot
 * be read as a time is `null`, never "now".
 */
export function instantOf(value: unknown): string | null {
  const date =
    value instanceof Date
      ? value
      : typeof value === 'string' && value !== ''
        ? new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`)
        : null;
  if (date === null || Number.isNaN(date.getTime())) return null;
  return date.getUTCFullYear() <= 1800 ? null : date.toISOString();
}

/** A number that some providers write as text ("23"). */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^\d+\.?\d*$/.test(value.trim()) ? Number(value) : null;
}

/** Reads an item of the client, of a recording or of the cache alike; what is missing is `null`. */
export function readProtectedItem(answer: unknown): ProtectedItem {
  const item = bag(answer);
  const properties = bag(item['properties']);
  const details = bag(properties['providerSpecificDetails']);
  const scenario = bag(properties['currentScenario']);
  const jobId = text(scenario['jobId']);
  const isIdle = jobId === null || /\/none$/i.test(jobId) || text(scenario['scenarioName']) === 'None';
  return {
    id: text(item['id']) ?? '',
    name: text(item['name']) ?? '',
    friendlyName: text(properties['friendlyName']) ?? text(item['name']) ?? '',
    instanceType: text(details['instanceType']),
    protectionState: text(properties['protectionState']),
    protectionStateWords: text(properties['protectionStateDescription']),
    activeLocation: text(properties['activeLocation']),
    testFailoverState: text(properties['testFailoverState']),
    allowedOperations: list(properties['allowedOperations']).filter((word) => typeof word === 'string'),
    running: isIdle ? null : { scenario: text(scenario['scenarioName']) ?? 'unknown', jobId, startedAt: instantOf(scenario['startTime']) },
    replicationHealth: text(properties['replicationHealth']),
    failoverHealth: text(properties['failoverHealth']),
    healthErrors: list(properties['healthErrors']).map(readHealthError),
    policyId: text(properties['policyId']),
    recoveryContainerId: text(properties['recoveryContainerId']),
    protectableItemId: text(properties['protectableItemId']),
    lastTestFailoverAt: instantOf(properties['lastSuccessfulTestFailoverTime']),
    lastFailoverAt: instantOf(properties['lastSuccessfulFailoverTime']),
    progress: readProgress(details),
    raw: item,
  };
}

/** Each provider says it in another place; a percentage may stand still or vanish while work goes on. */
function readProgress(details: Bag): ReplicationProgress {
  const percent =
    numberOf(details['initialReplicationProgressPercentage']) ??
    numberOf(bag(details['initialReplicationDetails'])['initialReplicationProgressPercentage']) ??
    numberOf(details['monitoringPercentageCompletion']) ??
    numberOf(details['resyncProgressPercentage']);
  return {
    percent,
    rpoSeconds: numberOf(details['lastRpoInSeconds']) ?? numberOf(details['rpoInSeconds']),
    rpoCalculatedAt: instantOf(details['lastRpoCalculatedTime']),
  };
}

export function readHealthError(answer: unknown): HealthError {
  const error = bag(answer);
  return {
    code: text(error['errorCode']),
    level: text(error['errorLevel']),
    category: text(error['errorCategory']),
    summary: text(error['summaryMessage']),
    message: text(error['errorMessage']),
    possibleCauses: text(error['possibleCauses']),
    recommendedAction: text(error['recommendedAction']),
    at: instantOf(error['creationTimeUtc']),
  };
}

export function readJob(answer: unknown): AzureJob {
  const job = bag(answer);
  const properties = bag(job['properties']);
  return {
    id: text(job['id']) ?? '',
    name: text(job['name']) ?? '',
    activityId: text(properties['activityId']),
    scenario: text(properties['scenarioName']),
    title: text(properties['friendlyName']),
    state: text(properties['state']) ?? 'NotStarted',
    stateWords: text(properties['stateDescription']),
    targetId: text(properties['targetObjectId']),
    targetName: text(properties['targetObjectName']),
    startedAt: instantOf(properties['startTime']),
    endedAt: instantOf(properties['endTime']),
    allowedActions: list(properties['allowedActions']).filter((word) => typeof word === 'string'),
    tasks: list(properties['tasks']).map(readTask),
    errors: list(properties['errors']).map(readJobError),
    raw: job,
  };
}

function readTask(answer: unknown): AzureTask {
  const task = bag(answer);
  // A task that was passed over has the state Other and says Skipped beside it.
  const state = text(task['state']) === 'Other' ? (text(task['stateDescription']) ?? 'Other') : text(task['state']);
  return {
    id: text(task['taskId']),
    title: text(task['friendlyName']) ?? text(task['name']),
    state,
    startedAt: instantOf(task['startTime']),
    endedAt: instantOf(task['endTime']),
  };
}

export function readJobError(answer: unknown): AzureJobError {
  const error = bag(answer);
  const service = bag(error['serviceErrorDetails']);
  const provider = bag(error['providerErrorDetails']);
  const providerCode = text(provider['errorCode']);
  return {
    code: text(service['code']),
    message: text(service['message']),
    possibleCauses: text(service['possibleCauses']),
    recommendedAction: text(service['recommendedAction']),
    providerCode: providerCode === '0' ? null : providerCode,
    providerMessage: text(provider['errorMessage']),
    activityId: text(service['activityId']),
  };
}
