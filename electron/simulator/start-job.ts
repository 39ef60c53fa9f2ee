import { makeId, type Body, type Effect, type Estate, type JobEnd, type SimItem, type SimJob, type SimVault } from './estate.ts';
import { SCENARIO_WORDS } from './item-states.ts';
import { scenarioOf } from './job-view.ts';

export interface NewJob {
  readonly jobKind: string;
  readonly seconds: number;
  readonly effect: Effect;
  readonly target: { readonly id: string; readonly name: string };
  readonly resourcePath: string;
  readonly clientRequestId: string;
  readonly item?: SimItem;
  readonly fault?: JobFault | null;
  readonly restarts?: SimJob['restarts'];
  readonly customDetails?: Body;
  /** Properties that were sent. */
  readonly input?: Body;
}

/** How a job is made to end by an injected fault. */
export interface JobFault {
  readonly end?: JobEnd;
  /** Task that fails; -1: none was begun. */
  readonly atTask?: number;
  readonly errors?: readonly Body[];
  readonly warning?: { readonly code: string; readonly message: string };
  /** Never ends. */
  readonly isStuck?: boolean;
}

const FOR_EVER_MS = 1000 * 60 * 60 * 24 * 365 * 50;

export function startJob(estate: Estate, vault: SimVault, { now, job }: { readonly now: number; readonly job: NewJob }): SimJob {
  const { fault } = job;
  const end = fault?.end ?? 'Succeeded';
  const made: SimJob = {
    name: makeId(estate, 1),
    // It begins with the id that the request carried.
    activityId: `${job.clientRequestId === '' ? makeId(estate, 2) : job.clientRequestId} ActivityId: ${makeId(estate, 3)}`,
    clientRequestId: job.clientRequestId,
    jobKind: job.jobKind,
    startedAt: now,
    endsAt: now + (fault?.isStuck === true ? FOR_EVER_MS : Math.max(1, job.seconds * 1000)),
    end,
    failsAtTask: end === 'Failed' ? (fault?.atTask ?? null) : null,
    errors:
      end === 'Failed' || end === 'PartiallySucceeded' ? [...(fault?.errors ?? [jobError('499', 'An internal error occurred.')])] : [],
    warning: fault?.warning ?? null,
    effect: job.effect,
    isSettled: false,
    target: { ...job.target, type: scenarioOf(job).targetType },
    customDetails: job.customDetails ?? customDetailsOf(scenarioOf(job).customDetails, job),
    resourcePath: job.resourcePath,
    restarts: job.restarts ?? null,
  };
  // Newest first, as the service lists them.
  vault.jobs.unshift(made);
  // A job that is refused because another runs does not take the item.
  if (job.item !== undefined && made.failsAtTask !== -1) {
    job.item.runningJob = made.name;
    job.item.runningScenario = SCENARIO_WORDS[job.jobKind] ?? job.jobKind;
    job.item.runningSince = now;
  }
  return made;
}

/** Details of a kind of job; those of failovers name the machines, shown near the end. */
export function customDetailsOf(
  instanceType: string,
  { item, input = {}, jobKind, fault }: Pick<NewJob, 'item' | 'input' | 'jobKind' | 'fault'>,
): Body {
  const base = { instanceType, affectedObjectDetails: affected(item) };
  if (instanceType === 'ExportJobDetails')
    return { ...base, blobUri: 'https://storage.simulated.invalid/jobs', sasToken: 'sv=simulated&sig=simulated' };
  if (instanceType !== 'FailoverJobDetails' && instanceType !== 'TestFailoverJobDetails') return base;
  const isTest = jobKind === 'TestFailover';
  const isCleanUp = jobKind === 'TestFailoverCleanup';
  const networkId = typeof input['networkId'] === 'string' ? input['networkId'] : '';
  const network = networkId.split('/').at(-1) ?? '';
  const protectedItemDetails =
    isCleanUp || item === undefined ? [] : [failedOver(item, { isTest, network, isFailed: fault?.end === 'Failed' })];
  if (instanceType === 'FailoverJobDetails') return { ...base, protectedItemDetails };
  return {
    ...base,
    testFailoverStatus: isTest ? 'Active' : null,
    comments: isTest ? null : (input['comments'] ?? ''),
    networkName: isTest ? network : null,
    networkFriendlyName: isTest ? network : null,
    networkType: isTest ? (input['networkType'] ?? 'VmNetworkAsInput') : null,
    protectedItemDetails,
  };
}

/** What a failover's job says of one machine. */
export function failedOver(item: SimItem, { isTest, network, isFailed = false }: FailedOver): Body {
  const testName = isTest && !isFailed ? `${item.machine.name}-test` : null;
  return {
    name: item.name,
    // What did not come to be has no name.
    friendlyName: isFailed && !isTest ? null : item.machine.name,
    testVmName: testName,
    testVmFriendlyName: testName,
    networkConnectionStatus: isTest ? 'Connected' : null,
    networkFriendlyName: network,
    subnet: 'default',
    // Between two sites of one's own there is only the newest point.
    ...(item.provider === 'HyperVReplica2012R2'
      ? { recoveryPointId: null }
      : { recoveryPointId: item.recoveryPointId ?? item.id, recoveryPointTime: new Date(item.phaseAt).toISOString() }),
  };
}

interface FailedOver {
  readonly isTest: boolean;
  readonly network: string;
  readonly isFailed?: boolean;
}

function affected(item: SimItem | undefined): Body {
  if (item === undefined) return {};
  return {
    primaryVmId: item.machine.id,
    primaryVmName: item.machine.name,
    recoveryVmId: '',
    recoveryVmName: '',
    protectionProfileId: item.policyId.split('/').at(-1) ?? '',
    primaryCloudId: item.container,
    primaryCloudName: item.container,
    recoveryCloudId: 'Microsoft Azure',
    recoveryCloudName: 'Microsoft Azure',
    primaryVmmId: item.fabric,
    primaryVmmName: item.fabric,
    recoveryVmmId: '',
    recoveryVmmName: 'Microsoft Azure',
    primaryFabricProviderId: item.fabric,
    recoveryFabricProviderId: '',
  };
}

/** An error as a job carries it. */
export function jobError(
  code: string,
  message: string,
  more: {
    readonly causes?: string;
    readonly action?: string;
    readonly provider?: { readonly code: number; readonly message: string };
  } = {},
): Body {
  const { causes: possibleCauses = '', action: recommendedAction = '', provider } = more;
  return {
    serviceErrorDetails: { code, message, possibleCauses, recommendedAction, activityId: '' },
    providerErrorDetails: {
      errorCode: provider?.code ?? 0,
      errorMessage: provider?.message ?? null,
      errorId: '',
      possibleCauses: '',
      recommendedAction: '',
    },
    errorLevel: 'Error',
    creationTime: '2026-01-01T00:00:00Z',
    taskId: null,
  };
}
