import { afterEach, describe, expect, it, vi } from 'vitest';

import type { AppParts } from '../../../electron/app-parts.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, upload, type TestApp } from '../../support/test-app.ts';
import { OTHER_TENANT, startAzureWorld, SUBSCRIPTION, TENANT, VAULT_ID, type AzureWorld } from './azure-world.ts';

const newFolder = useTemporaryFolders();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const LIST = [
  'Name;OS;vCPU;Memory (GB);In use (GB);IP address;BIOS UUID',
  'alpha;Windows Server 2019;4;16;120;10.0.0.1;42133db8-d611-0a14-cee8-e4337ee0cc01',
  'beta;Ubuntu 22.04;2;8;60;10.0.0.2;42133db8-d611-0a14-cee8-e4337ee0cc02',
  'gamma;Windows Server 2016;8;32;400;10.0.0.3;42133db8-d611-0a14-cee8-e4337ee0cc03',
].join('\n');

const MACHINES = ['alpha', 'beta', 'gamma-new'].map((name, index) => ({
  id: `m-${index + 1}`,
  name,
  osFamily: 'windows',
  biosId: `42133db8-d611-0a14-cee8-e4337ee0cc0${index + 1}`,
  addresses: [`10.0.0.${index + 1}`],
}));

async function startApp(changes: Partial<AppParts> = {}): Promise<TestApp> {
  const test = startTestApp(await newFolder(), changes);
  closing.push(() => test.app.close());
  await test.ask('engagement.create', { name: 'Move', customer: 'Example' });
  const { previewId } = await test.ask('import.preview', { uploadId: await upload(test, 'list.csv', Buffer.from(LIST)) });
  await test.ask('import.confirm', { previewId });
  return test;
}

async function startConnected(): Promise<{ readonly test: TestApp; readonly world: AzureWorld }> {
  const world = await startAzureWorld(MACHINES);
  closing.push(world.close);
  const test = await startApp({ azure: world.host });
  await signIn(test);
  return { test, world };
}

async function signIn(test: TestApp, method: 'browser' | 'device-code' = 'browser'): Promise<void> {
  await test.ask('azure.sign-in', { method });
  await vi.waitUntil(async () => (await test.ask('azure.status', {})).signIn.kind === 'signed-in', { timeout: 10_000 });
}

async function choose(test: TestApp): Promise<void> {
  await test.ask('azure.choose-vault', { subscriptionId: SUBSCRIPTION, subscriptionName: 'Production', vaultId: VAULT_ID });
}

