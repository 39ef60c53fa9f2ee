import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the next request may go out. */
export type TakeTurn = (signal?: AbortSignal) => Promise<void>;

interface PaceParts {
  readonly size: number;
  readonly perSecond: number;
  readonly nowMs: () => number;
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Below what ARM gives one account (250 reads, 25 more a second): the portal and the customer's scripts read too. */
export const READ_PACE = { size: 150, perSecond: 15 } as const;

/** A token bucket of our own, so that ARM's is never emptied. */
export function createPace({ size, perSecond, nowMs, sleep = defaultSleep }: PaceParts): TakeTurn {
  let tokens: number = size;
  let at = nowMs();
  return async (signal) => {
    const now = nowMs();
    tokens = Math.min(size, tokens + ((now - at) / 1000) * perSecond);
    at = now;
    tokens -= 1;
    if (tokens < 0) await sleep((-tokens / perSecond) * 1000, signal);
  };
}

async function defaultSleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
}
