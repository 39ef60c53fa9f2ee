import type { ImportedInventory, ImportedMachine } from './machine.ts';

/**
 * How the machines of an import are stored: lines of JSON, the first with everything but the machines, then one machine a
 * line. So 10,000 machines can be written and read in slices, without one large text in between.
 */
export type InventoryHeader = Omit<ImportedInventory, 'machines'>;

export function* inventoryLines(inventory: ImportedInventory): Generator<string, void, void> {
  const { machines, ...header } = inventory;
  yield `${JSON.stringify(header)}\n`;
  for (const machine of machines) yield `${JSON.stringify(machine)}\n`;
}

const SLICE = 100;

/** Puts the stored lines together again; yields every hundred machines. Throws on lines that `inventoryLines` did not write. */
export function* parseInventoryLines(lines: Iterable<string>): Generator<void, ImportedInventory, void> {
  let header: InventoryHeader | null = null;
  const machines: ImportedMachine[] = [];
  for (const line of lines) {
    if (header === null) header = JSON.parse(line) as InventoryHeader;
    else if (line !== '') machines.push(JSON.parse(line) as ImportedMachine);
    if (machines.length % SLICE === 0) yield;
  }
  if (header === null) throw new Error('the stored inventory has no first line');
  return { ...header, machines };
}
