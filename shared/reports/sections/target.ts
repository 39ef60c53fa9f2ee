import { sizeByName } from '../../domain/azure-sizes.ts';
import { hoursOverTheLine, memoryGiB, sumOf, type ReportContext, type ReportMachine } from '../report-context.ts';
import { smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { compareWords, countWords, numberWords } from '../words.ts';

const FIT_TONES = {
  'As large': 'good',
  Larger: 'good',
  'Fewer processors': 'warning',
  'Less memory': 'warning',
  'Not chosen': 'unknown',
  'Not in the table of sizes': 'unknown',
  'Source unknown': 'unknown',
} as const;

/** What the machines are to become in Azure, and what the line has to carry meanwhile. */
export function* targetSection(context: ReportContext): Generator<void, ReportSection, void> {
  const { inScope } = context;
  const chosen = inScope.filter(({ machine }) => machine.facts.targetVmSize !== undefined).length;
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: `A target size is chosen for ${numberWords(chosen)} of ${countWords(inScope.length, 'machine')} in scope. Prices and quota are not part of these data.`,
    },
    sizeTable(context),
    yield* sizingTable(context),
    { kind: 'heading', level: 3, text: 'Replication' },
    replicationTable(context),
  ];
  return { id: 'target', title: 'Target and replication', blocks };
}

function sizeTable(context: ReportContext): ReportBlock {
  const groups = [...Map.groupBy(context.inScope, ({ machine }) => machine.facts.targetVmSize ?? '')]
    .filter(([size]) => size !== '')
    .map(([size, machines]) => ({ size, machines, known: sizeByName(size) }))
    .toSorted((a, b) => b.machines.length - a.machines.length || compareWords(a.size, b.size));
  return smallTable<(typeof groups)[number]>(
    {
      id: 'target-sizes',
      title: 'Chosen sizes',
      emptyText: 'No target size is chosen yet.',
      sheet: 'TargetSizes',
      source: context.sources.inventory,
      mostPrintedRows: 40,
    },
    [
      { key: 'id', title: 'Size', kind: 'text', from: ({ size }) => size },
      { key: 'machines', title: 'Machines', kind: 'number', from: ({ machines }) => machines.length },
      { key: 'cpu', title: 'Processors each', unit: 'vCPU', kind: 'number', from: ({ known }) => known?.cpuCount },
      { key: 'memory', title: 'Memory each', unit: 'GiB', kind: 'number', decimals: 1, from: ({ known }) => known?.memoryGiB },
      {
        key: 'allCpu',
        title: 'Processors in all, for the quota',
        unit: 'vCPU',
        kind: 'number',
        from: ({ known, machines }) => (known === undefined ? null : known.cpuCount * machines.length),
      },
      { key: 'article', title: 'Figures of', kind: 'text', from: ({ known }) => known?.series.date },
    ],
    groups,
  );
}

function fitOf(each: ReportMachine): keyof typeof FIT_TONES {
  const { targetVmSize } = each.machine.facts;
  if (targetVmSize === undefined) return 'Not chosen';
  const size = sizeByName(targetVmSize);
  if (size === undefined) return 'Not in the table of sizes';
  const memory = memoryGiB(each);
  const { cpuCount } = each.row;
  if (cpuCount === null || memory === null) return 'Source unknown';
  if (size.cpuCount < cpuCount) return 'Fewer processors';
  if (size.memoryGiB < memory) return 'Less memory';
  return size.cpuCount === cpuCount && size.memoryGiB === memory ? 'As large' : 'Larger';
}

function sizingTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const { targetRegion } = context.engagement.settings;
  const sizeOf = ({ machine }: ReportMachine) => sizeByName(machine.facts.targetVmSize ?? '');
  return tableOf<ReportMachine>(
    {
      id: 'sizing',
      title: 'Source and target of each machine',
      emptyText: 'No machine is in scope.',
      sheet: 'Sizing',
      source: context.sources.inventory,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Machine id', kind: 'text', isCode: true, from: ({ machine }) => machine.id },
      { key: 'machine', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
      { key: 'cpu', title: 'Processors', unit: 'vCPU', kind: 'number', from: ({ row }) => row.cpuCount },
      { key: 'memory', title: 'Memory', unit: 'GiB', kind: 'number', decimals: 1, from: memoryGiB },
      { key: 'disks', title: 'Disks', kind: 'number', from: ({ row }) => row.diskCount },
      { key: 'size', title: 'Target size', kind: 'text', from: ({ machine }) => machine.facts.targetVmSize },
      { key: 'targetCpu', title: 'Target processors', unit: 'vCPU', kind: 'number', from: (each) => sizeOf(each)?.cpuCount },
      { key: 'targetMemory', title: 'Target memory', unit: 'GiB', kind: 'number', decimals: 1, from: (each) => sizeOf(each)?.memoryGiB },
      { key: 'fit', title: 'Compared', kind: 'text', tones: FIT_TONES, from: fitOf },
      { key: 'diskType', title: 'Target disk type', kind: 'text', from: ({ machine }) => machine.facts.targetDiskType },
      { key: 'region', title: 'Target region', kind: 'text', from: ({ machine }) => machine.facts.targetRegion ?? targetRegion },
      {
        key: 'peakChurn',
        title: 'Peak change rate',
        unit: 'MB/s',
        kind: 'number',
        decimals: 1,
        from: ({ machine }) => machine.facts.machinePeakChurnMBps,
      },
      {
        key: 'dailyChurn',
        title: 'Change per day',
        unit: 'GiB',
        kind: 'number',
        decimals: 1,
        from: ({ machine }) => machine.facts.dailyChurnGiB,
      },
      { key: 'profileDays', title: 'Days profiled', kind: 'number', from: ({ machine }) => machine.facts.churnProfileDays },
    ],
    context.inScope,
  );
}

interface ReplicationFact {
  readonly id: string;
  readonly what: string;
  readonly value: number | null;
  readonly unit: string;
  readonly note: string;
}

const HOURS_PER_DAY = 24;

function replicationTable(context: ReportContext): ReportBlock {
  const { inScope, engagement } = context;
  const data = sumOf(inScope, ({ sizeGiB }) => sizeGiB);
  const peak = sumOf(inScope, ({ machine }) => machine.facts.machinePeakChurnMBps ?? null);
  const daily = sumOf(inScope, ({ machine }) => machine.facts.dailyChurnGiB ?? null);
  const isKnown = ({ value, unknownCount }: typeof data): boolean => value > 0 || unknownCount === 0;
  const unknown = ({ unknownCount }: typeof data): string =>
    unknownCount === 0 ? 'known for every machine' : `unknown for ${countWords(unknownCount, 'machine')}`;
  const hours = isKnown(data) ? hoursOverTheLine(data.value, engagement.settings.siteLinkMbps) : null;
  const rows: ReplicationFact[] = [
    { id: 'line', what: 'Speed of the line', value: engagement.settings.siteLinkMbps, unit: 'Mbit/s', note: 'as set in the engagement' },
    { id: 'data', what: 'Data to move', value: isKnown(data) ? data.value : null, unit: 'GiB', note: unknown(data) },
    {
      id: 'days',
      what: 'First replication of everything at once',
      value: hours === null ? null : hours / HOURS_PER_DAY,
      unit: 'days',
      note: 'if the line carries nothing else; see the wave plan for each wave',
    },
    {
      id: 'peak',
      what: 'Peaks of change added up',
      value: isKnown(peak) ? peak.value : null,
      unit: 'MB/s',
      note: `${unknown(peak)}; they rarely come together`,
    },
    { id: 'daily', what: 'Change per day', value: isKnown(daily) ? daily.value : null, unit: 'GiB', note: unknown(daily) },
  ];
  return smallTable<ReplicationFact>(
    {
      id: 'replication',
      title: 'What the line has to carry',
      emptyText: 'Nothing.',
      sheet: 'Replication',
      source: context.sources.inventory,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'what', title: 'What', kind: 'text', from: ({ what }) => what },
      { key: 'value', title: 'Value', kind: 'number', decimals: 1, from: ({ value }) => value },
      { key: 'unit', title: 'Unit', kind: 'text', from: ({ unit }) => unit },
      { key: 'note', title: 'Note', kind: 'text', empty: 'none', from: ({ note }) => note },
    ],
    rows,
  );
}
