import { z } from 'zod';

import { waveLimitsFields, waveLimitsSchema } from '../../journal/wave-limits-schema.ts';
import { planStandingSchema } from '../base-shapes.ts';
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

/** How plan and bound came closer while the solver ran, and whether a person stopped it. */
const howItCame = { course: z.array(planStandingSchema), wasStopped: z.boolean() };

/** What another plan would change, before it is adopted. Windows are named by their start. */
const proposalSchema = z.object({
  proposalId: z.string(),
  lowerBound: z.number(),
  lowerBoundReason: z.string(),
  /** For the earliest finish: the end of the first window with which any plan can end. */
  finishNotBefore: instantSchema.nullable(),
  leftOut: z.array(z.object({ groupId: z.string(), reason: z.string() })),
  variants: z.array(
    z.object({
      /** `fewest`: as few waves as were found. `steadiest`: fewer groups move, for more waves. */
      id: z.enum(['fewest', 'steadiest']),
      waves: z.number(),
      lastWaveStartsAt: instantSchema.nullable(),
      lastWaveEndsAt: instantSchema.nullable(),
      moves: z.array(z.object({ groupId: z.string(), from: instantSchema.nullable(), to: instantSchema.nullable() })),
      added: z.array(z.string()),
      movesAtLeast: z.number(),
    }),
  ),
});

const reasonSchema = z.object({ rule: z.string(), text: z.string() });

/** One of the rules that no plan keeps together; what giving it up gains, and the change of the limits that does it. */
const brokenRuleSchema = z.object({
  id: z.string(),
  text: z.string(),
  relaxation: z.object({ text: z.string(), waves: z.number().nullable(), limits: waveLimitsFields.partial().nullable() }).nullable(),
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
  /**
   * Computes a plan in a worker and puts it in force; with `ask`, where one is in force already, proposes it with what it would
   * change. Progress comes as `task.progress`; `task.cancel` stops it, and what was found by then is taken.
   */
  'plan.make': method(
    z.strictObject({
      taskId: idSchema.optional(),
      timeLimitMs: z.number().int().min(50).max(600_000).default(2000),
      adopt: z.enum(['at-once', 'ask']).default('at-once'),
    }),
    z.discriminatedUnion('status', [
      z.object({ status: z.literal('adopted'), plan: planViewSchema, ...howItCame }),
      z.object({ status: z.literal('proposed'), proposal: proposalSchema, ...howItCame }),
      z.object({ status: z.literal('contradiction'), rules: z.array(brokenRuleSchema) }),
    ]),
  ),
  /** Puts a proposed plan in force. Refused when anything was changed since it was computed. */
  'plan.adopt': method(z.strictObject({ proposalId: idSchema, variant: z.enum(['fewest', 'steadiest']) }), planViewSchema),
  /** Moves groups by hand. A move that breaks a rule is made and marked as a violation, never called valid. */
  'plan.move-groups': method(z.strictObject({ groupIds: z.array(idSchema).min(1).max(100_000), toWaveId: idSchema }), planViewSchema),
  /** What a move would do, before it is made: for the drop target and the keyboard dialog. */
  'plan.preview-move': method(
    z.strictObject({ groupIds: z.array(idSchema).min(1).max(100_000) }),
    z.array(z.object({ waveId: z.string(), isAllowed: z.boolean(), problems: z.array(z.string()) })),
  ),
  /** Why a group stands where it stands and not a wave earlier. */
  'plan.explain-group': method(
    z.strictObject({ groupId: idSchema }),
    z.object({
      isPinned: z.boolean(),
      /** Earlier windows, the nearest first. Without reasons the group could stand there as well. */
      earlier: z.array(
        z.object({
          waveId: z.string().nullable(),
          windowTitle: z.string(),
          startsAt: instantSchema.nullable(),
          isUsed: z.boolean(),
          reasons: z.array(reasonSchema),
        }),
      ),
    }),
  ),
  /** What is tight in a wave, and what kept the next groups out of it. */
  'plan.explain-wave': method(
    z.strictObject({ waveId: idSchema }),
    z.object({
      tight: z.array(z.object({ resourceId: z.string(), used: z.number(), limit: z.number() })),
      next: z.array(z.object({ groupId: z.string(), reasons: z.array(reasonSchema) })),
    }),
  ),
  /** What a little more of each limit would save, solved anew for each in a worker. `null`: not found in the time. */
  'plan.what-if': method(
    z.strictObject({ taskId: idSchema.optional() }),
    z.object({
      objective: waveLimitsFields.shape.objective,
      /** Waves, or the place of the last window, as the plan aims at the one or the other. */
      value: z.number().nullable(),
      lowerBound: z.number(),
      changes: z.array(
        z.object({ id: z.string(), title: z.string(), value: z.number().nullable(), lowerBound: z.number(), saved: z.number().nullable() }),
      ),
    }),
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
