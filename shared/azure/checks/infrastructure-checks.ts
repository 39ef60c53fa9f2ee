import type { AzureState, FabricRow } from '../azure-state.ts';
import { done, everyMachine, notDone, reading, unknown, type Check, type CheckContext } from './check.ts';

/** Steps that set replication up: appliance, hosts, providers, policies, mappings. */
const FRESH_MINUTES = 15;

function fabricsOf({ state }: CheckContext, kind: string): readonly FabricRow[] {
  return state.fabrics.filter((fabric) => fabric.kind === kind);
}

function namesOf(list: readonly { readonly name: string }[]): string {
  return list
    .slice(0, 3)
    .map((each) => each.name)
    .join(', ');
}

/** By the time of the reading itself: a check of old data is as of then. */
function isFresh(heartbeat: string | null, state: AzureState): boolean | null {
  if (heartbeat === null) return null;
  return Date.parse(state.readAt) - Date.parse(heartbeat) <= FRESH_MINUTES * 60_000;
}

const applianceRegistered = reading(['replicationAppliances', 'replicationFabrics InMageRcm'], (context) => {
  const fabrics = fabricsOf(context, 'InMageRcm');
  if (fabrics.length === 0) return notDone('No appliance is registered in the vault.');
  const without = fabrics.filter((fabric) => fabric.components.length === 0);
  return without.length > 0 ? notDone(`${namesOf(without)} lists no component yet.`) : done(`Registered: ${namesOf(fabrics)}.`);
});

/** Unhealthy or silent parts of the appliance, as words. */
function applianceTrouble(context: CheckContext): readonly string[] | null {
  const components = fabricsOf(context, 'InMageRcm').flatMap((fabric) => fabric.components);
  if (components.length === 0) return null;
  return components.flatMap((component) => {
    if (component.health !== null && component.health !== 'Normal' && component.health !== 'None')
      return [`${component.kind} ${component.name} is ${component.health}`];
    return isFresh(component.heartbeatAt, context.state) === false ? [`${component.kind} ${component.name} is silent`] : [];
  });
}

const applianceHealthy = reading(['replicationFabrics components: health, healthErrors, lastHeartbeatUtc'], (context) => {
  const trouble = applianceTrouble(context);
  if (trouble === null) return notDone('No component of an appliance is in the vault.');
  return trouble.length === 0 ? done('Every component is healthy and was heard of lately.') : notDone(`${trouble.slice(0, 3).join(', ')}.`);
});

function site(which: 'vmwareSiteId' | 'physicalSiteId', path: RegExp, words: string): Check {
  return reading([`replicationFabrics ${which}`, 'Microsoft.OffAzure machines'], (context) => {
    const sites = context.state.fabrics.flatMap((fabric) => fabric[which] ?? []);
    if (sites.length === 0) return notDone(`The vault has no site of ${words}.`);
    const found = context.state.protectables.filter((row) => path.test(row.id));
    return found.length === 0
      ? notDone(`No machine is discovered in the site of ${words} yet.`)
      : done(`Machines are discovered in the site of ${words}.`);
  });
}

/** Providers of Hyper-V hosts and VMM. */
const providersConnected = reading(['replicationRecoveryServicesProviders connectionStatus, lastHeartBeat'], ({ state }) => {
  if (state.providers.length === 0) return notDone('No provider is registered in the vault.');
  const lost = state.providers.filter((provider) => provider.connection !== 'Connected');
  return lost.length > 0 ? notDone(`Not connected: ${namesOf(lost)}.`) : done(`Connected: ${namesOf(state.providers)}.`);
});

const guestsOfHyperV = everyMachine(['replicationProtectableItems customDetails'], ({ protectable }) => {
  if (protectable === null) return unknown('It is not among the machines that can be protected.');
  const { hasPhysicalDisk, hasFibreChannelAdapter, hasSharedVhd } = protectable.facts;
  const found = [
    ...(hasPhysicalDisk === 'Present' ? ['a physical disk'] : []),
    ...(hasFibreChannelAdapter === 'Present' ? ['a Fibre Channel adapter'] : []),
    ...(hasSharedVhd === 'Present' ? ['a shared disk'] : []),
  ];
  if (found.length > 0) return notDone(`It has ${found.join(' and ')}.`);
  if (protectable.problems.length > 0) return notDone(protectable.problems[0] ?? '');
  return hasPhysicalDisk === undefined
    ? unknown('The service does not say what it has.')
    : done('It has no disk that cannot be replicated.');
});

const vmmPrepared = reading(['replicationFabrics VMM', 'replicationProtectionContainers', 'replicationNetworks'], (context) => {
  const fabrics = fabricsOf(context, 'VMM');
  if (fabrics.length === 0) return notDone('No VMM server is registered.');
  if (context.state.containers.length === 0) return notDone('VMM shows no cloud.');
  return context.state.networks.length === 0 ? notDone('VMM shows no VM network.') : done(`Clouds: ${namesOf(context.state.containers)}.`);
});

