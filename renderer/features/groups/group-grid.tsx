import { makeStyles } from '@fluentui/react-components';

import { formatNumber, UNKNOWN } from '../../text/common-format.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { groupsText } from '../../text/groups.ts';
import { RowGrid, type GridColumn, type GridSort } from '../../ui/row-grid.tsx';
import { ToneIcon, ToneMark } from '../../ui/tone-mark.tsx';
import type { GroupRow } from './group-list.ts';

const useStyles = makeStyles({
  name: { display: 'inline-flex', alignItems: 'center', gap: '6px', maxWidth: '100%' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis' },
  none: { padding: '8px 24px' },
});

function Name({ row }: { readonly row: GroupRow }) {
  const styles = useStyles();
  return (
    <span className={styles.name}>
      {row.isLarge && (
        <span role="img" aria-label={groupsText.overLimit} title={groupsText.overLimit}>
          <ToneIcon tone="warning" />
        </span>
      )}
      <span className={styles.title}>{row.group.title}</span>
    </span>
  );
}

const { columns, hints } = groupsText;

const COLUMNS: readonly GridColumn<GroupRow>[] = [
  { id: 'group', title: columns.group, width: 'minmax(188px, 4fr)', cell: (row) => <Name row={row} />, hint: (row) => row.group.title },
  { id: 'machines', title: columns.machines, width: '88px', isNumber: true, cell: (row) => formatNumber(row.group.machineIds.length) },
  {
    id: 'why',
    title: columns.why,
    width: '110px',
    cell: (row) => groupsText.shortReasons[row.group.reason],
    hint: (row) => row.applications.join(', ') || groupsText.unknownApplication,
  },
  {
    id: 'inside',
    title: columns.inside,
    width: '90px',
    isNumber: true,
    cell: (row) => formatNumber(row.ties.tiesInside),
    hint: () => hints.inside,
  },
  {
    id: 'outside',
    title: columns.outside,
    width: '90px',
    isNumber: true,
    cell: (row) => formatNumber(row.ties.tiesOutside),
    hint: () => hints.outside,
  },
  {
    id: 'wave',
    title: columns.wave,
    width: 'minmax(84px, 1fr)',
    cell: (row) => row.waveTitle ?? UNKNOWN,
    hint: (row) => row.waveTitle ?? groupsText.noWave,
  },
  {
    id: 'readiness',
    title: columns.readiness,
    width: '184px',
    cell: (row) => <ToneMark tone={VERDICT_WORDS[row.group.verdict].tone}>{VERDICT_WORDS[row.group.verdict].title}</ToneMark>,
  },
];

interface GroupGridProps {
  readonly rows: readonly GroupRow[];
  readonly selectedId: string | null;
  readonly sort: GridSort;
  readonly onSort: (sort: GridSort) => void;
  readonly onSelect: (groupId: string) => void;
  readonly onOpen: (groupId: string) => void;
}

/** Every group with how large it is and how it hangs together. */
export function GroupGrid({ rows, selectedId, sort, onSort, onSelect, onOpen }: GroupGridProps) {
  const styles = useStyles();
  if (rows.length === 0) return <p className={styles.none}>{groupsText.noMatch}</p>;
  return (
    <RowGrid
      label={groupsText.listLabel}
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => row.group.id}
      selectedKey={selectedId}
      onSelect={(row) => onSelect(row.group.id)}
      onOpen={(row) => onOpen(row.group.id)}
      sort={sort}
      onSort={onSort}
    />
  );
}
