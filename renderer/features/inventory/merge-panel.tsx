import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { inventoryText } from '../../text/inventory.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px' },
});

/** Says that several machines are one. Their statements are all kept; the act can be undone. */
export function MergePanel({ rows, onDone }: { readonly rows: readonly MachineRow[]; readonly onDone: () => void }) {
  const styles = useStyles();
  const app = useApp();
  const words = inventoryText.merge;
  const [keepId, setKeepId] = useState(rows[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const merge = async (): Promise<void> => {
    const mergedIds = rows.map((row) => row.id).filter((id) => id !== keepId);
    const merged = await app.ask('machine.merge', { keepId, mergedIds, reason: reason.trim() }, words.notMerged);
    if (merged === null) return;
    app.notify({ tone: 'success', title: words.merged(rows.length), text: inventoryText.edit.undo });
    app.selectMachines([]);
    onDone();
  };
  return (
    <DetailsPanel title={words.title(rows.length)}>
      <form
        noValidate
        className={styles.form}
        data-testid="merge-machines"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        <p className={styles.text}>{words.text}</p>
        <Field label={words.keep} hint={words.keepHint}>
          <RadioGroup value={keepId} onChange={(_, data) => setKeepId(data.value)}>
            {rows.map((row) => (
              <Radio key={row.id} value={row.id} label={row.name} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={words.reason}>
          <Input value={reason} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {words.submit}
          </Button>
          <Button onClick={onDone}>{inventoryText.edit.cancel}</Button>
        </div>
      </form>
    </DetailsPanel>
  );
}
