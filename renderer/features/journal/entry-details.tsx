import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';

import { UNDOABLE_KINDS, type EntryKind } from '../../../shared/journal/entry.ts';
import { useApp } from '../../store/app-context.tsx';
import { formatDayTime } from '../../text/common-format.ts';
import { changeTitle, journalText, kindTitle } from '../../text/journal.ts';
import { copyText } from '../../ui/copy-text.ts';
import { FactList } from '../../ui/facts.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { EntryView } from './journal-days.ts';
import { changesOf, payloadText } from './payload-changes.ts';

const useStyles = makeStyles({
  detail: { margin: '0 0 12px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '16px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  facts: { marginBottom: '16px' },
  hash: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: { padding: '2px 8px 2px 0', textAlign: 'start', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  cell: {
    padding: '4px 8px 4px 0',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  before: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  payload: {
    margin: 0,
    padding: '8px',
    maxHeight: '320px',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusMedium,
  },
});

function canUndo(entry: EntryView): boolean {
  return !entry.isUndone && UNDOABLE_KINDS.has(entry.kind as EntryKind);
}

/** One entry in full: what it changed, who wrote it when, its hash, and what can be done with it. */
export function EntryDetails({ entry, isReadOnly }: { readonly entry: EntryView; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const app = useApp();
  const { details } = journalText;
  const { screen } = entry;
  const undo = async (): Promise<void> => {
    const undone = await app.ask('journal.undo-entry', { entryId: entry.id }, journalText.undoFailed);
    if (undone !== null) app.notify({ tone: 'success', title: journalText.undoneNow });
  };
  return (
    <>
      {entry.detail !== '' && <p className={styles.detail}>{entry.detail}</p>}
      <div className={styles.buttons}>
        {entry.isUndone && <ToneMark tone="neutral">{journalText.undone}</ToneMark>}
        {screen !== null && screen !== 'journal' && (
          <Button size="small" onClick={() => app.go(screen, entry.target)}>
            {journalText.showThing}
          </Button>
        )}
        {screen === 'journal' && entry.target !== null && (
          <Link as="button" onClick={() => app.go('journal', entry.target)}>
            {journalText.showProblem}
          </Link>
        )}
        {canUndo(entry) && (
          <Button size="small" disabled={isReadOnly} onClick={() => void undo()}>
            {journalText.undoThis}
          </Button>
        )}
      </div>
      <Changes entry={entry} />
      <div className={styles.facts}>
        <FactList
          facts={[
            { title: details.who, value: entry.actor },
            { title: details.local, value: formatDayTime(entry.recordedAt) },
            { title: details.utc, value: entry.recordedAt },
            { title: details.kind, value: kindTitle(entry.kind) },
            { title: details.id, value: entry.id },
            {
              title: details.hash,
              value: (
                <span className={styles.hash}>
                  <span className={styles.code}>{entry.hash}</span>
                  <IconButton icon={<CopyRegular />} size="small" label={journalText.copyHash} onClick={() => void copyText(entry.hash)} />
                </span>
              ),
            },
          ]}
        />
      </div>
      <Section title={details.payload} level={3} isDense>
        {/* A part that scrolls must be reachable by keyboard. */}
        <pre className={styles.payload} tabIndex={0} role="group" aria-label={details.payload}>
          {payloadText(entry.payload)}
        </pre>
      </Section>
    </>
  );
}

function Changes({ entry }: { readonly entry: EntryView }) {
  const styles = useStyles();
  const { details } = journalText;
  const changes = changesOf(entry.payload);
  if (changes.length === 0) return null;
  return (
    <Section title={details.changes} level={3} isDense>
      <table className={styles.table}>
        <thead>
          <tr>
            {[details.field, details.before, details.after].map((title) => (
              <th key={title} scope="col" className={styles.head}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.name}>
              <th scope="row" className={styles.cell}>
                {changeTitle(change.name)}
              </th>
              <td className={styles.cell}>{change.before ?? '–'}</td>
              <td className={styles.cell}>{change.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
