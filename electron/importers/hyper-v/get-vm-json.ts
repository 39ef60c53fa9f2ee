import { success } from '../../../shared/contract/failure.ts';
import type { Disk, MachineFacts, Nic } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, gibFromBytes, powerStateOf, statedFacts } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { listSource, oneListImport } from '../json-list.ts';
import { flagAt, isRecord, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { memoryMiBOf } from './hyper-v-memory.ts';

const SHEET = 'virtual machines';

/** What `Get-VM | ConvertTo-Json` and scripts around it write: one object a machine, states as words or as numbers. */
export const hyperVMachines: Importer = {
  id: 'hyper-v-json',
  title: 'Hyper-V inventory (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => listSource(value).items.some(isHyperVMachine)),
  read({ documents }) {
    const lists = documents.map(({ value }) => listSource(value));
    const items = lists.flatMap((list) => list.items);
    const collector = createMachineCollector(SHEET);
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const name = textAt(item, 'VMName') ?? textAt(item, 'Name');
      const id = idOf(item);
      const twin = id === undefined ? undefined : collector.find(id);
      if (!isHyperVMachine(item) || name === undefined) collector.skip(place, name ?? '', 'It is not a Hyper-V machine.');
      else if (twin !== undefined) collector.skip(place, name, `It is the same machine as record ${twin.rows[SHEET] ?? 1}.`);
      else {
        const machine = collector.machine(id ?? `${name}|${textAt(item, 'ComputerName') ?? ''}`, name, place);
        machine.disks.push(
          ...itemsAt(item, 'HardDrives', 'HardDiskDrives', 'Disks', 'VHDs').map((drive, place2) => diskOf(drive, place2, item)),
        );
        machine.nics.push(...itemsAt(item, 'NetworkAdapters', 'Adapters').map(nicOf));
        collector.state(machine, factsOf(item), SHEET);
      }
    }
    return success(
      oneListImport({
        formatId: 'hyper-v-json',
        formatTitle: 'Hyper-V inventory',
        scenarioHint: 'hyper-v',
        sheet: SHEET,
        items,
        lists,
        collector,
      }),
    );
  },
};

function isHyperVMachine(item: unknown): boolean {
  const hasName = (textAt(item, 'VMName') ?? textAt(item, 'Name')) !== undefined;
  const has = (...names: readonly string[]): boolean => names.some((name) => valueAt(item, name) !== undefined);
  const isSized = has('ProcessorCount', 'MemoryStartup', 'MemoryAssigned', 'DynamicMemoryEnabled');
  return hasName && isSized && (numberAt(item, 'Generation') !== undefined || has('MemoryStartup', 'MemoryAssigned'));
}

/** A list as PowerShell writes it: as one, as `{ value, Count }`, or as its only member. */
function itemsAt(item: unknown, ...names: readonly string[]): readonly unknown[] {
  const found = names.map((name) => valueAt(item, name)).find((value) => value !== undefined);
  if (Array.isArray(found)) return found;
  const inner = listAt(found, 'value');
  if (inner.length > 0) return inner;
  return isRecord(found) && !Array.isArray(valueAt(found, 'value')) ? [found] : [];
}

/** PowerShell writes a GUID as text, or as an object with one. */
function idOf(item: unknown): string | undefined {
  return (textAt(item, 'VMId') ?? textAt(item, 'VMId', 'Guid') ?? textAt(item, 'Id') ?? textAt(item, 'Id', 'Guid'))?.toLowerCase();
}

