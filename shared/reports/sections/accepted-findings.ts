import type { Finding } from '../../readiness/rule.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { bothClocks, tableOf } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';

interface Accepted {
  readonly each: ReportMachine;
  readonly finding: Finding;
}

/** Blockers for which a named person took the responsibility; where the values have changed since, they block again. */
export function acceptedFindings(context: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<Accepted>(
    {
      id: 'accepted',
      title: 'Blockers that a person overrides',
      emptyText: 'No blocker is overridden.',
      sheet: 'Accepted',
      source: context.sources.readiness,
      mostPrintedRows: 60,
    },
    [
      {
        key: 'id',
        title: 'Id',
        kind: 'text',
        isCode: true,
        isDataOnly: true,
        from: ({ each, finding }) => `${each.machine.id}:${finding.ruleId}`,
      },
      { key: 'name', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
      { key: 'rule', title: 'Rule', kind: 'text', isCode: true, from: ({ finding }) => finding.ruleId },
      { key: 'blocker', title: 'Blocker', kind: 'text', from: ({ finding }) => context.rules.get(finding.ruleId)?.title },
      { key: 'reason', title: 'Why it may move', kind: 'text', from: ({ finding }) => finding.override?.reason },
      { key: 'by', title: 'By', kind: 'text', from: ({ finding }) => finding.override?.by },
      ...bothClocks<Accepted>('at', 'At', context.timeZone, ({ finding }) => finding.override?.at),
      {
        key: 'state',
        title: 'State',
        kind: 'text',
        tones: { 'In force': 'warning', 'Values have changed: blocks again': 'bad' },
        from: ({ finding }) => (finding.override?.isStale === true ? 'Values have changed: blocks again' : 'In force'),
      },
    ],
    acceptedOf(context),
  );
}

function* acceptedOf({ inScope }: ReportContext): Generator<Accepted, void, void> {
  for (const each of inScope) for (const finding of each.assessment.findings) if (finding.override !== undefined) yield { each, finding };
}
