import { scenarioById } from '../../scenarios/index.ts';
import { memoryGiB, sumOf, type ReportContext, type ReportMachine } from '../report-context.ts';
import { smallTable, type TableColumn } from '../report-table.ts';
import type { ReportBlock, ReportChart, ReportSection } from '../report.ts';
import { compareWords, numberWords } from '../words.ts';

interface Breakdown {
  readonly id: string;
  readonly title: string;
  readonly columnTitle: string;
  readonly classOf: (each: ReportMachine) => string;
  /** Fixed order of classes; without it the largest class comes first. */
  readonly order?: readonly string[];
}

const SIZE_CLASSES = [
  { upToGiB: 100, title: 'up to 100 GiB' },
  { upToGiB: 500, title: '100 to 500 GiB' },
  { upToGiB: 1024, title: '500 GiB to 1 TiB' },
  { upToGiB: 4096, title: '1 to 4 TiB' },
  { upToGiB: Infinity, title: 'over 4 TiB' },
] as const;

const FAMILIES: Readonly<Record<string, string>> = { windows: 'Windows', linux: 'Linux', other: 'Other' };
const POWER: Readonly<Record<string, string>> = { on: 'On', off: 'Off', suspended: 'Suspended' };
const UNKNOWN = 'unknown';

const BREAKDOWNS: readonly Breakdown[] = [
  { id: 'os-family', title: 'System families', columnTitle: 'Family', classOf: ({ row }) => FAMILIES[row.osFamily ?? ''] ?? UNKNOWN },
  { id: 'os', title: 'Operating systems', columnTitle: 'Operating system', classOf: ({ row }) => row.osName ?? UNKNOWN },
  { id: 'size', title: 'Data per machine', columnTitle: 'Data to move', classOf: sizeClass, order: SIZE_CLASSES.map(({ title }) => title) },
  { id: 'power', title: 'Power state', columnTitle: 'Power', classOf: ({ row }) => POWER[row.powerState ?? ''] ?? UNKNOWN },
  { id: 'environment', title: 'Environments', columnTitle: 'Environment', classOf: ({ row }) => row.environment ?? UNKNOWN },
  {
    id: 'scenario',
    title: 'Scenarios',
    columnTitle: 'Scenario',
    classOf: ({ machine }) => scenarioById(machine.scenario)?.title ?? machine.scenario,
  },
  { id: 'site', title: 'Sites', columnTitle: 'Site', classOf: ({ machine }) => machine.facts.site ?? UNKNOWN },
  { id: 'owner', title: 'Owners', columnTitle: 'Owner', classOf: ({ row }) => row.owner ?? UNKNOWN },
  {
    id: 'criticality',
    title: 'Criticality',
    columnTitle: 'Criticality',
    classOf: ({ row }) => row.criticality ?? UNKNOWN,
    order: ['critical', 'high', 'medium', 'low'],
  },
  { id: 'cluster', title: 'Clusters', columnTitle: 'Cluster', classOf: ({ row }) => row.cluster ?? UNKNOWN },
];

function sizeClass({ sizeGiB }: ReportMachine): string {
  return sizeGiB === null ? UNKNOWN : (SIZE_CLASSES.find(({ upToGiB }) => sizeGiB <= upToGiB)?.title ?? UNKNOWN);
}

interface Class {
  readonly breakdown: Breakdown;
  readonly name: string;
  readonly machines: readonly ReportMachine[];
}

/** What is there, broken down; machines in scope only. */
export function* estateSection(context: ReportContext): Generator<void, ReportSection, void> {
  const blocks: ReportBlock[] = [];
  const all: Class[] = [];
  for (const breakdown of BREAKDOWNS) {
    const classes = classesOf(breakdown, context.inScope);
    all.push(...classes);
    // A breakdown into one class says nothing; the workbook has it all the same.
    if (classes.length < 2 && breakdown.id !== 'os-family') continue;
    if (breakdown.id === 'os-family' || breakdown.id === 'size') blocks.push(chartOf(breakdown, classes, context.sources.inventory));
    blocks.push(breakdownTable(breakdown, classes, context.sources.inventory));
    yield;
  }
  return { id: 'estate', title: 'Estate', blocks: [...blocks, allClasses(all, context.sources.inventory)] };
}

function classesOf(breakdown: Breakdown, machines: readonly ReportMachine[]): Class[] {
  const groups = Map.groupBy(machines, breakdown.classOf);
  const place = (name: string): number => (name === UNKNOWN ? Infinity : (breakdown.order?.indexOf(name) ?? 0));
  return [...groups]
    .map(([name, members]) => ({ breakdown, name, machines: members }))
    .toSorted((a, b) => {
      const [left, right] = [place(a.name), place(b.name)];
      if (left !== right) return left < right ? -1 : 1;
      return b.machines.length - a.machines.length || compareWords(a.name, b.name);
    });
}

function figureColumns(): TableColumn<Class>[] {
  const sum = (valueOf: (each: ReportMachine) => number | null) => (item: Class) => {
    const { value, unknownCount } = sumOf(item.machines, valueOf);
    return value === 0 && unknownCount > 0 ? null : value;
  };
  return [
    { key: 'machines', title: 'Machines', kind: 'number', from: (item) => item.machines.length },
    { key: 'cpu', title: 'Processors', unit: 'vCPU', kind: 'number', from: sum(({ row }) => row.cpuCount) },
    { key: 'memory', title: 'Memory', unit: 'GiB', kind: 'number', from: sum(memoryGiB) },
    { key: 'provisioned', title: 'Provisioned', unit: 'GiB', kind: 'number', from: sum(({ row }) => row.provisionedGiB) },
    { key: 'data', title: 'Data to move', unit: 'GiB', kind: 'number', from: sum(({ sizeGiB }) => sizeGiB) },
    {
      key: 'unknownSize',
      title: 'Of unknown size',
      unit: 'machines',
      kind: 'number',
      from: (item) => sumOf(item.machines, ({ sizeGiB }) => sizeGiB).unknownCount,
    },
  ];
}

function breakdownTable(breakdown: Breakdown, classes: readonly Class[], source: string): ReportBlock {
  return smallTable<Class>(
    { id: `estate-${breakdown.id}`, title: breakdown.title, emptyText: 'No machine is in scope.', source, mostPrintedRows: 30 },
    [{ key: 'class', title: breakdown.columnTitle, kind: 'text', from: ({ name }) => name }, ...figureColumns()],
    classes,
  );
}

function allClasses(classes: readonly Class[], source: string): ReportBlock {
  return smallTable<Class>(
    {
      id: 'estate',
      title: 'All breakdowns in one table',
      emptyText: 'No machine is in scope.',
      sheet: 'Estate',
      source,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ breakdown, name }) => `${breakdown.id}:${name}` },
      { key: 'breakdown', title: 'Breakdown', kind: 'text', from: ({ breakdown }) => breakdown.title },
      { key: 'class', title: 'Class', kind: 'text', from: ({ name }) => name },
      ...figureColumns(),
    ],
    classes,
  );
}

function chartOf(breakdown: Breakdown, classes: readonly Class[], source: string): ReportChart {
  const points = classes.map(({ name, machines }) => ({ label: name, value: machines.length }));
  return {
    kind: 'chart',
    title: `${breakdown.title}, machines`,
    description: points.map(({ label, value }) => `${label}: ${numberWords(value)}`).join('. '),
    chart: 'bar',
    unit: 'machines',
    series: [{ name: 'Machines', tone: 'neutral', points }],
    source,
  };
}
