import type { PlanStep, SimJob } from '../../../electron/simulator/estate.ts';
import { PLAN_VERBS, planSteps } from '../../../electron/simulator/plan-steps.ts';
import { bag, list, text, type Bag } from './knowledge.ts';

interface PlanFacts {
  readonly properties: Bag;
  readonly now: number;
}

const HOUR_MS = 3_600_000;
/** Between a step that is over and the next. */
const STEP_MS = 1000;

/** The job of a plan with as many groups and machines, whose steps are as far as the recorded ones. */
export function ofPlan(job: SimJob, { properties, now }: PlanFacts): SimJob {
  const verb = Object.entries(PLAN_VERBS).find(([, { jobKind }]) => jobKind === job.jobKind);
  if (verb === undefined) return job;
  const tasks = list(properties['tasks']).map(bag);
  const plan = { path: 'replicationRecoveryPlans/plan', type: '', properties: { groups: groupsIn(tasks) } };
  const shutsDown = tasks.some((task) => /^shutdown/i.test(text(task['taskId']) ?? ''));
  const steps = planSteps(plan, verb[1], shutsDown ? { sourceSiteOperations: 'Required' } : {});
  for (const [index, step] of steps.entries()) placeInTime(step, tasks[index] ?? {}, now - (steps.length - index) * STEP_MS);
  const state = text(properties['state']);
  const isOver = state !== 'InProgress' && state !== 'Suspended' && state !== 'NotStarted';
  return {
    ...job,
    endsAt: isOver ? job.endsAt : now + HOUR_MS,
    target: { ...job.target, type: 'RecoveryPlan' },
    plan: { verb: verb[0], body: {}, steps, done: 0, waitsSince: state === 'Suspended' ? now - STEP_MS : null },
  };
}

/** Groups by number, each with its machines and the manual steps before it. */
function groupsIn(tasks: readonly Bag[]): Record<string, unknown>[] {
  let waiting: Record<string, unknown>[] = [];
  return tasks.flatMap((task) => {
    const group = bag(task['groupTaskCustomDetails']);
    if (bag(task['customDetails'])['instanceType'] === 'ManualActionTaskDetails') waiting.push(manualAction(task));
    if (!/^group\d+$/i.test(text(group['groupId']) ?? '')) return [];
    const startGroupActions = waiting;
    waiting = [];
    const members = list(group['childTasks']).filter((child) => bag(bag(child)['customDetails'])['jobTask'] !== undefined);
    return [{ groupType: 'Boot', replicationProtectedItems: members.map((_, index) => ({ id: `machine-${index}` })), startGroupActions }];
  });
}

function manualAction(task: Bag): Record<string, unknown> {
  return {
    actionName: text(task['friendlyName']) ?? 'look',
    failoverTypes: Object.values(PLAN_VERBS).map(({ failoverType }) => failoverType),
    customDetails: { instanceType: 'ManualActionDetails', description: 'look' },
  };
}

function placeInTime(step: PlanStep, task: Bag, at: number): void {
  const state = text(task['state']) ?? 'NotStarted';
  if (state === 'NotStarted') return;
  step.startedAt = at;
  if (state === 'InProgress' || state === 'Suspended') step.endedAt = step.kind === 'manual' ? null : at + HOUR_MS;
  else step.endedAt = at;
  if (state === 'Failed' && step.kind === 'group') for (const member of step.members) member.end = 'Failed';
}
