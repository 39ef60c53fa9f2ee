import { Badge, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular, FolderOpenRegular, WarningFilled } from '@fluentui/react-icons';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatAgo, formatDayTime, formatNumber } from '../../text/common-format.ts';
import { startText } from '../../text/start.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

export type Recent = MethodOutput<'engagement.list-recent'>[number];

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', tableLayout: 'fixed' },
  head: {
    padding: '4px 8px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { position: 'relative', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: '8px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  end: { textAlign: 'right' },
  customer: { '@media (max-width: 700px)': { display: 'none' } },
  open: {
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    cursor: 'pointer',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    outline: 'none',
    // The whole row opens; the button covers it, and the focus ring goes around it.
    '::after': { content: '""', position: 'absolute', inset: 0, borderRadius: tokens.borderRadiusMedium },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  missing: { color: tokens.colorNeutralForeground3, cursor: 'default' },
  name: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  path: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    direction: 'rtl',
    textAlign: 'left',
  },
  fault: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', color: tokens.colorStatusWarningForeground3 },
  forget: { position: 'relative', zIndex: 1 },
  wide: { width: '46%' },
  opened: { width: '128px' },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  machines: { width: '84px' },
  last: { width: '44px' },
});

interface RecentListProps {
  readonly recent: readonly Recent[];
  /** Milliseconds since the epoch; "3 hours ago" is counted from here. */
  readonly nowMs: number;
  readonly openPath: string | null;
  readonly onOpen: (recent: Recent) => void;
  readonly onForget: (recent: Recent) => void;
}

/** Engagements opened on this computer, newest first; files that are gone are marked and stay until they are forgotten. */
export function RecentList({ recent, nowMs, openPath, onOpen, onForget }: RecentListProps) {
  const styles = useStyles();
  const words = startText.recent;
  if (recent.length === 0) return <EmptyState icon={<FolderOpenRegular />} title={words.none} text={words.noneText} />;
  return (
    <table className={styles.table} data-testid="recent-list">
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.wide)}>
            {words.name}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.customer)}>
            {words.customer}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.machines, styles.end)}>
            {words.machines}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.opened)}>
            {words.lastOpened}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.last)} aria-label={words.actions} />
        </tr>
      </thead>
      <tbody>
        {recent.map((entry) => (
          <RecentRow key={entry.path} entry={entry} nowMs={nowMs} isOpen={entry.path === openPath} onOpen={onOpen} onForget={onForget} />
        ))}
      </tbody>
    </table>
  );
}

interface RecentRowProps extends Pick<RecentListProps, 'nowMs' | 'onOpen' | 'onForget'> {
  readonly entry: Recent;
  readonly isOpen: boolean;
}

function RecentRow({ entry, nowMs, isOpen, onOpen, onForget }: RecentRowProps) {
  const styles = useStyles();
  const words = startText.recent;
  return (
    <tr className={styles.row}>
      <td className={styles.cell}>
        <div className={styles.name}>
          <button
            type="button"
            className={mergeClasses(styles.open, entry.isMissing && styles.missing)}
            aria-label={words.open(entry.name)}
            aria-disabled={entry.isMissing}
            onClick={() => {
              if (!entry.isMissing) onOpen(entry);
            }}
          >
            {entry.name}
          </button>
          {isOpen && (
            <Badge appearance="tint" color="brand" className={styles.badge}>
              {words.isOpen}
            </Badge>
          )}
          {entry.isSample && (
            <Badge appearance="tint" color="warning" className={styles.badge}>
              {words.isSample}
            </Badge>
          )}
        </div>
        <div className={styles.path} title={entry.path}>
          {/* Read from the end, so that the file name is what stays visible. */}
          <bdi>{entry.path}</bdi>
        </div>
      </td>
      <td className={mergeClasses(styles.cell, styles.customer)}>{entry.customer}</td>
      <td className={mergeClasses(styles.cell, styles.end)}>{formatNumber(entry.machineCount)}</td>
      <td className={styles.cell} title={formatDayTime(entry.lastOpenedAt)}>
        {entry.isMissing ? (
          <Tooltip content={words.missingHint(entry.path)} relationship="description">
            <span className={styles.fault}>
              <WarningFilled aria-hidden />
              {words.missing}
            </span>
          </Tooltip>
        ) : (
          formatAgo(entry.lastOpenedAt, nowMs)
        )}
      </td>
      <td className={styles.cell}>
        <div className={styles.forget}>
          <IconButton icon={<DismissRegular />} size="small" label={words.forget(entry.name)} onClick={() => onForget(entry)} />
        </div>
      </td>
    </tr>
  );
}
