import { z } from 'zod';

import { method, nothing } from '../define-method.ts';
import { idSchema, instantSchema, undoStateSchema } from '../shapes.ts';

export const entryViewSchema = z.object({
  id: z.string(),
  lamport: z.number(),
  recordedAt: instantSchema,
  actor: z.string(),
  kind: z.string(),
  /** One sentence in the past tense. */
  title: z.string(),
  detail: z.string(),
  screen: z.string().nullable(),
  target: z.string().nullable(),
  isUndone: z.boolean(),
  hash: z.string(),
  payload: z.unknown(),
});
export type EntryView = z.infer<typeof entryViewSchema>;

export const verificationSchema = z.object({
  isSound: z.boolean(),
  checkedAt: instantSchema,
  entryCount: z.number(),
  attachmentCount: z.number(),
  headHash: z.string(),
  /** What is wrong, each naming the entry or attachment. */
  problems: z.array(z.object({ what: z.string(), entryId: z.string().nullable(), sha256: z.string().nullable() })),
});
export type Verification = z.infer<typeof verificationSchema>;

export const journalMethods = {
  'journal.list': method(
    z.strictObject({
      /** Newest first; continue with the last lamport seen. */
      before: z.number().int().positive().optional(),
      limit: z.number().int().positive().max(100_000).default(200),
      kind: z.string().max(60).optional(),
      actor: z.string().max(200).optional(),
      text: z.string().max(200).optional(),
      /** Only what concerns this machine: its imports, values, scope, group, plan, ticks, notes. */
      machineId: idSchema.optional(),
    }),
    z.object({
      entries: z.array(entryViewSchema),
      total: z.number(),
      hasMore: z.boolean(),
      /** Who and what kinds there are in the whole journal, to choose from; in the order of first use. */
      actors: z.array(z.string()),
      kinds: z.array(z.string()),
    }),
  ),
  'journal.verify': method(nothing, verificationSchema),
  'journal.undo': method(nothing, undoStateSchema),
  'journal.redo': method(nothing, undoStateSchema),
  /** Takes back one named entry, e.g. an import from last week. */
  'journal.undo-entry': method(z.strictObject({ entryId: z.string().min(1).max(80) }), undoStateSchema),
  'journal.add-note': method(
    z.strictObject({ text: z.string().trim().min(1).max(10_000), about: z.string().max(300).nullable().default(null) }),
    entryViewSchema,
  ),
} as const;
