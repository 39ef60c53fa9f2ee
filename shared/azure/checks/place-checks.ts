import type { AzureHead } from '../azure-state.ts';
import {
  done,
  everyMachine,
  lackOf,
  namesOf,
  notDone,
  reading,
  sameRegion,
  unknown,
  type Check,
  type CheckContext,
  type Look,
} from './check.ts';
import { fabricsOf, isFresh } from './infrastructure-checks.ts';

/** Steps about the places that machines come from and go to: Hyper-V, VMM, policies, mappings. */
type Provider = AzureHead['providers'][number];

function providerLook(provider: Provider, state: CheckContext['state']): Look | null {
  if (provider.connection === null) return unknown(`The service does not say whether ${provider.name} is connected.`);
  if (provider.connection !== 'Connected') return notDone(`Not connected: ${provider.name}.`);
  const fresh = isFresh(provider.heartbeatAt, state);
  if (fresh === null) return unknown(`No heartbeat of ${provider.name} is told.`);
  return fresh ? null : notDone(`${provider.name} was not heard of lately.`);
}

/** All providers of the vault; the worst of them speaks. */
function providersLook(context: CheckContext): Look {
  const lack = lackOf(context, 'providers');
  if (lack !== null) return lack;
  const { state } = context;
  if (state.providers.length === 0) return notDone('No provider is registered in the vault.');
  const looks = state.providers.flatMap((provider) => providerLook(provider, state) ?? []);
  const worst = looks.find((each) => each.verdict === 'not-done') ?? looks[0];
  return worst ?? done(`Connected and heard of lately: ${namesOf(state.providers)}.`);
}

const providersConnected = reading(['replicationRecoveryServicesProviders connectionStatus, lastHeartBeat'], providersLook);

/** Agents of the hosts report through the providers; one that ran out takes no new machine. */
const agentsOfHosts = reading(['replicationRecoveryServicesProviders connectionStatus, providerVersionExpiryDate'], (context) => {
  const look = providersLook(context);
  if (look.verdict !== 'done') return look;
  const old = context.state.providers.filter((provider) => provider.expiresAt !== null && provider.expiresAt <= context.state.readAt);
  return old.length > 0 ? notDone(`Out of date: ${namesOf(old)}.`) : look;
});

const GUEST_FLAWS = [
  ['hasPhysicalDisk', 'a physical disk'],
  ['hasFibreChannelAdapter', 'a Fibre Channel adapter'],
  ['hasSharedVhd', 'a shared disk'],
] as const;

const guestsOfHyperV = everyMachine(
  ['replicationProtectableItems hasPhysicalDisk, hasFibreChannelAdapter, hasSharedVhd, protectionReadinessErrors'],
  ({ protectable, machine }) => {
    if (protectable === null) return unknown('It is not among the machines that can be protected.');
    const { facts, problems } = protectable;
    const found = GUEST_FLAWS.flatMap(([fact, words]) => (facts[fact] === 'Present' ? [words] : []));
    if (found.length > 0) return notDone(`It has ${found.join(' and ')}.`);
    if (problems.length > 0) return notDone(problems[0] ?? '');
    // The service is often silent about shared disks; the inventory may know.
    const isShared =
      machine.facts.hasSharedDisks ?? (machine.facts.disks?.every((disk) => disk.isShared === false) === true ? false : null);
    return GUEST_FLAWS.every(([fact]) => facts[fact] === 'NotPresent' || (fact === 'hasSharedVhd' && isShared === false))
      ? done('It has no disk that cannot be replicated.')
      : unknown('The service does not say all that it has.');
  },
);

const NO_VMM = 'No VMM server is registered.';

const vmmPrepared = reading(['replicationFabrics VMM', 'replicationProtectionContainers', 'replicationNetworks'], (context) => {
  const fabrics = fabricsOf(context, 'VMM', NO_VMM);
  if ('verdict' in fabrics) return fabrics;
  const lack = lackOf(context, 'containers', 'networks');
  if (lack !== null) return lack;
  const ids = fabrics.map((fabric) => fabric.id.split('/').at(-1)?.toLowerCase());
  const isOfVmm = ({ fabric }: { readonly fabric: string | null }): boolean => ids.includes(fabric?.toLowerCase());
  const clouds = context.state.containers.filter(isOfVmm);
  if (clouds.length === 0) return notDone('VMM shows no cloud.');
  return context.state.networks.some(isOfVmm) ? done(`Clouds with VM networks: ${namesOf(clouds)}.`) : notDone('VMM shows no VM network.');
});

const hyperVSite = reading(['replicationFabrics HyperVSite'], (context) => {
  const fabrics = fabricsOf(context, 'HyperVSite', 'The vault has no Hyper-V site.');
  if (!('verdict' in fabrics)) return done(`In the vault: ${namesOf(fabrics)}.`);
  // That it is there, the list says already.
  const listed = context.state.fabrics.filter((fabric) => fabric.kind === 'HyperVSite');
  return listed.length > 0 ? done(`In the vault: ${namesOf(listed)}.`) : fabrics;
});

