import { z } from 'zod';

import { method } from '../define-method.ts';
import { checklistItemSchema, idSchema, itemScopeShape } from '../shapes.ts';

/** Evidence as handed in: a file is uploaded first. */
const evidenceInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), text: z.string().trim().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('link'), text: z.string().trim().max(10_000), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.strictObject({ kind: z.literal('file'), text: z.string().trim().max(10_000), uploadId: idSchema }),
]);

export const checklistMethods = {
  'checklist.items': method(
    z.strictObject({
      stepId: idSchema.optional(),
      waveId: idSchema.optional(),
      /** Items of one machine, with those of its wave and its site. */
      machineId: idSchema.optional(),
      limit: z.number().int().positive().max(100_000).default(500),
    }),
    z.object({ items: z.array(checklistItemSchema), total: z.number() }),
  ),
  /**
   * How far each step is for one wave with its machines, or for one machine with its wave and site; steps that do not concern
   * them are left out. `blockedBy` is empty as soon as one open item of the part can be done.
   */
  'checklist.part-counts': method(
    z.strictObject({ waveId: idSchema.optional(), machineId: idSchema.optional() }),
    z.array(z.object({ stepId: z.string(), total: z.number(), closed: z.number(), blockedBy: z.array(z.string()) })),
  ),
  'checklist.mark': method(
    z.strictObject({
      items: z
        .array(z.strictObject({ stepId: idSchema, scope: itemScopeShape }))
        .min(1)
        .max(10_000),
      state: z.enum(['open', 'done', 'not-applicable']),
      reason: z.string().trim().max(2000).optional(),
      evidence: z.array(evidenceInputSchema).max(50).default([]),
    }),
    z.object({ marked: z.number() }),
  ),
  'checklist.add-evidence': method(
    z.strictObject({ stepId: idSchema, scope: itemScopeShape, evidence: evidenceInputSchema }),
    checklistItemSchema,
  ),
  /** The steps of a role, or of all roles one after another, as a page to print: complete in itself, without a script. */
  'checklist.print': method(
    z.strictObject({ role: z.string().min(1).max(60).optional(), waveId: idSchema.optional() }),
    z.object({ html: z.string() }),
  ),
  'evidence.open': method(
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.object({ downloadId: idSchema, name: z.string(), mediaType: z.string(), sizeBytes: z.number() }),
  ),
} as const;
