import { Field, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

import { formatShare } from '../../text/common-format.ts';
import { importText } from '../../text/import.ts';
import { secondsLeft } from './import-step.ts';

const useStyles = makeStyles({
  root: { padding: '32px 0' },
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

interface ProgressStepProps {
  readonly title: string;
  /** 0 to 1; `null` = unknown. */
  readonly done: number | null;
  readonly detail: string;
  /** Milliseconds since the epoch; `null` while it has not begun. */
  readonly startedAt: number | null;
}

export function ProgressStep({ title, done, detail, startedAt }: ProgressStepProps) {
  const styles = useStyles();
  const now = useNow();
  const left = startedAt === null ? null : secondsLeft(done, startedAt, now);
  const parts = [
    ...(done === null ? [] : [formatShare(done)]),
    ...(detail === '' ? [] : [detail]),
    ...(left === null ? [] : [importText.timeLeft(left)]),
  ];
  return (
    <div className={styles.root} data-testid="import-progress">
      <Field label={title} validationState="none" validationMessage={<span className={styles.note}>{parts.join(' · ') || ' '}</span>}>
        <ProgressBar {...(done === null ? {} : { value: done })} />
      </Field>
    </div>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
