import type { WaveView } from '../../contract/shapes.ts';
import type { EstimateView } from '../../contract/sizing-shapes.ts';
import { fieldTitle } from '../../domain/machine-fields.ts';
import { CUTOVER_MINUTES, LINE_SHARE, TESTED_AT_ONCE } from '../../sizing/assumptions.data.ts';
import { sizeMachine, type MachineSizing } from '../../sizing/size-machine.ts';
import { modelOf } from '../../snapshot/scenario-readiness.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { smallTable, tableOf, type TableColumn } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { listWords, numberWords } from '../words.ts';

/** How long each wave takes and what it becomes, low, likely and high, with the inputs of every figure. */
export function* forecastSection(context: ReportContext): Generator<void, ReportSection, void> {
  const waves = context.derived.plan?.waves ?? [];
  const blocks: ReportBlock[] = [
    {
      kind: 'paragraph',
      text: 'Each figure has a low, a likely and a high value. They are computed from the inventory and from the assumptions below; the times of real jobs take their place as soon as there are some.',
    },
    forecastTable(context, waves),
    { kind: 'list', items: assumptions() },
    inputTable(context, waves),
  ];
  yield;
  blocks.push(yield* machineTable(context));
  return { id: 'forecast', title: 'Sizes and forecast', blocks };
}

function forecastTable(context: ReportContext, waves: readonly WaveView[]): ReportBlock {
  return smallTable<WaveView>(
    {
      id: 'forecast',
      title: 'Forecast of each wave',
      emptyText: 'No plan is in force, so no wave can be forecast.',
      sheet: 'Forecast',
      source: context.sources.plan,
      mostPrintedRows: 120,
    },
    [
      { key: 'id', title: 'Wave id', kind: 'text', isCode: true, isDataOnly: true, from: ({ id }) => id },
      { key: 'number', title: 'Wave', kind: 'number', from: ({ number }) => number },
      ...range<WaveView>('replication', 'First replication', 'h', ({ forecast }) => forecast.initialReplication),
      ...range<WaveView>('cutover', 'Cutover', 'min', ({ forecast }) => forecast.cutover),
      { key: 'delta', title: 'Changes', unit: 'Mbit/s', kind: 'number', decimals: 1, from: ({ forecast }) => forecast.delta.likely },
      { key: 'vcpu', title: 'Target', unit: 'vCPU', kind: 'number', from: ({ forecast }) => forecast.cores },
      { key: 'sizes', title: 'Target sizes', kind: 'text', from: ({ forecast }) => sizesOf(forecast.sizes) },
      { key: 'unsized', title: 'Without a size', unit: 'machines', kind: 'number', from: ({ forecast }) => forecast.unsizedCount },
      { key: 'appliances', title: 'Appliances', kind: 'number', empty: 'none', from: ({ forecast }) => forecast.appliances?.likely },
      { key: 'missing', title: 'Missing inputs', kind: 'text', empty: 'none', from: ({ forecast }) => missingOf(forecast) },
    ],
    waves,
  );
}

function range<T>(key: string, title: string, unit: string, from: (item: T) => EstimateView | MachineSizing['cutover']): TableColumn<T>[] {
  return (['low', 'likely', 'high'] as const).map((which) => ({
    key: `${key}${which[0]?.toUpperCase()}${which.slice(1)}`,
    title: `${title}, ${which}`,
    unit,
    kind: 'number',
    decimals: 1,
    from: (item) => from(item)[which],
  }));
}

function sizesOf(sizes: WaveView['forecast']['sizes']): string {
  return sizes.map(({ size, count }) => `${numberWords(count)} × ${size}`).join(', ');
}

function missingOf({ initialReplication, delta, cutover }: WaveView['forecast']): string {
  return [...new Set([initialReplication, delta, cutover].flatMap(({ missing }) => missing))].map(missingWords).join(', ');
}

function missingWords(field: string): string {
  if (field === 'siteLinkMbps') return 'speed of the line';
  return field.includes(':') ? field.replace('siteLinkMbps', 'line') : fieldTitle(field.replace(/\[\].*$/, ''));
}

