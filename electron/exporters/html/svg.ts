import type { ReportTone } from '../../../shared/reports/report.ts';
import { escapeHtml } from './escape.ts';

/** Width of every drawing in its own units; it scales to the column and to the page. */
export const CHART_WIDTH = 680;

/** Two decimals are finer than any printer; fewer bytes and the same text on every laptop. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function rectangle({ x, y, width, height }: Box, className: string): string {
  return `<rect class="${className}" x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(height)}"/>`;
}

export function label(x: number, y: number, text: string, className = ''): string {
  return `<text${className === '' ? '' : ` class="${className}"`} x="${px(x)}" y="${px(y)}">${escapeHtml(text)}</text>`;
}

export function line(from: readonly [number, number], to: readonly [number, number], className: string): string {
  return `<line class="${className}" x1="${px(from[0])}" y1="${px(from[1])}" x2="${px(to[0])}" y2="${px(to[1])}"/>`;
}

/** About how wide a text is at the size of chart labels; nothing here can measure it. */
export function textWidth(text: string): number {
  return text.length * 6.1;
}

/** Shortens a label that would run into its neighbour; the table beside the chart has it whole. */
export function fitText(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / 6.1));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A fill, and over it a pattern, so that tones differ without colour. */
export function filled(box: Box, tone: ReportTone): string {
  return rectangle(box, `fill-${tone}`) + (tone === 'neutral' || tone === 'good' ? '' : rectangle(box, `pattern-${tone}`));
}

export function drawing(height: number, title: string, description: string, content: string): string {
  return `<svg class="drawing" viewBox="0 0 ${CHART_WIDTH} ${px(height)}" role="img" aria-label="${escapeHtml(`${title}. ${description}`)}" focusable="false">${content}</svg>`;
}

/** Patterns and symbols that the whole page refers to. */
export const SHARED_DRAWINGS = `<svg class="shared" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="stripes-warning" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stripe" width="1.4" height="6"/></pattern>
<pattern id="stripes-unknown" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="stripe" width="1.4" height="1.4"/></pattern>
<pattern id="stripes-bad" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="stripe" width="1.4" height="6"/></pattern>
<symbol id="mark-good" viewBox="0 0 12 12"><path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></symbol>
<symbol id="mark-warning" viewBox="0 0 12 12"><path d="M6 1.2 11.3 10.8H.7Z" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/><path d="M6 4.6v2.8M6 8.7v.9" stroke="currentColor" stroke-width="1.4"/></symbol>
<symbol id="mark-bad" viewBox="0 0 12 12"><path d="M2.5 2.5l7 7M9.5 2.5l-7 7" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></symbol>
<symbol id="mark-unknown" viewBox="0 0 12 12"><path d="M3.6 4a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.8-1.1 1.7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/><path d="M6 9.6v.9" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></symbol>
</defs></svg>`;

/** Symbol of a tone, beside the word that says the same. */
export function toneMark(tone: ReportTone): string {
  return tone === 'neutral' ? '' : `<svg class="mark" aria-hidden="true" focusable="false"><use href="#mark-${tone}"/></svg>`;
}
