import type { ReportTable, ReportTone } from '../../shared/reports/report.ts';
import type { OutChart } from './workbook-writer.ts';

const MOST_ENVIRONMENTS = 15;
const MOST_WAVES = 40;

const READINESS: readonly { readonly key: string; readonly tone: ReportTone }[] = [
  { key: 'ready', tone: 'good' },
  { key: 'ready-with-warnings', tone: 'warning' },
  { key: 'undecided', tone: 'unknown' },
  { key: 'blocked', tone: 'bad' },
];

/** Native charts for the first sheet, over cells of the sheets that hold the same figures. */
export function summaryCharts(tables: readonly ReportTable[]): OutChart[] {
  const find = (id: string): ReportTable | undefined => tables.find((table) => table.id === id && table.rows.length > 0);
  const environments = find('readiness-by-environment');
  const waves = find('waves');
  const charts: OutChart[] = [];
  if (environments !== undefined)
    charts.push({
      title: 'Readiness by environment, machines',
      description:
        'Machines of each environment that are ready, ready with warnings, undecided and blocked; figures on the sheet ReadinessByEnv.',
      isStacked: true,
      between: [0, 5],
      ...range(environments, 'environment', MOST_ENVIRONMENTS),
      series: READINESS.map(({ key, tone }) => ({ name: titleOf(environments, key), column: place(environments, key), tone })),
    });
  if (waves !== undefined)
    charts.push({
      title: 'Machines per wave',
      description: 'Machines that move in each wave; figures on the sheet Waves.',
      isStacked: false,
      between: [5, 6],
      ...range(waves, 'number', MOST_WAVES),
      series: [{ name: 'Machines', column: place(waves, 'machines'), tone: 'neutral' }],
    });
  return charts;
}

function range(table: ReportTable, labelKey: string, most: number): Pick<OutChart, 'sheet' | 'labelColumn' | 'firstRow' | 'lastRow'> {
  return { sheet: table.sheet ?? '', labelColumn: place(table, labelKey), firstRow: 1, lastRow: Math.min(table.rows.length, most) };
}

function place(table: ReportTable, key: string): number {
  return table.columns.findIndex((column) => column.key === key);
}

function titleOf(table: ReportTable, key: string): string {
  return table.columns[place(table, key)]?.title ?? key;
}
