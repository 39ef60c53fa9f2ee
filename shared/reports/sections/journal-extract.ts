import { describeEntry } from '../../journal/describe-entry.ts';
import type { Entry } from '../../journal/entry.ts';
import { undoneEntries } from '../../journal/undo-stack.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, tableOf } from '../report-table.ts';
import type { ReportSection } from '../report.ts';

/** Every entry of the journal with its hash, in the order of the engagement. */
export function* journalAppendix(context: ReportContext): Generator<void, ReportSection, void> {
  const undone = undoneEntries(context.entries);
  const table = yield* tableOf<Entry>(
    {
      id: 'journal',
      title: 'Journal',
      emptyText: 'The journal is empty.',
      sheet: 'Journal',
      source: context.sources.journal,
      mostPrintedRows: 300,
    },
    [
      { key: 'id', title: 'Entry', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'order', title: 'Order', kind: 'number', from: ({ lamport }) => lamport },
      ...bothClocks<Entry>('at', 'At', context.timeZone, ({ recordedAt }) => recordedAt),
      { key: 'by', title: 'By', kind: 'text', from: ({ actor }) => actor },
      { key: 'kind', title: 'Kind', kind: 'text', isCode: true, isDataOnly: true, from: ({ kind }) => kind },
      { key: 'what', title: 'What', kind: 'text', from: (entry) => describeEntry(entry, context.names).title },
      {
        key: 'detail',
        title: 'Detail',
        kind: 'text',
        empty: 'none',
        isDataOnly: true,
        from: (entry) => describeEntry(entry, context.names).detail,
      },
      { key: 'undone', title: 'Taken back', kind: 'boolean', from: ({ id }) => undone.has(id) },
      { key: 'version', title: 'Landfall', kind: 'text', isDataOnly: true, from: ({ appVersion }) => appVersion },
      { key: 'hash', title: 'Hash', kind: 'text', isCode: true, from: ({ hash }) => hash },
    ],
    context.entries,
  );
  return {
    id: 'journal',
    title: 'Journal',
    place: 'appendix',
    blocks: [
      {
        kind: 'paragraph',
        text: 'The hash of an entry covers the entry and the hash before it in the same laptop’s chain. Nothing is ever removed: what was taken back stands here, marked. Later exports of reports are not part of this state.',
      },
      table,
    ],
  };
}
