import { z } from 'zod';

import { TASK_STATES } from '../domain/backlog.ts';

/** Kinds of entry about readiness and its fix backlog. A kind is only ever added, never changed or removed. */
export const readinessPayloadSchemas = {
  /** Values are checked against the catalogue of engagement-wide fields when the entry is written; `null` forgets one. */
  'engagement.facts-set': z.object({
    values: z.record(z.string().max(60), z.unknown()),
    before: z.record(z.string().max(60), z.unknown()),
  }),
  /** A blocker is overridden for the values seen, as canonical JSON; other values bring it back. */
  'finding.overridden': z.object({
    ruleId: z.string().max(60),
    machines: z.array(z.object({ machineId: z.string().max(200), seen: z.string().max(10_000) })).min(1),
    reason: z.string().min(1).max(2000),
    /** Version of the rules that raised it. Entries of earlier versions of the product do not say. */
    ruleSetVersion: z.string().max(60).optional(),
  }),
  'finding.override-withdrawn': z.object({
    ruleId: z.string().max(60),
    machineIds: z.array(z.string().max(200)).min(1),
    reason: z.string().max(2000),
  }),
  /** What changes about tasks of the fix backlog; what is absent stays. `seen`: the values at that moment, for a new state. */
  'backlog.changed': z.object({
    tasks: z
      .array(
        z.object({
          ruleId: z.string().max(60),
          machines: z.array(z.object({ machineId: z.string().max(200), seen: z.string().max(10_000).optional() })).min(1),
        }),
      )
      .min(1),
    changes: z.object({
      owner: z.string().max(300).nullable().optional(),
      dueOn: z.iso.date().nullable().optional(),
      state: z.enum(TASK_STATES).optional(),
      note: z.string().max(2000).nullable().optional(),
    }),
  }),
  /** Sizes that the product proposed and a person took over. */
  'machine.sizes-adopted': z.object({
    sizes: z.array(z.object({ targetVmSize: z.string().max(100), machineIds: z.array(z.string().max(200)).min(1) })).min(1),
  }),
  /** What a rule set said in numbers, so that the next rule set can show what it changes. */
  'readiness.recorded': z.object({
    ruleSetVersion: z.string().max(60),
    ruleSetDate: z.string().max(60),
    verdicts: z.record(z.string().max(60), z.number().int().nonnegative()),
    byRule: z.array(
      z.object({ ruleId: z.string().max(60), raised: z.number().int().nonnegative(), unknown: z.number().int().nonnegative() }),
    ),
  }),
} as const;
