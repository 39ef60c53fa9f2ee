import { afterEach, expect, test } from 'vitest';

import { createArmReads } from '../../../electron/azure/arm-reads.ts';
import { connectAzure } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import { createPace, READ_PACE } from '../../../electron/azure/pace.ts';
import { readVaultState } from '../../../electron/azure/read-vault-state.ts';
import { createSiteRecovery } from '../../../electron/azure/site-recovery.ts';
import { startRehearsal, type Rehearsal } from '../../../electron/simulator/rehearsal.ts';
import type { AzureState } from '../../../shared/azure/azure-state.ts';

let rehearsal: Rehearsal | null = null;
afterEach(async () => {
  await rehearsal?.close();
  rehearsal = null;
});

test('a thousand items: details once, at our pace; later only lists and what changed', async () => {
  const machines = Array.from({ length: 1000 }, (_, index) => ({
    id: `m-${index}`,
    name: `srv-${index}`,
    provider: 'InMageRcm' as const,
    isReplicating: true,
  }));
  const world = await startRehearsal({ machines, location: 'westeurope', now: () => new Date() });
  rehearsal = world;
  let calls = 0;
  let clockMs = 0;
  const pace = createPace({ ...READ_PACE, nowMs: () => clockMs, sleep: (milliseconds) => Promise.resolve(void (clockMs += milliseconds)) });
  const credential = { getToken: () => Promise.resolve({ token: world.token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const connection = connectAzure({
    cloud: CLOUDS.public,
    subscriptionId: world.subscriptionId,
    credential,
    endpoint: world.origin,
    appVersion: '0.0.0-test',
  });
  const read = async (
    before: AzureState | null,
    freshItems: ReadonlySet<string> = new Set(),
  ): Promise<{ readonly state: AzureState; readonly calls: number; readonly seconds: number }> => {
    calls = 0;
    const startedAt = clockMs;
    const state = await readVaultState(
      {
        azure: createSiteRecovery(connection),
        arm: createArmReads(connection, world.origin),
        takeTurn: (signal) => {
          calls += 1;
          return pace(signal);
        },
      },
      {
        vaultId: world.vaults[0]?.id ?? '',
        isRehearsal: true,
        now: () => new Date(),
        targetRegion: null,
        before,
        freshItems,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      },
    );
    if (!state.ok) throw new Error(state.failure.detail);
    return { state: state.value, calls, seconds: (clockMs - startedAt) / 1000 };
  };
  const first = await read(null);
  expect(first.state.items).toHaveLength(1000);
  // Each once: the list lacks disks and adapters of this provider.
  expect(first.calls).toBeGreaterThan(1000);
  // 150 at once, then 15 in a second: ARM gives 250 and 25.
  expect(first.seconds).toBeGreaterThan(50);
  const second = await read(first.state);
  expect(second.state.items.every((item) => item.detailsAt !== null && item.disks !== null)).toBe(true);
  // Naive reading would ask for each of the thousand again.
  expect(second.calls).toBeLessThan(40);
  // Somebody who asks about one machine gets it as it is now, with its recovery points.
  const asked = second.state.items[0];
  const third = await read(second.state, new Set([asked?.id.toLowerCase() ?? '']));
  expect(third.calls).toBe(second.calls + 2);
  expect(third.state.items[0]?.points?.length).toBeGreaterThan(0);
  expect(third.state.items[1]?.points).toBeNull();
  expect(Date.parse(third.state.items[0]?.detailsAt ?? '')).toBeGreaterThan(Date.parse(asked?.detailsAt ?? ''));
  expect(third.state.items[1]?.detailsAt).toBe(second.state.items[1]?.detailsAt);
  process.stdout.write(`calls: first reading ${first.calls}, second ${second.calls}; naive ${first.calls}\n`);
});
