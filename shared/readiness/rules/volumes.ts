import type { MachineFacts, Volume } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { diskCountOf, disksOf } from '../disks.ts';
import { breaksVolumeLimit } from '../logical-volumes.ts';
import { lackOf, missing, onLinux, onWindows, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, AGENT_LINUX, AGENT_WINDOWS, CROSS_REGION, HYPER_V, TO_AZURE } from '../scenario-groups.ts';
import { isOlderThan } from '../versions.ts';

const LACKS_SPACES = missing('volumes[].usesStorageSpaces');
const LACKS_FILE_SYSTEM = missing('volumes[].fileSystem');
const LACKS_AGENT = missing('agentVersion');
const LACKS_MOUNTS = missing('guestMountKinds');
const LACKS_THIN = missing('usesLvmThin');
const LACKS_DIRS = missing('separateSystemDirs');
const LACKS_ROOT_LVM = missing('rootOnLvm');
const LACKS_LAYOUT = missing('disks[].isDynamic', 'disks[].isStriped');
const lackOfVolumeCount = lackOf('logicalVolumeCount', 'diskCount');
const lackOfBtrfs = lackOf('btrfsSpansDisks', 'btrfsRaid', 'btrfsSubvolumesChanged', 'agentVersion');
const lackOfManager = lackOf('volumeManager', 'usesMultipath');

/** SOURCE: VM-SM 2025-12-18; assumed to hold between Azure regions too. */
const LISTED_FILE_SYSTEMS: ReadonlySet<string> = new Set(['ext3', 'ext4', 'xfs', 'btrfs']);
/** Not on a disk that is replicated, or read-only: they say nothing about the machine's data. */
const NOT_ON_DISK: ReadonlySet<string> = new Set([
  'swap',
  'tmpfs',
  'devtmpfs',
  'squashfs',
  'iso9660',
  'overlay',
  'nfs',
  'nfs4',
  'cifs',
  'autofs',
]);
/** Rollup 61, which brought thin volumes, is agent 9.48. SOURCE: VM-SM 2025-12-18. */
const THIN_VOLUMES_SINCE = '9.48';

function isListedVolume({ mountPoint, fileSystem }: Volume): boolean | undefined {
  if (fileSystem === undefined) return undefined;
  const name = fileSystem.toLowerCase();
  if (LISTED_FILE_SYSTEMS.has(name) || NOT_ON_DISK.has(name)) return true;
  // UEFI starts from a FAT partition on every machine; UEFI machines are supported, so it must be.
  return name.includes('fat') && mountPoint.startsWith('/boot/efi');
}

function checkFileSystems(facts: MachineFacts): ReturnType<Check> {
  const volumes = facts.volumes ?? [];
  const unlisted = volumes.filter((volume) => isListedVolume(volume) === false);
  if (unlisted.length > 0)
    return raised({ 'volumes[].fileSystem': unlisted.map((volume) => `${volume.mountPoint}: ${volume.fileSystem ?? ''}`) });
  if (facts.hasOnlyListedFileSystems !== undefined)
    return facts.hasOnlyListedFileSystems ? null : raised({ hasOnlyListedFileSystems: false });
  return volumes.length === 0 || volumes.some((volume) => volume.fileSystem === undefined) ? LACKS_FILE_SYSTEM : null;
}

/** Whether a file system is in use; unknown while a volume does not say what it has. */
function usesFileSystem(facts: MachineFacts, name: string): boolean | 'unknown' {
  const volumes = facts.volumes ?? [];
  if (volumes.some((volume) => volume.fileSystem?.toLowerCase() === name)) return true;
  return volumes.length === 0 || volumes.some((volume) => volume.fileSystem === undefined) ? 'unknown' : false;
}

function checkBtrfs(facts: MachineFacts): ReturnType<Check> {
  const uses = usesFileSystem(facts, 'btrfs');
  if (uses === false) return null;
  const { btrfsSpansDisks, btrfsRaid, btrfsSubvolumesChanged, agentVersion } = facts;
  const seen = {
    ...(btrfsSpansDisks === true ? { btrfsSpansDisks } : {}),
    ...(btrfsRaid === true ? { btrfsRaid } : {}),
    ...(btrfsSubvolumesChanged === true ? { btrfsSubvolumesChanged } : {}),
    ...(agentVersion !== undefined && isOlderThan(agentVersion, '9.22') ? { agentVersion } : {}),
  };
  // Where nothing excluded is stated, it does not matter whether BTRFS is used at all.
  if (Object.keys(seen).length === 0) {
    const lack = lackOfBtrfs(facts);
    return uses === true || lack === null ? lack : LACKS_FILE_SYSTEM;
  }
  return uses === 'unknown' ? LACKS_FILE_SYSTEM : raised(seen);
}

