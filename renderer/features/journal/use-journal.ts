import { useCallback, useEffect, useRef, useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { journalText } from '../../text/journal.ts';
import { appendPage, type EntryView } from './journal-days.ts';

/** `null` and empty parts do not narrow. */
export interface JournalFilter {
  readonly kind: string | null;
  readonly actor: string | null;
  readonly text: string;
}

export const NO_JOURNAL_FILTER: JournalFilter = { kind: null, actor: null, text: '' };

const PAGE = 200;

type Page = MethodOutput<'journal.list'>;

export interface JournalPages {
  /** `null` until the first page is there. */
  readonly entries: readonly EntryView[] | null;
  readonly total: number;
  readonly hasMore: boolean;
  readonly actors: readonly string[];
  readonly kinds: readonly string[];
  readonly isLoading: boolean;
  readonly loadMore: () => void;
}

const NOTHING = { entries: null, total: 0, hasMore: false, actors: [], kinds: [] } as const;

/**
 * Entries newest first, page by page. A new entry, or another filter, reads again as many as were shown: undoing changes how
 * an old entry is marked, too.
 */
export function useJournal(filter: JournalFilter, wantedId: string | null): JournalPages {
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const [pages, setPages] = useState<Omit<Page, 'entries'> & { readonly entries: readonly EntryView[] | null }>({
    ...NOTHING,
    actors: [],
    kinds: [],
  });
  const [isLoading, setIsLoading] = useState(false);
  const run = useRef(0);
  const shownCount = useRef(PAGE);
  const input = inputOf(filter);
  const key = JSON.stringify(input);
  shownCount.current = Math.max(PAGE, pages.entries?.length ?? 0);

  useEffect(() => {
    run.current += 1;
    const own = run.current;
    void app.ask('journal.list', { ...inputOf(filter), limit: shownCount.current }, journalText.readFailed).then((page) => {
      if (own === run.current && page !== null) setPages(page);
    });
    // `key` stands for the filter; a new `seq` means new entries.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [app, key, seq]);

  const { entries, hasMore } = pages;
  const last = entries?.at(-1)?.lamport;
  const loadMore = useCallback(() => {
    if (isLoading || !hasMore || last === undefined) return;
    const own = run.current;
    setIsLoading(true);
    void app
      .ask('journal.list', { ...(JSON.parse(key) as typeof input), before: last, limit: PAGE }, journalText.readFailed)
      .then((page) => {
        setIsLoading(false);
        if (own !== run.current || page === null) return;
        setPages((known) => ({ ...page, entries: appendPage(known.entries ?? [], page.entries) }));
      });
  }, [app, key, hasMore, last, isLoading]);

  const isMissing = wantedId !== null && entries !== null && !entries.some((entry) => entry.id === wantedId);
  useEffect(() => {
    // A link may name an old entry: pages are read until it is there.
    if (isMissing && hasMore && !isLoading) loadMore();
  }, [isMissing, hasMore, isLoading, loadMore]);

  return { ...pages, isLoading, loadMore };
}

function inputOf({ kind, actor, text }: JournalFilter) {
  const wanted = text.trim();
  return {
    ...(kind === null ? {} : { kind }),
    ...(actor === null ? {} : { actor }),
    ...(wanted === '' ? {} : { text: wanted }),
  };
}
