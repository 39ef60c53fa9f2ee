import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { minimumKernels } from '../operating-systems.data.ts';
import { releaseOf, systemSeen } from '../operating-systems.ts';
import { lackOf, missing, onLinux, onWindows, raised, raisedAs, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, AGENT_LINUX, AGENT_WINDOWS, CROSS_REGION } from '../scenario-groups.ts';
import { isOlderThan, isVersion } from '../versions.ts';

const LACKS_DISTRO = missing('osDistro');
const LACKS_VERSION = missing('osVersion');
const lackOfKernel = lackOf('kernelVersion', 'isStockKernel');
const LACKS_KERNEL = missing('kernelVersion');
const LACKS_FLAVOUR = missing('kernelFlavour');
const LACKS_FIRMWARE = missing('firmware');
const LACKS_PATCHES = missing('hasSha2Patches');

function checkKernel(facts: MachineFacts): ReturnType<Check> {
  const { kernelVersion, kernelFlavour, isStockKernel, isKernelListed } = facts;
  const seen = { ...(kernelVersion === undefined ? {} : { kernelVersion }), ...(kernelFlavour === undefined ? {} : { kernelFlavour }) };
  if (isStockKernel === false || kernelFlavour === 'custom') return raised({ ...seen, isStockKernel: false });
  if (isKernelListed === false) return raised({ ...seen, isKernelListed });
  if (isKernelListed === true) return null;
  const lack =
    kernelFlavour === 'stock' || kernelFlavour === 'uek' ? (kernelVersion === undefined ? LACKS_KERNEL : null) : lackOfKernel(facts);
  if (lack !== null) return lack;
  // Lists of kernels are too long and too short-lived for a table: whether this one is listed must be asked of the service.
  return raisedAs('warning', { ...seen, isStockKernel: true }, 'It is a stock kernel. Ask the service whether the agent in use lists it.');
}

function checkMinimumKernel(facts: MachineFacts): ReturnType<Check> {
  const { osDistro, osVersion, kernelVersion } = facts;
  if (osDistro === undefined) return LACKS_DISTRO;
  if (osDistro !== 'rhel') return null;
  if (osVersion === undefined) return LACKS_VERSION;
  const { release, minor } = releaseOf(osDistro, osVersion);
  if (release !== '8') return null;
  if (minor === null) return LACKS_VERSION;
  const least = minimumKernels[`${release}.${minor}`];
  if (least === undefined) return null;
  if (kernelVersion === undefined) return LACKS_KERNEL;
  return isOlderThan(kernelVersion, least) ? raised({ osVersion, kernelVersion }, `At least ${least} is needed.`) : null;
}

function isOldServer(facts: MachineFacts): boolean | 'unknown' {
  if (facts.osDistro === undefined) return 'unknown';
  if (facts.osDistro !== 'windows-server') return false;
  return facts.osVersion === undefined ? 'unknown' : facts.osVersion === '2008' || facts.osVersion === '2008 R2';
}

/** Asked of Windows Server 2008 and 2008 R2 only. */
function onOldServer(check: Check): Check {
  return onWindows((facts, context) => {
    const isOld = isOldServer(facts);
    if (isOld === 'unknown') return facts.osDistro === undefined ? LACKS_DISTRO : LACKS_VERSION;
    return isOld ? check(facts, context) : null;
  });
}

/** Builds of .NET 3.5: 21022 came first, 30729 with service pack 1; `3.5.1` is that of Windows Server 2008 R2. */
const DOT_NET_35_SP1_BUILD = 30_729;

function isBeforeDotNet35Sp1(version: string): boolean {
  const build = /^\D*3\.5\.(\d{4,})/.exec(version)?.[1];
  if (build !== undefined) return Number(build) < DOT_NET_35_SP1_BUILD;
  return isOlderThan(version, '3.5.1') && !/^\D*3\.5\D*sp\s*1\b/i.test(version);
}

const lackOf2008 = lackOf('isServerCore', 'dotNetVersion', 'agentVersion', 'hasStorageFilterDriver');

