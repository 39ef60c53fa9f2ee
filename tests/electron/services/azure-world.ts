import type { AzureHostParts } from '../../../electron/azure-parts.ts';
import { CLOUDS } from '../../../electron/azure/clouds.ts';
import type { SecretBox } from '../../../electron/azure/token-cache.ts';
import { createClock } from '../../../electron/simulator/clock.ts';
import type { EstateVault } from '../../../electron/simulator/estate-vault.ts';
import { fillEstate } from '../../../electron/simulator/fill-estate.ts';
import type { Role } from '../../../electron/simulator/roles.ts';
import { serveSimulator } from '../../../electron/simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../../../electron/simulator/simulator.ts';
import { makeThrowawayCertificate } from '../../../electron/simulator/throwaway-certificate.ts';
import { browseTo, startOpenIdProvider, type OpenIdProvider } from '../../support/openid-provider.ts';
import { trustingFetch } from '../../support/trusting-fetch.ts';

export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
export const OTHER_TENANT = 'bbbbbbbb-0000-4000-8000-000000000002';
export const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111';
export const VAULT_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault1`;

/** Sign-in page and Azure of the tests, both over https with a certificate that only they trust. */
export interface AzureWorld {
  readonly provider: OpenIdProvider;
  readonly simulator: Simulator;
  readonly host: AzureHostParts;
  /** What the account may do from now on. */
  role: Role;
  readonly vaultToken: () => string;
  readonly close: () => Promise<void>;
}

/** Enough to see that nothing is written as it is. */
export const testBox: SecretBox = {
  isAvailable: () => Promise.resolve(true),
  encrypt: (text) => Promise.resolve(Buffer.from(text).map((byte) => byte ^ 0x5a)),
  decrypt: (bytes) => Promise.resolve(Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString()),
};

export async function startAzureWorld(
  machines: EstateVault['machines'],
  provider: EstateVault['provider'] = 'InMageRcm',
): Promise<AzureWorld> {
  const certificate = await makeThrowawayCertificate(new Date());
  const identity = await startOpenIdProvider(certificate, { name: 'consultant@example.invalid', tenantId: TENANT });
  const simulator = createSimulator({
    clock: createClock({ speed: 1, realNow: () => Date.now() }),
    estate: fillEstate([
      { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-vault', name: 'vault1', location: 'westeurope', provider, machines },
    ]),
    // Whatever token the provider of the tests gave is of the one account.
    principals: {
      get: (token: string) => (identity.issued.access.includes(token) ? { name: 'consultant', role: world.role } : undefined),
    } as ReadonlyMap<string, { readonly name: string; readonly role: Role }>,
    retryAfterSeconds: 0,
  });
  let count = 0;
  const served = await serveSimulator(simulator, {
    certificate,
    randomId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
  });
  const get = trustingFetch(certificate.root);
  const world: AzureWorld = {
    provider: identity,
    simulator,
    role: 'contributor',
    vaultToken: () => identity.issued.access.at(-1) ?? '',
    host: {
      fetch: get,
      isFetchForAll: true,
      secretBox: testBox,
      openBrowser: (address) => browseTo(address, (page) => get(page, { method: 'GET', headers: {}, redirect: 'error' })),
      knownAuthorities: [identity.host],
      clouds: { ...CLOUDS, public: { ...CLOUDS.public, authority: identity.origin, arm: served.origin } },
    },
    async close() {
      await served.close();
      await identity.close();
    },
  };
  return world;
}
