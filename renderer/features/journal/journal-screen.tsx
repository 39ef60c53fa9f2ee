import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { exportTable } from '../../store/export-table.ts';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { formatTime } from '../../text/common-format.ts';
import { journalText } from '../../text/journal.ts';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { EntryDetails } from './entry-details.tsx';
import { JournalActions } from './journal-actions.tsx';
import { journalExport } from './journal-export.ts';
import { JournalList } from './journal-list.tsx';
import { JournalTools } from './journal-tools.tsx';
import { NotePanel } from './note-panel.tsx';
import { NO_JOURNAL_FILTER, useJournal, type JournalFilter } from './use-journal.ts';
import { useNoteCommand } from './use-note-command.ts';
import { VerificationNotice } from './verification-notice.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  notice: { padding: '0 24px 8px', flexShrink: 0 },
  list: { flex: '1 1 0', minHeight: 0 },
  note: { margin: '24px', color: tokens.colorNeutralForeground2 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const MOST_EXPORTED = 100_000;

/** Who did what, when, and can it be proven? */
export function JournalScreen() {
  const styles = useStyles();
  const app = useApp();
  const [filter, setFilter] = useScreenMemory<JournalFilter>('journal.filter', NO_JOURNAL_FILTER);
  const [chosenId, setChosenId] = useScreenMemory<string | null>('journal.entry', null);
  const [isWriting, setIsWriting] = useScreenMemory('journal.writing', false);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const entryCount = useSnapshot((snapshot) => snapshot.engagement.entryCount);
  const verification = useAppState((state) => state.verification);
  const [hidden, setHidden] = useState<typeof verification>(null);
  const wantedId = useEntryLink((entryId) => {
    setFilter(NO_JOURNAL_FILTER);
    setChosenId(entryId);
    setIsWriting(false);
  });
  const journal = useJournal(filter, wantedId);
  const { entries } = journal;
  const chosen = entries?.find((entry) => entry.id === chosenId) ?? null;
  const onFilter = (changes: Partial<JournalFilter>): void => setFilter((known) => ({ ...known, ...changes }));
  const choose = (entryId: string): void => {
    setIsWriting(false);
    setChosenId(entryId);
  };
  const write = (): void => {
    setIsWriting(true);
    app.toggleDetails(true);
  };
  const onExport = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const all = await app.ask('journal.list', { ...given(filter), limit: MOST_EXPORTED }, journalText.readFailed);
    if (all !== null) await exportTable(app, { ...journalExport(all.entries), format });
  };
  useNoteCommand(write, isReadOnly);
  return (
    <ScreenLayout
      isFlush
      title={journalText.title}
      answer={journalText.answer(entryCount, verifiedWords(verification))}
      actions={<JournalActions isReadOnly={isReadOnly} onWrite={write} onExport={(format) => void onExport(format)} />}
      toolbar={
        <JournalTools
          filter={filter}
          kinds={journal.kinds}
          actors={journal.actors}
          counts={entries === null ? '' : journalText.shown(entries.length, journal.total)}
          onFilter={onFilter}
        />
      }
      details={
        isWriting ? (
          <NotePanel onClose={() => setIsWriting(false)} onAdded={choose} />
        ) : chosen === null ? (
          <DetailsPanel title={journalText.about}>
            <p className={styles.text}>{journalText.aboutText}</p>
          </DetailsPanel>
        ) : (
          <DetailsPanel key={chosen.id} title={chosen.title}>
            <EntryDetails entry={chosen} isReadOnly={isReadOnly} />
          </DetailsPanel>
        )
      }
    >
      <div className={styles.body}>
        {verification !== null && verification !== hidden && (
          <div className={styles.notice}>
            <VerificationNotice
              verification={verification}
              onEntry={(id) => app.go('journal', id)}
              onHide={() => setHidden(verification)}
            />
          </div>
        )}
        <div className={styles.list}>
          {entries === null ? (
            <Spinner className={styles.note} label={journalText.loading} />
          ) : entries.length === 0 ? (
            <p className={styles.note}>{journalText.noMatch}</p>
          ) : (
            <JournalList
              entries={entries}
              chosenId={chosenId}
              hasMore={journal.hasMore}
              isLoading={journal.isLoading}
              onChoose={choose}
              onMore={journal.loadMore}
            />
          )}
        </div>
      </div>
    </ScreenLayout>
  );
}

function given({ kind, actor, text }: JournalFilter) {
  return {
    ...(kind === null ? {} : { kind }),
    ...(actor === null ? {} : { actor }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
}

function verifiedWords(
  verification: { readonly isSound: boolean; readonly checkedAt: string; readonly problems: readonly unknown[] } | null,
): string {
  if (verification === null) return journalText.notVerified;
  return verification.isSound
    ? journalText.verifiedSound(formatTime(verification.checkedAt))
    : journalText.verifiedBroken(verification.problems.length);
}

/** The entry that a link names; followed once for each link. */
function useEntryLink(onLink: (entryId: string) => void): string | null {
  const route = useAppState((state) => state.history.current);
  const target = route.screen === 'journal' ? route.target : null;
  useEffect(() => {
    if (target !== null) onLink(target);
    // A link counts when it is followed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [route]);
  return target;
}
