import { siteRecoveryError, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Estate, JobEnd, PlanStep, SimItem, SimJob, SimResource, SimVault } from './estate.ts';
import { changeItem } from './item-changes.ts';
import { itemPath } from './item-view.ts';
import { accepted } from './job-routes.ts';
import { vaultId } from './job-view.ts';
import { inputText } from './providers/common.ts';
import { startJob } from './start-job.ts';

/** Operation of a plan -> scenario of its job, and the value that an action names it by. */
const VERBS: Readonly<Record<string, { readonly jobKind: string; readonly failoverType: string }>> = {
  testfailover: { jobKind: 'TestFailover', failoverType: 'TestFailover' },
  testfailovercleanup: { jobKind: 'TestFailoverCleanup', failoverType: 'TestFailoverCleanup' },
  plannedfailover: { jobKind: 'PlannedFailover', failoverType: 'PlannedFailover' },
  unplannedfailover: { jobKind: 'UnplannedFailover', failoverType: 'UnplannedFailover' },
  failovercommit: { jobKind: 'CommitFailover', failoverType: 'Commit' },
  failovercancel: { jobKind: 'CancelFailover', failoverType: 'CancelFailover' },
  reprotect: { jobKind: 'ReverseReplication', failoverType: 'ReverseReplicate' },
};

const STEP_SECONDS = 10;

interface PlanCall {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly request: ArmRequest;
  readonly plan: SimResource;
  readonly verb: string;
}

/** A change of a whole plan: group after group, a job for each member, and a wait where a person has to act. */
export function changePlan({ estate, vault, request, plan, verb }: PlanCall): ArmAnswer {
  const known = VERBS[verb];
  if (known === undefined)
    return siteRecoveryError(404, {
      code: 'NotFound',
      innerCode: 'OperationNotFound',
      message: `The operation '${verb}' is not known.`,
      clientRequestId: request.clientRequestId,
    });
  const name = plan.path.split('/').at(-1) ?? '';
  const job = startJob(estate, vault, {
    now: request.now,
    job: {
      jobKind: known.jobKind,
      seconds: 1,
      effect: { kind: 'none' },
      target: { id: name, name },
      resourcePath: plan.path,
      clientRequestId: request.clientRequestId,
      customDetails: { instanceType: verb.startsWith('test') ? 'TestFailoverJobDetails' : 'FailoverJobDetails', affectedObjectDetails: {} },
    },
  });
  job.target = { ...job.target, type: 'RecoveryPlan' };
  job.plan = { verb, body: bodyOf(request), steps: stepsOf(plan, known.failoverType), done: 0, waitsSince: null };
  goOn({ estate, vault, request, job }, request.now);
  return accepted(vault, job, request);
}

/** A person did what the plan asked for. */
export function resumePlan(context: PlanContext): ArmAnswer {
  const { vault, request, job } = context;
  const { plan } = job;
  if (plan === undefined || plan.waitsSince === null || request.now < plan.waitsSince)
    return siteRecoveryError(400, {
      code: 'BadRequest',
      innerCode: 'JobActionNotAllowed',
      message: 'The job does not wait for anybody.',
      clientRequestId: request.clientRequestId,
    });
  const step = plan.steps[plan.done];
  if (step?.kind === 'manual') Object.assign(step, { endedAt: request.now, observation: inputText(bodyOf(request), 'comments') ?? '' });
  plan.done += 1;
  plan.waitsSince = null;
  goOn(context, request.now);
  return accepted(vault, job, request);
}

export interface PlanContext {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly request: ArmRequest;
  readonly job: SimJob;
}

const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** Starts what comes next, up to the next wait. How members end is known when they start, so the plan's end is too. */
function goOn({ estate, vault, request, job }: PlanContext, from: number): void {
  const { plan } = job;
  if (plan === undefined) return;
  let at = from;
  for (; plan.done < plan.steps.length; plan.done += 1) {
    const step = plan.steps[plan.done];
    if (step === undefined) break;
    step.startedAt = at;
    if (step.kind === 'manual') {
      plan.waitsSince = at;
      job.endsAt = FOR_EVER;
      return;
    }
    const ends = step.members.map((member) => {
      const item = memberOf(vault, member.id);
      if (item === undefined) return at;
      const change = changeItem(item, plan.verb, {
        estate,
        vault,
        now: at,
        body: memberBody(plan.body, item),
        clientRequestId: request.clientRequestId,
        fault: null,
        method: 'POST',
        path: itemPath(item),
      });
      if (!('job' in change)) return at;
      member.job = change.job.name;
      member.end = change.job.end;
      return change.job.endsAt;
    });
    at = Math.max(at + STEP_SECONDS * 1000, ...ends);
    step.endedAt = at;
  }
  job.endsAt = at;
  job.end = endOf(plan.steps);
}

/** One failing member makes the whole a part of a success. */
function endOf(steps: readonly PlanStep[]): JobEnd {
  const ends = steps.flatMap((step) => (step.kind === 'group' ? step.members.flatMap(({ end }) => end ?? []) : []));
  const good = ends.filter((end) => end === 'Succeeded' || end === 'CompletedWithInformation');
  if (good.length === ends.length) return 'Succeeded';
  return good.length === 0 ? 'Failed' : 'PartiallySucceeded';
}

function bodyOf({ body }: ArmRequest): Body {
  return (typeof body['properties'] === 'object' && body['properties'] !== null ? body['properties'] : {}) as Body;
}

/** A plan's input has an entry for each provider; the member takes its own. */
function memberBody(body: Body, item: SimItem): Body {
  const details = Array.isArray(body['providerSpecificDetails']) ? (body['providerSpecificDetails'] as Body[]) : [];
  return {
    ...body,
    providerSpecificDetails: details.find((each) => each['instanceType'] === item.provider) ?? { instanceType: item.provider },
  };
}

function memberOf(vault: SimVault, id: string): SimItem | undefined {
  return vault.items.find((item) => `${vaultId(vault)}/${itemPath(item)}`.toLowerCase() === id.toLowerCase());
}

/** Groups in order, each with the manual steps before and after it that are meant for this operation. */
function stepsOf({ properties }: SimResource, failoverType: string): PlanStep[] {
  const groups = (Array.isArray(properties['groups']) ? properties['groups'] : []) as Body[];
  return groups.flatMap((group, index): PlanStep[] => {
    const members = (Array.isArray(group['replicationProtectedItems']) ? group['replicationProtectedItems'] : []) as Body[];
    const own: PlanStep = {
      kind: 'group',
      name: `${String(group['groupType'])} ${index + 1}`,
      groupType: String(group['groupType']),
      members: members.map((member) => ({ id: String(member['id']), job: null, end: null })),
      startedAt: null,
      endedAt: null,
    };
    return [...manualSteps(group['startGroupActions'], failoverType), own, ...manualSteps(group['endGroupActions'], failoverType)];
  });
}

function manualSteps(actions: unknown, failoverType: string): PlanStep[] {
  const all = (Array.isArray(actions) ? actions : []) as Body[];
  return all.flatMap((action): PlanStep[] => {
    const details = (action['customDetails'] ?? {}) as Body;
    const types = Array.isArray(action['failoverTypes']) ? (action['failoverTypes'] as unknown[]) : [];
    if (details['instanceType'] !== 'ManualActionDetails' || !types.includes(failoverType)) return [];
    return [
      {
        kind: 'manual',
        name: String(action['actionName']),
        instructions: inputText(details, 'description') ?? '',
        observation: '',
        startedAt: null,
        endedAt: null,
      },
    ];
  });
}
