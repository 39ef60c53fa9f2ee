import type { Body, PlanStep, SimJob, SimVault } from './estate.ts';
import { JOB_SCENARIOS } from './job-scenarios.data.ts';
import { iso, itemPath, vaultId } from './vault-id.ts';

const UNSET = '0001-01-01T00:00:00';

type GroupStep = Extract<PlanStep, { kind: 'group' }>;

interface Showing {
  readonly vault: SimVault;
  readonly job: SimJob;
  readonly now: number;
}

/** Tasks of a plan's job: a group for each group, with a task for each member; a manual step waits for a person. */
export function planTasks(vault: SimVault, job: SimJob, now: number): Body[] {
  return (job.plan?.steps ?? []).map((step, index) => stepTask({ vault, job, now }, step, madeId(job, index + 1)));
}

function stepTask(showing: Showing, step: PlanStep, taskId: string): Body {
  const base = { taskId, times: timesOf(step, showing.now), state: stateOf(step, showing.now) };
  switch (step.kind) {
    case 'task':
      return taskShape({ ...base, name: step.name, title: step.title, details: { instanceType: 'TaskDetails' } });
    case 'manual': {
      const { name, instructions, observation } = step;
      return taskShape({
        ...base,
        name: 'ManualAction',
        title: name,
        details: { instanceType: 'ManualActionTaskDetails', name, instructions, observation },
      });
    }
    case 'group':
      return groupTask(showing, step);
    default:
      return step satisfies never;
  }
}

/** A group is named by its id, and so is the task. */
function groupTask(showing: Showing, step: GroupStep): Body {
  const instanceType = step.parts === undefined ? 'RecoveryPlanGroupTaskDetails' : 'RecoveryPlanShutdownGroupTaskDetails';
  return taskShape({
    taskId: step.id,
    name: 'Unknown',
    title: step.title,
    state: stateOf(step, showing.now),
    times: timesOf(step, showing.now),
    details: null,
    group: {
      name: step.id,
      groupId: step.id,
      rpGroupType: step.groupType,
      instanceType,
      childTasks:
        step.parts?.map((part) => groupTask(showing, { ...part, startedAt: step.startedAt, endedAt: step.endedAt })) ??
        step.members.map((member, index) => memberTask(showing, step, { ...member, index })),
    },
  });
}

interface Member {
  readonly id: string;
  readonly index: number;
  readonly end: string | null;
  readonly job: string | null;
}

/** A machine of a group: as far as its own job where the group does the work, and else as far as the group. */
function memberTask({ vault, job, now }: Showing, step: GroupStep, { id, index, end, job: jobName }: Member): Body {
  const item = vault.items.find((each) => `${vaultId(vault)}/${itemPath(each)}`.toLowerCase() === id.toLowerCase());
  const own = vault.jobs.find(({ name }) => name === jobName);
  const ofGroup = stateOf(step, now);
  const isOwn = step.acts && own !== undefined && ofGroup !== 'NotStarted';
  const state = isOwn ? (now < own.endsAt ? 'InProgress' : (end ?? own.end)) : ofGroup;
  const isBegun = own !== undefined && state !== 'NotStarted';
  const friendlyName = item?.machine.name ?? own?.target.name ?? id.split('/').at(-1) ?? '';
  return taskShape({
    taskId: madeId(job, 256 * (index + 1) + step.id.length),
    name: 'Unknown',
    title: friendlyName,
    state,
    times: own === undefined || !isBegun ? timesOf(step, now) : timesOf({ startedAt: own.startedAt, endedAt: own.endsAt }, now),
    details: {
      skippedReason: 'None',
      skippedReasonString: null,
      jobTask: {
        jobId: `${vaultId(vault)}/replicationJobs/${isBegun ? own.name : ''}`,
        jobFriendlyName: isBegun ? (JOB_SCENARIOS[own.jobKind]?.title ?? own.jobKind) : 'Unknown',
        targetObjectId: item?.machine.id ?? own?.target.id ?? '',
        targetObjectName: friendlyName,
        targetInstanceType: 'Vm',
        jobScenarioName: isBegun ? own.jobKind : 'Unknown',
      },
      instanceType: 'VirtualMachineTaskDetails',
    },
    errors: state === 'Failed' ? (own?.errors ?? []) : [],
  });
}

interface TaskFacts {
  readonly taskId: string;
  readonly name: string;
  readonly title: string;
  readonly state: string;
  readonly times: { readonly startTime: string; readonly endTime: string };
  readonly details: Body | null;
  readonly group?: Body;
  readonly errors?: readonly Body[];
}

function taskShape({ taskId, name, title, state, times, details, group, errors = [] }: TaskFacts): Body {
  return {
    taskId,
    name,
    ...times,
    allowedActions: [],
    friendlyName: title,
    state,
    stateDescription: state === 'Succeeded' ? 'Completed' : state,
    // A task is of the kind that its details are of.
    taskType: (details ?? group)?.['instanceType'] ?? 'TaskDetails',
    customDetails: details,
    groupTaskCustomDetails: group ?? null,
    errors: [...errors],
  };
}

function timesOf({ startedAt, endedAt }: Pick<PlanStep, 'startedAt' | 'endedAt'>, now: number): TaskFacts['times'] {
  const told = (at: number | null): string => (at === null || now < at ? UNSET : iso(at));
  return { startTime: told(startedAt), endTime: told(endedAt) };
}

function stateOf(step: PlanStep, now: number): string {
  if (step.startedAt === null || now < step.startedAt) return 'NotStarted';
  if (step.kind === 'manual') return step.endedAt === null ? 'Suspended' : 'Succeeded';
  if (step.endedAt === null || now < step.endedAt) return 'InProgress';
  return step.kind === 'task' || step.members.every(({ end }) => end === null || end === 'Succeeded') ? 'Succeeded' : 'Failed';
}

function madeId({ name }: Pick<SimJob, 'name'>, number: number): string {
  return `${name.slice(0, 24)}${number.toString(16).padStart(12, '0')}`;
}
