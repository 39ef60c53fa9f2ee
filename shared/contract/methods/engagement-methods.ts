import { z } from 'zod';

import { settingsSchema } from '../../journal/entry.ts';
import { method, nothing } from '../define-method.ts';
import { engagementInfoSchema, instantSchema, snapshotSchema } from '../shapes.ts';

const pathSchema = z.string().min(1).max(4096);

export const engagementMethods = {
  'engagement.list-recent': method(
    nothing,
    z.array(
      z.object({
        path: z.string(),
        name: z.string(),
        customer: z.string(),
        machineCount: z.number(),
        lastOpenedAt: instantSchema,
        isMissing: z.boolean(),
        isSample: z.boolean(),
      }),
    ),
  ),
  'engagement.forget-recent': method(z.strictObject({ path: pathSchema }), z.object({})),
  /** Folders and engagement files of one folder, for hosts without a native file dialog. */
  'engagement.browse': method(
    z.strictObject({ folder: pathSchema.optional() }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.object({ name: z.string(), path: z.string() })),
      files: z.array(z.object({ name: z.string(), path: z.string(), sizeBytes: z.number(), changedAt: instantSchema })),
    }),
  ),
  /** Native dialog where there is one; `null` when it was cancelled. */
  'engagement.choose-path': method(
    z.strictObject({ purpose: z.enum(['open', 'create']), suggestedName: z.string().max(200).optional() }),
    z.object({ path: z.string().nullable() }),
  ),
  'engagement.create': method(
    z.strictObject({
      /** Full path; without one the file goes to the default folder under the engagement's name. */
      path: pathSchema.optional(),
      name: z.string().trim().min(1).max(300),
      customer: z.string().trim().max(300),
      scenarios: z.array(z.string().max(60)).max(20).optional(),
    }),
    engagementInfoSchema,
  ),
  'engagement.open': method(z.strictObject({ path: pathSchema }), engagementInfoSchema),
  'engagement.open-sample': method(nothing, engagementInfoSchema),
  'engagement.close': method(nothing, z.object({})),
  'engagement.change-settings': method(
    z.strictObject(settingsSchema.omit({ isSample: true, answers: true }).partial().shape),
    engagementInfoSchema,
  ),
  /** Answers a question of the checklist (`snapshot.checklist.questions`); the answer shapes which steps appear. */
  'engagement.answer-question': method(
    z.strictObject({
      questionId: z.string().min(1).max(60),
      values: z.array(z.string().max(60)).min(1).max(20),
      reason: z.string().trim().max(2000).optional(),
    }),
    engagementInfoSchema,
  ),
  'snapshot.get': method(nothing, snapshotSchema.nullable()),
} as const;
