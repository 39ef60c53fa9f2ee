import type { Disk, MachineFacts, Nic } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, gibFromBytes, powerStateOf, statedFacts } from '../fact-words.ts';
import { defined, flagAt, isRecord, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import { propertyDisks, propertyNics } from './property-devices.ts';

export interface ShapedMachine {
  readonly name: string;
  readonly identity: string;
  readonly facts: Partial<MachineFacts>;
  readonly disks: readonly Disk[];
  readonly nics: readonly Nic[];
}

export interface MachineShape {
  readonly isOne: (item: unknown) => boolean;
  readonly read: (item: unknown) => ShapedMachine;
}

const has = (item: unknown, ...names: readonly string[]): boolean => names.every((name) => valueAt(item, name) !== undefined);

/** `POWERED_ON` of the REST service is what everybody else writes `poweredOn`. */
function systemFacts(name: string | undefined): Partial<MachineFacts> {
  return name === undefined ? {} : readOperatingSystemName(name);
}

/** vCenter's own properties, as `govc` and SDKs save them: `config`, `summary`, `guest`, `runtime`. */
const propertyCollector: MachineShape = {
  isOne: (item) =>
    (isRecord(valueAt(item, 'config')) || isRecord(valueAt(item, 'Config'))) &&
    (isRecord(valueAt(item, 'runtime')) || isRecord(valueAt(item, 'Runtime'))),
  read(raw) {
    const item = smallNames(raw);
    const name = textAt(item, 'name') ?? textAt(item, 'config', 'name') ?? '';
    const uuid = textAt(item, 'config', 'uuid');
    const id = textAt(item, 'self', 'value');
    return {
      name,
      identity: id ?? uuid ?? name,
      facts: {
        ...systemFacts(textAt(item, 'guest', 'guestFullName') ?? textAt(item, 'config', 'guestFullName')),
        ...statedFacts({
          biosId: uuid?.toLowerCase(),
          instanceId: id,
          fqdn: fullNameOf(textAt(item, 'guest', 'hostName')),
          description: textAt(item, 'config', 'annotation'),
          isTemplate: flagAt(item, 'config', 'template'),
          powerState: powerStateOf(textAt(item, 'runtime', 'powerState')),
          cpuCount: numberAt(item, 'config', 'hardware', 'numCPU'),
          memoryMiB: numberAt(item, 'config', 'hardware', 'memoryMB'),
          firmware: firmwareOf(textAt(item, 'config', 'firmware')),
          isSecureBootOn: flagAt(item, 'config', 'bootOptions', 'efiSecureBootEnabled'),
          vmHardwareVersion: textAt(item, 'config', 'version'),
          vmwareToolsStatus: toolsOf(textAt(item, 'guest', 'toolsStatus') ?? textAt(item, 'guest', 'toolsRunningStatus')),
          provisionedGiB: sumOf(
            gibFromBytes(numberAt(item, 'summary', 'storage', 'committed')),
            gibFromBytes(numberAt(item, 'summary', 'storage', 'uncommitted')),
          ),
          inUseGiB: gibFromBytes(numberAt(item, 'summary', 'storage', 'committed')),
        }),
      },
      disks: propertyDisks(item),
      nics: propertyNics(item),
    };
  },
};

/** The inventory that conversion tools of Kubernetes keep: flat, with disks, adapters and concerns. */
const conversionInventory: MachineShape = {
  isOne: (item) => has(item, 'name', 'powerState') && (has(item, 'cpuCount', 'memoryMB') || has(item, 'guestName')),
  read(item) {
    const name = textAt(item, 'name') ?? '';
    const addresses = listAt(item, 'guestNetworks').flatMap((network) => textAt(network, 'ip') ?? []);
    const single = textAt(item, 'ipAddress');
    return {
      name,
      identity: textAt(item, 'id') ?? textAt(item, 'uuid') ?? name,
      facts: {
        ...systemFacts(textAt(item, 'guestName')),
        ...statedFacts({
          biosId: textAt(item, 'uuid')?.toLowerCase(),
          instanceId: textAt(item, 'id'),
          fqdn: fullNameOf(textAt(item, 'hostName')),
          isTemplate: flagAt(item, 'isTemplate'),
          powerState: powerStateOf(textAt(item, 'powerState')),
          cpuCount: numberAt(item, 'cpuCount'),
          memoryMiB: numberAt(item, 'memoryMB'),
          firmware: firmwareOf(textAt(item, 'firmware')),
          isSecureBootOn: flagAt(item, 'secureBoot'),
          faultTolerance: flagAt(item, 'faultToleranceEnabled'),
          inUseGiB: gibFromBytes(numberAt(item, 'storageUsed')),
          ipAddresses: addresses.length > 0 ? addresses : single === undefined ? undefined : [single],
          healthMessages: concernsOf(item),
        }),
      },
      disks: listAt(item, 'disks').map((disk, index) => ({
        id: textAt(disk, 'file') ?? `Disk ${index + 1}`,
        isOsDisk: index === 0,
        ...defined({
          sizeGiB: gibFromBytes(numberAt(disk, 'capacity')),
          path: textAt(disk, 'file'),
          isShared: flagAt(disk, 'shared'),
          diskMode: textAt(disk, 'mode'),
          bus: flagAt(disk, 'rdm') === true ? ('rdmPhysical' as const) : undefined,
        }),
      })),
      nics: listAt(item, 'nics').map((nic, index) => ({
        id: `Adapter ${index + 1}`,
        ...defined({ mac: textAt(nic, 'mac')?.toLowerCase(), network: textAt(nic, 'network', 'id') ?? textAt(nic, 'network') }),
      })),
    };
  },
};

/** The list of vCenter's REST service: little, and in words with underscores. */
const restService: MachineShape = {
  isOne: (item) => has(item, 'vm', 'name', 'power_state'),
  read(item) {
    const name = textAt(item, 'name') ?? '';
    return {
      name,
      identity: textAt(item, 'vm') ?? name,
      facts: statedFacts({
        instanceId: textAt(item, 'vm'),
        powerState: powerStateOf(textAt(item, 'power_state')),
        cpuCount: numberAt(item, 'cpu_count'),
        memoryMiB: numberAt(item, 'memory_size_MiB'),
      }),
      disks: [],
      nics: [],
    };
  },
};

/** What playbooks collect: names with `guest_` before them. */
const playbookFacts: MachineShape = {
  isOne: (item) => has(item, 'guest_name') && (has(item, 'power_state') || has(item, 'moid')),
  read(item) {
    const name = textAt(item, 'guest_name') ?? '';
    const address = textAt(item, 'ip_address');
    const macs = listAt(item, 'mac_address').flatMap((mac) => (typeof mac === 'string' ? [mac] : []));
    return {
      name,
      identity: textAt(item, 'moid') ?? textAt(item, 'uuid') ?? name,
      facts: {
        ...systemFacts(textAt(item, 'guest_fullname')),
        ...statedFacts({
          biosId: textAt(item, 'uuid')?.toLowerCase(),
          instanceId: textAt(item, 'moid'),
          powerState: powerStateOf(textAt(item, 'power_state')),
          host: textAt(item, 'esxi_hostname'),
          cluster: textAt(item, 'cluster'),
          site: textAt(item, 'datacenter'),
          folder: textAt(item, 'folder'),
          cpuCount: numberAt(item, 'allocated', 'cpu'),
          memoryMiB: numberAt(item, 'allocated', 'memory'),
          ipAddresses: address === undefined ? undefined : [address],
        }),
      },
      disks: [],
      nics: macs.map((mac, index) => ({ id: `Adapter ${index + 1}`, mac: mac.toLowerCase() })),
    };
  },
};

export const machineShapes: readonly MachineShape[] = [propertyCollector, conversionInventory, restService, playbookFacts];

function toolsOf(status: string | undefined): MachineFacts['vmwareToolsStatus'] {
  const key = status?.toLowerCase();
  if (key === 'toolsok' || key === 'toolsold' || key === 'guesttoolsrunning') return 'running';
  return key === 'toolsnotinstalled'
    ? 'notInstalled'
    : key === 'toolsnotrunning' || key === 'guesttoolsnotrunning'
      ? 'notRunning'
      : undefined;
}

function sumOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
}

function concernsOf(item: unknown): string[] | undefined {
  const words = listAt(item, 'concerns').flatMap((concern) => textAt(concern, 'label') ?? textAt(concern, 'assessment') ?? []);
  return words.length === 0 ? undefined : words;
}

/** Go programs write `Name` where the service writes `name`. */
function smallNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(smallNames);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.charAt(0).toLowerCase() + name.slice(1), smallNames(member)]),
  );
}
