import { z } from 'zod';

import { boundCertificateSchema } from '../journal/bound-certificate-schema.ts';
import { idSchema } from './base-shapes.ts';

const amount = z.number().int().nonnegative();
const title = z.string().max(1000);
const pair = z.tuple([idSchema, idSchema]);

/** The planner's problem as a file holds it: `PlanInput`. */
export const planInputSchema = z.strictObject({
  resources: z.array(z.strictObject({ id: idSchema, title, unit: title, kind: z.enum(['per-window', 'stock']) })).max(100),
  windows: z
    .array(
      z.strictObject({
        id: idSchema,
        title,
        startsAt: z.string().max(60).optional(),
        isFrozen: z.boolean(),
        isRequired: z.boolean().optional(),
        capacities: z.array(amount.nullable()).max(100),
      }),
    )
    .max(10_000),
  groups: z
    .array(
      z.strictObject({
        id: idSchema,
        title,
        demands: z.array(amount).max(100),
        pinnedWindowId: idSchema.optional(),
        earliestWindowId: idSchema.optional(),
        latestWindowId: idSchema.optional(),
        forbiddenWindowIds: z.array(idSchema).max(10_000).optional(),
      }),
    )
    .max(100_000),
  precedences: z.array(z.strictObject({ before: idSchema, after: idSchema, kind: z.enum(['strict', 'weak']) })).max(1_000_000),
  conflicts: z.array(pair).max(1_000_000),
  together: z.array(pair).max(1_000_000),
  objective: z.enum(['fewest-waves', 'earliest-finish']),
  baseline: z.record(idSchema, idSchema).optional(),
});

/** A plan file: the problem, which group moves in which window, and the bound that is claimed with its certificate. */
export const planFileSchema = z.strictObject({
  format: z.literal('landfall-plan-1'),
  problem: planInputSchema,
  assignment: z.record(idSchema, idSchema),
  bound: z.strictObject({ value: amount, reason: title, certificate: boundCertificateSchema }).nullable(),
});

export type PlanFile = z.output<typeof planFileSchema>;

const plainProblemSchema = z.object({
  format: z.literal('wave-plan-1'),
  dims: z.array(z.string()),
  windows: z.array(
    z.object({ id: z.string(), date: z.string().optional(), frozen: z.boolean().default(false), capacity: z.array(z.number()) }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      demand: z.array(z.number()),
      pin: z.string().optional(),
      earliest: z.string().optional(),
      latest: z.string().optional(),
    }),
  ),
  before: z.array(z.tuple([z.string(), z.string(), z.enum(['weak', 'strict'])])),
  conflicts: z.array(z.tuple([z.string(), z.string()])),
  together: z.array(z.tuple([z.string(), z.string()])),
  objective: z.enum(['fewest-waves', 'earliest-finish']),
});

/** A problem in the plain JSON that planners are compared with, `wave-plan-1`. Throws when it is something else. */
export function problemFromPlainJson(json: unknown): z.output<typeof planInputSchema> {
  const plain = plainProblemSchema.parse(json);
  return {
    resources: plain.dims.map((name) => ({ id: name, title: name, unit: name, kind: 'per-window' })),
    windows: plain.windows.map(({ id, date, frozen, capacity }) => ({
      id,
      title: id,
      isFrozen: frozen,
      capacities: capacity,
      ...(date === undefined ? {} : { startsAt: `${date}T00:00:00.000Z` }),
    })),
    groups: plain.groups.map(({ id, demand, pin, earliest, latest }) => ({
      id,
      title: id,
      demands: demand,
      ...(pin === undefined ? {} : { pinnedWindowId: pin }),
      ...(earliest === undefined ? {} : { earliestWindowId: earliest }),
      ...(latest === undefined ? {} : { latestWindowId: latest }),
    })),
    precedences: plain.before.map(([before, after, kind]) => ({ before, after, kind })),
    conflicts: plain.conflicts,
    together: plain.together,
    objective: plain.objective,
  };
}
