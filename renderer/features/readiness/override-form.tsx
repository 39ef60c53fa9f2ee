import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type FormEvent } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { readinessText } from '../../text/readiness.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 0' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface OverrideFormProps {
  readonly ruleId: string;
  readonly machineIds: readonly string[];
  readonly onDone: () => void;
}

/** A person takes the responsibility for a blocker: the name is that of the settings, the reason stands in journal and report. */
export function OverrideForm({ ruleId, machineIds, onDone }: OverrideFormProps) {
  const styles = useStyles();
  const app = useApp();
  const actor = useAppState((state) => state.info?.preferences.actorName ?? '');
  const { override } = readinessText;
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === '';
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsTried(true);
    if (isMissing) return field.current?.focus();
    const done = await app.ask('readiness.override', { ruleId, machineIds: [...machineIds], reason: reason.trim() }, override.failed);
    if (done !== null) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <span className={styles.small}>{override.meaning(machineIds.length, actor)}</span>
      <Field label={override.reason} {...(isTried && isMissing ? { validationMessage: override.reasonNeeded } : {})}>
        <Textarea
          textarea={{ ref: field }}
          autoFocus
          rows={3}
          resize="vertical"
          maxLength={2000}
          value={reason}
          onChange={(_, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
        />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary" size="small">
          {override.submit}
        </Button>
        <Button size="small" onClick={onDone}>
          {override.cancel}
        </Button>
      </div>
    </form>
  );
}
