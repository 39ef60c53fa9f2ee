import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { diskCountOf, generationOf, LACKS_DISK_SIZE, largestPossibleDiskGiB, osDiskOf } from '../disks.ts';
import { lackOf, missing, onLinux, onWindows, raised, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, AGENT_LINUX, AGENT_WINDOWS, CROSS_REGION, HYPER_V } from '../scenario-groups.ts';
import { OLD_HYPER_V_AGENT, OS_DISK_LIMIT_GIB } from '../service-limits.data.ts';
import { compareVersions, isOlderThan } from '../versions.ts';

const LACKS_COUNT = missing('osDiskCount');
const LACKS_DYNAMIC = missing('disks[].isDynamic');
const LACKS_GENERATION = missing('vmGeneration');
const LACKS_FAMILY = missing('osFamily');
const LACKS_AGENT = missing('agentVersion');
const LACKS_PROVIDER = missing('providerVersion');
const LACKS_BOOT_LVM = missing('bootOnLvm');
const lackOfVersions = lackOf('providerVersion', 'marsVersion');
const lackOfPartitions = lackOf('bootPartitionDiskId', 'systemPartitionDiskId');
const lackOfGroup = lackOf('bootOnLvm', 'bootVgDiskCount');
const lackOfNames = lackOf('grubUsesDeviceNames', 'fstabUsesDeviceNames');
const lackOfLists = lackOf('deviceNames', 'mountPoints', 'volumeNames');

export function isOldHyperVAgent(version: string | undefined): boolean {
  return version !== undefined && compareVersions(version, OLD_HYPER_V_AGENT) <= 0;
}

/** Provider or MARS agent of a time that knew smaller disks; unknown unless both are known to be newer. */
export function oldHyperVAgents(facts: MachineFacts, seen: Readonly<Record<string, unknown>>): ReturnType<Check> {
  const { providerVersion, marsVersion } = facts;
  if (isOldHyperVAgent(providerVersion) || isOldHyperVAgent(marsVersion))
    return raised({
      ...seen,
      ...(providerVersion === undefined ? {} : { providerVersion }),
      ...(marsVersion === undefined ? {} : { marsVersion }),
    });
  return lackOfVersions(facts);
}

function checkOneSystemDisk(facts: MachineFacts): ReturnType<Check> {
  const { osDiskCount } = facts;
  if (osDiskCount !== undefined) return osDiskCount === 1 ? null : raised({ osDiskCount });
  // A machine that boots and has one disk boots from that one.
  return diskCountOf(facts) === 1 && facts.hasBootDisk !== false ? null : LACKS_COUNT;
}

function checkLargeSystemDisk(facts: MachineFacts): ReturnType<Check> {
  const stated = osDiskOf(facts)?.sizeGiB;
  const size = stated ?? largestPossibleDiskGiB(facts);
  if (size !== undefined && size <= OS_DISK_LIMIT_GIB[1]) return null;
  return stated === undefined ? LACKS_DISK_SIZE : oldHyperVAgents(facts, { 'osDisk.sizeGiB': stated });
}

function checkLinuxGeneration(facts: MachineFacts): ReturnType<Check> {
  const generation = generationOf(facts);
  if (generation === 1) return null;
  if (facts.osFamily === undefined) return LACKS_FAMILY;
  if (facts.osFamily !== 'linux') return null;
  if (generation === undefined) return LACKS_GENERATION;
  if (facts.providerVersion === undefined) return LACKS_PROVIDER;
  return isOldHyperVAgent(facts.providerVersion) ? raised({ vmGeneration: 2, providerVersion: facts.providerVersion }) : null;
}

function checkDynamic(facts: MachineFacts): ReturnType<Check> {
  const isDynamic = osDiskOf(facts)?.isDynamic === true ? true : (facts.hasDynamicOsDisk ?? osDiskOf(facts)?.isDynamic);
  if (isDynamic === undefined) return LACKS_DYNAMIC;
  return isDynamic ? raised({ 'osDisk.isDynamic': true }) : null;
}

function checkVolumeGroup(facts: MachineFacts): ReturnType<Check> {
  const { bootOnLvm, rootOnLvm, bootVgDiskCount } = facts;
  if (bootVgDiskCount !== undefined) return bootVgDiskCount > 1 ? raised({ bootVgDiskCount }) : null;
  if (diskCountOf(facts) === 1) return null;
  return bootOnLvm === false && rootOnLvm === false ? null : lackOfGroup(facts);
}

/** Names that occur twice when case is ignored. */
function repeated(names: readonly string[] | undefined): string[] {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const name of names ?? []) {
    const key = name.toLowerCase();
    const before = seen.get(key);
    if (before === undefined) seen.set(key, name);
    else twice.push(before === name ? name : `${before} and ${name}`);
  }
  return twice;
}

function checkUniqueNames(facts: MachineFacts): ReturnType<Check> {
  const mountPoints = facts.mountPoints ?? facts.volumes?.map((volume) => volume.mountPoint);
  const seen: Record<string, unknown> = {};
  for (const [field, names] of [
    ['deviceNames', facts.deviceNames],
    ['mountPoints', mountPoints],
    ['volumeNames', facts.volumeNames],
  ] as const) {
    const twice = repeated(names);
    if (twice.length > 0) seen[field] = twice;
  }
  return Object.keys(seen).length > 0
    ? raised(seen)
    : lackOfLists({ deviceNames: facts.deviceNames, mountPoints, volumeNames: facts.volumeNames });
}

