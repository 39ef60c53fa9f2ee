import { z } from 'zod';

const shortText = z.string().min(1).max(300);
const instant = z.iso.datetime();
const groupId = z.string().max(200);
const count = z.number().int().positive().max(100_000).nullable();
const gib = z.number().positive().max(100_000_000).nullable();
const teams = z.number().int().positive().max(1000).nullable();

/** The fields of the limits as they are set; none has a value of its own, so that a change holds only what changes. */
export const waveLimitsFields = z.object({
  machinesPerWave: count,
  gibPerWave: gib,
  pilotMachines: count,
  firstWindowStartsAt: instant.nullable(),
  daysBetweenWindows: z.number().int().min(1).max(366),
  windowHours: z.number().positive().max(168),
  timeZone: z.string().min(1).max(60),
  freezes: z
    .array(z.object({ title: shortText, startsAt: instant, endsAt: instant }))
    .max(500)
    .readonly(),
  precedences: z
    .array(z.object({ before: groupId, after: groupId, kind: z.enum(['strict', 'weak']) }))
    .max(100_000)
    .readonly(),
  pins: z
    .array(z.object({ groupId, waveNumber: z.number().int().positive().max(10_000), startsAt: instant.optional() }))
    .max(100_000)
    .readonly(),
  onlyReadyMachines: z.boolean(),
  windows: z
    .array(
      z.object({
        title: shortText,
        startsAt: instant,
        endsAt: instant,
        timeZone: z.string().min(1).max(60),
        machines: count,
        gib,
        teams,
      }),
    )
    .max(1000)
    .readonly(),
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
  conflicts: z
    .array(z.object({ a: groupId, b: groupId }))
    .max(100_000)
    .readonly(),
  dates: z
    .array(z.object({ groupId, notBefore: instant.nullable(), notAfter: instant.nullable() }))
    .max(100_000)
    .readonly(),
  locks: z
    .array(z.object({ startsAt: instant, groupIds: z.array(groupId).max(100_000).readonly(), why: z.enum(['person', 'done']) }))
    .max(1000)
    .readonly(),
});

/** The limits whole. Files from before a field was known have none of it. */
export const waveLimitsSchema = waveLimitsFields.extend({
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
