import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { importText } from '../../text/import.ts';
import { engagementNameFor } from './import-step.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '480px' },
  text: { margin: 0 },
  submit: { alignSelf: 'flex-start' },
});

/** A file was dropped while no engagement is open: it begins one. The flow goes on by itself once it is open. */
export function EngagementStep({ files }: { readonly files: readonly File[] }) {
  const styles = useStyles();
  const app = useApp();
  const words = importText.engagement;
  const [file = null, ...alsoFiles] = files;
  const [name, setName] = useState(engagementNameFor(file?.name ?? ''));
  const [customer, setCustomer] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const create = async (): Promise<void> => {
    if (isBusy) return;
    if (name.trim() === '') return setProblem(words.nameMissing);
    setIsBusy(true);
    // The overlay stays while the new engagement opens; else opening would close it.
    app.openOverlay({ kind: 'import', file, alsoFiles, awaitsEngagement: true });
    const reply = await app.client.call('engagement.create', { name: name.trim(), customer: customer.trim() });
    setIsBusy(false);
    if (!reply.ok) setProblem(reply.failure.detail);
  };

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <p className={styles.text}>
        <strong>{words.title}.</strong> {words.text}
      </p>
      {problem !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={words.name} required>
        <Input data-autofocus value={name} maxLength={300} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label={words.customer}>
        <Input value={customer} maxLength={300} onChange={(_, data) => setCustomer(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" className={styles.submit} disabledFocusable={isBusy}>
        {words.create}
      </Button>
    </form>
  );
}
