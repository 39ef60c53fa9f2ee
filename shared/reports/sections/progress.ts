import { verdictCounts, type ReportContext } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { numberWords } from '../words.ts';

/** Steps after which a machine is a stage further; a scenario that has no such step has no such stage. */
const STAGES: readonly (readonly [stepId: string, title: string])[] = [
  ['enable-replication', 'Replication enabled'],
  ['confirm-replication-healthy', 'Replication healthy'],
  ['validate-test-vm', 'Tested'],
  ['run-failover', 'Failed over'],
  ['validate-migrated-vm', 'Checked in Azure'],
  ['complete-migration', 'Completed'],
  ['commit-move', 'Committed'],
  ['decommission-source', 'Source retired'],
];

interface Stage {
  readonly id: string;
  readonly title: string;
  readonly machines: number;
}

/** From found to retired: how many machines have come how far. */
export function progressBlocks(context: ReportContext): ReportBlock[] {
  const { machines, inScope, derived, sources } = context;
  const counts = verdictCounts(inScope);
  const placed = inScope.filter((each) => each.wave !== null).length;
  const steps = new Map(derived.checklist.steps.map((step) => [step.id, step]));
  const stages: Stage[] = [
    { id: 'found', title: 'Found', machines: machines.length },
    { id: 'in-scope', title: 'In scope', machines: inScope.length },
    { id: 'can-move', title: 'Can move', machines: counts.ready + counts['ready-with-warnings'] },
    { id: 'in-a-wave', title: 'In a wave', machines: placed },
    ...STAGES.flatMap(([id, title]) => {
      const step = steps.get(id);
      return step === undefined || step.per !== 'machine' ? [] : [{ id, title, machines: step.doneCount }];
    }),
  ];
  return [
    {
      kind: 'chart',
      title: 'How far the machines have come',
      description: stages.map(({ title, machines: count }) => `${title}: ${numberWords(count)}`).join('. '),
      chart: 'bar',
      unit: 'machines',
      series: [{ name: 'Machines', tone: 'neutral', points: stages.map(({ title, machines: count }) => ({ label: title, value: count })) }],
      source: sources.journal,
    },
    smallTable<Stage>(
      {
        id: 'progress',
        title: 'How far the machines have come',
        emptyText: 'There is no machine.',
        sheet: 'Progress',
        source: sources.journal,
      },
      [
        { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
        { key: 'stage', title: 'Stage', kind: 'text', from: ({ title }) => title },
        { key: 'machines', title: 'Machines', kind: 'number', from: ({ machines: count }) => count },
      ],
      stages,
    ),
  ];
}
