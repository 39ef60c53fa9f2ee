import { afterEach, expect, test } from 'vitest';

import type { FaultAct } from '../../../electron/simulator/faults.ts';
import { jobError } from '../../../electron/simulator/start-job.ts';
import { valueOf } from '../../support/engagement-files.ts';
import { simulatedVault, type SimulatedVault } from '../azure/simulated-vault.ts';

let world: SimulatedVault | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const HOUR = 3600;
type Bag = Readonly<Record<string, unknown>>;
const TEST = {
  failoverDirection: 'PrimaryToRecovery',
  networkType: 'VmNetworkAsInput',
  networkId: '/subscriptions/s/networks/test',
  providerSpecificDetails: { instanceType: 'HyperVReplicaAzure' },
};

/** A protected machine behind Hyper-V. */
async function protectedMachine(): Promise<SimulatedVault> {
  const here = await simulatedVault('HyperVReplicaAzure');
  world = here;
  const [machine] = Object.values(here.simulator.estate.vaults[0]?.machines ?? {});
  const properties = { protectableItemId: machine?.sourceId, providerSpecificDetails: { instanceType: 'HyperVReplicaAzure' } };
  await here.port().change(here.item('item'), { kind: 'enable', properties }, 'enable-1');
  here.wait(48 * HOUR);
  expect(valueOf(await here.port().readItem(here.item('item'))).protectionState).toBe('Protected');
  return here;
}

async function failingTest(here: SimulatedVault, atTask: number): Promise<string> {
  const does: FaultAct = { kind: 'job', fault: { end: 'Failed', atTask, errors: [jobError('28031', 'No cores are left.')] } };
  here.simulator.faults.add({ when: { method: 'POST', path: '/testFailover' }, does });
  const outcome = await here.port().change(here.item('item'), { kind: 'test-failover', properties: TEST }, 'test-1');
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.jobName;
}

const propertiesOf = (event: unknown): Bag => (event as { readonly properties: Bag }).properties;

test('a job that fails is an event, and lists of events are filtered as asked', async () => {
  const here = await protectedMachine();
  const job = await failingTest(here, 1);
  here.wait(HOUR);
  const events = valueOf(await here.port().readEvents(here.vault, null)).map(propertiesOf);
  expect(events).toMatchObject([
    {
      eventCode: 'SRSJobStatus',
      eventType: 'JobStatus',
      severity: 'Critical',
      affectedObjectFriendlyName: 'srv-1',
      description: 'TestFailover - Failed',
      eventSpecificDetails: { instanceType: 'JobStatus', jobStatus: 'Failed', affectedObjectType: 'Vm' },
      healthErrors: [{ errorCode: '28031' }],
    },
  ]);
  expect(JSON.stringify(events)).toContain(`/replicationJobs/${job}"`);
  const kept = async (filter: string): Promise<number> => valueOf(await here.port().readEvents(here.vault, filter)).length;
  expect(await kept("Severity eq 'Critical' and EventType eq 'JobStatus'")).toBe(1);
  expect(await kept("Severity eq 'Warning'")).toBe(0);
  expect(await kept("AffectedObjectFriendlyName eq 'other'")).toBe(0);
  expect(await kept("StartTime eq '2030-01-01T00:00:00Z'")).toBe(0);
});

test('a test that stands is an event until it is cleaned up, and its machines are told a little after its end', async () => {
  const here = await protectedMachine();
  const outcome = await here.port().change(here.item('item'), { kind: 'test-failover', properties: TEST }, 'test-1');
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  const machines = async (): Promise<unknown> => {
    const { raw } = valueOf(await here.port().readJob(here.vault, outcome.jobName));
    return ((raw as { readonly properties: { readonly customDetails: Bag } }).properties.customDetails['protectedItemDetails'] as unknown[])
      .length;
  };
  here.wait(5);
  expect(await machines()).toBe(0);
  here.wait(HOUR);
  expect(await machines()).toBe(1);
  const words = async (): Promise<unknown[]> =>
    valueOf(await here.port().readEvents(here.vault, null)).map((each) => propertiesOf(each)['description']);
  expect(await words()).toEqual(['TestFailover - WaitingForStopTestFailover']);
  await here.port().change(here.item('item'), { kind: 'clean-up-test', comments: 'fine' }, 'clean-1');
  here.wait(HOUR);
  expect(await words()).toEqual([]);
});

