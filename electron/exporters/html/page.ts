import { createHash } from 'node:crypto';

import { momentWords } from '../../../shared/reports/local-time.ts';
import { REPORT_TITLES, type Report, type ReportSection } from '../../../shared/reports/report.ts';
import { blockHtml } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import { REPORT_STYLE } from './style.data.ts';
import { SHARED_DRAWINGS } from './svg.ts';
import { elsewhere } from './table.ts';

/** For policies: the report’s own, and that of a window which shows it in a frame and hands its policy down. */
export const REPORT_STYLE_HASH = `sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}`;

/** SECURITY: nothing is loaded and nothing runs, wherever the file is opened; only its own style counts. */
const POLICY = `default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

interface Numbered {
  readonly number: string;
  readonly section: ReportSection;
}

/** The whole page: complete in itself, without a script, readable and printable anywhere. */
export function reportPage(report: Report): string {
  const cover = report.sections.find((section) => section.place === 'cover');
  const numbered = numberSections(report.sections.filter((section) => section !== cover));
  const title = escapeHtml(report.isSample ? `Sample (fictional): ${report.title}` : report.title);
  const contents = numbered.map(
    ({ number, section }) => `<li><a href="#${section.id}"><span class="number">${number}</span>${escapeHtml(section.title)}</a></li>`,
  );
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`,
    `<meta name="generator" content="Landfall ${escapeHtml(report.appVersion)}"><title>${title}</title><style>${REPORT_STYLE}</style></head>`,
    `<body${report.isSample ? ' class="sample-data"' : ''}>${SHARED_DRAWINGS}<header>`,
    '<a class="skip" href="#content">Skip to the content</a>',
    report.isSample ? '<p class="sample">Sample engagement – fictional data</p>' : '',
    coverHtml(report, cover),
    `</header><nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${contents.join('')}</ol></nav>`,
    `<main id="content">${numbered.map((each) => sectionHtml(each, report.timeZone)).join('\n')}</main>`,
    `<footer><p>${footerWords(report)}</p></footer></body></html>\n`,
  ].join('\n');
}

function numberSections(sections: readonly ReportSection[]): Numbered[] {
  let count = 0;
  let letters = 0;
  return sections.map((section) => {
    if (section.place === 'appendix') {
      letters += 1;
      return { section, number: String.fromCodePoint(64 + letters) };
    }
    count += 1;
    return { section, number: String(count) };
  });
}

function coverHtml(report: Report, cover: ReportSection | undefined): string {
  const name = report.title.slice(report.title.indexOf(': ') + 2);
  const blocks = (cover?.blocks ?? []).map((block) => blockHtml(block, report.timeZone));
  const customer = report.customer === '' ? '' : `<p class="customer">${escapeHtml(report.customer)}</p>`;
  return `<div class="cover"><p class="kind">${escapeHtml(report.kindTitle ?? REPORT_TITLES[report.preset])}</p><h1>${escapeHtml(name)}</h1>${customer}${blocks.join('')}</div>`;
}

function sectionHtml({ number, section }: Numbered, timeZone: string): string {
  const blocks = section.blocks.map((block) => blockHtml(block, timeZone)).join('\n');
  const tables = section.blocks.flatMap((block) => (block.kind === 'table' && block.table.isDataOnly === true ? [block.table] : []));
  return `<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title"><span class="number">${number}</span>${escapeHtml(section.title)}</h2>\n${blocks}${elsewhere(tables)}</section>`;
}

function footerWords(report: Report): string {
  const state = momentWords(report.stateAt, report.timeZone);
  const sample = report.isSample ? 'Sample engagement, fictional data. ' : '';
  return escapeHtml(`${sample}State of ${state}, journal hash ${report.stateHash}. Made with Landfall ${report.appVersion}.`);
}
