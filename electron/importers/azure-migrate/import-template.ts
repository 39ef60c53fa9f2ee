import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { firmwareOf, fullNameOf, listOf, statedFacts } from '../fact-words.ts';
import { defined } from '../json-reader.ts';
import type { CollectedMachine } from '../machine-collector.ts';
import type { RowReader } from '../sheet.ts';
import { createTableImporter } from '../table-importer.ts';

const MOST_DISKS = 60;

/** The table that Azure Migrate takes for machines it cannot discover; a star marks the columns it insists on. */
export const azureMigrateImportTemplate = createTableImporter({
  id: 'azure-migrate-import-template',
  title: 'Azure Migrate import template',
  needs: ['*Server name', '*Cores', '*Memory (In MB)', '*OS name'],
  name: (row) => row.text('Server name'),
  scenarioOf: (row) => scenarioOf(row.text('Server type'), row.text('Hypervisor')),
  facts: (row, name) => {
    const system = [row.text('OS name'), versionBeside(row)].filter((part) => part !== undefined).join(' ');
    return {
      ...(system === '' ? {} : readOperatingSystemName(system)),
      ...statedFacts({
        fqdn: fullNameOf(name),
        osBits: bitsOf(row.text('OS architecture')),
        firmware: firmwareOf(row.text('Boot type')),
        cpuCount: row.numeric('Cores'),
        memoryMiB: row.numeric('Memory (In MB)'),
        nicCount: row.numeric('Network adapters'),
        diskCount: row.numeric('Number of disks'),
        inUseGiB: row.numeric('Storage in use (In GB)'),
        ipAddresses: listOf(row.text('IP addresses')),
      }),
    };
  },
  details: readDisks,
  warnings: ['The template holds what somebody typed in. Check sizes and systems against another source before relying on them.'],
});

function readDisks(row: RowReader, machine: CollectedMachine): void {
  for (let number = 1; number <= MOST_DISKS; number += 1) {
    const sizeGiB = row.numeric(`Disk ${number} size (In GB)`);
    if (sizeGiB === undefined) continue;
    machine.disks.push({
      id: `Disk ${number}`,
      row: row.number,
      sizeGiB,
      ...defined({ writeIops: row.numeric(`Disk ${number} write ops (operations per second)`) }),
    });
  }
}

/** The version counts only where the name leaves it open: "Oracle Linux 7" with "7.2" beside it. */
function versionBeside(row: RowReader): string | undefined {
  const name = row.text('OS name') ?? '';
  const version = row.text('OS version');
  return version === undefined || name.includes(version) || /windows/i.test(name) || /\d/.test(name) ? undefined : version;
}

function bitsOf(text: string | undefined): 32 | 64 | undefined {
  if (text === undefined) return undefined;
  return /64/.test(text) ? 64 : /86|32/.test(text) ? 32 : undefined;
}

function scenarioOf(type: string | undefined, hypervisor: string | undefined): string | undefined {
  if (type?.toLowerCase() === 'physical') return 'physical';
  const key = hypervisor?.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (key === 'vmware') return 'vmware';
  if (key === 'hyperv') return 'hyper-v';
  return key === undefined || key === '' ? undefined : 'physical';
}
