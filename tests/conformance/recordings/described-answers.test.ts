import { describe, expect, test } from 'vitest';

import { createClock } from '../../../electron/simulator/clock.ts';
import type { Estate } from '../../../electron/simulator/estate.ts';
import { fillEstate, namesOf } from '../../../electron/simulator/fill-estate.ts';
import { createSimulator, type Simulator } from '../../../electron/simulator/simulator.ts';
import { LIVES, requestOf, stepsOf, VAULT, type Life } from '../../electron/azure/faults/life-steps.ts';
import { readDescription, type Description } from './description.ts';
import { bag, list, text } from './knowledge.ts';
import { hasRecordings } from './recordings-folder.ts';

const V = `/subscriptions/${VAULT.subscriptionId}/resourceGroups/${VAULT.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${VAULT.vault}`;
const BASE =
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/{resourceName}';

/** What the service sends although the description does not have it. SOURCE: recordings of 2017 and 2023. */
const SENT_ALL_THE_SAME: readonly RegExp[] = [
  /^ReplicationPolicies_\w+: .*providerSpecificDetails\.(status|associatedItemsCount|dataSourceType) /,
  /^ReplicationProtectedItems_\w+: .*protectedDisks\[\]\.targetBlobUri /,
];

interface World {
  readonly estate: Estate;
  readonly simulator: Simulator;
  readonly send: (method: string, path: string, body?: unknown) => { readonly status: number; readonly body: unknown };
  readonly pass: (seconds: number) => void;
  readonly fabric: string;
  readonly container: string;
}

function worldOf({ provider }: Life): World {
  const machines = [{ id: 'machine-1', name: 'srv-1', addresses: ['10.0.0.4'], disks: [{ id: 'disk-os', sizeGiB: 40, isOsDisk: true }] }];
  const estate = fillEstate([{ ...VAULT, name: VAULT.vault, location: 'westeurope', provider, machines }]);
  const simulator = createSimulator({
    clock: createClock({ speed: 0, realNow: () => Date.UTC(2026, 10, 1, 8) }),
    estate,
    principals: new Map([['t', { name: 't', role: 'contributor' }]]),
  });
  return {
    ...namesOf({ name: VAULT.vault, provider }),
    estate,
    simulator,
    send(method, path, body = {}) {
      // Asked no faster than the service allows.
      simulator.clock.advance(50);
      const url = new URL(`${path}${path.includes('?') ? '&' : '?'}api-version=2023-06-01`, 'http://127.0.0.1');
      const headers = { authorization: 'Bearer t' };
      const { answer } = simulator.answer({ method, url, headers, body: body as Record<string, unknown>, origin: url.origin });
      return { status: answer.status, body: answer.body };
    },
    pass: (seconds) => simulator.clock.advance(seconds * 1000),
  };
}

/** One of each kind that no life makes. */
function addTheRest({ estate, send, fabric, container }: World): void {
  const [vault] = estate.vaults;
  const F = `${V}/replicationFabrics/${fabric}`;
  const put = (path: string, type: string, properties: Record<string, unknown>): void => {
    if (vault !== undefined) vault.resources[path.toLowerCase()] = { path, type: `Microsoft.RecoveryServices/vaults/${type}`, properties };
  };
  put(`replicationFabrics/${fabric}/replicationLogicalNetworks/logical`, 'replicationFabrics/replicationLogicalNetworks', {
    friendlyName: 'corp',
  });
  put(`replicationFabrics/${fabric}/replicationStorageClassifications/gold`, 'replicationFabrics/replicationStorageClassifications', {
    friendlyName: 'gold',
  });
  const gold = `${F}/replicationStorageClassifications/gold`;
  const input = (properties: unknown): unknown => ({ properties });
  const requests: readonly (readonly [string, unknown])[] = [
    [`${gold}/replicationStorageClassificationMappings/mapped`, input({ targetStorageClassificationId: gold })],
    [
      `${F}/replicationvCenters/vcenter`,
      input({ friendlyName: 'vcenter', ipAddress: '10.0.0.9', processServerId: 'ps', port: '443', runAsAccountId: '1' }),
    ],
    [
      `${F}/replicationProtectionContainers/${container}/replicationMigrationItems/migrating`,
      input({
        policyId: 'p',
        providerSpecificDetails: { instanceType: 'VMwareCbt', vmwareMachineId: 'm', disksToInclude: [{ diskId: 'd', isOSDisk: 'true' }] },
      }),
    ],
    [
      `${V}/replicationProtectionIntents/wanted`,
      input({ providerSpecificDetails: { instanceType: 'A2A', fabricObjectId: '/vm', primaryLocation: 'a' } }),
    ],
    [`${V}/replicationVaultSettings/default`, input({ migrationSolutionId: '/solution' })],
    [`${V}/replicationAlertSettings/defaultAlertSetting`, input({ sendToOwners: 'Send', customEmailAddresses: [], locale: '' })],
    [`${F}/replicationRecoveryServicesProviders/added`, input({ machineName: 'host' })],
    [
      `${F}/replicationNetworks/azureNetwork/replicationNetworkMappings/joined`,
      input({ recoveryFabricName: fabric, recoveryNetworkId: '/n', fabricSpecificDetails: { instanceType: 'VmmToAzure' } }),
    ],
    [`${V}/replicationRecoveryPlans/plan`, input({ primaryFabricId: F, recoveryFabricId: 'Microsoft Azure', groups: [] })],
  ];
  for (const [path, body] of requests) expect([path, send('PUT', path, body).status < 300]).toEqual([path, true]);
}

