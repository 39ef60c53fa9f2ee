import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test } from 'vitest';

import { connectAzure } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import { createSiteRecovery, type SiteRecovery } from '../../../electron/azure/site-recovery.ts';
import { readArguments } from '../../../electron/simulator-alone/read-arguments.ts';
import { startSimulator, type StartedSimulator } from '../../../electron/simulator-alone/start-simulator.ts';
import { namesOf } from '../../../electron/simulator/fill-estate.ts';
import { startChild } from '../../support/child-process.ts';
import { valueOf } from '../../support/engagement-files.ts';
import { startSmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolders();
const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
const VAULT = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', vault: 'vault1' };
const ESTATE = {
  vaults: [
    {
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'rg',
      name: 'vault1',
      location: 'westeurope',
      provider: 'InMageRcm',
      machines: [{ id: 'm1', name: 'srv-1' }],
    },
  ],
};
const ITEM = { ...VAULT, ...namesOf({ name: 'vault1', provider: 'InMageRcm' }), item: 'item-1' };
const ENABLE = {
  kind: 'enable',
  properties: {
    providerSpecificDetails: {
      instanceType: 'InMageRcm',
      fabricDiscoveryMachineId: 'm1',
      targetResourceGroupId: '/subscriptions/s/resourceGroups/rg',
      processServerId: 'ps-01',
    },
  },
} as const;

let running: StartedSimulator | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

async function estateFile(content: unknown = ESTATE): Promise<string> {
  const filePath = path.join(await folder(), 'estate.json');
  await writeFile(filePath, typeof content === 'string' ? content : JSON.stringify(content));
  return filePath;
}

const options = (estate: string): Parameters<typeof startSimulator>[0] => ({
  estate,
  port: 0,
  isHttps: false,
  rootFile: null,
  speed: 0,
  retryAfterSeconds: 0,
  signsAddresses: true,
});
let ids = 0;
const parts = {
  now: () => new Date('2026-11-01T08:00:00Z'),
  randomId: () => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  },
};

function portTo(
  origin: string,
  { role = 'contributor', httpClient }: { readonly role?: string; readonly httpClient?: HttpClient } = {},
): SiteRecovery {
  return createSiteRecovery(
    connectAzure({
      cloud: CLOUDS.public,
      subscriptionId: SUBSCRIPTION,
      credential: { getToken: () => Promise.resolve({ token: role, expiresOnTimestamp: Date.now() + 3_600_000 }) },
      endpoint: origin,
      appVersion: '0.0.0-test',
      readRetries: 0,
      ...(httpClient === undefined ? {} : { httpClient }),
    }),
  );
}

async function start(estate: string, changes: Partial<Parameters<typeof startSimulator>[0]> = {}): Promise<StartedSimulator> {
  running = valueOf(await startSimulator({ ...options(estate), ...changes }, parts));
  return running;
}

