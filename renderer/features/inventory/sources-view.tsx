import { Button } from '@fluentui/react-components';
import { ArrowImportRegular, DocumentTableRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';

import type { ImportSummary } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { formatDay, formatDayTime, formatNumber } from '../../text/common-format.ts';
import { sourceText } from '../../text/inventory-views.ts';
import { inventoryText } from '../../text/inventory.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { sourceTarget } from './inventory-look.ts';
import { InventoryTabs } from './inventory-tabs.tsx';
import { SourcePanel } from './source-panel.tsx';

const { columns } = sourceText;

const COLUMNS: readonly GridColumn<ImportSummary>[] = [
  { id: 'file', title: columns.file, width: 'minmax(190px, 2fr)', cell: (row) => row.fileName, hint: (row) => row.fileName },
  { id: 'format', title: columns.format, width: 'minmax(150px, 1.4fr)', cell: (row) => row.formatTitle, hint: (row) => row.formatTitle },
  {
    id: 'at',
    title: columns.at,
    width: '120px',
    cell: (row) => formatDay(row.importedAt),
    hint: (row) => sourceText.by(row.importedBy, formatDayTime(row.importedAt)),
  },
  {
    id: 'asOf',
    title: columns.asOf,
    width: '108px',
    cell: (row) => (row.exportedAt === null ? sourceText.unknownDate : formatDay(row.exportedAt)),
  },
  { id: 'machines', title: columns.machines, width: '88px', isNumber: true, cell: (row) => formatNumber(row.machineCount) },
  { id: 'added', title: columns.added, width: '64px', isNumber: true, cell: (row) => formatNumber(row.newMachineCount) },
  { id: 'leftOut', title: columns.leftOut, width: '80px', isNumber: true, cell: (row) => formatNumber(row.skipped.length) },
];

/** Every import: which file, from when, what it brought; each can be undone. */
export function SourcesView({ importId }: { readonly importId: string | null }) {
  const app = useApp();
  const imports = useSnapshot((snapshot) => snapshot.imports);
  const machines = useSnapshot((snapshot) => snapshot.machineCount);
  const newestFirst = useMemo(() => imports.toReversed(), [imports]);
  const chosen = imports.find(({ id }) => id === importId) ?? null;
  const openImport = (
    <Button appearance="primary" icon={<ArrowImportRegular />} onClick={() => app.openOverlay({ kind: 'import', file: null })}>
      {sourceText.import}
    </Button>
  );
  return (
    <ScreenLayout
      isFlush
      title={inventoryText.title}
      answer={sourceText.answer(imports.length, machines)}
      actions={openImport}
      toolbar={<InventoryTabs current="sources" />}
      details={
        chosen === null ? (
          <DetailsPanel title={sourceText.title}>
            <p>{sourceText.choose}</p>
          </DetailsPanel>
        ) : (
          <SourcePanel key={chosen.id} source={chosen} />
        )
      }
    >
      {imports.length === 0 ? (
        <EmptyState icon={<DocumentTableRegular />} title={sourceText.none} text={inventoryText.empty.text} />
      ) : (
        <RowGrid
          label={sourceText.listLabel}
          columns={COLUMNS}
          rows={newestFirst}
          keyOf={(row) => row.id}
          selectedKey={importId}
          onSelect={(row) => app.go('inventory', sourceTarget(row.id))}
        />
      )}
    </ScreenLayout>
  );
}