/** Every concrete address of a described read, with the names that the lists give. */
function addressesOf(world: World, template: string): string[] {
  const parts = template.slice(BASE.length + 1).split('/');
  return parts.reduce<string[]>(
    (paths, part) => {
      if (!part.startsWith('{')) return paths.map((path) => `${path}/${part}`);
      return paths.flatMap((path) => namesIn(world, path).map((name) => `${path}/${encodeURIComponent(name)}`));
    },
    [V],
  );
}

function namesIn({ send }: World, path: string): string[] {
  const { status, body } = send('GET', path);
  // A list may name what hangs elsewhere; points are named by another container than their machine's.
  const isHere = (entry: unknown): boolean =>
    /\/recoveryPoints$/i.test(path) || text(bag(entry)['id'])?.toLowerCase().startsWith(`${path.toLowerCase()}/`) === true;
  return status === 200
    ? list(bag(body)['value'])
        .filter(isHere)
        .flatMap((entry) => text(bag(entry)['name']) ?? [])
    : [];
}

function strangeAnswers(world: World, description: Description, seen: Map<string, number>): string[] {
  return description.addresses
    .filter(({ verb, path, operation }) => verb === 'GET' && path.startsWith(`${BASE}/`) && !operation.isOfVaults)
    .flatMap(({ path, operation }) =>
      addressesOf(world, path).flatMap((address) => {
        const { status, body } = world.send('GET', address);
        if (status !== 200) return [`${operation.id}: ${status} at ${address.slice(V.length)}`];
        const isFull = !operation.isList || list(bag(body)['value']).length > 0;
        seen.set(operation.id, (seen.get(operation.id) ?? 0) + (isFull ? 1 : 0));
        return description
          .strangeIn(operation, body)
          .map((words) => `${operation.id}: ${words}`)
          .filter((words) => !SENT_ALL_THE_SAME.some((known) => known.test(words)));
      }),
    );
}

describe.skipIf(!hasRecordings)('answers of the simulator', () => {
  test('have the properties and types of the published description, in every state of every provider', () => {
    const description = readDescription();
    const seen = new Map<string, number>();
    const strange = new Set<string>();
    const look = (world: World): void => strangeAnswers(world, description, seen).forEach((words) => strange.add(words));
    // One life of each provider.
    for (const life of LIVES.filter(({ provider }, index) => LIVES.findIndex((each) => each.provider === provider) === index)) {
      const world = worldOf(life);
      addTheRest(world);
      world.pass(300);
      const item = `${V}/replicationFabrics/${world.fabric}/replicationProtectionContainers/${world.container}/replicationProtectedItems/item-1`;
      for (const change of stepsOf(life, world.estate)) {
        const { method, path } = requestOf(change.kind);
        const body = 'properties' in change ? { properties: change.properties } : { properties: {} };
        world.send(
          method,
          `${item}${/^\/replicationProtectedItems$/i.test(path) || method === 'PUT' || method === 'PATCH' ? '' : path}`,
          body,
        );
        for (const seconds of [1, 4 * 3600]) {
          world.pass(seconds);
          look(world);
        }
      }
    }
    process.stderr.write(`Answers held against the description: ${[...seen.values()].reduce((sum, each) => sum + each, 0)}\n`);
    expect([...strange].toSorted()).toEqual([]);
    const reads = description.addresses.filter(({ verb, path }) => verb === 'GET' && path.startsWith(`${BASE}/`));
    const unseen = reads.flatMap(({ operation: { id, isOfVaults } }) => (isOfVaults || (seen.get(id) ?? 0) > 0 ? [] : [id]));
    expect(unseen).toEqual([]);
  });
});
