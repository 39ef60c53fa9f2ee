import type { Nic } from '../../../shared/domain/machine.ts';
import { isRecord, textAt, valueAt } from '../json-reader.ts';
import type { Sheet } from '../sheet.ts';

/**
 * One record of a machine in the form of the service, whatever tool wrote it: the command line leaves `properties` away, PowerShell
 * begins names with a capital. What is in the form already stays as it is.
 */
export function asServiceRecord(item: unknown): unknown {
  const named = isRecord(item) && textAt(item, 'id') === undefined && textAt(item, 'Id') !== undefined ? smallNames(item) : item;
  if (!isRecord(named) || isRecord(named['properties'])) return named;
  const name = textAt(named, 'name') ?? nameInId(textAt(named, 'id'));
  const isMachine =
    nameInId(textAt(named, 'id')) !== undefined || ['hardwareProfile', 'storageProfile', 'osProfile'].some((part) => isRecord(named[part]));
  if (!isMachine) return named;
  return {
    ...named,
    ...(name === undefined ? {} : { name }),
    type: textAt(named, 'type') ?? 'Microsoft.Compute/virtualMachines',
    properties: named,
  };
}

/** A query that asks for some columns only still says by the id what a record is. */
function nameInId(id: string | undefined): string | undefined {
  return /\/providers\/microsoft\.compute\/virtualmachines\/([^/]+)$/i.exec(id ?? '')?.[1];
}

function smallNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(smallNames);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      name === 'Tags' ? member : smallNames(member),
    ]),
  );
}

/** What the portal saves as CSV: one resource a row, with `properties` and `tags` as JSON in cells. */
export function isResourceTable({ header }: Sheet): boolean {
  const names = new Set(header.map((text) => text.trim().toLowerCase()));
  return ['id', 'name', 'type', 'properties'].every((name) => names.has(name));
}

export function recordsOfTable({ header, rows }: Sheet): readonly unknown[] {
  const names = header.map((text) => text.trim());
  return rows.map(({ cells }) =>
    Object.fromEntries(
      names.flatMap((name, index) => {
        const cell = cells[index] ?? null;
        return name === '' || cell === null ? [] : [[keyOf(name), parsed(cell)] as const];
      }),
    ),
  );
}

const KEYS = ['id', 'name', 'type', 'properties', 'tags', 'location', 'resourceGroup', 'tenantId', 'zones'] as const;

function keyOf(header: string): string {
  return KEYS.find((key) => key.toLowerCase() === header.toLowerCase()) ?? header;
}

function parsed(cell: string | number | boolean): unknown {
  if (typeof cell !== 'string' || !/^[[{]/.test(cell)) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}

/** Addresses that `az vm list --show-details` adds: `10.0.0.4,10.0.0.5`; `az vm create` and queries name them in the singular. */
export function addressesOf(item: unknown): string[] | undefined {
  const found = wordsIn(
    textAt(item, 'privateIps') ?? textAt(item, 'privateIpAddress') ?? textAt(item, 'privateIp') ?? textAt(item, 'privateIP'),
  );
  return found.length === 0 ? undefined : found;
}

/** Hardware addresses that the same commands add; with one adapter, the addresses are its. */
export function nicsOf(item: unknown): Nic[] {
  const macs = wordsIn(textAt(item, 'macAddresses') ?? textAt(item, 'macAddress'));
  const ip = addressesOf(item);
  return macs.map((mac, index) => ({
    id: `Adapter ${index + 1}`,
    mac: mac.toLowerCase().replaceAll('-', ':'),
    ...(macs.length === 1 && ip !== undefined ? { ip } : {}),
  }));
}

function wordsIn(text: string | undefined): string[] {
  return (text ?? '').split(/[,;\s]+/).filter((word) => word !== '');
}

/** `VM running`, as the command line says it. */
export function plainPowerState(item: unknown): string | undefined {
  const state = valueAt(item, 'powerState');
  return typeof state === 'string' ? state : undefined;
}
