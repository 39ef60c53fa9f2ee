import type { PlanView, WaveView } from '../../contract/shapes.ts';
import { neededNote, spareWords } from '../../snapshot/plan-words.ts';
import { hoursOverTheLine, type ReportContext } from '../report-context.ts';
import { bothClocks, smallTable, tableOf, type TableColumn } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { countWords, numberWords } from '../words.ts';
import { loadChart, planTimeline } from './wave-charts.ts';
import { calendarTable, limitTable } from './wave-rules.ts';

/** What moves when, how full each wave is, and why fewer waves are impossible. */
export function* wavePlanSection(context: ReportContext): Generator<void, ReportSection, void> {
  const { plan } = context.derived;
  if (plan === null)
    return {
      id: 'waves',
      title: 'Wave plan',
      blocks: [{ kind: 'note', tone: 'unknown', text: 'No plan is in force. Plan waves in Landfall, then export this report again.' }],
    };
  const blocks: ReportBlock[] = [...answer(plan)];
  const timeline = planTimeline(context, plan);
  if (timeline !== null) blocks.push(timeline);
  blocks.push(yield* waveTable(context, plan));
  blocks.push({ kind: 'heading', level: 3, text: 'Load against each limit' });
  for (const resource of plan.waves[0]?.loads ?? []) blocks.push(loadChart(plan, resource.resourceId, context.sources.plan));
  blocks.push(capacityTable(context, plan));
  yield;
  blocks.push({ kind: 'heading', level: 3, text: 'Calendar and rules' }, yield* calendarTable(context, plan), limitTable(context, plan));
  blocks.push(outsideTable(context, plan));
  return { id: 'waves', title: 'Wave plan', blocks };
}

const CHECKED = 'A checker that shares no code with the planner recomputed loads, order, pins and freezes.';

function answer(plan: PlanView): ReportBlock[] {
  const waves = plan.waves.length;
  const blocks: ReportBlock[] = [
    {
      kind: 'figures',
      figures: [
        { label: 'Waves', value: numberWords(waves), note: neededNote(plan) },
        {
          label: 'Machines in waves',
          value: numberWords(plan.waves.reduce((sum, wave) => sum + wave.machineCount, 0)),
          note: 'of the scope',
        },
        {
          label: 'Verdict of the checker',
          value: plan.isValid ? 'Valid' : 'Not valid',
          note: plan.isValid ? 'every rule is kept' : `${countWords(plan.violations.length, 'rule')} broken`,
          tone: plan.isValid ? 'good' : 'bad',
        },
        { label: 'Moves by hand', value: numberWords(plan.handMoves), note: 'since the plan was made' },
      ],
    },
    {
      kind: 'paragraph',
      text: [plan.lowerBoundReason, spareWords(plan), CHECKED].filter((sentence) => sentence !== '').join(' '),
    },
  ];
  if (plan.violations.length > 0)
    blocks.push(
      { kind: 'note', tone: 'bad', text: 'The plan breaks rules. It must not be carried out before each of them is settled.' },
      { kind: 'list', items: plan.violations.map((violation) => violation.text) },
    );
  return blocks;
}

/** Where no machine of the wave has a size, nothing is known; zero would be a lie. */
function knownSize({ sizeGiB, unknownSizeCount, machineCount }: WaveView): number | null {
  return machineCount > 0 && unknownSizeCount === machineCount ? null : sizeGiB;
}

const verdictColumns: readonly TableColumn<WaveView>[] = [
  { key: 'ready', title: 'Ready', kind: 'number', from: (wave) => wave.verdicts.ready },
  { key: 'warnings', title: 'With warnings', kind: 'number', from: (wave) => wave.verdicts['ready-with-warnings'] },
  { key: 'undecided', title: 'Undecided', kind: 'number', from: (wave) => wave.verdicts.undecided },
  { key: 'blocked', title: 'Blocked', kind: 'number', from: (wave) => wave.verdicts.blocked },
];