function checkServer2008(facts: MachineFacts): ReturnType<Check> {
  if (facts.osVersion !== '2008') return null;
  const { isServerCore, dotNetVersion, agentVersion, hasStorageFilterDriver } = facts;
  const problems: string[] = [];
  const seen: Record<string, unknown> = {};
  const note = (field: string, value: unknown, problem: string): void => {
    seen[field] = value;
    problems.push(problem);
  };
  if (isServerCore === true) note('isServerCore', true, 'Server Core is not supported');
  if (dotNetVersion !== undefined && isBeforeDotNet35Sp1(dotNetVersion)) note('dotNetVersion', dotNetVersion, '.NET 3.5 SP1 is needed');
  if (agentVersion !== undefined && isOlderThan(agentVersion, '9.19'))
    note('agentVersion', agentVersion, 'the agent must be 9.19 or later');
  if (hasStorageFilterDriver === false) note('hasStorageFilterDriver', false, 'vmstorfl.sys is missing');
  return problems.length > 0 ? raised(seen, `${problems.join('; ')}.`) : lackOf2008(facts);
}

function checkOracleUefi(facts: MachineFacts): ReturnType<Check> {
  const { osDistro, osVersion, firmware } = facts;
  if (firmware === 'bios') return null;
  if (osDistro === undefined) return LACKS_DISTRO;
  if (osDistro !== 'oracle') return null;
  if (osVersion === undefined) return LACKS_VERSION;
  if (!isOlderThan(osVersion, '7')) return null;
  return firmware === undefined ? LACKS_FIRMWARE : raised({ osVersion, firmware });
}

/** UEK 3 to 5 are kernels 3.8, 4.1 and 4.14; UEK 7 is 5.15 and listed from 8.7 on. UEK 6 (5.4) is in no list. */
const LISTED_UEK = /^(?:3\.8|4\.1|4\.14)\.\d/;

function checkOracleKernel(facts: MachineFacts): ReturnType<Check> {
  const { osDistro, osVersion, kernelFlavour, kernelVersion } = facts;
  if (osDistro === undefined) return LACKS_DISTRO;
  if (osDistro !== 'oracle') return null;
  if (kernelFlavour === 'stock') return null;
  if (kernelVersion === undefined) return kernelFlavour === undefined ? LACKS_FLAVOUR : LACKS_KERNEL;
  const isUek = kernelFlavour === 'uek' || /uek/i.test(kernelVersion);
  if (!isUek || LISTED_UEK.test(kernelVersion)) return null;
  if (!kernelVersion.startsWith('5.15.')) return raised({ kernelVersion, ...systemSeen(facts) });
  if (osVersion === undefined) return LACKS_VERSION;
  if (!isOlderThan(osVersion, '8.7')) return null;
  return raised({ kernelVersion, ...systemSeen(facts) }, 'UEK 7 is listed from Oracle Linux 8.7 on.');
}

