import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { connectAzure } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import { createPacer, type Pacer } from '../../../electron/azure/pacer.ts';
import { createSiteRecovery, type SiteRecovery } from '../../../electron/azure/site-recovery.ts';
import { syncItems, type KnownItem } from '../../../electron/azure/sync-items.ts';
import { itemAddress } from '../../../shared/azure/arm-ids.ts';
import { valueOf } from '../../support/engagement-files.ts';
import { simulatedVault, SUBSCRIPTION, type SimulatedVault } from './simulated-vault.ts';

const COUNT = 1000;
const PAGE = 100;
let world: SimulatedVault;

/** The port on the simulated clock: waiting moves it on. */
function portWith(pacer: Pacer | null): SiteRecovery {
  return createSiteRecovery(
    connectAzure({
      cloud: CLOUDS.public,
      subscriptionId: SUBSCRIPTION,
      credential: { getToken: () => Promise.resolve({ token: 'token-contributor', expiresOnTimestamp: Date.now() + 3_600_000 }) },
      endpoint: world.origin,
      appVersion: '0.0.0-test',
      readRetries: 0,
      ...(pacer === null ? {} : { pacer }),
    }),
  );
}

const pacerOfWorld = (): Pacer =>
  createPacer({
    now: () => world.simulator.clock.now(),
    wait: (milliseconds) => {
      world.wait(milliseconds / 1000);
      return Promise.resolve();
    },
  });

async function counted<T>(
  act: () => Promise<T>,
): Promise<{ readonly value: T; readonly calls: number; readonly throttled: number; readonly seconds: number }> {
  const from = world.simulator.seen.length;
  const began = world.simulator.clock.now();
  const value = await act();
  const seen = world.simulator.seen.slice(from);
  return {
    value,
    calls: seen.length,
    throttled: seen.filter(({ status }) => status === 429).length,
    seconds: (world.simulator.clock.now() - began) / 1000,
  };
}

beforeAll(async () => {
  world = await simulatedVault('InMageRcm', COUNT);
  const { fabric, container } = world.item('x');
  const [vault] = world.simulator.estate.vaults;
  for (const machine of Object.values(vault?.machines ?? {}))
    vault?.items.push({
      id: machine.id,
      fabric,
      container,
      name: machine.name,
      machine,
      provider: 'InMageRcm',
      phase: 'protected',
      phaseAt: world.simulator.clock.now(),
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
});
afterAll(async () => await world.close());

describe('1,000 protected items', () => {
  test('one list for what is unchanged, within the limits of Azure', async () => {
    const port = portWith(pacerOfWorld());
    const pages = Math.ceil(COUNT / PAGE);
    let known: ReadonlyMap<string, KnownItem> = new Map();
    const sync = async (): Promise<ReadonlyMap<string, KnownItem>> => valueOf(await syncItems({ port, vault: world.vault, known })).items;

    const first = await counted(sync);
    known = first.value;
    // Everything is new: once, each is read in full, and paced.
    expect([first.calls, first.throttled, known.size]).toEqual([pages + COUNT, 0, COUNT]);
    expect([...known.values()].every(({ item }) => JSON.stringify(item.raw).includes('"protectedDisks":[{'))).toBe(true);

    world.wait(600);
    const again = await counted(sync);
    known = again.value;
    expect([again.calls, again.throttled]).toEqual([pages, 0]);
    // Ages move without a read of the item, and its disks are still known.
    const [one] = known.values();
    expect(one?.item.progress.rpoCalculatedAt).toBe(new Date(world.simulator.clock.now()).toISOString());
    expect(JSON.stringify(one?.item.raw)).toContain('"protectedDisks":[{');

    const items = world.simulator.estate.vaults[0]?.items ?? [];
    for (const item of items.slice(0, 3)) Object.assign(item, { testFailover: 'WaitingForCompletion' });
    items.pop();
    // What the list leaves out is asked itself, once, before it is believed to be gone.
    world.wait(600);
    const changed = await counted(async () => valueOf(await syncItems({ port, vault: world.vault, known })));
    expect([changed.calls, changed.value.read.length, changed.value.removed.length]).toEqual([pages + 4, 3, 1]);

    // The naive way: each item by itself, as fast as it goes.
    world.wait(600);
    const plain = portWith(null);
    const naive = await counted(async () => {
      for (const { item } of known.values()) {
        const address = itemAddress(item.id);
        // eslint-disable-next-line no-await-in-loop -- as naive as it is
        if (address !== null) await plain.readItem(address);
      }
    });
    expect(naive.calls).toBe(COUNT);
    expect(naive.throttled).toBeGreaterThan(COUNT / 2);
    process.stderr.write(
      `1,000 items: a sync asks ${again.calls} times (first time ${first.calls}, paced over ${Math.round(first.seconds)} s, none refused); the naive way ${naive.calls} times, ${naive.throttled} refused\n`,
    );
  });
});
