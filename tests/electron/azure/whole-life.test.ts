import { afterEach, describe, expect, test } from 'vitest';

import type { ItemChange } from '../../../electron/azure/site-recovery.ts';
import type { EstateVault } from '../../../electron/simulator/estate-vault.ts';
import { isJobSuccess } from '../../../shared/azure/protected-item.ts';
import type { AzureInput } from '../../../shared/scenarios/azure-input.ts';
import { azureInput as physicalInput } from '../../../shared/scenarios/on-premises/physical/azure-input.ts';
import { azureInput as vmwareInput } from '../../../shared/scenarios/on-premises/vmware/azure-input.ts';
import { azureToAzureInput } from '../../../shared/scenarios/providers/azure-to-azure.ts';
import { hyperVReplicaAzureInput } from '../../../shared/scenarios/providers/hyper-v-replica-azure.ts';
import { inMageAzureV2Input } from '../../../shared/scenarios/providers/in-mage-azure-v2.ts';
import { simulatedVault, SUBSCRIPTION, type SimulatedVault } from './simulated-vault.ts';

interface Life {
  readonly title: string;
  readonly provider: EstateVault['provider'];
  readonly input: AzureInput;
  readonly protectedOffers: readonly string[];
  readonly afterFailover: { readonly state: string; readonly offers: readonly string[] };
}

