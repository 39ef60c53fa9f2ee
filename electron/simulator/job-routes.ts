import { armError, found, notFound, siteRecoveryError, type ArmAnswer, type ArmRequest } from './arm-answer.ts';
import type { Body, Estate, SimJob, SimVault } from './estate.ts';
import { itemView } from './item-view.ts';
import { jobState, jobView, operationView } from './job-view.ts';
import { resourceView } from './resources.ts';
import { startJob } from './start-job.ts';
import { itemPath, vaultId } from './vault-id.ts';

interface JobContext {
  readonly estate: Estate;
  readonly vault: SimVault;
  readonly request: ArmRequest;
  readonly segments: readonly string[];
}

interface JobActs {
  readonly askAgain: AskAgain;
  /** Lets a job go on that waits for a person. */
  readonly resume: (context: {
    readonly estate: Estate;
    readonly vault: SimVault;
    readonly request: ArmRequest;
    readonly job: SimJob;
  }) => ArmAnswer;
}

/** Answers a request once more: a job that is restarted. */
type AskAgain = (request: ArmRequest) => ArmAnswer;

/** The 202 of every change: empty body, three addresses that carry the job's name. */
export function accepted(
  vault: SimVault,
  job: SimJob,
  { origin, retryAfterSeconds, query, isSigned }: Pick<ArmRequest, 'origin' | 'retryAfterSeconds' | 'query' | 'isSigned'>,
): ArmAnswer {
  const base = `${origin}${vaultId(vault)}`;
  const version = `api-version=${query.get('api-version') ?? '2023-06-01'}${isSigned ? `&${signatureOf(job)}` : ''}`;
  return {
    status: 202,
    headers: {
      location: `${base}/${job.resourcePath}/operationresults/${job.name}?${version}`,
      'azure-asyncoperation': `${base}/replicationOperationStatus/${job.name}?${version}`,
      'retry-after': String(retryAfterSeconds),
      'x-ms-request-id': `${vaultId(vault)}/replicationJobs/${job.name}`,
    },
  };
}

/** Since 2023 the polling addresses carry a signature; they work as they are, and no other way. */
export function signatureOf({ name, startedAt }: Pick<SimJob, 'name' | 'startedAt'>): string {
  const seal = name.replaceAll('-', '');
  const signature = Buffer.from(seal).toString('base64url');
  return `t=${encodeURIComponent(new Date(startedAt).toISOString().slice(0, 19))}&c=${seal}&s=${signature}&h=${seal.slice(0, 12)}`;
}

/** 403 for a poll whose signature is not the one that was given. */
function brokenSignature(job: SimJob, { isSigned, query }: ArmRequest): ArmAnswer | null {
  if (!isSigned) return null;
  const wanted = new URLSearchParams(signatureOf(job));
  return ['t', 'c', 's', 'h'].every((key) => query.get(key) === wanted.get(key))
    ? null
    : armError(403, 'AuthorizationFailed', 'The signature of the polling address is not valid.');
}

export function answerJobs({ estate, vault, request, segments }: JobContext, { askAgain, resume }: JobActs): ArmAnswer {
  const { method, now, clientRequestId } = request;
  const name = segments[1];
  if (name === undefined) {
    const jobs = vault.jobs.filter((job) => matchesJobFilter(vault, job, request)).slice(0, MOST_JOBS);
    return found({ value: jobs.map((job) => jobView(vault, job, { now, isList: true })), nextLink: null });
  }
  if (name.toLowerCase() === 'export' && method === 'POST')
    return accepted(vault, startSimple(estate, vault, { request, jobKind: 'ExportJobs', path: 'replicationJobs/export' }), request);
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (job === undefined || now < job.startedAt + request.hiddenJobMs) return notFound(name, clientRequestId);
  const verb = segments[2]?.toLowerCase();
  if (verb === undefined)
    return method === 'GET'
      ? {
          ...found(jobView(vault, job, { now, isList: false })),
          headers: { 'x-ms-request-id': `${vaultId(vault)}/replicationJobs/${job.name}` },
        }
      : methodNotAllowed(method);
  if (verb === 'operationresults') return operationResult(vault, segments, request);
  if (verb === 'resume') return resume({ estate, vault, request, job });
  return actOnJob({ vault, request, job, verb }, askAgain);
}

const MOST_JOBS = 200;

