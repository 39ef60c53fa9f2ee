import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import {
  agentSystems,
  azureGuestMinimum,
  crossRegionSystems,
  endOfSupport,
  modernizedOnlySystems,
  WINDOWS_11_AGENT,
  type ListedSystem,
} from '../operating-systems.data.ts';
import { listingOf, releaseOf, systemSeen, type Listing } from '../operating-systems.ts';
import { missing, onWindows, raised, raisedAs, type Check, type Unknown } from '../outcomes.ts';
import { RULE_SET_DATE } from '../rule-set-date.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { AGENT, AGENT_LINUX, AGENT_WINDOWS, ALL, AWS_LINUX, CLASSIC, CROSS_REGION, HYPER_V, isWithinAzure } from '../scenario-groups.ts';
import { compareVersions, isOlderThan } from '../versions.ts';

const LACKS_DISTRO = missing('osDistro');
const LACKS_VERSION = missing('osVersion');
const LACKS_PACK = missing('osServicePack');
const LACKS_BITS = missing('osBits');
const LACKS_NAME = missing('osName');
const LACKS_AGENT = missing('agentVersion');
const LACKS_ARCHITECTURE = missing('architecture');

export const LACKS: Readonly<Record<Exclude<Listing, 'listed' | 'not-listed'>, Unknown>> = {
  'needs-distro': LACKS_DISTRO,
  'needs-version': LACKS_VERSION,
  'needs-service-pack': LACKS_PACK,
};

/** Raised when the system stands (or does not stand) in a list. */
function listCheck(systems: readonly ListedSystem[], raisedWhen: 'listed' | 'not-listed'): Check {
  return (facts) => {
    const listing = listingOf(systems, facts);
    if (listing === raisedWhen) return raised(systemSeen(facts));
    return listing === 'listed' || listing === 'not-listed' ? null : LACKS[listing];
  };
}

const checkCrossRegionList = listCheck(crossRegionSystems, 'not-listed');

/** Windows 11 is listed from one agent on. Where none is installed yet, the current one comes with the first replication. */
function checkCrossRegion(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const listed = checkCrossRegionList(facts, context);
  const { osDistro, osVersion, agentVersion, mobilityServiceInstalled } = facts;
  if (listed !== null || osDistro !== 'windows-client' || osVersion !== '11') return listed;
  if (agentVersion === undefined) return mobilityServiceInstalled === false ? null : LACKS_AGENT;
  return isOlderThan(agentVersion, WINDOWS_11_AGENT)
    ? raised({ ...systemSeen(facts), agentVersion }, `Windows 11 is listed from agent ${WINDOWS_11_AGENT} on. Update the agent.`)
    : null;
}

const LAST_CENTURY_WINDOWS: ReadonlySet<string> = new Set(['NT', 'XP', 'Vista']);

const ASK_AZURE = 'Azure’s own list decides: look there, and override with what it says.';

function checkAzureGuest(facts: MachineFacts): ReturnType<Check> {
  const { osDistro, osVersion } = facts;
  if (osDistro === undefined) return LACKS_DISTRO;
  const least = azureGuestMinimum[osDistro];
  if (least === undefined) return raisedAs('blocker', systemSeen(facts), `This system is not in our table. ${ASK_AZURE}`);
  if (osVersion === undefined) return LACKS_VERSION;
  const { release } = releaseOf(osDistro, osVersion);
  const isTooOld = LAST_CENTURY_WINDOWS.has(release) || compareVersions(release, least) < 0;
  if (!isTooOld) return null;
  const words = `The oldest release that Azure is known to support is ${least}.`;
  // HV-SM names the oldest Windows Server itself; the other releases rest on Azure's own list, which is no source of ours.
  return osDistro === 'windows-server' ? raised(systemSeen(facts), words) : raisedAs('blocker', systemSeen(facts), `${words} ${ASK_AZURE}`);
}

/** 32-bit systems are refused, but for one release. */
function checkBits(isException: (facts: MachineFacts) => boolean | 'unknown'): Check {
  return (facts) => {
    if (facts.osBits === undefined) return LACKS_BITS;
    if (facts.osBits === 64) return null;
    const exception = isException(facts);
    if (exception === 'unknown') return LACKS_VERSION;
    return exception ? null : raised({ osBits: facts.osBits, ...systemSeen(facts) });
  };
}

