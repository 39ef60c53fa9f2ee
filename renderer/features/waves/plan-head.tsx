import { Button, Link, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { SettingsRegular, StopRegular } from '@fluentui/react-icons';

import type { PlanView } from '../../../shared/contract/shapes.ts';
import { isProvenBest } from '../../../shared/snapshot/plan-words.ts';
import { wavesText } from '../../text/waves.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Planning } from './use-planning.ts';

const useStyles = makeStyles({
  answer: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px' },
  progress: { display: 'inline-flex', alignItems: 'center', gap: '12px', fontVariantNumeric: 'tabular-nums' },
  bar: { width: '120px' },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** "7 waves; at least 7 are needed", whether it keeps every rule, and the way to the proof. */
export function PlanAnswer({
  plan,
  planning,
  onWhy,
}: {
  readonly plan: PlanView | null;
  readonly planning: Planning;
  readonly onWhy: () => void;
}) {
  const styles = useStyles();
  if (planning.isRunning) return <PlanningProgress planning={planning} />;
  if (plan === null) return wavesText.noPlan;
  return (
    <span className={styles.answer}>
      <span className={styles.strong} data-testid="plan-answer">
        {wavesText.answer(plan.waves.length, plan)}
      </span>
      <PlanState plan={plan} />
      <Link as="button" onClick={onWhy}>
        {plan.isValid ? wavesText.why : wavesText.violations.show}
      </Link>
    </span>
  );
}

/** Broken rules before anything else; whether fewer waves would do only where that is proven for the problem of today. */
function PlanState({ plan }: { readonly plan: PlanView }) {
  if (!plan.isValid) return <ToneMark tone="blocked">{wavesText.invalid(plan.violations.length)}</ToneMark>;
  if (plan.lowerBound === null) return <ToneMark tone="neutral">{wavesText.valid}</ToneMark>;
  const { finish, waves, lowerBound } = plan;
  if (isProvenBest(plan)) return <ToneMark tone="done">{finish === null ? wavesText.isBest : wavesText.isEarliest}</ToneMark>;
  return <ToneMark tone="neutral">{finish === null ? wavesText.gap(waves.length - lowerBound) : wavesText.perhapsEarlier}</ToneMark>;
}

function PlanningProgress({ planning }: { readonly planning: Planning }) {
  const styles = useStyles();
  const { task } = planning;
  const words = task === null ? wavesText.planning : task.step;
  return (
    <span className={styles.progress} role="status">
      <ProgressBar className={styles.bar} aria-label={wavesText.planning} {...(task?.done == null ? {} : { value: task.done })} />
      {words}
    </span>
  );
}

interface PlanActionsProps {
  readonly plan: PlanView | null;
  readonly planning: Planning;
  readonly isReadOnly: boolean;
  readonly isLimitsOpen: boolean;
  readonly onLimits: () => void;
}

/** Limits and planning. Before the first plan the screen itself offers both, and only stopping stands here. */
export function PlanActions({ plan, planning, isReadOnly, isLimitsOpen, onLimits }: PlanActionsProps) {
  if (plan === null && !planning.isRunning) return null;
  return (
    <>
      <Button icon={<SettingsRegular />} aria-expanded={isLimitsOpen} onClick={onLimits}>
        {wavesText.limits}
      </Button>
      {planning.isRunning ? (
        <Button icon={<StopRegular />} onClick={planning.stop}>
          {wavesText.stop}
        </Button>
      ) : (
        <Button appearance="primary" disabled={isReadOnly} onClick={planning.plan}>
          {wavesText.planAgain}
        </Button>
      )}
    </>
  );
}
