import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';

import type { MethodInput } from '../../../shared/contract/methods.ts';
import { TASK_STATES, type TaskState } from '../../../shared/domain/backlog.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { backlogText, TASK_STATE_WORDS } from '../../text/backlog.ts';
import { whyNotSaved, type TaskForm } from './task-form.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px', alignItems: 'start' },
  input: { minWidth: 0, width: '100%' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface TaskFieldsProps {
  readonly first: TaskForm;
  readonly changesOf: (form: TaskForm) => MethodInput<'backlog.change'>['changes'];
  /** Blockers are not accepted; they are overridden, by a named person with a reason. */
  readonly canAccept: boolean;
  /** For many tasks an empty field leaves them as they are. */
  readonly isMany: boolean;
  readonly saveLabel: string;
  readonly onSave: (form: TaskForm) => Promise<boolean>;
}

/** Owner, due date, state and note of one task or of many. */
export function TaskFields({ first, changesOf, canAccept, isMany, saveLabel, onSave }: TaskFieldsProps) {
  const styles = useStyles();
  const ownersId = useId();
  const owners = useSnapshot((snapshot) => snapshot.backlog.owners);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [form, setForm] = useState(first);
  const [isSaving, setIsSaving] = useState(false);
  const change = (changes: Partial<TaskForm>): void => setForm((known) => ({ ...known, ...changes }));
  const why = whyNotSaved(form, changesOf(form));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (why !== null || isReadOnly || isSaving) return;
    setIsSaving(true);
    await onSave(form);
    setIsSaving(false);
  };
  const { columns } = backlogText;
  const states = TASK_STATES.filter((state) => canAccept || state !== 'accepted' || first.state === 'accepted');
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={columns.owner}>
        <Input
          className={styles.input}
          list={ownersId}
          maxLength={300}
          placeholder={isMany ? backlogText.unchanged : ''}
          value={form.owner}
          onChange={(_, data) => change({ owner: data.value })}
        />
      </Field>
      <datalist id={ownersId}>
        {owners.map((owner) => (
          <option key={owner} value={owner}>
            {owner}
          </option>
        ))}
      </datalist>
      <div className={styles.pair}>
        <Field label={columns.due}>
          <Input className={styles.input} type="date" value={form.dueOn} onChange={(_, data) => change({ dueOn: data.value })} />
        </Field>
        <Field label={columns.state}>
          <Select className={styles.input} value={form.state} onChange={(_, data) => change({ state: data.value as TaskState | '' })}>
            {isMany && <option value="">{backlogText.unchanged}</option>}
            {states.map((state) => (
              <option key={state} value={state}>
                {TASK_STATE_WORDS[state].title}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={backlogText.note}>
        <Textarea rows={2} resize="vertical" maxLength={2000} value={form.note} onChange={(_, data) => change({ note: data.value })} />
      </Field>
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={why !== null || isReadOnly || isSaving}>
          {saveLabel}
        </Button>
        {why === backlogText.acceptedNeedsNote && <span className={styles.why}>{why}</span>}
      </div>
      {!canAccept && <span className={styles.why}>{backlogText.blockersAreOverridden}</span>}
    </form>
  );
}