function fabricThere(kind: string, missing: string): Check {
  return reading([`replicationFabrics ${kind}`], (context) => {
    const fabrics = fabricsOf(context, kind);
    return fabrics.length === 0 ? notDone(missing) : done(`In the vault: ${namesOf(fabrics)}.`);
  });
}

const hostsRegistered = reading(['replicationFabrics hyperVHosts', 'replicationRecoveryServicesProviders connectionStatus'], (context) => {
  const hosts = fabricsOf(context, 'HyperVSite').flatMap((fabric) => fabric.components);
  if (hosts.length === 0) return notDone('No host is registered to the site.');
  const lost = context.state.providers.filter((provider) => provider.connection !== 'Connected');
  return lost.length > 0 ? notDone(`Not connected: ${namesOf(lost)}.`) : done(`Registered: ${namesOf(hosts)}.`);
});

const networksMapped = reading(['replicationNetworkMappings state, recoveryNetworkId'], ({ state }) => {
  if (state.networkMappings.length === 0) return notDone('No network is mapped.');
  const odd = state.networkMappings.filter((mapping) => mapping.state !== 'Paired' || mapping.targetId === null);
  return odd.length > 0 ? notDone(`Not paired: ${namesOf(odd)}.`) : done(`${state.networkMappings.length} network mappings are paired.`);
});

const policyAssociated = reading(['replicationPolicies', 'replicationProtectionContainerMappings state'], ({ state }) => {
  if (state.policies.length === 0) return notDone('The vault has no replication policy.');
  const paired = state.mappings.filter((mapping) => mapping.state === 'Paired');
  if (paired.length === 0) return notDone('No policy is associated.');
  return done(`Associated: ${[...new Set(paired.map((mapping) => mapping.policyName ?? mapping.name))].slice(0, 3).join(', ')}.`);
});

const azureMappings = reading(
  ['replicationFabrics Azure', 'replicationProtectionContainerMappings', 'replicationNetworkMappings'],
  (context) => {
    const fabrics = fabricsOf(context, 'Azure');
    if (fabrics.length < 2) return notDone('The vault does not hold both regions yet.');
    if (!context.state.mappings.some((mapping) => mapping.state === 'Paired')) return notDone('The containers are not mapped.');
    return context.state.networkMappings.length === 0
      ? notDone('The networks are not mapped.')
      : done('Regions, containers and networks are mapped.');
  },
);

const classicMoved = everyMachine(['switchProviderState', 'replicationProtectedItems InMageRcm'], ({ item }) => {
  if (item === null) return notDone('No protected item is matched with it.');
  if (item.provider === 'InMageAzureV2')
    return item.switchErrors > 0
      ? notDone('Something keeps it from being moved.')
      : notDone(`It is still classic (${item.switchState ?? 'not begun'}).`);
  return item.lastPointAt === null && item.rpoAt === null
    ? notDone('It has no recovery point in the new vault yet.')
    : done('It has a recovery point in the new vault.');
});

const agentByHand = everyMachine(['replicationFabrics agentDetails'], ({ machine, name }, { state }) => {
  const agents = state.fabrics.flatMap((fabric) => fabric.agents);
  if (agents.length === 0) return unknown('The vault lists no agents.');
  const wanted = [name, machine.facts.fqdn, machine.facts.biosId].flatMap((text) => text?.toLowerCase() ?? []);
  const found = agents.some((agent) => [agent.name, agent.biosId].some((text) => text !== null && wanted.includes(text.toLowerCase())));
  return found ? done('Its agent is registered.') : notDone('No registered agent is of this machine.');
});

export const infrastructureChecks = {
  'create-vcenter-account': site('vmwareSiteId', /\/vmwaresites\//i, 'VMware'),
  'open-appliance-urls': applianceHealthy,
  'open-hyperv-urls': providersConnected,
  'prepare-hyperv-guests': guestsOfHyperV,
  'prepare-vmm': vmmPrepared,
  'open-a2a-outbound': everyMachine(['replicationProtectedItems'], ({ item }) =>
    item === null ? unknown('The first enabling of replication proves it.') : done('Replication was enabled.'),
  ),
  'register-appliance': applianceRegistered,
  'add-vcenter': site('vmwareSiteId', /\/vmwaresites\//i, 'VMware'),
  'add-physical-servers': site('physicalSiteId', /\/serversites\//i, 'physical machines'),
  'verify-appliance-health': applianceHealthy,
  'create-hyperv-site': fabricThere('HyperVSite', 'The vault has no Hyper-V site.'),
  'install-hyperv-provider': hostsRegistered,
  'install-vmm-provider': reading(['replicationFabrics VMM', 'connectionStatus'], (context) => {
    if (fabricsOf(context, 'VMM').length === 0) return notDone('No VMM server is registered.');
    const { verdict, text } = providersConnected(context);
    return { verdict, text };
  }),
  'install-mars-agent': providersConnected,
  'map-vmm-networks': networksMapped,
  'create-replication-policy': policyAssociated,
  'create-a2a-mappings': azureMappings,
  'move-classic-to-modernized': classicMoved,
  'install-mobility-by-hand': agentByHand,
} as const satisfies Readonly<Record<string, Check>>;