function isServer2008(facts: MachineFacts): boolean | 'unknown' {
  if (facts.osFamily !== undefined && facts.osFamily !== 'windows') return false;
  if (facts.osDistro !== undefined && facts.osDistro !== 'windows-server') return false;
  return facts.osVersion === undefined ? 'unknown' : facts.osVersion === '2008';
}

const checkBitsInAzure = checkBits(() => false);
const checkBitsOutside = checkBits(isServer2008);

function checkSemiAnnual(facts: MachineFacts): ReturnType<Check> {
  if (facts.osChannel === 'sac') return raised({ osChannel: 'sac', ...systemSeen(facts) });
  if (facts.osChannel === 'ltsc' || facts.osDistro === 'windows-client') return null;
  // A year in the name is a long-term release: semi-annual ones carry a version and no year.
  return facts.osVersion === undefined ? LACKS_VERSION : null;
}

function checkClient(facts: MachineFacts): ReturnType<Check> {
  if (facts.osDistro === undefined) return LACKS_DISTRO;
  return facts.osDistro === 'windows-client' ? raised(systemSeen(facts)) : null;
}

function checkSupportEnd(facts: MachineFacts): ReturnType<Check> {
  const { osDistro, osVersion } = facts;
  if (osDistro === undefined) return facts.osFamily === 'other' ? null : LACKS_DISTRO;
  const ends = endOfSupport[osDistro];
  if (ends === undefined) return null;
  if (osVersion === undefined) return LACKS_VERSION;
  const end = ends[releaseOf(osDistro, osVersion).release];
  if (end === undefined || end > RULE_SET_DATE) return null;
  return raised({ ...systemSeen(facts), supportEndedOn: end }, `General support by the vendor ended on ${end}.`);
}

