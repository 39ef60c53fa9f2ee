import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { checkFieldValue, isSettable, machineField, machineFields, type MachineField } from '../../../shared/domain/machine-fields.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { inventoryText } from '../../text/inventory.ts';
import { isColumnId } from './columns.ts';

export type FieldValue = MethodInput<'machine.set-values'>['values'][string];

/** One field of the form. `text` is what was typed or chosen; `isTakenBack` puts the sources' value back in force. */
export interface ValueLine {
  /** Stays the same while another field is chosen. */
  readonly id: number;
  readonly field: string;
  readonly text: string;
  readonly isTakenBack: boolean;
}

/** Fields that can be set by hand, the ones that planning needs first. */
const FIRST: readonly string[] = ['application', 'environment', 'owner', 'criticality', 'downtimeBudgetMinutes', 'notes'];

export const settableFields: readonly MachineField[] = [
  ...FIRST.flatMap((name) => machineField(name) ?? []),
  ...machineFields.filter((field) => isSettable(field) && !FIRST.includes(field.name)),
];

/** The value that a line stands for, or what is wrong with it in one sentence. */
export function readLine(line: ValueLine): { readonly value: FieldValue } | { readonly problem: string } {
  const field = machineField(line.field);
  if (line.isTakenBack) return { value: null };
  const text = line.text.trim();
  if (field === undefined || text === '') return { problem: inventoryText.edit.empty };
  const value = parse(field, text);
  const problem = checkFieldValue(field.name, value);
  return problem === null ? { value } : { problem };
}

function parse(field: MachineField, text: string): string | number | boolean {
  if (field.kind === 'number') {
    const plain = text.replaceAll(/\s/g, '').replace(',', '.');
    return /^[\d.]+$/.test(plain) ? Number(plain) : text;
  }
  if (field.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The call's values, or `null` while a line cannot be read. */
export function readLines(lines: readonly ValueLine[]): Record<string, FieldValue> | null {
  const values: Record<string, FieldValue> = {};
  for (const line of lines) {
    const read = readLine(line);
    if ('problem' in read) return null;
    values[line.field] = read.value;
  }
  return lines.length === 0 ? null : values;
}

/** What the machines hold now in a field that the grid knows: one value in words, or how many different ones. */
export function presentValue(rows: readonly MachineRow[], field: string): string | null {
  if (!isColumnId(field) || rows.length === 0) return null;
  const values = new Set(rows.map((row) => formatFieldValue(field, row[field])));
  const [only] = values;
  return values.size === 1 && only !== undefined ? inventoryText.edit.now(only) : inventoryText.edit.several(values.size);
}

/** The value to begin with: what all of them hold already. */
export function firstText(rows: readonly MachineRow[], field: string): string {
  if (!isColumnId(field)) return '';
  const values = new Set(rows.map((row) => row[field]));
  const [only] = values;
  return values.size === 1 && only != null ? String(only) : '';
}
