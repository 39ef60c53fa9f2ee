import { makeStyles } from '@fluentui/react-components';

import { formatNumber } from '../../text/common-format.ts';
import { graphText, groupsText } from '../../text/groups.ts';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import type { DrawnEdge, DrawnGraph } from './graph-model.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  grid: { flex: '1 1 0', minHeight: 0 },
  note: { margin: 0, padding: '8px 24px' },
});

export interface CallRow extends DrawnEdge {
  readonly fromTitle: string;
  readonly toTitle: string;
}

const { columns, hints } = groupsText;

const COLUMNS: readonly GridColumn<CallRow>[] = [
  { id: 'from', title: columns.from, width: 'minmax(160px, 1fr)', cell: (row) => row.fromTitle, hint: (row) => row.fromTitle },
  { id: 'to', title: columns.to, width: 'minmax(160px, 1fr)', cell: (row) => row.toTitle, hint: (row) => row.toTitle },
  { id: 'ties', title: columns.ties, width: '80px', isNumber: true, cell: (row) => formatNumber(row.ties), hint: () => hints.inside },
  {
    id: 'latency',
    title: columns.latency,
    width: '116px',
    isNumber: true,
    cell: (row) => formatNumber(row.latencySensitiveTies),
    hint: () => hints.latency,
  },
  { id: 'connections', title: columns.connections, width: '116px', isNumber: true, cell: (row) => formatNumber(row.connections) },
];

/** The calls of the picture as a list: from, to, how many, the dearest first. */
export function callRows(graph: DrawnGraph): readonly CallRow[] {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  return graph.edges.map((edge) => ({ ...edge, fromTitle: titles.get(edge.from) ?? edge.from, toTitle: titles.get(edge.to) ?? edge.to }));
}

interface CallGridProps {
  readonly graph: DrawnGraph;
  readonly selected: { readonly from: string; readonly to: string } | null;
  readonly onSelect: (from: string, to: string) => void;
}

export function CallGrid({ graph, selected, onSelect }: CallGridProps) {
  const styles = useStyles();
  const rows = callRows(graph);
  if (rows.length === 0) return <p className={styles.note}>{groupsText.noCallsBetween}</p>;
  return (
    <div className={styles.root}>
      {graph.edgesLeftOut > 0 && <p className={styles.note}>{graphText.leftOut(graph.edgesLeftOut)}</p>}
      <div className={styles.grid}>
        <RowGrid
          label={groupsText.callsLabel}
          columns={COLUMNS}
          rows={rows}
          keyOf={(row) => `${row.from}|${row.to}`}
          selectedKey={selected === null ? null : `${selected.from}|${selected.to}`}
          onSelect={(row) => onSelect(row.from, row.to)}
        />
      </div>
    </div>
  );
}
