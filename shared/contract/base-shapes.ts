import { z } from 'zod';

/** The smallest shapes, of which the others are made. */
export const idSchema = z.string().min(1).max(200);
export const instantSchema = z.iso.datetime();
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
export const verdictSchema = z.enum(['ready', 'ready-with-warnings', 'blocked', 'undecided']);
export const severitySchema = z.enum(['refused', 'blocker', 'warning', 'info']);
export const provenanceSchema = z.enum(['one-source', 'agreed', 'conflict', 'person', 'unknown']);

/** Best plan and proven bound at a moment of planning; `upper` is `null` before there is a plan. */
export const planStandingSchema = z.object({ elapsedMs: z.number(), upper: z.number().nullable(), lower: z.number(), by: z.string() });

/** When a plan ends that aims at the earliest finish, and when any plan ends at the earliest. */
export const planFinishSchema = z.object({
  /** End of the window of the last wave. */
  endsAt: instantSchema,
  notBefore: instantSchema.nullable(),
  timeZone: z.string(),
});
