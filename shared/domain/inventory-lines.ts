import type { ImportedApplication, ImportedConnection } from './connection.ts';
import type { ImportedInventory, ImportedMachine } from './machine.ts';

/**
 * How an import is stored: lines of JSON, the first with everything that is short, then one machine a line, then one
 * connection a line, then one application a line. So large estates can be written and read in slices, without one large text
 * in between. The first line says how many of each follow; files written before connections were known hold machines only.
 */
export interface InventoryHeader extends Omit<ImportedInventory, 'machines' | 'connections' | 'applications'> {
  readonly machineCount?: number;
  readonly connectionCount?: number;
}

export function* inventoryLines(inventory: ImportedInventory): Generator<string, void, void> {
  const { machines, connections = [], applications = [], ...rest } = inventory;
  const header: InventoryHeader = { ...rest, machineCount: machines.length, connectionCount: connections.length };
  yield `${JSON.stringify(header)}\n`;
  for (const machine of machines) yield `${JSON.stringify(machine)}\n`;
  for (const connection of connections) yield `${JSON.stringify(connection)}\n`;
  for (const application of applications) yield `${JSON.stringify(application)}\n`;
}

const SLICE = 100;

/** Puts the stored lines together again; yields every hundred. Throws on lines that `inventoryLines` did not write. */
export function* parseInventoryLines(lines: Iterable<string>): Generator<void, ImportedInventory, void> {
  let header: InventoryHeader | null = null;
  const machines: ImportedMachine[] = [];
  const connections: ImportedConnection[] = [];
  const applications: ImportedApplication[] = [];
  let count = 0;
  for (const line of lines) {
    if (line === '') continue;
    const value: unknown = JSON.parse(line);
    // What a line holds follows from its place; `inventoryLines` wrote it.
    if (header === null) header = value as InventoryHeader;
    else {
      if (count < (header.machineCount ?? Infinity)) machines.push(value as ImportedMachine);
      else if (count < (header.machineCount ?? 0) + (header.connectionCount ?? 0)) connections.push(value as ImportedConnection);
      else applications.push(value as ImportedApplication);
      count += 1;
    }
    if (count % SLICE === 0) yield;
  }
  if (header === null) throw new Error('the stored inventory has no first line');
  const { machineCount: _machines, connectionCount: _connections, ...rest } = header;
  return {
    ...rest,
    machines,
    ...(connections.length === 0 ? {} : { connections }),
    ...(applications.length === 0 ? {} : { applications }),
  };
}
