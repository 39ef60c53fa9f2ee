import type { ChangeEnd } from '../../../../electron/azure/run-change.ts';
import type { ItemChange } from '../../../../electron/azure/site-recovery.ts';
import type { Estate, SimItem } from '../../../../electron/simulator/estate.ts';
import type { Fault, FaultAct } from '../../../../electron/simulator/faults.ts';
import { jobError, type JobFault } from '../../../../electron/simulator/start-job.ts';

/** A fault at one change, and how the change may end then. SOURCE: site recovery facts, section 9.1. */
export interface PlannedFault {
  readonly title: string;
  readonly faults: (request: { readonly method: string; readonly path: string }) => readonly Fault[];
  readonly ends: readonly ChangeEnd['kind'][];
  /** Failure code; absent: whatever fits the words. */
  readonly code?: string;
  readonly skewMs?: number;
  readonly patienceMs?: number;
  /** Task of the job that fails, from 0: a job with fewer tasks is passed over. */
  readonly atTask?: number;
  /** The state after a failure does not depend on its code: only the first code is tried again. */
  readonly isTriedAgain?: boolean;
  /** Changes that it strikes; absent: every one. */
  readonly at?: readonly ItemChange['kind'][];
  /** What the sentence has to tell of. */
  readonly says?: RegExp;
  /** Ends what hinders the next try. */
  readonly mend?: (estate: Estate) => void;
}

const JOB = { method: 'GET', path: '/replicationJobs/' };
const ITEM = { method: 'GET', path: '/replicationProtectedItems/' };

type End = ChangeEnd['kind'];
const atChange = (title: string, does: FaultAct, ends: readonly End[], more: Partial<PlannedFault> = {}): PlannedFault => ({
  title,
  faults: (request) => [{ when: request, does }],
  ends,
  ...more,
});
const atJob = (title: string, does: FaultAct, times = 2): PlannedFault => ({
  title,
  faults: () => [{ when: JOB, does, times }],
  ends: ['done'],
});
const answer = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): FaultAct => ({
  kind: 'answer',
  status,
  headers,
  body: JSON.stringify({ error: { code, message: `The service says ${code}.` } }),
});
const WAIT = { 'retry-after': '2' };

const CONNECTION: readonly PlannedFault[] = [
  atChange('connection reset before the request arrived', { kind: 'reset-before' }, ['not-sent'], { code: 'offline' }),
  atChange('connection reset after it was accepted', { kind: 'reset-after' }, ['done']),
  atChange('no answer, though accepted', { kind: 'no-answer', isAccepted: true, afterMs: 1 }, ['done']),
  atChange('no answer, not accepted', { kind: 'no-answer', isAccepted: false, afterMs: 1 }, ['not-sent'], { code: 'offline' }),
  atChange('answer lost, clock one hour ahead', { kind: 'reset-after' }, ['done'], { skewMs: 3_600_000 }),
  atChange('answer lost, clock one hour behind', { kind: 'reset-after' }, ['done'], { skewMs: -3_600_000 }),
];

const STATUSES: readonly PlannedFault[] = [
  atChange('429 with Retry-After', answer(429, 'SubscriptionRequestsThrottled', WAIT), ['not-sent'], { code: 'throttled' }),
  ...[500, 502, 503, 504].flatMap((status) => [
    atChange(`${status} with a body`, answer(status, 'InternalServerError'), ['not-sent']),
    atChange(`${status} without a body`, { kind: 'answer', status, body: '' } as const, ['not-sent']),
    atChange(`${status}, though accepted`, { kind: 'answer', status, body: '', isAccepted: true } as const, ['done']),
  ]),
  atChange('502 with a page of a proxy', { kind: 'answer', status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html' }, [
    'not-sent',
  ]),
  atChange('401 in the middle', answer(401, 'ExpiredAuthenticationToken'), ['not-sent'], { code: 'signed-out' }),
  atChange('403 on the change only', answer(403, 'AuthorizationFailed'), ['not-sent'], { code: 'forbidden' }),
  atChange('403 by a policy', answer(403, 'RequestDisallowedByPolicy'), ['not-sent'], { code: 'azure-rejected' }),
  atChange('403 of a disabled subscription', answer(403, 'ReadOnlyDisabledSubscription'), ['not-sent'], { code: 'forbidden' }),
  atChange('409 of a lock', answer(409, 'ScopeLocked'), ['not-sent'], { code: 'conflict' }),
  atChange('404 of the vault', answer(404, 'ResourceNotFound'), ['not-sent'], { code: 'not-found' }),
  atChange('404 of the item', answer(404, 'NotFound'), ['not-sent'], { code: 'not-found' }),
  {
    title: '403 on replicationOperationStatus only',
    faults: () => [{ when: { method: 'GET', path: 'replicationOperationStatus' }, does: answer(403, 'AuthorizationFailed'), times: 99 }],
    ends: ['done'],
  },
];