function matchesJobFilter(vault: SimVault, job: SimJob, { query, now }: ArmRequest): boolean {
  const filter = query.get('$filter') ?? '';
  const from = /StartTime eq '([^']+)'/i.exec(filter)?.[1];
  const to = /EndTime eq '([^']+)'/i.exec(filter)?.[1];
  const status = /JobStatus eq '([^']+)'/i.exec(filter)?.[1];
  if (from !== undefined && job.startedAt < Date.parse(from)) return false;
  if (to !== undefined && job.startedAt > Date.parse(to)) return false;
  const state = (jobView(vault, job, { now, isList: true })['properties'] as Body)['state'];
  return status === undefined || status === state;
}

interface JobAct {
  readonly vault: SimVault;
  readonly request: ArmRequest;
  readonly job: SimJob;
  readonly verb: string;
}

function actOnJob({ vault, request, job, verb }: JobAct, askAgain: AskAgain): ArmAnswer {
  const { now } = request;
  if (verb === 'cancel') {
    if (!allows(vault, job, 'Cancel', now)) return wrongState(request, 'The job is over, or is of a kind that cannot be cancelled.');
    job.end = 'Cancelled';
    job.endsAt = now;
    return accepted(vault, job, request);
  }
  if (verb === 'restart') {
    const again = job.restarts;
    if (again === null || !allows(vault, job, 'Restart', now)) return wrongState(request, 'The job cannot be restarted.');
    return askAgain({ ...request, method: again.method, path: again.path, body: { properties: again.body ?? {} } });
  }
  return notFound(verb, request.clientRequestId);
}

/** Only what the job offers is done. */
function allows(vault: SimVault, job: SimJob, action: string, now: number): boolean {
  const { allowedActions } = jobView(vault, job, { now, isList: true })['properties'] as { readonly allowedActions: readonly string[] };
  // Right after its beginning a job knows little of itself, and can be stopped all the same.
  const isBeginning = action === 'Cancel' && now < job.endsAt && jobState(job, now) === 'NotStarted';
  return isBeginning || allowedActions.includes(action);
}

function wrongState({ clientRequestId }: ArmRequest, message: string): ArmAnswer {
  return siteRecoveryError(400, { code: 'BadRequest', innerCode: 'JobActionNotAllowed', message, clientRequestId });
}

export function methodNotAllowed(method: string): ArmAnswer {
  return armError(405, 'MethodNotAllowed', `The method '${method}' is not allowed here.`);
}

export function answerOperation(vault: SimVault, name: string, request: ArmRequest): ArmAnswer {
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return job === undefined
    ? notFound(name, request.clientRequestId)
    : (brokenSignature(job, request) ?? found(operationView(job, request.now)));
}

/** While it runs 202 with the same addresses; then the resource, or 204 for what was removed. */
export function operationResult(vault: SimVault, segments: readonly string[], request: ArmRequest): ArmAnswer {
  const job = vault.jobs.find((candidate) => candidate.name.toLowerCase() === segments.at(-1)?.toLowerCase());
  if (job === undefined) return notFound(segments.at(-1) ?? '', request.clientRequestId);
  const refusal = brokenSignature(job, request);
  if (refusal !== null) return refusal;
  if (request.now < job.endsAt) return accepted(vault, job, request);
  const item = vault.items.find((candidate) => itemPath(candidate).toLowerCase() === job.resourcePath.toLowerCase());
  if (item !== undefined) return found(itemView(vault, item, { now: request.now, isList: false }));
  const resource = vault.resources[job.resourcePath.toLowerCase()];
  return resource === undefined ? { status: 204 } : found(resourceView(vault, resource, { now: request.now }));
}

interface Simple {
  readonly request: ArmRequest;
  readonly jobKind: string;
  readonly path: string;
  readonly effect?: SimJob['effect'];
  readonly seconds?: number;
}

export function startSimple(
  estate: Estate,
  vault: SimVault,
  { request, jobKind, path, effect = { kind: 'none' }, seconds = 30 }: Simple,
): SimJob {
  const name = path.split('/').at(-1) ?? '';
  return startJob(estate, vault, {
    now: request.now,
    job: {
      jobKind,
      seconds,
      effect,
      target: { id: name, name },
      resourcePath: path,
      clientRequestId: request.clientRequestId,
      fault: request.fault,
      restarts: { method: request.method, path: request.path, body: request.body },
    },
  });
}
