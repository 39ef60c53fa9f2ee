import { ticksBetween, windowWords } from '../../../shared/reports/local-time.ts';
import type { ReportChart, ReportPoint } from '../../../shared/reports/report.ts';
import { countWords } from '../../../shared/reports/words.ts';
import { CHART_WIDTH, drawing, fitText, label, line, rectangle, textWidth } from './svg.ts';

const LEFT = 66;
const RIGHT = CHART_WIDTH - 8;
const TOP = 44;
const ROW = 22;
const BLOCK = 13;
const MIN_BLOCK_WIDTH = 7;
const MOST_TICKS = 9;

/** One row per window on a common axis of time; freezes are bands across all rows. Words stand beside the block. */
export function timelineChart(chart: ReportChart, timeZone: string): string {
  const windows = spans(chart.series[0]?.points ?? []);
  const first = windows[0];
  const last = windows.at(-1);
  if (first === undefined || last === undefined) return '';
  const axis = createAxis(first.startsAt, last.endsAt);
  const height = TOP + windows.length * ROW + 8;
  const bands = spans(chart.series[1]?.points ?? []).map((freeze) => band(freeze, axis, height));
  const ticks = ticksBetween(axis, timeZone, MOST_TICKS).map(({ at, label: text }) => {
    const x = axis.place(at);
    return line([x, TOP - 14], [x, height], 'tick') + (x + textWidth(text) > RIGHT ? '' : label(x + 3, TOP - 5, text, 'axis'));
  });
  const rows = windows.map((window, index) => row(window, TOP + index * ROW, axis, { timeZone, unit: chart.unit }));
  return drawing(height, chart.title, chart.description, bands.join('') + ticks.join('') + rows.join(''));
}

interface Span {
  readonly label: string;
  readonly value: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

function spans(points: readonly ReportPoint[]): Span[] {
  return points.flatMap(({ label: name, value, start, end }) =>
    start === undefined || end === undefined ? [] : [{ label: name, value, startsAt: start, endsAt: end }],
  );
}

interface Axis {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: (instant: string) => number;
}

const DAY_MS = 86_400_000;

function createAxis(first: string, last: string): Axis {
  const margin = Math.max((Date.parse(last) - Date.parse(first)) * 0.03, DAY_MS);
  const start = Date.parse(first) - margin;
  const end = Date.parse(last) + margin;
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    place: (instant) => LEFT + ((Math.min(Math.max(Date.parse(instant), start), end) - start) / (end - start)) * (RIGHT - LEFT),
  };
}

function band(freeze: Span, axis: Axis, height: number): string {
  const x = axis.place(freeze.startsAt);
  const width = Math.max(2, axis.place(freeze.endsAt) - x);
  const box = { x, y: 18, width, height: height - 18 };
  const text = `Freeze: ${freeze.label}`;
  const at = Math.min(x, RIGHT - textWidth(text));
  return rectangle(box, 'freeze') + rectangle(box, 'pattern-freeze') + label(Math.max(LEFT, at), 11, fitText(text, 200), 'axis');
}

function row(window: Span, y: number, axis: Axis, { timeZone, unit }: { readonly timeZone: string; readonly unit: string }): string {
  const x = axis.place(window.startsAt);
  const width = Math.max(MIN_BLOCK_WIDTH, axis.place(window.endsAt) - x);
  const noun = unit.endsWith('s') ? unit.slice(0, -1) : unit;
  const words = `${windowWords(window, timeZone)} · ${countWords(window.value, noun)}`;
  const isRoomy = x + width + 8 + textWidth(words) <= RIGHT;
  return (
    label(LEFT - 8, y + 12, window.label, 'name') +
    line([LEFT, y + 8], [RIGHT, y + 8], 'lane') +
    rectangle({ x, y: y + 1.5, width, height: BLOCK }, 'fill-neutral') +
    label(isRoomy ? x + width + 6 : x - 6, y + 12, words, isRoomy ? 'beside' : 'beside left')
  );
}
