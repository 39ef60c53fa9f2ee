import { CLOUDS, type Cloud } from '../../electron/azure/clouds.ts';
import type { FetchInit, FetchPart } from '../../electron/azure/network.ts';
import { createClock } from '../../electron/simulator/clock.ts';
import { fillEstate } from '../../electron/simulator/fill-estate.ts';
import type { Role } from '../../electron/simulator/roles.ts';
import { serveSimulator } from '../../electron/simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../../electron/simulator/simulator.ts';
import { makeThrowawayCertificate } from '../../electron/simulator/throwaway-certificate.ts';
import type { CloudId } from '../../shared/domain/azure.ts';
import { browseTo, startOpenIdProvider, type OpenIdProvider, type Person } from './openid-provider.ts';
import { trustingFetch } from './trusting-fetch.ts';

/** One request that left the app, with the token that it carried. */
export interface Sent {
  readonly host: string;
  readonly path: string;
  readonly token: string | null;
}

export interface CloudWorld {
  readonly cloud: Cloud;
  readonly provider: OpenIdProvider;
  readonly simulator: Simulator;
  readonly subscriptionId: string;
  readonly vaultId: string;
}

/** The network of the tests: every cloud under its own names, each with a sign-in page and an Azure of its own. */
export interface Internet {
  readonly worlds: Readonly<Record<CloudId, CloudWorld>>;
  readonly fetch: FetchPart;
  /** The person's browser. */
  readonly openBrowser: (address: string) => Promise<void>;
  readonly sent: readonly Sent[];
  /** Pages that the browser was sent to. */
  readonly pages: readonly string[];
  readonly close: () => Promise<void>;
}

/** Where the sign-in page answers, where that is not the address that is asked for. SOURCE: site recovery facts, section 11.3. */
const SIGN_IN_NAMES: Readonly<Partial<Record<CloudId, string>>> = { china: 'https://login.partner.microsoftonline.cn' };

/** The people who sign in, one in each cloud, each in a tenant of their own. */
export async function startInternet(people: Readonly<Record<CloudId, Person>>): Promise<Internet> {
  const certificate = await makeThrowawayCertificate(new Date());
  const get = trustingFetch(certificate.root);
  const closing: (() => Promise<void>)[] = [];
  const places = new Map<string, string>();
  const start = async (id: CloudId, number: number): Promise<CloudWorld> => {
    const cloud = CLOUDS[id];
    const subscriptionId = `${String(number).repeat(8)}-0000-4000-8000-000000000000`;
    const name = SIGN_IN_NAMES[id] ?? cloud.authority;
    const provider = await startOpenIdProvider(certificate, people[id], name);
    const simulator = createSimulator({
      clock: createClock({ speed: 1, realNow: () => Date.now() }),
      estate: fillEstate([
        { subscriptionId, resourceGroup: 'rg', name: `vault-${id}`, location: 'region1', provider: 'InMageRcm', machines: [] },
      ]),
      principals: {
        get: (token: string) => (provider.issued.access.includes(token) ? { name: id, role: 'contributor' } : undefined),
      } as ReadonlyMap<string, { readonly name: string; readonly role: Role }>,
      retryAfterSeconds: 0,
    });
    let count = 0;
    const served = await serveSimulator(simulator, {
      certificate,
      randomId: () => `00000000-0000-4000-800${number}-${String((count += 1)).padStart(12, '0')}`,
    });
    closing.push(served.close, provider.close);
    places.set(new URL(name).host, provider.listensAt).set(new URL(cloud.arm).host, served.origin);
    const vaultId = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault-${id}`;
    return { cloud, provider, simulator, subscriptionId, vaultId };
  };
  const worlds = { public: await start('public', 1), 'us-government': await start('us-government', 2), china: await start('china', 3) };
  const sent: Sent[] = [];
  const pages: string[] = [];
  const route = (address: string, init: FetchInit): Promise<Response> => {
    const { host, pathname, search } = new URL(address);
    const words = Object.entries(init.headers).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    sent.push({ host, path: pathname, token: words?.replace(/^Bearer /, '') ?? null });
    const place = places.get(host);
    if (place === undefined) return Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } }));
    return get(`${place}${pathname}${search}`, init);
  };
  return {
    worlds,
    fetch: route,
    openBrowser: async (address) => {
      pages.push(address);
      await browseTo(address, (page) => route(page, { method: 'GET', headers: {}, redirect: 'error' }));
    },
    sent,
    pages,
    close: async () => {
      for (const close of closing) await close();
    },
  };
}
