import { success } from '../../../shared/contract/failure.ts';
import { sheetNamed } from '../import-source.ts';
import type { Importer } from '../importer.ts';
import { createMachineCollector, type CollectedMachine } from '../machine-collector.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { sheetSummaries } from '../summaries.ts';

type ListField = 'software' | 'roles' | 'databases';

interface Part {
  readonly sheet: string;
  readonly field: ListField;
  readonly words: (row: RowReader) => string | undefined;
}

const parts: readonly Part[] = [
  { sheet: 'ApplicationInventory', field: 'software', words: (row) => joined(row.text('Application'), row.text('Version')) },
  { sheet: 'FeaturesAndRoles', field: 'roles', words: (row) => row.text('Feature') },
  {
    sheet: 'SQLServer',
    field: 'databases',
    words: (row) => joined('SQL Server', row.text('Edition'), row.text('Version'), row.text('Instance Name')),
  },
  { sheet: 'OtherDatabases', field: 'databases', words: (row) => joined(row.text('Database Type'), row.text('Version')) },
];

/** The software inventory of Azure Migrate: one machine in hundreds of rows, each naming a program, a role or a database. */
export const azureMigrateSoftware: Importer = {
  id: 'azure-migrate-software',
  title: 'Azure Migrate software inventory',
  recognises: (source) => parts.some((part) => hasMachineName(sheetNamed(source, part.sheet))),
  read(source, request) {
    const collector = createMachineCollector('ApplicationInventory');
    for (const [index, part] of parts.entries()) {
      request.onProgress(index / parts.length, `Reading ${part.sheet}`);
      const sheet = sheetNamed(source, part.sheet);
      if (sheet === undefined) continue;
      const lists = new Map<CollectedMachine, Set<string>>();
      const readRow = createRowReader(sheet);
      for (const cells of sheet.rows) {
        const row = readRow(cells);
        const name = row.text('MachineName', 'Machine Name');
        if (name === undefined) {
          collector.skip({ sheet: sheet.name, row: row.number }, part.words(row) ?? '', 'It names no machine.');
          continue;
        }
        const machine = collector.machine(name, name, { sheet: sheet.name, row: row.number });
        const words = part.words(row);
        if (words === undefined) continue;
        const list = lists.get(machine) ?? new Set<string>();
        lists.set(machine, list.add(words));
      }
      for (const [machine, list] of lists) {
        const known = machine.facts[part.field] ?? [];
        machine.facts[part.field] = [...known, ...list];
        if (part.sheet !== 'ApplicationInventory') machine.fieldSheets[part.field] ??= part.sheet;
      }
    }
    return success({
      kind: 'inventory',
      columns: [],
      inventory: {
        formatId: 'azure-migrate-software',
        formatTitle: 'Azure Migrate software inventory',
        sheets: sheetSummaries(source.sheets),
        fieldSheets: { name: 'ApplicationInventory', software: 'ApplicationInventory' },
        machines: collector.finish(),
        skipped: collector.skipped,
        warnings: [],
      },
    });
  },
};

function hasMachineName(sheet: Sheet | undefined): boolean {
  return sheet?.header.some((header) => /^machine ?name$/i.test(header)) === true;
}

function joined(...words: readonly (string | undefined)[]): string | undefined {
  const known = words.filter((word) => word !== undefined && word !== '');
  return known.length === 0 ? undefined : known.join(' ');
}
