import type { Disk, MachineFacts, Nic } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, gibFromBytes, powerStateOf, statedFacts } from '../fact-words.ts';
import { defined, isRecord, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import type { MachineShape } from './machine-shapes.ts';

/** One machine in full from vCenter's REST service: disks and adapters as maps by their key, before version 7 as lists of pairs. */
export const restDetail: MachineShape = {
  isOne: (item) => isRecord(valueAt(item, 'cpu')) && isRecord(valueAt(item, 'memory')) && textAt(item, 'power_state') !== undefined,
  read(item) {
    const name = textAt(item, 'name') ?? textAt(item, 'identity', 'name') ?? '';
    const biosId = textAt(item, 'identity', 'bios_uuid')?.toLowerCase();
    const instanceId = textAt(item, 'identity', 'instance_uuid')?.toLowerCase();
    return {
      name,
      identity: instanceId ?? biosId ?? name,
      facts: {
        ...systemOf(textAt(item, 'guest_OS')),
        ...statedFacts({
          biosId,
          instanceId,
          powerState: powerStateOf(textAt(item, 'power_state')),
          cpuCount: numberAt(item, 'cpu', 'count'),
          memoryMiB: numberAt(item, 'memory', 'size_MiB'),
          firmware: firmwareOf(textAt(item, 'boot', 'type')),
          vmHardwareVersion: textAt(item, 'hardware', 'version')?.toLowerCase().replace('_', '-'),
        }),
      },
      disks: pairsAt(item, 'disks').map(diskOf),
      nics: pairsAt(item, 'nics').map(nicOf),
    };
  },
};

/** The identifier of a system: `WINDOWS_SERVER_2019`, `RHEL_8_64`. One with the version of a kernel leaves the release open. */
function systemOf(identifier: string | undefined): Partial<MachineFacts> {
  if (identifier === undefined) return {};
  const words = identifier
    .replaceAll('_', ' ')
    .replace(/(?<=\D)(\d+) 64$/, '$1 (64-bit)')
    .replace(/ 64$/, ' (64-bit)');
  return readOperatingSystemName(/^windows \d+ server/i.test(words) ? words.replace(/ \d+ /, ' ') : words);
}

function pairsAt(item: unknown, name: string): readonly unknown[] {
  const found = valueAt(item, name);
  return isRecord(found) ? Object.values(found) : listAt(item, name).map((pair) => valueAt(pair, 'value') ?? pair);
}

function diskOf(disk: unknown, index: number): Disk {
  const type = textAt(disk, 'type')?.toLowerCase();
  return {
    id: textAt(disk, 'label') ?? `Hard disk ${index + 1}`,
    isOsDisk: index === 0,
    ...defined({
      sizeGiB: gibFromBytes(numberAt(disk, 'capacity')),
      path: textAt(disk, 'backing', 'vmdk_file'),
      bus: type === 'scsi' || type === 'ide' || type === 'sata' || type === 'nvme' ? type : undefined,
    }),
  };
}

function nicOf(nic: unknown, index: number): Nic {
  return {
    id: textAt(nic, 'label') ?? `Network adapter ${index + 1}`,
    ...defined({
      mac: textAt(nic, 'mac_address')?.toLowerCase(),
      network: textAt(nic, 'backing', 'network_name') ?? textAt(nic, 'backing', 'network'),
      adapter: textAt(nic, 'type'),
    }),
  };
}

/** The summary of a machine alone, as scripts of the SDK save it: no devices, but sizes, system and state. */
export const summaryOnly: MachineShape = {
  isOne: (item) => textAt(item, 'summary', 'config', 'name') !== undefined && isRecord(valueAt(item, 'summary', 'runtime')),
  read(item) {
    const summary = valueAt(item, 'summary');
    const name = textAt(summary, 'config', 'name') ?? '';
    const biosId = textAt(summary, 'config', 'uuid')?.toLowerCase();
    const instanceId = textAt(item, 'self', 'value') ?? textAt(summary, 'config', 'instanceUuid')?.toLowerCase();
    const system = textAt(summary, 'guest', 'guestFullName') ?? textAt(summary, 'config', 'guestFullName');
    const address = textAt(summary, 'guest', 'ipAddress');
    return {
      name,
      identity: instanceId ?? biosId ?? name,
      facts: {
        ...(system === undefined ? {} : readOperatingSystemName(system)),
        ...statedFacts({
          biosId,
          instanceId,
          fqdn: fullNameOf(textAt(summary, 'guest', 'hostName')),
          description: textAt(summary, 'config', 'annotation'),
          powerState: powerStateOf(textAt(summary, 'runtime', 'powerState')),
          cpuCount: numberAt(summary, 'config', 'numCpu'),
          memoryMiB: numberAt(summary, 'config', 'memorySizeMB'),
          diskCount: numberAt(summary, 'config', 'numVirtualDisks'),
          nicCount: numberAt(summary, 'config', 'numEthernetCards'),
          inUseGiB: gibFromBytes(numberAt(summary, 'storage', 'committed')),
          ipAddresses: address === undefined ? undefined : [address],
        }),
      },
      disks: [],
      nics: listAt(item, 'guest', 'net').map((net, index) => ({
        id: `Adapter ${index + 1}`,
        ...defined({ mac: textAt(net, 'macAddress')?.toLowerCase(), network: textAt(net, 'network') }),
      })),
    };
  },
};

const POWER_OF_NUMBER = ['off', 'on', 'suspended'] as const;

/** What `Get-VM | ConvertTo-Json` of PowerCLI writes: states as numbers, the guest and the host as objects. */
export const powerCli: MachineShape = {
  isOne: (item) => numberAt(item, 'NumCpu') !== undefined && (numberAt(item, 'MemoryMB') ?? numberAt(item, 'MemoryGB')) !== undefined,
  read(item) {
    const name = textAt(item, 'Name') ?? '';
    const instanceId = /vm-\d+$/.exec(textAt(item, 'Id') ?? '')?.[0];
    const system = textAt(item, 'Guest', 'OSFullName');
    const gigabytes = numberAt(item, 'MemoryGB');
    const addresses = listAt(item, 'Guest', 'IPAddress').filter((address) => typeof address === 'string');
    return {
      name,
      identity: textAt(item, 'Id') ?? name,
      facts: {
        ...(system === undefined ? {} : readOperatingSystemName(system)),
        ...statedFacts({
          instanceId,
          fqdn: fullNameOf(textAt(item, 'Guest', 'HostName')),
          description: textAt(item, 'Notes'),
          powerState: POWER_OF_NUMBER[numberAt(item, 'PowerState') ?? -1] ?? powerStateOf(textAt(item, 'PowerState')),
          cpuCount: numberAt(item, 'NumCpu'),
          memoryMiB: numberAt(item, 'MemoryMB') ?? (gigabytes === undefined ? undefined : gigabytes * 1024),
          vmHardwareVersion: textAt(item, 'HardwareVersion'),
          host: textAt(item, 'VMHost', 'Name') ?? textAt(item, 'VMHost'),
          folder: textAt(item, 'Folder', 'Name') ?? textAt(item, 'Folder'),
          provisionedGiB: numberAt(item, 'ProvisionedSpaceGB'),
          inUseGiB: numberAt(item, 'UsedSpaceGB'),
          ipAddresses: addresses.length === 0 ? undefined : addresses,
        }),
      },
      disks: [],
      nics: [],
    };
  },
};