const HEADERS: readonly PlannedFault[] = [
  ['azure-asyncoperation'],
  ['location'],
  ['x-ms-request-id'],
  ['azure-asyncoperation', 'location', 'x-ms-request-id'],
].map((names) => atChange(`202 without ${names.join(', ')}`, { kind: 'drop-headers', names }, ['done']));

const rewriteJob = (change: (properties: Record<string, unknown>) => void): FaultAct => ({
  kind: 'rewrite',
  change: (body) => {
    const properties = body['properties'];
    if (typeof properties === 'object' && properties !== null) change(properties as Record<string, unknown>);
    return body;
  },
});

const JOBS: readonly PlannedFault[] = [
  atJob('job not found for the first seconds', { kind: 'job-hidden', milliseconds: 5000 }, 1),
  atJob('job reads throttled', answer(429, 'SubscriptionRequestsThrottled', WAIT)),
  atJob('job reads fail with 500', answer(500, 'InternalServerError')),
  atJob('job reads break off', { kind: 'reset-before' }),
  atJob(
    'all tasks done, job still running',
    rewriteJob((properties) => void Object.assign(properties, { state: 'InProgress', endTime: undefined })),
  ),
  atJob(
    'job with an unknown state word',
    rewriteJob((properties) => void Object.assign(properties, { state: 'Pondering' })),
  ),
  atJob(
    'job with null instead of lists',
    rewriteJob((properties) => void Object.assign(properties, { tasks: null, errors: null, customDetails: null, allowedActions: null })),
  ),
  atJob(
    'job with more fields',
    rewriteJob((properties) => void Object.assign(properties, { newField: { a: 1 }, customDetails: { instanceType: 'NewJobDetails' } })),
  ),
  atChange('job stuck in progress', { kind: 'job', fault: { isStuck: true } }, ['unfinished'], { patienceMs: 600_000 }),
  {
    title: 'job stuck before it begins',
    faults: () => [
      {
        when: JOB,
        times: 9999,
        does: rewriteJob((properties) => void Object.assign(properties, { state: 'NotStarted', scenarioName: null, tasks: [] })),
      },
    ],
    ends: ['unfinished'],
    patienceMs: 600_000,
  },
  atChange('job cancelled', { kind: 'job', fault: { end: 'Cancelled' } }, ['failed'], { code: 'cancelled' }),
  atChange('job succeeded in part', { kind: 'job', fault: { end: 'PartiallySucceeded' } }, ['failed']),
  atChange('job completed with information', { kind: 'job', fault: { end: 'CompletedWithInformation' } }, ['done']),
  ...(['310024', '28175', '45031'] as const).map((code) =>
    atChange(
      `warning ${code} beside success`,
      { kind: 'job', fault: { warning: { code, message: 'The name is taken; another was given.' } } },
      ['done'],
    ),
  ),
];

/** Codes of section 7.2, one or several at a time. */
const CODES: readonly (readonly string[])[] = [
  ['28031', '539'],
  ['25037'],
  ['25038'],
  ['559', '95222'],
  ['15035'],
  ['499'],
  ['506'],
  ['150261'],
  ['28092'],
  ['70038'],
  ['170010'],
  ['539'],
  ['99999'],
];
const MOST_TASKS = 5;

const failing = (codes: readonly string[], atTask: number): JobFault => ({
  end: 'Failed',
  atTask,
  errors: codes.map((code) => jobError(code, `It went wrong with ${code}.`, { causes: 'A cause.', action: 'An action.' })),
});

