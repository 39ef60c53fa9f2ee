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

/** Reads the stored lines; yields every hundred machines. Throws on text that was not written by `inventoryLines`. */
export function* parseInventoryLines(text: string): Generator<void, ImportedInventory, void> {
  let start = text.indexOf('\n') + 1;
  const header = JSON.parse(start === 0 ? text : text.slice(0, start)) as InventoryHeader;
  const machines: ImportedMachine[] = [];
  while (start > 0 && start < text.length) {
    const end = text.indexOf('\n', start);
    machines.push(JSON.parse(text.slice(start, end === -1 ? undefined : end)) as ImportedMachine);
    start = end === -1 ? text.length : end + 1;
    if (machines.length % SLICE === 0) yield;
  }
  return { ...header, machines };
}
