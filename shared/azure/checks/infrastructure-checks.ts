import { MACHINES_PER_APPLIANCE } from '../../readiness/service-limits.data.ts';
import type { AzureState, ComponentRow, FabricRow } from '../azure-state.ts';
import { done, everyMachine, namesOf, notDone, reading, unknown, unread, type Check, type CheckContext, type Look } from './check.ts';

/** Steps that set replication up: appliance, discovery, agents, and the move away from a classic vault. */
const FRESH_MINUTES = 15;

/** Fabrics of a kind, as far as they were read in full; else why nothing can be said. */
export function fabricsOf(context: CheckContext, kind: string, missing: string): readonly FabricRow[] | Look {
  const found = context.state.fabrics.filter((fabric) => fabric.kind === kind);
  if (found.length > 0)
    return found.some((fabric) => fabric.isPartial) ? unread(`The details of ${namesOf(found)}`, context, 'fabrics') : found;
  const dark = context.state.fabrics.filter((fabric) => fabric.kind === null);
  return dark.length > 0 ? unknown(`The service does not say what ${namesOf(dark)} is.`) : notDone(missing);
}

/** By the time of the reading itself: a check of old data is as of then. `null` = no heartbeat is told. */
export function isFresh(heartbeat: string | null, state: AzureState): boolean | null {
  if (heartbeat === null) return null;
  return Date.parse(state.readAt) - Date.parse(heartbeat) <= FRESH_MINUTES * 60_000;
}

const NO_APPLIANCE = 'No appliance is registered in the vault.';
/** Parts that every appliance reports. SOURCE: checklists, register-appliance (APP-DEP, APP-SM). */
const APPLIANCE_PARTS = ['Process server', 'Proxy', 'Push installer', 'Recovery Services agent', 'Site Recovery provider'];

const applianceRegistered = reading(
  ['replicationFabrics InMageRcm: processServers, rcmProxies, pushInstallers, dras, marsAgents'],
  (context) => {
    const fabrics = fabricsOf(context, 'InMageRcm', NO_APPLIANCE);
    if ('verdict' in fabrics) return fabrics;
    for (const fabric of fabrics) {
      const missing = APPLIANCE_PARTS.filter((part) => !fabric.components.some((component) => component.kind === part));
      if (missing.length > 0) return notDone(`${fabric.name} does not list yet: ${missing.join(', ').toLowerCase()}.`);
    }
    return done(`Registered with all parts: ${namesOf(fabrics)}.`);
  },
);

/** What is wrong with one part; `null` when it is fine. */
function troubleOf(part: ComponentRow, state: AzureState): Look | null {
  const words = `${part.kind} ${part.name}`;
  if (part.health !== null && part.health !== 'Normal' && part.health !== 'None') return notDone(`${words} is ${part.health}.`);
  if (isFresh(part.heartbeatAt, state) === false) return notDone(`${words} was not heard of lately.`);
  if (part.strains.length > 0) return notDone(`${words}: ${part.strains.join(', ')}.`);
  if ((part.itemCount ?? 0) > MACHINES_PER_APPLIANCE) return notDone(`${words} carries more than ${MACHINES_PER_APPLIANCE} machines.`);
  return part.health === null || part.heartbeatAt === null ? unknown(`${words} says nothing of its health.`) : null;
}

/** The worst of all parts, or of those of some kinds. */
function applianceLook(context: CheckContext, kinds: readonly string[] | null): Look | null {
  const fabrics = fabricsOf(context, 'InMageRcm', NO_APPLIANCE);
  if ('verdict' in fabrics) return fabrics;
  const parts = fabrics.flatMap((fabric) => fabric.components).filter((part) => kinds === null || kinds.includes(part.kind));
  if (parts.length === 0) return notDone('No part of an appliance is in the vault.');
  const troubles = parts.flatMap((part) => troubleOf(part, context.state) ?? []);
  return troubles.find((each) => each.verdict === 'not-done') ?? troubles[0] ?? null;
}

const applianceHealthy = reading(
  ['replicationFabrics components: health, …Status, lastHeartbeatUtc, protectedItemCount'],
  (context) => applianceLook(context, null) ?? done('Every part is healthy, was heard of lately and is within its capacity.'),
);

const applianceHeard = reading(['replicationFabrics components: health, lastHeartbeatUtc'], (context) => {
  const look = applianceLook(context, null);
  return look ?? done('The appliance is registered and was heard of lately.');
});

/** Where an appliance discovers machines, with what it found there. */
function siteLook(context: CheckContext, which: 'vmwareSiteId' | 'physicalSiteId', words: string): Look | null {
  const fabrics = fabricsOf(context, 'InMageRcm', NO_APPLIANCE);
  if ('verdict' in fabrics) return fabrics;
  const sites = fabrics.flatMap((fabric) => fabric[which]?.toLowerCase() ?? []);
  if (sites.length === 0) return notDone(`The vault has no site of ${words}.`);
  const dark = context.state.unreadable.find(({ part }) =>
    sites.some((site) => part.toLowerCase() === `machines discovered by ${site.split('/').at(-1)}`),
  );
  if (dark !== undefined) return unread(`The machines of the site of ${words}`, context, dark.part);
  const found = context.state.protectables.some((row) => sites.some((site) => row.id.toLowerCase().startsWith(`${site}/`)));
  return found ? null : notDone(`No machine is discovered in the site of ${words} yet.`);
}

