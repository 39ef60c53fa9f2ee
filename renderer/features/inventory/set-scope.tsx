import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { inventoryText } from '../../text/inventory.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  suggestions: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  actions: { display: 'flex', gap: '8px' },
});

interface SetScopeProps {
  readonly rows: readonly MachineRow[];
  readonly isInScope: boolean;
  readonly onDone: () => void;
}

/** Takes machines out of the migration or back into it. Never without a reason: somebody will ask for it. */
export function SetScope({ rows, isInScope, onDone }: SetScopeProps) {
  const styles = useStyles();
  const app = useApp();
  const words = inventoryText.scopeForm;
  const [reason, setReason] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const save = async (): Promise<void> => {
    setWasTried(true);
    const why = reason.trim();
    if (why === '') return;
    const saved = await app.ask('machine.set-scope', { machineIds: rows.map((row) => row.id), isInScope, reason: why }, words.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: saved.changed === 0 ? words.nothing : words.saved(saved.changed), text: inventoryText.edit.undo });
    onDone();
  };
  return (
    <DetailsPanel title={words.title(isInScope, rows.length, rows[0]?.name ?? '')}>
      <form
        noValidate
        className={styles.form}
        data-testid="set-scope"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={words.reason}
          hint={words.reasonHint}
          required
          {...(wasTried && reason.trim() === '' ? { validationMessage: words.reasonMissing } : {})}
        >
          <Input autoFocus value={reason} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
        </Field>
        {!isInScope && (
          <div className={styles.suggestions} role="group" aria-label={words.suggestionsLabel}>
            {words.suggestions.map((suggestion) => (
              <Button key={suggestion} size="small" onClick={() => setReason(suggestion)}>
                {suggestion}
              </Button>
            ))}
          </div>
        )}
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {words.submit(isInScope)}
          </Button>
          <Button onClick={onDone}>{inventoryText.edit.cancel}</Button>
        </div>
      </form>
    </DetailsPanel>
  );
}
