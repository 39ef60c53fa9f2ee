import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { sampleApplications } from './sample-estate.data.ts';
import { macOf, machinesOf, uuidOf, type SampleMachine } from './sample-machines.ts';

/**
 * Writes what the guest-facts scripts would print on most machines of the sample estate, the second source of the sample engagement.
 * Run it after changing the data: `node tests/samples/make-sample-guest-facts.ts`. Same data, same bytes.
 */
const COLLECTED_AT = '2026-10-06T09:00:00Z';
const GIB = 1024 ** 3;

/** The script could not run there: switched off, without tools, or of an owner who has not answered yet. */
function wasRun(machine: SampleMachine): boolean {
  return machine.quirk !== 'off' && machine.quirk !== 'no-tools' && machine.number % 11 !== 0;
}

function disksOf({ tier, number }: SampleMachine, isWindows: boolean): object[] {
  return tier.disksGiB.map((sizeGiB, index) => ({
    id: isWindows ? String(index) : `sd${String.fromCharCode(97 + index)}`,
    sizeBytes: sizeGiB * GIB,
    partitionStyle: tier.firmware === 'efi' ? 'gpt' : 'mbr',
    isOsDisk: index === 0,
    isDynamic: isWindows && index === 1 && number % 29 === 0,
    isInitialised: true,
    isEncrypted: false,
    logicalSectorBytes: 512,
  }));
}

function volumesOf({ tier, number }: SampleMachine, isWindows: boolean): object[] {
  return tier.disksGiB.map((sizeGiB, index) => ({
    mountPoint: isWindows ? `${String.fromCharCode(67 + index)}:\\` : index === 0 ? '/' : `/data${index}`,
    fileSystem: isWindows ? 'NTFS' : index === 0 || number % 31 !== 0 ? 'xfs' : 'btrfs',
    sizeKiB: (sizeGiB * 1024 - 512) * 1024,
    usesStorageSpaces: isWindows ? false : undefined,
  }));
}

function windowsFacts({ tier, quirk, number }: SampleMachine): object {
  const isOld = /20(08|12)/.test(tier.os);
  return {
    osFamily: 'windows',
    osName: tier.os.replace(' (64-bit)', ' Standard'),
    osServicePack: tier.os.includes('2008') ? 'Service Pack 1' : undefined,
    osChannel: 'ltsc',
    isServerCore: number % 13 === 0,
    isSecureBootOn: quirk === 'secure-boot',
    hasSha2Patches: !isOld || number % 2 === 0,
    dotNetVersion: isOld ? '4.7.2' : '4.8',
    hasCompliantBootDrivers: !isOld,
    dhcpServiceAutomatic: number % 23 !== 0,
    vssAndComPlusEnabled: true,
    bootPartitionDiskId: '0',
    systemPartitionDiskId: '0',
  };
}

function linuxFacts({ tier, number }: SampleMachine): object {
  const kernel = KERNELS.find(({ os }) => tier.os.startsWith(os));
  return {
    osFamily: 'linux',
    osName: kernel?.prettyName ?? tier.os,
    kernelVersion: kernel?.version,
    kernelFlavour: 'stock',
    pythonVersion: kernel?.python,
    hasHyperVDrivers: true,
    cloudInitEnabled: false,
    hasDockerDiskConfig: false,
    usesCciss: false,
    hasMultiQueueBlockIo: false,
    usesMultipath: false,
    rootOnLvm: true,
    bootOnLvm: false,
    bootPartitionDiskId: 'sda',
    systemPartitionDiskId: 'sda',
    bootVgDiskCount: 1,
    logicalVolumeCount: 4,
    usesLvmThin: false,
    separateSystemDirs: false,
    fstabUsesDeviceNames: number % 19 === 0,
    grubUsesDeviceNames: false,
    deviceNames: tier.disksGiB.map((_, index) => `sd${String.fromCharCode(97 + index)}`),
    mountPoints: ['/', '/boot', ...tier.disksGiB.slice(1).map((_, index) => `/data${index + 1}`)],
    volumeNames: ['root', 'swap', 'var', 'home'],
  };
}

/** Kernels of the distributions of the sample, each as the distribution shipped it. */
const KERNELS = [
  {
    os: 'Red Hat Enterprise Linux 7',
    prettyName: 'Red Hat Enterprise Linux Server 7.9 (Maipo)',
    version: '3.10.0-1160.119.1.el7.x86_64',
    python: '2.7.5',
  },
  {
    os: 'Red Hat Enterprise Linux 8',
    prettyName: 'Red Hat Enterprise Linux 8.10 (Ootpa)',
    version: '4.18.0-553.el8_10.x86_64',
    python: '3.6.8',
  },
  { os: 'CentOS 7', prettyName: 'CentOS Linux 7.9.2009 (Core)', version: '3.10.0-1160.119.1.el7.x86_64', python: '2.7.5' },
  {
    os: 'SUSE Linux Enterprise 12',
    prettyName: 'SUSE Linux Enterprise Server 12 SP5',
    version: '4.12.14-122.194-default',
    python: '3.4.10',
  },
  { os: 'Debian', prettyName: 'Debian GNU/Linux 11 (bullseye)', version: '5.10.0-28-amd64', python: '3.9.2' },
  { os: 'Ubuntu', prettyName: 'Ubuntu 20.04.6 LTS', version: '5.4.0-182-generic', python: '3.8.10' },
] as const;

function documentOf(machine: SampleMachine): object {
  const { tier, quirk, number, name } = machine;
  const isWindows = tier.os.includes('Windows');
  return {
    format: 'landfall-guest-facts',
    version: 1,
    system: isWindows ? 'windows' : 'linux',
    collectedAt: COLLECTED_AT,
    isPrivileged: true,
    facts: {
      name,
      fqdn: `${name}.ferry.example`,
      biosId: uuidOf(number),
      architecture: 'x64',
      osBits: 64,
      firmware: tier.firmware === 'efi' ? 'uefi' : 'bios',
      isFipsOn: false,
      hasOtherReplicationAgent: number % 37 === 0,
      hasTpmBoundSecrets: false,
      cpuCount: tier.cpu,
      memoryMiB: tier.memoryGiB * 1024,
      freeMemoryShare: 0.3,
      installFolderFreeMiB: quirk === 'full' ? 300 : 8192,
      guestMountKinds: [],
      ...(isWindows ? windowsFacts(machine) : linuxFacts(machine)),
      disks: disksOf(machine, isWindows),
      volumes: volumesOf(machine, isWindows),
      nics: [{ id: isWindows ? 'Ethernet0' : 'ens192', mac: macOf(number), ipKind: 'static', isTeamed: false }],
    },
  };
}

/** One document a line. */
export function makeSampleGuestFacts(): string {
  const documents = machinesOf(sampleApplications).filter(wasRun).map(documentOf);
  return `[\n${documents.map((document) => JSON.stringify(document)).join(',\n')}\n]\n`;
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(path.join(import.meta.dirname, '../../resources/sample/sample-guest-facts.json'), makeSampleGuestFacts());
}
