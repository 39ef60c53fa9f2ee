/** Time of the simulated service: real time sped up, or stepped by hand. Milliseconds since the epoch. */
export interface SimulatedClock {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  /** How far it is ahead of real time; kept, so that a restarted simulator does not go back in time. */
  readonly aheadMs: () => number;
}

interface ClockParts {
  /** Simulated milliseconds per real one: 1 is real time, 0 stands still but for `advance`. */
  readonly speed: number;
  readonly realNow: () => number;
  readonly startsAheadMs?: number;
}

export function createClock({ speed, realNow, startsAheadMs = 0 }: ClockParts): SimulatedClock {
  const startedAt = realNow();
  let added = startsAheadMs;
  const now = (): number => Math.round(startedAt + (realNow() - startedAt) * speed + added);
  return {
    now,
    advance: (milliseconds) => {
      added += milliseconds;
    },
    aheadMs: () => now() - realNow(),
  };
}
