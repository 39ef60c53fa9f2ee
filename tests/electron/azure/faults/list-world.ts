import { createArmReads } from '../../../../electron/azure/arm-reads.ts';
import { connectAzure } from '../../../../electron/azure/azure-connection.ts';
import { CLOUDS } from '../../../../electron/azure/clouds.ts';
import { readVaultState } from '../../../../electron/azure/read-vault-state.ts';
import { createSiteRecovery, type SiteRecovery } from '../../../../electron/azure/site-recovery.ts';
import type { SimItem } from '../../../../electron/simulator/estate.ts';
import type { AzureState } from '../../../../shared/azure/azure-state.ts';
import type { Reply } from '../../../../shared/contract/failure.ts';
import { simulatedVault, SUBSCRIPTION, type SimulatedVault } from '../simulated-vault.ts';

export const COUNT = 230;
export const PAGES = 3;
export const VAULT_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault1`;

export interface ListWorld extends SimulatedVault {
  readonly items: () => SimItem[];
  readonly azure: SiteRecovery;
  readonly read: (before: AzureState | null) => Promise<Reply<AzureState>>;
}

/** A vault with machines on three pages, read as the app reads it, without waiting. */
export async function createListWorld(): Promise<ListWorld> {
  const world = await simulatedVault('HyperVReplicaAzure', COUNT);
  const { fabric, container } = world.item('x');
  const [vault] = world.simulator.estate.vaults;
  for (const machine of Object.values(vault?.machines ?? {}))
    vault?.items.push({
      id: machine.id,
      fabric,
      container,
      name: machine.name,
      machine,
      provider: 'HyperVReplicaAzure',
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
  const connection = connectAzure({
    cloud: CLOUDS.public,
    subscriptionId: SUBSCRIPTION,
    credential: { getToken: () => Promise.resolve({ token: 'token-contributor', expiresOnTimestamp: Date.now() + 3_600_000 }) },
    endpoint: world.origin,
    appVersion: '0.0.0-test',
    readRetries: 0,
    timeoutMs: 2000,
  });
  const azure = createSiteRecovery(connection);
  const arm = createArmReads(connection, world.origin);
  return {
    ...world,
    azure,
    items: () => vault?.items ?? [],
    read: async (before) => {
      // So that no reading is refused for those before it.
      world.wait(60);
      return await readVaultState(
        { azure, arm, takeTurn: () => Promise.resolve() },
        {
          vaultId: VAULT_ID,
          isRehearsal: false,
          now: () => new Date(world.simulator.clock.now()),
          targetRegion: null,
          before,
          signal: new AbortController().signal,
          onProgress: () => undefined,
        },
      );
    },
  };
}