export const osKernelRules: readonly Rule[] = [
  rule({
    id: 'R-OS-10',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['kernelVersion', 'isStockKernel'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'The kernel is not one that the agent carries a driver for',
    why: 'The agent brings a filter driver for each listed kernel of each distribution. A custom kernel has none.',
    remedy: 'Boot a listed stock kernel before enabling replication.',
    check: onLinux(checkKernel),
  }),
  rule({
    id: 'R-OS-11',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['osVersion', 'kernelVersion'],
    sources: ['VM-SM'],
    title: 'The kernel of Red Hat 8.4 or 8.5 is too old',
    why: 'For these two minor releases the matrix names a least kernel: 4.18.0-305.30.1.el8_4 and 4.18.0-348.5.1.el8_5.',
    remedy: 'Run “yum update kernel” and restart.',
    check: onLinux(checkMinimumKernel),
  }),
  rule({
    id: 'R-OS-12',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'warning',
    fields: ['kernelUpdatedAfterAgent'],
    sources: ['A2A-SM', 'NEW'],
    title: 'The kernel is newer than the agent',
    why: 'Support for a new kernel comes with a later agent; between Azure regions a hot fix within 30 days is a best effort.',
    remedy: 'Hold kernel updates back until the cutover is done, or update the agent first.',
    check: onLinux(whenStated('kernelUpdatedAfterAgent', true)),
  }),
  rule({
    id: 'R-OS-14',
    scenarios: AGENT_WINDOWS,
    severity: 'blocker',
    fields: ['osVersion', 'firmware'],
    sources: ['VM-SM'],
    title: 'Windows Server 2008 or 2008 R2 with UEFI',
    why: 'These two systems cannot be replicated from UEFI firmware.',
    remedy: 'Upgrade the system, or build the machine anew.',
    check: onOldServer((facts) => {
      if (facts.firmware === undefined) return LACKS_FIRMWARE;
      return facts.firmware === 'uefi' ? raised({ osVersion: facts.osVersion, firmware: facts.firmware }) : null;
    }),
  }),
  rule({
    id: 'R-OS-15',
    scenarios: [...AGENT_WINDOWS, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['osVersion', 'hasSha2Patches'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'SHA-2 updates are missing on Windows Server 2008 or 2008 R2',
    why: 'From 9.30 on the agent is signed with SHA-2. Without the servicing stack and SHA-2 updates Windows does not accept it.',
    remedy: 'Install both updates and restart.',
    check: onOldServer((facts) => {
      if (facts.hasSha2Patches === undefined) return LACKS_PATCHES;
      return facts.hasSha2Patches ? null : raised({ osVersion: facts.osVersion, hasSha2Patches: false });
    }),
  }),
  rule({
    id: 'R-OS-16',
    scenarios: AGENT_WINDOWS,
    severity: 'blocker',
    fields: ['osVersion', 'isServerCore', 'dotNetVersion', 'agentVersion', 'hasStorageFilterDriver'],
    sources: ['W2008', 'VM-SM'],
    title: 'A condition for Windows Server 2008 is not met',
    why: 'Windows Server 2008 SP2 moves only with the desktop, .NET 3.5 SP1, an agent of 9.19 or later, and the driver vmstorfl.sys.',
    remedy: 'Mend each point. Turn application-consistent points off. Dynamic disks may come up as “foreign” in Azure: import them there.',
    check: onOldServer(checkServer2008),
  }),
  rule({
    id: 'R-OS-23',
    scenarios: [...AGENT, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['isFipsOn'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'FIPS mode is on',
    why: 'The agent does not work with FIPS mode.',
    remedy: 'Turn FIPS mode off as long as the machine replicates.',
    check: whenStated('isFipsOn', true),
  }),
  rule({
    id: 'R-OS-26',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['osVersion', 'firmware'],
    sources: ['VM-SM'],
    title: 'Oracle Linux 6 with UEFI',
    why: 'Oracle Linux below 7.0 does not start on a generation 2 machine.',
    remedy: 'Convert the machine to BIOS, or upgrade the system.',
    check: onLinux(checkOracleUefi),
  }),
  rule({
    id: 'R-OS-27',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['osDistro', 'osVersion', 'kernelFlavour', 'kernelVersion'],
    sources: ['VM-SM'],
    title: 'The Oracle kernel is not a listed one',
    why: 'Of Oracle’s own kernels UEK 3 to 5 are listed, and UEK 7 from Oracle Linux 8.7 on.',
    remedy: 'Boot the Red Hat compatible kernel or a listed UEK.',
    check: onLinux(checkOracleKernel),
  }),
  rule({
    id: 'R-OS-28',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['osVersion'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'Debian 9.0 is excluded',
    why: 'The matrix lists 9.1 to 9.13 and excludes 9.0 by name.',
    remedy: 'Update to a later 9.x.',
    check: onLinux((facts) => {
      const { osDistro, osVersion } = facts;
      if (osDistro === undefined) return LACKS_DISTRO;
      if (osDistro !== 'debian') return null;
      if (osVersion === undefined || !isVersion(osVersion)) return LACKS_VERSION;
      const { release, minor } = releaseOf(osDistro, osVersion);
      if (release !== '9') return null;
      if (minor === null) return LACKS_VERSION;
      return minor === 0 ? raised(systemSeen(facts)) : null;
    }),
  }),
];
