import { z } from 'zod';

import { method } from '../define-method.ts';
import { idSchema } from '../shapes.ts';

const presetSchema = z.enum(['assessment', 'wave-plan', 'completion']);

export const reportMethods = {
  /** The HTML that an export would write, for the live preview in a sandboxed frame. */
  'report.preview': method(z.strictObject({ preset: presetSchema }), z.object({ html: z.string() })),
  'report.export': method(
    z.strictObject({
      preset: presetSchema,
      formats: z
        .array(z.enum(['html', 'xlsx', 'json', 'csv']))
        .min(1)
        .max(4),
      /** Text tables as one zip, to save by one click, or each as a file of its own. */
      csvAs: z.enum(['zip', 'files']).default('zip'),
      taskId: idSchema.optional(),
    }),
    z.object({
      files: z.array(
        z.object({
          name: z.string(),
          format: z.string(),
          sizeBytes: z.number(),
          sha256: z.string(),
          mediaType: z.string(),
          downloadId: idSchema,
        }),
      ),
    }),
  ),
  /** What a table shows right now, as CSV or XLSX: headers and rows come from the screen and are checked and neutralised. */
  'table.export': method(
    z.strictObject({
      title: z.string().min(1).max(200),
      format: z.enum(['csv', 'xlsx']),
      columns: z
        .array(z.strictObject({ title: z.string().max(200), kind: z.enum(['text', 'number', 'date', 'boolean']) }))
        .min(1)
        .max(200),
      rows: z.array(z.array(z.union([z.string().max(32_767), z.number(), z.boolean(), z.null()]))).max(200_000),
    }),
    z.object({ name: z.string(), sizeBytes: z.number(), downloadId: idSchema, mediaType: z.string() }),
  ),
} as const;
