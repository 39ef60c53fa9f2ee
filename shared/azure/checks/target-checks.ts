import { sameId } from '../arm-ids.ts';
import type { NeighbourRow } from '../azure-state.ts';
import { listed } from '../neighbour-row.ts';
import {
  done,
  everyMachine,
  namesOf,
  notDone,
  reading,
  rows,
  sameRegion,
  unknown,
  unread,
  type Check,
  type CheckContext,
} from './check.ts';
import { isAbove } from './storage-checks.ts';

/** Steps that prepare the target: groups, networks, security, and the sources that stand in Azure. */
const targetGroups = reading(['Microsoft.Resources/resourceGroups'], (context) => {
  const groups = rows(context, 'resourceGroups');
  if (groups === null) return unread('Resource groups', context, 'resourceGroups');
  const wanted = new Set(context.machines.flatMap(({ machine }) => machine.facts.targetResourceGroup?.toLowerCase() ?? []));
  const missing = [...wanted].filter((name) => !groups.some((group) => group.name.toLowerCase() === name));
  if (missing.length > 0) return notDone(`Not there: ${missing.slice(0, 3).join(', ')}.`);
  if (groups.length === 0) return notDone('There is no resource group.');
  const open = context.machines.filter(({ machine }) => machine.facts.targetResourceGroup === undefined);
  if (wanted.size === 0 || open.length > 0)
    return unknown(`For ${open.length.toLocaleString('en')} machines no target resource group is planned yet.`);
  const atSource = groups.find(
    (group) =>
      wanted.has(group.name.toLowerCase()) &&
      context.machines.some(({ machine, isFromAzure }) => isFromAzure && sameRegion(machine.facts.sourceRegion ?? null, group.location)),
  );
  return atSource === undefined
    ? done(`All ${wanted.size} planned resource groups are there.`)
    : notDone(`${atSource.name} stands in ${atSource.location ?? 'the region of the source'}, where machines come from.`);
});

/** Rows in the target region; a row without a region counts, because it cannot be told. */
function inTarget(found: readonly NeighbourRow[], region: string | null): readonly NeighbourRow[] {
  return region === null ? found : found.filter((row) => row.location === null || sameRegion(row.location, region));
}

function lastOf(id: string): string {
  return id.split('/').at(-1)?.toLowerCase() ?? '';
}

/** Each planned network with its planned subnets. */
const targetNetwork = reading(['Microsoft.Network/virtualNetworks subnets, location'], (context) => {
  const networks = rows(context, 'virtualNetworks');
  if (networks === null) return unread('Networks', context, 'virtualNetworks');
  if (context.targetRegion === null) return unknown('No target region is chosen in the engagement.');
  const here = inTarget(networks, context.targetRegion);
  if (here.length === 0) return notDone('The target region has no virtual network.');
  let planned = 0;
  for (const { machine, name } of context.machines) {
    const { targetNetwork: wanted, targetSubnet } = machine.facts;
    if (wanted === undefined) continue;
    planned += 1;
    const network = here.find((row) => row.name.toLowerCase() === lastOf(wanted));
    if (network === undefined) return notDone(`The target region has no network ${lastOf(wanted)}, which ${name} needs.`);
    if (
      targetSubnet !== undefined &&
      !listed(network.facts['subnets']).some((subnet) => subnet.toLowerCase() === targetSubnet.toLowerCase())
    )
      return notDone(`${network.name} has no subnet ${targetSubnet}, which ${name} needs.`);
  }
  if (planned === 0 || planned < context.machines.length)
    return unknown(
      `The target region has ${namesOf(here)}; for ${context.machines.length - planned} machines no network is planned to compare.`,
    );
  return done('Every planned network stands in the target region with its subnets.');
});

/** Subnets with their ranges, as texts that can be compared. */
function subnetsOf(network: NeighbourRow): readonly string[] {
  const ranges = (network.facts['ranges'] ?? '').split(', ');
  return (network.facts['subnets'] ?? '')
    .split(', ')
    .flatMap((name, index) => (name === '' ? [] : [`${name.toLowerCase()} ${ranges[index] ?? ''}`]));
}