/** Puts the first machine under replication, as if from the portal. */
async function enable(world: AzureWorld, hours = 6): Promise<void> {
  const [vault] = world.simulator.estate.vaults;
  const source = Object.values(vault?.machines ?? {})[0]?.sourceId ?? '';
  const base = VAULT_ID;
  const { answer } = world.simulator.answer({
    method: 'PUT',
    url: new URL(
      `${base}/replicationFabrics/vault1-vmwarefabric/replicationProtectionContainers/vault1replicationcontainer/replicationProtectedItems/item-1?api-version=2023-06-01`,
      'https://127.0.0.1',
    ),
    headers: { authorization: `Bearer ${world.vaultToken()}` },
    origin: 'https://127.0.0.1',
    body: {
      properties: {
        policyId: `${base}/replicationPolicies/landfall-policy`,
        providerSpecificDetails: {
          instanceType: 'InMageRcm',
          fabricDiscoveryMachineId: source,
          targetResourceGroupId: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`,
          processServerId: 'ps-01',
        },
      },
    },
  });
  expect(answer.status).toBe(202);
  await pass(world, hours);
}

async function pass(world: AzureWorld, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    world.simulator.clock.advance(3_600_000);
    world.simulator.answer({
      method: 'GET',
      url: new URL('/subscriptions?api-version=2022-12-01', 'https://127.0.0.1'),
      headers: { authorization: `Bearer ${world.vaultToken()}` },
      body: {},
      origin: 'https://127.0.0.1',
    });
  }
  await Promise.resolve();
}

describe('one engagement, one customer', () => {
  it('signs in, lists what the account sees, reads the vault, and has it all offline afterwards with its time', async () => {
    const { test, world } = await startConnected();
    expect(await test.ask('azure.subscriptions', {})).toMatchObject([{ id: SUBSCRIPTION }]);
    expect(await test.ask('azure.vaults', { subscriptionId: SUBSCRIPTION })).toMatchObject([{ name: 'vault1', location: 'westeurope' }]);
    await choose(test);
    await enable(world);
    await test.ask('azure.sync', {});
    const overview = await test.ask('azure.overview', {});
    expect(overview).toMatchObject({
      kind: { kind: 'site-recovery' },
      head: { vault: { name: 'vault1' }, fabrics: [{ kind: 'InMageRcm' }] },
      counts: { items: 1, matched: 1, protectables: 3 },
    });
    expect(overview?.rights.map((right) => [right.id, right.isHeld])).toEqual([
      ['read', true],
      ['operate', true],
      ['contribute', true],
      ['target', true],
      ['register', true],
    ]);
    expect(overview?.portal).toBe(`https://portal.azure.com/#@${TENANT}/resource${VAULT_ID}`);
    const { items } = await test.ask('azure.items', {});
    expect(items).toMatchObject([{ friendlyName: 'alpha', stateWords: 'Protected', machineName: 'alpha', replicationHealth: 'Normal' }]);
    expect((await test.ask('azure.jobs', {})).total).toBeGreaterThan(0);
    // Without Azure and in a new start: the same, as of then.
    const { path } = (await test.ask('snapshot.get', {}))?.engagement ?? { path: '' };
    await test.ask('engagement.close', {});
    await world.close();
    await test.ask('engagement.open', { path });
    expect(await test.ask('azure.overview', {})).toEqual(overview);
    expect((await test.ask('azure.items', {})).items).toEqual(items);
    const snapshot = await test.ask('snapshot.get', {});
    expect(snapshot?.azure.lastRead).toMatchObject({ vaultName: 'vault1', readAt: overview?.head.readAt });
    expect(await test.failureOf('azure.sync', {})).toMatchObject({ code: 'offline' });
    expect(await test.ask('azure.overview', {})).toEqual(overview);
  });

  it('asks nothing of another tenant, subscription or vault', async () => {
    const { test, world } = await startConnected();
    await choose(test);
    world.provider.person = { name: 'stranger@example.invalid', tenantId: OTHER_TENANT };
    await test.ask('azure.sign-out', {});
    const grants = world.provider.grants.length;
    await test.ask('azure.sign-in', {});
    await vi.waitUntil(async () => (await test.ask('azure.status', {})).signIn.kind === 'signed-out', { timeout: 10_000 });
    const { signIn: state } = await test.ask('azure.status', {});
    expect(state).toMatchObject({ kind: 'signed-out', failure: { code: 'forbidden' } });
    expect(world.provider.grants.length).toBe(grants + 1);
    const seen = world.simulator.seen.length;
    expect(await test.failureOf('azure.sync', {})).toMatchObject({ code: 'signed-out' });
    expect(world.simulator.seen.length).toBe(seen);
    const other = VAULT_ID.replace(SUBSCRIPTION, '22222222-2222-4222-8222-222222222222');
    expect(
      await test.failureOf('azure.choose-vault', { subscriptionId: SUBSCRIPTION, subscriptionName: 'x', vaultId: other }),
    ).toMatchObject({ code: 'invalid-input' });
  });

  it('names the right that is missing and goes on with what may be read', async () => {
    const { test, world } = await startConnected();
    await choose(test);
    world.role = 'reader';
    await test.ask('azure.sync', {});
    const overview = await test.ask('azure.overview', {});
    expect(overview?.rights.map((right) => [right.id, right.isHeld])).toEqual([
      ['read', true],
      ['operate', false],
      ['contribute', false],
      ['target', false],
      ['register', false],
    ]);
    expect(overview?.rights[1]?.missing[0]).toBe(
      'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems/testFailover/action',
    );
    expect(overview?.head.unreadable.find((part) => part.part === 'vault health')?.missingAction).toMatch(
      /^Microsoft.RecoveryServices\/vaults\/replicationVaultHealth\/read$/i,
    );
  });
});

describe('what the data show', () => {
  it('closes steps with evidence, and says so when one is true no longer', async () => {
    const { test, world } = await startConnected();
    await choose(test);
    await enable(world);
    const [alpha] = (await test.ask('machine.list', { offset: 0, limit: 10 })).rows.filter((row) => row.name === 'alpha');
    const scope = { kind: 'machine' as const, id: alpha?.id ?? '' };
    const first = await test.ask('azure.check', { items: [{ stepId: 'enable-replication', scope }] });
    expect(first).toMatchObject({ done: 1, notDone: 0, drifted: 0 });
    const item = async () =>
      (await test.ask('checklist.items', { stepId: 'enable-replication', machineId: scope.id })).items.find(
        (each) => each.scope.id === scope.id,
      );
    expect((await item())?.seen).toMatchObject({ verdict: 'done', at: first.readAt });
    const sweep = await test.ask('azure.check', {});
    expect(sweep.done).toBeGreaterThan(3);
    // Somebody disables replication in the portal.
    world.simulator.estate.vaults[0]?.items.splice(0);
    expect(await test.ask('azure.check', {})).toMatchObject({ drifted: expect.any(Number) as number });
    const drifted = await item();
    expect(drifted?.state).toBe('open');
    expect(drifted?.drift).toContain('Azure showed it done before');
    const { steps } = await test.ask('azure.checks', {});
    expect(steps[0]).toMatchObject({ drifted: 1 });
    expect((await test.ask('snapshot.get', {}))?.azure.driftCount).toBeGreaterThan(0);
  });

  it('asks about doubtful matches, keeps the answer, and takes it back', async () => {
    const { test, world } = await startConnected();
    await choose(test);
    const rows = (await test.ask('machine.list', { offset: 0, limit: 10 })).rows;
    const beta = rows.find((row) => row.name === 'beta');
    await enable(world);
    await test.ask('azure.sync', {});
    const [item] = (await test.ask('azure.items', {})).items;
    // Another BIOS id than the name promises: nothing is assumed.
    const { matches } = await test.ask('azure.matches', { state: 'matched' });
    expect(matches.find((match) => match.name === 'gamma-new')).toMatchObject({ machineName: 'gamma', by: 'bios-id' });
    await test.ask('azure.match', {
      itemId: (item?.id ?? '').toUpperCase().replace('/SUBSCRIPTIONS', '/Subscriptions'),
      machineId: beta?.id ?? '',
      reason: 'Renamed last week',
    });
    expect((await test.ask('azure.machine', { machineId: beta?.id ?? '' })).item?.friendlyName).toBe('alpha');
    await test.ask('journal.undo', {});
    expect((await test.ask('azure.machine', { machineId: beta?.id ?? '' })).item).toBeNull();
    expect((await test.ask('azure.items', {})).items[0]?.machineName).toBe('alpha');
  });
});

describe('a rehearsal', () => {
  it('runs with the simulator filled from the inventory, marked, and counts for nothing', async () => {
    const test = await startApp();
    const status = await test.ask('azure.rehearse', { isOn: true });
    expect(status.isRehearsing).toBe(true);
    await test.ask('azure.sync', {});
    const overview = await test.ask('azure.overview', {});
    expect(overview).toMatchObject({ head: { isRehearsal: true }, portal: null, counts: { items: 3, matched: 3, doubtful: 0 } });
    const checked = await test.ask('azure.check', { usesLastRead: true });
    expect(checked.isRehearsal).toBe(true);
    expect(checked.done).toBeGreaterThan(3);
    // Nothing of it closes a step of the real work.
    const { items } = await test.ask('checklist.items', { stepId: 'enable-replication' });
    expect(items.every((item) => item.state === 'open' && item.seen === null)).toBe(true);
    expect((await test.ask('azure.checks', {})).isRehearsal).toBe(true);
    const { entries } = await test.ask('journal.list', { limit: 20 });
    expect(
      entries
        .filter((entry) => entry.kind === 'azure.state-read' || entry.kind === 'checklist.checked')
        .every((entry) => entry.title.startsWith('Rehearsal: ')),
    ).toBe(true);
    await test.ask('azure.rehearse', { isOn: false });
    expect(await test.ask('azure.overview', {})).toBeNull();
    expect(await test.failureOf('azure.sync', {})).toMatchObject({ code: 'signed-out' });
  });
});
