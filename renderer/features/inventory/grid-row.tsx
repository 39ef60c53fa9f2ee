import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkFilled, ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { sumMachines } from '../../store/selectors.ts';
import { countOf, formatGiB, formatMemory, formatNumber, UNKNOWN } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { inventoryText } from '../../text/inventory.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { InventoryColumn, RowNames } from './columns.ts';
import type { DisplayRow } from './display-rows.ts';
import { useGridStyles } from './grid-styles.ts';

interface MachineLineProps {
  readonly row: MachineRow;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly InventoryColumn[];
  readonly names: RowNames;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Which cell the keyboard is on; `null` = none in this row. */
  readonly activeColumnId: string | null;
  readonly activeCellId: string;
  readonly level: number | undefined;
}

/** One machine. Clicks and keys are handled by the grid, so that scrolling makes nothing but elements. */
export const MachineLine = memo(function MachineLine(props: MachineLineProps) {
  const { row, index, top, columns, names, isSelected, isActive, activeColumnId, activeCellId, level } = props;
  const styles = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-level={level}
      data-row={row.id}
      className={mergeClasses(styles.row, isActive && styles.activeRow, isSelected && styles.selectedRow)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={styles.line} role="presentation">
        <div
          role="gridcell"
          aria-colindex={1}
          data-part="select"
          className={mergeClasses(styles.cell, styles.stickySelect, isActive && styles.stickyActive)}
        >
          <Box isOn={isSelected} styles={styles} />
        </div>
        {columns.map((column, place) => {
          const isCellActive = column.id === activeColumnId;
          return (
            <div
              key={column.id}
              role="gridcell"
              aria-colindex={place + 2}
              data-column={column.id}
              {...(isCellActive ? { id: activeCellId, 'data-active': 'cell' } : {})}
              className={mergeClasses(styles.cell, column.kind === 'number' && styles.number, column.id === 'name' && styles.stickyName)}
            >
              <CellContent column={column} row={row} names={names} styles={styles} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** Handed down by the row: there are hundreds of cells, and asking for the styles costs each of them. */
type GridStyles = ReturnType<typeof useGridStyles>;

interface CellProps {
  readonly column: InventoryColumn;
  readonly row: MachineRow;
  readonly names: RowNames;
  readonly styles: GridStyles;
}

function CellContent({ column, row, names, styles }: CellProps) {
  const text = column.text(row, names);
  const isUnknown = text === UNKNOWN;
  return (
    <>
      {column.id === 'verdict' && <ToneIcon tone={VERDICT_WORDS[row.verdict].tone} />}
      <span
        className={mergeClasses(
          styles.text,
          column.id === 'name' && styles.name,
          isUnknown && styles.unknown,
          column.id === 'name' && !row.isInScope && styles.out,
        )}
        title={text}
      >
        {column.id === 'verdict' ? inventoryText.shortVerdicts[row.verdict] : text}
      </span>
      {column.isFact && !isUnknown && <Dot state={row.provenance[column.id] ?? 'one-source'} styles={styles} />}
    </>
  );
}

const DOT_STYLES = { 'one-source': 'oneSource', agreed: 'agreed', conflict: 'conflict', person: 'person', unknown: 'oneSource' } as const;

/** Where a value comes from, by form and colour; said in words where it is more than one source. */
function Dot({ state, styles }: { readonly state: MachineRow['provenance'][string]; readonly styles: GridStyles }) {
  const words = inventoryText.grid.dots[state];
  return (
    <span className={mergeClasses(styles.dot, styles[DOT_STYLES[state]])} title={words} data-provenance={state}>
      {state !== 'one-source' && <span className={styles.hidden}>{`, ${words}`}</span>}
    </span>
  );
}

export function Box({ isOn, styles }: { readonly isOn: boolean; readonly styles: GridStyles }) {
  return (
    <span aria-hidden className={mergeClasses(styles.box, isOn && styles.boxOn)}>
      {isOn && <CheckmarkFilled />}
    </span>
  );
}

interface GroupLineProps {
  readonly group: Extract<DisplayRow, { kind: 'group' }>;
  readonly index: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly activeCellId: string;
}

/** The head of a group: its value, how many machines it holds and their sums. */
export const GroupLine = memo(function GroupLine({ group, index, top, isSelected, isActive, activeCellId }: GroupLineProps) {
  const styles = useGridStyles();
  const sums = sumMachines(group.machines);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!group.isCollapsed}
      aria-selected={isSelected}
      data-row={group.key}
      className={mergeClasses(styles.row, styles.groupRow, isActive && styles.activeRow)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={styles.line} role="presentation">
        <div
          role="gridcell"
          aria-colindex={1}
          data-part="select"
          className={mergeClasses(styles.cell, styles.stickySelect, isActive && styles.stickyActive)}
        >
          <Box isOn={isSelected} styles={styles} />
        </div>
        <div
          role="gridcell"
          aria-colindex={2}
          data-part="group"
          className={mergeClasses(styles.cell, styles.groupCell)}
          {...(isActive ? { id: activeCellId, 'data-active': 'cell' } : {})}
        >
          {group.isCollapsed ? <ChevronRightRegular aria-hidden /> : <ChevronDownRegular aria-hidden />}
          {group.title}
          <span className={styles.groupSums}>
            {countOf(group.machines.length, 'machine')} · {formatNumber(sums.cpuCount)} vCPU · {formatMemory(sums.memoryMiB)} ·{' '}
            {formatGiB(sums.storageGiB)}
          </span>
        </div>
      </div>
    </div>
  );
});