/** Networks of production: targets of failovers, or planned as such. */
function productionOf({ state, machines }: CheckContext, networks: readonly NeighbourRow[]): readonly NeighbourRow[] {
  const used = state.items.flatMap((item) => item.targetNetworkId ?? []);
  const planned = new Set(
    machines.flatMap(({ machine }) => (machine.facts.targetNetwork === undefined ? [] : [lastOf(machine.facts.targetNetwork)])),
  );
  return networks.filter((row) => used.some((id) => sameId(id, row.id)) || planned.has(row.name.toLowerCase()));
}

const testNetwork = reading(['Microsoft.Network/virtualNetworks virtualNetworkPeerings, subnets, id'], (context) => {
  const networks = rows(context, 'virtualNetworks');
  if (networks === null) return unread('Networks', context, 'virtualNetworks');
  const production = productionOf(context, networks);
  const others = inTarget(networks, context.targetRegion).filter((row) => !production.includes(row));
  const isolated = others.filter((row) => row.facts['peerings'] === '0');
  if (isolated.length === 0)
    return others.some((row) => row.facts['peerings'] === undefined)
      ? unknown('The service does not say whether the networks are peered.')
      : notDone('There is no network without peerings that is not a target of failovers.');
  if (production.length === 0)
    return unknown(`${namesOf(isolated)} would do; no network of production is planned to compare its subnets with.`);
  const wanted = [...new Set(production.flatMap(subnetsOf))];
  const fit = isolated.find((row) => wanted.every((subnet) => subnetsOf(row).includes(subnet)));
  if (fit !== undefined) return done(`${fit.name} is isolated and has the subnets of production.`);
  const [first] = isolated;
  const missing = wanted.filter((subnet) => first === undefined || !subnetsOf(first).includes(subnet));
  return notDone(`${first?.name ?? 'It'} is isolated, but lacks the subnet ${missing[0]?.trim() ?? ''} of production.`);
});

const ADMIN_PORTS = ['22', '3389'];

/** A rule that lets everybody in to administer; dark where a rule names several sources or ports in another place. */
export function openRuleOf({ facts }: NeighbourRow): { readonly open: string | null; readonly isDark: boolean } {
  const column = (name: string): readonly string[] => (facts[name] ?? '').split(', ');
  const [names, access, directions, from, ports] = ['ruleNames', 'access', 'directions', 'from', 'ports'].map(column);
  let isDark = facts['rules'] === undefined;
  for (const [index, name] of (names ?? []).entries()) {
    if (access?.[index] !== 'Allow' || directions?.[index] !== 'Inbound') continue;
    const source = from?.[index] ?? '';
    const port = ports?.[index] ?? '';
    const isAnybody = source === '*' || source === '0.0.0.0/0' || source.toLowerCase() === 'internet';
    const isAdmin = port === '*' || ADMIN_PORTS.some((each) => holds(port, Number(each)));
    if (isAnybody && isAdmin) return { open: name, isDark };
    if ((source === '' && (isAdmin || port === '')) || (port === '' && isAnybody)) isDark = true;
  }
  return { open: null, isDark };
}

function holds(range: string, port: number): boolean {
  const [first, last = first] = range.split('-').map(Number);
  return first !== undefined && last !== undefined && first <= port && port <= last;
}

/** That each object of the source has a counterpart, a person says; what stands open, the data show. */
const targetSecurity = reading(['Microsoft.Network/networkSecurityGroups securityRules'], (context) => {
  const groups = rows(context, 'securityGroups');
  if (groups === null) return unread('Security groups', context, 'securityGroups');
  if (context.targetRegion === null) return unknown('No target region is chosen in the engagement.');
  const here = inTarget(groups, context.targetRegion);
  if (here.length === 0) return notDone('The target region has no security group.');
  for (const group of here) {
    const { open, isDark } = openRuleOf(group);
    if (open !== null) return notDone(`The rule ${open} of ${group.name} lets everybody in to administer.`);
    if (isDark) return unknown(`What the rules of ${group.name} let in is not in the answer.`);
  }
  return done(`No security group lets everybody in to administer: ${namesOf(here)}.`);
});

