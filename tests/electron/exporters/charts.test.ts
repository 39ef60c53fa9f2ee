import { expect, test } from 'vitest';

import { barChart, stackedBarChart } from '../../../electron/exporters/html/bar-charts.ts';
import { timelineChart } from '../../../electron/exporters/html/timeline-chart.ts';
import type { ReportChart } from '../../../shared/reports/report.ts';

const base = { kind: 'chart', title: 'Load', description: 'Wave 1: 30 of 25', unit: 'machines' } as const;

function widthsOf(svg: string, className: string): number[] {
  return [...svg.matchAll(new RegExp(`<rect class="${className}"[^>]* width="([\\d.]+)"`, 'g'))].map(([, width]) => Number(width));
}

test('bars are as long as their values; the limit is a line, and what is over it says so in colour and word', () => {
  const chart: ReportChart = {
    ...base,
    chart: 'bar',
    series: [
      {
        name: 'Machines',
        tone: 'neutral',
        points: [
          { label: 'Wave 1', value: 30, limit: 25 },
          { label: 'Wave 2', value: 15, limit: 25 },
        ],
      },
    ],
  };
  const svg = barChart(chart);
  const [long = 0] = widthsOf(svg, 'fill-bad');
  const [short = 0] = widthsOf(svg, 'fill-neutral');
  expect(long / short).toBeCloseTo(2, 2);
  expect(svg.match(/class="limit"/g)).toHaveLength(2);
  expect(svg).toContain('30 of 25, over');
  expect(svg).toContain('role="img" aria-label="Load. Wave 1: 30 of 25"');
});

test('parts of a stacked bar add up to its whole, and each tone but the plain ones has a pattern', () => {
  const point = (value: number) => [{ label: 'Production', value }];
  const chart: ReportChart = {
    ...base,
    chart: 'stacked-bar',
    series: [
      { name: 'Ready', tone: 'good', points: point(60) },
      { name: 'Undecided', tone: 'unknown', points: point(30) },
      { name: 'Blocked', tone: 'bad', points: point(10) },
    ],
  };
  const svg = stackedBarChart(chart);
  const parts = ['good', 'unknown', 'bad'].map((tone) => widthsOf(svg, `fill-${tone}`).at(-1) ?? 0);
  expect(parts.map((width) => Math.round((width / parts.reduce((sum, part) => sum + part, 0)) * 100))).toEqual([60, 30, 10]);
  expect([widthsOf(svg, 'pattern-unknown').length, widthsOf(svg, 'pattern-bad').length, widthsOf(svg, 'pattern-good').length]).toEqual([
    2, 2, 0,
  ]);
  expect(svg).toContain('>100<');
});

test('windows stand in the order of time on one axis, freezes beside them; without a date there is no drawing', () => {
  const window = (label: string, start: string, end: string) => ({ label, value: 5, start, end });
  const chart: ReportChart = {
    ...base,
    chart: 'timeline',
    series: [
      {
        name: 'Windows',
        tone: 'neutral',
        points: [
          window('Wave 1', '2027-01-16T20:00:00.000Z', '2027-01-17T04:00:00.000Z'),
          window('Wave 2', '2027-02-06T20:00:00.000Z', '2027-02-07T04:00:00.000Z'),
        ],
      },
      { name: 'Freezes', tone: 'unknown', points: [window('Close <b>', '2027-01-29T00:00:00.000Z', '2027-02-02T00:00:00.000Z')] },
    ],
  };
  const svg = timelineChart(chart, 'UTC');
  const places = [...svg.matchAll(/<rect class="(?:fill-neutral|freeze)" x="([\d.]+)"/g)].map(([, x]) => Number(x));
  const [freeze = 0, first = 0, second = 0] = places;
  expect(first < freeze && freeze < second).toBe(true);
  expect(svg).toContain('Freeze: Close &lt;b&gt;');
  expect(svg).toContain('Sat 16 Jan 2027, 20:00 to 04:00 · 5 machines');
  expect(timelineChart({ ...chart, series: [] }, 'UTC')).toBe('');
});
