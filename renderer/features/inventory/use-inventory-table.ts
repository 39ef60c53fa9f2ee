import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Updater,
} from '@tanstack/react-table';
import { useMemo } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { LEAST_WIDTH, MOST_WIDTH, resizeColumn, type ColumnLayout } from './column-layout.ts';
import { inventoryColumn, inventoryColumns, isColumnId, type InventoryColumn, type RowNames } from './columns.ts';
import { compareValues } from './display-rows.ts';
import type { ChangeLayout } from './use-layout.ts';

const features = tableFeatures({
  rowSortingFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});

const helper = createColumnHelper<typeof features, MachineRow>();

function columnsFor(names: RowNames) {
  return helper.columns(
    inventoryColumns.map((column) =>
      helper.accessor((row) => column.value(row, names) ?? undefined, {
        id: column.id,
        size: column.width,
        minSize: LEAST_WIDTH,
        maxSize: MOST_WIDTH,
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareValues(a.getValue<string | number>(id), b.getValue<string | number>(id)),
      }),
    ),
  );
}

function next<T>(updater: Updater<T>, known: T): T {
  return typeof updater === 'function' ? (updater as (known: T) => T)(known) : updater;
}

export interface InventoryTable {
  /** The columns shown, in their order. */
  readonly columns: readonly InventoryColumn[];
  /** The machines, sorted. */
  readonly rows: readonly MachineRow[];
  readonly widthOf: (id: string) => number;
  /** Begins to drag the edge of a column. */
  readonly startResizing: (id: string, event: unknown) => void;
  readonly resizingId: string | null;
}

interface TableParts {
  readonly machines: readonly MachineRow[];
  readonly names: RowNames;
  readonly layout: ColumnLayout;
  readonly changeLayout: ChangeLayout;
}

/** Order, visibility, widths and sorting of the grid. Its state is the layout, so that it is kept and can be saved with a view. */
export function useInventoryTable({ machines, names, layout, changeLayout }: TableParts): InventoryTable {
  const columns = useMemo(() => columnsFor(names), [names]);
  const state = useMemo(
    () => ({
      sorting: layout.sorting.map((sort) => ({ ...sort })),
      columnOrder: [...layout.order],
      columnSizing: { ...layout.widths } as Record<string, number>,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
    }),
    [layout],
  );
  const table = useTable({
    features,
    columns,
    data: machines,
    getRowId: (row) => row.id,
    state,
    columnResizeMode: 'onChange',
    onColumnSizingChange: (updater) =>
      changeLayout((known) => {
        const sizes = next<Record<string, number>>(updater, { ...known.widths });
        return Object.entries(sizes).reduce((changed, [id, width]) => (isColumnId(id) ? resizeColumn(changed, id, width) : changed), known);
      }),
  });
  const { rows: sorted } = table.getRowModel();
  const rows = useMemo(() => sorted.map((row) => row.original), [sorted]);
  const visible = useMemo(
    () => layout.order.filter((id) => !layout.hidden.includes(id)).flatMap((id) => inventoryColumn(id) ?? []),
    [layout.order, layout.hidden],
  );
  return {
    columns: visible,
    rows,
    widthOf: (id) => table.getColumn(id)?.getSize() ?? LEAST_WIDTH,
    startResizing: (id, event) => {
      const header = table.getFlatHeaders().find((candidate) => candidate.column.id === id);
      header?.getResizeHandler()(event);
    },
    resizingId: table.state.columnResizing.isResizingColumn || null,
  };
}
