import { z } from 'zod';

import { method } from '../define-method.ts';
import { idSchema, importSummarySchema, instantSchema } from '../shapes.ts';

/** Column of a generic file -> field of a machine; `null` leaves the column out. */
const mappingSchema = z.record(z.string().max(300), z.string().max(60).nullable());

export const previewSchema = z.object({
  previewId: idSchema,
  fileName: z.string(),
  fileSizeBytes: z.number(),
  fileSha256: z.string(),
  formatId: z.string(),
  formatTitle: z.string(),
  exportedAt: instantSchema.nullable(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number(), announcedRows: z.number().nullable() })),
  machineCount: z.number(),
  connectionCount: z.number(),
  applicationCount: z.number(),
  /** Against what the engagement holds already. */
  changes: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), missing: z.number() }),
  /** Headers of a generic file with the field each is taken for. Empty for a known format. */
  columns: z.array(z.object({ header: z.string(), sample: z.array(z.string()), field: z.string().nullable(), isRemembered: z.boolean() })),
  needsMapping: z.boolean(),
  fields: z.array(z.object({ name: z.string(), title: z.string(), unit: z.string().nullable() })),
  firstRows: z.array(
    z.object({
      name: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      row: z.number(),
      sheet: z.string(),
    }),
  ),
  skipped: z.array(z.object({ sheet: z.string(), row: z.number(), what: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
  /** The same bytes were imported before. */
  sameFileAs: importSummarySchema.nullable(),
});
export type ImportPreview = z.infer<typeof previewSchema>;

export const importMethods = {
  /** Reads an uploaded file in a worker and shows what it holds. Nothing is stored. Progress comes as `task.progress`. */
  'import.preview': method(
    z.strictObject({
      uploadId: idSchema,
      taskId: idSchema.optional(),
      mapping: mappingSchema.optional(),
      password: z.string().max(500).optional(),
    }),
    previewSchema,
  ),
  'import.confirm': method(z.strictObject({ previewId: idSchema }), importSummarySchema),
  'import.discard': method(z.strictObject({ previewId: idSchema }), z.object({})),
} as const;
