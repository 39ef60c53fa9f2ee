import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, ServerRegular } from '@fluentui/react-icons';
import { useCallback, useRef, type ReactNode } from 'react';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { inventoryText } from '../../text/inventory.ts';
import { ImportFirst } from '../../ui/import-first.tsx';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { ConflictsView } from './conflicts-view.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { EditValues } from './edit-values.tsx';
import { lookOf } from './inventory-look.ts';
import { keptRows } from './inventory-rows.ts';
import { InventoryToolbar } from './inventory-toolbar.tsx';
import { MachineDetails } from './machine-details.tsx';
import { MachineGrid } from './machine-grid.tsx';
import { MachinePage } from './machine-page.tsx';
import { MergePanel } from './merge-panel.tsx';
import { SelectionDetails } from './selection-details.tsx';
import { NOTHING_SELECTED } from './selection.ts';
import { SetScenario } from './set-scenario.tsx';
import { SetScope } from './set-scope.tsx';
import { SourcesView } from './sources-view.tsx';
import { useInventoryCommands } from './use-inventory-commands.ts';
import { useInventory, type Inventory } from './use-inventory.ts';

/** What is there, can I trust it? */
export function InventoryScreen() {
  const total = useSnapshot((snapshot) => snapshot.machineCount);
  const look = lookOf(useAppState((state) => state.history.current.target));
  if (look.kind === 'machine') return <MachinePage machineId={look.machineId} />;
  if (look.kind === 'sources') return <SourcesView importId={look.importId} />;
  if (total === 0) return <EmptyInventory />;
  return look.kind === 'conflicts' ? <ConflictsView /> : <FullInventory />;
}

function EmptyInventory() {
  const app = useApp();
  const words = inventoryText.empty;
  return (
    <ImportFirst
      title={inventoryText.title}
      answer={inventoryText.answer({ total: 0, inScope: 0, conflicts: 0 })}
      icon={<ServerRegular />}
      words={words}
      onImport={() => app.openOverlay({ kind: 'import', file: null })}
    />
  );
}

function FullInventory() {
  const app = useApp();
  const inventory = useInventory();
  const { machines, rows, names, layout, changeLayout, selection, select, active } = inventory;
  // How far reading has come matters only while there is nothing to show; later it would draw the grid again for every page.
  const load = useAppState(({ machines: known, machinesLoad }) =>
    known.length === 0 && machinesLoad.kind === 'loading' ? machinesLoad : null,
  );
  const search = useRef<HTMLInputElement | null>(null);
  const searchRef = useCallback((element: HTMLInputElement | null) => {
    search.current = element;
  }, []);
  useInventoryCommands(inventory, () => search.current?.focus());
  const answer = load === null ? inventoryText.answer(keptRows.counts(machines)) : inventoryText.empty.loading(load.loaded, load.total);
  return (
    <ScreenLayout
      title={inventoryText.title}
      answer={answer}
      isFlush
      actions={
        <Button appearance="primary" icon={<ArrowImportRegular />} onClick={() => app.openOverlay({ kind: 'import', file: null })}>
          {inventoryText.import}
        </Button>
      }
      toolbar={<InventoryToolbar inventory={inventory} searchRef={searchRef} />}
      details={<Details inventory={inventory} />}
    >
      <MachineGrid
        rows={rows}
        activeRow={inventory.activeRow}
        columns={inventory.columns}
        names={names}
        layout={layout}
        changeLayout={changeLayout}
        selection={selection}
        onSelect={select}
        active={active}
        onActivate={inventory.activate}
        onOpen={() => app.toggleDetails(true)}
        onCollapse={inventory.collapse}
      />
    </ScreenLayout>
  );
}

/** Follows what is done: an edit under way, else several machines that are chosen, else the one the keyboard is on. */
function Details({ inventory }: { readonly inventory: Inventory }): ReactNode {
  const { task, setTask, selectedRows, activeMachine, activeGroup, select } = inventory;
  const byId = useAppState((state) => state.machinesById);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  if (task !== null) {
    const rows = task.machineIds.flatMap((id) => byId.get(id) ?? []);
    // One pair after another: the list of duplicates comes back.
    const isInList = task.kind === 'merge' && task.isFromDuplicates;
    const done = (): void => setTask(isInList ? { kind: 'duplicates', machineIds: [] } : null);
    if (rows.length > 0 && task.kind === 'values') return <EditValues rows={rows} onDone={done} />;
    if (rows.length > 0 && task.kind === 'scenario') return <SetScenario rows={rows} onDone={done} />;
    if (task.kind === 'duplicates') return <DuplicatesPanel isReadOnly={isReadOnly} onEdit={setTask} />;
    if (rows.length > 1 && task.kind === 'merge') return <MergePanel rows={rows} onDone={done} />;
    if (rows.length > 0 && task.kind === 'scope') return <SetScope rows={rows} isInScope={task.isInScope} onDone={done} />;
  }
  if (selectedRows.length > 1) {
    const title = inventoryText.selection.title(selectedRows.length);
    const clear = (): void => select(NOTHING_SELECTED);
    return <SelectionDetails title={title} rows={selectedRows} isReadOnly={isReadOnly} onEdit={setTask} onClear={clear} />;
  }
  if (activeGroup !== null) {
    const title = inventoryText.selection.group(activeGroup.title, activeGroup.machines.length);
    return <SelectionDetails title={title} rows={activeGroup.machines} isReadOnly={isReadOnly} onEdit={setTask} onClear={null} />;
  }
  const row = activeMachine ?? selectedRows[0] ?? null;
  if (row !== null) return <MachineDetails row={row} isReadOnly={isReadOnly} onEdit={setTask} />;
  return (
    <DetailsPanel title={inventoryText.details.none}>
      <p>{inventoryText.details.noneText}</p>
    </DetailsPanel>
  );
}
