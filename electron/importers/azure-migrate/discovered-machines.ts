import { success } from '../../../shared/contract/failure.ts';
import type { DiskBus, MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, gibFromBytes, listOf, powerStateOf, statedFacts } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { listSource, oneListImport } from '../json-list.ts';
import { flagAt, isRecord, listAt, numberAt, textAt, valueAt } from '../json-reader.ts';
import { createMachineCollector, type CollectedMachine } from '../machine-collector.ts';
import { isFlattened, unflattened } from './flattened-records.ts';

const TYPE = /^microsoft\.offazure\/(vmware|hyperv|server)sites\/machines$/i;
const ID = /\/providers\/microsoft\.offazure\/(vmware|hyperv|server)sites\/[^/]+\/machines\/[^/]+$/i;
const SHEET = 'machines';

/** Answers of the discovery service of Azure Migrate: machines of VMware, Hyper-V and physical sites. */
export const discoveredMachines: Importer = {
  id: 'azure-migrate-discovery',
  title: 'Azure Migrate discovery (JSON)',
  recognises: ({ documents, sheets }) =>
    documents.some(({ value }) => listSource(value).items.some((item) => kindOf(item) !== undefined)) ||
    sheets.some(
      (sheet) => isFlattened(sheet) && unflattened({ ...sheet, rows: sheet.rows.slice(0, 50) }).some((item) => kindOf(item) !== undefined),
    ),
  read({ documents, sheets }) {
    const collector = createMachineCollector(SHEET);
    const lists = documents.map(({ value }) => listSource(value));
    const items = [...lists.flatMap((list) => list.items), ...sheets.filter(isFlattened).flatMap(unflattened)];
    for (const [index, item] of items.entries()) readMachine(item, { sheet: SHEET, row: index + 1 });
    return success(
      oneListImport({ formatId: 'azure-migrate-discovery', formatTitle: 'Azure Migrate discovery', sheet: SHEET, items, lists, collector }),
    );

    function readMachine(item: unknown, place: { sheet: string; row: number }): void {
      const kind = kindOf(item);
      const name = textAt(item, 'properties', 'displayName') ?? textAt(item, 'name');
      if (kind === undefined || name === undefined) {
        collector.skip(place, name ?? textAt(item, 'id') ?? '', kind === undefined ? 'It is not a discovered machine.' : 'It has no name.');
        return;
      }
      const machine = collector.machine(textAt(item, 'id') ?? name, name, place);
      machine.scenarioHint = kind === 'vmware' ? 'vmware' : kind === 'hyperv' ? 'hyper-v' : 'physical';
      readDisks(machine, item, kind);
      readNics(machine, item);
      collector.state(machine, factsOf(valueAt(item, 'properties'), kind), SHEET);
    }
  },
};

/** The kind of site that discovered a machine; tables of records say it by the id only. */
function kindOf(item: unknown): string | undefined {
  const type = TYPE.exec(textAt(item, 'type') ?? '') ?? ID.exec(textAt(item, 'id') ?? '');
  return type?.[1]?.toLowerCase();
}

function factsOf(properties: unknown, kind: string): Partial<MachineFacts> {
  const system = textAt(properties, 'guestOSDetails', 'osName') ?? textAt(properties, 'operatingSystemDetails', 'osName');
  const generation = numberAt(properties, 'generation');
  const fullName = textAt(properties, 'vmFqdn') ?? textAt(properties, 'fqdn');
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      fqdn: fullNameOf(fullName),
      biosId: (textAt(properties, 'biosGuid') ?? (kind === 'hyperv' ? textAt(properties, 'instanceUuid') : undefined))?.toLowerCase(),
      instanceId: textAt(properties, 'instanceUuid')?.toLowerCase(),
      description: textAt(properties, 'description'),
      site: textAt(properties, 'dataCenterScope'),
      host: textAt(properties, 'hostName') ?? textAt(properties, 'hostFqdn'),
      cluster: textAt(properties, 'clusterFqdn'),
      vcenterName: textAt(properties, 'vCenterFQDN') ?? textAt(properties, 'vCenterFqdn'),
      esxiVersion: textAt(properties, 'hostVersion'),
      firmware: firmwareOf(textAt(properties, 'firmware')),
      vmGeneration: generation === 1 || generation === 2 ? generation : undefined,
      isSecureBootOn: flagAt(properties, 'isSecureBootEnabled') ?? flagAt(properties, 'secureBootEnabled'),
      powerState: powerStateOf(textAt(properties, 'powerStatus')),
      cpuCount: numberAt(properties, 'numberOfProcessorCore'),
      memoryMiB: numberAt(properties, 'allocatedMemoryInMB'),
      vmwareToolsStatus: toolsOf(textAt(properties, 'vMwareToolsStatus') ?? textAt(properties, 'vmwareToolsStatus')),
      isVmHighlyAvailable: flagAt(properties, 'highAvailability'),
      healthMessages: healthOf(properties),
      isDeletedAtSource: flagAt(properties, 'isDeleted') === true ? true : undefined,
    }),
  };
}

