import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { formatFieldValue } from '../../text/common-values.ts';
import { conflictText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { ChipRow } from '../../ui/chip-row.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import { ScreenLayout } from '../../ui/screen-layout.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import {
  conflictFields,
  conflictKey,
  conflictsTable,
  filterConflicts,
  nextConflict,
  numberedReadings,
  otherValues,
  type Conflict,
  type ConflictReading,
} from './conflict-list.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { InventoryTabs } from './inventory-tabs.tsx';

const MOST_LISTED = 5000;
/** Keys 1 to this decide. */
const MOST_KEYS = 5;
const MOST_CHIPS = 8;

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: '4px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', minHeight: '32px' },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground2 },
});

const { columns } = conflictText;

const COLUMNS: readonly GridColumn<Conflict>[] = [
  { id: 'machine', title: columns.machine, width: 'minmax(120px, 1fr)', cell: (row) => row.machineName, hint: (row) => row.machineName },
  { id: 'field', title: columns.field, width: 'minmax(110px, 1fr)', cell: (row) => row.title, hint: (row) => row.title },
  {
    id: 'counts',
    title: columns.counts,
    width: 'minmax(160px, 2fr)',
    cell: (row) => formatFieldValue(row.field, row.value),
    hint: (row) => formatFieldValue(row.field, row.value),
  },
  { id: 'others', title: columns.others, width: 'minmax(160px, 2fr)', cell: otherValues, hint: otherValues },
];

/** Everything that sources say differently, to be decided one by one with a key, or by trusting one source for a field. */
export function ConflictsView() {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('machine.conflicts', { limit: MOST_LISTED }, String(seq));
  const [text, setText] = useScreenMemory('inventory.conflicts.text', '');
  const [fields, setFields] = useScreenMemory<readonly string[]>('inventory.conflicts.fields', []);
  const [selected, setSelected] = useScreenMemory<string | null>('inventory.conflicts.selected', null);
  const conflicts = useMemo(() => (asked.kind === 'answered' ? asked.value.conflicts : []), [asked]);
  const total = asked.kind === 'answered' ? asked.value.total : 0;
  const shown = useMemo(() => filterConflicts(conflicts, { text, fields }), [conflicts, text, fields]);
  const chosen = shown.find((conflict) => conflictKey(conflict) === selected) ?? null;
  const decide = useDecide(shown, setSelected);
  useDecisionKeys(chosen, decide);
  const chips = conflictFields(conflicts).slice(0, MOST_CHIPS);
  const machines = new Set(conflicts.map(({ machineId }) => machineId)).size;
  return (
    <ScreenLayout
      isFlush
      title={inventoryText.title}
      answer={asked.kind === 'answered' ? conflictText.answer(total, machines) : undefined}
      toolbar={
        <div className={styles.tools}>
          <InventoryTabs current="conflicts" />
          {total > 0 && (
            <div className={styles.bar}>
              <SearchField label={conflictText.find} placeholder={conflictText.findPlaceholder} value={text} onValue={setText} />
              <ChipRow
                label={conflictText.fieldsLabel}
                chips={chips.map(({ field, title, count }) => ({ id: field, title, count }))}
                chosen={fields}
                onToggle={(field) =>
                  setFields((known) => (known.includes(field) ? known.filter((one) => one !== field) : [...known, field]))
                }
              />
              {(text !== '' || fields.length > 0) && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => {
                    setText('');
                    setFields([]);
                  }}
                >
                  {inventoryText.filters.clear}
                </Button>
              )}
              <span className={styles.end}>
                <span role="status">
                  {conflicts.length < total ? conflictText.listed(conflicts.length, total) : conflictText.shown(shown.length, total)}
                </span>
                <ExportMenu
                  label={conflictText.export.label}
                  csvLabel={conflictText.export.csv}
                  xlsxLabel={conflictText.export.xlsx}
                  onExport={(format) => void exportTable(app, { ...conflictsTable(shown), format })}
                />
              </span>
            </div>
          )}
        </div>
      }
      details={<ConflictPanel conflict={chosen} conflicts={conflicts} onDecide={decide} />}
    >
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {asked.kind === 'answered' && total === 0 && (
        <EmptyState icon={<CheckmarkCircleRegular />} title={conflictText.none} text={conflictText.noneText} />
      )}
      {total > 0 && (
        <RowGrid
          label={conflictText.listLabel}
          columns={COLUMNS}
          rows={shown}
          keyOf={conflictKey}
          selectedKey={selected}
          onSelect={(row) => setSelected(conflictKey(row))}
        />
      )}
    </ScreenLayout>
  );
}

export type Decide = (conflict: Conflict, reading: ConflictReading, machineIds?: readonly string[]) => Promise<void>;

/** Lets a value count: that of one machine, or what its source says of the field on several. */
function useDecide(shown: readonly Conflict[], setSelected: (key: string | null) => void): Decide {
  const app = useApp();
  return async (conflict, reading, machineIds = [conflict.machineId]) => {
    if (reading.importId === null) return;
    const next = machineIds.length > 1 ? null : nextConflict(shown, conflictKey(conflict));
    const input = { machineIds: [...machineIds], field: conflict.field, importId: reading.importId };
    const chosen = await app.ask('machine.choose-source', input, conflictText.notDecided);
    if (chosen === null) return;
    setSelected(next);
    app.notify({ tone: 'success', title: conflictText.decided(conflict.title, chosen.changed), text: conflictText.undo });
  };
}

/** Keys 1, 2 … decide the chosen conflict. */
function useDecisionKeys(chosen: Conflict | null, decide: Decide): void {
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const latest = useRef({ chosen, decide, isReadOnly });
  useEffect(() => {
    latest.current = { chosen, decide, isReadOnly };
  });
  useCommands(
    useMemo(
      (): readonly Command[] =>
        Array.from({ length: MOST_KEYS }, (_, index) => ({
          id: `conflicts.take-${index + 1}`,
          title: conflictText.commandTake(index + 1),
          group: 'Machines' as const,
          shortcut: String(index + 1),
          run: () => {
            const now = latest.current;
            const reading = now.chosen === null ? undefined : numberedReadings(now.chosen)[index];
            if (now.chosen !== null && reading !== undefined) void now.decide(now.chosen, reading);
          },
          whyNot: () => {
            const now = latest.current;
            if (now.isReadOnly) return inventoryText.commands.readOnly;
            if (now.chosen === null) return conflictText.nothingChosen;
            return numberedReadings(now.chosen)[index] === undefined ? conflictText.noSuchValue : null;
          },
        })),
      [],
    ),
  );
}
