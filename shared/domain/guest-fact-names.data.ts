import type { FieldName } from './machine.ts';

/** Facts a guest script may state, by the kind of their value. */
export const TEXT_FACTS = [
  'name',
  'fqdn',
  'biosId',
  'osName',
  'osServicePack',
  'kernelVersion',
  'pythonVersion',
  'dotNetVersion',
  'agentVersion',
  'bootPartitionDiskId',
  'systemPartitionDiskId',
  'failoverCluster',
] as const satisfies readonly FieldName[];

export const FLAG_FACTS = [
  'isServerCore',
  'isSecureBootOn',
  'hasSha2Patches',
  'isFipsOn',
  'hasHyperVDrivers',
  'hasCompliantBootDrivers',
  'dhcpServiceAutomatic',
  'vssAndComPlusEnabled',
  'hasDockerDiskConfig',
  'hasOtherReplicationAgent',
  'cloudInitEnabled',
  'hasMultiQueueBlockIo',
  'usesCciss',
  'usesMultipath',
  'hasTpmBoundSecrets',
  'rootOnLvm',
  'bootOnLvm',
  'usesLvmThin',
  'separateSystemDirs',
  'grubUsesDeviceNames',
  'fstabUsesDeviceNames',
  'isWindowsFailoverCluster',
] as const satisfies readonly FieldName[];

export const NUMBER_FACTS = [
  'cpuCount',
  'memoryMiB',
  'freeMemoryShare',
  'installFolderFreeMiB',
  'bootVgDiskCount',
  'logicalVolumeCount',
] as const satisfies readonly FieldName[];

export const LIST_FACTS = ['deviceNames', 'mountPoints', 'volumeNames', 'failoverClusterNodes'] as const satisfies readonly FieldName[];

export const WORD_FACTS = {
  osFamily: ['windows', 'linux'],
  architecture: ['x64', 'arm64'],
  osBits: [32, 64],
  osChannel: ['ltsc', 'sac'],
  kernelFlavour: ['stock', 'uek', 'custom'],
  firmware: ['bios', 'uefi'],
} as const satisfies Partial<Record<FieldName, readonly (string | number)[]>>;

/** What the scripts say of parts of a machine. */
const PART_FACTS = [
  'disks[].isOsDisk',
  'disks[].isDynamic',
  'disks[].isInitialised',
  'disks[].isEncrypted',
  'disks[].logicalSectorBytes',
  'disks[].partitionStyle',
  'volumes[].fileSystem',
  'volumes[].freeMiB',
  'volumes[].lvmVolumeGroup',
  'volumes[].usesStorageSpaces',
  'nics[].ipKind',
  'nics[].isTeamed',
  'volumes',
  'guestMountKinds',
  'osDiskCount',
] as const;

/** Every fact that a guest script may supply, as rules name it. */
export const GUEST_FACTS: ReadonlySet<string> = new Set([
  ...TEXT_FACTS,
  ...FLAG_FACTS,
  ...NUMBER_FACTS,
  ...LIST_FACTS,
  ...Object.keys(WORD_FACTS),
  ...PART_FACTS,
]);

/** The format under which imports of the scripts are kept. */
export const GUEST_FACTS_FORMAT = 'guest-facts';
