import { glossary } from '../glossary.data.ts';
import type { ReportContext } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords } from '../words.ts';

/** How the figures came about, and what this document does not say. */
export function methodAppendix(context: ReportContext): ReportSection {
  return {
    id: 'method',
    title: 'Method',
    place: 'appendix',
    blocks: [
      { kind: 'heading', level: 3, text: 'How the figures came about' },
      {
        kind: 'list',
        items: [
          'Values come from the imported files, field by field from the newest that states them; a value set by a person counts before all. A field that no source states is unknown, never zero and never “no”.',
          'Data to move is the space in use; else what the disks use; else what is provisioned. Machines of unknown size are counted beside each sum.',
          'Each rule looks at the facts of one machine and says nothing, “raised” or “lacks data”. A blocking rule that lacks data leaves the machine undecided.',
          'First replication in hours is GiB × 8,192 ÷ (Mbit/s × 3,600): the line carries nothing else, without compression and without changes meanwhile.',
          'Windows stand at the same local hour, also when the clocks change; times are given in local time and in UTC.',
          'The number of waves is compared with a proven lower bound; plan and bound are recomputed by a checker that shares no code with the planner.',
          'Times of this document are those of the data and of the journal, not of the export. The same state gives the same bytes.',
        ],
      },
      { kind: 'heading', level: 3, text: 'What this document does not say' },
      {
        kind: 'list',
        items: [
          'Prices, quota and available sizes in Azure: nothing was read from a subscription.',
          'State of the replication in Azure: this document shows what the engagement file holds.',
        ],
      },
      documentTable(context),
    ],
  };
}

interface Document {
  readonly code: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
}

/** Documents behind the rules and steps of this report, with the date of the text that was read. */
function documentTable({ derived }: ReportContext): ReportBlock {
  const documents = new Map<string, Document>();
  for (const { source } of derived.readiness.rules) documents.set(source.code, source);
  for (const { sources } of derived.checklist.steps) for (const source of sources) documents.set(source.code, source);
  return smallTable<Document>(
    {
      id: 'documents',
      title: 'Documents behind rules and steps',
      emptyText: 'No rule and no step of this report rests on a document.',
      sheet: 'Documents',
      source: `Source: rule set ${derived.readiness.ruleSetVersion} of ${derived.readiness.ruleSetDate}.`,
    },
    [
      { key: 'id', title: 'Code', kind: 'text', isCode: true, from: ({ code }) => code },
      { key: 'title', title: 'Document', kind: 'text', from: ({ title }) => title },
      { key: 'date', title: 'Date', kind: 'text', empty: 'none', from: ({ date }) => date },
      { key: 'url', title: 'Address', kind: 'text', empty: 'none', isDataOnly: true, from: ({ url }) => url },
    ],
    [...documents.values()].toSorted((a, b) => compareWords(a.code, b.code)),
  );
}

export function glossaryAppendix(): ReportSection {
  return {
    id: 'glossary',
    title: 'Glossary',
    place: 'appendix',
    blocks: [
      smallTable<(typeof glossary)[number]>(
        { id: 'glossary', title: 'Words of this document', emptyText: 'No word.', sheet: 'Glossary' },
        [
          { key: 'word', title: 'Word', kind: 'text', from: ([word]) => word },
          { key: 'meaning', title: 'Meaning', kind: 'text', from: ([, meaning]) => meaning },
        ],
        glossary,
      ),
    ],
  };
}
