import { makeStyles, tokens } from '@fluentui/react-components';

import { formatGiB } from '../../text/common-format.ts';
import { limitsText } from '../../text/limits.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { lineVerdict, type LinePoint } from './line-outlook.ts';

const WIDTH = 320;
const HEIGHT = 96;

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', margin: '8px 0', forcedColorAdjust: 'none' },
  band: { fill: tokens.colorBrandBackground2 },
  likely: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2' },
  needed: { fill: 'none', stroke: tokens.colorNeutralForeground2, strokeWidth: '1.5', strokeDasharray: '4 3' },
  base: { stroke: tokens.colorNeutralStroke1 },
  label: { fontSize: '10px', fill: tokens.colorNeutralForeground2 },
  table: { maxHeight: '168px', fontSize: tokens.fontSizeBase200, '& th, & td': { padding: '4px 6px' } },
});

/** What the line carries, as a band with its likely value, against what has to be there; and the same as a table. */
export function LineForecast({ points }: { readonly points: readonly LinePoint[] }) {
  const styles = useStyles();
  if (points.length === 0) return <p>{limitsText.forecastNone}</p>;
  const verdict = lineVerdict(points);
  const words =
    verdict.kind === 'fits'
      ? limitsText.forecastFits
      : verdict.kind === 'tight'
        ? limitsText.forecastTight(verdict.title)
        : limitsText.forecastLate(verdict.title);
  return (
    <>
      <ToneMark tone={verdict.kind === 'fits' ? 'ready' : verdict.kind === 'tight' ? 'warning' : 'blocked'} isWrapping>
        {words}
      </ToneMark>
      {points.length > 1 && <LineChart points={points} />}
      <PlainTable
        className={styles.table}
        label={limitsText.forecast}
        columns={[
          { id: 'wave', title: limitsText.tableWave },
          ...(['tableNeeded', 'tableLow', 'tableLikely', 'tableHigh'] as const).map((id) => ({
            id,
            title: limitsText[id],
            kind: 'number' as const,
          })),
        ]}
        rows={points.map((point) => ({
          id: point.startsAt,
          cells: [point.title, formatGiB(point.needed), formatGiB(point.low), formatGiB(point.likely), formatGiB(point.high)],
        }))}
      />
    </>
  );
}

function LineChart({ points }: { readonly points: readonly LinePoint[] }) {
  const styles = useStyles();
  const from = Date.parse(points[0]?.startsAt ?? '');
  const span = Math.max(1, Date.parse(points.at(-1)?.startsAt ?? '') - from);
  // The high value may be many times what is needed; the chart is about where the two meet.
  const top = Math.max(...points.map((point) => Math.max(point.needed, Math.min(point.likely, point.needed * 4)))) * 1.15 || 1;
  const x = (point: LinePoint): number => 4 + ((Date.parse(point.startsAt) - from) / span) * (WIDTH - 8);
  const y = (value: number): number => HEIGHT - 4 - Math.min(1, value / top) * (HEIGHT - 12);
  const path = (value: (point: LinePoint) => number): string =>
    points.map((point) => `${x(point).toFixed(1)},${y(value(point)).toFixed(1)}`).join(' ');
  const band = [
    ...points.map((point) => `${x(point)},${y(point.high)}`),
    ...points.toReversed().map((point) => `${x(point)},${y(point.low)}`),
  ].join(' ');
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={limitsText.forecastChart}>
      <polygon className={styles.band} points={band} />
      <polyline className={styles.likely} points={path((point) => point.likely)} />
      <polyline className={styles.needed} points={path((point) => point.needed)} />
      <line className={styles.base} x1="0" x2={WIDTH} y1={HEIGHT - 4} y2={HEIGHT - 4} />
      <text className={styles.label} x="6" y="12">
        {`${limitsText.likely} ━   ${limitsText.needed} ╌`}
      </text>
    </svg>
  );
}
