import { jobsOf } from '../jobs-of.ts';
import { done, everyMachine, lackOf, notDone, unknown, withItem, withTarget, type Check, type MachineLook } from './check.ts';
import { isFailedOver, isFreshlyRead, troubleOf, versionLook, wordsOf } from './item-checks.ts';
import { cleanLook, runningLook } from './test-checks.ts';

/** Steps of the cutover: go or no-go, drain, fail over, accept, finish. */
/** After that the health validator no longer counts a test. SOURCE: checklists, section 3 (MON). */
const TEST_COUNTS_DAYS = 183;
const DAY_MS = 86_400_000;

const cutoverReady = withItem((item, machine, context) => {
  const { readAt } = context.state;
  const bad = troubleOf(item, readAt);
  if (bad !== null) return bad;
  if (!item.allowedOperations.some((operation) => operation === 'UnplannedFailover' || operation === 'PlannedFailover'))
    return notDone('No failover is offered now.');
  const agent = versionLook(item, machine, context);
  if (agent.verdict === 'not-done') return agent;
  const test = cleanLook(item, machine, context);
  if (test.verdict !== 'done') return test;
  if (Date.parse(readAt) - Date.parse(item.lastTestFailoverAt ?? readAt) > TEST_COUNTS_DAYS * DAY_MS)
    return notDone('Its last test is more than half a year old.');
  if (agent.verdict === 'unknown') return agent;
  return done('Healthy, tested, and a failover is offered.');
});

const PENDING_LIMIT_MB = 10;

/** Pending data are told by the item alone, so it has to be read at this very moment. */
const drained = withItem((item, _machine, context) => {
  if (isFailedOver(item)) return { ...unknown('It is failed over; nothing is pending any more.'), isPast: true };
  const disks = item.disks ?? [];
  const pending = disks.flatMap((disk) => disk.pendingMb ?? []);
  if (pending.length === 0 || pending.length < disks.length) return unknown('The service does not say how much data is pending.');
  if (!isFreshlyRead(item, context)) return unknown('Its disks were last read some time ago; check this item by itself.');
  return pending.reduce((sum, each) => sum + each, 0) <= PENDING_LIMIT_MB
    ? done('Almost no data is pending.')
    : notDone('Data are still pending.');
});

/** Items are gone once the migration is completed: the machine in Azure then speaks for itself. */
const failedOver: MachineLook = (machine, context) => {
  const { item, isDoubtful } = machine;
  if (item !== null) {
    if (item.state === null) return unknown('The service does not say how far it is.');
    return isFailedOver(item) ? done(`${wordsOf(item)}.`) : notDone(`${wordsOf(item)}.`);
  }
  if (isDoubtful) return unknown('Something in the vault may be this machine; say on the Azure screen which it is.');
  return withTarget(() => done('The machine is in Azure.'))(machine, context);
};

const accepted = withTarget((pair) => runningLook(pair) ?? done('The machine runs in Azure and its agent is ready.'));

/** The item is gone and the machine stays: a mere disabling before a failover leaves none. */
const completed: MachineLook = (machine, context) => {
  const { item, isDoubtful } = machine;
  if (item !== null) return notDone(`It is still in the vault: ${wordsOf(item)}.`);
  if (isDoubtful) return unknown('Something in the vault may be this machine; say on the Azure screen which it is.');
  return withTarget(() => done('The item is gone and the machine is in Azure.'))(machine, context);
};

const committed = withItem((item) => {
  if (item.state === null) return unknown('The service does not say how far it is.');
  if (!isFailedOver(item)) return notDone(`${wordsOf(item)}.`);
  // While anything runs nothing is offered, which says nothing about the commit.
  if (item.running !== null) return unknown('Something runs for it just now.');
  return item.allowedOperations.some((operation) => operation === 'Commit' || operation === 'ChangePit')
    ? notDone('It waits for the commit.')
    : done('The failover is committed.');
});

const CHANGE_OF_POINT = 'ChangePit';

/** That a point was chosen, only its job says; jobs are kept for a while only. */
const pointChanged = withItem((item, _machine, context) => {
  const lack = lackOf(context, 'jobs');
  if (lack !== null) return lack;
  const newest = jobsOf(item, context.state).find((job) => job.scenario === CHANGE_OF_POINT);
  if (newest?.state === 'Succeeded') return done('The machine was built again from another recovery point.');
  if (newest !== undefined) return notDone(`The job that changes the point: ${newest.state}.`);
  if (!isFailedOver(item)) return notDone('It is not failed over.');
  return unknown('No job of the vault tells of another recovery point.');
});

const item = (read: string, look: MachineLook): Check => everyMachine([`replicationProtectedItems ${read}`], look);

export const cutoverChecks = {
  'check-cutover-readiness': everyMachine(
    [
      'replicationProtectedItems health, allowedOperations, agent, lastSuccessfulTestFailoverTime',
      'virtualMachines: the test machine is gone',
    ],
    cutoverReady,
  ),
  'stop-source-workload': item('dataPending…InMB', drained),
  'run-failover': everyMachine(['replicationProtectedItems protectionState', 'virtualMachines in the target region'], failedOver),
  'validate-migrated-vm': everyMachine(['virtualMachines instanceView power state, vmAgent'], accepted),
  'change-recovery-point': everyMachine(['replicationJobs ChangePit', 'replicationProtectedItems protectionState'], pointChanged),
  'complete-migration': everyMachine(['replicationProtectedItems: gone', 'virtualMachines in the target region'], completed),
  'commit-move': item('protectionState, allowedOperations', committed),
  'disable-replication-after-move': everyMachine(['replicationProtectedItems: gone', 'virtualMachines in the target region'], completed),
} as const satisfies Readonly<Record<string, Check>>;
