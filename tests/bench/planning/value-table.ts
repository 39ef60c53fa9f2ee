import type { PublishedBounds } from './bench-instance.ts';

/** One row of a table of best known values, by column name. */
export type ValueRow = Readonly<Record<string, string>>;

/** Reads a comma-separated table with a header row. The tables of best known values hold no quotes. */
export function readValueTable(text: string): ValueRow[] {
  const [header, ...lines] = linesOf(text);
  const columns = header?.split(',') ?? [];
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** Bounds of a row, from the columns that the table has; `null` when it names none. */
export function publishedBounds(row: ValueRow | undefined): PublishedBounds | null {
  if (row === undefined) return null;
  const numberIn = (...columns: readonly string[]): number | null => {
    const cell = columns.map((column) => row[column] ?? '').find((text) => text !== '');
    return cell === undefined ? null : Number(cell);
  };
  const optimum = numberIn('optimum', 'optimum_window_count');
  const lower = optimum ?? numberIn('lb_best', 'lb');
  const upper = optimum ?? numberIn('ub_best', 'ub', 'best_heuristic');
  return lower === null || upper === null ? null : { lower, upper };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Whole numbers of a line or text, however they are separated. */
export function numbersOf(text: string): number[] {
  return text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);
}

/** Parts of a joined file: each starts with `#### <original file name>`. A file without such a line is one part. */
export function partsOf(text: string, fileName: string): { readonly name: string; readonly text: string }[] {
  if (!text.includes('#### ')) return [{ name: baseName(fileName), text }];
  return text
    .split(/^#### /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { name: baseName(part.slice(0, end).trim()), text: part.slice(end + 1) };
    });
}

/** File name without its known ending; instance names themselves may hold dots. */
export function baseName(fileName: string): string {
  return fileName.replace(/^.*\//, '').replace(/(\.(alb|bppc|vbp|bpp|txt|dat|json|IN2|in2))+$/, '');
}
