import type { EstimateView, MachineSizingView, WaveForecastView } from '../../shared/contract/sizing-shapes.ts';
import { fieldTitle } from '../../shared/domain/machine-fields.ts';
import type { EstimateItem } from '../ui/estimates.tsx';
import { countOf, formatGiB, formatNumber } from './common-format.ts';

/** Words of target sizes and forecasts. */
export const sizingText = {
  title: 'Forecast',
  target: 'Target',
  size: 'Size',
  sizes: 'Target sizes',
  noSize: 'none',
  unsized: (count: number): string => `${countOf(count, 'machine')} without a size`,
  vcpu: 'vCPU',
  disks: 'Disks',
  initialReplication: 'First replication',
  delta: 'Changes over the line',
  cutover: 'Cutover',
  batch: 'Machines in three days',
  appliances: 'Appliances',
  unknown: (missing: readonly string[]): string => `unknown: ${missing.map(missingWords).join(', ')}`,
  range: (low: string, high: string): string => `${low} at best, ${high} at worst`,
  showInputs: (title: string): string => `How: ${title.toLowerCase()}`,
  hideInputs: (title: string): string => `Hide: ${title.toLowerCase()}`,
  source: (formula: string, source: string): string => (source === '' ? formula : `${formula} (${source})`),
  table: (date: string): string => `Sizes as of ${date}`,
} as const;

function missingWords(field: string): string {
  if (field === 'siteLinkMbps') return 'the speed of the line';
  if (field.includes(':') || field.includes(' ')) return field.replace('siteLinkMbps', 'line');
  return fieldTitle(field.replace(/\[\].*$/, ''));
}

/** An estimate in words: likely in front, low and high behind it, the inputs below. */
export function estimateItem(id: string, title: string, estimate: EstimateView): EstimateItem {
  const { low, likely, high, unit, inputs, formula, source, missing } = estimate;
  const words = (value: number | null): string => (value === null ? '' : amountWords(value, unit));
  const hasRange = likely !== null && (low !== likely || high !== likely);
  return {
    id,
    title,
    value: likely === null ? sizingText.unknown(missing) : words(likely),
    isUnknown: likely === null,
    range: hasRange ? sizingText.range(words(low), words(high)) : null,
    inputs: inputs.map(({ name, value, unit: inputUnit }) => ({ name, value: inputWords(value, inputUnit) })),
    formula: sizingText.source(formula, source),
  };
}

const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** One decimal where it says something. */
function figure(value: number): string {
  return value < 100 ? fine.format(value) : formatNumber(value);
}

/** Long times in days: nobody plans with 400 hours. */
function amountWords(value: number, unit: string): string {
  if (unit === 'h' && value >= 72) return `${figure(value / 24)} days`;
  if (unit === 'min' && value >= 180) return `${figure(value / 60)} h`;
  return `${figure(value)} ${unit}`;
}

function inputWords(value: number | string | null, unit: string): string {
  if (value === null) return 'unknown';
  if (typeof value === 'number' && unit === 'GiB') return formatGiB(value);
  const text = typeof value === 'number' ? figure(value) : value;
  return unit === '' ? text : `${text} ${unit}`;
}

/** What a wave needs and how long it takes. */
export function waveEstimates({ initialReplication, delta, cutover, batch, appliances }: WaveForecastView): EstimateItem[] {
  return [
    estimateItem('replication', sizingText.initialReplication, initialReplication),
    estimateItem('delta', sizingText.delta, delta),
    estimateItem('cutover', sizingText.cutover, cutover),
    ...(batch === null ? [] : [estimateItem('batch', sizingText.batch, batch)]),
    ...(appliances === null ? [] : [estimateItem('appliances', sizingText.appliances, appliances)]),
  ];
}

/** Target size of a machine with its reason, its disks, and how long it takes. */
export function machineEstimates({ size, disks, initialReplication, delta, cutover }: MachineSizingView): EstimateItem[] {
  return [
    {
      id: 'size',
      title: sizingText.size,
      value: size.size ?? (size.missing.length > 0 ? sizingText.unknown(size.missing) : sizingText.noSize),
      isUnknown: size.size === null,
      range: size.problems.length === 0 ? null : size.problems.join(' '),
      inputs: size.tableDate === null ? [] : [{ name: sizingText.table(size.tableDate), value: '' }],
      formula: size.reason,
    },
    {
      id: 'disks',
      title: sizingText.disks,
      value: disks.length === 0 ? sizingText.unknown(['disks']) : diskWords(disks),
      isUnknown: disks.length === 0,
      range: null,
      inputs: disks.map((disk) => ({
        name: `${disk.diskId}, ${formatGiB(disk.sizeGiB)}`,
        value: [disk.type, ...(disk.tier === null ? [] : [disk.tier])].join(' '),
      })),
      formula: [...new Set(disks.map((disk) => disk.reason))].join(' '),
    },
    estimateItem('replication', sizingText.initialReplication, initialReplication),
    estimateItem('delta', sizingText.delta, delta),
    estimateItem('cutover', sizingText.cutover, cutover),
  ];
}

function diskWords(disks: MachineSizingView['disks']): string {
  const byTier = new Map<string, number>();
  for (const disk of disks) {
    const tier = disk.tier ?? disk.type;
    byTier.set(tier, (byTier.get(tier) ?? 0) + 1);
  }
  return [...byTier].map(([tier, count]) => (count === 1 ? tier : `${count} × ${tier}`)).join(', ');
}

/** "12 × Standard_D4s_v5, 3 × …": the sizes of a wave, the most frequent first. */
export function waveSizeWords({ sizes, cores, unsizedCount }: WaveForecastView): string {
  const named = sizes.slice(0, 4).map(({ size, count }) => `${formatNumber(count)} × ${size}`);
  const others = sizes.slice(4).reduce((sum, { count }) => sum + count, 0);
  const parts = [
    ...named,
    ...(others === 0 ? [] : [`${formatNumber(others)} of other sizes`]),
    ...(unsizedCount === 0 ? [] : [sizingText.unsized(unsizedCount)]),
  ];
  return `${parts.join(', ')}; ${formatNumber(cores)} ${sizingText.vcpu}`;
}
