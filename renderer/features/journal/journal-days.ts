import type { MethodOutput } from '../../../shared/contract/methods.ts';

export type EntryView = MethodOutput<'journal.list'>['entries'][number];

/** A line of the timeline: the head of a day, or an entry. */
export type JournalLine =
  | { readonly kind: 'day'; readonly day: string; readonly key: string }
  | { readonly kind: 'entry'; readonly entry: EntryView; readonly key: string };

/** Entries with a head where the local day changes; the order of the entries is kept. */
export function linesByDay(entries: readonly EntryView[], dayOf: (instant: string) => string): JournalLine[] {
  const lines: JournalLine[] = [];
  let day: string | null = null;
  for (const entry of entries) {
    const own = dayOf(entry.recordedAt);
    // A merged journal is not ordered by time alone: the same day may come twice.
    if (own !== day) lines.push({ kind: 'day', day: own, key: `day-${own}-${entry.id}` });
    day = own;
    lines.push({ kind: 'entry', entry, key: entry.id });
  }
  return lines;
}

/** Adds a page of older entries; what is there already is not doubled. */
export function appendPage(known: readonly EntryView[], page: readonly EntryView[]): EntryView[] {
  const ids = new Set(known.map((entry) => entry.id));
  return [...known, ...page.filter((entry) => !ids.has(entry.id))];
}