export const osSystemRules: readonly Rule[] = [
  rule({
    id: 'R-OS-01',
    scenarios: AGENT,
    severity: 'refused',
    fields: ['osDistro', 'osVersion', 'osServicePack'],
    sources: ['VM-SM'],
    title: 'The agent does not know this operating system',
    why: 'The Mobility service installs only on the systems of the support matrix. On any other its installation, or enabling replication, fails.',
    remedy:
      'Upgrade the system before the move, or build the machine anew in Azure. When online, ask the service: its own list of systems decides.',
    check: listCheck(agentSystems, 'not-listed'),
  }),
  rule({
    id: 'R-OS-02',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['osDistro', 'osVersion', 'agentVersion', 'mobilityServiceInstalled'],
    sources: ['A2A-SM'],
    title: 'The Site Recovery extension does not know this operating system',
    why: 'Between Azure regions the extension of Site Recovery carries the data, and it installs only on listed systems.',
    remedy: 'Upgrade the system first, or move the machine by an image or a snapshot.',
    check: checkCrossRegion,
  }),
  rule({
    id: 'R-OS-03',
    scenarios: HYPER_V,
    severity: 'refused',
    fields: ['osDistro', 'osVersion'],
    sources: ['HV-SM'],
    title: 'Azure does not support this guest system',
    why: 'Hyper-V machines replicate without an agent, so the list of systems that Azure supports as machines decides.',
    remedy: 'Upgrade the system, or leave the machine where it is.',
    check: (facts) =>
      facts.osFamily === 'other' && facts.osDistro === undefined
        ? raisedAs('blocker', systemSeen(facts), ASK_AZURE)
        : checkAzureGuest(facts),
  }),
  rule({
    id: 'R-OS-04',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['osName'],
    sources: ['HV-SM'],
    title: 'Nano Server cannot be moved',
    why: 'Windows Server 2016 Nano Server is excluded by name.',
    remedy: 'Build the machine anew as Server Core or with the desktop.',
    check: ({ osName, osEdition, osFamily }) => {
      if (osFamily !== undefined && osFamily !== 'windows') return null;
      if (osName === undefined && osEdition === undefined) return LACKS_NAME;
      return /nano/i.test(`${osName ?? ''} ${osEdition ?? ''}`) ? raised({ osName: osName ?? osEdition }) : null;
    },
  }),
  rule({
    id: 'R-OS-05',
    scenarios: [...AGENT, ...CROSS_REGION],
    severity: 'refused',
    fields: ['osBits', 'osVersion'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'The system is a 32-bit one',
    why: 'Only 64-bit guests are replicated. The one exception is Windows Server 2008 SP2, for migration through an appliance.',
    remedy: 'Build the machine anew on a 64-bit system.',
    check: (facts, context) => (isWithinAzure(context.scenario) ? checkBitsInAzure : checkBitsOutside)(facts, context),
  }),
  rule({
    id: 'R-OS-06',
    scenarios: HYPER_V,
    severity: 'refused',
    fields: ['osBits', 'osVersion'],
    sources: ['HV-SM'],
    title: 'The guest is a 32-bit one',
    why: 'Hyper-V guests must be 64-bit, or Windows Server 2008 in its 32-bit edition.',
    remedy: 'Build the machine anew on a 64-bit system.',
    check: checkBitsOutside,
  }),
  rule({
    id: 'R-OS-07',
    scenarios: AGENT_WINDOWS,
    severity: 'blocker',
    fields: ['osChannel', 'osVersion'],
    sources: ['VM-SM'],
    title: 'Windows Server is from the semi-annual channel',
    why: 'Only long-term releases are listed; the semi-annual ones from 1709 to 20H2 are not.',
    remedy: 'Move to a long-term release of Windows Server before the migration.',
    check: onWindows(checkSemiAnnual),
  }),
  rule({
    id: 'R-OS-08',
    scenarios: [...AGENT_WINDOWS, ...CROSS_REGION],
    severity: 'warning',
    fields: ['osName'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'It is a Windows client',
    why: 'Client systems replicate where they are listed (7 SP1, 8, 8.1, 10; 11 only between Azure regions with agent 9.56 or later), but need licence rights of their own in Azure.',
    remedy: 'Check the rights to run a Windows client in Azure before planning its wave.',
    check: onWindows(checkClient),
  }),
  rule({
    id: 'R-OS-09',
    scenarios: CLASSIC,
    severity: 'blocker',
    fields: ['osDistro', 'osVersion'],
    sources: ['VM-SM'],
    title: 'Only the modernized appliance knows this version',
    why: 'Newer releases (Red Hat and Oracle from 8.9, Rocky, Ubuntu 22.04 and 24.04, SUSE 15 from SP5) were never added to the classic experience.',
    remedy: 'Move the machine to the modernized experience, then go on.',
    check: listCheck(modernizedOnlySystems, 'listed'),
  }),
  rule({
    id: 'R-OS-13',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['osDistro'],
    sources: ['VM-SM', 'A2A-SM', 'AWS-19'],
    title: 'CentOS is no longer listed',
    why: 'CentOS was listed until 2023 and was taken out when it reached its end of life.',
    remedy: 'Convert it to Red Hat, Rocky or Alma first. Ask the list of the service before giving up: it may still take it.',
    check: (facts) => {
      if (facts.osDistro === undefined) return facts.osFamily === 'windows' || facts.osFamily === 'other' ? null : LACKS_DISTRO;
      return facts.osDistro === 'centos' ? raised(systemSeen(facts)) : null;
    },
  }),
  rule({
    id: 'R-OS-17',
    scenarios: ALL,
    severity: 'warning',
    fields: ['osDistro', 'osVersion'],
    sources: ['EOS', 'W2008'],
    title: 'The vendor no longer supports this system',
    why: 'It can be moved, but nobody mends it afterwards. Microsoft shows a notice for such systems.',
    remedy: 'Plan the upgrade. For Windows Server, extended security updates come with Azure.',
    check: checkSupportEnd,
  }),
  rule({
    id: 'R-OS-18',
    scenarios: [...AWS_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['architecture'],
    sources: ['A2A-SM'],
    title: 'The processor is an ARM one',
    why: 'There is no agent for ARM64. For AWS this is our inference: the matrix names no ARM system.',
    remedy: 'Build the machine anew on x64.',
    check: ({ architecture }) => {
      if (architecture === undefined) return LACKS_ARCHITECTURE;
      return architecture === 'arm64' ? raised({ architecture }) : null;
    },
  }),
];
