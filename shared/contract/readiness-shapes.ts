import { z } from 'zod';

import { instantSchema, severitySchema, verdictSchema } from './base-shapes.ts';

export const ruleSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  severity: severitySchema,
  why: z.string(),
  remedy: z.string(),
  source: z.object({ code: z.string(), title: z.string(), date: z.string(), url: z.string() }),
  /** Further articles that say the same, or say otherwise. */
  otherSources: z.array(z.object({ code: z.string(), title: z.string(), date: z.string(), url: z.string() })).optional(),
  scenarios: z.array(z.string()),
});
export type RuleSummary = z.infer<typeof ruleSummarySchema>;

export const findingSchema = z.object({
  ruleId: z.string(),
  severity: severitySchema,
  outcome: z.enum(['raised', 'unknown']),
  seen: z.record(z.string(), z.unknown()),
  missing: z.array(z.string()),
  detail: z.string().nullable(),
  /** A person takes the responsibility for this blocker; stale when the values have changed since, so that it counts again. */
  override: z
    .object({ reason: z.string(), by: z.string(), at: instantSchema, isStale: z.boolean(), ruleSetVersion: z.string().optional() })
    .optional(),
  /** Version of the rules that found it. */
  ruleSetVersion: z.string(),
});

/** What a new rule set says otherwise than the one before it, about the same data. */
export const ruleSetChangeSchema = z.object({
  fromVersion: z.string(),
  fromDate: z.string(),
  toVersion: z.string(),
  toDate: z.string(),
  /** When the engagement was first assessed by the new rules. */
  at: instantSchema,
  verdicts: z.array(z.object({ verdict: z.string(), before: z.number(), after: z.number() })),
  /** Only rules whose numbers differ. */
  rules: z.array(
    z.object({
      ruleId: z.string(),
      raisedBefore: z.number(),
      raisedAfter: z.number(),
      unknownBefore: z.number(),
      unknownAfter: z.number(),
    }),
  ),
});
export type RuleSetChange = z.infer<typeof ruleSetChangeSchema>;

/** One engagement-wide field with its answer; `null` = nobody answered. A list is text, its members separated by commas. */
export const engagementFactSchema = z.object({
  name: z.string(),
  title: z.string(),
  group: z.string(),
  unit: z.string().nullable(),
  kind: z.enum(['text', 'number', 'boolean', 'choice', 'list']),
  choices: z.array(z.string()),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type EngagementFactView = z.infer<typeof engagementFactSchema>;

export const readinessSummarySchema = z.object({
  ruleSetVersion: z.string(),
  ruleSetDate: z.string(),
  /** Age of the data: when the newest import was exported or imported. */
  dataAt: instantSchema.nullable(),
  verdicts: z.record(verdictSchema, z.number()),
  /**
   * Per rule and scenario: machines for which it is raised, and for which it lacks data. `stopped`: those of the raised ones that
   * it keeps from moving; a rule may be milder for one machine than for another, and a person may override it.
   */
  byRule: z.array(
    z.object({
      ruleId: z.string(),
      scenario: z.string(),
      raised: z.number(),
      unknown: z.number(),
      overridden: z.number().optional(),
      stopped: z.number().optional(),
    }),
  ),
  rules: z.array(ruleSummarySchema),
  ruleSetChange: ruleSetChangeSchema.nullable(),
});
export type ReadinessSummary = z.infer<typeof readinessSummarySchema>;
