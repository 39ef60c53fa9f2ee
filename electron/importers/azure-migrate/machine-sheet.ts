import { headerKey } from '../../../shared/domain/machine-fields.ts';
import type { MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, powerStateOf, statedFacts } from '../fact-words.ts';
import type { MachineCollector } from '../machine-collector.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { instanceIdOfMachineId, scenarioOfMachineId } from './machine-id.ts';
import { nicsOf } from './network-cells.ts';

const NAME_HEADERS = ['Machine Name', 'Machine', 'Server name', 'Server'] as const;

/** A sheet that speaks of machines, one a row or one in several rows. */
export function hasMachineColumn(sheet: Sheet): boolean {
  const headers = new Set(sheet.header.map(headerKey));
  return NAME_HEADERS.some((header) => headers.has(headerKey(header)));
}

/** What only assessments hold, in the words of both generations, whatever the sheet or the text table is called. */
export function isAssessment(sheet: Sheet): boolean {
  const headers = new Set(sheet.header.map(headerKey));
  const has = (...names: readonly string[]): boolean => names.every((name) => headers.has(headerKey(name)));
  return (
    hasMachineColumn(sheet) && (has('Azure VM readiness', 'Recommended size') || has('Migration readiness', 'Recommended compute SKU'))
  );
}

/** Joins one sheet of an Azure Migrate workbook. The machine id decides who is who; without one, the name together with the MAC addresses. */
export function joinMachineSheet(sheet: Sheet, collector: MachineCollector): void {
  const readRow = createRowReader(sheet);
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const name = row.text(...NAME_HEADERS);
    const place = { sheet: sheet.name, row: row.number };
    if (name === undefined) {
      collector.skip(
        place,
        cells.cells
          .filter((cell) => cell !== null)
          .slice(0, 3)
          .join(' · '),
        'It has no machine name.',
      );
      continue;
    }
    const machineId = row.text('Machine ID', 'Machine ARM ID');
    const macs = row.text('MAC addresses', 'MAC address');
    const identity = machineId ?? `${name}|${macs ?? ''}`;
    const isNew = !collector.has(identity);
    // Sheets of databases and web sites name their machine and no more.
    const [namesake, other] = machineId === undefined && macs === undefined ? collector.named(name) : [];
    const machine = isNew && namesake !== undefined && other === undefined ? namesake : collector.machine(identity, name, place);
    machine.rows[sheet.name] ??= row.number;
    const hint = scenarioOfMachineId(machineId) ?? scenarioOfSystem(row.text('Source system'));
    if (hint !== undefined) machine.scenarioHint ??= hint;
    const nics = nicsOf(row.text('IP addresses', 'IP address'), macs);
    if (isNew || machine.nics.length === 0) machine.nics.push(...nics);
    collector.state(machine, factsOf(row, name, machineId), sheet.name);
  }
}

function factsOf(row: RowReader, name: string, machineId: string | undefined): Partial<MachineFacts> {
  const system = row.text('Operating system', 'Operating system name');
  const version = row.text('OS version');
  const isOpen = system !== undefined && version !== undefined && !/\d/.test(system);
  return {
    ...(system === undefined ? {} : readOperatingSystemName(isOpen ? `${system} ${version}` : system)),
    ...statedFacts({
      fqdn: fullNameOf(name),
      instanceId: instanceIdOfMachineId(machineId),
      environment: row.text('Environment'),
      host: row.text('VM host'),
      firmware: firmwareOf(row.text('Boot type')),
      powerState: powerStateOf(row.text('Power Stats', 'Power status', 'Power state')),
      cpuCount: row.numeric('Cores', 'Onprem cores count'),
      memoryMiB: row.numeric('Memory(MB)', 'Memory (in MB)', 'Onprem memory MB'),
      provisionedGiB: row.numeric('Storage(GB)', 'Storage (in GB)', 'Onprem storage GB'),
      diskCount: row.numeric('Total Disks', 'Total disks count'),
      osBits: bitsOf(row.text('OS architecture')),
      tags: tagsOf(row.text('Resource tags')),
      nicCount: row.numeric('Network adapters', 'Total Network Adapters', 'Network adapters count'),
      targetVmSize: sizeOf(row.text('Recommended size', 'Recommended VM Size', 'Recommended compute SKU')),
    }),
  };
}

/** Azure Migrate writes words where it could not recommend a size. */
function sizeOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(Standard|Basic)_/i.test(text) ? text : undefined;
}

function scenarioOfSystem(text: string | undefined): string | undefined {
  const key = text?.toLowerCase().replaceAll(/[^a-z]/g, '') ?? '';
  if (key.includes('vmware') || key.includes('vcenter')) return 'vmware';
  if (key.includes('hyperv')) return 'hyper-v';
  return key.includes('physical') || key === 'server' ? 'physical' : undefined;
}

function bitsOf(text: string | undefined): 32 | 64 | undefined {
  if (text === undefined) return undefined;
  return text.includes('64') ? 64 : /86|32/.test(text) ? 32 : undefined;
}

function tagsOf(text: string | undefined): string[] | undefined {
  const tags = (text ?? '')
    .split(/[;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag !== '-');
  return tags.length === 0 ? undefined : tags;
}
