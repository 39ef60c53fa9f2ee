import { z } from 'zod';

/** A number that can be looked into: its inputs, how it was computed and who says so. `null` where an input is missing. */
export const estimateSchema = z.object({
  low: z.number().nullable(),
  likely: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.null()]), unit: z.string() })),
  formula: z.string(),
  source: z.string(),
  missing: z.array(z.string()),
});
export type EstimateView = z.infer<typeof estimateSchema>;

export const machineSizingSchema = z.object({
  size: z.object({
    kind: z.enum(['chosen', 'proposed', 'none', 'unknown']),
    size: z.string().nullable(),
    reason: z.string(),
    /** What the chosen size does not hold. */
    problems: z.array(z.string()),
    missing: z.array(z.string()),
    tableDate: z.string().nullable(),
    tableUrl: z.string().nullable(),
  }),
  disks: z.array(
    z.object({
      diskId: z.string(),
      sizeGiB: z.number().nullable(),
      type: z.string(),
      tier: z.string().nullable(),
      throughputMBps: z.number().nullable(),
      reason: z.string(),
    }),
  ),
  delta: estimateSchema,
  /** As if the machine replicated alone. */
  initialReplication: estimateSchema,
  cutover: estimateSchema,
});
export type MachineSizingView = z.infer<typeof machineSizingSchema>;

export const waveForecastSchema = z.object({
  sizes: z.array(z.object({ size: z.string(), count: z.number() })),
  cores: z.number(),
  /** Machines for which no size is chosen or proposed. */
  unsizedCount: z.number(),
  delta: estimateSchema,
  initialReplication: estimateSchema,
  cutover: estimateSchema,
  /** Machines whose first copy the line carries within three days; `null` where nothing crosses it. */
  batch: estimateSchema.nullable(),
  appliances: estimateSchema.nullable(),
});
export type WaveForecastView = z.infer<typeof waveForecastSchema>;
