import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { CLOUD_IDS, type CloudId } from '../../../shared/domain/azure.ts';
import { startInternet, type Internet } from '../../support/internet.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { testBox } from './azure-world.ts';

/** What the clouds are called. SOURCE: site recovery facts, section 11.3 (2026). */
const ADDRESSES = [
  {
    id: 'public',
    authority: 'login.microsoftonline.com',
    arm: 'management.azure.com',
    scope: 'https://management.azure.com/.default',
    portal: 'https://portal.azure.com/',
  },
  {
    id: 'us-government',
    authority: 'login.microsoftonline.us',
    arm: 'management.usgovcloudapi.net',
    scope: 'https://management.usgovcloudapi.net/.default',
    portal: 'https://portal.azure.us/',
  },
  {
    id: 'china',
    // Microsoft's client prefers the newer name of `login.chinacloudapi.cn`; both are of the same cloud.
    authority: 'login.partner.microsoftonline.cn',
    arm: 'management.chinacloudapi.cn',
    scope: 'https://management.chinacloudapi.cn/.default',
    portal: 'https://portal.azure.cn/',
  },
] as const satisfies readonly {
  readonly id: CloudId;
  readonly authority: string;
  readonly arm: string;
  readonly scope: string;
  readonly portal: string;
}[];

const PEOPLE = {
  public: { name: 'ada@example.invalid', tenantId: 'aaaaaaaa-0000-4000-8000-000000000001' },
  'us-government': { name: 'ben@example.invalid', tenantId: 'bbbbbbbb-0000-4000-8000-000000000002' },
  china: { name: 'chen@example.invalid', tenantId: 'cccccccc-0000-4000-8000-000000000003' },
} as const;

let internet: Internet;
beforeAll(async () => {
  internet = await startInternet(PEOPLE);
});
afterAll(() => internet.close());

const newFolder = useTemporaryFolders();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function startApp(): Promise<TestApp> {
  const { fetch, openBrowser } = internet;
  const test = startTestApp(await newFolder(), { azure: { fetch, isFetchForAll: true, secretBox: testBox, openBrowser } });
  closing.push(() => test.app.close());
  return test;
}

async function signIn(test: TestApp, cloud: CloudId): Promise<void> {
  await test.ask('azure.sign-in', { cloud, method: 'browser' });
  await vi.waitUntil(async () => (await test.ask('azure.status', {})).signIn.kind !== 'waiting', { timeout: 10_000 });
}

async function choose(test: TestApp, cloud: CloudId): Promise<void> {
  const { subscriptionId, vaultId } = internet.worlds[cloud];
  await test.ask('azure.choose-vault', { subscriptionId, subscriptionName: cloud, vaultId });
}

/** What left the app since, with the cloud whose token it carried. */
function sentSince(start: number): readonly { readonly host: string; readonly tokenOf: CloudId | null }[] {
  return internet.sent.slice(start).map(({ host, token }) => ({
    host,
    tokenOf: CLOUD_IDS.find((id) => token !== null && internet.worlds[id].provider.issued.access.includes(token)) ?? null,
  }));
}

describe.each(ADDRESSES)('the cloud $id', ({ id, authority, arm, scope, portal }) => {
  it('is signed in to and read under its own names, with a token for it alone', async () => {
    const test = await startApp();
    await test.ask('engagement.create', { name: 'Move', customer: 'Example' });
    const { provider, subscriptionId, vaultId } = internet.worlds[id];
    const [start, page, grant] = [internet.sent.length, internet.pages.length, provider.grants.length];
    await signIn(test, id);
    expect((await test.ask('azure.status', {})).signIn).toMatchObject({ kind: 'signed-in', accountName: PEOPLE[id].name });
    const address = new URL(internet.pages[page] ?? '');
    expect([address.protocol, address.host, address.searchParams.get('scope')?.split(' ')]).toEqual([
      'https:',
      authority,
      expect.arrayContaining([scope]),
    ]);
    expect(provider.grants.slice(grant).flatMap((each) => each.scope.split(' ').filter((word) => word.startsWith('https:')))).toEqual([
      scope,
    ]);
    expect(await test.ask('azure.subscriptions', {})).toMatchObject([{ id: subscriptionId }]);
    await choose(test, id);
    await test.ask('azure.sync', {});
    const sent = sentSince(start);
    expect([...new Set(sent.map((each) => each.host))].toSorted()).toEqual([authority, arm].toSorted());
    expect(sent.filter((each) => each.host === arm).length).toBeGreaterThan(10);
    expect(sent.every((each) => each.tokenOf === (each.host === arm ? id : null))).toBe(true);
    expect(provider.offences).toEqual([]);
    expect((await test.ask('azure.overview', {}))?.portal).toBe(`${portal}#@${PEOPLE[id].tenantId}/resource${vaultId}`);
    expect((await test.ask('snapshot.get', {}))?.azure.target).toMatchObject({ cloud: id, tenantId: PEOPLE[id].tenantId });
  });

  it('keeps its token to itself when an answer names another cloud', async () => {
    const test = await startApp();
    await test.ask('engagement.create', { name: 'Move', customer: 'Example' });
    await signIn(test, id);
    await choose(test, id);
    const others = ADDRESSES.filter((each) => each.id !== id);
    for (const other of others) {
      const { simulator, vaultId } = internet.worlds[id];
      const nextLink = `https://${other.arm}${vaultId}/replicationFabrics?api-version=2023-06-01`;
      simulator.faults.add({
        when: { method: 'GET', pathEnd: '/replicationFabrics' },
        does: { kind: 'rewrite', change: (body) => ({ ...body, nextLink }) },
      });
      const start = internet.sent.length;
      // oxlint-disable-next-line no-await-in-loop
      const failure = await test.failureOf('azure.sync', {});
      expect(failure.detail).not.toBe('');
      expect(sentSince(start).map((each) => each.host)).not.toContain(other.arm);
      simulator.faults.clear();
    }
  });
});

