import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { mergeClasses } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type PointerEvent } from 'react';

import { inventoryText } from '../../text/inventory.ts';
import type { ColumnLayout } from './column-layout.ts';
import { columnWords, isColumnId, type ColumnId, type InventoryColumn } from './columns.ts';
import { Box } from './grid-row.tsx';
import { useGridStyles } from './grid-styles.ts';

interface GridHeaderProps {
  readonly columns: readonly InventoryColumn[];
  readonly sorting: ColumnLayout['sorting'];
  readonly areAllSelected: boolean;
  readonly activeColumnId: string | null;
  readonly activeCellId: string;
  readonly onSelectAll: () => void;
  readonly onSort: (id: ColumnId, isAdding: boolean) => void;
  readonly onResize: (id: ColumnId, event: PointerEvent<HTMLElement>) => void;
  readonly onMove: (id: ColumnId, target: ColumnId, side: 'before' | 'after') => void;
}

/** The headers: a click sorts, the edge changes the width, dragging changes the place. */
export function GridHeader(props: GridHeaderProps) {
  const { columns, sorting, areAllSelected, activeColumnId, activeCellId, onSelectAll, onSort, onResize, onMove } = props;
  const styles = useGridStyles();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.line}>
        {/* Keys are handled by the grid: Ctrl+A does the same. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
        <div
          role="columnheader"
          aria-colindex={1}
          aria-label={inventoryText.grid.selectAll}
          className={mergeClasses(styles.header, styles.stickySelect)}
          data-testid="select-all"
          onClick={onSelectAll}
        >
          <Box isOn={areAllSelected} styles={styles} />
        </div>
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            index={index}
            sort={sorting.find((sort) => sort.id === column.id) ?? null}
            sortPlace={sorting.length > 1 ? sorting.findIndex((sort) => sort.id === column.id) + 1 : 0}
            activeCellId={column.id === activeColumnId ? activeCellId : null}
            onSort={onSort}
            onResize={onResize}
            onMove={onMove}
          />
        ))}
      </div>
    </div>
  );
}

interface HeaderCellProps extends Pick<GridHeaderProps, 'onSort' | 'onResize' | 'onMove'> {
  readonly column: InventoryColumn;
  readonly index: number;
  readonly sort: ColumnLayout['sorting'][number] | null;
  /** 1 and up when several columns are sorted by; else 0. */
  readonly sortPlace: number;
  readonly activeCellId: string | null;
}

function HeaderCell({ column, index, sort, sortPlace, activeCellId, onSort, onResize, onMove }: HeaderCellProps) {
  const styles = useGridStyles();
  const element = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLSpanElement>(null);
  const dropSide = useColumnDrag({ id: column.id, element, title, onMove });
  const direction = sort === null ? 'none' : sort.desc ? 'descending' : 'ascending';
  return (
    // Keys are handled by the grid, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={element}
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={direction}
      title={columnWords(column)}
      data-header={column.id}
      {...(activeCellId === null ? {} : { id: activeCellId, 'data-active': 'cell' })}
      className={mergeClasses(
        styles.header,
        column.kind === 'number' && styles.number,
        column.id === 'name' && styles.stickyName,
        dropSide === 'before' && styles.dropBefore,
        dropSide === 'after' && styles.dropAfter,
      )}
      onClick={(event) => onSort(column.id, event.shiftKey)}
    >
      <span ref={title} className={styles.text}>
        {column.title}
        {column.unit !== null && <span className={styles.unit}> {column.unit}</span>}
      </span>
      {sort !== null && (
        <span className={styles.sortMark} aria-hidden>
          {sort.desc ? <ArrowDownRegular /> : <ArrowUpRegular />}
          {sortPlace > 0 && sortPlace}
        </span>
      )}
      {/* For the mouse; Shift with an arrow does the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.handle}
        data-part="resize"
        onPointerDown={(event) => onResize(column.id, event)}
        onClick={(event) => event.stopPropagation()}
      />
    </div>
  );
}

interface ColumnDrag {
  readonly id: ColumnId;
  readonly element: { readonly current: HTMLElement | null };
  readonly title: { readonly current: HTMLElement | null };
  readonly onMove: GridHeaderProps['onMove'];
}

/** Lets a header be dragged to another place; returns the side on which a dragged one would go in. */
function useColumnDrag({ id, element, title, onMove }: ColumnDrag): 'before' | 'after' | null {
  const [side, setSide] = useState<'before' | 'after' | null>(null);
  const latest = useRef(onMove);
  latest.current = onMove;
  useEffect(() => {
    const target = element.current;
    const handle = title.current;
    if (target === null || handle === null) return undefined;
    const sideAt = (clientX: number): 'before' | 'after' => {
      const { left, width } = target.getBoundingClientRect();
      return clientX < left + width / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({ element: target, dragHandle: handle, canDrag: () => id !== 'name', getInitialData: () => ({ columnId: id }) }),
      dropTargetForElements({
        element: target,
        canDrop: ({ source }) => typeof source.data['columnId'] === 'string' && source.data['columnId'] !== id,
        onDrag: ({ location }) => setSide(id === 'name' ? 'after' : sideAt(location.current.input.clientX)),
        onDragLeave: () => setSide(null),
        onDrop: ({ source, location }) => {
          setSide(null);
          const moved = source.data['columnId'];
          if (typeof moved === 'string' && isColumnId(moved)) latest.current(moved, id, sideAt(location.current.input.clientX));
        },
      }),
    );
  }, [id, element, title]);
  return side;
}
