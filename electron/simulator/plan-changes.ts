import { siteRecoveryError, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Estate, JobEnd, PlanStep, SimItem, SimJob, SimResource, SimVault } from './estate.ts';
import { changeItem } from './item-changes.ts';
import { accepted } from './job-routes.ts';
import { PLAN_VERBS, planSteps } from './plan-steps.ts';
import { inputText } from './providers/common.ts';
import { customDetailsOf, failedOver, startJob } from './start-job.ts';
import { itemPath, vaultId } from './vault-id.ts';

const STEP_SECONDS = 10;
const TASK_SECONDS = 2;

interface PlanCall {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly request: ArmRequest;
  readonly plan: SimResource;
  readonly verb: string;
}

/** A change of a whole plan: group after group, a job for each member, and a wait where a person has to act. */
export function changePlan({ estate, vault, request, plan, verb }: PlanCall): ArmAnswer {
  const known = PLAN_VERBS[verb];
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
      customDetails: customDetailsOf(verb.startsWith('test') ? 'TestFailoverJobDetails' : 'AsrJobDetails', {
        jobKind: known.jobKind,
        input: bodyOf(request),
      }),
    },
  });
  job.target = { ...job.target, type: 'RecoveryPlan' };
  job.plan = { verb, body: bodyOf(request), steps: planSteps(plan, known, bodyOf(request)), done: 0, waitsSince: null };
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
    at = step.kind === 'task' ? at + TASK_SECONDS * 1000 : groupEnd({ estate, vault, request, job }, step, at);
    step.endedAt = at;
  }
  job.endsAt = at;
  job.end = endOf(plan.steps);
  if (plan.verb === 'testfailover') Object.assign(job.customDetails, { protectedItemDetails: testedMembers(vault, job) });
}

function testedMembers(vault: SimVault, { plan, customDetails }: SimJob): Body[] {
  const network = String(customDetails['networkName']);
  const members = plan?.steps.flatMap((step) => (step.kind === 'group' && step.acts ? step.members : [])) ?? [];
  return members
    .filter(({ end }) => end === 'Succeeded')
    .flatMap(({ id }) => memberOf(vault, id) ?? [])
    .map((item) => failedOver(item, { isTest: true, network }));
}

/** When all machines of a group are through; starts their jobs where the group does the work. */
function groupEnd({ estate, vault, request, job }: PlanContext, step: Extract<PlanStep, { kind: 'group' }>, at: number): number {
  const steps = job.plan?.steps ?? [];
  const ends = step.members.map((member) => {
    const item = memberOf(vault, member.id);
    if (!step.acts || item === undefined) {
      Object.assign(member, earlier(steps, step, member.id));
      return at;
    }
    const change = changeItem(item, job.plan?.verb ?? '', {
      estate,
      vault,
      now: at,
      body: memberBody(job.plan?.body ?? {}, item),
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
  return Math.max(at + STEP_SECONDS * 1000, ...ends);
}

/** The job of a machine that an earlier step has started. */
function earlier(steps: readonly PlanStep[], before: PlanStep, id: string): { readonly job: string | null; readonly end: JobEnd | null } {
  const members = steps.slice(0, steps.indexOf(before)).flatMap((step) => (step.kind === 'group' ? step.members : []));
  const found = members.findLast((member) => member.id === id);
  return { job: found?.job ?? null, end: found?.end ?? null };
}

/** One failing member makes the whole a part of a success. */
function endOf(steps: readonly PlanStep[]): JobEnd {
  const ends = steps.flatMap((step) => (step.kind === 'group' && step.acts ? step.members.flatMap(({ end }) => end ?? []) : []));
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
