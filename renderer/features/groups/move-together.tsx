import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { whyText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', margin: '12px 0' },
  actions: { display: 'flex', gap: '8px' },
});

interface NamedMachine {
  readonly id: string;
  readonly name: string;
}

/** A rule that two machines move together, which no source shows; never without a reason. */
export function MoveTogether({ one, other }: { readonly one: NamedMachine; readonly other: NamedMachine }) {
  const styles = useStyles();
  const app = useApp();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const save = async (): Promise<void> => {
    setWasTried(true);
    const why = reason.trim();
    if (why === '') return;
    const summary = await app.ask('dependency.summary', {}, groupsText.readFailed);
    if (summary === null) return;
    const together = [...summary.rules.together, { a: one.id, b: other.id, reason: why }];
    const what = whyText.tieWhat(one.name, other.name).slice(0, 300);
    const saved = await app.ask('dependency.set-rules', { rules: { together }, what }, groupsText.notSaved);
    if (saved !== null) app.notify({ tone: 'success', title: whyText.tieDone, text: groupsText.undo });
  };
  if (!isOpen) {
    return (
      <Button size="small" onClick={() => setIsOpen(true)}>
        {whyText.tie}
      </Button>
    );
  }
  return (
    <form
      noValidate
      className={styles.form}
      data-testid="move-together"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={whyText.tieReason}
        required
        {...(wasTried && reason.trim() === '' ? { validationMessage: whyText.tieReasonMissing } : {})}
      >
        <Input autoFocus value={reason} maxLength={300} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary">
          {whyText.tieConfirm}
        </Button>
        <Button size="small" onClick={() => setIsOpen(false)}>
          {groupsText.cancel}
        </Button>
      </div>
    </form>
  );
}
