import { z } from 'zod';

/**
 * The report for other programs. Versioned: fields are only ever added within a version. The schema file that goes out with
 * every export is made from this.
 */
const tone = z.enum(['neutral', 'good', 'warning', 'bad', 'unknown']);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const column = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    kind: z.enum(['text', 'number', 'date', 'boolean']),
    unit: z.string().optional(),
    decimals: z.number().int().optional(),
    timeZone: z.string().optional(),
    empty: z.enum(['unknown', 'none']),
  })
  .describe('A date is an instant in UTC, ISO 8601; timeZone is the zone in which people read it. empty says what null means.');

const table = z.strictObject({
  title: z.string(),
  sheet: z.string().nullable().describe('Sheet of the workbook that holds the same rows.'),
  source: z.string().nullable().describe('Where the data come from and of when they are.'),
  emptyText: z.string().describe('What it means when there are no rows.'),
  columns: z.array(column),
  rows: z.array(z.record(z.string(), cell)).describe('One object per row, by column key.'),
});

const point = z.strictObject({
  label: z.string(),
  value: z.number(),
  start: z.string().optional(),
  end: z.string().optional(),
  limit: z.number().optional(),
});

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.number(), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), isOrdered: z.boolean(), items: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('note'), tone, text: z.string() }),
  z.strictObject({ kind: z.literal('facts'), facts: z.array(z.strictObject({ label: z.string(), value: z.string() })) }),
  z.strictObject({
    kind: z.literal('figures'),
    figures: z.array(z.strictObject({ label: z.string(), value: z.string(), note: z.string() })),
    source: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('table'), table: z.string().describe('Id of a table under “tables”.') }),
  z.strictObject({ kind: z.literal('signatures'), title: z.string(), lines: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('chart'),
    chart: z.enum(['stacked-bar', 'bar', 'timeline']),
    title: z.string(),
    description: z.string(),
    unit: z.string(),
    series: z.array(z.strictObject({ name: z.string(), tone, points: z.array(point) })),
    source: z.string().nullable(),
  }),
]);

export const reportDocumentSchema = z
  .strictObject({
    $schema: z.string(),
    kind: z.literal('landfall-report'),
    version: z.literal(1),
    title: z.string(),
    customer: z.string(),
    preset: z.enum(['assessment', 'wave-plan', 'completion']),
    isSample: z.boolean().describe('True: everything in it is fictional.'),
    notice: z.string().nullable(),
    stateAt: z.iso.datetime().describe('Time of the last journal entry that is in it; not the time of the export.'),
    stateHash: z.string().describe('Hash of that entry.'),
    appVersion: z.string(),
    ruleSetVersion: z.string(),
    timeZone: z.string(),
    sections: z.array(
      z.strictObject({ id: z.string(), title: z.string(), place: z.enum(['cover', 'body', 'appendix']), blocks: z.array(block) }),
    ),
    tables: z.record(z.string(), table),
  })
  .meta({ title: 'Landfall report' });

export type ReportDocument = z.infer<typeof reportDocumentSchema>;
export type DocumentBlock = z.infer<typeof block>;
export type DocumentTable = z.infer<typeof table>;