/** Every host that the inventory names, and their providers. */
const hostsRegistered = reading(
  ['replicationFabrics hyperVHosts', 'replicationRecoveryServicesProviders connectionStatus, lastHeartBeat'],
  (context) => {
    const fabrics = fabricsOf(context, 'HyperVSite', 'The vault has no Hyper-V site.');
    if ('verdict' in fabrics) return fabrics;
    const hosts = fabrics.flatMap((fabric) => fabric.components);
    if (hosts.length === 0) return notDone('No host is registered to the site.');
    const short = (name: string): string => name.toLowerCase().split('.')[0] ?? '';
    const known = new Set(hosts.map((host) => short(host.name)));
    const missing = [...new Set(context.machines.flatMap(({ machine }) => machine.facts.host ?? []))].filter(
      (host) => !known.has(short(host)),
    );
    if (missing.length > 0) return notDone(`Not registered yet: ${missing.slice(0, 3).join(', ')}.`);
    const look = providersLook(context);
    return look.verdict === 'done' ? done(`Registered and connected: ${namesOf(hosts)}.`) : look;
  },
);

const vmmProvider = reading(['replicationFabrics VMM', 'replicationRecoveryServicesProviders connectionStatus'], (context) => {
  const fabrics = fabricsOf(context, 'VMM', NO_VMM);
  return 'verdict' in fabrics ? fabrics : providersLook(context);
});

const networksMapped = reading(['replicationNetworks', 'replicationNetworkMappings state, recoveryNetworkId'], (context) => {
  const lack = lackOf(context, 'networks', 'network mappings');
  if (lack !== null) return lack;
  const { networkMappings, networks } = context.state;
  if (networkMappings.length === 0) return notDone('No network is mapped.');
  const odd = networkMappings.filter((mapping) => mapping.state !== 'Paired' || mapping.targetId === null);
  if (odd.length > 0) return notDone(`Not paired: ${namesOf(odd)}.`);
  const mapped = new Set(
    networkMappings.flatMap((mapping) => [
      mapping.source?.toLowerCase(),
      mapping.id.toLowerCase().split('/replicationnetworkmappings/')[0],
    ]),
  );
  const left = networks.filter((network) => !mapped.has(network.name.toLowerCase()) && !mapped.has(network.id.toLowerCase()));
  return left.length > 0
    ? unknown(`Without a mapping: ${namesOf(left)}. Whether a machine uses them, the data do not say.`)
    : done('Every network is mapped.');
});

/** SOURCE: checklists, section 3: at most 15 days on managed disks. */
const MOST_MINUTES = 15 * 24 * 60;

const policyAssociated = reading(
  ['replicationPolicies recoveryPointHistory…', 'replicationProtectionContainerMappings state'],
  (context) => {
    const lack = lackOf(context, 'policies', 'mappings');
    if (lack !== null) return lack;
    const { policies, mappings } = context.state;
    if (policies.length === 0) return notDone('The vault has no replication policy.');
    const long = policies.filter(
      ({ values }) => Number(values['recoveryPointHistoryInMinutes'] ?? values['recoveryPointHistory'] ?? 0) > MOST_MINUTES,
    );
    if (long.length > 0) return notDone(`Points are kept for more than 15 days: ${namesOf(long)}.`);
    const paired = mappings.filter((mapping) => mapping.state === 'Paired');
    if (paired.length > 0)
      return done(`Associated: ${[...new Set(paired.map((mapping) => mapping.policyName ?? mapping.name))].slice(0, 3).join(', ')}.`);
    return mappings.some((mapping) => mapping.state === null)
      ? unknown('The service does not say whether a policy is associated.')
      : notDone('No policy is associated.');
  },
);

const azureMappings = reading(
  [
    'replicationFabrics Azure',
    'replicationProtectionContainers',
    'replicationProtectionContainerMappings state',
    'replicationNetworkMappings state',
  ],
  (context) => {
    const lack = lackOf(context, 'containers', 'mappings', 'network mappings');
    if (lack !== null) return lack;
    const { state, targetRegion } = context;
    const fabrics = state.fabrics.filter((fabric) => fabric.kind === 'Azure');
    if (fabrics.length < 2) return notDone('The vault does not hold both regions yet.');
    if (targetRegion !== null && !fabrics.some((fabric) => sameRegion(fabric.location, targetRegion)))
      return notDone(`None of the regions in the vault is ${targetRegion}.`);
    const bare = fabrics.filter(
      (fabric) => !state.containers.some((container) => container.fabric?.toLowerCase() === fabric.id.split('/').at(-1)?.toLowerCase()),
    );
    if (bare.length > 0) return notDone(`No container is in ${namesOf(bare)}.`);
    if (!state.mappings.some((mapping) => mapping.state === 'Paired')) return notDone('The containers are not mapped.');
    if (state.networkMappings.length === 0) return notDone('The networks are not mapped.');
    const odd = state.networkMappings.filter((mapping) => mapping.state !== 'Paired' || mapping.targetId === null);
    return odd.length > 0 ? notDone(`Not paired: ${namesOf(odd)}.`) : done('Regions, containers and networks are mapped.');
  },
);

export const placeChecks = {
  'open-hyperv-urls': providersConnected,
  'prepare-hyperv-guests': guestsOfHyperV,
  'prepare-vmm': vmmPrepared,
  'create-hyperv-site': hyperVSite,
  'install-hyperv-provider': hostsRegistered,
  'install-vmm-provider': vmmProvider,
  'install-mars-agent': agentsOfHosts,
  'map-vmm-networks': networksMapped,
  'create-replication-policy': policyAssociated,
  'create-a2a-mappings': azureMappings,
} as const satisfies Readonly<Record<string, Check>>;
