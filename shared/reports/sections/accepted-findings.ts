import type { MachineFinding } from '../gather-findings.ts';
import type { ReportContext } from '../report-context.ts';
import { bothClocks, tableOf } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';

/** Blockers for which a named person took the responsibility; where the values have changed since, they block again. */
export function acceptedFindings(context: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<MachineFinding>(
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
      ...bothClocks<MachineFinding>('at', 'At', context.timeZone, ({ finding }) => finding.override?.at),
      {
        key: 'state',
        title: 'State',
        kind: 'text',
        tones: { 'In force': 'warning', 'Values have changed: blocks again': 'bad' },
        from: ({ finding }) => (finding.override?.isStale === true ? 'Values have changed: blocks again' : 'In force'),
      },
    ],
    context.overridden,
  );
}
