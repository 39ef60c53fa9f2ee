import type { SolveOptions } from './model.ts';

/**
 * The solver's only notion of time. Normally milliseconds; in repeatable mode amounts of work, so that a second run, on a
 * slower machine or beside other programs, does exactly the same.
 */
export interface WorkClock {
  /** Milliseconds since the start, of time or of work. */
  readonly now: () => number;
  /** Tells how much was done: one unit is about a microsecond of an ordinary laptop. */
  readonly spend: (units: number) => void;
  readonly limitMs: number;
  readonly isStopped: () => boolean;
}

const UNITS_PER_MS = 1000;

export function createWorkClock(options: SolveOptions): WorkClock {
  const startedAt = options.nowMs();
  let units = 0;
  return {
    now: options.isRepeatable === true ? () => units / UNITS_PER_MS : () => options.nowMs() - startedAt,
    spend: (more) => {
      units += more;
    },
    limitMs: options.timeLimitMs,
    isStopped: () => options.isCancelled?.() === true,
  };
}
