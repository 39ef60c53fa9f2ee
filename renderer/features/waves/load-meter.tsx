import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import { formatNumber } from '../../text/common-format.ts';
import { loadState, type WaveLoad } from './load-scale.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'baseline',
    columnGap: '8px',
    rowGap: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  value: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  overText: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  track: {
    position: 'relative',
    gridColumn: '1 / -1',
    height: '6px',
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  fill: { height: '100%', borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorBrandBackground },
  over: { backgroundColor: tokens.colorStatusDangerBackground3 },
  limit: { position: 'absolute', top: '-2px', bottom: '-2px', width: '2px', backgroundColor: tokens.colorNeutralForeground1 },
});

/** The limit stands at this share of the track, so that what goes over it has room to show. */
const LIMIT_SHARE = 0.86;

/** How much of one capacity a wave uses: a bar, and the limit as a line. */
export function LoadMeter({ load }: { readonly load: WaveLoad }) {
  const styles = useStyles();
  const isOver = loadState(load) === 'over';
  const share = load.limit === null || load.limit === 0 ? 0 : Math.min(1, (load.used / load.limit) * LIMIT_SHARE);
  const value =
    load.limit === null
      ? `${formatNumber(load.used)} ${load.unit}`
      : `${formatNumber(load.used)} / ${formatNumber(load.limit)} ${load.unit}`;
  return (
    <div className={styles.root}>
      <span className={styles.name}>{load.title}</span>
      <span className={mergeClasses(styles.value, isOver && styles.overText)}>{value}</span>
      {load.limit !== null && (
        <div className={styles.track}>
          <div className={mergeClasses(styles.fill, isOver && styles.over)} style={{ width: `${share * 100}%` }} />
          <div className={styles.limit} style={{ left: `${LIMIT_SHARE * 100}%` }} />
        </div>
      )}
    </div>
  );
}
