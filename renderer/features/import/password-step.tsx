import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import { importText } from '../../text/import.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '420px', padding: '16px 0' },
  submit: { alignSelf: 'flex-start' },
});

/** Asks for the password of a protected workbook; `problem` says why, also when the last one did not fit. */
export function PasswordStep({ problem, onPassword }: { readonly problem: string; readonly onPassword: (password: string) => void }) {
  const styles = useStyles();
  const [password, setPassword] = useState('');
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onPassword(password);
      }}
    >
      <Field label={importText.password.label} hint={importText.password.hint} validationMessage={problem} validationState="warning">
        <Input type="password" data-autofocus value={password} maxLength={500} onChange={(_, data) => setPassword(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" className={styles.submit} disabledFocusable={password === ''}>
        {importText.password.submit}
      </Button>
    </form>
  );
}
