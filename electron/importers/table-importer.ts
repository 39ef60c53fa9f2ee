import { success } from '../../shared/contract/failure.ts';
import { headerKey } from '../../shared/domain/machine-fields.ts';
import type { FieldName, MachineFacts } from '../../shared/domain/machine.ts';
import { isPlaceholder } from './fact-words.ts';
import type { Importer } from './importer.ts';
import { createMachineCollector, type CollectedMachine } from './machine-collector.ts';
import { createRowReader, type RowReader, type Sheet } from './sheet.ts';
import { sheetSummaries } from './summaries.ts';

/** A table of a known tool with one machine per row, described by what tells it apart and what a row states. */
export interface TableFormat {
  readonly id: string;
  readonly title: string;
  /** All of these headers (compared without case, blanks and punctuation) make it this format. */
  readonly needs: readonly string[];
  /** Of each of these groups one header at least. */
  readonly needsOneOf?: readonly (readonly string[])[];
  readonly scenarioHint?: string;
  readonly name: (row: RowReader) => string | undefined;
  /** What tells two machines apart; the name where it gives nothing. */
  readonly identity?: (row: RowReader) => string | undefined;
  readonly facts: (row: RowReader, name: string) => Partial<MachineFacts>;
  /** Disks, adapters and the like. */
  readonly details?: (row: RowReader, machine: CollectedMachine) => void;
  readonly scenarioOf?: (row: RowReader) => string | undefined;
  readonly warnings?: readonly string[];
}

export function createTableImporter(format: TableFormat): Importer {
  const needed = format.needs.map(headerKey);
  const oneOf = (format.needsOneOf ?? []).map((group) => group.map(headerKey));
  const isOfFormat = (sheet: Sheet): boolean => {
    const keys = new Set(sheet.header.map(headerKey));
    return needed.every((key) => keys.has(key)) && oneOf.every((group) => group.some((key) => keys.has(key)));
  };
  return {
    id: format.id,
    title: format.title,
    recognises: ({ sheets }) => sheets.some(isOfFormat),
    read({ sheets }, request) {
      const tables = sheets.filter(isOfFormat);
      const main = tables[0]?.name ?? '';
      const collector = createMachineCollector(main);
      const stated = new Set<FieldName>(['name']);
      request.onProgress(0, `Reading ${main}`);
      for (const sheet of tables) {
        const readRow = createRowReader(sheet);
        for (const cells of sheet.rows) {
          const row = readRow(cells);
          const place = { sheet: sheet.name, row: row.number };
          const name = format.name(row);
          const what = cells.cells
            .filter((cell) => cell !== null)
            .slice(0, 3)
            .join(' · ');
          if (name === undefined) {
            collector.skip(place, what, 'It has no machine name.');
            continue;
          }
          if (isPlaceholder(name)) {
            collector.skip(place, name, 'It is a placeholder of the template, not a machine.');
            continue;
          }
          const identity = format.identity?.(row) ?? name;
          const known = collector.find(identity);
          if (known !== undefined) {
            collector.skip(place, name, `It is the same machine as in row ${known.rows[sheet.name] ?? 1}.`);
            continue;
          }
          const machine = collector.machine(identity, name, place);
          format.details?.(row, machine);
          const facts = format.facts(row, name);
          for (const field of Object.keys(facts)) stated.add(field as FieldName);
          collector.state(machine, facts, main);
          const hint = format.scenarioOf?.(row);
          if (hint !== undefined) machine.scenarioHint = hint;
        }
      }
      return success({
        kind: 'inventory',
        columns: [],
        inventory: {
          formatId: format.id,
          formatTitle: format.title,
          ...(format.scenarioHint === undefined ? {} : { scenarioHint: format.scenarioHint }),
          sheets: sheetSummaries(sheets),
          fieldSheets: Object.fromEntries(
            [...stated, 'disks', 'nics', 'volumes', 'diskCount', 'nicCount', 'ipAddresses'].map((field) => [field, main]),
          ),
          machines: collector.finish(),
          skipped: collector.skipped,
          warnings: format.warnings ?? [],
        },
      });
    },
  };
}
