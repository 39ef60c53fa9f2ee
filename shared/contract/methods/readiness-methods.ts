import { z } from 'zod';

import { TASK_STATES } from '../../domain/backlog.ts';
import { idSchema, instantSchema, severitySchema } from '../base-shapes.ts';
import { method, nothing } from '../define-method.ts';
import { engagementFactSchema } from '../readiness-shapes.ts';

const ruleIdSchema = z.string().min(1).max(60);
const machineIdsSchema = z.array(idSchema).min(1).max(100_000);
const reasonSchema = z.string().trim().min(1).max(2000);
const dateSchema = z.iso.date();

/** Which tasks are meant; what is left out does not narrow. */
const taskFilterShape = {
  ruleId: ruleIdSchema.optional(),
  machineId: idSchema.optional(),
  waveId: idSchema.optional(),
  severity: severitySchema.optional(),
  state: z.enum(TASK_STATES).optional(),
  /** `null`: tasks of nobody. */
  owner: z.string().max(300).nullable().optional(),
  /** Due on this day or earlier. */
  dueBy: dateSchema.optional(),
  text: z.string().max(200).optional(),
};

export const taskSchema = z.object({
  ruleId: z.string(),
  machineId: idSchema,
  machineName: z.string(),
  waveId: z.string().nullable(),
  severity: severitySchema,
  title: z.string(),
  remedy: z.string(),
  state: z.enum(TASK_STATES),
  /** Why it is open again though somebody had closed it. */
  reopenedBecause: z.string().nullable(),
  /** The newest data show that it is mended. */
  isProven: z.boolean(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  note: z.string().nullable(),
  stateBy: z.string().nullable(),
  stateAt: instantSchema.nullable(),
  seen: z.record(z.string(), z.unknown()),
  detail: z.string().nullable(),
});
export type TaskView = z.infer<typeof taskSchema>;

const taskCountsSchema = z.record(z.enum(TASK_STATES), z.number());

export const readinessMethods = {
  /** A named person takes the responsibility for a blocker that the service itself does not refuse. */
  'readiness.override': method(
    z.strictObject({ ruleId: ruleIdSchema, machineIds: machineIdsSchema, reason: reasonSchema }),
    z.object({ overridden: z.number() }),
  ),
  'readiness.withdraw-override': method(
    z.strictObject({ ruleId: ruleIdSchema, machineIds: machineIdsSchema, reason: z.string().trim().max(2000).default('') }),
    z.object({ withdrawn: z.number() }),
  ),
  /** What is asked once for the whole engagement, with its answers; also part of the snapshot. */
  'engagement.facts': method(nothing, z.array(engagementFactSchema)),
  /** `null` forgets an answer. A list is text, its members separated by commas; `none` is the empty list. */
  'engagement.set-facts': method(
    z.strictObject({ values: z.record(z.string().max(60), z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()])) }),
    z.object({ changed: z.number() }),
  ),
  /** Takes over the proposed size of machines that have none yet: of these, or of all in scope. */
  'sizing.adopt': method(
    z.strictObject({ machineIds: machineIdsSchema.optional() }),
    z.object({ adopted: z.number(), withoutProposal: z.number() }),
  ),
  /** The fix backlog: the gravest first, then rule by rule, machines by name. */
  'backlog.list': method(
    z.strictObject({
      ...taskFilterShape,
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().positive().max(2000).default(200),
    }),
    z.object({ tasks: z.array(taskSchema), total: z.number(), counts: taskCountsSchema }),
  ),
  /** Changes tasks, named one by one or all that a filter finds. What `changes` leaves out stays as it is. */
  'backlog.change': method(
    z.strictObject({
      tasks: z
        .array(z.strictObject({ ruleId: ruleIdSchema, machineIds: machineIdsSchema }))
        .min(1)
        .max(300)
        .optional(),
      filter: z.strictObject(taskFilterShape).optional(),
      changes: z.strictObject({
        owner: z.string().trim().min(1).max(300).nullable().optional(),
        dueOn: dateSchema.nullable().optional(),
        state: z.enum(TASK_STATES).optional(),
        note: z.string().trim().max(2000).nullable().optional(),
      }),
    }),
    z.object({ changed: z.number() }),
  ),
} as const;
