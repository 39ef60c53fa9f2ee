import { attachmentsOf } from '../../journal/attachments-of.ts';
import type { AttachmentRef, Entry } from '../../journal/entry.ts';
import { momentWords } from '../local-time.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords } from '../words.ts';

interface Chain {
  readonly replica: string;
  readonly count: number;
  readonly last: Entry;
}

interface Attachment extends AttachmentRef {
  readonly entry: Entry;
}

/** How anybody can check that this document and the engagement file belong together and were not changed. */
export function* verifyAppendix(context: ReportContext): Generator<void, ReportSection, void> {
  const { engagement, timeZone, entries, appVersion } = context;
  const last = entries.at(-1);
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `This document shows the engagement “${engagement.settings.name}” (${engagement.id}) at entry ${last?.id ?? '–'} of ${last === undefined ? '–' : momentWords(last.recordedAt, timeZone)}. The same state gives the same bytes, whoever exports it and whenever.`,
    },
    {
      kind: 'list',
      isOrdered: true,
      items: [
        'Open the engagement file in Landfall, go to Journal and choose Verify, or run “landfall verify” with the file. It recomputes every hash and names whatever was changed.',
        'Compare the last hash of each chain below with what Verify and the Journal show for that entry.',
        'To check a copy of this report, take its SHA-256 and compare it with the hash under Reports, which the journal keeps for every export.',
        `To make it again, export the same preset with Landfall ${appVersion} before anything else is entered. The bytes are equal.`,
        'To check a piece of evidence or an imported file, take its SHA-256 and find it in the table below.',
      ],
    },
    chainTable(context),
    yield* attachmentTable(context),
  ];
  return { id: 'verify', title: 'How to verify', place: 'appendix', blocks };
}

function chainTable({ entries, timeZone, sources }: ReportContext): ReportBlock {
  const chains = [...Map.groupBy(entries, (entry) => entry.replica)].flatMap(([replica, own]): Chain[] => {
    const last = own.toSorted((a, b) => a.seq - b.seq).at(-1);
    return last === undefined ? [] : [{ replica, count: own.length, last }];
  });
  return smallTable<Chain>(
    { id: 'chains', title: 'Chains of this state', emptyText: 'The journal is empty.', sheet: 'Verify', source: sources.journal },
    [
      { key: 'id', title: 'Chain of laptop', kind: 'text', isCode: true, from: ({ replica }) => replica },
      { key: 'entries', title: 'Entries', kind: 'number', from: ({ count }) => count },
      { key: 'last', title: 'Last entry', kind: 'text', isCode: true, isDataOnly: true, from: ({ last }) => last.id },
      ...bothClocks<Chain>('at', 'Recorded', timeZone, ({ last }) => last.recordedAt),
      { key: 'hash', title: 'Hash of the last entry', kind: 'text', isCode: true, from: ({ last }) => last.hash },
    ],
    chains.toSorted((a, b) => compareWords(a.replica, b.replica)),
  );
}

function attachmentTable({ entries, sources }: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<Attachment>(
    {
      id: 'attachments',
      title: 'Files kept in the engagement',
      emptyText: 'No file is kept.',
      sheet: 'Attachments',
      source: sources.journal,
      mostPrintedRows: 200,
    },
    [
      {
        key: 'id',
        title: 'Id',
        kind: 'text',
        isCode: true,
        isDataOnly: true,
        from: ({ entry, sha256 }) => `${entry.id}:${sha256.slice(0, 12)}`,
      },
      { key: 'name', title: 'File', kind: 'text', from: ({ name }) => name },
      { key: 'size', title: 'Size', unit: 'bytes', kind: 'number', from: ({ sizeBytes }) => sizeBytes },
      { key: 'entry', title: 'Entry', kind: 'text', isCode: true, isDataOnly: true, from: ({ entry }) => entry.id },
      { key: 'sha256', title: 'SHA-256', kind: 'text', isCode: true, from: ({ sha256 }) => sha256 },
    ],
    entries.flatMap((entry) => attachmentsOf(entry).map((ref): Attachment => ({ ...ref, entry }))),
  );
}
