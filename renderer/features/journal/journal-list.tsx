import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';

import { formatDay, formatTime } from '../../text/common-format.ts';
import { journalText } from '../../text/journal.ts';
import { nextRow } from '../../ui/next-row.ts';
import { CHOSEN_ROW } from '../../ui/row-styles.ts';
import { linesByDay, type EntryView, type JournalLine } from './journal-days.ts';
import { KindIcon } from './kind-icon.tsx';

const DAY_PIXELS = 34;
const ENTRY_PIXELS = 48;

const useStyles = makeStyles({
  list: {
    height: '100%',
    overflow: 'auto',
    padding: '0 12px 16px',
    outline: 'none',
    ':focus-visible [aria-selected="true"]': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  canvas: { position: 'relative' },
  line: { position: 'absolute', left: 0, right: 0 },
  day: {
    display: 'flex',
    alignItems: 'flex-end',
    padding: '0 12px 4px',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  entry: {
    display: 'grid',
    gridTemplateColumns: '48px 20px minmax(0, 1fr) minmax(0, auto)',
    columnGap: '10px',
    alignItems: 'center',
    padding: '0 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: CHOSEN_ROW,
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  words: { minWidth: 0 },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  undone: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  detail: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  actor: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  more: { margin: '12px' },
});

interface JournalListProps {
  readonly entries: readonly EntryView[];
  readonly chosenId: string | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onChoose: (entryId: string) => void;
  readonly onMore: () => void;
}

/** Entries under their days, newest first: one tab stop, arrow keys move; older ones come as one scrolls. */
export function JournalList({ entries, chosenId, hasMore, isLoading, onChoose, onMore }: JournalListProps) {
  const styles = useStyles();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesByDay(entries, formatDay), [entries]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'day' ? DAY_PIXELS : ENTRY_PIXELS),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  });
  const chosenLine = lines.findIndex((line) => line.kind === 'entry' && line.entry.id === chosenId);
  const isThere = chosenLine >= 0;
  useEffect(() => {
    if (isThere) virtualizer.scrollToIndex(chosenLine);
    // Only another choice, or its arrival, scrolls; new lines above it do not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosenId, isThere]);
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= lines.length - 20) onMore();
  }, [hasMore, lastShown, lines.length, onMore]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.altKey || event.ctrlKey || event.metaKey) return;
    const current = entries.findIndex((entry) => entry.id === chosenId);
    const next = entries[nextRow({ key: event.key, current, count: entries.length, page: 8 }) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={journalText.listLabel}
      aria-activedescendant={isThere ? `${listId}-${chosenLine}` : undefined}
      className={styles.list}
      data-testid="journal-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.canvas} style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {shown.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <Line
              key={line.key}
              id={`${listId}-${item.index}`}
              line={line}
              top={item.start}
              isChosen={item.index === chosenLine}
              onChoose={onChoose}
            />
          );
        })}
      </div>
      {hasMore && (
        <Button className={styles.more} disabled={isLoading} onClick={onMore}>
          {isLoading ? journalText.loading : journalText.loadMore}
        </Button>
      )}
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly line: JournalLine;
  readonly top: number;
  readonly isChosen: boolean;
  readonly onChoose: (entryId: string) => void;
}

function Line({ id, line, top, isChosen, onChoose }: LineProps) {
  const styles = useStyles();
  if (line.kind === 'day') {
    return (
      <div role="presentation" className={mergeClasses(styles.line, styles.day)} style={{ top: `${top}px`, height: `${DAY_PIXELS}px` }}>
        {line.day}
      </div>
    );
  }
  const { entry } = line;
  return (
    // Keys are handled by the list, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-entry-id={entry.id}
      className={mergeClasses(styles.line, styles.entry, isChosen && styles.chosen)}
      style={{ top: `${top}px`, height: `${ENTRY_PIXELS}px` }}
      onClick={() => onChoose(entry.id)}
    >
      <time className={styles.time} dateTime={entry.recordedAt} title={journalText.utc(entry.recordedAt)}>
        {formatTime(entry.recordedAt)}
      </time>
      <KindIcon kind={entry.kind} />
      <div className={styles.words}>
        <div className={mergeClasses(styles.title, entry.isUndone && styles.undone)} title={entry.title}>
          {entry.title}
        </div>
        <div className={styles.detail} title={entry.detail}>
          {entry.isUndone ? `${journalText.undone}. ${entry.detail}` : entry.detail}
        </div>
      </div>
      <span className={styles.actor} title={entry.actor}>
        {entry.actor}
      </span>
    </div>
  );
}
