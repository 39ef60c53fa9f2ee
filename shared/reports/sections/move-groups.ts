import type { GroupView } from '../../contract/shapes.ts';
import type { ReportContext } from '../report-context.ts';
import { tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords, countWords, GROUP_REASONS, listWords, numberWords, VERDICT_TITLES, VERDICT_TONES } from '../words.ts';

const NAMES_IN_A_CELL = 200;

/** Machines that must move together, and why. */
export function* moveGroupSection(context: ReportContext): Generator<void, ReportSection, void> {
  const { engagement, derived } = context;
  const waveNumbers = new Map((engagement.plan?.waves ?? []).map((wave) => [wave.id, wave.number]));
  const groups = derived.groupViews.toSorted((a, b) => b.machineIds.length - a.machineIds.length || compareWords(a.title, b.title));
  const singles = groups.filter((group) => group.machineIds.length === 1).length;
  const nameOf = (id: string): string => context.names.machine(id);
  const table = yield* tableOf<GroupView>(
    {
      id: 'groups',
      title: 'Move groups, largest first',
      emptyText: 'No machine is in scope, so there is no move group.',
      sheet: 'Groups',
      source: context.sources.inventory,
      mostPrintedRows: 80,
    },
    [
      { key: 'id', title: 'Group id', kind: 'text', isCode: true, isDataOnly: true, from: (group) => group.id },
      { key: 'title', title: 'Group', kind: 'text', from: (group) => group.title },
      { key: 'reason', title: 'Why together', kind: 'text', from: (group) => GROUP_REASONS[group.reason] },
      { key: 'wave', title: 'Wave', kind: 'number', empty: 'none', from: (group) => waveNumbers.get(group.waveId ?? '') },
      { key: 'count', title: 'Machines', kind: 'number', from: (group) => group.machineIds.length },
      {
        key: 'data',
        title: 'Data to move',
        unit: 'GiB',
        kind: 'number',
        from: (group) => (group.unknownSizeCount === group.machineIds.length ? null : group.sizeGiB),
      },
      { key: 'unknownSize', title: 'Of unknown size', unit: 'machines', kind: 'number', from: (group) => group.unknownSizeCount },
      { key: 'verdict', title: 'Readiness', kind: 'text', tones: VERDICT_TONES, from: (group) => VERDICT_TITLES[group.verdict] },
      {
        key: 'names',
        title: 'Members',
        kind: 'text',
        from: (group) => listWords(group.machineIds.map(nameOf).toSorted(compareWords), NAMES_IN_A_CELL),
      },
    ],
    groups,
  );
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `${countWords(groups.length, 'move group')}: machines of one application move together, so do machines that need each other, and what a person put together; ${numberWords(singles)} ${singles === 1 ? 'machine has' : 'machines have'} no known ties and ${singles === 1 ? 'moves' : 'move'} alone. The readiness of a group is that of its worst machine.`,
    },
    table,
  ];
  return { id: 'groups', title: 'Move groups', blocks };
}
