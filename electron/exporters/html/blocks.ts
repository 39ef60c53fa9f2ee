import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ReportBlock, ReportChart, ReportFact, ReportFigure } from '../../../shared/reports/report.ts';
import { barChart, stackedBarChart } from './bar-charts.ts';
import { escapeHtml } from './escape.ts';
import { toneMark } from './svg.ts';
import { sourceLine, tableBlock } from './table.ts';
import { timelineChart } from './timeline-chart.ts';

export function blockHtml(block: ReportBlock, timeZone: string): string {
  switch (block.kind) {
    case 'heading': {
      const classes = block.startsPage === true ? ' class="starts-page"' : '';
      return `<h3${classes}>${escapeHtml(block.text)}</h3>`;
    }
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list': {
      const tag = block.isOrdered === true ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;
    }
    case 'note':
      return `<p class="note ${block.tone}">${toneMark(block.tone)}<span>${escapeHtml(block.text)}</span></p>`;
    case 'facts':
      return `<dl class="facts">${block.facts.map(factHtml).join('')}</dl>`;
    case 'figures':
      return `<dl class="figures">${block.figures.map(figureHtml).join('')}</dl>${sourceLine(block.source)}`;
    case 'table':
      return block.table.isDataOnly === true ? '' : tableBlock(block.table);
    case 'signatures':
      return signaturesHtml(block.title, block.lines);
    case 'chart':
      return chartHtml(block, timeZone);
    default:
      return assertNever(block);
  }
}

function factHtml({ label, value, isCode }: ReportFact): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd${isCode === true ? ' class="code"' : ''}>${escapeHtml(value)}</dd></div>`;
}

function figureHtml({ label, value, note, tone = 'neutral' }: ReportFigure): string {
  return `<div><dt>${escapeHtml(label)}</dt><dd class="figure ${tone}">${escapeHtml(value)}</dd><dd class="about">${toneMark(tone)}${escapeHtml(note)}</dd></div>`;
}

function signaturesHtml(title: string, lines: readonly string[]): string {
  const rows = lines.map(
    (line) => `<li><span class="who">${escapeHtml(line)}</span><span>Name</span><span>Date</span><span>Signature</span></li>`,
  );
  return `<div class="signatures"><p class="signatures-title">${escapeHtml(title)}</p><ul>${rows.join('')}</ul></div>`;
}

function chartHtml(chart: ReportChart, timeZone: string): string {
  const svg = drawnChart(chart, timeZone);
  if (svg === '') return '';
  return `<figure class="chart"><figcaption>${escapeHtml(chart.title)}</figcaption>${svg}${sourceLine(chart.source)}</figure>`;
}

function drawnChart(chart: ReportChart, timeZone: string): string {
  switch (chart.chart) {
    case 'bar':
      return barChart(chart);
    case 'stacked-bar':
      return stackedBarChart(chart);
    case 'timeline':
      return timelineChart(chart, timeZone);
    default:
      return assertNever(chart.chart);
  }
}
