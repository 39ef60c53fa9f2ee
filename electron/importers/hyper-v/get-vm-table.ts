import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, gibFromBytes, listOf, powerStateOf, statedFacts } from '../fact-words.ts';
import type { CollectedMachine } from '../machine-collector.ts';
import type { RowReader } from '../sheet.ts';
import { createTableImporter } from '../table-importer.ts';
import { memoryMiBOf } from './hyper-v-memory.ts';

/** What `Get-VM | Export-Csv` and scripts around it write. Several values in one cell are separated by semicolons. */
export const hyperVTable = createTableImporter({
  id: 'hyper-v-table',
  title: 'Hyper-V inventory table',
  needs: [],
  needsOneOf: [
    // The second as Virtual Machine Manager calls it.
    ['State', 'VirtualMachineState'],
    ['VMName', 'Name'],
    ['Generation', 'MemoryStartup', 'MemoryAssigned', 'DynamicMemoryEnabled', 'VirtualMachineState'],
    [
      'CPUCount',
      'ProcessorCount',
      'MemoryStartup',
      'MemoryAssigned',
      'MemoryStartupMB',
      'MemoryMB',
      'VMId',
      'VHDPaths',
      'DynamicMemoryEnabled',
    ],
  ],
  scenarioHint: 'hyper-v',
  name: (row) => row.text('VMName', 'Name'),
  identity: (row) => row.text('VMId', 'Id'),
  facts: (row) => {
    // Virtual Machine Manager names the guest's computer where Hyper-V names its host, and counts memory in MB.
    const isManaged = row.text('VirtualMachineState') !== undefined;
    const system = row.text('OSName', 'GuestOS', 'OperatingSystem', 'GuestOSName');
    return {
      ...(system === undefined ? {} : readOperatingSystemName(system)),
      ...statedFacts({
        biosId: row.text('BIOSGUID', 'VMId', 'Id')?.replaceAll(/[{}]/g, '').toLowerCase(),
        instanceId: row.text('VMId', 'Id')?.toLowerCase(),
        fqdn: isManaged ? fullNameOf(row.text('ComputerName')) : undefined,
        powerState: powerStateOf(row.text('State', 'VirtualMachineState')),
        vmGeneration: generationOf(row.numeric('Generation')),
        firmware: firmwareOf(row.text('Firmware')) ?? firmwareOfGeneration(row.numeric('Generation')),
        description: row.text('Notes'),
        host: isManaged ? row.text('HostName', 'VMHost') : row.text('ComputerName', 'HostName', 'VMHost'),
        cluster: row.text('ClusterName'),
        isVmHighlyAvailable: row.flag('IsClustered'),
        cpuCount: row.numeric('ProcessorCount', 'CPUCount'),
        memoryMiB: memoryOf(row),
        nicCount: row.numeric('NICs', 'NetworkAdapterCount'),
        diskCount: row.numeric('DiskCount'),
        provisionedGiB: row.numeric(...TOTAL_GB) ?? gibFromBytes(row.numeric('TotalSize')),
        ipAddresses: listOf(row.text('IPAddresses', 'IPAddress')),
        checkpointCount: row.numeric('CheckpointCount', 'SnapshotCount'),
        integrationServices: row.text('IntegrationServicesVersion', 'IntegrationServicesState'),
      }),
    };
  },
  details: readDisks,
});

const TOTAL_GB = ['TotalDiskGB', 'DiskSizeGB', 'TotalDiskSizeGB', 'VHDSizeGB', 'TotalVHDSizeGB', 'DiskGB'] as const;

/** One entry per path; sizes are only known where the table holds one disk. */
function readDisks(row: RowReader, machine: CollectedMachine): void {
  // Export-Csv writes the type of a list instead of the list.
  const paths = (cellList(row.text('VHDPaths', 'VHDPath', 'HardDrives')) ?? []).filter((path) => /[\\/]|\.vhdx?$/i.test(path));
  const total = row.numeric(...TOTAL_GB);
  const isGeneration2 = row.numeric('Generation') === 2;
  for (const [index, path] of paths.entries()) {
    machine.disks.push({
      id: path.split(/[\\/]/).at(-1) ?? path,
      path,
      row: row.number,
      isOsDisk: index === 0,
      bus: index === 0 && !isGeneration2 ? 'ide' : 'scsi',
      ...(paths.length === 1 && total !== undefined ? { sizeGiB: total } : {}),
    });
  }
}

/** The maximum of dynamic memory stands there also where dynamic memory is off; it is never the size of the machine. */
function memoryOf(row: RowReader): number | undefined {
  const megabytes = row.numeric('MemoryStartupMB', 'MemoryMB', 'MemoryAssignedMB') ?? managedMemory(row);
  if (megabytes !== undefined) return megabytes > 0 ? megabytes : undefined;
  const gigabytes = row.numeric('MemoryStartupGB', 'MemoryGB', 'MemoryAssignedGB');
  if (gigabytes !== undefined) return gigabytes > 0 ? gigabytes * 1024 : undefined;
  return memoryMiBOf(row.text('MemoryStartup')) ?? memoryMiBOf(row.text('MemoryAssigned'));
}

function managedMemory(row: RowReader): number | undefined {
  return row.text('VirtualMachineState') === undefined ? undefined : row.numeric('Memory');
}

function generationOf(generation: number | undefined): 1 | 2 | undefined {
  return generation === 1 || generation === 2 ? generation : undefined;
}

function firmwareOfGeneration(generation: number | undefined): 'bios' | 'uefi' | undefined {
  if (generation === 1) return 'bios';
  return generation === 2 ? 'uefi' : undefined;
}

function cellList(text: string | undefined): string[] | undefined {
  const parts = text
    ?.split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts === undefined || parts.length === 0 ? undefined : parts;
}
