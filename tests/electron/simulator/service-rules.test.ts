import { describe, expect, test } from 'vitest';

import { createClock } from '../../../electron/simulator/clock.ts';
import type { EstateVault } from '../../../electron/simulator/estate-vault.ts';
import { fillEstate, namesOf } from '../../../electron/simulator/fill-estate.ts';
import type { Role } from '../../../electron/simulator/roles.ts';
import { createSimulator, type Simulator } from '../../../electron/simulator/simulator.ts';

/** SOURCE: site recovery facts, section 9, point by point; what other tests show is left out here. */
const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
const ORIGIN = 'http://127.0.0.1';
const V = `/Subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v`;

interface World {
  readonly simulator: Simulator;
  readonly ask: (
    method: string,
    path: string,
    more?: { readonly role?: string; readonly body?: unknown; readonly version?: string },
  ) => ReturnType<Simulator['answer']>['answer'];
  readonly item: string;
}

function world(provider: EstateVault['provider'] = 'InMageRcm', names: readonly string[] = ['v']): World {
  const roles: readonly Role[] = ['contributor', 'operator', 'reader', 'nobody'];
  const simulator = createSimulator({
    clock: createClock({ speed: 0, realNow: () => Date.UTC(2026, 10, 1, 8) }),
    estate: fillEstate(
      names.map((name) => ({
        subscriptionId: SUBSCRIPTION,
        resourceGroup: 'rg',
        name,
        location: 'westeurope',
        provider,
        machines: [{ id: 'm1', name: 'srv-1' }],
      })),
    ),
    principals: new Map(roles.map((role) => [role, { name: role, role }])),
    signsAddresses: true,
  });
  const { fabric, container } = namesOf({ name: 'v', provider });
  return {
    simulator,
    item: `${V}/replicationFabrics/${fabric}/replicationProtectionContainers/${container}/replicationProtectedItems/i`,
    ask(method, path, { role = 'contributor', body = {}, version = '2023-06-01' } = {}) {
      const url = new URL(
        path.startsWith('http')
          ? path
          : `${ORIGIN}${path}${version === '' ? '' : `${path.includes('?') ? '&' : '?'}api-version=${version}`}`,
      );
      const headers: Record<string, string> = role === '' ? {} : { authorization: `Bearer ${role}` };
      return simulator.answer({ method, url, headers, body: body as Record<string, unknown>, origin: ORIGIN }).answer;
    },
  };
}

const codeOf = (answer: { readonly body?: unknown }): unknown =>
  (answer.body as { readonly error?: { readonly code?: unknown } } | undefined)?.error?.code;
const valueOf = (answer: { readonly body?: unknown }): Readonly<Record<string, unknown>>[] =>
  (answer.body as { readonly value: Readonly<Record<string, unknown>>[] }).value;
const enable = { properties: { providerSpecificDetails: { instanceType: 'InMageRcm', fabricDiscoveryMachineId: 'm1' } } };

describe('1 routes', () => {
  test('the version is needed and has to be one; unknown ways and any case', () => {
    const { ask } = world();
    expect(codeOf(ask('GET', `${V}/replicationFabrics`, { version: '' }))).toBe('MissingApiVersionParameter');
    expect(codeOf(ask('GET', `${V}/replicationFabrics`, { version: 'soon' }))).toBe('InvalidApiVersionParameter');
    expect(ask('GET', `${V}/replicationNothing`).status).toBe(404);
    expect(ask('GET', `${V}/replicationFabrics`.toUpperCase()).status).toBe(200);
    expect(codeOf(ask('GET', V.replace(/v$/, 'other')))).toBe('ResourceNotFound');
  });
});

describe('2 tokens and roles', () => {
  test('without a token, with a wrong one, and with too few rights', () => {
    const { ask, item } = world();
    expect(ask('GET', `${V}/replicationFabrics`, { role: '' })).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': expect.stringContaining('Bearer authorization_uri=') as string },
    });
    expect(ask('GET', `${V}/replicationFabrics`, { role: 'stranger' }).status).toBe(401);
    expect(codeOf(ask('PUT', item, { role: 'operator', body: enable }))).toBe('AuthorizationFailed');
    expect(ask('GET', `${V}/replicationFabrics`, { role: 'reader' }).status).toBe(200);
    expect(ask('GET', `${V}/replicationVaultHealth`, { role: 'reader' }).status).toBe(403);
  });

  test('reading the state of an operation is a right of its own', () => {
    const { ask, item } = world();
    const address = ask('PUT', item, { body: enable }).headers?.['azure-asyncoperation'] ?? '';
    expect(ask('GET', address, { role: 'operator' }).status).toBe(403);
    expect(ask('GET', address).status).toBe(200);
  });
});

