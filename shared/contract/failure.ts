import { z } from 'zod';

/** Everything expected that can go wrong. Closed list: the renderer has words for each, a switch ends in `assertNever`. */
export const FAILURE_CODES = [
  'invalid-input',
  'signed-out',
  'forbidden',
  'not-found',
  'conflict',
  'not-ready',
  'throttled',
  'offline',
  'azure-rejected',
  'in-doubt',
  'cancelled',
  'journal-unavailable',
  'internal',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export const failureSchema = z.object({
  code: z.enum(FAILURE_CODES),
  retry: z.enum(['now', 'later', 'never']),
  retryAfterSeconds: z.number().nonnegative().optional(),
  /** One sentence: what, where, what to do. Safe to show; never holds a secret or a stack. */
  detail: z.string(),
  azureCorrelationId: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function success<T>(value: T): Reply<T> {
  return { ok: true, value };
}

/** A failure that trying again will not mend, unless told otherwise. */
export function failed(
  code: FailureCode,
  detail: string,
  retry: Failure['retry'] = 'never',
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, detail, retry } };
}