function readDisks(machine: CollectedMachine, item: unknown, kind: string): void {
  for (const [index, disk] of listAt(item, 'properties', 'disks').entries()) {
    const label = textAt(disk, 'label') ?? textAt(disk, 'name') ?? `Disk ${index + 1}`;
    const id = machine.disks.some((known) => known.id === label) ? `${label} (${index + 1})` : label;
    const bus = busOf(textAt(disk, 'name'));
    const sizeGiB = gibFromBytes(numberAt(disk, 'maxSizeInBytes'));
    const path = textAt(disk, 'path');
    const diskMode = textAt(disk, 'diskMode');
    const policy = textAt(disk, 'diskProvisioningPolicy');
    machine.disks.push({
      id,
      isOsDisk: index === 0,
      ...(sizeGiB === undefined ? {} : { sizeGiB }),
      ...(kind === 'vmware' && bus !== undefined ? { bus } : {}),
      ...(path === undefined ? {} : { path }),
      ...(diskMode === undefined ? {} : { diskMode }),
      ...(policy === undefined ? {} : { isThin: /thin/i.test(policy) }),
    });
  }
}

function readNics(machine: CollectedMachine, item: unknown): void {
  for (const [index, nic] of listAt(item, 'properties', 'networkAdapters').entries()) {
    const told = listOf(textAt(nic, 'ipAddressList')) ?? listAt(nic, 'ipAddressList');
    const ip = told.filter((address) => typeof address === 'string' && address !== '') as string[];
    const mac = textAt(nic, 'macAddress')?.toLowerCase();
    const network = textAt(nic, 'networkName');
    const kind = textAt(nic, 'ipAddressType')?.toLowerCase();
    machine.nics.push({
      id: textAt(nic, 'label') ?? `Adapter ${index + 1}`,
      ...(ip.length === 0 ? {} : { ip }),
      ...(mac === undefined ? {} : { mac }),
      ...(network === undefined ? {} : { network }),
      ...(kind === 'static' ? { ipKind: 'static' as const } : kind === 'dynamic' ? { ipKind: 'dhcp' as const } : {}),
    });
  }
}

function busOf(name: string | undefined): DiskBus | undefined {
  const word = /^(scsi|ide|sata|nvme)\d/i.exec(name ?? '')?.[1]?.toLowerCase();
  return word === 'scsi' || word === 'ide' || word === 'sata' || word === 'nvme' ? word : undefined;
}

function toolsOf(status: string | undefined): MachineFacts['vmwareToolsStatus'] {
  const key = status?.toLowerCase();
  if (key === 'ok' || key === 'running' || key === 'outofdate') return 'running';
  return key === 'notinstalled' ? 'notInstalled' : key === 'notrunning' ? 'notRunning' : undefined;
}

function healthOf(properties: unknown): string[] | undefined {
  const messages = listAt(properties, 'errors').flatMap((error) =>
    isRecord(error) ? (textAt(error, 'message') ?? textAt(error, 'summaryMessage') ?? []) : [],
  );
  return messages.length === 0 ? undefined : messages;
}
