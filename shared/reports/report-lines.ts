import type { Report, ReportBlock } from './report.ts';

/**
 * A report as lines of JSON: the first with everything but the rows of its tables, then rows, some hundred a line. So that
 * a large report goes to another process through a file, in slices, without one long text in between.
 */
type Rows = Extract<ReportBlock, { kind: 'table' }>['table']['rows'];
type RowLine = readonly [section: number, block: number, rows: Rows];

const ROWS_IN_A_LINE = 200;

export function* reportLines(report: Report): Generator<string, void, void> {
  const sections = report.sections.map((section) => ({ ...section, blocks: section.blocks.map(withoutRows) }));
  yield `${JSON.stringify({ ...report, sections })}\n`;
  for (const [section, { blocks }] of report.sections.entries()) {
    for (const [block, content] of blocks.entries()) {
      if (content.kind !== 'table') continue;
      const { rows } = content.table;
      for (let start = 0; start < rows.length; start += ROWS_IN_A_LINE) {
        const line: RowLine = [section, block, rows.slice(start, start + ROWS_IN_A_LINE)];
        yield `${JSON.stringify(line)}\n`;
      }
    }
  }
}

function withoutRows(block: ReportBlock): ReportBlock {
  return block.kind === 'table' ? { ...block, table: { ...block.table, rows: [] } } : block;
}

/** Puts a report together again. Throws on lines that `reportLines` did not write. */
export function createReportReader(): { readonly take: (line: string) => void; readonly finish: () => Report } {
  let head: Report | null = null;
  const rowsOf = new Map<string, Rows[number][]>();
  return {
    take(line) {
      if (line === '') return;
      if (head === null) {
        head = JSON.parse(line) as Report;
        return;
      }
      const [section, block, rows] = JSON.parse(line) as RowLine;
      const known = rowsOf.get(`${section}|${block}`);
      if (known === undefined) rowsOf.set(`${section}|${block}`, [...rows]);
      else known.push(...rows);
    },
    finish() {
      if (head === null) throw new Error('the report has no first line');
      const sections = head.sections.map((section, index) => ({
        ...section,
        blocks: section.blocks.map((block, place) =>
          block.kind === 'table' ? { ...block, table: { ...block.table, rows: rowsOf.get(`${index}|${place}`) ?? [] } } : block,
        ),
      }));
      return { ...head, sections };
    },
  };
}
