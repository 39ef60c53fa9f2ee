import type { ParsedInput } from '../../shared/contract/methods.ts';
import { instantSchema } from '../../shared/contract/shapes.ts';
import { fileStem, sheetName } from '../../shared/reports/file-name.ts';
import type { Report, ReportColumn } from '../../shared/reports/report.ts';
import type { Session } from './session.ts';

type TableInput = ParsedInput<'table.export'>;

/** Stands in the file as its time when nothing else is known; never the clock. */
const NO_TIME = '1980-01-01T00:00:00.000Z';

/** A report of nothing but the table that a grid shows: then one set of writers serves both. Times are in the engagement's zone. */
export function* tableReport(
  input: TableInput,
  session: Session | null,
  appVersion: string,
): Generator<void, { readonly report: Report; readonly baseName: string }, void> {
  const settings = session?.engagement().settings;
  const timeZone = settings?.timeZone ?? 'UTC';
  const isSample = settings?.isSample ?? false;
  const last = session?.entries().at(-1);
  const shapes = yield* columnShapes(input);
  const columns = input.columns.map(({ title, kind }, index): ReportColumn => {
    const { decimals, areInstants } = shapes[index] ?? NO_SHAPE;
    // A date that is none goes out as the text that it is.
    return { key: `c${index + 1}`, title, kind: kind === 'date' && !areInstants ? 'text' : kind, decimals, empty: 'none', timeZone };
  });
  const table = {
    id: 'table',
    title: input.title,
    columns,
    rows: input.rows,
    emptyText: 'The table shows no row.',
    sheet: sheetName(input.title),
  };
  const report: Report = {
    title: input.title,
    customer: settings?.customer ?? '',
    preset: 'assessment',
    isSample,
    stateAt: last?.recordedAt ?? NO_TIME,
    stateHash: last?.hash ?? '',
    appVersion,
    ruleSetVersion: session?.derived().readiness.ruleSetVersion ?? '',
    timeZone,
    sections: [{ id: 'table', title: input.title, blocks: [{ kind: 'table', table }] }],
  };
  return { report, baseName: `${isSample ? 'SAMPLE_' : ''}${fileStem(input.title, 'Table')}` };
}

const MOST_DECIMALS = 3;
const SLICE = 1000;
const NO_SHAPE = { decimals: 0, areInstants: true };

/** As many decimals as the numbers of a column have, so that none is lost and whole numbers stay whole. */
function* columnShapes({ columns, rows }: TableInput): Generator<void, { decimals: number; areInstants: boolean }[], void> {
  const shapes = columns.map(() => ({ ...NO_SHAPE }));
  for (const [line, row] of rows.entries()) {
    for (const [index, value] of row.entries()) {
      const shape = shapes[index];
      if (shape === undefined) continue;
      if (typeof value === 'number' && !Number.isInteger(value)) {
        const decimals = String(value).split('.')[1]?.length ?? MOST_DECIMALS;
        shape.decimals = Math.max(shape.decimals, Math.min(MOST_DECIMALS, decimals));
      } else if (columns[index]?.kind === 'date' && value !== null && shape.areInstants)
        shape.areInstants = instantSchema.safeParse(value).success;
    }
    if (line % SLICE === SLICE - 1) yield;
  }
  return shapes;
}
