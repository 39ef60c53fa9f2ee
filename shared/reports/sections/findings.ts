import { fieldTitle } from '../../domain/machine-fields.ts';
import type { Finding } from '../../readiness/rule.ts';
import { isBlocking, isOpenBlocker, type BlockingRule, type MachineFinding } from '../gather-findings.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { smallTable, tableOf, type TableColumn } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import {
  compareWords,
  listWords,
  SEVERITY_TITLES,
  SEVERITY_TONES,
  severityRank,
  valueWords,
  VERDICT_TITLES,
  VERDICT_TONES,
} from '../words.ts';

export function blockersOf({ assessment }: ReportMachine): Finding[] {
  return assessment.findings.filter(isOpenBlocker);
}

export function ruleTitles(findings: readonly Finding[], context: ReportContext): string {
  return findings.map((finding) => `${context.rules.get(finding.ruleId)?.title ?? finding.ruleId} (${finding.ruleId})`).join('; ');
}

/** "Firmware: uefi, Disks: 3": what the rule looked at. */
export function seenWords({ seen, detail }: Finding): string {
  const values = Object.entries(seen).map(([field, value]) => `${fieldTitle(field)}: ${valueWords(value)}`);
  return [...values, ...(detail === null ? [] : [detail])].join('; ');
}

/** One row per blocking rule: how many machines, which, why, and what mends it. */
export function blockerSummary(context: ReportContext): ReportBlock {
  const rule = (row: BlockingRule) => context.rules.get(row.ruleId);
  return smallTable<BlockingRule>(
    {
      id: 'blockers',
      title: 'Blockers, most machines first',
      emptyText: 'No rule blocks a machine.',
      sheet: 'Blockers',
      source: context.sources.readiness,
    },
    [
      { key: 'id', title: 'Rule', kind: 'text', isCode: true, from: ({ ruleId }) => ruleId },
      { key: 'title', title: 'Blocker', kind: 'text', from: (row) => rule(row)?.title },
      { key: 'machines', title: 'Machines', kind: 'number', from: ({ machines }) => machines.length },
      {
        key: 'which',
        title: 'Which',
        kind: 'text',
        from: ({ machines }) =>
          listWords(
            machines.map(({ row }) => row.name),
            6,
          ),
      },
      { key: 'why', title: 'Why', kind: 'text', from: (row) => rule(row)?.why },
      { key: 'remedy', title: 'What to do', kind: 'text', from: (row) => rule(row)?.remedy },
      {
        key: 'document',
        title: 'Document',
        kind: 'text',
        empty: 'none',
        from: (row) => [rule(row)?.source.title, rule(row)?.source.date].filter((part) => part !== undefined && part !== '').join(', '),
      },
      { key: 'url', title: 'Address', kind: 'text', empty: 'none', isDataOnly: true, from: (row) => rule(row)?.source.url },
    ],
    context.blockers,
  );
}

export const identity: readonly TableColumn<ReportMachine>[] = [
  { key: 'name', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
  { key: 'wave', title: 'Wave', kind: 'number', empty: 'none', from: ({ wave }) => wave?.number },
  { key: 'application', title: 'Application', kind: 'text', from: ({ row }) => row.application },
  { key: 'owner', title: 'Owner', kind: 'text', from: ({ row }) => row.owner },
];

/** One row per undecided machine: every fact that is missing, and the rules that wait. */
export function undecidedMachines(context: ReportContext): Generator<void, ReportBlock, void> {
  const waiting = (each: ReportMachine): Finding[] =>
    each.assessment.findings.filter((finding) => finding.outcome === 'unknown' && isBlocking(finding));
  const facts = (each: ReportMachine): string[] => [...new Set(waiting(each).flatMap((finding) => finding.missing))].map(fieldTitle);
  return tableOf<ReportMachine>(
    {
      id: 'undecided',
      title: 'Undecided machines',
      emptyText: 'No machine is undecided.',
      sheet: 'Undecided',
      source: context.sources.readiness,
      mostPrintedRows: 60,
    },
    [
      { key: 'id', title: 'Machine id', kind: 'text', isCode: true, isDataOnly: true, from: ({ machine }) => machine.id },
      ...identity,
      { key: 'rules', title: 'Rules waiting', kind: 'number', from: (each) => waiting(each).length },
      { key: 'factCount', title: 'Facts missing', kind: 'number', from: (each) => facts(each).length },
      { key: 'facts', title: 'Which facts', kind: 'text', isDataOnly: true, from: (each) => facts(each).toSorted(compareWords).join(', ') },
      {
        key: 'ruleIds',
        title: 'Rule ids',
        kind: 'text',
        isDataOnly: true,
        from: (each) =>
          waiting(each)
            .map(({ ruleId }) => ruleId)
            .join(', '),
      },
    ],
    context.inScope.filter((each) => each.verdict === 'undecided'),
  );
}

/** Everything that was raised, one row per machine and rule; what lacks data stands in the table of undecided machines. */
export function findingTable(context: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<MachineFinding>(
    {
      id: 'findings',
      title: 'Findings',
      emptyText: 'No rule was raised.',
      sheet: 'Findings',
      source: context.sources.readiness,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ each, finding }) => `${each.machine.id}:${finding.ruleId}` },
      { key: 'machine', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
      { key: 'verdict', title: 'Verdict', kind: 'text', tones: VERDICT_TONES, from: ({ each }) => VERDICT_TITLES[each.verdict] },
      { key: 'wave', title: 'Wave', kind: 'number', empty: 'none', from: ({ each }) => each.wave?.number },
      { key: 'rule', title: 'Rule', kind: 'text', isCode: true, from: ({ finding }) => finding.ruleId },
      { key: 'title', title: 'What it says', kind: 'text', from: ({ finding }) => context.rules.get(finding.ruleId)?.title },
      { key: 'severity', title: 'Weight', kind: 'text', tones: SEVERITY_TONES, from: ({ finding }) => SEVERITY_TITLES[finding.severity] },
      { key: 'seen', title: 'Values seen', kind: 'text', empty: 'none', from: ({ finding }) => seenWords(finding) },
    ],
    raisedFindings(context),
  );
}

function* raisedFindings({ inScope }: ReportContext): Generator<MachineFinding, void, void> {
  for (const each of inScope) {
    const raised = each.assessment.findings.filter((finding) => finding.outcome === 'raised');
    for (const finding of raised.toSorted(
      (a, b) => severityRank(a.severity) - severityRank(b.severity) || compareWords(a.ruleId, b.ruleId),
    ))
      yield { each, finding };
  }
}
