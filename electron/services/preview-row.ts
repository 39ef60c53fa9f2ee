import type { ImportPreview } from '../../shared/contract/methods/import-methods.ts';
import { machineFields } from '../../shared/domain/machine-fields.ts';
import type { ReadMachine } from '../importers/importer.ts';

/** One machine of a preview, with its plain values and where they were read. */
export function previewRow(machine: ReadMachine, firstSheet: string): ImportPreview['firstRows'][number] {
  const values: ImportPreview['firstRows'][number]['values'] = {};
  for (const { name } of machineFields) {
    const value = machine.facts[name];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[name] = value;
    else if (Array.isArray(value) && value.every((part) => typeof part === 'string')) values[name] = value.join(', ');
  }
  const [sheet, row] = Object.entries(machine.rows)[0] ?? [firstSheet, 0];
  return { name: machine.facts.name, values, row, sheet };
}
