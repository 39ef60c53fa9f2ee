import type { MachineFinding } from '../gather-findings.ts';
import type { ReportContext } from '../report-context.ts';
import { tableOf, type TableColumn } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { countWords, listWords } from '../words.ts';
import { identity, seenWords } from './findings.ts';

/** Blocked machines for the eye, and the work list for the workbook. */
export function* blockedMachines(context: ReportContext): Generator<void, ReportBlock[], void> {
  const { blockers, inScope } = context;
  const everywhere = new Set(
    blockers.filter(({ machines }) => machines.length > 1 && machines.length === inScope.length).map(({ ruleId }) => ruleId),
  );
  const titles = [...everywhere].map((id) => `“${context.rules.get(id)?.title ?? id}” (${id})`);
  const blocks: ReportBlock[] = [];
  if (titles.length > 0)
    blocks.push({
      kind: 'paragraph',
      text: `${listWords(titles)} ${titles.length === 1 ? 'holds' : 'hold'} for all ${countWords(inScope.length, 'machine')} and ${titles.length === 1 ? 'is' : 'are'} not repeated for each of them.`,
    });
  blocks.push(yield* printedTable(context, everywhere), yield* backlogTable(context));
  return blocks;
}

function findingColumns({ rules }: ReportContext): TableColumn<MachineFinding>[] {
  return [
    ...identity.map((column): TableColumn<MachineFinding> => ({ ...column, from: ({ each }, index) => column.from(each, index) })),
    { key: 'rule', title: 'Rule', kind: 'text', isCode: true, from: ({ finding }) => finding.ruleId },
    { key: 'blocker', title: 'Blocker', kind: 'text', from: ({ finding }) => rules.get(finding.ruleId)?.title },
    { key: 'seen', title: 'Values seen', kind: 'text', empty: 'none', from: ({ finding }) => seenWords(finding) },
  ];
}

function printedTable(context: ReportContext, everywhere: ReadonlySet<string>): Generator<void, ReportBlock, void> {
  return tableOf<MachineFinding>(
    {
      id: 'blocked-machines',
      title: everywhere.size === 0 ? 'Blocked machines' : 'Machines with blockers of their own',
      emptyText: everywhere.size === 0 ? 'No machine is blocked.' : 'No machine has another blocker.',
      source: context.sources.readiness,
      mostPrintedRows: 60,
    },
    findingColumns(context),
    context.openBlockers.filter(({ finding }) => !everywhere.has(finding.ruleId)),
  );
}

/** One row per machine and blocker, with room for who and when. */
function backlogTable(context: ReportContext): Generator<void, ReportBlock, void> {
  return tableOf<MachineFinding>(
    {
      id: 'backlog',
      title: 'Work list of blocked machines',
      emptyText: 'No machine is blocked.',
      sheet: 'Backlog',
      source: context.sources.readiness,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ each, finding }) => `${each.machine.id}:${finding.ruleId}` },
      ...findingColumns(context),
      { key: 'remedy', title: 'What to do', kind: 'text', from: ({ finding }) => context.rules.get(finding.ruleId)?.remedy },
      { key: 'assignee', title: 'Who mends it', kind: 'text', empty: 'none', choices: [], from: () => null },
      { key: 'due', title: 'Due', kind: 'text', empty: 'none', choices: [], from: () => null },
      { key: 'status', title: 'Status', kind: 'text', choices: ['Open', 'In work', 'Done', 'Accepted'], from: () => 'Open' },
    ],
    context.openBlockers,
  );
}
