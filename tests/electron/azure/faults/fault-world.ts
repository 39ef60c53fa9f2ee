import { connectAzure } from '../../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../../electron/azure/clouds.ts';
import { runChange, type ChangeEnd } from '../../../../electron/azure/run-change.ts';
import { createSiteRecovery, type ItemChange, type SiteRecovery } from '../../../../electron/azure/site-recovery.ts';
import { createClock } from '../../../../electron/simulator/clock.ts';
import type { Estate } from '../../../../electron/simulator/estate.ts';
import { fillEstate, namesOf } from '../../../../electron/simulator/fill-estate.ts';
import { serveSimulator } from '../../../../electron/simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../../../../electron/simulator/simulator.ts';
import type { ItemAddress } from '../../../../shared/azure/arm-ids.ts';
import { stepsOf, VAULT, type Life } from './life-steps.ts';

/** An estate at a time: a life is taken up from here. */
export interface Moment {
  readonly estate: Estate;
  readonly now: number;
}

export interface Stage {
  readonly change: ItemChange;
  readonly before: Moment;
  /** What the item shows when nothing went wrong, and all that the service remembers then. */
  readonly after: string;
  readonly remembered: string;
}

export interface FaultWorld {
  readonly port: SiteRecovery;
  readonly address: ItemAddress;
  readonly simulator: () => Simulator;
  readonly load: (moment: Moment) => void;
  readonly run: (change: ItemChange, options?: { readonly skewMs?: number; readonly patienceMs?: number }) => Promise<ChangeEnd>;
  /** State of the item, as far as anything is decided by it. */
  readonly state: () => Promise<string>;
  /** Everything in the estate from which the rest of a life follows: all but ids, instants and past jobs. */
  readonly remembered: () => string;
  /** Ends a job that hangs, as a person would. Some jobs cannot be ended, and others had their effect already. */
  readonly cancel: (jobName: string) => Promise<'cancelled' | 'had-effect' | 'hangs'>;
  readonly pass: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

const START = Date.UTC(2026, 10, 1, 8);
const HOUR = 3600;

/** One simulated vault over HTTP whose estate can be put back to any moment; a request id is never used twice. */
export async function createFaultWorld({ provider }: Life): Promise<FaultWorld> {
  const machines = Array.from({ length: 2 }, (_, index) => ({
    id: `machine-${index + 1}`,
    name: 'srv-1',
    osFamily: 'windows',
    addresses: [`10.0.0.${index + 4}`],
    disks: [
      { id: 'disk-os', sizeGiB: 40, isOsDisk: true },
      { id: 'disk-data', sizeGiB: 100 },
    ],
  }));
  const filled = fillEstate([{ ...VAULT, name: VAULT.vault, location: 'westeurope', provider, machines }]);
  const simulatorAt = ({ estate, now }: Moment): Simulator =>
    createSimulator({
      clock: createClock({ speed: 0, realNow: () => now }),
      estate: structuredClone(estate),
      principals: new Map([['token', { name: 'contributor', role: 'contributor' }]]),
      retryAfterSeconds: 30,
      signsAddresses: true,
    });
  let simulator = simulatorAt({ estate: filled, now: START });
  let ids = 0;
  const nextId = (): string => {
    ids += 1;
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const served = await serveSimulator(
    {
      ...simulator,
      get clock() {
        return simulator.clock;
      },
      answer: (request) => simulator.answer(request),
    },
    { randomId: nextId },
  );
  const port = createSiteRecovery(
    connectAzure({
      cloud: CLOUDS.public,
      subscriptionId: VAULT.subscriptionId,
      credential: { getToken: () => Promise.resolve({ token: 'token', expiresOnTimestamp: Date.now() + 3_600_000 }) },
      endpoint: served.origin,
      appVersion: '0.0.0-test',
      readRetries: 0,
      timeoutMs: 1000,
    }),
  );
  const { fabric, container } = namesOf({ name: VAULT.vault, provider });
  const address = { ...VAULT, fabric, container, item: 'item-1' };
  return {
    port,
    address,
    simulator: () => simulator,
    load: (moment) => {
      simulator = simulatorAt(moment);
    },
    run: async (change, { skewMs = 0, patienceMs } = {}) =>
      await runChange(
        {
          port,
          now: () => simulator.clock.now() + skewMs,
          wait: (milliseconds) => {
            // Long jobs in few looks: what counts here is how they end.
            simulator.clock.advance(Math.max(milliseconds, 120_000));
            return Promise.resolve();
          },
          ...(patienceMs === undefined ? {} : { patienceMs }),
        },
        { item: address, change, clientRequestId: nextId() },
      ),
    async state() {
      const item = await port.readItem(address);
      if (!item.ok) return item.failure.code;
      const { protectionState, activeLocation, testFailoverState, allowedOperations, running } = item.value;
      return JSON.stringify([protectionState, activeLocation, testFailoverState, allowedOperations, running?.scenario ?? null]);
    },
    remembered: () => rememberedIn(simulator.estate),
    async cancel(jobName) {
      await port.actOnJob(VAULT, jobName, 'cancel', nextId());
      const job = simulator.estate.vaults[0]?.jobs.find(({ name }) => name === jobName);
      if (job === undefined || job.end === 'Cancelled') return 'cancelled';
      return simulator.clock.now() < job.endsAt ? 'hangs' : 'had-effect';
    },
    pass: (seconds) => simulator.clock.advance(seconds * 1000),
    close: served.close,
  };
}

function rememberedIn({ vaults }: Estate): string {
  return JSON.stringify(
    vaults.map(({ items, resources, machines }) => ({
      items: items.map((item) => ({
        ...item,
        id: '',
        phaseAt: 0,
        runningSince: 0,
        runningJob: item.runningJob === null ? null : 'one',
        lastTestFailoverAt: item.lastTestFailoverAt !== null,
        lastFailoverAt: item.lastFailoverAt !== null,
        recoveryPointId: item.recoveryPointId !== null,
      })),
      resources,
      machines,
    })),
  );
}

/** A life without any fault, with the moment before each change and the state after it. */
export async function liveOnce(world: FaultWorld, life: Life): Promise<Stage[]> {
  const stages: Stage[] = [];
  for (const change of stepsOf(life, world.simulator().estate)) {
    const before = { estate: structuredClone(world.simulator().estate), now: world.simulator().clock.now() };
    // eslint-disable-next-line no-await-in-loop -- a life goes step by step
    const end = await world.run(change);
    if (end.kind !== 'done') throw new Error(`${life.title}, ${change.kind}: ${JSON.stringify(end)}`);
    world.pass(4 * HOUR);
    // eslint-disable-next-line no-await-in-loop -- a life goes step by step
    stages.push({ change, before, after: await world.state(), remembered: world.remembered() });
  }
  return stages;
}
