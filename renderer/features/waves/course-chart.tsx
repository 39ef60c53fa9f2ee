import { makeStyles, tokens } from '@fluentui/react-components';

import type { PlanObjective } from '../../../shared/domain/wave.ts';
import { wavesText } from '../../text/waves.ts';
import { courseLines, type Standing } from './course.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px', alignItems: 'stretch', minWidth: 0 },
  chart: {
    display: 'block',
    width: '100%',
    height: '48px',
    overflow: 'visible',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    forcedColorAdjust: 'none',
  },
  upper: { fill: 'none', stroke: tokens.colorBrandStroke1, strokeWidth: '2' },
  lower: { fill: 'none', stroke: tokens.colorNeutralForeground2, strokeWidth: '2', strokeDasharray: '4 3' },
  labels: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  best: { color: tokens.colorBrandForeground1 },
});

interface CourseChartProps {
  readonly course: readonly Standing[];
  readonly untilMs: number;
  /** What the values count: waves, or the place of the last window. */
  readonly objective: PlanObjective;
}

/** Best plan and proven bound over time: where the two lines meet, no plan is better. */
export function CourseChart({ course, untilMs, objective }: CourseChartProps) {
  const styles = useStyles();
  const lines = courseLines(course, untilMs);
  const last = course.at(-1);
  if (lines === null || last === undefined) return null;
  const words =
    last.upper === null ? wavesText.course.lower(last.lower, objective) : wavesText.course.both(last.upper, last.lower, objective);
  return (
    <div className={styles.root}>
      <svg
        className={styles.chart}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
        data-testid="course-chart"
      >
        <polyline className={styles.lower} points={lines.lower} vectorEffect="non-scaling-stroke" />
        <polyline className={styles.upper} points={lines.upper} vectorEffect="non-scaling-stroke" />
      </svg>
      <div className={styles.labels} aria-hidden>
        <span className={styles.best}>{last.upper === null ? '' : wavesText.course.upper(last.upper, objective)}</span>
        <span>{wavesText.course.lower(last.lower, objective)}</span>
      </div>
    </div>
  );
}