const vcenterListed = reading(
  ['replicationFabrics vmwareSiteId', 'Microsoft.OffAzure machines'],
  (context) => siteLook(context, 'vmwareSiteId', 'VMware') ?? done('Machines are discovered in the site of VMware.'),
);

/** What is discovered proves the account; what replicates, the process servers. */
const vcenterAccount = reading(
  ['replicationFabrics processServers health', 'replicationFabrics vmwareSiteId', 'Microsoft.OffAzure machines'],
  (context) =>
    siteLook(context, 'vmwareSiteId', 'VMware') ??
    applianceLook(context, ['Process server']) ??
    done('The vCenter is read and the process servers are healthy.'),
);

const physicalAdded = reading(['replicationFabrics physicalSiteId', 'Microsoft.OffAzure machines'], (context) => {
  const look = siteLook(context, 'physicalSiteId', 'physical machines');
  if (look !== null) return look;
  const missing = context.machines.filter(
    (each) => each.protectable === null && each.item === null && each.target === null && !each.isDoubtful,
  );
  if (missing.length > 0) return notDone(`Not added yet: ${namesOf(missing)}.`);
  const doubtful = context.machines.filter((each) => each.isDoubtful && each.protectable === null && each.item === null);
  return doubtful.length > 0
    ? unknown(`Something discovered may be ${namesOf(doubtful)}; say on the Azure screen which it is.`)
    : done('Every machine is discovered in the site of physical machines.');
});

const classicMoved = everyMachine(
  ['switchProviderState, switchProviderBlockingErrorDetails', 'replicationProtectedItems InMageRcm lastRecoveryPointReceived'],
  ({ item, isDoubtful, target }) => {
    if (item === null && isDoubtful) return unknown('Something in the vault may be this machine; say on the Azure screen which it is.');
    if (item === null)
      return target === null
        ? notDone('No protected item is matched with it.')
        : { ...unknown('It is no longer in the vault, and a machine of its name stands in Azure.'), isPast: true };
    if (item.provider === 'InMageAzureV2')
      return notDone(
        item.switchErrors > 0 ? 'Something keeps it from being moved.' : `It is still classic (${item.switchState ?? 'not begun'}).`,
      );
    if (item.provider !== 'InMageRcm') return unknown(`It replicates by ${item.provider ?? 'an unknown provider'}.`);
    return item.lastPointAt === null
      ? notDone('It has no recovery point in the new vault yet.')
      : done('It has a recovery point in the new vault.');
  },
);

const agentByHand = everyMachine(['replicationFabrics agentDetails biosId, fqdn'], ({ machine, name }, context) => {
  const fabrics = fabricsOf(context, 'InMageRcm', NO_APPLIANCE);
  if ('verdict' in fabrics) return fabrics;
  const agents = fabrics.flatMap((fabric) => fabric.agents);
  if (agents.length === 0) return unknown('The vault lists no agents.');
  const { fqdn, biosId } = machine.facts;
  const short = (text: string): string => text.toLowerCase().split('.')[0] ?? '';
  const isOwn = agents.some((agent) => {
    if (agent.biosId !== null && biosId !== undefined) return agent.biosId.toLowerCase() === biosId.toLowerCase();
    if (agent.name === null) return false;
    return fqdn !== undefined && agent.name.includes('.')
      ? agent.name.toLowerCase() === fqdn.toLowerCase()
      : short(agent.name) === short(name);
  });
  return isOwn ? done('Its agent is registered.') : notDone('No registered agent is of this machine.');
});

/** What the service reports where a source reaches nothing. SOURCE: checklists, open-a2a-outbound (A2A-ERR). */
const NO_WAY_OUT = new Set(['151037', '151072', '151196', '151197']);

const outbound = everyMachine(['replicationProtectedItems protectionState, healthErrors'], ({ item, target }) => {
  if (item === null)
    return target === null
      ? unknown('The first enabling of replication proves it.')
      : { ...unknown('It is no longer in the vault, and a machine of its name stands in the target region.'), isPast: true };
  const refusal = item.health.find((error) => NO_WAY_OUT.has(error.code ?? ''));
  if (refusal !== undefined) return notDone(`The service reports ${refusal.code ?? ''}: it does not get out.`);
  if (item.state === null || item.state === 'UnprotectedStatesBegin') return unknown('Replication is being enabled; it proves it.');
  return done('Replication was enabled.');
});

export const infrastructureChecks = {
  'create-vcenter-account': vcenterAccount,
  'open-appliance-urls': applianceHeard,
  'open-a2a-outbound': outbound,
  'register-appliance': applianceRegistered,
  'add-vcenter': vcenterListed,
  'add-physical-servers': physicalAdded,
  'verify-appliance-health': applianceHealthy,
  'move-classic-to-modernized': classicMoved,
  'install-mobility-by-hand': agentByHand,
} as const satisfies Readonly<Record<string, Check>>;