const FAILURES: readonly PlannedFault[] = CODES.flatMap((codes, index) =>
  Array.from({ length: MOST_TASKS }, (_, atTask) =>
    atChange(`job fails at task ${atTask + 1} with ${codes.join(' and ')}`, { kind: 'job', fault: failing(codes, atTask) }, ['failed'], {
      atTask,
      isTriedAgain: index === 0,
    }),
  ),
);

const busy = (estate: Estate): void => {
  for (const item of estate.vaults[0]?.items ?? []) Object.assign(item, { runningJob: 'another', runningScenario: 'UpdateVmProperties' });
};
const free = (estate: Estate): void => {
  for (const item of estate.vaults[0]?.items ?? []) if (item.runningJob === 'another') item.runningJob = null;
};

const TESTED_BEFORE = new WeakMap<Estate, SimItem['testFailover'][]>();
/** A person tests in the portal, and cleans up. */
const beginTest = (estate: Estate): void => {
  const items = estate.vaults[0]?.items ?? [];
  TESTED_BEFORE.set(
    estate,
    items.map(({ testFailover }) => testFailover),
  );
  for (const item of items) item.testFailover = 'WaitingForCompletion';
};
const endTest = (estate: Estate): void => {
  for (const [index, item] of (estate.vaults[0]?.items ?? []).entries()) item.testFailover = TESTED_BEFORE.get(estate)?.[index] ?? 'None';
};

const rewriteItem = (change: (properties: Record<string, unknown>) => void): FaultAct => rewriteJob(change);
const atItem = (title: string, change: (properties: Record<string, unknown>) => void): PlannedFault => ({
  title,
  // The first look is the check beforehand.
  faults: () => [{ when: { ...ITEM, after: 1 }, does: rewriteItem(change), times: 3 }],
  ends: ['done'],
});

const ITEMS: readonly PlannedFault[] = [
  atChange('another operation began meanwhile (532)', { kind: 'meanwhile', act: busy }, ['failed', 'done'], { mend: free }),
  atItem('item still shows that something runs', (properties) => {
    properties['currentScenario'] = { scenarioName: 'TestFailover', jobId: '/x/replicationJobs/j', startTime: '2026-11-01T00:00:00Z' };
    properties['allowedOperations'] = [];
  }),
  atItem('item with an unknown instanceType', (properties) => {
    properties['providerSpecificDetails'] = { instanceType: 'SomethingNew', newField: 1 };
  }),
  atItem('item with null instead of objects', (properties) => {
    properties['providerSpecificDetails'] = null;
    properties['healthErrors'] = null;
  }),
  atItem('item with critical health and an old RPO', (properties) => {
    properties['replicationHealth'] = 'Critical';
    properties['healthErrors'] = ['78024', '78026', '78022', '78174'].map((errorCode) => ({ errorCode, errorLevel: 'Error' }));
  }),
  {
    title: 'a test failover stands before it',
    at: ['test-failover', 'planned-failover', 'unplanned-failover', 'remove'],
    faults: () => [{ when: ITEM, does: { kind: 'meanwhile', act: beginTest } }],
    ends: ['not-sent'],
    code: 'not-ready',
    says: /test failover .* still stands\. Clean it up first\./i,
    mend: endTest,
  },
  atChange('somebody began a test failover meanwhile', { kind: 'meanwhile', act: beginTest }, ['failed'], {
    at: ['planned-failover', 'unplanned-failover'],
    mend: endTest,
  }),
  {
    title: 'item reads throttled',
    faults: () => [{ when: ITEM, does: answer(429, 'SubscriptionRequestsThrottled', WAIT), times: 2 }],
    ends: ['done'],
  },
  { title: 'item reads break off', faults: () => [{ when: ITEM, does: { kind: 'reset-before' }, times: 2 }], ends: ['done'] },
  {
    title: '401 at the check beforehand',
    faults: () => [{ when: ITEM, does: answer(401, 'InvalidAuthenticationToken') }],
    ends: ['not-sent'],
    code: 'signed-out',
  },
];

export const FAULTS: readonly PlannedFault[] = [...CONNECTION, ...STATUSES, ...HEADERS, ...JOBS, ...FAILURES, ...ITEMS];
