import type { Tie } from '../../dependencies/tie.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { smallTable, tableOf, type TableColumn } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { countWords, numberWords } from '../words.ts';

interface Tied {
  readonly tie: Tie;
  readonly from: ReportMachine | undefined;
  readonly to: ReportMachine | undefined;
}

const REACH_TONES = { 'Across waves': 'warning', 'Same group': 'neutral', 'Same wave': 'neutral', 'Outside the plan': 'unknown' } as const;

/** Who calls whom, what is cut by the waves, and what nobody could place. */
export function* dependencySection(context: ReportContext): Generator<void, ReportSection, void> {
  const { ties, foldedAway, unknownEnds, connectionCount } = context.derived.ties;
  if (connectionCount === 0)
    return {
      id: 'dependencies',
      title: 'Dependencies',
      blocks: [
        {
          kind: 'note',
          tone: 'unknown',
          text: 'No connections were imported. Groups rest on applications and on what people put together; ties that nobody recorded are unknown.',
        },
      ],
    };
  const byId = new Map(context.machines.map((each) => [each.machine.id, each]));
  yield;
  const tied = ties.map((tie): Tied => ({ tie, from: byId.get(tie.from), to: byId.get(tie.to) }));
  yield;
  const cut = tied.filter((each) => reachOf(each) === 'Across waves').toSorted(mostUsedFirst);
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `${countWords(connectionCount, 'connection')} of the imports amount to ${countWords(ties.length, 'tie')} between machines; ${numberWords(cut.length)} ${cut.length === 1 ? 'runs' : 'run'} between machines of different waves, so that after the earlier wave it goes over the line to Azure. Shared services are folded away; ${countWords(unknownEnds.length, 'end')} fit${unknownEnds.length === 1 ? 's' : ''} no machine of the inventory.`,
    },
    yield* cutTable(context, cut),
    foldedTable(context, foldedAway),
    yield* unknownTable(context, unknownEnds),
    decisionTable(context),
    yield* tieTable(context, tied),
  ];
  return { id: 'dependencies', title: 'Dependencies', blocks };
}

function reachOf({ from, to }: Tied): keyof typeof REACH_TONES {
  if (from?.group !== null && from?.group !== undefined && from.group.id === to?.group?.id) return 'Same group';
  if (from?.wave === null || from?.wave === undefined || to?.wave === null || to?.wave === undefined) return 'Outside the plan';
  return from.wave.id === to.wave.id ? 'Same wave' : 'Across waves';
}

/** Calls of databases and queues first: there a longer way is felt. */
function mostUsedFirst(a: Tied, b: Tied): number {
  if (a.tie.isLatencySensitive !== b.tie.isLatencySensitive) return a.tie.isLatencySensitive ? -1 : 1;
  if (a.tie.count !== b.tie.count) return b.tie.count - a.tie.count;
  return tieId(a) < tieId(b) ? -1 : 1;
}

function tieId({ tie }: Tied): string {
  return `${tie.from}>${tie.to}`;
}

const ends: readonly TableColumn<Tied>[] = [
  { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: tieId },
  { key: 'from', title: 'From', kind: 'text', from: ({ tie, from }) => from?.row.name ?? tie.from },
  { key: 'fromWave', title: 'Wave', kind: 'number', empty: 'none', from: ({ from }) => from?.wave?.number },
  { key: 'to', title: 'To', kind: 'text', from: ({ tie, to }) => to?.row.name ?? tie.to },
  { key: 'toWave', title: 'Its wave', kind: 'number', empty: 'none', from: ({ to }) => to?.wave?.number },
  { key: 'ports', title: 'Ports', kind: 'text', from: ({ tie }) => tie.ports.join(', ') },
  { key: 'count', title: 'Seen', unit: 'times', kind: 'number', from: ({ tie }) => tie.count },
  { key: 'latency', title: 'Database or queue', kind: 'boolean', from: ({ tie }) => tie.isLatencySensitive },
];

