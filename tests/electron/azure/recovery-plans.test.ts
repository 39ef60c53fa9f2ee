import { afterEach, expect, test } from 'vitest';

import type { PlanChange } from '../../../electron/azure/site-recovery.ts';
import type { SimItem } from '../../../electron/simulator/estate.ts';
import type { AzureJob } from '../../../shared/azure/protected-item.ts';
import { valueOf } from '../../support/engagement-files.ts';
import { simulatedVault, type SimulatedVault } from './simulated-vault.ts';

let world: SimulatedVault | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const PLAN = 'plan-1';
const HOUR = 3600;
const FAILOVER = {
  failoverDirection: 'PrimaryToRecovery',
  sourceSiteOperations: 'Required',
  networkType: 'VmNetworkAsInput',
  providerSpecificDetails: [{ instanceType: 'InMageRcm', recoveryPointType: 'Latest' }],
};

/** Two protected machines in a plan: the first boots, a person looks, the second boots. */
async function planned(): Promise<SimulatedVault & { readonly items: readonly SimItem[] }> {
  const here = await simulatedVault('InMageRcm', 2);
  world = here;
  const [vault] = here.simulator.estate.vaults;
  const { fabric, container } = here.item('x');
  for (const [index, machine] of Object.values(vault?.machines ?? {}).entries())
    vault?.items.push({
      id: machine.id,
      fabric,
      container,
      name: `item-${index + 1}`,
      machine,
      provider: 'InMageRcm',
      phase: 'protected',
      phaseAt: here.simulator.clock.now(),
      failoverKind: null,
      testFailover: 'None',
      lastTestFailoverAt: null,
      lastFailoverAt: null,
      runningJob: null,
      runningScenario: null,
      runningSince: 0,
      policyId: '',
      input: {},
      settings: {},
      recoveryPointId: null,
      health: null,
    });
  const idOf = (name: string): string =>
    `/Subscriptions/${here.vault.subscriptionId}/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault1/replicationFabrics/${fabric}/replicationProtectionContainers/${container}/replicationProtectedItems/${name}`;
  const look = {
    actionName: 'look',
    failoverTypes: ['UnplannedFailover'],
    failoverDirections: ['PrimaryToRecovery'],
    customDetails: { instanceType: 'ManualActionDetails', description: 'Look whether the database answers' },
  };
  const boot = (name: string, startGroupActions: readonly unknown[]): unknown => ({
    groupType: 'Boot',
    replicationProtectedItems: [{ id: idOf(name), virtualMachineId: name }],
    startGroupActions,
    endGroupActions: [],
  });
  const outcome = await here.port().createRecoveryPlan(
    here.vault,
    PLAN,
    {
      primaryFabricId: fabric,
      recoveryFabricId: 'Microsoft Azure',
      failoverDeploymentModel: 'ResourceManager',
      groups: [boot('item-1', []), boot('item-2', [look])],
    },
    'plan-request',
  );
  expect(outcome.kind).toBe('accepted');
  here.wait(60);
  return { ...here, items: vault?.items ?? [] };
}

async function ask(here: SimulatedVault, change: PlanChange): Promise<string> {
  const outcome = await here.port().changeRecoveryPlan(here.vault, PLAN, change, `ask-${change.kind}`);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome.jobName;
}

async function planOf(here: SimulatedVault): Promise<unknown> {
  return valueOf(await here.port().readRecoveryPlan(here.vault, PLAN))['properties'];
}

const jobOf = async (here: SimulatedVault, name: string): Promise<AzureJob> => valueOf(await here.port().readJob(here.vault, name));

test('the service adds the groups that were not given, and a list leaves them out', async () => {
  const here = await planned();
  const plan = valueOf(await here.port().readRecoveryPlan(here.vault, PLAN));
  const groups = (plan['properties'] as { readonly groups: readonly { readonly groupType: string }[] }).groups;
  expect(groups.map(({ groupType }) => groupType)).toEqual(['Shutdown', 'Failover', 'Boot', 'Boot']);
  expect(valueOf(await here.port().readInfrastructure(here.vault)).recoveryPlans).toMatchObject([
    { name: PLAN, properties: { groups: [], replicationProviders: ['InMageRcm'] } },
  ]);
});

