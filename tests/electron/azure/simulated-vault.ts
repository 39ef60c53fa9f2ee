import { connectAzure } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import { createSiteRecovery, type SiteRecovery } from '../../../electron/azure/site-recovery.ts';
import { createClock } from '../../../electron/simulator/clock.ts';
import type { EstateVault } from '../../../electron/simulator/estate-vault.ts';
import { fillEstate, namesOf } from '../../../electron/simulator/fill-estate.ts';
import type { Role } from '../../../electron/simulator/roles.ts';
import { serveSimulator } from '../../../electron/simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../../../electron/simulator/simulator.ts';
import type { ItemAddress, VaultAddress } from '../../../shared/azure/arm-ids.ts';

export const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';

export interface SimulatedVault {
  readonly simulator: Simulator;
  readonly vault: VaultAddress;
  readonly origin: string;
  readonly port: (role?: Role) => SiteRecovery;
  readonly item: (name: string) => ItemAddress;
  /** Lets simulated seconds pass. */
  readonly wait: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

/** A vault of the simulator behind the real client, over real HTTP; its clock stands still until it is moved. */
export async function simulatedVault(provider: EstateVault['provider'], machineCount = 1): Promise<SimulatedVault> {
  const vault = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-vault', vault: 'vault1' };
  const machines = Array.from({ length: machineCount }, (_, index) => ({
    id: `machine-${index + 1}`,
    name: `srv-${index + 1}`,
    osFamily: 'windows',
    addresses: [`10.0.0.${index + 4}`],
    macs: ['00:50:56:00:00:01'],
    disks: [
      { id: 'disk-os', sizeGiB: 40, isOsDisk: true },
      { id: 'disk-data', sizeGiB: 100 },
    ],
  }));
  const estate = fillEstate([{ ...vault, name: vault.vault, location: 'westeurope', provider, machines }]);
  const clock = createClock({ speed: 0, realNow: () => Date.UTC(2026, 10, 1, 8) });
  const roles: readonly Role[] = ['contributor', 'operator', 'reader', 'nobody'];
  const simulator = createSimulator({
    clock,
    estate,
    principals: new Map(roles.map((role) => [`token-${role}`, { name: role, role }])),
    retryAfterSeconds: 0,
  });
  let count = 0;
  const served = await serveSimulator(simulator, {
    randomId: () => {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
  });
  const { fabric, container } = namesOf({ name: vault.vault, provider });
  return {
    simulator,
    vault,
    origin: served.origin,
    port: (role = 'contributor') =>
      createSiteRecovery(
        connectAzure({
          cloud: CLOUDS.public,
          subscriptionId: SUBSCRIPTION,
          credential: { getToken: () => Promise.resolve({ token: `token-${role}`, expiresOnTimestamp: Date.now() + 3_600_000 }) },
          endpoint: served.origin,
          appVersion: '0.0.0-test',
        }),
      ),
    item: (name) => ({ ...vault, fabric, container, item: name }),
    wait: (seconds) => simulator.clock.advance(seconds * 1000),
    close: served.close,
  };
}
