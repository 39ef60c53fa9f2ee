import { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import { describe, expect, it } from 'vitest';

import type { SourceIds, TargetAdapter, TargetChoices } from '../../../shared/domain/azure-target.ts';
import type { AzureInput, EnableValues, Properties } from '../../../shared/scenarios/azure-input.ts';
import { scenarioById, scenarios } from '../../../shared/scenarios/index.ts';

const TARGET: TargetChoices = {
  resourceGroupId: '/subscriptions/s/resourceGroups/target',
  networkId: '/networks/production',
  subnetName: 'app',
  testNetworkId: '/networks/test',
  testSubnetName: 'app',
  machineName: 'app-1',
  machineSize: 'Standard_D4s_v5',
  diskType: 'Premium_LRS',
  licence: 'WindowsServer',
  availabilitySetId: '/availabilitySets/a',
  proximityPlacementGroupId: '/groups/p',
  bootDiagnosticsStorageId: '/storage/boot',
};

const SOURCE: SourceIds = {
  discoveredMachineId: '/sites/site/machines/m',
  processServerId: 'ps',
  runAsAccountId: '/sites/site/runasaccounts/r',
  protectableItemId: '/protectable/p',
  hypervisorMachineId: 'guid',
  machineName: 'app-1',
  osType: 'Windows',
  systemDiskId: 'disk-0',
  azureMachineId: '/virtualMachines/app-1',
  recoveryContainerId: '/containers/target',
};

const ADAPTERS: readonly TargetAdapter[] = [
  {
    adapterId: 'nic-1',
    isPrimary: true,
    isUsed: true,
    subnetName: 'app',
    address: '10.0.0.4',
    testSubnetName: 'app',
    testAddress: '10.9.0.4',
  },
];

const ENABLE: EnableValues = {
  policyId: '/policies/p',
  cacheStorageId: '/storage/cache',
  source: SOURCE,
  target: TARGET,
  disks: [
    { id: 'disk-0', isLeftOut: false },
    { id: 'disk-1', isLeftOut: true },
  ],
};

/** The real client of Microsoft with a wire that only remembers what went over it. */
function recordingClient() {
  const sent: unknown[] = [];
  const client = new SiteRecoveryManagementClient(
    { getToken: async () => ({ token: 't', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    's',
    {
      retryOptions: { maxRetries: 0 },
      httpClient: {
        sendRequest: async (request) => {
          if (typeof request.body === 'string') sent.push(JSON.parse(request.body));
          // A refusal ends the call before anything is polled.
          return { request, status: 400, headers: request.headers, bodyAsText: '{"error":{"code":"BadRequest","message":"-"}}' };
        },
      },
    },
  );
  return { client: client.replicationProtectedItems, policies: client.replicationPolicies, sent };
}

const ITEM = ['vault', 'group', 'fabric', 'container', 'item'] as const;

/** What arrives at the service when the client sends these properties; it drops silently what it does not know. */
async function overTheWire(send: (items: ReturnType<typeof recordingClient>) => Promise<unknown>): Promise<unknown> {
  const recording = recordingClient();
  await expect(send(recording)).rejects.toThrow('-');
  const [body] = recording.sent as { properties: unknown }[];
  return body?.properties;
}

function enableOf(input: AzureInput): Properties {
  const built = input.enable?.(ENABLE);
  if (built === undefined || !built.ok) throw new Error('cannot be enabled');
  return built.properties;
}

describe.each(scenarios.map((scenario) => [scenario.id, scenario.azureInput] as const))('requests of %s', (_id, input) => {
  it('arrive whole: the client of Microsoft knows every property', async () => {
    const bodies: [Properties, (properties: never, to: ReturnType<typeof recordingClient>) => Promise<unknown>][] = [
      [
        input.createPolicy({ retentionHours: 24, appConsistentHours: 4 }),
        (properties, to) => to.policies.beginCreate('vault', 'group', 'policy', { properties }),
      ],
      [input.change({ target: TARGET, adapters: ADAPTERS }), (properties, to) => to.client.beginUpdate(...ITEM, { properties })],
      [input.testFailover('/networks/test', 'point'), (properties, to) => to.client.beginTestFailover(...ITEM, { properties })],
      [
        input.failOver.body(null, true),
        (properties, to) =>
          input.failOver.call === 'plannedFailover'
            ? to.client.beginPlannedFailover(...ITEM, { properties })
            : to.client.beginUnplannedFailover(...ITEM, { properties }),
      ],
      [input.applyRecoveryPoint('point'), (properties, to) => to.client.beginApplyRecoveryPoint(...ITEM, { properties })],
      [input.remove('completed'), (properties, to) => to.client.beginDelete(...ITEM, { properties })],
    ];
    if (input.enable !== null) bodies.push([enableOf(input), (properties, to) => to.client.beginCreate(...ITEM, { properties })]);
    if (input.moveToModernized !== undefined)
      bodies.push([
        input.moveToModernized({ vaultId: '/v', fabricId: '/f', applianceId: '/a' }),
        (properties, to) => to.client.beginSwitchProvider(...ITEM, { properties }),
      ]);
    for (const [properties, send] of bodies)
      // One after another, so that a failure names its body.
      // oxlint-disable-next-line no-await-in-loop
      expect(await overTheWire(async (to) => await send(properties as never, to))).toEqual(properties);
  });

  it('names its provider in each part', () => {
    expect(JSON.stringify(input.testFailover('/n', null))).toContain(`"instanceType":"${input.instanceType}"`);
    expect(JSON.stringify(input.failOver.body('p', false))).toContain('"failoverDirection":"PrimaryToRecovery"');
  });
});

it('ends a migration as completed, and a move between regions as disabled', () => {
  const ending = (id: string) => scenarioById(id)?.azureInput.remove('completed');
  expect(ending('vmware')).toEqual({ disableProtectionReason: 'MigrationComplete' });
  expect(ending('hyper-v')).toEqual({ disableProtectionReason: 'MigrationComplete' });
  expect(ending('cross-region')).toEqual({ disableProtectionReason: 'NotSpecified' });
  expect(scenarioById('vmware')?.azureInput.remove('given-up')).toEqual({ disableProtectionReason: 'NotSpecified' });
});

it('leaves disks out only where the service can, and shuts down only what it can', () => {
  const details = (id: string) => {
    const input = scenarioById(id)?.azureInput;
    if (input === undefined) throw new Error(id);
    return {
      enable: (enableOf(input) as { providerSpecificDetails: Record<string, unknown> }).providerSpecificDetails,
      failOver: (input.failOver.body(null, true) as { providerSpecificDetails: Record<string, unknown> }).providerSpecificDetails,
    };
  };
  expect(details('vmware').enable['disksToInclude']).toEqual([
    { diskId: 'disk-0', logStorageAccountId: '/storage/cache', diskType: 'Premium_LRS' },
  ]);
  expect(details('physical').enable['disksDefault']).toEqual({ logStorageAccountId: '/storage/cache', diskType: 'Premium_LRS' });
  expect([details('vmware').failOver['performShutdown'], details('aws-linux').failOver['performShutdown']]).toEqual(['true', 'false']);
});

it('says which ids are missing, in words', () => {
  const { processServerId: _left, ...source } = SOURCE;
  expect(scenarioById('vmware')?.azureInput.enable?.({ ...ENABLE, source })).toEqual({
    ok: false,
    missing: ['the process server of the appliance'],
  });
});

it('refuses new protection in a classic vault and knows where to move', () => {
  const classic = scenarioById('classic-vault')?.azureInput;
  expect(classic?.enable).toBeNull();
  expect(classic?.moveToModernized?.({ vaultId: '/v', fabricId: '/f', applianceId: '/a' })).toMatchObject({
    targetInstanceType: 'InMageRcm',
  });
});
