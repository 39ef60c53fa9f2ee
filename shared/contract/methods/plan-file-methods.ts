import { z } from 'zod';

import { method, nothing } from '../define-method.ts';
import { planFileSchema } from '../plan-file.ts';

export const planFileMethods = {
  /** The plan in force with the problem it answers, as a file that `plan.check-file` can judge anywhere. */
  'plan.file': method(nothing, planFileSchema),
  /** Judges a plan file by the checker alone, which shares nothing with the solver. */
  'plan.check-file': method(
    planFileSchema,
    z.object({
      isValid: z.boolean(),
      /** `null` when the file claims no bound. */
      isBoundConfirmed: z.boolean().nullable(),
      violations: z.array(z.string()),
      /** Value of the objective, counted anew. */
      value: z.number(),
    }),
  ),
} as const;
