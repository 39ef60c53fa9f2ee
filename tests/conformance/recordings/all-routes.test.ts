import { describe, expect, test } from 'vitest';

import { createClock } from '../../../electron/simulator/clock.ts';
import { fillEstate, namesOf } from '../../../electron/simulator/fill-estate.ts';
import { createSimulator } from '../../../electron/simulator/simulator.ts';
import { readDescription } from './description.ts';
import { hasRecordings } from './recordings-folder.ts';

const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';

describe.skipIf(!hasRecordings)('routes of the simulator', () => {
  test('every operation of the published description is known', () => {
    const names = namesOf({ name: 'v', provider: 'InMageRcm' });
    const known: Readonly<Record<string, string>> = {
      subscriptionId: SUBSCRIPTION,
      resourceGroupName: 'rg',
      resourceName: 'v',
      fabricName: names.fabric,
      protectionContainerName: names.container,
    };
    const { addresses } = readDescription();
    const unknown = addresses
      .filter(({ operation }) => !operation.isOfVaults)
      .flatMap(({ verb, path, operation }) => {
        const estate = fillEstate([
          { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'v', location: 'westeurope', provider: 'InMageRcm', machines: [] },
        ]);
        const simulator = createSimulator({
          clock: createClock({ speed: 0, realNow: () => 0 }),
          estate,
          principals: new Map([['t', { name: 't', role: 'contributor' }]]),
        });
        const url = new URL(
          `${path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => known[name] ?? 'some')}?api-version=2023-06-01`,
          'http://127.0.0.1',
        );
        const { answer } = simulator.answer({ method: verb, url, headers: { authorization: 'Bearer t' }, body: {}, origin: url.origin });
        const code = (
          answer.body as { readonly error?: { readonly code?: string; readonly details?: unknown; readonly message?: string } } | undefined
        )?.error;
        // A thing that is not there is told with details; a way that is not known without.
        const isKnown =
          answer.status < 400 || (answer.status === 404 && code?.details !== undefined && !/operation '/.test(code.message ?? ''));
        return isKnown ? [] : [`${operation.id}: ${answer.status} ${code?.message ?? ''}`];
      });
    expect(addresses.filter(({ operation }) => !operation.isOfVaults)).toHaveLength(137);
    expect(unknown).toEqual([]);
  });
});
