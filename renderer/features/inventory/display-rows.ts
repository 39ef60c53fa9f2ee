import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { InventoryColumn, RowNames } from './columns.ts';

/** What stands in the grid: machines, and the heads of their groups when they are grouped. */
export type DisplayRow =
  | { readonly kind: 'machine'; readonly key: string; readonly row: MachineRow }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: string;
      readonly machines: readonly MachineRow[];
      readonly isCollapsed: boolean;
    };

export interface Grouping {
  readonly column: InventoryColumn;
  readonly names: RowNames;
  readonly collapsed: ReadonlySet<string>;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Natural order: "web-2" before "web-10"; numbers by size. */
export function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Sorted machines as the grid shows them. Within a group they keep their order; unknown is the last group. */
export function displayRows(rows: readonly MachineRow[], grouping: Grouping | null): readonly DisplayRow[] {
  if (grouping === null) return rows.map((row) => ({ kind: 'machine', key: row.id, row }));
  const { column, names, collapsed } = grouping;
  const groups = new Map<string, { readonly value: string | number | null; readonly machines: MachineRow[] }>();
  for (const row of rows) {
    const title = column.text(row, names);
    const known = groups.get(title);
    if (known === undefined) groups.set(title, { value: column.value(row, names), machines: [row] });
    else known.machines.push(row);
  }
  const ordered = [...groups].toSorted(([, a], [, b]) => compareWithNull(a.value, b.value));
  return ordered.flatMap(([title, { machines }]) => {
    const isCollapsed = collapsed.has(title);
    const head: DisplayRow = { kind: 'group', key: `group:${title}`, title, machines, isCollapsed };
    return isCollapsed ? [head] : [head, ...machines.map((row): DisplayRow => ({ kind: 'machine', key: row.id, row }))];
  });
}

function compareWithNull(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareValues(a, b);
}

/** Machines among the rows shown, in their order: what is exported, copied and selected by Ctrl+A. */
export function shownMachines(rows: readonly DisplayRow[]): readonly MachineRow[] {
  return rows.flatMap((row) => (row.kind === 'machine' ? [row.row] : row.isCollapsed ? row.machines : []));
}