function assumptions(): string[] {
  const share = (value: number): string => `${numberWords(value * 100)} %`;
  const minutes = Object.entries(CUTOVER_MINUTES).map(([part, { low, likely, high }]) => `${part} ${low} / ${likely} / ${high}`);
  return [
    `A transfer gets ${share(LINE_SHARE.low)} of the line at best, ${share(LINE_SHARE.likely)} likely and ${share(LINE_SHARE.high)} at worst.`,
    `Minutes of a cutover, low / likely / high: ${listWords(minutes)}.`,
    `People test ${TESTED_AT_ONCE} machines at the same time.`,
  ];
}

interface WaveInput {
  readonly id: string;
  readonly wave: number;
  readonly figure: string;
  readonly name: string;
  readonly value: string | number | null;
  readonly unit: string;
  readonly formula: string;
  readonly source: string;
}

function inputTable(context: ReportContext, waves: readonly WaveView[]): ReportBlock {
  const rows = waves.flatMap(({ id, number, forecast }) => {
    const figures: readonly (readonly [string, EstimateView | null])[] = [
      ['First replication', forecast.initialReplication],
      ['Changes', forecast.delta],
      ['Cutover', forecast.cutover],
      ['Appliances', forecast.appliances],
    ];
    return figures.flatMap(([figure, estimate]) =>
      (estimate?.inputs ?? []).map((input, index): WaveInput => ({
        id: `${id}:${figure}:${index + 1}`,
        wave: number,
        figure,
        ...input,
        formula: estimate?.formula ?? '',
        source: estimate?.source ?? '',
      })),
    );
  });
  return smallTable<WaveInput>(
    {
      id: 'forecast-inputs',
      title: 'Inputs of the forecast',
      emptyText: 'There is no forecast.',
      sheet: 'ForecastInputs',
      source: context.sources.plan,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ id }) => id },
      { key: 'wave', title: 'Wave', kind: 'number', from: ({ wave }) => wave },
      { key: 'figure', title: 'Figure', kind: 'text', from: ({ figure }) => figure },
      { key: 'input', title: 'Input', kind: 'text', from: ({ name }) => name },
      {
        key: 'value',
        title: 'Value',
        kind: 'text',
        from: ({ value }) => (typeof value === 'number' ? numberWords(value, Number.isInteger(value) ? 0 : 2) : value),
      },
      { key: 'unit', title: 'Unit', kind: 'text', empty: 'none', from: ({ unit }) => unit },
      { key: 'formula', title: 'Formula', kind: 'text', from: ({ formula }) => formula },
      { key: 'source', title: 'Source', kind: 'text', from: ({ source }) => source },
    ],
    rows,
  );
}

/** Machines are sized one by one while the table is read, so that ten thousand do not hold anybody up. */
function machineTable(context: ReportContext): Generator<void, ReportBlock, void> {
  function* sized(): Generator<ReportMachine & { readonly sizing: MachineSizing }, void, void> {
    for (const each of context.inScope) {
      const { facts, scenario } = each.machine;
      yield { ...each, sizing: sizeMachine(facts, modelOf(scenario), context.derived.sizingContext) };
    }
  }
  return tableOf(
    {
      id: 'machine-forecast',
      title: 'Target size and times of each machine',
      emptyText: 'No machine is in scope.',
      sheet: 'MachineForecast',
      source: context.sources.inventory,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Machine id', kind: 'text', isCode: true, from: ({ machine }) => machine.id },
      { key: 'machine', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
      { key: 'size', title: 'Target size', kind: 'text', from: ({ sizing }) => sizing.size.size },
      { key: 'kind', title: 'Chosen or proposed', kind: 'text', from: ({ sizing }) => sizing.size.kind },
      { key: 'reason', title: 'Why', kind: 'text', from: ({ sizing }) => sizing.size.reason },
      { key: 'problems', title: 'Does not hold', kind: 'text', empty: 'none', from: ({ sizing }) => sizing.size.problems.join(' ') },
      {
        key: 'disks',
        title: 'Target disks',
        kind: 'text',
        from: ({ sizing }) => sizing.disks.map(({ type, tier }) => tier ?? type).join(', '),
      },
      ...range<{ readonly sizing: MachineSizing }>(
        'replication',
        'First replication alone',
        'h',
        ({ sizing }) => sizing.initialReplication,
      ),
      ...range<{ readonly sizing: MachineSizing }>('cutover', 'Cutover', 'min', ({ sizing }) => sizing.cutover),
    ],
    sized(),
  );
}