function checkRefs(facts: MachineFacts): ReturnType<Check> {
  const uses = usesFileSystem(facts, 'refs');
  const isNewAgent = facts.agentVersion !== undefined && !isOlderThan(facts.agentVersion, '9.23');
  if (uses === false || isNewAgent) return null;
  if (uses === 'unknown') return LACKS_FILE_SYSTEM;
  if (facts.agentVersion === undefined) return LACKS_AGENT;
  return raised({ fileSystem: 'ReFS', agentVersion: facts.agentVersion });
}

function checkStorageSpaces(facts: MachineFacts): ReturnType<Check> {
  const volumes = facts.volumes ?? [];
  const hits = volumes.filter((volume) => volume.usesStorageSpaces === true);
  if (hits.length > 0) return raised({ 'volumes[].usesStorageSpaces': hits.map((volume) => volume.mountPoint) });
  if (facts.usesStorageSpaces !== undefined) return facts.usesStorageSpaces ? raised({ usesStorageSpaces: true }) : null;
  return volumes.length === 0 || volumes.some((volume) => volume.usesStorageSpaces === undefined) ? LACKS_SPACES : null;
}

function checkVolumeLimit(facts: MachineFacts): ReturnType<Check> {
  const { logicalVolumeCount } = facts;
  const disks = diskCountOf(facts);
  if (logicalVolumeCount === undefined || disks === undefined) return lackOfVolumeCount({ logicalVolumeCount, diskCount: disks });
  return breaksVolumeLimit(disks, logicalVolumeCount) ? raised({ logicalVolumeCount, diskCount: disks }) : null;
}

/** A field that matters only with an agent older than a version. */
function withOldAgent(field: 'usesLvmThin' | 'separateSystemDirs', version: string, lacks: ReturnType<typeof missing>): Check {
  return (facts) => {
    if (facts[field] === undefined) return lacks;
    if (!facts[field]) return null;
    if (facts.agentVersion === undefined) return LACKS_AGENT;
    return isOlderThan(facts.agentVersion, version) ? raised({ [field]: true, agentVersion: facts.agentVersion }) : null;
  };
}

function checkVolumeManager(facts: MachineFacts): ReturnType<Check> {
  const { volumeManager, usesMultipath } = facts;
  if (volumeManager !== 'other' && usesMultipath !== true) return lackOfManager(facts);
  return raised({ ...(volumeManager === 'other' ? { volumeManager } : {}), ...(usesMultipath === true ? { usesMultipath } : {}) });
}

function checkStriped(facts: MachineFacts): ReturnType<Check> {
  const disks = disksOf(facts);
  const hits = disks.filter((disk) => disk.isDynamic === true || disk.isStriped === true);
  if (hits.length > 0) return raised({ 'disks[]': hits.map((disk) => disk.id) });
  if (disks.length === 0) return LACKS_LAYOUT;
  return disks.some((disk) => disk.isDynamic === undefined || disk.isStriped === undefined) ? LACKS_LAYOUT : null;
}

