import type { MachineRow, Snapshot } from '../../../shared/contract/shapes.ts';
import { rememberLast } from '../../store/remember-last.ts';
import { readLayout, type ColumnLayout } from './column-layout.ts';
import { inventoryColumn, type RowNames } from './columns.ts';
import { displayRows, shownMachines } from './display-rows.ts';
import { filterRows } from './filter-rows.ts';
import { sortRows } from './sort-rows.ts';

/** What the inventory works out of all machines. Each step is kept until what it is made of changes, also while other screens are open. */
export const keptRows = {
  layout: rememberLast((text: string | undefined) => readLayout(text)),
  names: rememberLast((plan: Snapshot['plan'], groups: Snapshot['groups']): RowNames => ({
    waves: new Map((plan?.waves ?? []).map((wave) => [wave.id, wave.title])),
    groups: new Map(groups.map((group) => [group.id, group.title])),
  })),
  filtered: rememberLast(filterRows),
  sorted: rememberLast(sortRows),
  shape: rememberLast((rows: readonly MachineRow[], groupBy: ColumnLayout['groupBy'], names: RowNames, collapsed: ReadonlySet<string>) => {
    const column = groupBy === null ? undefined : inventoryColumn(groupBy);
    const shaped = displayRows(rows, column === undefined ? null : { column, names, collapsed });
    return { rows: shaped, shown: shownMachines(shaped), places: new Map(shaped.map((row, index) => [row.key, index])) };
  }),
  counts: rememberLast((machines: readonly MachineRow[]) => ({
    total: machines.length,
    inScope: machines.filter((row) => row.isInScope).length,
    conflicts: machines.filter((row) => Object.values(row.provenance).includes('conflict')).length,
  })),
};
