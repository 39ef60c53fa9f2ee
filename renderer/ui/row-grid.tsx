import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowSortDownRegular, ArrowSortUpRegular } from '@fluentui/react-icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

import { nextRow } from './next-row.ts';
import { CHOSEN_ROW } from './row-styles.ts';

const ROW_PIXELS = 32;
const HEAD_PIXELS = 32;

const useStyles = makeStyles({
  scroller: {
    height: '100%',
    overflow: 'auto',
    outline: 'none',
    fontVariantNumeric: 'tabular-nums',
    ':focus-visible [data-is-current="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  row: { display: 'grid', alignItems: 'center', width: '100%' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${HEAD_PIXELS}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  headCell: { padding: '0 12px', whiteSpace: 'nowrap' },
  sort: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 4px',
    margin: '0 -4px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: { position: 'relative' },
  line: {
    position: 'absolute',
    left: 0,
    height: `${ROW_PIXELS}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: CHOSEN_ROW,
  cell: { padding: '0 12px', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  end: { textAlign: 'end', justifySelf: 'stretch' },
});

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Track of a CSS grid, e.g. `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Hover text, where the cell may be cut. */
  readonly hint?: (row: Row) => string;
}

export interface GridSort {
  readonly columnId: string;
  readonly isDescending: boolean;
}

interface RowGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly selectedKey: string | null;
  readonly onSelect: (row: Row) => void;
  /** Enter and double click. */
  readonly onOpen?: (row: Row) => void;
  /** The last rows are in sight: time to fetch more. */
  readonly onEnd?: () => void;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
}

/** A table of many rows to read and choose from: one tab stop, arrow keys move, only what is in sight is drawn. */
export function RowGrid<Row>(props: RowGridProps<Row>) {
  const { label, columns, rows, keyOf, selectedKey, onSelect, onOpen } = props;
  const styles = useStyles();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
    scrollMargin: HEAD_PIXELS,
    scrollPaddingStart: HEAD_PIXELS,
  });
  const current = selectedKey === null ? -1 : rows.findIndex((row) => keyOf(row) === selectedKey);
  const template = columns.map((column) => column.width).join(' ');
  const minWidth = `${leastWidth(columns)}px`;
  useEffect(() => {
    if (current >= 0) virtualizer.scrollToIndex(current);
    // Only a change of the selection scrolls; rows that come and go do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedKey]);

  const { onEnd } = props;
  const lastShown = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 20) onEnd?.();
  }, [lastShown, rows.length, onEnd]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const here = rows[current];
    if (event.key === 'Enter' && here !== undefined && onOpen !== undefined) {
      event.preventDefault();
      return onOpen(here);
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PIXELS) - 2);
    const row = rows[nextRow({ key: event.key, current, count: rows.length, page }) ?? -1];
    if (row === undefined) return;
    event.preventDefault();
    onSelect(row);
  };

  return (
    // The grid holds the focus; the row in it is named by aria-activedescendant.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={current < 0 ? undefined : `${gridId}-${current}`}
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <GridHead {...props} template={template} minWidth={minWidth} />
      <div role="rowgroup" className={styles.body} style={{ height: `${virtualizer.getTotalSize()}px`, minWidth }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isCurrent = item.index === current;
          return (
            // Keys are handled by the grid, which holds the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={keyOf(row)}
              id={`${gridId}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isCurrent}
              data-is-current={isCurrent}
              className={mergeClasses(styles.row, styles.line, isCurrent && styles.selected)}
              style={{ gridTemplateColumns: template, minWidth, top: `${item.start - HEAD_PIXELS}px` }}
              onClick={() => onSelect(row)}
              onDoubleClick={() => onOpen?.(row)}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={mergeClasses(styles.cell, column.isNumber === true && styles.end)}
                  title={column.hint?.(row)}
                >
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Each row is a grid of its own: one least width for all keeps their columns in line when the pane is narrow. */
function leastWidth(columns: readonly { readonly width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);
}

type GridHeadProps<Row> = RowGridProps<Row> & { readonly template: string; readonly minWidth: string };

function GridHead<Row>({ columns, sort, onSort, template, minWidth }: GridHeadProps<Row>) {
  const styles = useStyles();
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template, height: '100%' }}>
        {columns.map((column) => {
          const isSorted = sort?.columnId === column.id;
          const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={direction}
              className={mergeClasses(styles.headCell, column.isNumber === true && styles.end)}
            >
              {onSort === undefined ? (
                column.title
              ) : (
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onSort({ columnId: column.id, isDescending: isSorted && !sort.isDescending })}
                >
                  {column.title}
                  {direction === 'ascending' && <ArrowSortUpRegular aria-hidden />}
                  {direction === 'descending' && <ArrowSortDownRegular aria-hidden />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
