import { Button, Field, Link, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { pageText } from '../../text/inventory-views.ts';

const MOST = 200;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 24px', padding: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: '136px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  title: { textAlign: 'start', overflowWrap: 'anywhere' },
  undone: { textDecorationLine: 'line-through' },
  form: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px', maxWidth: '640px', marginBottom: '16px' },
  field: { width: '100%' },
});

interface PageHistoryProps {
  readonly machineId: string;
  readonly isReadOnly: boolean;
}

/** Every entry of the journal that concerns this machine, newest first, and a place for notes about it. */
export function PageHistory({ machineId, isReadOnly }: PageHistoryProps) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('journal.list', { machineId, limit: MOST }, `${machineId}|${seq}`);
  const { history } = pageText;
  return (
    <>
      {!isReadOnly && <NoteForm machineId={machineId} />}
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {asked.kind === 'answered' && asked.value.entries.length === 0 && <p>{history.none}</p>}
      {asked.kind === 'answered' && (
        <ol className={styles.list} aria-label={history.label} data-testid="machine-history">
          {asked.value.entries.map((entry) => (
            <li key={entry.id} className={styles.entry}>
              <span className={styles.note}>{formatDayTime(entry.recordedAt)}</span>
              <div>
                <Link as="button" className={styles.title} onClick={() => app.go('journal', entry.id)}>
                  <span className={mergeClasses(entry.isUndone && styles.undone)}>{entry.title}</span>
                </Link>
                {entry.isUndone && ` (${history.undone})`}
                {entry.detail !== '' && <div className={styles.note}>{entry.detail}</div>}
                <div className={styles.note}>{entry.actor}</div>
              </div>
            </li>
          ))}
        </ol>
      )}
      {asked.kind === 'answered' && asked.value.hasMore && <p className={styles.note}>{history.more(asked.value.entries.length)}</p>}
    </>
  );
}

function NoteForm({ machineId }: { readonly machineId: string }) {
  const styles = useStyles();
  const app = useApp();
  const [text, setText] = useState('');
  const { history } = pageText;
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const saved = await app.ask('journal.add-note', { text: text.trim(), about: `machine:${machineId}` }, history.noteFailed);
    if (saved === null) return;
    setText('');
    app.notify({ tone: 'success', title: history.noteSaved });
  };
  return (
    <form
      className={styles.form}
      data-testid="machine-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field className={styles.field} label={history.note} hint={history.noteHint}>
        <Textarea value={text} rows={2} maxLength={10_000} onChange={(_, data) => setText(data.value)} />
      </Field>
      <Button type="submit" size="small" disabledFocusable={text.trim() === ''}>
        {history.noteSave}
      </Button>
    </form>
  );
}