function factsOf(item: unknown): Partial<MachineFacts> {
  const generation = numberAt(item, 'Generation');
  const system = ['OSName', 'GuestOS', 'OperatingSystem', 'GuestOSName']
    .map((name) => textAt(item, name))
    .find((name) => name !== undefined);
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      biosId: (textAt(item, 'BIOSGUID') ?? textAt(item, 'BiosGuid'))?.replaceAll(/[{}]/g, '').toLowerCase(),
      instanceId: idOf(item),
      description: textAt(item, 'Notes'),
      powerState: stateOf(item),
      vmGeneration: generation === 1 || generation === 2 ? generation : undefined,
      firmware: firmwareOf(textAt(item, 'Firmware')) ?? (generation === 1 ? 'bios' : generation === 2 ? 'uefi' : undefined),
      isSecureBootOn: flagAt(item, 'SecureBoot') ?? onOff(textAt(item, 'SecureBoot')),
      host: textAt(item, 'ComputerName') ?? textAt(item, 'HostName') ?? textAt(item, 'VMHost'),
      cluster: textAt(item, 'ClusterName'),
      isVmHighlyAvailable: flagAt(item, 'IsClustered'),
      cpuCount: numberAt(item, 'ProcessorCount'),
      memoryMiB: memoryOf(item),
      checkpointCount: numberAt(item, 'CheckpointCount') ?? numberAt(item, 'SnapshotCount'),
      integrationServices: textAt(item, 'IntegrationServicesVersion') ?? versionWords(valueAt(item, 'IntegrationServicesVersion')),
    }),
  };
}

/** Numbers of the enumeration: 2 runs, 3 is off, 6 saved, 9 paused. */
function stateOf(item: unknown): MachineFacts['powerState'] {
  const number = numberAt(item, 'State');
  if (number === undefined) return powerStateOf(textAt(item, 'State') ?? textAt(item, 'State', 'Value'));
  if (number === 2) return 'on';
  if (number === 3) return 'off';
  return number === 6 || number === 9 ? 'suspended' : undefined;
}

function onOff(text: string | undefined): boolean | undefined {
  const key = text?.toLowerCase();
  return key === 'on' ? true : key === 'off' ? false : undefined;
}

/** Bytes as Hyper-V counts, or megabytes where a script named them so. The maximum of dynamic memory is never the size. */
function memoryOf(item: unknown): number | undefined {
  const megabytes = numberAt(item, 'MemoryStartupMB') ?? numberAt(item, 'MemoryMB') ?? numberAt(item, 'MemoryAssignedMB');
  if (megabytes !== undefined) return megabytes > 0 ? megabytes : undefined;
  return memoryMiBOf(textAt(item, 'MemoryStartup')) ?? memoryMiBOf(textAt(item, 'MemoryAssigned'));
}

function versionWords(version: unknown): string | undefined {
  const parts = ['Major', 'Minor', 'Build', 'Revision'].flatMap((name) => numberAt(version, name) ?? []).filter((part) => part >= 0);
  return parts.length === 0 ? undefined : parts.join('.');
}

function diskOf(drive: unknown, index: number, item: unknown): Disk {
  const path = textAt(drive, 'Path');
  const bytes = numberAt(drive, 'Size') ?? numberAt(drive, 'VhdSize') ?? numberAt(drive, 'SizeBytes');
  const sizeGiB = gibFromBytes(bytes) ?? numberAt(drive, 'SizeGB') ?? numberAt(drive, 'CapacityGB');
  const controller = textAt(drive, 'ControllerType');
  const isPassThrough = path !== undefined && /^(disk \d|\\\\\.\\)/i.test(path);
  const generation = numberAt(item, 'Generation');
  const isIde = controller === undefined ? generation === 1 && index === 0 : /ide|^0$/i.test(controller);
  const isBusKnown = isPassThrough || controller !== undefined || generation !== undefined;
  return {
    id: path?.split(/[\\/]/).at(-1) ?? textAt(drive, 'Name') ?? `Disk ${index + 1}`,
    isOsDisk: index === 0,
    ...(isBusKnown ? { bus: isPassThrough ? ('passThrough' as const) : isIde ? ('ide' as const) : ('scsi' as const) } : {}),
    ...(path === undefined ? {} : { path }),
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
  };
}

function nicOf(nic: unknown, index: number): Nic {
  const single = textAt(nic, 'IPAddresses');
  const addresses = single === undefined ? itemsAt(nic, 'IPAddresses') : single.split(/[,;\s]+/);
  const ip = addresses.flatMap((address) => (typeof address === 'string' && address !== '' ? [address] : []));
  const mac = textAt(nic, 'MacAddress')?.toLowerCase();
  const network = textAt(nic, 'SwitchName');
  return {
    id: textAt(nic, 'Name') ?? `Adapter ${index + 1}`,
    ...(ip.length === 0 ? {} : { ip }),
    ...(mac === undefined || /^0+$/.test(mac) ? {} : { mac }),
    ...(network === undefined ? {} : { network }),
  };
}
