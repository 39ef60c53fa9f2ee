import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Kinds of requests that Azure counts apart. */
export type RequestKind = 'reads' | 'writes' | 'deletes';

/** What a subscription and principal have in a region: how many at once, and how many more each second. SOURCE: facts, section 2.5 (2024). */
const BUCKETS: Readonly<Record<RequestKind, { readonly size: number; readonly perSecond: number }>> = {
  reads: { size: 250, perSecond: 25 },
  writes: { size: 200, perSecond: 10 },
  deletes: { size: 200, perSecond: 10 },
};
/** Left to others who use the same account meanwhile: the portal, a script. */
const RESERVE = 25;

export interface Pacer {
  /** Waits until a request may be sent without being refused. */
  readonly take: (kind: RequestKind) => Promise<void>;
  /** What the service says is left. */
  readonly learn: (kind: RequestKind, remaining: number) => void;
}

interface PacerParts {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Keeps within the limits by counting as the service does; where its own count says less, that counts. */
export function createPacer({ now, wait }: PacerParts): Pacer {
  const buckets = new Map<RequestKind, { tokens: number; at: number }>();
  function bucketOf(kind: RequestKind): { tokens: number; at: number } {
    const { size, perSecond } = BUCKETS[kind];
    const at = now();
    const bucket = buckets.get(kind) ?? { tokens: size, at };
    bucket.tokens = Math.min(size, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(kind, bucket);
    return bucket;
  }
  return {
    async take(kind) {
      const { perSecond } = BUCKETS[kind];
      for (;;) {
        const bucket = bucketOf(kind);
        const missing = RESERVE + 1 - bucket.tokens;
        if (missing <= 0) {
          bucket.tokens -= 1;
          return;
        }
        // eslint-disable-next-line no-await-in-loop -- others may have taken what came meanwhile
        await wait(Math.ceil((missing / perSecond) * 1000));
      }
    },
    learn(kind, remaining) {
      const bucket = bucketOf(kind);
      // Older limits count down from thousands within an hour: they say nothing about this second.
      if (remaining < bucket.tokens) bucket.tokens = remaining;
    },
  };
}

/** Every request of a client, pages and repetitions too, goes through the pacer. */
export function paced(pacer: Pacer): PipelinePolicy {
  return {
    name: 'landfallPaced',
    async sendRequest(request, next) {
      const kind: RequestKind = request.method === 'GET' ? 'reads' : request.method === 'DELETE' ? 'deletes' : 'writes';
      await pacer.take(kind);
      const response = await next(request);
      const told = response.headers.get(`x-ms-ratelimit-remaining-subscription-${kind}`);
      const remaining = Number(told);
      if (told !== undefined && Number.isFinite(remaining)) pacer.learn(kind, remaining);
      return response;
    },
  };
}
