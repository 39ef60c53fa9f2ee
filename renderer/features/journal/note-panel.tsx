import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useRef, useState, type FormEvent } from 'react';

import { useApp } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { journalText } from '../../text/journal.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';

const useStyles = makeStyles({ buttons: { display: 'flex', gap: '8px', marginTop: '12px' } });

/** A decision, a call, a reason: written once, kept as it is. What was typed is kept until it is saved. */
export function NotePanel({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: (entryId: string) => void }) {
  const styles = useStyles();
  const app = useApp();
  const [text, setText] = useScreenMemory('journal.note', '');
  const [isTried, setIsTried] = useState(false);
  const isEmpty = text.trim() === '';
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsTried(true);
    if (isEmpty) return field.current?.focus();
    const added = await app.ask('journal.add-note', { text: text.trim() }, journalText.noteFailed);
    if (added === null) return;
    setText('');
    onAdded(added.id);
  };
  return (
    <DetailsPanel title={journalText.noteTitle}>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={journalText.noteLabel}
          hint={journalText.noteHint}
          {...(isTried && isEmpty ? { validationMessage: journalText.noteNeeded } : {})}
        >
          <Textarea
            textarea={{ ref: field }}
            autoFocus
            rows={8}
            resize="vertical"
            maxLength={10_000}
            value={text}
            onChange={(_, data) => setText(data.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onClose();
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary">
            {journalText.noteSave}
          </Button>
          <Button onClick={onClose}>{journalText.noteCancel}</Button>
        </div>
      </form>
    </DetailsPanel>
  );
}
