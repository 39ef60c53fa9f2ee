import { makeStyles, tokens } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatDay } from '../../text/common-format.ts';
import { groupPanelText } from '../../text/groups-panels.ts';

export type TieView = MethodOutput<'dependency.ties'>['ties'][number];

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface TieListProps {
  readonly ties: readonly TieView[];
  /** How many there are in all. */
  readonly total: number;
  readonly label: string;
}

/** Calls in words: who calls whom, on which port, how often, and where it stands. */
export function TieList({ ties, total, label }: TieListProps) {
  const styles = useStyles();
  const words = groupPanelText;
  return (
    <ul className={styles.list} aria-label={label} data-testid="ties">
      {ties.map((tie) => (
        <li key={`${tie.from.id}|${tie.to.id}`} className={styles.item}>
          {words.call(tie.from.name, tie.to.name)}
          <div className={styles.note}>
            {[
              words.port(tie.ports),
              tie.isLatencySensitive ? words.database : '',
              words.connections(tie.count),
              tie.seenAt === null ? '' : formatDay(tie.seenAt),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </div>
          <div className={styles.note}>{words.source(tie.source, tie.row, null)}</div>
        </li>
      ))}
      {ties.length < total && <li className={styles.item}>{words.moreCalls(total - ties.length)}</li>}
    </ul>
  );
}
