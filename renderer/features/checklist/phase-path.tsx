import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';

import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { checklistText } from '../../text/checklist.ts';
import { currentPhase } from './step-filter.ts';

const useStyles = makeStyles({
  path: { display: 'flex', flexWrap: 'wrap', gap: '4px', padding: '0 24px 12px', margin: 0, listStyle: 'none' },
  phase: { flex: '1 1 80px', minWidth: 0 },
  button: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    minHeight: '64px',
    padding: '6px 8px',
    gap: '4px',
    textAlign: 'start',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  current: { fontWeight: tokens.fontWeightSemibold },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  title: { flex: '1 1 auto', overflowWrap: 'anywhere', hyphens: 'auto' },
  counts: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  track: { height: '4px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground5, forcedColorAdjust: 'none' },
  fill: { height: '100%', borderRadius: '2px', backgroundColor: tokens.colorBrandBackground },
  full: { backgroundColor: tokens.colorStatusSuccessBackground3 },
});

interface PhasePathProps {
  readonly phases: ChecklistView['phases'];
  readonly chosen: string | null;
  readonly onChoose: (phase: string | null) => void;
}

/** The way from the first question to the last step, with how far each part is. A press narrows the list to one phase. */
export function PhasePath({ phases, chosen, onChoose }: PhasePathProps) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'horizontal', memorizeCurrent: true });
  const current = currentPhase(phases);
  return (
    <ol className={styles.path} aria-label={checklistText.path} {...arrows}>
      {phases.map((phase) => {
        const isFull = phase.total > 0 && phase.done >= phase.total;
        const share = phase.total === 0 ? 0 : phase.done / phase.total;
        return (
          <li key={phase.id} className={styles.phase}>
            <button
              type="button"
              lang="en"
              aria-pressed={chosen === phase.id}
              aria-current={phase.id === current ? 'step' : undefined}
              className={mergeClasses(styles.button, phase.id === current && styles.current, chosen === phase.id && styles.chosen)}
              onClick={() => onChoose(chosen === phase.id ? null : phase.id)}
            >
              <span className={styles.title}>{phase.title}</span>
              <span className={styles.counts}>
                {isFull && <CheckmarkRegular aria-hidden className={styles.done} />}
                {checklistText.phaseCounts(phase.done, phase.total)}
              </span>
              <span aria-hidden className={styles.track}>
                <span className={mergeClasses(styles.fill, isFull && styles.full)} style={{ display: 'block', width: `${share * 100}%` }} />
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
