import { neededNote } from '../../snapshot/plan-words.ts';
import { memoryGiB, sumOf, verdictCounts, type ReportContext, type Sum } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock, ReportFigure, ReportTone } from '../report.ts';
import { countWords, numberWords, shareWords, sizeWords } from '../words.ts';

/** One of the few figures that stand for the whole. */
export interface SummaryFigure {
  readonly id: string;
  readonly label: string;
  /** `null` = unknown. */
  readonly value: number | null;
  readonly unit: 'machines' | 'GiB' | 'vCPU' | 'waves';
  readonly note: string;
  readonly source: string;
  readonly tone?: ReportTone;
}

export function summaryFigures(context: ReportContext): SummaryFigure[] {
  const { machines, inScope, sources } = context;
  const counts = verdictCounts(inScope);
  const movable = counts.ready + counts['ready-with-warnings'];
  const out = machines.length - inScope.length;
  const assessed = { unit: 'machines', source: sources.readiness } as const;
  const counted = { source: sources.inventory } as const;
  const { plan } = context.derived;
  return [
    {
      ...counted,
      id: 'in-scope',
      label: 'Machines in scope',
      value: inScope.length,
      unit: 'machines',
      note: out === 0 ? 'all that were found' : `${numberWords(machines.length)} found, ${numberWords(out)} out of scope`,
    },
    {
      ...assessed,
      id: 'can-move',
      label: 'Can move',
      value: movable,
      note: `${shareWords(movable, inScope.length)} of the scope`,
      tone: movable > 0 ? 'good' : 'neutral',
    },
    {
      ...assessed,
      id: 'blocked',
      label: 'Blocked',
      value: counts.blocked,
      note: 'a rule stands in the way',
      tone: counts.blocked > 0 ? 'bad' : 'good',
    },
    {
      ...assessed,
      id: 'undecided',
      label: 'Undecided',
      value: counts.undecided,
      note: 'a fact is missing; not ready',
      tone: counts.undecided > 0 ? 'unknown' : 'good',
    },
    {
      ...counted,
      id: 'data',
      label: 'Data to move',
      unit: 'GiB',
      ...summed(
        sumOf(inScope, (each) => each.sizeGiB),
        'in use, else provisioned',
      ),
    },
    { ...counted, id: 'memory', label: 'Memory', unit: 'GiB', ...summed(sumOf(inScope, memoryGiB), 'as configured') },
    {
      ...counted,
      id: 'cpu',
      label: 'Processors',
      unit: 'vCPU',
      ...summed(
        sumOf(inScope, (each) => each.row.cpuCount),
        'as configured',
      ),
    },
    {
      id: 'waves',
      label: 'Waves',
      value: plan === null ? null : plan.waves.length,
      unit: 'waves',
      note: plan === null ? 'no plan is in force' : neededNote(plan),
      source: sources.plan,
    },
  ];
}

/** A sum of which nothing is known is unknown, not zero. */
function summed({ value, unknownCount }: Sum, note: string): Pick<SummaryFigure, 'value' | 'note'> {
  return {
    value: value === 0 && unknownCount > 0 ? null : value,
    note: unknownCount === 0 ? note : `${note}; unknown for ${countWords(unknownCount, 'machine')}`,
  };
}

export function figureWords({ label, value, unit, note, tone, id }: SummaryFigure): ReportFigure {
  const words = unit === 'GiB' ? sizeWords : (count: number): string => numberWords(count) + (unit === 'vCPU' ? ' vCPU' : '');
  const missing = id === 'waves' ? '–' : 'unknown';
  return { label, value: value === null ? missing : words(value), note, ...(tone === undefined ? {} : { tone }) };
}

/** The same figures as numbers, each with its own source. */
export function summaryTable(context: ReportContext): ReportBlock {
  return smallTable<SummaryFigure>(
    {
      id: 'summary',
      title: 'Summary in figures',
      emptyText: 'No figure.',
      sheet: 'Summary',
      isDataOnly: true,
      source: context.sources.journal,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, from: ({ id }) => id },
      { key: 'figure', title: 'Figure', kind: 'text', from: ({ label }) => label },
      { key: 'value', title: 'Value', kind: 'number', from: ({ value }) => value },
      { key: 'unit', title: 'Unit', kind: 'text', from: ({ unit }) => unit },
      { key: 'note', title: 'Note', kind: 'text', empty: 'none', from: ({ note }) => note },
      { key: 'source', title: 'Source and time', kind: 'text', from: ({ source }) => source },
    ],
    [...documentRow(context), ...summaryFigures(context)],
  );
}

/** The workbook has no cover: what it is stands among the figures. */
function documentRow({ engagement, sources }: ReportContext): SummaryFigure[] {
  if (!engagement.settings.isSample) return [];
  return [
    {
      id: 'fictional',
      label: 'FICTIONAL SAMPLE DATA',
      value: 0,
      unit: 'machines',
      note: 'Machines that exist. This is the sample engagement.',
      source: sources.journal,
    },
  ];
}
