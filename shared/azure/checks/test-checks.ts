import {
  done,
  everyMachine,
  notDone,
  rows,
  unknown,
  unread,
  withItem,
  type Check,
  type CheckContext,
  type CheckMachine,
  type Look,
  type VmPair,
} from './check.ts';

/** Steps of the test failover: run, look at, clean up, sign off. */
const testRan = withItem((item) => {
  if (item.testFailoverState === 'WaitingForCompletion') return done('The test machine stands.');
  if (item.lastTestFailoverAt !== null) return done('A test failover succeeded.');
  return item.testFailoverState === null
    ? unknown('The service says nothing of a test failover.')
    : notDone('No test failover has succeeded yet.');
});

/** Whether a machine of Azure runs and its agent answers. */
export function runningLook({ state }: VmPair): Look | null {
  const power = state?.facts['power'];
  if (power === undefined) return unknown('Whether it runs is not in the answer.');
  if (power !== 'PowerState/running') return notDone(`The machine is ${power.replace('PowerState/', '')}.`);
  const agent = state?.facts['agent'];
  if (agent === undefined) return unknown('The state of its agent is not in the answer.');
  return agent === 'ProvisioningState/succeeded' ? null : notDone('Its agent is not ready.');
}

const testLooked = withItem((item, { test }, context) => {
  if (item.testFailoverState !== 'WaitingForCompletion') {
    if (item.lastTestFailoverAt === null) return notDone('No test failover has succeeded yet.');
    return { ...unknown('The test machine is gone; who looked at it says how it was.'), isPast: true };
  }
  if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
  if (test === null) return unknown('The test machine is not among the machines of the subscription.');
  return runningLook(test) ?? done('The test machine runs and its agent is ready.');
});

const testCleaned = withItem((item, machine, context) => cleanLook(item, machine, context));

const CLEAN_UP = 'TestFailoverCleanup';

export function cleanLook(item: NonNullable<CheckMachine['item']>, { test }: CheckMachine, context: CheckContext): Look {
  if (item.allowedOperations.includes('TestFailoverCleanup') || item.testFailoverState === 'WaitingForCompletion')
    return notDone('The test machine still stands.');
  if (item.lastTestFailoverAt === null) return notDone('No test failover has succeeded yet.');
  if (item.running?.scenario === CLEAN_UP) return notDone('The test is being cleaned up.');
  if (rows(context, 'machines') === null) return unread('Whether the test machine is gone', context, 'machines');
  return test === null
    ? done('The test succeeded and is cleaned up.')
    : notDone(`The test machine ${test.vm.name} is still in the subscription.`);
}

export const testChecks = {
  'run-test-failover': everyMachine(['replicationProtectedItems testFailoverState, lastSuccessfulTestFailoverTime'], testRan),
  'validate-test-vm': everyMachine(
    ['replicationProtectedItems testFailoverState', 'virtualMachines instanceView power state, vmAgent'],
    testLooked,
  ),
  'cleanup-test-failover': everyMachine(
    ['replicationProtectedItems allowedOperations, lastSuccessfulTestFailoverTime', 'virtualMachines: the test machine is gone'],
    testCleaned,
  ),
  'sign-off-test': everyMachine(
    ['replicationProtectedItems lastSuccessfulTestFailoverTime', 'virtualMachines: the test machine is gone'],
    testCleaned,
  ),
} as const satisfies Readonly<Record<string, Check>>;
