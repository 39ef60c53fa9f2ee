import { useEffect, useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { EVERYTHING } from '../../store/inventory-query.ts';
import { pageText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { copyText } from '../../ui/copy-text.ts';
import { columnWords, exportValue } from './columns.ts';
import { isFiltered } from './filter-rows.ts';
import { pageTarget } from './inventory-look.ts';
import { NOTHING_SELECTED } from './selection.ts';
import { copyTable } from './table-text.ts';
import type { Inventory } from './use-inventory.ts';

/** Writes what the grid shows, in its order and with its columns, to a file. */
export function exportShown({ app, columns, shown, names, views }: Inventory, format: 'csv' | 'xlsx'): void {
  const title = inventoryText.export.title(views.current?.name ?? views.lastSaved?.name ?? inventoryText.views.none);
  void exportTable(app, {
    title: title.slice(0, 200),
    format,
    columns: columns.map((column) => ({ title: columnWords(column), kind: column.kind })),
    rows: shown.map((row) => columns.map((column) => exportValue(column, row, names))),
  });
}

async function copyTargets({ app, columns, targets, names }: Inventory, hasHeader: boolean): Promise<void> {
  const { text, html } = copyTable({ columns, rows: targets, names, hasHeader });
  const isCopied = await copyText(text, html);
  if (isCopied) app.notify({ tone: 'success', title: inventoryText.copied(targets.length), text: inventoryText.copiedText });
  else app.notify({ tone: 'error', title: inventoryText.notCopied });
}

/** The commands of the inventory. They read what is shown when they run, so that they need not be made anew at each change. */
export function useInventoryCommands(inventory: Inventory, focusSearch: () => void): void {
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const latest = useRef({ inventory, focusSearch });
  useEffect(() => {
    latest.current = { inventory, focusSearch };
  });
  const commands = useMemo<readonly Command[]>(() => {
    const now = (): Inventory => latest.current.inventory;
    const words = inventoryText.commands;
    const whyNotTargets = (): string | null => (now().targets.length === 0 ? words.nothing : null);
    const whyNotEdit = (): string | null => (isReadOnly ? words.readOnly : whyNotTargets());
    const ids = (): string[] => now().targets.map((row) => row.id);
    const edit = (id: string, title: string, run: () => void, shortcut?: string): Command => ({
      id,
      title,
      group: 'Machines',
      run,
      whyNot: whyNotEdit,
      ...(shortcut === undefined ? {} : { shortcut }),
    });
    return [
      command(
        'machines.page',
        pageText.openCommand,
        () => {
          const [row] = now().targets;
          if (row !== undefined) now().app.go('inventory', pageTarget(row.id));
        },
        { shortcut: 'Mod+Enter', whyNot: whyNotTargets },
      ),
      edit('machines.edit', words.edit, () => now().setTask({ kind: 'values', machineIds: ids() }), 'F2'),
      {
        ...edit('machines.merge', words.merge, () => now().setTask({ kind: 'merge', machineIds: ids(), isFromDuplicates: false })),
        whyNot: () => (isReadOnly ? words.readOnly : now().selectedRows.length < 2 ? words.needsTwo : null),
      },
      command('machines.duplicates', words.duplicates, () => now().setTask({ kind: 'duplicates', machineIds: [] })),
      edit('machines.scenario', words.scenario, () => now().setTask({ kind: 'scenario', machineIds: ids() })),
      edit('machines.scope-out', words.scopeOut, () => now().setTask({ kind: 'scope', machineIds: ids(), isInScope: false })),
      edit('machines.scope-in', words.scopeIn, () => now().setTask({ kind: 'scope', machineIds: ids(), isInScope: true })),
      command('machines.copy', words.copy, () => void copyTargets(now(), false), { shortcut: 'Mod+C', whyNot: whyNotTargets }),
      command('machines.copy-with-headers', words.copyWithHeaders, () => void copyTargets(now(), true), {
        shortcut: 'Mod+Shift+C',
        whyNot: whyNotTargets,
      }),
      command('machines.select-all', words.selectAll, () => now().select({ ids: now().shown.map((row) => row.id), anchorId: null })),
      command('machines.clear-selection', words.clearSelection, () => now().select(NOTHING_SELECTED)),
      command('machines.filter', words.filter, () => latest.current.focusSearch(), { shortcut: 'Mod+F' }),
      command('machines.clear-filters', words.clearFilters, () => now().setQuery(EVERYTHING), {
        whyNot: () => (isFiltered(now().query) ? null : words.noFilter),
      }),
      command('machines.export-csv', words.exportCsv, () => exportShown(now(), 'csv')),
      command('machines.export-xlsx', words.exportXlsx, () => exportShown(now(), 'xlsx')),
    ];
  }, [isReadOnly]);
  useCommands(commands);
}

function command(id: string, title: string, run: () => void, others: Partial<Command> = {}): Command {
  return { id, title, group: 'Machines', run, ...others };
}
