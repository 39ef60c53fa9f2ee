import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';

import { inventoryText } from '../../text/inventory.ts';
import { moveColumnTo, resizeColumn, toggleSorting, widthOf, type ColumnLayout } from './column-layout.ts';
import type { InventoryColumn, RowNames } from './columns.ts';
import { shownMachines, type DisplayRow } from './display-rows.ts';
import { GridHeader } from './grid-header.tsx';
import { gridAct } from './grid-keys.ts';
import { GroupLine, MachineLine } from './grid-row.tsx';
import { HEADER_PIXELS, ROW_PIXELS, SELECT_PIXELS, useGridStyles } from './grid-styles.ts';
import { toggleAll, type Selection } from './selection.ts';
import { startResizing } from './start-resizing.ts';
import { rowKeyAt, useGridActs } from './use-grid-acts.ts';
import type { ChangeLayout } from './use-layout.ts';

/** Where the keyboard is: a row by its key (`null` = the header) and a column. A key that is not shown means the first row. */
export interface ActiveCell {
  readonly rowKey: string | null;
  readonly columnId: string;
}

export interface MachineGridProps {
  readonly rows: readonly DisplayRow[];
  /** Index in `rows` of the row that the keyboard is on; -1 = the header. */
  readonly activeRow: number;
  readonly columns: readonly InventoryColumn[];
  readonly names: RowNames;
  readonly layout: ColumnLayout;
  readonly changeLayout: ChangeLayout;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly active: ActiveCell;
  readonly onActivate: (cell: ActiveCell) => void;
  readonly onOpen: () => void;
  readonly onCollapse: (groupTitle: string, isCollapsed: boolean) => void;
}

/** The grid of machines: one tab stop, one keyboard layer, only what is in view is drawn. */
export function MachineGrid(props: MachineGridProps) {
  const { rows, activeRow, columns, names, layout, selection, active } = props;
  const styles = useGridStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const activeCellId = `${useId()}-active`;
  const selected = useMemo(() => new Set(selection.ids), [selection.ids]);
  const activeColumn = Math.max(
    0,
    columns.findIndex((column) => column.id === active.columnId),
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      // The active cell is named to assistive technology, so it is always there.
      return activeRow < 0 || drawn.includes(activeRow) ? drawn : [...drawn, activeRow].toSorted((a, b) => a - b);
    },
    [activeRow],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    getItemKey: (index) => rows[index]?.key ?? index,
    scrollMargin: HEADER_PIXELS,
    scrollPaddingStart: HEADER_PIXELS,
    overscan: 8,
    rangeExtractor,
  });

  useScrollToActive(active.rowKey, activeRow, (index) => virtualizer.scrollToIndex(index));

  const focusPlace = (row: number, column: number): void => {
    const columnId = columns[column]?.id ?? 'name';
    props.onActivate({ rowKey: row < 0 ? null : (rows[row]?.key ?? null), columnId });
    showColumn(scroller.current, layout, columns, column);
  };
  const acts = useGridActs(props, { activeRow, activeColumn, focusPlace });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const pageRows = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PIXELS) / ROW_PIXELS) - 1);
    const key = { key: event.key, isMod: event.ctrlKey || event.metaKey, isShift: event.shiftKey };
    const act = gridAct(key, { row: activeRow, column: activeColumn }, { rows: rows.length, columns: columns.length, pageRows });
    if (act !== null && acts.perform(act)) event.preventDefault();
  };

  const isGrouped = layout.groupBy !== null;
  const activeColumnId = columns[activeColumn]?.id ?? null;
  const gridTemplate = [SELECT_PIXELS, ...columns.map((column) => widthOf(layout, column.id))].map((width) => `${width}px`).join(' ');
  const allIds = useMemo(() => shownMachines(rows).map((row) => row.id), [rows]);
  return (
    // The role is one of two, which the rule cannot see.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      role={isGrouped ? 'treegrid' : 'grid'}
      tabIndex={0}
      aria-label={`${inventoryText.grid.label}. ${inventoryText.grid.help}`}
      aria-multiselectable
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={activeCellId}
      className={styles.scroller}
      data-testid="machine-grid"
      style={{ '--inventory-columns': gridTemplate } as Record<string, string>}
      onKeyDown={onKeyDown}
      onClick={acts.click}
      onDoubleClick={(event) => rowKeyAt(event) !== null && props.onOpen()}
    >
      <GridHeader
        columns={columns}
        sorting={layout.sorting}
        areAllSelected={allIds.length > 0 && allIds.every((id) => selected.has(id))}
        activeColumnId={activeRow === -1 ? activeColumnId : null}
        activeCellId={activeCellId}
        onSelectAll={() => props.onSelect(toggleAll(selection, allIds))}
        onSort={(id, isAdding) => props.changeLayout((known) => toggleSorting(known, id, isAdding))}
        onResize={(id, event) =>
          startResizing(event, {
            width: widthOf(layout, id),
            onWidth: (width) => props.changeLayout((known) => resizeColumn(known, id, width)),
          })
        }
        onMove={(id, target, side) => props.changeLayout((known) => moveColumnTo(known, id, target, side))}
      />
      <div role="rowgroup" className={styles.body} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const common = { index: item.index, top: item.start - HEADER_PIXELS, isActive: item.index === activeRow, activeCellId };
          if (row.kind === 'group') {
            return <GroupLine key={row.key} group={row} isSelected={row.machines.every(({ id }) => selected.has(id))} {...common} />;
          }
          return (
            <MachineLine
              key={row.key}
              row={row.row}
              columns={columns}
              names={names}
              isSelected={selected.has(row.row.id)}
              activeColumnId={item.index === activeRow ? activeColumnId : null}
              level={isGrouped ? 2 : undefined}
              {...common}
            />
          );
        })}
      </div>
      {rows.length === 0 && (
        <p className={styles.note} role="status">
          {inventoryText.grid.none}
        </p>
      )}
    </div>
  );
}

/** Follows the active row when another one becomes it, also when another screen asked for it. */
function useScrollToActive(rowKey: string | null, activeRow: number, scrollTo: (index: number) => void): void {
  const latest = useRef({ activeRow, scrollTo });
  useEffect(() => {
    latest.current = { activeRow, scrollTo };
  });
  useEffect(() => {
    if (rowKey !== null && latest.current.activeRow >= 0) latest.current.scrollTo(latest.current.activeRow);
  }, [rowKey]);
}

/** Scrolls sideways until a column is beside the name, which stays where it is. */
function showColumn(scroller: HTMLElement | null, layout: ColumnLayout, columns: readonly InventoryColumn[], place: number): void {
  const column = columns[place];
  if (scroller === null || column === undefined || column.id === 'name') return;
  const before = columns.slice(0, place).reduce((sum, { id }) => sum + widthOf(layout, id), SELECT_PIXELS);
  const fixed = SELECT_PIXELS + widthOf(layout, 'name');
  const width = widthOf(layout, column.id);
  if (before - scroller.scrollLeft < fixed) scroller.scrollLeft = before - fixed;
  else if (before + width - scroller.scrollLeft > scroller.clientWidth) scroller.scrollLeft = before + width - scroller.clientWidth;
}
