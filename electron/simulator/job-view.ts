import type { Body, SimJob, SimVault } from './estate.ts';
import { JOB_SCENARIOS, type JobScenario, type JobTask } from './job-scenarios.data.ts';
import { planTasks } from './plan-tasks.ts';
import { iso, vaultId } from './vault-id.ts';

const NOT_CANCELLABLE = new Set(['UpdateVmProperties', 'CreateSite', 'CheckVmmConsistency']);
const UNSET = '0001-01-01T00:00:00';
/** Right after the 202 the service knows little more than the name. */
const UNKNOWN_FOR_MS = 500;
/** Errors are written before the states of the task and the job are; the machines of a failover after. SOURCE: recordings of 2017. */
const ERRORS_EARLY_MS = 500;
const MACHINES_LATE_MS = 1000;

export function scenarioOf(job: Pick<SimJob, 'jobKind'>): JobScenario {
  return JOB_SCENARIOS[job.jobKind] ?? JOB_SCENARIOS['Other']!;
}

export function jobState(job: SimJob, now: number): string {
  if (now >= job.endsAt) return job.end;
  if (job.plan !== undefined && job.plan.waitsSince !== null && now >= job.plan.waitsSince) return 'Suspended';
  return now < job.startedAt + UNKNOWN_FOR_MS ? 'NotStarted' : 'InProgress';
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
      tasks: isList || !isKnown ? [] : job.plan === undefined ? taskViews(job, scenario, now) : planTasks(vault, job, now),
      errors: isList || !isKnown || now < job.endsAt - ERRORS_EARLY_MS ? [] : errorsAt(job, failedTask(job, scenario)),
      startTime: iso(job.startedAt),
      ...(isOver ? { endTime: iso(job.endsAt) } : {}),
      allowedActions: actionsOf(job, scenario, state),
      targetObjectId: isKnown ? job.target.id : null,
      targetObjectName: isKnown ? job.target.name : null,
      targetInstanceType: isKnown ? job.target.type : 'ProtectionEntity',
      customDetails: isList ? null : detailsOf(job, { isKnown, now }),
    },
  };
}

interface Seen {
  readonly isKnown: boolean;
  readonly now: number;
}

/** A failover tells of its machines a little after its end. */
function detailsOf(job: SimJob, { isKnown, now }: Seen): Body {
  const { customDetails } = job;
  if (!isKnown) return { instanceType: 'AsrJobDetails', affectedObjectDetails: customDetails['affectedObjectDetails'] ?? {} };
  if (!('protectedItemDetails' in customDetails)) return customDetails;
  const isTold = now >= job.endsAt + MACHINES_LATE_MS && (job.failsAtTask ?? 0) >= 0;
  return { ...customDetails, protectedItemDetails: isTold ? customDetails['protectedItemDetails'] : [] };
}

function actionsOf(job: SimJob, scenario: JobScenario, state: string): readonly string[] {
  if (state === 'InProgress') return NOT_CANCELLABLE.has(job.jobKind) ? [] : ['Cancel'];
  if (state === 'Suspended') return ['Cancel', 'Resume'];
  if (state === 'Failed') return isHalfTest(job, scenario) ? ['RestartTestFailoverCleanup'] : scenario.afterFailure;
  return state === 'Cancelled' || (state === 'PartiallySucceeded' && job.plan === undefined) ? ['Restart'] : [];
}

/** A test that failed when its machine was there already leaves that to be cleaned up. */
function isHalfTest({ jobKind, failsAtTask }: SimJob, { tasks }: JobScenario): boolean {
  return jobKind === 'TestFailover' && failsAtTask === tasks.length - 1;
}

/** Tasks run one after another in equal shares of the time; after a failed one the rest is skipped. */
function taskViews(job: SimJob, scenario: JobScenario, now: number): Body[] {
  const failsAt = job.failsAtTask ?? (job.end === 'Failed' ? scenario.tasks.length - 1 : null);
  return sharedOut(scenario.tasks, { startedAt: job.startedAt, endsAt: job.endsAt }).map((slot, index) => {
    const isSkipped = failsAt !== null && (index > failsAt || job.failsAtTask === -1) && now >= job.endsAt;
    return taskView(job, slot, { now, isSkipped, isFailing: failsAt === index, id: String(index + 1) });
  });
}

interface Slot {
  readonly task: JobTask;
  readonly starts: number;
  readonly ends: number;
}

function sharedOut(tasks: readonly JobTask[], { startedAt, endsAt }: Pick<SimJob, 'startedAt' | 'endsAt'>): Slot[] {
  const share = (endsAt - startedAt) / tasks.length;
  return tasks.map((task, index) => ({ task, starts: startedAt + share * index, ends: startedAt + share * (index + 1) }));
}

interface Showing {
  readonly now: number;
  readonly isSkipped: boolean;
  readonly isFailing: boolean;
  /** Number of the task; of one within another both numbers. */
  readonly id: string;
}

function taskView(job: SimJob, { task, starts, ends }: Slot, showing: Showing): Body {
  const { now, isSkipped, isFailing, id } = showing;
  const state = isSkipped ? 'Other' : stateOfTask({ now, starts, ends, isFailing, end: job.end });
  const within = sharedOut(task.children ?? [], { startedAt: starts, endsAt: ends });
  const details = task.children === undefined ? (task.details ?? { instanceType: 'TaskDetails' }) : null;
  return {
    taskId: task.id ?? madeId(job, id),
    name: task.name,
    startTime: state === 'NotStarted' || isSkipped ? UNSET : iso(starts),
    endTime: now >= ends && !isSkipped ? iso(ends) : UNSET,
    allowedActions: [],
    friendlyName: task.title,
    state,
    stateDescription: isSkipped ? 'Skipped' : state === 'Succeeded' ? 'Completed' : state,
    taskType: details?.['instanceType'] ?? 'InlineWorkflowTaskDetails',
    customDetails: details,
    groupTaskCustomDetails:
      details !== null
        ? null
        : {
            workflowIds: [madeId(job, `${id}0`)],
            instanceType: 'InlineWorkflowTaskDetails',
            childTasks: within.map((slot, index) => taskView(job, slot, { ...showing, id: `${id}${index + 1}` })),
          },
    errors: isFailing && now >= job.endsAt - ERRORS_EARLY_MS ? errorsAt(job, task.id ?? task.name) : [],
  };
}

function madeId({ name }: Pick<SimJob, 'name'>, number: string): string {
  return `${name.slice(0, 24)}${number.padStart(12, '0')}`;
}

function failedTask(job: SimJob, { tasks }: JobScenario): string | null {
  if (job.failsAtTask === null || job.failsAtTask < 0) return null;
  const task = tasks[Math.min(job.failsAtTask, tasks.length - 1)];
  return task?.id ?? task?.name ?? null;
}

/** Errors name the task that failed; none when no task was begun. */
function errorsAt(job: SimJob, taskId: string | null): Body[] {
  return job.errors.map((error) => ({ ...error, taskId }));
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
  if (!isOver && jobState(job, now) === 'NotStarted')
    return {
      error: null,
      id: null,
      name: job.name,
      properties: null,
      status: 'NotStarted',
      startTime: null,
      endTime: null,
      percentComplete: null,
    };
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
