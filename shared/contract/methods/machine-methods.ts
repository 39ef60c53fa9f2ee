import { z } from 'zod';

import { method, nothing } from '../define-method.ts';
import { findingSchema, idSchema, instantSchema, machineRowSchema, provenanceSchema, verdictSchema } from '../shapes.ts';
import { machineSizingSchema } from '../sizing-shapes.ts';

const valueSchema = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]);

export const machineMethods = {
  'machine.list': method(
    z.strictObject({ offset: z.number().int().nonnegative(), limit: z.number().int().positive().max(2000) }),
    z.object({ seq: z.number(), rows: z.array(machineRowSchema), total: z.number() }),
  ),
  'machine.get': method(
    z.strictObject({ machineId: idSchema }),
    z.object({
      row: machineRowSchema,
      /** What was said when it was taken out of scope; `null` while it is in scope. */
      outOfScopeReason: z.string().nullable(),
      verdict: verdictSchema,
      findings: z.array(findingSchema),
      facts: z.record(z.string(), z.unknown()),
      /** Target size with its reason, disks, traffic and times, each number with its inputs. */
      sizing: machineSizingSchema,
      fields: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          unit: z.string().nullable(),
          value: z.unknown(),
          state: provenanceSchema,
          readings: z.array(
            z.object({
              value: z.unknown(),
              source: z.string(),
              /** `null`: a person said it. */
              importId: z.string().nullable(),
              sheet: z.string().nullable(),
              row: z.number().nullable(),
              at: instantSchema,
              counts: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** A person's value wins over every import; `null` takes the person's value back. */
  'machine.set-values': method(
    z.strictObject({
      machineIds: z.array(idSchema).min(1).max(100_000),
      values: z.record(z.string().max(60), valueSchema),
      /** Why, or where the values come from; kept in the journal. */
      reason: z.string().trim().min(1).max(2000).optional(),
    }),
    z.object({ changed: z.number() }),
  ),
  /** What one import says of a field counts for these machines from now on, as if a person had set it. */
  'machine.choose-source': method(
    z.strictObject({ machineIds: z.array(idSchema).min(1).max(100_000), field: z.string().max(60), importId: idSchema }),
    z.object({ changed: z.number() }),
  ),
  'machine.set-scope': method(
    z.strictObject({
      machineIds: z.array(idSchema).min(1).max(100_000),
      isInScope: z.boolean(),
      reason: z.string().trim().min(1).max(2000),
    }),
    z.object({ changed: z.number() }),
  ),
  /** How a machine is migrated; its checklist, rules and operations follow from it. */
  'machine.set-scenario': method(
    z.strictObject({ machineIds: z.array(idSchema).min(1).max(100_000), scenario: z.string().min(1).max(60) }),
    z.object({ changed: z.number() }),
  ),
  /** Pairs that may be one machine; strongest first. */
  'machine.duplicates': method(
    z.strictObject({ limit: z.number().int().positive().max(100_000).default(500) }),
    z.object({
      pairs: z.array(
        z.object({
          a: z.object({ id: z.string(), name: z.string() }),
          b: z.object({ id: z.string(), name: z.string() }),
          by: z.string(),
          confidence: z.number(),
          against: z.array(z.string()),
        }),
      ),
      total: z.number(),
    }),
  ),
  'machine.merge': method(
    z.strictObject({ keepId: idSchema, mergedIds: z.array(idSchema).min(1).max(100), reason: z.string().trim().max(2000).default('') }),
    z.object({ machineId: idSchema }),
  ),
  'machine.keep-apart': method(
    z.strictObject({ machineIds: z.tuple([idSchema, idSchema]), reason: z.string().trim().max(2000).default('') }),
    z.object({}),
  ),
  /** Fields whose sources contradict each other, with every value and where it stands. */
  'machine.conflicts': method(
    z.strictObject({ limit: z.number().int().positive().max(100_000).default(1000) }),
    z.object({
      conflicts: z.array(
        z.object({
          machineId: idSchema,
          machineName: z.string(),
          field: z.string(),
          title: z.string(),
          value: z.unknown(),
          readings: z.array(
            z.object({
              value: z.unknown(),
              source: z.string(),
              importId: z.string().nullable(),
              sheet: z.string().nullable(),
              row: z.number().nullable(),
              at: instantSchema,
            }),
          ),
        }),
      ),
      total: z.number(),
    }),
  ),
  'readiness.findings': method(
    z.strictObject({ ruleId: z.string().max(60).optional(), limit: z.number().int().positive().max(100_000).default(1000) }),
    z.object({ findings: z.array(z.object({ machineId: idSchema, machineName: z.string(), ...findingSchema.shape })), total: z.number() }),
  ),
  /** Fields that no source states and that rules wait for, the most harmful first. */
  'readiness.missing-facts': method(
    nothing,
    z.array(
      z.object({
        field: z.string(),
        title: z.string(),
        machineCount: z.number(),
        undecidedMachineCount: z.number(),
        ruleIds: z.array(z.string()),
        blockerRuleIds: z.array(z.string()),
      }),
    ),
  ),
  /** Machines of which no guest script told anything, and the blockers that wait for what the scripts supply. */
  'readiness.guest-facts': method(
    nothing,
    z.object({
      machineCount: z.number(),
      without: z.array(idSchema),
      undecidedBlockerCount: z.number(),
      undecidedMachineCount: z.number(),
    }),
  ),
  'search.find': method(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().positive().max(100).default(20) }),
    z.array(
      z.object({
        kind: z.enum(['machine', 'group', 'wave', 'step', 'entry', 'rule']),
        id: z.string(),
        title: z.string(),
        detail: z.string(),
        screen: z.string(),
      }),
    ),
  ),
} as const;
