import { makeStyles, tokens } from '@fluentui/react-components';

import { useSnapshot } from '../../store/app-context.tsx';
import { wavesText } from '../../text/waves.ts';
import { useNow } from '../../ui/use-now.ts';
import { CourseChart } from './course-chart.tsx';
import type { Planning } from './use-planning.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 280px) minmax(160px, 1fr)',
    columnGap: '24px',
    alignItems: 'center',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const SECOND_MS = 1000;

/** The solver at work: how the best plan and the proven bound close in on each other. */
export function SolverProgress({ planning }: { readonly planning: Planning }) {
  const styles = useStyles();
  const now = useNow(SECOND_MS / 2);
  const { task } = planning;
  const objective = useSnapshot((snapshot) => snapshot.waveLimits.objective);
  const course = task?.course ?? [];
  const elapsedMs = Math.max(course.at(-1)?.elapsedMs ?? 0, task === null ? 0 : now - task.startedAt);
  return (
    <div className={styles.root} data-testid="solver-progress">
      <div>
        <p className={styles.words}>{wavesText.course.meaning[objective]}</p>
        <p className={styles.note}>{wavesText.course.elapsed(Math.floor(elapsedMs / SECOND_MS))}</p>
      </div>
      <CourseChart course={course} untilMs={elapsedMs} objective={objective} />
    </div>
  );
}