describe('3 the 202', () => {
  test('three addresses with one job, readable at once, first as nearly nothing', () => {
    const { simulator, ask, item } = world();
    const { status, headers = {}, body } = ask('PUT', item, { body: enable });
    const job = headers['x-ms-request-id']?.split('/').at(-1) ?? '';
    expect([status, body, headers['retry-after']]).toEqual([202, undefined, '30']);
    expect(new URL(headers['location'] ?? '').pathname).toBe(`${item}/operationresults/${job}`);
    expect(new URL(headers['azure-asyncoperation'] ?? '').pathname).toBe(`${V}/replicationOperationStatus/${job}`);
    expect(ask('GET', `${V}/replicationJobs/${job}`).body).toMatchObject({
      properties: { scenarioName: null, state: 'NotStarted', tasks: [] },
    });
    simulator.clock.advance(1000);
    expect(ask('GET', `${V}/replicationJobs/${job}`).body).toMatchObject({
      properties: { scenarioName: 'EnableDr', state: 'InProgress', allowedActions: ['Cancel'] },
    });
  });

  test('a poll works with the address as it is and no other way; then the resource comes', () => {
    const { simulator, ask, item } = world();
    const { headers = {} } = ask('PUT', item, { body: enable });
    const changed = (headers['azure-asyncoperation'] ?? '').replace(/&s=[^&]*/, '&s=other');
    expect(ask('GET', changed).status).toBe(403);
    expect(ask('GET', headers['location'] ?? '').status).toBe(202);
    simulator.clock.advance(3_600_000);
    expect(ask('GET', headers['location'] ?? '')).toMatchObject({ status: 200, body: { name: 'i' } });
  });
});

describe('7 jobs', () => {
  test('cancelled, and begun anew as another job', () => {
    const { simulator, ask, item } = world();
    const nameOf = (answer: { readonly headers?: Readonly<Record<string, string>> }): string =>
      answer.headers?.['x-ms-request-id']?.split('/').at(-1) ?? '';
    const first = nameOf(ask('PUT', item, { body: enable }));
    simulator.clock.advance(5000);
    ask('POST', `${V}/replicationJobs/${first}/cancel`);
    expect(ask('GET', `${V}/replicationJobs/${first}`).body).toMatchObject({
      properties: { state: 'Cancelled', allowedActions: ['Restart'] },
    });
    const second = nameOf(ask('POST', `${V}/replicationJobs/${first}/restart`));
    expect(second).not.toBe(first);
    simulator.clock.advance(3_600_000);
    expect(ask('GET', `${V}/replicationJobs/${second}`).body).toMatchObject({ properties: { state: 'Succeeded' } });
    expect(ask('GET', item).status).toBe(200);
  });
});

describe('8 lists', () => {
  test('jobs newest first, at most 200, without tasks, errors and details', () => {
    const { simulator, ask } = world();
    for (let index = 0; index < 210; index += 1) {
      simulator.clock.advance(1000);
      ask('PUT', `${V}/replicationPolicies/p-${index}`, { body: { properties: { providerSpecificInput: { instanceType: 'InMageRcm' } } } });
    }
    const jobs = valueOf(ask('GET', `${V}/replicationJobs`)).map(({ properties }) => properties as Readonly<Record<string, unknown>>);
    expect(jobs).toHaveLength(200);
    const times = jobs.map(({ startTime }) => String(startTime));
    expect(times).toEqual(times.toSorted().toReversed());
    expect(jobs.every(({ tasks, errors, customDetails }) => JSON.stringify([tasks, errors, customDetails]) === '[[],[],null]')).toBe(true);
  });

  test('fabrics and items say less in a list', () => {
    const { simulator, ask, item } = world();
    ask('PUT', item, { body: enable });
    simulator.clock.advance(1000);
    expect(valueOf(ask('GET', `${V}/replicationFabrics`))).toMatchObject([
      { properties: { customDetails: { processServers: [], sourceAgentIdentityDetails: null } } },
    ]);
    expect(valueOf(ask('GET', `${V}/replicationProtectedItems`))).toMatchObject([
      { properties: { providerSpecificDetails: { protectedDisks: [], vmNics: [], discoveredVmDetails: null } } },
    ]);
    expect(ask('GET', item).body).toMatchObject({ properties: { providerSpecificDetails: { protectedDisks: [{ isOSDisk: 'true' }] } } });
  });
});

