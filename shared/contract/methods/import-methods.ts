import { z } from 'zod';

import { method } from '../define-method.ts';
import { idSchema, importSummarySchema, instantSchema } from '../shapes.ts';

/** An RVTools folder has some thirty tables. */
const MOST_FILES_BESIDE = 79;

/** Column of a generic file -> field of a machine, with its unit where one was chosen (`memoryMiB:GB`); `null` leaves the column out. */
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
  changes: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), doubtful: z.number(), gone: z.number() }),
  /** The rows behind the counts, at most 500 of each kind, with what would change. */
  changeRows: z.array(
    z.object({
      kind: z.enum(['added', 'changed', 'unchanged', 'doubtful']),
      name: z.string(),
      sheet: z.string(),
      row: z.number(),
      machineId: z.string().nullable(),
      by: z.string().nullable(),
      confidence: z.number().nullable(),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
      /** Machines that a doubtful row may be; a person decides, or leaves it a machine of its own. */
      candidates: z.array(
        z.object({ machineId: z.string(), name: z.string(), by: z.string(), confidence: z.number(), against: z.array(z.string()) }),
      ),
    }),
  ),
  /** Machines that the file before held and this one does not, with where they stood in it. */
  gone: z.array(z.object({ machineId: z.string(), name: z.string(), fileName: z.string(), sheet: z.string(), row: z.number() })),
  /** Headers of a generic file with the field each is taken for. Empty for a known format. */
  columns: z.array(
    z.object({
      header: z.string(),
      sample: z.array(z.string()),
      field: z.string().nullable(),
      isRemembered: z.boolean(),
      /** Of a column of sizes: the unit that was chosen or assumed; `null` where header or cells state it. */
      unit: z.enum(['bytes', 'KB', 'MB', 'GB', 'TB']).nullable(),
      isUnitAssumed: z.boolean(),
    }),
  ),
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
  /** Reads an uploaded file, or several that are one export, in a worker and shows what it holds. Nothing is stored. Progress comes as `task.progress`. */
  'import.preview': method(
    z.strictObject({
      uploadId: idSchema,
      /** Further files of the same export: tables of one folder, volumes beside instances. */
      alsoUploadIds: z.array(idSchema).max(MOST_FILES_BESIDE).optional(),
      taskId: idSchema.optional(),
      mapping: mappingSchema.optional(),
      password: z.string().max(500).optional(),
    }),
    previewSchema,
  ),
  'import.confirm': method(
    z.strictObject({
      previewId: idSchema,
      /** Answers about doubtful rows: the machine it is, or `null` for a machine of its own. Without an answer it is one of its own. */
      decisions: z
        .array(z.strictObject({ sheet: z.string().max(300), row: z.number().int().nonnegative(), machineId: idSchema.nullable() }))
        .max(100_000)
        .default([]),
    }),
    importSummarySchema,
  ),
  /** What an import brought, worked out from what was known before it. */
  'import.details': method(
    z.strictObject({ importId: idSchema }),
    z.object({
      sheets: z.array(z.object({ name: z.string(), rows: z.number() })),
      connections: z.number(),
      applications: z.number(),
      fileSizeBytes: z.number(),
      added: z.number(),
      changed: z.number(),
      same: z.number(),
      /** Fields that it says otherwise than what was known, most machines first. */
      changedFields: z.array(z.object({ field: z.string(), title: z.string(), machines: z.number() })),
      /** Machines that the file of the same kind before it held and this one does not. */
      gone: z.array(z.object({ machineId: z.string(), name: z.string() })),
    }),
  ),
  'import.discard': method(z.strictObject({ previewId: idSchema }), z.object({})),
} as const;
