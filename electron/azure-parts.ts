import type { CloudId } from '../shared/domain/azure.ts';
import type { Machine } from '../shared/domain/machine.ts';
import { scenarios } from '../shared/scenarios/index.ts';
import { createArmReads } from './azure/arm-reads.ts';
import { connectAzure } from './azure/azure-connection.ts';
import { CLOUDS, type Cloud } from './azure/clouds.ts';
import { fetchHttpClient, type FetchPart } from './azure/network.ts';
import { createPace, READ_PACE } from './azure/pace.ts';
import { createSignIn } from './azure/sign-in.ts';
import { createSiteRecovery } from './azure/site-recovery.ts';
import { createTokenCache, type SecretBox } from './azure/token-cache.ts';
import type { AccessParts } from './services/azure-access.ts';
import type { Session } from './services/session.ts';
import type { Rehearsal, RehearsalMachine } from './simulator/rehearsal.ts';

/** What only the entry has: the network stack, the system's encryption, the person's browser. Tests name other clouds. */
export interface AzureHostParts {
  readonly fetch: FetchPart;
  readonly secretBox: SecretBox | null;
  readonly openBrowser: (address: string) => Promise<void>;
  readonly clouds?: Readonly<Record<CloudId, Cloud>>;
  readonly knownAuthorities?: readonly string[];
  /** Electron's stack also for the management clients; Node's own client knows the proxies of the environment. */
  readonly isFetchForAll?: boolean;
}

/** Microsoft's public client for tools of developers, the default of their own sign-in library; a customer's own id goes first. */
export const DEFAULT_CLIENT_ID = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

interface Wanted {
  readonly host: AzureHostParts;
  readonly tokenFolder: string;
  readonly appVersion: string;
  readonly now: () => Date;
  readonly startRehearsal: (parts: {
    readonly machines: readonly RehearsalMachine[];
    readonly location: string;
    readonly now: () => Date;
  }) => Promise<Rehearsal>;
}

/** Everything of Azure that the services get: sign-in, calls, pace, rehearsal. */
export function createAzureParts({ host, tokenFolder, appVersion, now, startRehearsal }: Wanted) {
  const cache = createTokenCache({ folder: tokenFolder, box: host.secretBox });
  const { knownAuthorities } = host;
  const signIn = createSignIn({
    cache,
    fetch: host.fetch,
    openBrowser: host.openBrowser,
    ...(knownAuthorities === undefined ? {} : { knownAuthorities }),
  });
  const httpClient = host.isFetchForAll === true ? { httpClient: fetchHttpClient(host.fetch) } : {};
  const access: Omit<AccessParts, 'slot' | 'hub'> = {
    signIn,
    isKept: cache.isKept,
    clouds: host.clouds ?? CLOUDS,
    defaultClientId: DEFAULT_CLIENT_ID,
    connect: ({ cloud, subscriptionId, place, who }) => {
      const connection = connectAzure({ cloud, subscriptionId, credential: signIn.credential(place, who), appVersion, ...httpClient });
      return { azure: createSiteRecovery(connection), arm: createArmReads(connection, cloud.arm) };
    },
    connectRehearsal: ({ origin, token, subscriptionId }) => {
      const credential = { getToken: () => Promise.resolve({ token, expiresOnTimestamp: now().getTime() + 3_600_000 }) };
      const connection = connectAzure({ cloud: CLOUDS.public, subscriptionId, credential, endpoint: origin, appVersion });
      return { azure: createSiteRecovery(connection), arm: createArmReads(connection, origin) };
    },
    startRehearsal: (session) =>
      startRehearsal({ machines: rehearsalMachines(session), location: session.engagement().settings.targetRegion ?? 'westeurope', now }),
  };
  return { access, takeTurn: createPace({ ...READ_PACE, nowMs: () => performance.now() }) };
}

const PROVIDERS = ['InMageRcm', 'InMageAzureV2', 'HyperVReplicaAzure', 'A2A'] as const;

function providerOf(scenarioId: string): RehearsalMachine['provider'] {
  const name = scenarios.find((scenario) => scenario.id === scenarioId)?.azureInput.instanceType;
  return PROVIDERS.find((provider) => provider === name) ?? 'InMageRcm';
}

/** Replicating from the start: machines of the first wave, or a handful where nothing is planned. */
const MOST_STARTED = 40;
const STARTED_WITHOUT_PLAN = 12;

function rehearsalMachines(session: Session): readonly RehearsalMachine[] {
  const { machines, plan } = session.engagement();
  const [first] = plan?.waves ?? [];
  const inFirst = new Set(first?.groupIds.flatMap((id) => plan?.groups.find((group) => group.id === id)?.machineIds ?? []));
  const inScope = [...machines.values()].filter((machine) => machine.isInScope);
  const started = new Set(
    (inFirst.size > 0
      ? inScope.filter((machine) => inFirst.has(machine.id)).slice(0, MOST_STARTED)
      : inScope.slice(0, STARTED_WITHOUT_PLAN)
    ).map((machine) => machine.id),
  );
  return inScope.map((machine) => toEstate(machine, started.has(machine.id)));
}

function toEstate({ id, facts, scenario }: Machine, isReplicating: boolean): RehearsalMachine {
  const addresses = [...(facts.ipAddresses ?? [])];
  const macs = (facts.nics ?? []).flatMap((nic) => nic.mac ?? []);
  return {
    id,
    name: facts.name ?? id,
    provider: providerOf(scenario),
    isReplicating,
    addresses,
    ...(macs.length === 0 ? {} : { macs }),
    ...(facts.biosId === undefined ? {} : { biosId: facts.biosId }),
    ...(facts.osFamily === undefined ? {} : { osFamily: facts.osFamily }),
    ...(facts.osName === undefined ? {} : { osName: facts.osName }),
    ...(facts.cpuCount === undefined ? {} : { cpuCount: facts.cpuCount }),
    ...(facts.memoryMiB === undefined ? {} : { memoryMiB: facts.memoryMiB }),
    ...(facts.targetVmName === undefined ? {} : { targetName: facts.targetVmName }),
    ...(facts.targetVmSize === undefined ? {} : { targetSize: facts.targetVmSize }),
  };
}