function checkDeviceNames(facts: MachineFacts): ReturnType<Check> {
  const { grubUsesDeviceNames, fstabUsesDeviceNames } = facts;
  if (grubUsesDeviceNames !== true && fstabUsesDeviceNames !== true) return lackOfNames(facts);
  return raised({
    ...(grubUsesDeviceNames === true ? { grubUsesDeviceNames } : {}),
    ...(fstabUsesDeviceNames === true ? { fstabUsesDeviceNames } : {}),
  });
}

export const bootDiskRules: readonly Rule[] = [
  rule({
    id: 'R-BT-06',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['disks[].sizeGiB', 'providerVersion', 'marsVersion'],
    sources: ['HV-SM'],
    title: 'A large system disk needs newer Hyper-V agents',
    why: 'System disks over 2,048 GiB need a provider and a MARS agent later than 2.0.9214.0, and managed disks.',
    remedy: 'Update both agents and choose managed disks.',
    check: checkLargeSystemDisk,
  }),
  rule({
    id: 'R-BT-07',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['vmGeneration', 'osFamily', 'providerVersion'],
    sources: ['HV-SM'],
    title: 'Linux of generation 2 with an old provider',
    why: 'Linux guests of generation 2 are supported since 2026; the matrix of May 2026 and older ones named Windows only.',
    remedy: 'Update the provider, and prove it with one machine.',
    check: checkLinuxGeneration,
  }),
  rule({
    id: 'R-BT-08',
    scenarios: HYPER_V,
    severity: 'refused',
    fields: ['osDiskCount'],
    sources: ['HV-SM'],
    title: 'There is not exactly one system disk',
    why: 'A Hyper-V guest must have one system disk.',
    remedy: 'Bring the system onto one disk.',
    check: checkOneSystemDisk,
  }),
  rule({
    id: 'R-BT-09',
    scenarios: AGENT_LINUX,
    severity: 'refused',
    fields: ['osDiskCount'],
    sources: ['VM-SM'],
    title: 'Linux does not boot from exactly one disk',
    why: 'A Linux machine is replicated only when it boots from one disk.',
    remedy: 'Bring everything that is needed for booting onto one disk.',
    check: onLinux(checkOneSystemDisk),
  }),
  rule({
    id: 'R-BT-10',
    scenarios: AGENT_WINDOWS,
    severity: 'blocker',
    fields: ['disks[].isDynamic'],
    sources: ['VM-SM'],
    title: 'The system disk is a dynamic disk',
    why: 'The system disk must be a basic disk. Data disks may be dynamic.',
    remedy: 'Convert the system disk to a basic one.',
    check: onWindows(checkDynamic),
  }),
  rule({
    id: 'R-BT-11',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['bootPartitionDiskId', 'systemPartitionDiskId'],
    sources: ['VM-SM', 'PUSH-TS'],
    title: 'Boot and system partition lie on different disks',
    why: 'The matrix excludes it; an article on push installation allows it from agent 9.20 on. Whoever relies on that overrides this blocker.',
    remedy: 'Bring both partitions onto one disk.',
    check: (facts) => {
      const { bootPartitionDiskId, systemPartitionDiskId } = facts;
      if (diskCountOf(facts) === 1) return null;
      if (bootPartitionDiskId === undefined || systemPartitionDiskId === undefined) return lackOfPartitions(facts);
      return bootPartitionDiskId === systemPartitionDiskId ? null : raised({ bootPartitionDiskId, systemPartitionDiskId });
    },
  }),
  rule({
    id: 'R-BT-12',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['bootOnLvm', 'bootVgDiskCount'],
    sources: ['VM-SM', 'A2A-ERR-P'],
    title: 'The volume group of /boot or / spans several disks',
    why: 'Only layouts that boot from a single disk are supported. A missing member of the group gives error 151124.',
    remedy: 'Move the group onto one disk with pvmove.',
    check: onLinux(checkVolumeGroup),
  }),
  rule({
    id: 'R-BT-13',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['bootOnLvm', 'agentVersion'],
    sources: ['VM-SM'],
    title: '/boot lies on LVM and the agent is old',
    why: 'The agent handles /boot on LVM from version 9.20 on.',
    remedy: 'Update the agent.',
    check: onLinux(({ bootOnLvm, agentVersion }) => {
      if (bootOnLvm === undefined) return LACKS_BOOT_LVM;
      if (!bootOnLvm) return null;
      if (agentVersion === undefined) return LACKS_AGENT;
      return isOlderThan(agentVersion, '9.20') ? raised({ bootOnLvm, agentVersion }) : null;
    }),
  }),
  rule({
    id: 'R-BT-14',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['grubUsesDeviceNames', 'fstabUsesDeviceNames'],
    sources: ['PUSH-TS', 'A2A-ERR-P'],
    title: 'GRUB or fstab names devices',
    why: 'Device names change in Azure, so the machine would not find its disks (errors 95320 and 151126).',
    remedy: 'Use UUIDs in /etc/fstab and in the GRUB settings, and generate the GRUB configuration anew.',
    check: onLinux(checkDeviceNames),
  }),
  rule({
    id: 'R-BT-15',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['deviceNames', 'mountPoints', 'volumeNames'],
    sources: ['VM-SM'],
    title: 'Two names differ only in upper and lower case',
    why: 'Names of devices, mount points and volumes must be unique when case is ignored.',
    remedy: 'Rename one of the two.',
    check: onLinux(checkUniqueNames),
  }),
];
