import type { MachineFacts, Volume } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { lackOf, missing, onLinux, onWindows, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT_LINUX, AGENT_WINDOWS, HYPER_V, VMWARE, PHYSICAL, AWS_WINDOWS } from '../scenario-groups.ts';
import { isOlderThan } from '../versions.ts';

const LACKS_PYTHON = missing('pythonVersion');
const LACKS_FREE_SPACE = missing('volumes[].freeMiB');
const LACKS_FOLDER_SPACE = missing('installFolderFreeMiB');
const lackOfStack = lackOf('hasMultiQueueBlockIo', 'usesCciss', 'hasChainedIo');

/** MiB that the agent needs. SOURCE: PUSH-TS 2025-09-25, VM-SM 2025-12-18 (600 MB; 250 MB before 2023). */
const ROOT_FREE_MIB = 2048;
const FOLDER_FREE_MIB = 600;
const WINDOWS_FREE_MIB = 500;

function volumeAt(facts: MachineFacts, isAt: (mountPoint: string) => boolean): Volume | undefined {
  return facts.volumes?.find((volume) => isAt(volume.mountPoint));
}

function checkRootSpace(facts: MachineFacts): ReturnType<Check> {
  const rootFree = volumeAt(facts, (mountPoint) => mountPoint === '/')?.freeMiB ?? facts.systemVolumeFreeMiB;
  // The agent's folder lies under /usr/local: on / unless a volume of its own is mounted there.
  const ownVolume = volumeAt(facts, (mountPoint) => /^\/usr(?:\/local)?\/?$/.test(mountPoint));
  const folderFree = facts.installFolderFreeMiB ?? ownVolume?.freeMiB;
  if (rootFree !== undefined && rootFree < ROOT_FREE_MIB)
    return raised({ mountPoint: '/', freeMiB: rootFree }, `At least ${ROOT_FREE_MIB.toLocaleString('en')} MiB must be free.`);
  if (folderFree !== undefined && folderFree < FOLDER_FREE_MIB)
    return raised({ installFolderFreeMiB: folderFree }, `At least ${FOLDER_FREE_MIB} MiB must be free in the folder of the agent.`);
  if (rootFree === undefined) return LACKS_FREE_SPACE;
  return folderFree === undefined && ownVolume !== undefined ? LACKS_FOLDER_SPACE : null;
}

function checkSystemDrive(facts: MachineFacts): ReturnType<Check> {
  const free = volumeAt(facts, (mountPoint) => /^c:[\\/]?$/i.test(mountPoint))?.freeMiB ?? facts.systemVolumeFreeMiB;
  if (free === undefined) return LACKS_FREE_SPACE;
  return free < WINDOWS_FREE_MIB ? raised({ mountPoint: 'C:', freeMiB: free }, `At least ${WINDOWS_FREE_MIB} MiB must be free.`) : null;
}

function checkPython(facts: MachineFacts): ReturnType<Check> {
  const { pythonVersion } = facts;
  if (pythonVersion === undefined) return LACKS_PYTHON;
  if (!/\d/.test(pythonVersion)) return raised({ pythonVersion: 'none' });
  return isOlderThan(pythonVersion, '2.6') ? raised({ pythonVersion }) : null;
}

function checkStorageStack(facts: MachineFacts): ReturnType<Check> {
  const { hasMultiQueueBlockIo, usesCciss, hasChainedIo } = facts;
  if (hasMultiQueueBlockIo === true || usesCciss === true || hasChainedIo === true)
    return raised({
      ...(hasMultiQueueBlockIo === true ? { hasMultiQueueBlockIo } : {}),
      ...(usesCciss === true ? { usesCciss } : {}),
      ...(hasChainedIo === true ? { hasChainedIo } : {}),
    });
  return lackOfStack(facts);
}

export const osGuestRules: readonly Rule[] = [
  rule({
    id: 'R-OS-19',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['pythonVersion'],
    sources: ['VM-SM', 'PUSH-TS'],
    title: 'Python is missing or too old',
    why: 'The installer of the agent and the scripts that make the machine bootable in Azure need Python 2.6 or later.',
    remedy: 'Install Python.',
    check: onLinux(checkPython),
  }),
  rule({
    id: 'R-OS-20',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['volumes[].freeMiB', 'systemVolumeFreeMiB', 'installFolderFreeMiB'],
    sources: ['PUSH-TS', 'VM-SM'],
    title: 'Too little space for the agent on Linux',
    why: 'The agent needs 2,048 MiB free on / and 600 MiB free in its own folder.',
    remedy: 'Free space or extend the volume.',
    check: onLinux(checkRootSpace),
  }),
  rule({
    id: 'R-OS-21',
    scenarios: AGENT_WINDOWS,
    severity: 'blocker',
    fields: ['volumes[].freeMiB', 'systemVolumeFreeMiB'],
    sources: ['PUSH-TS', 'VM-SM'],
    title: 'Too little space for the agent on drive C:',
    why: 'The agent needs 500 MiB free on the system drive.',
    remedy: 'Free space or extend the volume.',
    check: onWindows(checkSystemDrive),
  }),
  rule({
    id: 'R-OS-22',
    scenarios: AGENT_LINUX,
    severity: 'warning',
    fields: ['hasHyperVDrivers'],
    sources: ['HYD', 'VM-SM'],
    title: 'Hyper-V drivers are not in the start image',
    why: 'Without hv_vmbus, hv_storvsc and hv_netvsc in the initramfs the machine may not start in Azure. Hydration repairs only the distributions it lists.',
    remedy: 'Add the drivers (or the Linux Integration Services) and build the initramfs anew.',
    check: onLinux(whenStated('hasHyperVDrivers', false)),
  }),
  rule({
    id: 'R-OS-24',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['hasDockerDiskConfig'],
    sources: ['VM-SM'],
    title: 'Docker lays out the disks',
    why: 'Disks in a Docker disk configuration are listed as unsupported.',
    remedy: 'Move the containers another way.',
    check: onLinux(whenStated('hasDockerDiskConfig', true)),
  }),
  rule({
    id: 'R-OS-25',
    scenarios: AGENT_LINUX,
    severity: 'blocker',
    fields: ['hasMultiQueueBlockIo', 'usesCciss', 'hasChainedIo'],
    sources: ['VM-SM'],
    title: 'The storage stack is one that the agent cannot filter',
    why: 'Multi-queue block I/O, the CCISS driver and chained I/O are named as unsupported.',
    remedy: 'Change the scheduler or the driver.',
    check: onLinux(checkStorageStack),
  }),
  rule({
    id: 'R-OS-29',
    scenarios: [...VMWARE, ...HYPER_V, ...PHYSICAL, ...AWS_WINDOWS],
    severity: 'warning',
    fields: ['antivirusExclusionsSet'],
    sources: ['VM-SM', 'PUSH'],
    title: 'Antivirus exclusions are not confirmed',
    why: 'Scanners slow down or block the folders of agent, appliance or host.',
    remedy: 'Set the exclusions and note that they are set.',
    check: ({ antivirusExclusionsSet }) =>
      antivirusExclusionsSet === true ? null : raised({ antivirusExclusionsSet: antivirusExclusionsSet ?? null }),
  }),
];
