import { z } from 'zod';

const shortText = z.string().min(1).max(300);
const instant = z.iso.datetime();
const groupId = z.string().max(200);
const count = z.number().int().positive().max(100_000).nullable();
const gib = z.number().positive().max(100_000_000).nullable();
const teams = z.number().int().positive().max(1000).nullable();

/**
 * A list that nobody changes. Only its type is read-only: zod's own `readonly` freezes what it is given before it has looked
 * at it, and throws on what cannot be frozen.
 */
function list<T extends z.ZodType>(item: T, most: number): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(item).max(most) as unknown as z.ZodReadonly<z.ZodArray<T>>;
}

/** The fields of the limits as they are set; none has a value of its own, so that a change holds only what changes. */
export const waveLimitsFields = z.object({
  objective: z.enum(['fewest-waves', 'earliest-finish']),
  machinesPerWave: count,
  gibPerWave: gib,
  pilotMachines: count,
  firstWindowStartsAt: instant.nullable(),
  daysBetweenWindows: z.number().int().min(1).max(366),
  windowHours: z.number().positive().max(168),
  timeZone: z.string().min(1).max(60),
  freezes: list(z.object({ title: shortText, startsAt: instant, endsAt: instant }), 500),
  precedences: list(z.object({ before: groupId, after: groupId, kind: z.enum(['strict', 'weak']) }), 100_000),
  pins: list(z.object({ groupId, waveNumber: z.number().int().positive().max(10_000), startsAt: instant.optional() }), 100_000),
  onlyReadyMachines: z.boolean(),
  windows: list(
    z.object({
      title: shortText,
      startsAt: instant,
      endsAt: instant,
      timeZone: z.string().min(1).max(60),
      machines: count,
      gib,
      teams,
    }),
    1000,
  ),
  lastWindowEndsBy: instant.nullable(),
  notBefore: instant.nullable(),
  teams,
  criticalPerWave: count,
  vcpuQuota: z.number().int().positive().max(10_000_000).nullable(),
  line: z
    .object({
      mbps: z.number().positive().max(1_000_000),
      startsAt: instant.nullable(),
      growthPercentPerYear: z.number().min(0).max(1000),
      churnGiBPerDay: z.number().min(0).max(10_000_000).nullable(),
    })
    .nullable(),
  conflicts: list(z.object({ a: groupId, b: groupId }), 100_000),
  dates: list(z.object({ groupId, notBefore: instant.nullable(), notAfter: instant.nullable() }), 100_000),
  locks: list(z.object({ startsAt: instant, groupIds: list(groupId, 100_000), why: z.enum(['person', 'done']) }), 1000),
});

/** The limits whole. Files from before a field was known have none of it. */
export const waveLimitsSchema = waveLimitsFields.extend({
  objective: waveLimitsFields.shape.objective.default('fewest-waves'),
  windows: waveLimitsFields.shape.windows.default([]),
  lastWindowEndsBy: waveLimitsFields.shape.lastWindowEndsBy.default(null),
  notBefore: waveLimitsFields.shape.notBefore.default(null),
  teams: teams.default(null),
  criticalPerWave: count.default(null),
  vcpuQuota: waveLimitsFields.shape.vcpuQuota.default(null),
  line: waveLimitsFields.shape.line.default(null),
  conflicts: waveLimitsFields.shape.conflicts.default([]),
  dates: waveLimitsFields.shape.dates.default([]),
  locks: waveLimitsFields.shape.locks.default([]),
});