const gatewayPath = reading(['Microsoft.Network/connections connectionStatus'], (context) => {
  const found = rows(context, 'gateways');
  if (found === null) return unread('Connections of gateways', context, 'gateways');
  if (found.length === 0) return notDone('The subscription has no connection of a gateway.');
  const connected = found.filter((row) => row.facts['status'] === 'Connected');
  if (connected.length > 0) return done(`Connected: ${namesOf(connected)}.`);
  return found.some((row) => row.facts['status'] === undefined)
    ? unread(`Whether ${namesOf(found)} is connected`, context, 'details of gateways')
    : notDone(`Not connected: ${namesOf(found)}.`);
});

/** Azure machines as sources. */
const azureSource = everyMachine(
  ['virtualMachines provisioningState, instanceView', 'locks', 'replicationEligibilityResults/default errors'],
  ({ source, target, item }, context) => {
    if (rows(context, 'machines') === null) return unread('Machines', context, 'machines');
    if (source === null)
      return target === null
        ? notDone('It is not in the subscription.')
        : { ...unknown('The source is gone, and a machine of its name stands in the target region.'), isPast: true };
    const { vm, state } = source;
    if (vm.facts['state'] !== 'Succeeded') return notDone(`Its state is ${vm.facts['state'] ?? 'unknown'}.`);
    const locks = rows(context, 'locks');
    if (locks === null) return unread('Locks', context, 'locks');
    const lock = locks.find((row) => isAbove(row.id.replace(/\/providers\/microsoft\.authorization\/locks\/.*$/i, ''), vm.id));
    if (lock !== undefined) return notDone(`The lock ${lock.name} is on it.`);
    const power = state?.facts['power'];
    const agent = state?.facts['agent'];
    if (power === undefined || agent === undefined) return unknown('Its power and its agent are not in the answer.');
    if (power !== 'PowerState/running') return notDone(`It is ${power.replace('PowerState/', '')}.`);
    if (agent !== 'ProvisioningState/succeeded') return notDone('Its agent is not ready.');
    if (listed(state?.facts['failedExtensions']).length > 0) return notDone('One of its extensions failed.');
    // Once it replicates the service has found it eligible.
    if (item !== null) return done('It is healthy and replicates.');
    const errors = vm.facts['ineligible'];
    if (errors === undefined) return unread('Whether the service calls it eligible', context, 'details of machines');
    return listed(errors).length === 0
      ? done('It is healthy and eligible.')
      : notDone(`The service refuses it: ${listed(errors).slice(0, 3).join(', ')}.`);
  },
);

const networkObjects = reading(['networkInterfaces', 'loadBalancers', 'networkSecurityGroups', 'publicIPAddresses'], (context) => {
  const names = ['networkAdapters', 'loadBalancers', 'securityGroups', 'publicAddresses'] as const;
  const dark = names.find((name) => rows(context, name) === null);
  if (dark !== undefined) return unread('Network objects', context, dark);
  const count = (name: (typeof names)[number], words: string): string => `${rows(context, name)?.length ?? 0} ${words}`;
  if ((rows(context, 'networkAdapters')?.length ?? 0) === 0)
    return notDone('The subscription shows no network adapter, so nothing of the source is listed.');
  const listedWords = [
    count('networkAdapters', 'network adapters'),
    count('loadBalancers', 'load balancers'),
    count('securityGroups', 'security groups'),
    count('publicAddresses', 'public addresses'),
  ];
  return done(`Listed: ${listedWords.join(', ')}.`);
});

export const targetChecks = {
  'create-target-rg': targetGroups,
  'create-target-network': targetNetwork,
  'create-test-network': testNetwork,
  'prepare-target-security': targetSecurity,
  'connect-target-network': gatewayPath,
  'check-azure-vm-state': azureSource,
  'list-source-network-objects': networkObjects,
} as const satisfies Readonly<Record<string, Check>>;