const LIVES: readonly Life[] = [
  {
    title: 'VMware, modernized',
    provider: 'InMageRcm',
    input: vmwareInput,
    protectedOffers: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    afterFailover: {
      state: 'UnplannedFailoverCommitPendingStatesBegin',
      offers: ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit', 'SwitchProtection'],
    },
  },
  {
    title: 'physical and AWS',
    provider: 'InMageRcm',
    input: physicalInput,
    protectedOffers: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    afterFailover: {
      state: 'UnplannedFailoverCommitPendingStatesBegin',
      offers: ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit', 'SwitchProtection'],
    },
  },
  {
    title: 'classic vault',
    provider: 'InMageAzureV2',
    input: inMageAzureV2Input,
    protectedOffers: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    afterFailover: {
      state: 'UnplannedFailoverCommitPendingStatesBegin',
      offers: ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit'],
    },
  },
  {
    title: 'Hyper-V',
    provider: 'HyperVReplicaAzure',
    input: hyperVReplicaAzureInput,
    protectedOffers: ['PlannedFailover', 'UnplannedFailover', 'DisableProtection', 'TestFailover'],
    afterFailover: { state: 'PlannedFailoverCommitRequired', offers: ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit'] },
  },
  {
    title: 'cross-region',
    provider: 'A2A',
    input: azureToAzureInput,
    protectedOffers: ['UnplannedFailover', 'DisableProtection', 'TestFailover'],
    afterFailover: { state: 'UnplannedFailoverCommitPendingStatesBegin', offers: ['Commit', 'DisableProtection', 'ChangePit'] },
  },
];

const HOUR = 3600;
let world: SimulatedVault | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const arm = (provider: string, rest: string): string => `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/${provider}/${rest}`;

/** Body that enables the first machine of the simulated estate. */
function enableBody(input: AzureInput, { simulator, vault }: SimulatedVault): Readonly<Record<string, unknown>> {
  const [source] = Object.values(simulator.estate.vaults[0]?.machines ?? {});
  const sourceId = source?.sourceId ?? '';
  const storage = arm('Microsoft.Storage', 'storageAccounts/cache');
  const values = {
    policyId: `/Subscriptions/${SUBSCRIPTION}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.vault}/replicationPolicies/landfall-policy`,
    cacheStorageId: storage,
    source: {
      discoveredMachineId: sourceId,
      protectableItemId: sourceId,
      azureMachineId: sourceId,
      processServerId: 'ps-01',
      hypervisorMachineId: 'machine-1',
      machineName: 'srv-1',
      osType: 'Windows' as const,
      systemDiskId: 'disk-os',
      recoveryContainerId: arm('Microsoft.RecoveryServices', 'vaults/v'),
      runAsAccountId: '1',
    },
    target: {
      resourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-target`,
      networkId: arm('Microsoft.Network', 'virtualNetworks/target'),
      subnetName: 'default',
      diskType: 'Standard_LRS' as const,
    },
    disks: [
      { id: 'disk-os', isLeftOut: false },
      { id: 'disk-data', isLeftOut: false },
    ],
  };
  // A classic vault takes nothing new; its items are there already, enabled the way they once were.
  if (input.enable === null)
    return {
      policyId: values.policyId,
      protectableItemId: sourceId,
      providerSpecificDetails: { instanceType: input.instanceType, processServerId: 'ps-01' },
    };
  const built = input.enable(values);
  if (!built.ok) throw new Error(`still missing: ${built.missing.join(', ')}`);
  return built.properties;
}

describe.each(LIVES)('the whole life of a machine: $title', ({ provider, input, protectedOffers, afterFailover }) => {
  test('from enabling to completed, each step by the real client, nothing sent twice', async () => {
    world = await simulatedVault(provider);
    const here = world;
    const port = here.port();
    const address = here.item('item-1');
    let sent = 0;

    const change = async (wanted: ItemChange, seconds: number): Promise<void> => {
      sent += 1;
      const outcome = await port.change(address, wanted, `request-${sent}`);
      if (outcome.kind !== 'accepted') throw new Error(`${wanted.kind}: ${JSON.stringify(outcome)}`);
      here.wait(5);
      const running = await port.readJob(here.vault, outcome.jobName);
      expect(running.ok && [running.value.state, running.value.allowedActions.length <= 1]).toEqual(['InProgress', true]);
      here.wait(seconds);
      const job = await port.readJob(here.vault, outcome.jobName);
      expect(job.ok && [isJobSuccess(job.value), job.value.tasks.every((task) => task.state === 'Succeeded')]).toEqual([true, true]);
    };
    const state = async (): Promise<readonly unknown[]> => {
      const item = await port.readItem(address);
      return item.ok
        ? [item.value.protectionState, item.value.activeLocation, item.value.running, item.value.allowedOperations]
        : [item.failure.code];
    };

    await change({ kind: 'enable', properties: enableBody(input, here) }, HOUR);
    expect((await state())[0]).toMatch(/^InitialReplication|^Protected/);
    here.wait(2 * HOUR);
    expect(await state()).toEqual(['Protected', 'Primary', null, protectedOffers]);

    await change(
      {
        kind: 'update',
        properties: input.change({
          target: { resourceGroupId: '/subscriptions/x/resourceGroups/rg-target', diskType: 'Standard_LRS', machineName: 'new-name' },
          adapters: [],
        }),
      },
      HOUR,
    );
    await change({ kind: 'test-failover', properties: input.testFailover(arm('Microsoft.Network', 'virtualNetworks/test'), null) }, HOUR);
    expect((await state())[3]).toEqual(['TestFailoverCleanup']);
    await change({ kind: 'clean-up-test', comments: 'all good' }, HOUR);
    expect(await state()).toEqual(['Protected', 'Primary', null, protectedOffers]);

    const points = await port.readRecoveryPoints(address);
    expect(points.ok && points.value.length).toBeGreaterThan(0);
    await change(
      {
        kind: input.failOver.call === 'plannedFailover' ? 'planned-failover' : 'unplanned-failover',
        properties: input.failOver.body(null, true),
      },
      HOUR,
    );
    expect(await state()).toEqual([afterFailover.state, 'Recovery', null, afterFailover.offers]);
    await change({ kind: 'commit' }, HOUR);
    await change({ kind: 'remove', properties: input.remove('completed') }, HOUR);
    expect(await state()).toEqual(['not-found']);

    const changes = here.simulator.seen.filter(({ method }) => method !== 'GET');
    expect(changes.map(({ status }) => status)).toEqual(changes.map(() => 202));
    expect(changes.map(({ clientRequestId }) => clientRequestId)).toEqual(
      Array.from({ length: sent }, (_, index) => `request-${index + 1}`),
    );
    const items = await port.readItems(here.vault);
    expect(items).toEqual({ ok: true, value: [] });
  });
});
