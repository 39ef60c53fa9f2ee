import { z } from 'zod';

import type { PlanInput } from '../../../shared/planner/model.ts';

const plantedSchema = z.object({
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

/** `wave-plan-1`: the planner's full model in JSON. */
export function readPlanted(text: string): PlanInput {
  const planted = plantedSchema.parse(JSON.parse(text));
  return {
    resources: planted.dims.map((name) => ({ id: name, title: name, unit: name, kind: 'per-window' })),
    windows: planted.windows.map(({ id, date, frozen, capacity }) => ({
      id,
      title: id,
      isFrozen: frozen,
      capacities: capacity,
      ...(date === undefined ? {} : { startsAt: `${date}T00:00:00.000Z` }),
    })),
    groups: planted.groups.map(({ id, demand, pin, earliest, latest }) => ({
      id,
      title: id,
      demands: demand,
      ...(pin === undefined ? {} : { pinnedWindowId: pin }),
      ...(earliest === undefined ? {} : { earliestWindowId: earliest }),
      ...(latest === undefined ? {} : { latestWindowId: latest }),
    })),
    precedences: planted.before.map(([before, after, kind]) => ({ before, after, kind })),
    conflicts: planted.conflicts,
    together: planted.together,
    objective: planted.objective,
  };
}