function waveTable(context: ReportContext, plan: PlanView): Generator<void, ReportBlock, void> {
  const { timeZone, engagement } = context;
  const { siteLinkMbps } = engagement.settings;
  return tableOf<WaveView>(
    {
      id: 'waves',
      title: 'Waves',
      emptyText: 'The plan holds no wave.',
      sheet: 'Waves',
      source: context.sources.plan,
      mostPrintedRows: 120,
    },
    [
      { key: 'id', title: 'Wave id', kind: 'text', isCode: true, isDataOnly: true, from: (wave) => wave.id },
      { key: 'number', title: 'Wave', kind: 'number', from: (wave) => wave.number },
      ...bothClocks<WaveView>('start', 'Window starts', timeZone, (wave) => wave.window?.startsAt),
      ...bothClocks<WaveView>('end', 'Window ends', timeZone, (wave) => wave.window?.endsAt),
      { key: 'groups', title: 'Groups', kind: 'number', isDataOnly: true, from: (wave) => wave.groupIds.length },
      { key: 'machines', title: 'Machines', kind: 'number', from: (wave) => wave.machineCount },
      { key: 'data', title: 'Data', unit: 'GiB', kind: 'number', from: knownSize },
      {
        key: 'unknownSize',
        title: 'Of unknown size',
        unit: 'machines',
        kind: 'number',
        isDataOnly: true,
        from: (wave) => wave.unknownSizeCount,
      },
      {
        key: 'hours',
        title: siteLinkMbps === null ? 'First replication' : `First replication at ${numberWords(siteLinkMbps)} Mbit/s`,
        unit: 'h',
        kind: 'number',
        decimals: 1,
        from: (wave) => hoursOverTheLine(knownSize(wave), siteLinkMbps),
      },
      ...verdictColumns,
      { key: 'problems', title: 'Broken rules', kind: 'text', empty: 'none', isDataOnly: true, from: (wave) => wave.problems.join(' ') },
    ],
    plan.waves,
  );
}

interface Load {
  readonly wave: WaveView;
  readonly load: WaveView['loads'][number];
}

function capacityTable(context: ReportContext, plan: PlanView): ReportBlock {
  const state = ({ load }: Load): string => {
    if (load.limit === null) return 'No limit';
    if (load.used > load.limit) return 'Over the limit';
    if (load.used === load.limit) return 'Full';
    return load.used >= load.limit * 0.9 ? 'Nearly full' : 'Fits';
  };
  return smallTable<Load>(
    {
      id: 'capacity',
      title: 'Load of each wave against each limit',
      emptyText: 'The plan holds no wave.',
      sheet: 'Capacity',
      source: context.sources.plan,
      mostPrintedRows: 80,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ wave, load }) => `${wave.id}:${load.resourceId}` },
      { key: 'wave', title: 'Wave', kind: 'number', from: ({ wave }) => wave.number },
      { key: 'resource', title: 'What is limited', kind: 'text', from: ({ load }) => load.title },
      { key: 'used', title: 'Used', kind: 'number', from: ({ load }) => load.used },
      { key: 'limit', title: 'Limit', kind: 'number', empty: 'none', from: ({ load }) => load.limit },
      { key: 'unit', title: 'Unit', kind: 'text', from: ({ load }) => load.unit },
      {
        key: 'share',
        title: 'Full',
        unit: '%',
        kind: 'number',
        empty: 'none',
        from: ({ load }) => (load.limit === null ? null : (load.used / load.limit) * 100),
      },
      {
        key: 'state',
        title: 'State',
        kind: 'text',
        tones: { 'Over the limit': 'bad' },
        from: state,
      },
    ],
    plan.waves.flatMap((wave) => wave.loads.map((load) => ({ wave, load }))),
  );
}

function outsideTable(context: ReportContext, plan: PlanView): ReportBlock {
  const titles = new Map(context.derived.groups.map((group) => [group.id, group]));
  const rows = [
    ...plan.leftOut.map(({ groupId, reason }) => ({ groupId, reason })),
    ...plan.unplannedGroupIds.map((groupId) => ({ groupId, reason: 'Came after the plan was made.' })),
  ];
  return smallTable<(typeof rows)[number]>(
    {
      id: 'outside-plan',
      title: 'Groups outside the plan',
      emptyText: 'Every move group stands in a wave.',
      sheet: 'OutsidePlan',
      source: context.sources.plan,
      mostPrintedRows: 60,
    },
    [
      { key: 'id', title: 'Group id', kind: 'text', isCode: true, isDataOnly: true, from: ({ groupId }) => groupId },
      { key: 'group', title: 'Group', kind: 'text', from: ({ groupId }) => titles.get(groupId)?.title ?? groupId },
      { key: 'machines', title: 'Machines', kind: 'number', from: ({ groupId }) => titles.get(groupId)?.machineIds.length ?? null },
      { key: 'reason', title: 'Why', kind: 'text', from: ({ reason }) => reason },
    ],
    rows,
  );
}
