import type { Body, SimJob, SimVault } from './estate.ts';
import { JOB_SCENARIOS, type JobScenario } from './job-scenarios.data.ts';

const UNSET = '0001-01-01T00:00:00';
/** Right after the 202 the service knows little more than the name. */
const UNKNOWN_FOR_MS = 500;

export function scenarioOf(job: Pick<SimJob, 'jobKind'>): JobScenario {
  return JOB_SCENARIOS[job.jobKind] ?? JOB_SCENARIOS['Other']!;
}

export function jobState(job: SimJob, now: number): string {
  if (now < job.startedAt + UNKNOWN_FOR_MS) return 'NotStarted';
  return now < job.endsAt ? 'InProgress' : job.end;
}

/** A job as the service shows it at a time. Lists leave out tasks, errors and details. */
export function jobView(vault: SimVault, job: SimJob, { now, isList }: { readonly now: number; readonly isList: boolean }): Body {
  const scenario = scenarioOf(job);
  const state = jobState(job, now);
  const isOver = now >= job.endsAt;
  const isKnown = state !== 'NotStarted';
  return {
    id: `${vaultId(vault)}/replicationJobs/${job.name}`,
    name: job.name,
    type: 'Microsoft.RecoveryServices/vaults/replicationJobs',
    properties: {
      activityId: isList ? null : job.activityId,
      scenarioName: isKnown ? job.jobKind : null,
      friendlyName: isKnown ? scenario.title : null,
      state,
      stateDescription: state === 'Succeeded' ? 'Completed' : state,
      tasks: isList || !isKnown ? [] : taskViews(job, scenario, now),
      errors: isList || !isOver ? [] : job.errors,
      startTime: iso(job.startedAt),
      ...(isOver ? { endTime: iso(job.endsAt) } : {}),
      allowedActions: actionsOf(job, scenario, state),
      targetObjectId: job.target.id,
      targetObjectName: job.target.name,
      targetInstanceType: isKnown ? scenario.targetType : 'ProtectionEntity',
      customDetails: isList ? null : isKnown ? job.customDetails : { instanceType: 'AsrJobDetails', affectedObjectDetails: {} },
    },
  };
}

function actionsOf(job: SimJob, scenario: JobScenario, state: string): readonly string[] {
  if (state === 'InProgress') return job.jobKind === 'UpdateVmProperties' ? [] : ['Cancel'];
  if (state === 'Failed') return scenario.afterFailure;
  return state === 'Cancelled' || state === 'PartiallySucceeded' ? ['Restart'] : [];
}

/** Tasks run one after another in equal shares of the time; after a failed one the rest is skipped. */
function taskViews(job: SimJob, scenario: JobScenario, now: number): Body[] {
  const share = (job.endsAt - job.startedAt) / scenario.tasks.length;
  const failsAt = job.failsAtTask ?? (job.end === 'Failed' ? scenario.tasks.length - 1 : null);
  return scenario.tasks.map((task, index) => {
    const starts = job.startedAt + share * index;
    const ends = starts + share;
    const isSkipped = failsAt !== null && (index > failsAt || job.failsAtTask === -1) && now >= job.endsAt;
    const state = isSkipped ? 'Other' : stateOfTask({ now, starts, ends, isFailing: failsAt === index, end: job.end });
    return {
      taskId: task.id ?? `${job.name.slice(0, 24)}${(index + 1).toString(16).padStart(12, '0')}`,
      name: task.name,
      startTime: state === 'NotStarted' || isSkipped ? UNSET : iso(starts),
      endTime: now >= ends && !isSkipped ? iso(ends) : UNSET,
      allowedActions: [],
      friendlyName: task.title,
      state,
      stateDescription: isSkipped ? 'Skipped' : state === 'Succeeded' ? 'Completed' : state,
      taskType: 'TaskDetails',
      customDetails: { instanceType: 'TaskDetails' },
      groupTaskCustomDetails: null,
      errors: state === 'Failed' ? job.errors : [],
    };
  });
}

interface TaskTime {
  readonly now: number;
  readonly starts: number;
  readonly ends: number;
  readonly isFailing: boolean;
  readonly end: string;
}

function stateOfTask({ now, starts, ends, isFailing, end }: TaskTime): string {
  if (now < starts) return 'NotStarted';
  if (now < ends) return 'InProgress';
  if (isFailing) return 'Failed';
  return end === 'Cancelled' ? 'Cancelled' : 'Succeeded';
}

/** Answer of the polling address. An `error` beside Succeeded is a warning. */
export function operationView(job: SimJob, now: number): Body {
  const isOver = now >= job.endsAt;
  const status = isOver ? (job.end === 'Failed' || job.end === 'Cancelled' ? job.end : 'Succeeded') : 'InProgress';
  const [first] = job.errors;
  const details = first === undefined ? null : (first['serviceErrorDetails'] as Body | undefined);
  const failure = status === 'Failed' && details != null ? { code: details['code'], message: details['message'], details: null } : null;
  const warning = job.warning === null ? null : { ...job.warning, details: null };
  return {
    error: failure ?? warning,
    id: null,
    name: job.name,
    properties: null,
    status,
    startTime: iso(job.startedAt),
    endTime: isOver ? iso(job.endsAt) : null,
    percentComplete: null,
  };
}

export function vaultId(vault: Pick<SimVault, 'subscriptionId' | 'resourceGroup' | 'name'>): string {
  return `/Subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.name}`;
}

/** The service writes seven digits of a second. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace('Z', '0000Z');
}