it('two engagements, one after the other: each its own account, tenant and cloud', async () => {
  const test = await startApp();
  const make = async (name: string, cloud: CloudId): Promise<string> => {
    await test.ask('engagement.create', { name, customer: name });
    expect((await test.ask('azure.status', {})).signIn).toMatchObject({ kind: 'signed-out' });
    expect((await test.ask('snapshot.get', {}))?.azure.target).toBeNull();
    await signIn(test, cloud);
    await choose(test, cloud);
    await test.ask('azure.sync', {});
    const { path } = (await test.ask('snapshot.get', {}))?.engagement ?? { path: '' };
    await test.ask('engagement.close', {});
    return path;
  };
  const first = await make('First', 'public');
  const second = await make('Second', 'us-government');
  for (const [path, cloud, arm] of [
    [first, 'public', 'management.azure.com'],
    [second, 'us-government', 'management.usgovcloudapi.net'],
    [first, 'public', 'management.azure.com'],
  ] as const) {
    // One after another: that is the point.
    // oxlint-disable no-await-in-loop
    await test.ask('engagement.open', { path });
    expect((await test.ask('azure.status', {})).signIn).toMatchObject({
      kind: 'signed-in',
      accountName: PEOPLE[cloud].name,
      tenantId: PEOPLE[cloud].tenantId,
    });
    const start = internet.sent.length;
    await test.ask('azure.sync', {});
    const sent = sentSince(start);
    expect(sent.length).toBeGreaterThan(10);
    expect(sent.every((each) => each.host === arm && each.tokenOf === cloud)).toBe(true);
    expect((await test.ask('azure.overview', {}))?.head.vault.name).toBe(`vault-${cloud}`);
    // Another customer's cloud and subscription are out of reach.
    const strange = internet.worlds[cloud === 'public' ? 'us-government' : 'public'];
    await test.ask('azure.choose-vault', { subscriptionId: strange.subscriptionId, subscriptionName: 'x', vaultId: strange.vaultId });
    const before = internet.sent.length;
    await test.failureOf('azure.sync', {});
    expect(sentSince(before).every((each) => each.host === arm && each.tokenOf === cloud)).toBe(true);
    await choose(test, cloud);
    await test.ask('engagement.close', {});
    // oxlint-enable no-await-in-loop
  }
  // Signing out of one leaves the other signed in.
  await test.ask('engagement.open', { path: second });
  await test.ask('azure.sign-out', {});
  await test.ask('engagement.close', {});
  await test.ask('engagement.open', { path: first });
  expect((await test.ask('azure.status', {})).signIn).toMatchObject({ kind: 'signed-in', accountName: PEOPLE.public.name });
});

it('an engagement of one cloud takes no sign-in to another', async () => {
  const test = await startApp();
  await test.ask('engagement.create', { name: 'Move', customer: 'Example' });
  await signIn(test, 'china');
  await choose(test, 'china');
  await test.ask('azure.sign-out', {});
  await signIn(test, 'public');
  expect((await test.ask('azure.status', {})).signIn).toMatchObject({ kind: 'signed-out', failure: { code: 'forbidden' } });
  const start = internet.sent.length;
  expect(await test.failureOf('azure.sync', {})).toMatchObject({ code: 'signed-out' });
  expect(internet.sent.length).toBe(start);
});
