import { Button, makeStyles, tokens } from '@fluentui/react-components';

import { useAppState, useSnapshot } from '../../store/app-context.tsx';
import { formatNumber, UNKNOWN } from '../../text/common-format.ts';
import { sharedText } from '../../text/groups-rules.ts';
import { groupsText } from '../../text/groups.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import type { ChangeView, GroupsView } from './groups-view.ts';
import { sharedRows, type SharedRow, type Summary } from './shared-services.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', padding: '0 24px 8px' },
  meaning: { margin: 0, flex: '1 1 360px', color: tokens.colorNeutralForeground2 },
  grid: { flex: '2 1 0', minHeight: '140px' },
  unknown: { flex: '1 1 0', minHeight: '96px', display: 'flex', flexDirection: 'column', padding: '8px 24px 12px' },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  table: { flex: '1 1 0' },
});

const { columns } = groupsText;

const COLUMNS: readonly GridColumn<SharedRow>[] = [
  { id: 'title', title: columns.service, width: 'minmax(200px, 2fr)', cell: (row) => row.title, hint: (row) => row.title },
  { id: 'how', title: columns.how, width: 'minmax(150px, 1fr)', cell: (row) => sharedText.kinds[row.kind] },
  {
    id: 'ports',
    title: columns.ports,
    width: 'minmax(140px, 1fr)',
    cell: (row) => row.ports.join(', ') || UNKNOWN,
    hint: (row) => row.ports.join(', '),
  },
  {
    id: 'connections',
    title: columns.connections,
    width: '104px',
    isNumber: true,
    cell: (row) => formatNumber(row.connections),
    hint: () => sharedText.connections,
  },
  { id: 'machines', title: columns.machinesSeen, width: '88px', isNumber: true, cell: (row) => formatNumber(row.machines) },
];

interface SharedViewProps {
  readonly summary: Summary;
  readonly view: GroupsView;
  readonly onView: ChangeView;
}

/** What nearly every machine talks to: known by ports, or named by a person; and ends that are no machine of the estate. */
export function SharedView({ summary, view, onView }: SharedViewProps) {
  const styles = useStyles();
  const machinesById = useAppState((state) => state.machinesById);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const rows = sharedRows(summary, (id) => machinesById.get(id)?.name ?? id);
  const { panel } = view;
  const selected =
    panel.kind === 'service'
      ? `service:${panel.serviceId ?? ''}`
      : panel.kind === 'shared-machine'
        ? `machine:${panel.machineId ?? ''}`
        : null;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <p className={styles.meaning}>{sharedText.meaning}</p>
        <Button size="small" disabled={isReadOnly} onClick={() => onView({ panel: { kind: 'service', serviceId: null } })}>
          {sharedText.add}
        </Button>
        <Button size="small" disabled={isReadOnly} onClick={() => onView({ panel: { kind: 'shared-machine', machineId: null } })}>
          {sharedText.addMachine}
        </Button>
      </div>
      <div className={styles.grid}>
        <RowGrid
          label={sharedText.listLabel}
          columns={COLUMNS}
          rows={rows}
          keyOf={(row) => row.key}
          selectedKey={selected}
          onSelect={({ target }) =>
            onView({
              panel:
                'serviceId' in target
                  ? { kind: 'service', serviceId: target.serviceId }
                  : { kind: 'shared-machine', machineId: target.machineId },
            })
          }
        />
      </div>
      {summary.unknownEndCount > 0 && (
        <section className={styles.unknown} aria-label={sharedText.unknownEnds} title={sharedText.unknownEndsMeaning}>
          <h2 className={styles.title}>
            {sharedText.unknownEnds} ({formatNumber(summary.unknownEndCount)})
          </h2>
          <PlainTable
            label={sharedText.unknownEnds}
            className={styles.table}
            columns={[
              { id: 'name', title: columns.service },
              { id: 'why', title: columns.how },
              { id: 'connections', title: columns.connections, kind: 'number' },
            ]}
            rows={summary.unknownEnds.map(({ name, why, connections }) => ({
              id: name,
              cells: [name, sharedText.unknownWhy[why], formatNumber(connections)],
            }))}
          />
        </section>
      )}
    </div>
  );
}
