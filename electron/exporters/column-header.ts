import type { ReportColumn, ReportTable } from '../../shared/reports/report.ts';

/** Title with unit or zone, as it stands in the first row of a sheet or text table. */
export function columnHeader({ title, unit, kind, timeZone }: Pick<ReportColumn, 'title' | 'unit' | 'kind' | 'timeZone'>): string {
  const second = kind === 'date' ? (timeZone ?? 'UTC') : unit;
  return second === undefined ? title : `${title} (${second})`;
}

/** Headers of a table, each once: spreadsheets refuse two columns of one name. */
export function columnHeaders({ columns }: Pick<ReportTable, 'columns'>): string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const header = columnHeader(column);
    const count = (seen.get(header.toLowerCase()) ?? 0) + 1;
    seen.set(header.toLowerCase(), count);
    return count === 1 ? header : `${header} ${count}`;
  });
}
