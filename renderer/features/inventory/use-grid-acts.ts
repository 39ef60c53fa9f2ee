import type { MouseEvent } from 'react';

import { assertNever } from '../../../shared/domain/assert-never.ts';
import { moveColumn, resizeColumn, toggleSorting, widthOf } from './column-layout.ts';
import { shownMachines, type DisplayRow } from './display-rows.ts';
import type { GridAct } from './grid-keys.ts';
import type { MachineGridProps } from './machine-grid.tsx';
import { extendTo, NOTHING_SELECTED, toggleAll, toggleMachine } from './selection.ts';

interface Place {
  readonly activeRow: number;
  readonly activeColumn: number;
  readonly focusPlace: (row: number, column: number) => void;
}

/** What keys and clicks do. `perform` says whether anything was done; if not, the key goes on to whoever else wants it. */
export function useGridActs(props: MachineGridProps, { activeRow, activeColumn, focusPlace }: Place) {
  const { rows, columns, selection, onSelect, changeLayout } = props;
  const column = columns[activeColumn];
  const row = rows[activeRow];
  const shownIds = (): string[] => shownMachines(rows).map((machine) => machine.id);

  const toggle = (target: DisplayRow | undefined): void => {
    if (target?.kind === 'machine') onSelect(toggleMachine(selection, target.row.id));
    else if (target !== undefined)
      onSelect(
        toggleAll(
          selection,
          target.machines.map((machine) => machine.id),
        ),
      );
  };
  const extend = (from: DisplayRow | undefined, to: DisplayRow | undefined): void => {
    if (from?.kind !== 'machine' || to?.kind !== 'machine') return;
    onSelect(extendTo(selection, shownIds(), from.row.id, to.row.id));
  };

  const perform = (act: GridAct): boolean => {
    switch (act.kind) {
      case 'move':
        if (row?.kind === 'group' && collapseByArrow(props, row, act.sideways)) return true;
        if (act.isExtending) extend(row, rows[act.to.row]);
        focusPlace(act.to.row, act.to.column);
        return true;
      case 'toggle':
        toggle(row);
        return true;
      case 'extend':
        extend(row, row);
        return true;
      case 'select-all':
        onSelect({ ...selection, ids: shownIds() });
        return true;
      case 'clear-selection':
        if (selection.ids.length === 0) return false;
        onSelect(NOTHING_SELECTED);
        return true;
      case 'open':
        if (row?.kind === 'group') props.onCollapse(row.title, !row.isCollapsed);
        else if (row !== undefined) props.onOpen();
        return row !== undefined;
      case 'sort':
        if (column !== undefined) changeLayout((known) => toggleSorting(known, column.id, act.isAdding));
        return true;
      case 'resize':
        if (column !== undefined) changeLayout((known) => resizeColumn(known, column.id, widthOf(known, column.id) + act.by));
        return true;
      case 'move-column':
        if (column !== undefined) changeLayout((known) => moveColumn(known, column.id, act.by));
        return true;
      default:
        return assertNever(act);
    }
  };

  const click = (event: MouseEvent): void => {
    const key = rowKeyAt(event);
    const index = rows.findIndex((candidate) => candidate.key === key);
    const target = rows[index];
    if (target === undefined) return;
    const part = partAt(event);
    const clicked = columns.findIndex((candidate) => candidate.id === part.columnId);
    focusPlace(index, clicked < 0 ? activeColumn : clicked);
    if (event.shiftKey) extend(row?.kind === 'machine' ? row : target, target);
    else if (part.name === 'select' || event.ctrlKey || event.metaKey) toggle(target);
    else if (target.kind === 'group') props.onCollapse(target.title, !target.isCollapsed);
  };
  return { perform, click };
}

/** On the head of a group the arrows to the left and right close and open it. */
function collapseByArrow(props: MachineGridProps, group: Extract<DisplayRow, { kind: 'group' }>, step: -1 | 0 | 1): boolean {
  if (step === 0 || step < 0 === group.isCollapsed) return false;
  props.onCollapse(group.title, step < 0);
  return true;
}

export function rowKeyAt(event: MouseEvent): string | null {
  return event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null) : null;
}

function partAt(event: MouseEvent): { readonly name: string | null; readonly columnId: string | null } {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="gridcell"]') : null;
  return { name: cell?.dataset['part'] ?? null, columnId: cell?.dataset['column'] ?? null };
}
