import { describeEntry } from '../../journal/describe-entry.ts';
import type { Entry, EntryKind } from '../../journal/entry.ts';
import { undoneEntries } from '../../journal/undo-stack.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { settledTable } from './settled.ts';

/** Entries by which a person decides something; facts and ticks stand elsewhere. */
const DECISIONS: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'engagement.created',
  'engagement.settings-changed',
  'machine.scope-set',
  'machine.values-set',
  'machine.source-chosen',
  'machine.merged',
  'machine.kept-apart',
  'group.changed',
  'dependencies.rules-changed',
  'plan.limits-changed',
  'plan.adopted',
  'plan.groups-moved',
]);

/** What holds today, and every decision that led there and was not taken back. */
export function* decisionSection(context: ReportContext): Generator<void, ReportSection, void> {
  const blocks: ReportBlock[] = [settledTable(context), yield* decisionTable(context), ...noteBlocks(context)];
  return { id: 'decisions', title: 'Decisions', blocks };
}

function decisionTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const undone = undoneEntries(context.entries);
  const rows = context.entries.filter((entry) => DECISIONS.has(entry.kind) && !undone.has(entry.id));
  return tableOf<Entry>(
    {
      id: 'decisions',
      title: 'Decisions on record',
      emptyText: 'No decision is on record.',
      sheet: 'Decisions',
      source: context.sources.journal,
      mostPrintedRows: 100,
    },
    [
      { key: 'id', title: 'Entry', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      ...bothClocks<Entry>('at', 'At', context.timeZone, ({ recordedAt }) => recordedAt),
      { key: 'by', title: 'By', kind: 'text', from: ({ actor }) => actor },
      { key: 'decision', title: 'Decision', kind: 'text', from: (entry) => describeEntry(entry, context.names).title },
      { key: 'detail', title: 'Detail', kind: 'text', empty: 'none', from: (entry) => describeEntry(entry, context.names).detail },
    ],
    rows,
  );
}

function noteBlocks({ engagement, timeZone, sources }: ReportContext): ReportBlock[] {
  if (engagement.notes.length === 0) return [];
  type Note = (typeof engagement.notes)[number];
  return [
    smallTable<Note>(
      { id: 'notes', title: 'Notes', emptyText: 'No note.', sheet: 'Notes', source: sources.journal, mostPrintedRows: 60 },
      [
        { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: (_note, index) => `note:${index + 1}` },
        ...bothClocks<Note>('at', 'At', timeZone, ({ at }) => at),
        { key: 'by', title: 'By', kind: 'text', from: ({ by }) => by },
        { key: 'about', title: 'About', kind: 'text', empty: 'none', from: ({ about }) => about },
        { key: 'text', title: 'Note', kind: 'text', from: ({ text }) => text },
      ],
      engagement.notes,
    ),
  ];
}