test('errors are there before the job has failed; what may be done then depends on how far it came', async () => {
  const here = await protectedMachine();
  const early = await failingTest(here, 1);
  const [job] = here.simulator.estate.vaults[0]?.jobs ?? [];
  const left = ((job?.endsAt ?? 0) - here.simulator.clock.now()) / 1000;
  here.wait(left - 0.25);
  expect(valueOf(await here.port().readJob(here.vault, early))).toMatchObject({ state: 'InProgress', errors: [{ code: '28031' }] });
  here.wait(HOUR);
  expect(valueOf(await here.port().readJob(here.vault, early))).toMatchObject({ state: 'Failed', allowedActions: [] });
  const late = await failingTest(here, 3);
  here.wait(HOUR);
  expect(valueOf(await here.port().readJob(here.vault, late))).toMatchObject({
    state: 'Failed',
    allowedActions: ['RestartTestFailoverCleanup'],
  });
});

test('the health of a vault counts who reports what', async () => {
  const here = await protectedMachine();
  const health = async (): Promise<Bag> => propertiesOf(valueOf(await here.port().readHealth(here.vault)))['protectedItemsHealth'] as Bag;
  // No test was done yet.
  expect((await health())['issues']).toMatchObject([
    {
      summaryCode: '161011',
      category: 'TestFailover',
      severity: 'Warning',
      affectedResourceCorrelationIds: [expect.any(String) as string],
    },
  ]);
  await here.port().change(here.item('item'), { kind: 'test-failover', properties: TEST }, 'test-1');
  here.wait(HOUR);
  expect((await health())['issues']).toEqual([]);
});

test('only what a job offers is done with it', async () => {
  const here = await protectedMachine();
  const update = await here.port().change(here.item('item'), { kind: 'update', properties: { recoveryAzureVMName: 'new' } }, 'update-1');
  if (update.kind !== 'accepted') throw new Error(JSON.stringify(update));
  here.wait(2);
  expect(valueOf(await here.port().readJob(here.vault, update.jobName))).toMatchObject({ state: 'InProgress', allowedActions: [] });
  expect((await here.port().actOnJob(here.vault, update.jobName, 'cancel', 'cancel-1')).kind).toBe('refused');
  here.wait(HOUR);
  expect(valueOf(await here.port().readJob(here.vault, update.jobName))).toMatchObject({ state: 'Succeeded' });
  expect((await here.port().actOnJob(here.vault, update.jobName, 'restart', 'restart-1')).kind).toBe('refused');
});

test('a machine behind Hyper-V is protected again after the commit, by a job of its own kind', async () => {
  const here = await protectedMachine();
  const { fabric, container, item } = here.item('item');
  const reprotect = async (): Promise<unknown> => {
    const path = `replicationFabrics/${fabric}/replicationProtectionContainers/${container}/replicationProtectedItems/${item}/reProtect`;
    const vault = `subscriptions/${here.vault.subscriptionId}/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault1`;
    const response = await fetch(`${here.origin}/${vault}/${path}?api-version=2023-06-01`, {
      method: 'POST',
      headers: { authorization: 'Bearer token-contributor', 'content-type': 'application/json' },
      body: '{"properties":{"failoverDirection":"RecoveryToPrimary"}}',
    });
    here.wait(4 * HOUR);
    const job = response.headers.get('location')?.split('/operationresults/')[1]?.split('?')[0] ?? '';
    const { state, scenario, errors } = valueOf(await here.port().readJob(here.vault, job));
    return [response.status, scenario, state, errors.map(({ code }) => code)];
  };
  const failover = { failoverDirection: 'PrimaryToRecovery', providerSpecificDetails: { instanceType: 'HyperVReplicaAzure' } };
  await here.port().change(here.item('item'), { kind: 'planned-failover', properties: failover }, 'failover-1');
  here.wait(4 * HOUR);
  expect(await reprotect()).toEqual([202, 'ReverseReplication', 'Failed', ['25038']]);
  await here.port().change(here.item('item'), { kind: 'commit' }, 'commit-1');
  here.wait(4 * HOUR);
  expect(valueOf(await here.port().readItem(here.item('item'))).allowedOperations).toContain('ReverseReplicate');
  expect(await reprotect()).toEqual([202, 'ReverseReplication', 'Succeeded', []]);
  expect(valueOf(await here.port().readItem(here.item('item'))).activeLocation).toBe('Primary');
});
