import { sizeByName } from '../../domain/azure-sizes.ts';
import type { MachineFacts, Nic } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { missing, onLinux, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { AGENT, ALL, CROSS_REGION, HYPER_V, TO_AZURE, WITH_VMM } from '../scenario-groups.ts';

const LACKS_TEAMS = missing('nics[].isTeamed');
const LACKS_IP = missing('nics[].ip');
const LACKS_IP_KIND = missing('nics[].ipKind');
const LACKS_CONFIGS = missing('nics[].ipConfigs');
const LACKS_NICS = missing('nicCount');
const LACKS_SIZE = missing('targetVmSize');
const LACKS_SIZE_NICS = missing('targetMaxNics');
const LACKS_ACCELERATION = missing('nics[].hasAcceleratedNetworking');
const LACKS_OUTBOUND = missing('outboundPath');
const LACKS_PROXY = missing('proxyKind');
const LACKS_PATH = missing('replicationPath');
const LACKS_SUBNET = missing('subnetKept');
const LACKS_LEFT = missing('machinesLeftInSubnet');

const NO_NICS: readonly Nic[] = [];

/** Addresses of all adapters that are connected; `isComplete` when each of them states its own. */
function addressesOf(facts: MachineFacts): { readonly addresses: readonly string[]; readonly isComplete: boolean } {
  const nics = (facts.nics ?? NO_NICS).filter((nic) => nic.isConnected !== false);
  if (nics.length === 0) return { addresses: facts.ipAddresses ?? [], isComplete: facts.ipAddresses !== undefined };
  return { addresses: nics.flatMap((nic) => nic.ip ?? []), isComplete: nics.every((nic) => nic.ip !== undefined) };
}

function whenAnyAddress(isBad: (address: string) => boolean): Check {
  return (facts) => {
    const { addresses, isComplete } = addressesOf(facts);
    const hits = addresses.filter(isBad);
    if (hits.length > 0) return raised({ 'nics[].ip': hits });
    return isComplete ? null : LACKS_IP;
  };
}

/** An IPv6 address that others could use; every Windows and Linux has a link-local one of its own. */
function isIpv6(address: string): boolean {
  return address.includes(':') && !/^fe[89ab]/i.test(address);
}

function whenStatic(): Check {
  return (facts) => {
    const nics = facts.nics ?? NO_NICS;
    const hits = nics.filter((nic) => nic.ipKind === 'static');
    if (hits.length > 0) return raised({ 'nics[].ipKind': hits.map((nic) => nic.id) });
    return nics.length === 0 || nics.some((nic) => nic.ipKind === undefined) ? LACKS_IP_KIND : null;
  };
}

function checkTeams(facts: MachineFacts): ReturnType<Check> {
  const nics = facts.nics ?? NO_NICS;
  const hits = nics.filter((nic) => nic.isTeamed === true);
  if (hits.length > 0) return raised({ 'nics[].isTeamed': hits.map((nic) => nic.id) });
  if (facts.hasTeamedNics !== undefined) return facts.hasTeamedNics ? raised({ hasTeamedNics: true }) : null;
  return nics.length === 0 || nics.some((nic) => nic.isTeamed === undefined) ? LACKS_TEAMS : null;
}

/** What an address configuration may have that does not move by itself. */
const NOT_CARRIED = /secondary|ipv6|public|security group|asg|load balancer/i;

function checkConfigurations(facts: MachineFacts): ReturnType<Check> {
  const nics = facts.nics ?? NO_NICS;
  const hits = nics.filter((nic) => nic.ipConfigs !== undefined && NOT_CARRIED.test(nic.ipConfigs));
  if (hits.length > 0) return raised({ 'nics[].ipConfigs': hits.map((nic) => `${nic.id}: ${nic.ipConfigs ?? ''}`) });
  return nics.length === 0 || nics.some((nic) => nic.ipConfigs === undefined) ? LACKS_CONFIGS : null;
}

function checkAdapters(facts: MachineFacts): ReturnType<Check> {
  const count = facts.nicCount ?? facts.nics?.length;
  if (count === 0 || count === 1) return null;
  const { targetVmSize } = facts;
  if (targetVmSize === undefined) return LACKS_SIZE;
  const most = facts.targetMaxNics ?? sizeByName(targetVmSize)?.maxNics;
  if (most === undefined) return LACKS_SIZE_NICS;
  if (count === undefined) return LACKS_NICS;
  return count > most ? raised({ nicCount: count, targetVmSize }, `${targetVmSize} takes ${most} adapters.`) : null;
}

function checkAcceleration(facts: MachineFacts, { shared }: RuleContext): ReturnType<Check> {
  if (facts.nics?.some((nic) => nic.hasAcceleratedNetworking === true) === true) return raised({ 'nics[].hasAcceleratedNetworking': true });
  const wanted = facts.acceleratedNetworkingWanted ?? shared.acceleratedNetworkingWanted;
  if (wanted === undefined) return LACKS_ACCELERATION;
  return wanted ? raised({ acceleratedNetworkingWanted: true }) : null;
}

function checkSubnet({ shared }: RuleContext): ReturnType<Check> {
  const { subnetKept, machinesLeftInSubnet } = shared;
  if (subnetKept === false || machinesLeftInSubnet === 0) return null;
  if (subnetKept === undefined) return LACKS_SUBNET;
  return machinesLeftInSubnet === undefined ? LACKS_LEFT : raised({ subnetKept, machinesLeftInSubnet });
}

export const networkRules: readonly Rule[] = [
  rule({
    id: 'R-NW-01',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['nics[].isTeamed'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'Adapters are teamed inside the guest',
    why: 'Teams of adapters in the guest are not supported.',
    remedy: 'Break the team before the move.',
    check: checkTeams,
  }),
  rule({
    id: 'R-NW-02',
    scenarios: AGENT,
    severity: 'warning',
    fields: ['nics[].ip'],
    sources: ['VM-SM'],
    title: 'The machine has an IPv6 address',
    why: 'Only IPv4 moves.',
    remedy: 'Plan IPv4 addresses for the target.',
    check: whenAnyAddress(isIpv6),
  }),
  rule({
    id: 'R-NW-03',
    scenarios: WITH_VMM,
    severity: 'blocker',
    fields: ['nics[].ip'],
    sources: ['HV-SM'],
    title: 'The guest has an IPv6 address',
    why: 'With VMM, guests with IPv6 are not supported.',
    remedy: 'Plan IPv4 addresses.',
    check: whenAnyAddress(isIpv6),
  }),
  rule({
    id: 'R-NW-04',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['nics[].ipKind', 'osFamily'],
    sources: ['HV-SM'],
    title: 'A Linux guest with a static address',
    why: 'The static address of a Linux guest is not kept.',
    remedy: 'Set the address in the replicated item, and check it after the failover.',
    check: onLinux(whenStatic()),
  }),
  rule({
    id: 'R-NW-05',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['nics[].ip'],
    sources: ['HV-SM'],
    title: 'An adapter has given itself an address',
    why: 'Addresses that Windows gives itself (169.254.x.x) are refused.',
    remedy: 'Mend DHCP, or set a proper address.',
    check: whenAnyAddress((address) => address.startsWith('169.254.')),
  }),
  rule({
    id: 'R-NW-06',
    scenarios: AGENT,
    severity: 'info',
    fields: ['nics[].ipKind'],
    sources: ['VM-SM', 'NET'],
    title: 'A static address',
    why: 'It is kept when the target subnet has the same range.',
    remedy: 'Decide it when planning network and addresses.',
    check: whenStatic(),
  }),
  rule({
    id: 'R-NW-07',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['nics[].ipConfigs'],
    sources: ['A2A-SM', 'A2A-EN'],
    title: 'Address configurations that do not move by themselves',
    why: 'Secondary addresses, IPv6 without a spare IPv4, public addresses, application security groups and public load balancers are not carried by default.',
    remedy: 'Build them anew in the target region.',
    check: checkConfigurations,
  }),
  rule({
    id: 'R-NW-08',
    scenarios: [...TO_AZURE, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['targetVmSize', 'nicCount', 'targetMaxNics'],
    sources: ['VM-SM', 'EN-VM'],
    title: 'The target size does not take all adapters',
    why: 'Every Azure size has a largest number of network adapters.',
    remedy: 'Choose a larger size.',
    check: checkAdapters,
  }),
  rule({
    id: 'R-NW-09',
    scenarios: TO_AZURE,
    severity: 'info',
    fields: ['acceleratedNetworkingWanted', 'nics[].hasAcceleratedNetworking'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'Accelerated networking is off after the failover',
    why: 'Site Recovery leaves it off.',
    remedy: 'Turn it on in Azure after the move.',
    check: checkAcceleration,
  }),
  rule({
    id: 'R-NW-10',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['outboundPath'],
    sources: ['A2A-SM', 'A2A-NET'],
    title: 'The way out of the machine is not supported',
    why: 'A proxy that asks for a password, a Palo Alto appliance and a firewall with a list of addresses are named as unsupported.',
    remedy: 'Use service tags, and let the machine go around the proxy.',
    check: (_facts, { shared: { outboundPath } }) => {
      if (outboundPath === undefined) return LACKS_OUTBOUND;
      return outboundPath === 'direct' || outboundPath === 'service-tags' ? null : raised({ outboundPath });
    },
  }),
  rule({
    id: 'R-NW-11',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['proxyKind'],
    sources: ['MOD-ARCH', 'APP-SM'],
    title: 'The appliance cannot use this proxy',
    why: 'It takes an HTTP proxy without a password.',
    remedy: 'Let the appliance go around the proxy.',
    check: (_facts, { shared: { proxyKind } }) => {
      if (proxyKind === undefined) return LACKS_PROXY;
      return proxyKind === 'https' || proxyKind === 'http-with-password' ? raised({ proxyKind }) : null;
    },
  }),
  rule({
    id: 'R-NW-12',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['proxyKind'],
    sources: ['HV-SM'],
    title: 'The hosts cannot use an HTTPS proxy',
    why: 'HTTPS proxies are not supported on Hyper-V hosts.',
    remedy: 'Let the hosts go around the proxy.',
    check: (_facts, { shared: { proxyKind } }) => {
      if (proxyKind === undefined) return LACKS_PROXY;
      return proxyKind === 'https' ? raised({ proxyKind }) : null;
    },
  }),
  rule({
    id: 'R-NW-13',
    scenarios: TO_AZURE,
    severity: 'warning',
    fields: ['replicationPath'],
    sources: ['VM-SM', 'NET'],
    title: 'Replication through a VPN without private endpoints',
    why: 'The data goes to public endpoints or to private endpoints; a site-to-site VPN alone does not carry it.',
    remedy: 'Set up private endpoints, or let the data go directly.',
    check: (_facts, { shared: { replicationPath } }) => {
      if (replicationPath === undefined) return LACKS_PATH;
      return replicationPath === 'vpn-without-private-endpoints' ? raised({ replicationPath }) : null;
    },
  }),
  rule({
    id: 'R-NW-14',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['usesApplicationSecurityGroup'],
    sources: ['A2A-SM'],
    title: 'The machine is in an application security group',
    why: 'These groups are not carried to the target.',
    remedy: 'Make the group anew and put the machine into it.',
    check: whenStated('usesApplicationSecurityGroup', true),
  }),
  rule({
    id: 'R-NW-15',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['subnetKept', 'machinesLeftInSubnet'],
    sources: ['NET'],
    title: 'Part of a subnet stays behind',
    why: 'The same range of addresses cannot be routed on both sides.',
    remedy: 'Move the subnet as a whole, or give the machines new addresses.',
    check: (_facts, context) => checkSubnet(context),
  }),
];
