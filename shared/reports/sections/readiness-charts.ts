import type { Verdict } from '../../readiness/rule.ts';
import { verdictCounts, type ReportContext, type ReportMachine } from '../report-context.ts';
import { smallTable } from '../report-table.ts';
import type { ReportBlock, ReportChart } from '../report.ts';
import { compareWords, listWords, numberWords, VERDICT_TITLES, VERDICT_TONE, VERDICTS } from '../words.ts';

const MOST_BARS = 12;

interface Environment {
  readonly name: string;
  readonly machines: readonly ReportMachine[];
}

/** Environments by size; beyond a dozen the smallest are drawn together, the table has them all. */
function environmentsOf({ inScope }: ReportContext): Environment[] {
  const groups = Map.groupBy(inScope, (each) => each.row.environment ?? 'Environment unknown');
  return [...groups]
    .map(([name, machines]) => ({ name, machines }))
    .toSorted((a, b) => b.machines.length - a.machines.length || compareWords(a.name, b.name));
}

export function readinessChart(context: ReportContext): ReportChart {
  const all = environmentsOf(context);
  const drawn = all.length <= MOST_BARS ? all : [...all.slice(0, MOST_BARS - 1), together(all.slice(MOST_BARS - 1))];
  const counts = drawn.map(({ machines }) => verdictCounts(machines));
  return {
    kind: 'chart',
    title: 'Readiness by environment',
    description: drawn
      .map(({ name }, index) => `${name}: ${describe(counts[index] ?? { ready: 0, 'ready-with-warnings': 0, undecided: 0, blocked: 0 })}`)
      .join('. '),
    chart: 'stacked-bar',
    unit: 'machines',
    series: VERDICTS.map((verdict) => ({
      name: VERDICT_TITLES[verdict],
      tone: VERDICT_TONE[verdict],
      points: drawn.map(({ name }, index) => ({ label: name, value: counts[index]?.[verdict] ?? 0 })),
    })),
    source: context.sources.readiness,
  };
}

function together(rest: readonly Environment[]): Environment {
  return { name: `${numberWords(rest.length)} more environments`, machines: rest.flatMap(({ machines }) => machines) };
}

function describe(counts: Readonly<Record<Verdict, number>>): string {
  const parts = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `${numberWords(counts[verdict])} ${VERDICT_TITLES[verdict].toLowerCase()}`,
  );
  return listWords(parts);
}

/** The table that says what the chart draws. */
export function readinessByEnvironment(context: ReportContext): ReportBlock {
  const rows = environmentsOf(context).map(({ name, machines }) => ({ name, total: machines.length, counts: verdictCounts(machines) }));
  return smallTable(
    {
      id: 'readiness-by-environment',
      title: 'Readiness by environment',
      emptyText: 'No machine is in scope.',
      sheet: 'ReadinessByEnv',
      source: context.sources.readiness,
    },
    [
      { key: 'id', title: 'Id', kind: 'text', isCode: true, isDataOnly: true, from: ({ name }) => `environment:${name}` },
      { key: 'environment', title: 'Environment', kind: 'text', from: ({ name }) => name },
      ...VERDICTS.map((verdict) => ({
        key: verdict,
        title: VERDICT_TITLES[verdict],
        kind: 'number' as const,
        from: ({ counts }: (typeof rows)[number]) => counts[verdict],
      })),
      { key: 'total', title: 'Machines', kind: 'number', from: ({ total }) => total },
    ],
    rows,
  );
}
