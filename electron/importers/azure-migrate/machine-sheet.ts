import type { MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, powerStateOf, statedFacts } from '../fact-words.ts';
import type { MachineCollector } from '../machine-collector.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { instanceIdOfMachineId, scenarioOfMachineId } from './machine-id.ts';
import { nicsOf } from './network-cells.ts';

const NAME_HEADERS = ['Machine Name', 'Machine', 'Server name', 'MachineName', 'Server'] as const;

/** A sheet that speaks of machines, one a row or one in several rows. */
export function hasMachineColumn(sheet: Sheet): boolean {
  const headers = new Set(sheet.header.map((header) => header.toLowerCase().replaceAll('*', '').trim()));
  return NAME_HEADERS.some((header) => headers.has(header.toLowerCase()));
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
    const identity = machineId ?? `${name}|${row.text('MAC addresses', 'MAC address') ?? ''}`;
    const isNew = !collector.has(identity);
    const machine = collector.machine(identity, name, place);
    const hint = scenarioOfMachineId(machineId);
    if (hint !== undefined) machine.scenarioHint ??= hint;
    const nics = nicsOf(row.text('IP addresses', 'IP address'), row.text('MAC addresses', 'MAC address'));
    if (isNew || machine.nics.length === 0) machine.nics.push(...nics);
    collector.state(machine, factsOf(row, name, machineId), sheet.name);
  }
}

function factsOf(row: RowReader, name: string, machineId: string | undefined): Partial<MachineFacts> {
  const system = row.text('Operating system');
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      fqdn: fullNameOf(name),
      instanceId: instanceIdOfMachineId(machineId),
      environment: row.text('Environment'),
      host: row.text('VM host'),
      firmware: firmwareOf(row.text('Boot type')),
      powerState: powerStateOf(row.text('Power Stats', 'Power status', 'Power state')),
      cpuCount: row.numeric('Cores'),
      memoryMiB: row.numeric('Memory(MB)', 'Memory (in MB)', 'Memory (MB)'),
      provisionedGiB: row.numeric('Storage(GB)', 'Storage (in GB)', 'Storage (GB)'),
      diskCount: row.numeric('Total Disks'),
      nicCount: row.numeric('Network adapters', 'Total Network Adapters'),
      targetVmSize: sizeOf(row.text('Recommended size', 'Recommended VM Size')),
    }),
  };
}

/** Azure Migrate writes words where it could not recommend a size. */
function sizeOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(Standard|Basic)_/i.test(text) ? text : undefined;
}
