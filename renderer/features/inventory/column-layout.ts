import { z } from 'zod';

import { inventoryColumn, inventoryColumns, isColumnId, type ColumnId, type InventoryColumn } from './columns.ts';

/** How the grid is laid out: kept over restarts, and with each saved view. */
export interface ColumnLayout {
  /** All columns in their order; hidden ones keep their place. */
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  /** Widths in pixels of columns that a person changed. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  readonly sorting: readonly { readonly id: ColumnId; readonly desc: boolean }[];
  readonly groupBy: ColumnId | null;
}

export const LEAST_WIDTH = 56;
export const MOST_WIDTH = 600;

export const FIRST_LAYOUT: ColumnLayout = {
  order: inventoryColumns.map((column) => column.id),
  hidden: inventoryColumns.filter((column) => !column.isShownAtFirst).map((column) => column.id),
  widths: {},
  sorting: [],
  groupBy: null,
};

const columnIdSchema = z.string().refine(isColumnId);

export const columnLayoutSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  sorting: z.array(z.object({ id: columnIdSchema, desc: z.boolean() })),
  groupBy: columnIdSchema.nullable(),
});

/**
 * A layout as it was kept. Columns that this version does not have are dropped, new ones come at the end, hidden unless they
 * are shown at first. `null` for text that is no layout.
 */
export function readLayout(text: string | undefined): ColumnLayout | null {
  if (text === undefined || text === '') return null;
  try {
    const parsed = columnLayoutSchema.safeParse(JSON.parse(text));
    return parsed.success ? mendLayout(parsed.data) : null;
  } catch {
    return null;
  }
}

export function mendLayout(kept: z.output<typeof columnLayoutSchema>): ColumnLayout {
  const known = [...new Set(kept.order.filter(isColumnId))];
  const added = FIRST_LAYOUT.order.filter((id) => !known.includes(id));
  const hidden = [...kept.hidden.filter(isColumnId), ...added.filter((id) => FIRST_LAYOUT.hidden.includes(id))];
  const widths = Object.fromEntries(
    Object.entries(kept.widths).flatMap(([id, width]) => (isColumnId(id) ? [[id, clampWidth(width)]] : [])),
  );
  // The name says which machine a row is; it cannot be hidden.
  return {
    order: ['name', ...[...known, ...added].filter((id) => id !== 'name')],
    hidden: hidden.filter((id) => id !== 'name'),
    widths,
    sorting: kept.sorting.flatMap(({ id, desc }) => (isColumnId(id) ? [{ id, desc }] : [])),
    groupBy: kept.groupBy !== null && isColumnId(kept.groupBy) ? kept.groupBy : null,
  };
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)));
}

export function visibleIds(layout: ColumnLayout): ColumnId[] {
  return layout.order.filter((id) => !layout.hidden.includes(id));
}

/** The columns shown, in their order. */
export function visibleColumns(layout: ColumnLayout): readonly InventoryColumn[] {
  return visibleIds(layout).flatMap((id) => inventoryColumn(id) ?? []);
}

export function widthOf(layout: ColumnLayout, id: ColumnId): number {
  return layout.widths[id] ?? inventoryColumns.find((column) => column.id === id)?.width ?? 120;
}

export function toggleColumn(layout: ColumnLayout, id: ColumnId, isShown: boolean): ColumnLayout {
  if (id === 'name') return layout;
  const others = layout.hidden.filter((known) => known !== id);
  return { ...layout, hidden: isShown ? others : [...others, id] };
}

/** Moves a column one visible place to the left (-1) or right (1). The name stays first. */
export function moveColumn(layout: ColumnLayout, id: ColumnId, by: -1 | 1): ColumnLayout {
  const shown = visibleIds(layout);
  const place = shown.indexOf(id);
  const neighbour = shown[place + by];
  if (id === 'name' || place < 0 || neighbour === undefined || neighbour === 'name') return layout;
  return moveColumnTo(layout, id, neighbour, by === 1 ? 'after' : 'before');
}

export function moveColumnTo(layout: ColumnLayout, id: ColumnId, target: ColumnId, side: 'before' | 'after'): ColumnLayout {
  if (id === 'name' || id === target) return layout;
  const rest = layout.order.filter((known) => known !== id);
  const place = rest.indexOf(target) + (side === 'after' || target === 'name' ? 1 : 0);
  return { ...layout, order: [...rest.slice(0, place), id, ...rest.slice(place)] };
}

export function resizeColumn(layout: ColumnLayout, id: ColumnId, width: number): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [id]: clampWidth(width) } };
}

/** None > ascending > descending > none; `isAdding` sorts by this column after the ones already sorted by. */
export function toggleSorting(layout: ColumnLayout, id: ColumnId, isAdding: boolean): ColumnLayout {
  const known = layout.sorting.find((sort) => sort.id === id);
  const others = isAdding ? layout.sorting.filter((sort) => sort.id !== id) : [];
  if (known === undefined) return { ...layout, sorting: [...others, { id, desc: false }] };
  return { ...layout, sorting: known.desc ? others : [...others, { id, desc: true }] };
}
