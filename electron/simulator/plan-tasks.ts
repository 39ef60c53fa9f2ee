import type { Body, PlanStep, SimJob, SimVault } from './estate.ts';

const UNSET = '0001-01-01T00:00:00';
const iso = (at: number): string => new Date(at).toISOString().replace('Z', '0000Z');

/** Tasks of a plan's job: a group for each group, with a task for each member; a manual step waits for a person. */
export function planTasks(vault: SimVault, { name, plan }: SimJob, now: number): Body[] {
  return (plan?.steps ?? []).map((step, index) => {
    const state = stateOf(step, now);
    return {
      taskId: `${name.slice(0, 24)}${(index + 1).toString(16).padStart(12, '0')}`,
      name: step.kind === 'manual' ? 'ManualAction' : `RecoveryPlan${step.groupType}Group`,
      startTime: step.startedAt === null || now < step.startedAt ? UNSET : iso(step.startedAt),
      endTime: step.endedAt === null || now < step.endedAt ? UNSET : iso(step.endedAt),
      allowedActions: [],
      friendlyName: step.name,
      state,
      stateDescription: state === 'Succeeded' ? 'Completed' : state,
      taskType: step.kind === 'manual' ? 'TaskDetails' : 'GroupTaskDetails',
      customDetails:
        step.kind === 'manual'
          ? { instanceType: 'ManualActionTaskDetails', name: step.name, instructions: step.instructions, observation: step.observation }
          : { instanceType: 'TaskDetails' },
      groupTaskCustomDetails:
        step.kind === 'manual'
          ? null
          : {
              instanceType: 'RecoveryPlanGroupTaskDetails',
              name: step.name,
              groupId: String(index),
              rpGroupType: step.groupType,
              childTasks: membersOf(vault, step, now),
            },
      errors: [],
    };
  });
}

function stateOf(step: PlanStep, now: number): string {
  if (step.startedAt === null || now < step.startedAt) return 'NotStarted';
  if (step.kind === 'manual') return step.endedAt === null ? 'Suspended' : 'Succeeded';
  if (step.endedAt === null || now < step.endedAt) return 'InProgress';
  return step.members.every(({ end }) => end === null || end === 'Succeeded') ? 'Succeeded' : 'Failed';
}

function membersOf(vault: SimVault, step: Extract<PlanStep, { kind: 'group' }>, now: number): Body[] {
  return step.members.map((member) => {
    const job = vault.jobs.find(({ name }) => name === member.job);
    const state = job === undefined || now < job.startedAt ? 'NotStarted' : now < job.endsAt ? 'InProgress' : job.end;
    return {
      taskId: member.job ?? '',
      name: 'VirtualMachineTask',
      startTime: job === undefined || now < job.startedAt ? UNSET : iso(job.startedAt),
      endTime: job === undefined || now < job.endsAt ? UNSET : iso(job.endsAt),
      allowedActions: [],
      friendlyName: job?.target.name ?? member.id.split('/').at(-1) ?? '',
      state,
      stateDescription: state === 'Succeeded' ? 'Completed' : state,
      taskType: 'TaskDetails',
      customDetails: {
        instanceType: 'VirtualMachineTaskDetails',
        skippedReason: null,
        skippedReasonString: null,
        jobTask:
          job === undefined
            ? null
            : {
                jobId: job.name,
                jobFriendlyName: job.target.name,
                targetObjectId: job.target.id,
                targetObjectName: job.target.name,
                targetInstanceType: 'ProtectionEntity',
                jobScenarioName: job.jobKind,
              },
      },
      groupTaskCustomDetails: null,
      errors: state === 'Failed' ? (job?.errors ?? []) : [],
    };
  });
}
