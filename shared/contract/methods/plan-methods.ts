import { z } from 'zod';

import { waveLimitsFields, waveLimitsSchema } from '../../journal/wave-limits-schema.ts';
import { method, nothing } from '../define-method.ts';
import { idSchema, instantSchema, planViewSchema } from '../shapes.ts';

const calendarEventSchema = z.object({
  title: z.string(),
  startsAt: instantSchema,
  endsAt: instantSchema,
  timeZone: z.string(),
  isAllDay: z.boolean(),
  isRepeated: z.boolean(),
});

export const planMethods = {
  /** Reads a calendar file that was handed over. Nothing is stored: a person chooses what becomes a freeze or a window. */
  'plan.read-calendar': method(
    z.strictObject({ uploadId: idSchema, timeZone: z.string().min(1).max(60) }),
    z.object({
      fileName: z.string(),
      events: z.array(calendarEventSchema),
      skipped: z.array(z.object({ what: z.string(), reason: z.string() })),
      warnings: z.array(z.string()),
    }),
  ),
  'plan.set-limits': method(z.strictObject({ limits: waveLimitsFields.partial() }), waveLimitsSchema),
  /** Computes a plan in a worker and puts it in force. Progress comes as `task.progress`; `task.cancel` stops it. */
  'plan.make': method(
    z.strictObject({ taskId: idSchema.optional(), timeLimitMs: z.number().int().min(50).max(600_000).default(2000) }),
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('adopted'), plan: planViewSchema }),
      z.object({ status: z.literal('contradiction'), rules: z.array(z.object({ id: z.string(), text: z.string() })) }),
    ]),
  ),
  /** Moves groups by hand. A move that breaks a rule is made and marked as a violation, never called valid. */
  'plan.move-groups': method(z.strictObject({ groupIds: z.array(idSchema).min(1).max(100_000), toWaveId: idSchema }), planViewSchema),
  /** What a move would do, before it is made: for the drop target and the keyboard dialog. */
  'plan.preview-move': method(
    z.strictObject({ groupIds: z.array(idSchema).min(1).max(100_000) }),
    z.array(z.object({ waveId: z.string(), isAllowed: z.boolean(), problems: z.array(z.string()) })),
  ),
  'plan.check': method(
    nothing,
    z.object({
      isValid: z.boolean(),
      isBoundConfirmed: z.boolean(),
      violations: z.array(z.string()),
      wavesUsed: z.number(),
      lowerBound: z.number(),
    }),
  ),
} as const;
