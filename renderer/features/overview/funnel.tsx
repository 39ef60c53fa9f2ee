import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

import type { PlanView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useShowMachines } from '../../store/inventory-query.ts';
import { funnelOf } from '../../store/selectors.ts';
import { formatNumber, formatShare } from '../../text/common-format.ts';
import { overviewText } from '../../text/overview.ts';
import { ROW_BAR, ROW_BUTTON, ROW_TRACK } from '../../ui/row-styles.ts';
import { Section } from '../../ui/section.tsx';
import { filtersOfStage, laterStages, plannedButNotReady } from './overview-facts.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  stage: {
    ...ROW_BUTTON,
    gridTemplateColumns: 'minmax(96px, 150px) minmax(0, 1fr) 64px 44px',
    columnGap: '12px',
    padding: '3px 4px',
  },
  track: {
    ...ROW_TRACK,
    height: '18px',
  },
  bar: {
    ...ROW_BAR,
    backgroundColor: tokens.colorBrandBackground,
  },
  none: { minWidth: 0 },
  number: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  share: { textAlign: 'right', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  note: { margin: '8px 0 0 4px', color: tokens.colorNeutralForeground2 },
});

/** Found > in scope > ready > in a wave, then as far as the checklist has got. Each bar opens what it stands for. */
export function Funnel({ plan }: { readonly plan: PlanView | null }) {
  const styles = useStyles();
  const rows = useAppState((state) => state.machines);
  const app = useApp();
  const show = useShowMachines();
  const words = overviewText.funnel;
  const stages = funnelOf(rows);
  const steps = useSnapshot((snapshot) => snapshot.checklist.steps);
  const later = laterStages(steps);
  const total = rows.length;
  const unready = plannedButNotReady(rows);
  return (
    <Section title={words.title}>
      <ol className={styles.list} data-testid="funnel">
        {stages.map(({ id, count }) => (
          <Stage
            key={id}
            title={words.stages[id]}
            label={words.show(words.stages[id], count)}
            count={count}
            total={total}
            onClick={() => show(filtersOfStage(id, plan))}
          />
        ))}
        {later.map(({ id, count, stepId }) => (
          <Stage
            key={id}
            title={words.later[id]}
            label={words.showStep(words.later[id], count)}
            count={count}
            total={total}
            onClick={() => app.go('checklist', stepId)}
          />
        ))}
      </ol>
      {unready > 0 && <p className={styles.note}>{words.plannedUnready(unready)}</p>}
    </Section>
  );
}

interface StageProps {
  readonly title: string;
  readonly label: string;
  readonly count: number;
  readonly total: number;
  readonly onClick: () => void;
}

function Stage({ title, label, count, total, onClick }: StageProps) {
  const styles = useStyles();
  return (
    <li>
      <button type="button" className={styles.stage} aria-label={label} onClick={onClick}>
        <span>{title}</span>
        <span className={styles.track}>
          <span
            className={mergeClasses(styles.bar, count === 0 && styles.none)}
            style={{ width: `${total === 0 ? 0 : (count / total) * 100}%` }}
          />
        </span>
        <span className={styles.number}>{formatNumber(count)}</span>
        <span className={styles.share}>{total === 0 ? '' : formatShare(count / total)}</span>
      </button>
    </li>
  );
}