describe('11 items come, go and change', () => {
  test('there at once with nothing to offer', () => {
    const { ask, item } = world();
    ask('PUT', item, { body: enable });
    expect(ask('GET', item).body).toMatchObject({
      properties: {
        protectionState: 'UnprotectedStatesBegin',
        allowedOperations: [],
        currentScenario: { scenarioName: 'EnableProtection' },
      },
    });
  });

  test.each([
    ['InMageRcm', 'InMageRcmFailback', false],
    ['A2A', 'A2A', true],
  ] as const)('protected again: %s becomes %s', (provider, becomes, moves) => {
    const { simulator, ask, item } = world(provider);
    ask('PUT', item, { body: { properties: { providerSpecificDetails: { instanceType: provider } } } });
    const hour = (): void => simulator.clock.advance(6 * 3_600_000);
    // Each phase begins when the one before it was seen to end.
    for (const verb of ['', 'unplannedFailover', 'failoverCommit']) {
      hour();
      if (verb !== '') ask('POST', `${item}/${verb}`, { body: { properties: { providerSpecificDetails: { instanceType: provider } } } });
    }
    hour();
    if (moves)
      ask('POST', `${item.split('/replicationProtectedItems')[0] ?? ''}/switchprotection`, {
        body: { properties: { replicationProtectedItemName: 'i', providerSpecificDetails: { instanceType: provider } } },
      });
    else ask('POST', `${item}/reProtect`, { body: { properties: { providerSpecificDetails: { instanceType: provider } } } });
    hour();
    const [only] = valueOf(ask('GET', `${V}/replicationProtectedItems`));
    expect(only).toMatchObject({ properties: { providerSpecificDetails: { instanceType: becomes } } });
    expect(ask('GET', item).status).toBe(moves ? 404 : 200);
  });
});

test('12 a warning stands beside success', () => {
  const { simulator, ask, item } = world();
  simulator.faults.add({
    when: { method: 'PUT' },
    does: { kind: 'job', fault: { warning: { code: '28175', message: 'Another name was given.' } } },
  });
  const address = ask('PUT', item, { body: enable }).headers?.['azure-asyncoperation'] ?? '';
  simulator.clock.advance(3_600_000);
  expect(ask('GET', address).body).toMatchObject({ status: 'Succeeded', error: { code: '28175', details: null }, percentComplete: null });
});

test('13 several vaults do not know each other', () => {
  const { ask } = world('InMageRcm', ['v', 'w']);
  expect(valueOf(ask('GET', V.replace(/\/v$/, ''))).map(({ name }) => name)).toEqual(['v', 'w']);
  ask('PUT', `${V}/replicationPolicies/only-here`, { body: { properties: {} } });
  expect(ask('GET', `${V.replace(/v$/, 'w')}/replicationPolicies/only-here`).status).toBe(404);
});

test('14 what is left counts down, runs out, and fills up again', () => {
  const { simulator, ask } = world();
  const left = (): string | undefined => ask('GET', `${V}/replicationFabrics`).headers?.['x-ms-ratelimit-remaining-subscription-reads'];
  expect([left(), left()]).toEqual(['249', '248']);
  for (let index = 0; index < 248; index += 1) left();
  const refused = ask('GET', `${V}/replicationFabrics`);
  expect([refused.status, codeOf(refused), refused.headers?.['retry-after']]).toEqual([429, 'SubscriptionRequestsThrottled', '1']);
  simulator.clock.advance(2000);
  expect(ask('GET', `${V}/replicationFabrics`).status).toBe(200);
});
