import type { TableExport } from '../../store/export-table.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { journalText, kindTitle } from '../../text/journal.ts';
import type { EntryView } from './journal-days.ts';

/** A spreadsheet takes at most so many characters in one cell. */
const MOST_CELL_CHARACTERS = 32_767;

/** The entries that the filters leave, with their hashes and everything they hold. */
export function journalExport(entries: readonly EntryView[]): Omit<TableExport, 'format'> {
  const { columns } = journalText;
  const text = (title: string) => ({ title, kind: 'text' as const });
  return {
    title: journalText.exported,
    columns: [
      { title: columns.lamport, kind: 'number' },
      { title: columns.utc, kind: 'date' },
      text(columns.local),
      text(columns.who),
      text(columns.kind),
      text(columns.title),
      text(columns.detail),
      { title: columns.undone, kind: 'boolean' },
      text(columns.id),
      text(columns.hash),
      text(columns.payload),
    ],
    rows: entries.map((entry) => [
      entry.lamport,
      entry.recordedAt,
      formatDayTime(entry.recordedAt),
      entry.actor,
      kindTitle(entry.kind),
      entry.title,
      cut(entry.detail),
      entry.isUndone,
      entry.id,
      entry.hash,
      cut(JSON.stringify(entry.payload)),
    ]),
  };
}

function cut(text: string): string {
  return text.length <= MOST_CELL_CHARACTERS ? text : `${text.slice(0, MOST_CELL_CHARACTERS - 1)}…`;
}
