import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { ColumnLayout } from './column-layout.ts';
import { inventoryColumn, type RowNames } from './columns.ts';
import { compareValues } from './display-rows.ts';

type Value = string | number | null;

/** Machines by the first column that tells two apart, else as they stood. Unknown comes last, whichever way a column is sorted. */
export function sortRows(rows: readonly MachineRow[], sorting: ColumnLayout['sorting'], names: RowNames): readonly MachineRow[] {
  const columns = sorting.flatMap(({ id, desc }) => {
    const column = inventoryColumn(id);
    // Each value is worked out once, and not for every comparison.
    return column === undefined ? [] : [{ values: rows.map((row) => column.value(row, names)), sign: desc ? -1 : 1 }];
  });
  if (columns.length === 0) return rows;
  const compare = (a: number, b: number): number => {
    for (const { values, sign } of columns) {
      const order = compareWithUnknown(values[a] ?? null, values[b] ?? null, sign);
      if (order !== 0) return order;
    }
    return a - b;
  };
  return rows
    .map((_, place) => place)
    .toSorted(compare)
    .flatMap((place) => rows[place] ?? []);
}

function compareWithUnknown(a: Value, b: Value, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * compareValues(a, b);
}