function cutTable(context: ReportContext, cut: readonly Tied[]): Generator<void, ReportBlock, void> {
  return tableOf<Tied>(
    {
      id: 'cut-ties',
      title: 'Ties between machines of different waves, databases and queues first',
      emptyText: context.engagement.plan === null ? 'There is no plan yet.' : 'No tie runs between machines of different waves.',
      sheet: 'TiesAcrossWaves',
      source: context.sources.plan,
      mostPrintedRows: 60,
    },
    ends,
    cut,
  );
}

function tieTable(context: ReportContext, tied: readonly Tied[]): Generator<void, ReportBlock, void> {
  const files = new Map(context.engagement.imports.map((record) => [record.id, record.fileName]));
  return tableOf<Tied>(
    {
      id: 'dependencies',
      title: 'All ties',
      emptyText: 'No tie.',
      sheet: 'Dependencies',
      source: context.sources.inventory,
      isDataOnly: true,
    },
    [
      ...ends,
      { key: 'reach', title: 'Reach', kind: 'text', tones: REACH_TONES, from: reachOf },
      { key: 'file', title: 'File', kind: 'text', from: ({ tie }) => files.get(tie.importId) ?? tie.importId },
      { key: 'row', title: 'Row', kind: 'number', from: ({ tie }) => tie.row },
      { key: 'seenAt', title: 'Last seen', kind: 'date', from: ({ tie }) => tie.seenAt },
    ],
    tied,
  );
}

function foldedTable(context: ReportContext, folded: ReportContext['derived']['ties']['foldedAway']): ReportBlock {
  return smallTable<(typeof folded)[number]>(
    {
      id: 'shared-services',
      title: 'Shared services that tie nobody',
      emptyText: 'No connection was folded away.',
      sheet: 'SharedServices',
      source: context.sources.inventory,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ serviceId }) => serviceId },
      { key: 'service', title: 'Service', kind: 'text', from: ({ title }) => title },
      { key: 'connections', title: 'Connections', kind: 'number', from: ({ connections }) => connections },
      { key: 'machines', title: 'Machines', kind: 'number', from: ({ machines }) => machines },
    ],
    folded,
  );
}

function unknownTable(
  context: ReportContext,
  unknown: ReportContext['derived']['ties']['unknownEnds'],
): Generator<void, ReportBlock, void> {
  return tableOf<(typeof unknown)[number]>(
    {
      id: 'unknown-ends',
      title: 'Ends that fit no machine',
      emptyText: 'Every end of a connection is a machine of the inventory.',
      sheet: 'UnknownEnds',
      source: context.sources.inventory,
      mostPrintedRows: 40,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ name }) => `end:${name}` },
      { key: 'name', title: 'Name or address', kind: 'text', from: ({ name }) => name },
      { key: 'connections', title: 'Connections', kind: 'number', from: ({ connections }) => connections },
      {
        key: 'why',
        title: 'Why',
        kind: 'text',
        from: ({ why }) => (why === 'ambiguous' ? 'Fits several machines' : 'In none of the inventories'),
      },
    ],
    unknown,
  );
}

interface TieDecision {
  readonly id: string;
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

function decisionTable({ engagement, names, sources }: ReportContext): ReportBlock {
  const { cuts, together } = engagement.dependencyRules;
  const rows: TieDecision[] = [
    ...cuts.map((cut) => ({ ...cut, id: `cut:${cut.a}:${cut.b}`, kind: 'Cut accepted' })),
    ...together.map((tie) => ({ ...tie, id: `together:${tie.a}:${tie.b}`, kind: 'Kept together' })),
  ];
  return smallTable<TieDecision>(
    {
      id: 'tie-decisions',
      title: 'Cuts and ties that a person decided',
      emptyText: 'Nobody cut or added a tie.',
      sheet: 'TieDecisions',
      source: sources.journal,
      mostPrintedRows: 60,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'kind', title: 'Decision', kind: 'text', from: ({ kind }) => kind },
      { key: 'a', title: 'Machine', kind: 'text', from: ({ a }) => names.machine(a) },
      { key: 'b', title: 'and', kind: 'text', from: ({ b }) => names.machine(b) },
      { key: 'reason', title: 'Reason', kind: 'text', empty: 'none', from: ({ reason }) => reason },
    ],
    rows,
  );
}