describe('the simulator by itself', () => {
  test('keeps what was changed over its own restart, and goes on in time', async () => {
    const estate = await estateFile();
    const first = await start(estate);
    expect(first.wasTakenUp).toBe(false);
    const outcome = await portTo(first.origin).change(ITEM, ENABLE, 'request-1');
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    // The clock is moved from outside, as a rehearsal does.
    const moved = await fetch(`${first.origin}/simulator/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"seconds": 7200}',
    });
    expect(await moved.json()).toEqual({ now: '2026-11-01T10:00:00.000Z' });
    await first.stop();

    const second = await start(estate);
    expect(second.wasTakenUp).toBe(true);
    const port = portTo(second.origin);
    expect(valueOf(await port.readJob(VAULT, outcome.jobName)).state).toBe('Succeeded');
    expect(valueOf(await port.readItem(ITEM)).protectionState).toBe('Protected');
    // The estate that a person wrote is left as it was.
    expect(JSON.parse(await readFile(estate, 'utf8'))).toEqual(ESTATE);
  });

  test('has lost nothing that it accepted when it is killed', async () => {
    const estate = await estateFile();
    const main = path.resolve('electron/simulator-alone/main.ts');
    const child = startChild(main, ['--port', '0', '--estate', estate, '--speed', '0']);
    await child.says('Kept in');
    const origin = /answers at (\S+)/.exec(child.printed())?.[1] ?? '';
    const outcome = await portTo(origin).change(ITEM, ENABLE, 'request-1');
    await child.kill('SIGKILL');
    const after = valueOf(await startSimulator(options(estate), { ...parts, now: () => new Date() }));
    running = after;
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    expect(valueOf(await portTo(after.origin).readJob(VAULT, outcome.jobName)).activityId).toMatch(/^request-1 /);
  });

  test('speaks https with a root of its own, which the client has to trust', async () => {
    const estate = await estateFile();
    const started = await start(estate, { isHttps: true });
    expect(started.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(started.rootFile).toBe(estate.replace('.json', '.simulator-root.pem'));
    const ca = await readFile(started.rootFile ?? '', 'utf8');
    const plain = createDefaultHttpClient();
    const trusting: HttpClient = {
      sendRequest: async (request) => {
        request.tlsSettings = { ca };
        return await plain.sendRequest(request);
      },
    };
    const port = portTo(started.origin, { httpClient: trusting });
    expect(valueOf(await port.readInfrastructure(VAULT)).fabrics).toHaveLength(1);
    expect(await port.change(ITEM, ENABLE, 'request-1')).toMatchObject({ kind: 'accepted' });

    // Whoever does not know the root is told why, and that nothing was sent.
    const strange = portTo(started.origin);
    expect(await strange.change(ITEM, { kind: 'commit' }, 'request-2')).toMatchObject({
      kind: 'refused',
      reply: { failure: { code: 'offline', detail: expect.stringContaining('TLS inspection') as string } },
    });
    expect(started.simulator.seen.map(({ clientRequestId }) => clientRequestId)).not.toContain('request-2');
  });

  test('is filled from the inventory of an engagement, which it does not touch', async () => {
    const place = await folder();
    const app = await startSmallEstate(place);
    await app.ask('engagement.close', {});
    const file = app.filePath;
    const before = await readFile(file);
    const started = await start(file);
    const machines = started.simulator.estate.vaults.flatMap((vault) => Object.values(vault.machines).map(({ name }) => name));
    expect(machines.toSorted()).toEqual(['alpha', 'beta', 'delta', 'epsilon', 'gamma', 'zeta']);
    expect(await readFile(file)).toEqual(before);
  });
});

describe('bad input is told in one sentence', () => {
  const sentence = async (reply: Promise<{ readonly ok: boolean }>): Promise<string> => {
    const found = (await reply) as { readonly ok: boolean; readonly failure?: { readonly detail: string } };
    return found.failure?.detail ?? 'none';
  };

  test.each([
    [[], 'No estate was named. Give one with --estate FILE: an engagement or a JSON file.'],
    [['--estate', 'x', '--port', 'abc'], '--port takes a number from 0 to 65535, not abc.'],
    [['--estate', 'x', '--port', '70000'], '--port takes a number from 0 to 65535, not 70000.'],
    [['--estate', 'x', '--speed', '-1'], /speed.*See --help\.$/],
    [['--estate', 'x', '--colour'], /Unknown option '--colour'.* See --help\.$/],
  ])('%j', (args, words) => {
    const read = readArguments(args);
    expect(read.ok ? 'none' : read.failure.detail).toMatch(words);
  });

  test('in the estate: where, and what', async () => {
    const place = await folder();
    expect(await sentence(startSimulator(options(path.join(place, 'none.json')), parts))).toMatch(
      /^There is no file .*none\.json\. Check the name given with --estate\.$/,
    );
    expect(await sentence(startSimulator(options(await estateFile('{')), parts))).toMatch(/is no JSON file\. Correct it/);
    const wrong = { vaults: [{ ...ESTATE.vaults[0], provider: 'VMware' }] };
    expect(await sentence(startSimulator(options(await estateFile(wrong)), parts))).toMatch(
      /is no estate: vaults\.0\.provider is not one of InMageRcm, .* See --help for the form\.$/,
    );
    const [vault] = ESTATE.vaults;
    const { location: _location, ...homeless } = vault ?? { location: '' };
    const WRONG: readonly (readonly [unknown, RegExp])[] = [
      [{ vaults: [homeless] }, /: vaults\.0\.location is missing\. See/],
      [
        { vaults: [{ ...vault, machines: [{ id: 'm', name: 3 }] }] },
        /: vaults\.0\.machines\.0\.name is not of the right kind \(string is wanted\)\./,
      ],
      [{ vaults: [{ ...vault, colour: 'red' }] }, /: vaults\.0 has colour, which is not known\./],
      [{ vaults: [{ ...vault, name: 'a b' }] }, /: vaults\.0\.name may hold letters, digits, dots and hyphens only\./],
    ];
    // oxlint-disable-next-line no-await-in-loop
    for (const [file, words] of WRONG) expect(await sentence(startSimulator(options(await estateFile(file)), parts))).toMatch(words);
    expect(await sentence(startSimulator(options(place), parts))).toMatch(
      /is a folder\. Name an engagement \(NAME\.landfall\) or a JSON file/,
    );
    expect(await sentence(startSimulator(options(await estateFile({ format: 'other' })), parts))).toMatch(/was left by another version/);
    const noEngagement = path.join(place, 'broken.landfall');
    await writeFile(noEngagement, 'not an engagement');
    expect(await sentence(startSimulator(options(noEngagement), parts))).toMatch(/broken\.landfall/);
  });

  test('a port that is in use', async () => {
    const first = await start(await estateFile());
    const port = Number(new URL(first.origin).port);
    expect(await sentence(startSimulator({ ...options(await estateFile()), port }, parts))).toBe(
      `Port ${port} is in use. Choose another with --port, or 0 for a free one.`,
    );
  });
});
