import type { PlanView, WaveView } from '../../contract/shapes.ts';
import type { EstimateView } from '../../contract/sizing-shapes.ts';
import { windowWords } from '../local-time.ts';
import type { ReportContext, ReportMachine } from '../report-context.ts';
import { smallTable, tableOf } from '../report-table.ts';
import type { ReportBlock, ReportSection } from '../report.ts';
import { waveCriteria, type WaveCriterion } from '../wave-criteria.ts';
import { countWords, numberWords, VERDICT_TITLES, VERDICT_TONES } from '../words.ts';
import { ruleTitles, blockersOf } from './findings.ts';
import { waveMachineTable } from './wave-machines.ts';

/** Waves that get a page of their own; more of them nobody prints, and the workbook has all. */
const MOST_PAGES = 30;
const MOST_MACHINES_ON_A_PAGE = 60;

interface Criterion extends WaveCriterion {
  readonly wave: WaveView;
}

/** Wave by wave: window, members, criteria of go and no-go, and lines to sign. */
export function* wavePages(context: ReportContext): Generator<void, ReportSection, void> {
  const { plan } = context.derived;
  const blocks: ReportBlock[] = [];
  const criteria: Criterion[] = [];
  for (const wave of plan?.waves ?? []) {
    if (plan === null) break;
    const own = waveCriteria(context, plan, wave).map((criterion) => ({ ...criterion, wave }));
    criteria.push(...own);
    if (wave.number <= MOST_PAGES) blocks.push(...(yield* pageOf(context, plan, wave, own)));
  }
  if (plan !== null && plan.waves.length > MOST_PAGES)
    blocks.push({
      kind: 'paragraph',
      text: `${countWords(plan.waves.length - MOST_PAGES, 'further wave')} ${plan.waves.length - MOST_PAGES === 1 ? 'is' : 'are'} in the workbook, sheets WaveMachines and GoNoGo.`,
    });
  blocks.push(yield* waveMachineTable(context), criterionTable(context, criteria));
  return { id: 'wave-pages', title: 'Wave by wave', blocks };
}

function* pageOf(
  context: ReportContext,
  plan: PlanView,
  wave: WaveView,
  criteria: readonly Criterion[],
): Generator<void, ReportBlock[], void> {
  const { timeZone } = context;
  return [
    { kind: 'heading', level: 3, text: wave.title, startsPage: wave.number > 1 },
    {
      kind: 'facts',
      facts: [
        { label: `Window (${timeZone})`, value: wave.window === null ? 'no date' : windowWords(wave.window, timeZone) },
        ...(timeZone === 'UTC'
          ? []
          : [{ label: 'Window (UTC)', value: wave.window === null ? 'no date' : windowWords(wave.window, 'UTC') }]),
        { label: 'Machines', value: `${numberWords(wave.machineCount)} in ${countWords(wave.groupIds.length, 'move group')}` },
        { label: 'Data to move', value: sizeWordsOf(wave) },
        {
          label: 'First replication',
          value: rangeWords(wave.forecast.initialReplication, 'unknown: the speed of the line or a size is not set'),
        },
        { label: 'Cutover', value: rangeWords(wave.forecast.cutover, 'unknown') },
        { label: 'Target', value: targetWords(wave) },
      ],
    },
    smallTable<Criterion>(
      {
        id: `go-${wave.id}`,
        title: `Go or no-go, wave ${wave.number} of ${plan.waves.length}`,
        emptyText: 'No criterion.',
        source: context.sources.plan,
      },
      [
        { key: 'criterion', title: 'Criterion', kind: 'text', from: ({ title }) => title },
        { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: ({ state }) => state },
        { key: 'detail', title: 'Why', kind: 'text', from: ({ detail }) => detail },
      ],
      criteria,
    ),
    yield* membersTable(context, wave),
    { kind: 'signatures', title: `Decision for ${wave.title.toLowerCase()}: go / no-go`, lines: ['Customer', 'Migration lead'] },
  ];
}

function sizeWordsOf({ sizeGiB, unknownSizeCount, machineCount }: WaveView): string {
  if (unknownSizeCount === 0) return `${numberWords(sizeGiB)} GiB`;
  if (unknownSizeCount === machineCount) return 'unknown';
  return `${numberWords(sizeGiB)} GiB, and ${countWords(unknownSizeCount, 'machine')} of unknown size`;
}

/** "about 12 h; 9.5 h at best, 22 h at worst". */
function rangeWords({ low, likely, high, unit }: EstimateView, unknown: string): string {
  if (likely === null) return unknown;
  const words = (value: number | null): string => `${numberWords(value ?? 0, 1)} ${unit}`;
  return `about ${words(likely)}; ${words(low)} at best, ${words(high)} at worst`;
}

function targetWords({ forecast }: WaveView): string {
  const known = `${numberWords(forecast.cores)} vCPU`;
  return forecast.unsizedCount === 0 ? known : `${known}, and ${countWords(forecast.unsizedCount, 'machine')} without a size`;
}

const STATE_TONES = { Met: 'good', 'Not met': 'bad', Unknown: 'unknown' } as const;

function membersTable(context: ReportContext, wave: WaveView): Generator<void, ReportBlock, void> {
  return tableOf<ReportMachine>(
    {
      id: `machines-${wave.id}`,
      title: `Machines of wave ${wave.number}`,
      emptyText: 'The wave is empty.',
      source: context.sources.inventory,
      mostPrintedRows: MOST_MACHINES_ON_A_PAGE,
    },
    [
      { key: 'name', title: 'Machine', kind: 'text', from: ({ row }) => row.name },
      { key: 'application', title: 'Application', kind: 'text', from: ({ row }) => row.application },
      { key: 'os', title: 'Operating system', kind: 'text', from: ({ row }) => row.osName },
      { key: 'data', title: 'Data', unit: 'GiB', kind: 'number', from: ({ sizeGiB }) => sizeGiB },
      { key: 'owner', title: 'Owner', kind: 'text', from: ({ row }) => row.owner },
      { key: 'verdict', title: 'Readiness', kind: 'text', tones: VERDICT_TONES, from: ({ verdict }) => VERDICT_TITLES[verdict] },
      { key: 'blockers', title: 'Open blockers', kind: 'text', empty: 'none', from: (each) => ruleTitles(blockersOf(each), context) },
    ],
    context.machinesOfWave.get(wave.id) ?? [],
  );
}

function criterionTable(context: ReportContext, criteria: readonly Criterion[]): ReportBlock {
  return smallTable<Criterion>(
    {
      id: 'go-no-go',
      title: 'Go and no-go of all waves',
      emptyText: 'There is no wave.',
      sheet: 'GoNoGo',
      source: context.sources.plan,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ wave, id }) => `${wave.id}:${id}` },
      { key: 'wave', title: 'Wave', kind: 'number', from: ({ wave }) => wave.number },
      { key: 'criterion', title: 'Criterion', kind: 'text', from: ({ title }) => title },
      { key: 'state', title: 'State', kind: 'text', tones: STATE_TONES, from: ({ state }) => state },
      { key: 'detail', title: 'Why', kind: 'text', from: ({ detail }) => detail },
      { key: 'waiver', title: 'Waived by, and why', kind: 'text', empty: 'none', choices: [], from: () => null },
    ],
    criteria,
  );
}
