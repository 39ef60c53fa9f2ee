import type { QuestionView } from '../../contract/shapes.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, smallTable } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { valueWords } from '../words.ts';

interface Settled {
  readonly id: string;
  readonly what: string;
  readonly value: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

const NOT_DECIDED = 'not decided';

/** The settings of the engagement and the answers that shape the checklist; what nobody decided is written out. */
export function settledTable({ engagement, derived, timeZone, sources }: ReportContext): ReportBlock {
  const { settings } = engagement;
  const plain = (id: string, what: string, value: string | null): Settled => ({ id, what, value, reason: null, by: null, at: null });
  const rows: Settled[] = [
    ...derived.checklist.questions.map(answerRow),
    plain('target-region', 'Target region', settings.targetRegion),
    plain('vault-region', 'Region of the vault', settings.vaultRegion),
    plain('site-link', 'Speed of the line', settings.siteLinkMbps === null ? null : `${valueWords(settings.siteLinkMbps)} Mbit/s`),
    plain('time-zone', 'Time zone', settings.timeZone),
  ];
  return smallTable<Settled>(
    { id: 'settled', title: 'What is decided today', emptyText: 'Nothing.', sheet: 'Settings', source: sources.journal },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'what', title: 'Question', kind: 'text', from: ({ what }) => what },
      { key: 'value', title: 'Answer', kind: 'text', tones: { [NOT_DECIDED]: 'unknown' }, from: ({ value }) => value ?? NOT_DECIDED },
      { key: 'reason', title: 'Reason', kind: 'text', empty: 'none', from: ({ reason }) => reason },
      { key: 'by', title: 'By', kind: 'text', empty: 'none', from: ({ by }) => by },
      ...bothClocks<Settled>('at', 'At', timeZone, ({ at }) => at).map((column) => ({
        ...column,
        empty: 'none' as const,
        isDataOnly: true,
      })),
    ],
    rows,
  );
}

function answerRow({ id, title, options, answer }: QuestionView): Settled {
  const labels = (answer?.values ?? []).map((value) => options.find((option) => option.value === value)?.label ?? value);
  return {
    id,
    what: title,
    value: labels.length === 0 ? null : labels.join(', '),
    reason: answer?.reason ?? null,
    by: answer?.by ?? null,
    at: answer?.at ?? null,
  };
}
