import type { ReportChart, ReportPoint, ReportTone } from '../../../shared/reports/report.ts';
import { numberWords } from '../../../shared/reports/words.ts';
import { CHART_WIDTH, drawing, filled, fitText, label, line, rectangle, textWidth } from './svg.ts';

const MOST_LABEL_WIDTH = 190;
const VALUE_WIDTH = 118;
const ROW = 24;
const BAR = 15;
const TEXT_DROP = 11.5;
const LEGEND = 24;

interface Frame {
  /** Where the bars begin. */
  readonly left: number;
  readonly width: number;
}

/** Short names leave more room for the bars. */
function frameFor(names: readonly string[]): Frame {
  const left = Math.min(MOST_LABEL_WIDTH, Math.max(44, ...names.map((name) => textWidth(name) + 14)));
  return { left, width: CHART_WIDTH - left - VALUE_WIDTH };
}

/** Lying bars with name and value beside them: no axis to read across, no legend to look up. */
export function barChart({ series, title, description, limit, unit }: ReportChart): string {
  const points = series[0]?.points ?? [];
  const tone = series[0]?.tone ?? 'neutral';
  const most = Math.max(1, ...points.map(({ value, limit: own }) => Math.max(value, own ?? limit?.value ?? 0)));
  const frame = frameFor(points.map((point) => point.label));
  const scale = (value: number): number => (value / most) * frame.width;
  const rows = points.map((point, index) =>
    barRow(point, index * ROW, { tone, scale, frame, limit: point.limit ?? limit?.value ?? null, unit }),
  );
  return drawing(points.length * ROW + 2, title, description, rows.join(''));
}

interface BarOptions {
  readonly frame: Frame;
  readonly tone: ReportTone;
  readonly scale: (value: number) => number;
  readonly limit: number | null;
  readonly unit: string;
}

function barRow(point: ReportPoint, y: number, { tone, scale, limit, unit, frame }: BarOptions): string {
  const isOver = limit !== null && point.value > limit;
  const width = scale(point.value);
  const parts = [
    label(frame.left - 10, y + TEXT_DROP + 3, fitText(point.label, frame.left - 12), 'name'),
    rectangle({ x: frame.left, y: y + 3, width: frame.width, height: BAR }, 'track'),
    filled({ x: frame.left, y: y + 3, width, height: BAR }, isOver ? 'bad' : tone),
  ];
  if (limit !== null) {
    const at = frame.left + scale(limit);
    parts.push(line([at, y + 0.5], [at, y + BAR + 5.5], 'limit'));
  }
  parts.push(
    label(CHART_WIDTH - VALUE_WIDTH + 10, y + TEXT_DROP + 3, valueText(point.value, limit, unit, isOver), isOver ? 'value over' : 'value'),
  );
  return parts.join('');
}

function valueText(value: number, limit: number | null, unit: string, isOver: boolean): string {
  const used = numberWords(value);
  if (limit === null) return unit === 'GiB' ? `${used} GiB` : used;
  return `${used} of ${numberWords(limit)}${isOver ? ', over' : ''}`;
}

/** Parts of a whole by row. Each part says its number where it has room; the order is that of the key above. */
export function stackedBarChart({ series, title, description }: ReportChart): string {
  const names = series[0]?.points.map((point) => point.label) ?? [];
  const totals = names.map((_, index) => series.reduce((sum, each) => sum + (each.points[index]?.value ?? 0), 0));
  const most = Math.max(1, ...totals);
  const frame = frameFor(names);
  const rows = names.map((name, index) => {
    const y = LEGEND + index * ROW;
    let x = frame.left;
    const parts = [label(frame.left - 10, y + TEXT_DROP + 3, fitText(name, frame.left - 12), 'name')];
    for (const { tone, points } of series) {
      const value = points[index]?.value ?? 0;
      if (value === 0) continue;
      const width = (value / most) * frame.width;
      parts.push(filled({ x, y: y + 3, width: Math.max(1, width - 1), height: BAR }, tone));
      const text = numberWords(value);
      if (width >= textWidth(text) + 8) parts.push(insideLabel(x + width / 2, y + TEXT_DROP + 3, text));
      x += width;
    }
    parts.push(label(CHART_WIDTH - VALUE_WIDTH + 10, y + TEXT_DROP + 3, numberWords(totals[index] ?? 0), 'value'));
    return parts.join('');
  });
  return drawing(LEGEND + names.length * ROW + 2, title, description, key(series, frame) + rows.join(''));
}

function insideLabel(x: number, y: number, text: string): string {
  return label(x, y, text, 'inside');
}

function key(series: ReportChart['series'], { left }: Frame): string {
  let x = left;
  const parts: string[] = [];
  for (const { name, tone } of series) {
    parts.push(filled({ x, y: 3, width: 11, height: 11 }, tone), label(x + 16, 12.5, name, 'key'));
    x += 16 + textWidth(name) + 16;
  }
  return parts.join('');
}
