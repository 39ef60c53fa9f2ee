import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Fault, FaultAct } from '../../../../electron/simulator/faults.ts';
import type { AzureState } from '../../../../shared/azure/azure-state.ts';
import { placeChecks } from '../../../../shared/azure/checks/place-checks.ts';
import { valueOf } from '../../../support/engagement-files.ts';
import { COUNT, createListWorld, PAGES, type ListWorld } from './list-world.ts';

/** SOURCE: site recovery facts, section 9.1: what may happen to a list. */
const ITEMS = { method: 'GET', path: '/vaults/vault1/replicationProtectedItems' };
const PAGE_2 = { ...ITEMS, after: 1 };

let world: ListWorld;
let known: AzureState;
beforeAll(async () => {
  world = await createListWorld();
  known = valueOf(await world.read(null));
});
afterEach(() => world.simulator.faults.clear());
afterAll(async () => await world.close());

const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): FaultAct => ({
  kind: 'answer',
  status,
  headers,
  body,
});
const refused = (status: number, code: string, headers = {}): FaultAct =>
  answer(status, JSON.stringify({ error: { code, message: `The service says ${code}.` } }), headers);
const rewritten = (change: (body: Record<string, unknown>) => unknown): FaultAct => ({ kind: 'rewrite', change });
const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id.toLowerCase()).toSorted();
const withFault = (does: FaultAct, when: Fault['when'] = PAGE_2): void => world.simulator.faults.add({ when, does, times: 99 });

