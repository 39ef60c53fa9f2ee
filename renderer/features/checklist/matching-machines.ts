import type { MachineRow } from '../../../shared/contract/shapes.ts';

const MOST_SHOWN = 60;

/** Machines in scope whose name holds the text; those that start with it first, then by name. At most 60: one types on. */
export function matchingMachines(machines: readonly MachineRow[], text: string): Pick<MachineRow, 'id' | 'name'>[] {
  const wanted = text.trim().toLowerCase();
  const found = machines.flatMap(({ id, name, isInScope }) => {
    const place = name.toLowerCase().indexOf(wanted);
    return isInScope && place >= 0 ? [{ id, name, isFirst: place === 0 }] : [];
  });
  return found
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || a.name.localeCompare(b.name, 'en', { numeric: true }))
    .slice(0, MOST_SHOWN)
    .map(({ id, name }) => ({ id, name }));
}