test('machines fail over together and start group by group; the plan waits for a person, and goes on when told', async () => {
  const here = await planned();
  const [first, second] = here.items;
  const name = await ask(here, { kind: 'unplanned-failover', properties: FAILOVER });
  here.wait(5);
  expect(await jobOf(here, name)).toMatchObject({ state: 'InProgress', scenario: 'UnplannedFailover' });
  here.wait(HOUR);
  const waiting = await jobOf(here, name);
  expect(waiting).toMatchObject({ state: 'Suspended', allowedActions: ['Cancel', 'Resume'] });
  expect(waiting.tasks.map(({ title, state }) => `${title}: ${state}`)).toEqual([
    'Prerequisites check for the recovery plan: Succeeded',
    'Create the environment: Succeeded',
    'All groups shutdown (2): Succeeded',
    'Recovery plan failover: Succeeded',
    'Group 1: Start (1): Succeeded',
    'look: Suspended',
    'Group 2: Start (1): NotStarted',
    'Finalizing the recovery plan: NotStarted',
  ]);
  expect([first?.phase, second?.phase]).toEqual(['failed-over', 'failed-over']);
  expect(await planOf(here)).toMatchObject({
    allowedOperations: [],
    currentScenario: { scenarioName: 'UnplannedFailover' },
    currentScenarioStatus: 'Suspended',
  });

  expect(await here.port().actOnJob(here.vault, name, 'resume', 'resume-1')).toMatchObject({ kind: 'accepted', jobName: name });
  here.wait(HOUR);
  expect(await jobOf(here, name)).toMatchObject({ state: 'Succeeded' });
  expect(await planOf(here)).toMatchObject({ allowedOperations: ['Commit'], currentScenarioStatus: 'Succeeded' });

  const commit = await ask(here, { kind: 'commit' });
  here.wait(HOUR);
  expect(await jobOf(here, commit)).toMatchObject({ state: 'Succeeded' });
  expect(here.items.map(({ phase }) => phase)).toEqual(['committed', 'committed']);
  await ask(here, { kind: 'delete' });
  here.wait(60);
  expect(await here.port().readRecoveryPlan(here.vault, PLAN)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});

test('a test and its clean-up, and a job that waits can be cancelled', async () => {
  const here = await planned();
  await ask(here, {
    kind: 'test-failover',
    properties: { failoverDirection: 'PrimaryToRecovery', networkType: 'VmNetworkAsInput', networkId: 'n', providerSpecificDetails: [] },
  });
  here.wait(HOUR);
  expect((await here.port().readItem(here.item('item-2'))).ok).toBe(true);
  expect(here.items.map(({ testFailover }) => testFailover)).toEqual(['WaitingForCompletion', 'WaitingForCompletion']);
  expect(await planOf(here)).toMatchObject({
    allowedOperations: ['TestFailoverCleanup'],
    currentScenarioStatus: 'Suspended',
    currentScenarioStatusDescription: 'WaitingForStopTestFailover',
    lastTestFailoverTime: expect.stringMatching(/^2026-/) as string,
  });
  await ask(here, { kind: 'clean-up-test', comments: 'fine' });
  here.wait(HOUR);
  expect(valueOf(await here.port().readItem(here.item('item-1'))).testFailoverState).toBe('MarkedForDeletion');

  const name = await ask(here, { kind: 'unplanned-failover', properties: FAILOVER });
  here.wait(HOUR);
  await here.port().actOnJob(here.vault, name, 'cancel', 'cancel-1');
  here.wait(5);
  expect(await jobOf(here, name)).toMatchObject({ state: 'Cancelled' });
});

test('one member that fails makes it a part of a success', async () => {
  const here = await planned();
  // Somebody holds the second machine.
  Object.assign(here.items[0] ?? {}, { runningJob: 'another', runningScenario: 'UpdateVmProperties' });
  const name = await ask(here, {
    kind: 'test-failover',
    properties: { failoverDirection: 'PrimaryToRecovery', networkType: 'VmNetworkAsInput', networkId: 'n', providerSpecificDetails: [] },
  });
  here.wait(HOUR);
  expect(await jobOf(here, name)).toMatchObject({ state: 'PartiallySucceeded', allowedActions: [] });
});