export const volumeRules: readonly Rule[] = [
  rule({
    id: 'R-DK-20',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['volumes[].usesStorageSpaces'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'Volumes lie on Storage Spaces',
    why: 'Storage Spaces are not supported. Articles of 2018 still allowed them on Hyper-V.',
    remedy: 'Move the data to plain volumes.',
    check: onWindows(checkStorageSpaces),
  }),
  rule({
    id: 'R-DK-21',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['volumes[].usesStorageSpaces'],
    sources: ['A2A-SM'],
    title: 'Storage Spaces Direct',
    why: 'Storage Spaces Direct and scale-out file servers get crash-consistent points only, and all nodes must move together.',
    remedy: 'Put all nodes into one recovery plan and test it.',
    check: onWindows(checkStorageSpaces),
  }),
  rule({
    id: 'R-DK-22',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['usesGuestMpio'],
    sources: ['VM-SM'],
    title: 'The guest uses several paths to a disk',
    why: 'Multipath software in the guest is not supported.',
    remedy: 'Remove it before the move.',
    check: whenStated('usesGuestMpio', true),
  }),
  rule({
    id: 'R-DK-23',
    scenarios: TO_AZURE,
    severity: 'warning',
    fields: ['guestMountKinds'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'The machine mounts remote shares',
    why: 'NFS and SMB shares of other machines are not replicated.',
    remedy: 'Move the shares to Azure Files or NetApp Files, or keep the path to them.',
    check: ({ guestMountKinds }) => {
      if (guestMountKinds === undefined) return LACKS_MOUNTS;
      return guestMountKinds.length > 0 ? raised({ guestMountKinds }) : null;
    },
  }),
  rule({
    id: 'R-DK-29',
    scenarios: [...AGENT_LINUX, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['volumes[].fileSystem'],
    sources: ['VM-SM'],
    title: 'A file system is not listed',
    why: 'On Linux ext3, ext4, XFS and BTRFS are listed. For moves between Azure regions the same is assumed.',
    remedy: 'Move the data to a listed file system.',
    check: onLinux(checkFileSystems),
  }),
  rule({
    id: 'R-DK-30',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['volumes[].fileSystem', 'btrfsSpansDisks', 'btrfsRaid', 'btrfsSubvolumesChanged', 'agentVersion'],
    sources: ['VM-SM'],
    title: 'BTRFS in a layout that is excluded',
    why: 'BTRFS over several disks, with RAID, with a subvolume changed after enabling, or with an agent before 9.22 is excluded.',
    remedy: 'Change the layout, or update the agent.',
    check: onLinux(checkBtrfs),
  }),
  rule({
    id: 'R-DK-31',
    scenarios: AGENT_WINDOWS,
    severity: 'warning',
    fields: ['volumes[].fileSystem', 'agentVersion'],
    sources: ['VM-SM'],
    title: 'ReFS with an old agent',
    why: 'ReFS is supported from agent 9.23 on.',
    remedy: 'Update the agent.',
    check: onWindows(checkRefs),
  }),
  rule({
    id: 'R-DK-32',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['logicalVolumeCount', 'diskCount'],
    sources: ['VM-SM'],
    title: 'Too many logical volumes',
    why: 'The driver has a limit on disks times logical volumes. It is computed with the highest number per disk, on the safe side, and the wording of the article leaves room.',
    remedy: 'Confirm it with a test, or have fewer logical volumes.',
    check: onLinux(checkVolumeLimit),
  }),
  rule({
    id: 'R-DK-33',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['usesLvmThin', 'agentVersion'],
    sources: ['VM-SM'],
    title: 'Thin logical volumes with an old agent',
    why: 'Thin pools are supported from rollup 61 on.',
    remedy: 'Update the agent.',
    check: onLinux(withOldAgent('usesLvmThin', THIN_VOLUMES_SINCE, LACKS_THIN)),
  }),
  rule({
    id: 'R-DK-34',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['volumeManager', 'usesMultipath'],
    sources: ['A2A-SM'],
    title: 'Another volume manager than LVM2, or multipath',
    why: 'Between Azure regions only LVM2 is supported, and no multipath software.',
    remedy: 'Change the volume manager, remove the multipath software.',
    check: onLinux(checkVolumeManager),
  }),
  rule({
    id: 'R-DK-35',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['osFamily', 'rootOnLvm'],
    sources: ['HV-SM'],
    title: 'The root of Linux lies on LVM',
    why: 'For Hyper-V guests LVM is documented for data disks only.',
    remedy: 'Prove it with a test failover.',
    check: onLinux(({ rootOnLvm }) => {
      if (rootOnLvm === undefined) return LACKS_ROOT_LVM;
      return rootOnLvm ? raised({ rootOnLvm }) : null;
    }),
  }),
  rule({
    id: 'R-DK-36',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['disks[].isDynamic', 'disks[].isStriped'],
    sources: ['HV-TS', 'HV-SM'],
    title: 'Dynamic or striped disks',
    why: 'Application-consistent snapshots of such guests fail.',
    remedy: 'Set the frequency of application-consistent points to 0.',
    check: checkStriped,
  }),
  rule({
    id: 'R-DK-53',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['separateSystemDirs', 'agentVersion'],
    sources: ['VM-SM'],
    title: 'System directories on several disks with an old agent',
    why: 'Before agent 9.20 the directories /, /boot, /usr, /usr/local, /var and /etc had to share the system disk.',
    remedy: 'Update the agent.',
    check: onLinux(withOldAgent('separateSystemDirs', '9.20', LACKS_DIRS)),
  }),
];
