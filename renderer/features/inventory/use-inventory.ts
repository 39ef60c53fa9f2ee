import { useEffect, useMemo, useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useInventoryQuery } from '../../store/inventory-query.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { visibleColumns } from './column-layout.ts';
import type { EditTask } from './edit-task.ts';
import { keptRows } from './inventory-rows.ts';
import type { ActiveCell } from './machine-grid.tsx';
import type { Selection } from './selection.ts';
import { useLayout } from './use-layout.ts';
import { useViews } from './use-views.ts';

/** No row has this key, so the first one is meant. */
const FIRST_CELL: ActiveCell = { rowKey: '', columnId: 'name' };
const NONE_COLLAPSED: ReadonlySet<string> = new Set();

/** Everything the inventory shows and does, put together once. */
export function useInventory() {
  const app = useApp();
  const machines = useAppState((state) => state.machines);
  const byId = useAppState((state) => state.machinesById);
  const [query, setQuery] = useInventoryQuery();
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const groups = useSnapshot((snapshot) => snapshot.groups);
  const names = keptRows.names(plan, groups);
  const [layout, changeLayout] = useLayout();
  const columns = useMemo(() => visibleColumns(layout), [layout]);
  const sorted = keptRows.sorted(keptRows.filtered(machines, query), layout.sorting, names);
  const [collapsed, setCollapsed] = useScreenMemory('inventory.collapsed', NONE_COLLAPSED);
  const { rows, shown, places } = keptRows.shape(sorted, layout.groupBy, names, collapsed);
  const [active, setActive] = useScreenMemory('inventory.active', FIRST_CELL);
  const [task, setTask] = useState<EditTask | null>(null);
  const { selection, select } = useSelection();
  const views = useViews({ query, setQuery, layout, changeLayout });
  useTarget(setActive);

  const activeRow = active.rowKey === null || rows.length === 0 ? -1 : (places.get(active.rowKey) ?? 0);
  const activeDisplay = rows[Math.max(0, activeRow)] ?? null;
  const activeMachine = activeDisplay?.kind === 'machine' ? activeDisplay.row : null;
  const activeGroup = activeDisplay?.kind === 'group' ? activeDisplay : null;
  const selectedRows = useMemo(() => selection.ids.flatMap((id) => byId.get(id) ?? []), [selection.ids, byId]);
  /** What an act is done to: the machines chosen, else the one or the group that the keyboard is on. */
  const targets: readonly MachineRow[] =
    selectedRows.length > 0 ? selectedRows : (activeGroup?.machines ?? (activeMachine === null ? [] : [activeMachine]));

  return {
    app,
    machines,
    query,
    setQuery,
    names,
    layout,
    changeLayout,
    columns,
    rows,
    shown,
    views,
    selection,
    select,
    selectedRows,
    targets,
    active,
    activeRow,
    activeMachine,
    activeGroup,
    activate: (cell: ActiveCell) => {
      setActive(cell);
      setTask(null);
    },
    task,
    setTask: (next: EditTask | null) => {
      if (next !== null) app.toggleDetails(true);
      setTask(next);
    },
    collapse: (title: string, isCollapsed: boolean) =>
      setCollapsed((known) => new Set(isCollapsed ? [...known, title] : [...known].filter((other) => other !== title))),
  };
}

export type Inventory = ReturnType<typeof useInventory>;

/** The selection lives in the store, where the status bar adds it up; only the anchor of a range belongs to the grid. */
function useSelection(): { readonly selection: Selection; readonly select: (selection: Selection) => void } {
  const app = useApp();
  const ids = useAppState((state) => state.selectedMachineIds);
  const [anchorId, setAnchorId] = useState<string | null>(null);
  const selection = useMemo(() => ({ ids, anchorId }), [ids, anchorId]);
  return {
    selection,
    select: (next) => {
      setAnchorId(next.anchorId);
      app.selectMachines(next.ids);
    },
  };
}

/** Goes to the machine that the route names: what "find anything" and links of other screens lead to. */
function useTarget(setActive: (cell: ActiveCell) => void): void {
  const target = useAppState((state) => state.history.current.target);
  const isKnown = useAppState((state) => target !== null && state.machinesById.has(target));
  useEffect(() => {
    if (target !== null && isKnown) setActive({ rowKey: target, columnId: 'name' });
  }, [target, isKnown, setActive]);
}
