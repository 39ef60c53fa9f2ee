import { z } from 'zod';

import { tablesOf, type Report, type ReportBlock, type ReportTable } from '../../shared/reports/report.ts';
import { SAMPLE_NOTICE } from '../../shared/reports/sections/cover.ts';
import type { Exporter } from './exporter.ts';
import { reportDocumentSchema, type DocumentBlock, type DocumentTable, type ReportDocument } from './json-document.ts';

const SCHEMA_NAME = 'landfall-report.schema.json';
const MEDIA_TYPE = 'application/json';

/** The report and, beside it, the schema that it keeps. */
export const jsonExporter: Exporter = {
  format: 'json',
  write: ({ report, baseName }) => {
    const encoder = new TextEncoder();
    const schema = `${JSON.stringify(z.toJSONSchema(reportDocumentSchema), null, 2)}\n`;
    return Promise.resolve([
      { name: `${baseName}.json`, mediaType: MEDIA_TYPE, bytes: encoder.encode(documentText(report)) },
      { name: SCHEMA_NAME, mediaType: MEDIA_TYPE, bytes: encoder.encode(schema) },
    ]);
  },
};

/** Indented where people look, one line per row where there are thousands. */
function documentText(report: Report): string {
  const head = JSON.stringify(headOf(report), null, 2);
  const tables = tablesOf(report).map((table) => `    ${JSON.stringify(table.id)}: ${tableText(table)}`);
  return `${head.slice(0, head.lastIndexOf('}')).trimEnd()},\n  "tables": {\n${tables.join(',\n')}\n  }\n}\n`;
}

function headOf(report: Report): Omit<ReportDocument, 'tables'> {
  const { title, customer, preset, isSample, stateAt, stateHash, appVersion, ruleSetVersion, timeZone } = report;
  return {
    $schema: `./${SCHEMA_NAME}`,
    kind: 'landfall-report',
    version: 1,
    title,
    customer,
    preset,
    isSample,
    notice: isSample ? SAMPLE_NOTICE : null,
    stateAt,
    stateHash,
    appVersion,
    ruleSetVersion,
    timeZone,
    sections: report.sections.map((section) => ({
      id: section.id,
      title: section.title,
      place: section.place ?? 'body',
      blocks: section.blocks.map(blockOf),
    })),
  };
}

function blockOf(block: ReportBlock): DocumentBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: block.text };
    case 'paragraph':
      return { kind: 'paragraph', text: block.text };
    case 'note':
      return { kind: 'note', tone: block.tone, text: block.text };
    case 'list':
      return { kind: 'list', isOrdered: block.isOrdered ?? false, items: [...block.items] };
    case 'facts':
      return { kind: 'facts', facts: block.facts.map(({ label, value }) => ({ label, value })) };
    case 'figures':
      return {
        kind: 'figures',
        figures: block.figures.map(({ label, value, note }) => ({ label, value, note })),
        source: block.source ?? null,
      };
    case 'table':
      return { kind: 'table', table: block.table.id };
    case 'signatures':
      return { kind: 'signatures', title: block.title, lines: [...block.lines] };
    case 'chart': {
      const { chart, title, description, unit, source } = block;
      const series = block.series.map(({ name, tone, points }) => ({ name, tone, points: points.map((point) => ({ ...point })) }));
      return { kind: 'chart', chart, title, description, unit, series, source: source ?? null };
    }
    default:
      return block satisfies never;
  }
}

function tableText(table: ReportTable): string {
  const { title, sheet, source, emptyText } = table;
  const columns = table.columns.map(({ key, title: name, kind, unit, decimals, timeZone, empty }): DocumentTable['columns'][number] => ({
    key,
    title: name,
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(kind === 'date' ? { timeZone: timeZone ?? 'UTC' } : {}),
    empty: empty ?? 'unknown',
  }));
  const head: Omit<DocumentTable, 'rows'> = { title, sheet: sheet ?? null, source: source ?? null, emptyText, columns };
  const text = JSON.stringify(head);
  if (table.rows.length === 0) return `${text.slice(0, -1)},"rows":[]}`;
  const rows = table.rows.map(
    (row) => `      ${JSON.stringify(Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))}`,
  );
  return `${text.slice(0, -1)},"rows":[\n${rows.join(',\n')}\n    ]}`;
}