const BREAKING: readonly (readonly [title: string, does: FaultAct, code: string])[] = [
  ['throttled', refused(429, 'SubscriptionRequestsThrottled', { 'retry-after': '7' }), 'throttled'],
  ['500', refused(500, 'InternalServerError'), 'azure-rejected'],
  [
    '502 with a page of a proxy',
    { kind: 'answer', status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html' },
    'azure-rejected',
  ],
  ['503 without a body', answer(503, ''), 'azure-rejected'],
  ['401 in the middle', refused(401, 'ExpiredAuthenticationToken'), 'signed-out'],
  ['403', refused(403, 'AuthorizationFailed'), 'forbidden'],
  ['the connection breaks', { kind: 'reset-before' }, 'offline'],
  ['no answer', { kind: 'no-answer', isAccepted: false, afterMs: 1 }, 'offline'],
  ['200 with a page of a proxy', { kind: 'answer', status: 200, body: '<html>Sign in</html>', contentType: 'text/html' }, 'azure-rejected'],
  ['200 with half of an answer', answer(200, '{"value":[{"id":'), 'azure-rejected'],
  ['200 without a body', answer(200, ''), 'azure-rejected'],
  ['a page without entries or with something else in their place', rewritten(() => ({ value: null, nextLink: null })), 'azure-rejected'],
  ['a page that is an empty object', rewritten(() => ({})), 'azure-rejected'],
  [
    'a page that names itself as the next',
    rewritten((body) => ({ ...body, nextLink: `${world.origin}/subscriptions?page=2` })),
    'azure-rejected',
  ],
  [
    'a next page on another host',
    rewritten((body) => ({ ...body, nextLink: 'https://elsewhere.invalid/subscriptions?page=3' })),
    'offline',
  ],
];

describe('page 2 of the list of items', () => {
  test.each(BREAKING)('%s: refused in words, nothing of it is taken, and the next reading is whole', async (title, does, code) => {
    const isNext = title.includes('next page') || title.includes('as the next');
    withFault(does, isNext ? ITEMS : PAGE_2);
    if (title.includes('as the next'))
      withFault(answer(200, JSON.stringify({ value: [], nextLink: `${world.origin}/subscriptions?page=2` })), {
        method: 'GET',
        path: '/subscriptions',
      });
    const from = world.simulator.seen.length;
    const reply = await world.read(known);
    expect(reply).toMatchObject({ ok: false, failure: { code } });
    const detail = reply.ok ? '' : reply.failure.detail;
    // A sentence, with what to do.
    expect(detail).toMatch(/^[A-Z0-9].{20,}[.!]$/s);
    expect(detail).toMatch(/again|check|sign in|wait|right|proxy|report|read the state/i);
    expect(detail).not.toMatch(/put together|undefined|\[object/);
    const wait = reply.ok ? undefined : reply.failure.retryAfterSeconds;
    expect(wait).toBe(code === 'throttled' ? 7 : undefined);
    // It ends: it does not go round.
    expect(world.simulator.seen.length - from).toBeLessThan(40);
    world.simulator.faults.clear();
    const next = valueOf(await world.read(known));
    expect(idsOf(next.items)).toEqual(idsOf(known.items));
  });

  test('an empty page in the middle is no end', async () => {
    withFault(rewritten((body) => ({ ...body, value: [] })));
    // What the page left out is asked for, one by one.
    const state = valueOf(await world.read(known));
    expect(idsOf(state.items)).toEqual(idsOf(known.items));
  });

  test('a list that ends early loses nothing: what it leaves out is asked itself', async () => {
    withFault(
      rewritten((body) => ({ ...body, nextLink: null })),
      ITEMS,
    );
    const from = world.simulator.seen.length;
    const state = valueOf(await world.read(known));
    expect(idsOf(state.items)).toEqual(idsOf(known.items));
    const single = world.simulator.seen.slice(from).filter(({ path }) => /replicationProtectedItems\/[^/]+$/i.test(path));
    expect(single).toHaveLength(COUNT - 100);
  });

  test('what the list leaves out and cannot be asked stays as it was known', async () => {
    withFault(
      rewritten((body) => ({ ...body, nextLink: null })),
      ITEMS,
    );
    withFault(refused(429, 'SubscriptionRequestsThrottled'), { method: 'GET', path: '/replicationProtectedItems/' });
    const state = valueOf(await world.read(known));
    expect(idsOf(state.items)).toEqual(idsOf(known.items));
  });

  test('an entry that moves to a later page while it is read counts once, and as it was last', async () => {
    let first: unknown;
    withFault(
      rewritten((body) => {
        const entries = body['value'] as Record<string, unknown>[];
        first ??= structuredClone(entries[0]);
        const moved = structuredClone(first) as { properties: Record<string, unknown> };
        moved.properties['protectionStateDescription'] = 'moved';
        return entries[0] === undefined || (first as { readonly id?: unknown }).id === entries[0]['id']
          ? body
          : { ...body, value: [...entries, moved] };
      }),
      ITEMS,
    );
    const items = valueOf(await world.azure.readItems(world.vault));
    expect(items).toHaveLength(COUNT);
    const id = (first as { readonly id: string }).id;
    expect(items.filter((item) => item.id === id).map(({ protectionStateWords }) => protectionStateWords)).toEqual(['moved']);
  });

  test('what is really gone is dropped', async () => {
    const [gone] = world.items().splice(150, 1);
    const state = valueOf(await world.read(known));
    expect(state.items).toHaveLength(COUNT - 1);
    expect(state.items.some(({ name }) => name === gone?.name)).toBe(false);
    if (gone !== undefined) world.items().splice(150, 0, gone);
  });
});

describe('the other lists', () => {
  const OTHERS: readonly (readonly [part: string, path: string, key: keyof AzureState])[] = [
    ['policies', 'replicationPolicies', 'policies'],
    ['mappings', 'replicationProtectionContainerMappings', 'mappings'],
    ['containers', 'vault1/replicationProtectionContainers', 'containers'],
    ['providers', 'replicationRecoveryServicesProviders', 'providers'],
    ['jobs', 'replicationJobs', 'jobs'],
    ['events', 'replicationEvents', 'events'],
    ['alert settings', 'replicationAlertSettings', 'alerts'],
    ['fabrics', 'replicationFabrics/vault1-site', 'fabrics'],
    ['machines of cloud_vault1', 'replicationProtectableItems', 'protectables'],
  ];

  /** Something of each kind, so that a loss shows. */
  async function filled(): Promise<AzureState> {
    const [vault] = world.simulator.estate.vaults;
    if (vault !== undefined && vault.jobs.length === 0) {
      const alert = { sendToOwners: 'Send', customEmailAddresses: ['a@b.invalid'], locale: 'en' };
      const path = 'replicationAlertSettings/defaultAlertSetting';
      vault.resources[path.toLowerCase()] = { path, type: 'Microsoft.RecoveryServices/vaults/replicationAlertSettings', properties: alert };
      world.simulator.faults.add({ when: { method: 'PUT' }, does: { kind: 'job', fault: { end: 'Failed' } } });
      await world
        .port()
        .createPolicy(world.vault, 'failing', { providerSpecificInput: { instanceType: 'HyperVReplicaAzure' } }, 'policy-1');
      world.wait(600);
    }
    return valueOf(await world.read(known));
  }

  test.each(OTHERS)('%s cannot be read: what was known stays, the rest is new, and it is said', async (part, path, key) => {
    const before = await filled();
    expect(before[key]).not.toHaveLength(0);
    for (const does of [refused(500, 'InternalServerError'), answer(200, '<html>Sign in</html>'), answer(200, '{}')]) {
      world.simulator.faults.clear();
      // The page after the first, where there is one.
      withFault(does, { method: 'GET', path });
      // oxlint-disable-next-line no-await-in-loop
      const state = valueOf(await world.read(before));
      // Servers that could not be read decide nothing, though they are shown.
      expect(state[key]).toEqual(key === 'fabrics' ? before.fabrics.map((fabric) => ({ ...fabric, isPartial: true })) : before[key]);
      expect(state.items).toHaveLength(COUNT);
      const said = state.unreadable.find((each) => each.part === part);
      expect(said?.why).toMatch(/^[A-Z0-9].{20,}[.!]$/s);
      expect(said?.why).toMatch(/What was read before is kept\.$|Read the state|proxy/);
    }
  });

  test('a step that such a list decides is unknown, neither done nor undone', async () => {
    const before = await filled();
    withFault(refused(500, 'InternalServerError'), { method: 'GET', path: 'replicationPolicies' });
    const state = valueOf(await world.read(null));
    const context = { machines: [], targetRegion: null, vaultRegion: null };
    const verdict = (read: AzureState): string => placeChecks['create-replication-policy']({ ...context, state: read }).verdict;
    expect([verdict(before), verdict(state)]).toEqual([expect.stringMatching(/^(not-)?done$/), 'unknown']);
  });

  test('pages are as many as they should be', async () => {
    const from = world.simulator.seen.length;
    await world.azure.readItems(world.vault);
    expect(world.simulator.seen.length - from).toBe(PAGES);
  });
});
