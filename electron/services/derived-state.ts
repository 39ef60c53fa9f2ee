import type { Engagement } from '../../shared/domain/engagement.ts';
import { runToEnd } from '../../shared/domain/run-to-end.ts';
import { deriveReadiness } from '../../shared/snapshot/derive-readiness.ts';
import { derive, type Engines } from '../../shared/snapshot/derive.ts';
import type { Derived } from '../../shared/snapshot/derived.ts';
import { inSlices } from './in-slices.ts';

/**
 * When what follows from the engagement is computed: at once after each change, in slices, for hosts with a window that shows
 * it; or when somebody asks, in one go, for the command line, which often asks for something else and then ends.
 */
export type DeriveWhen = 'at-once' | 'when-asked';

export interface DerivedState {
  readonly current: () => Derived;
  /** The same numbers as those of `current`, without the rest where nobody has asked for it. */
  readonly readiness: () => Derived['readiness'];
  /** Takes a new state of the engagement in. Returns both states where a window wants to know what changed, else `null`. */
  readonly follow: (engagement: Engagement) => Promise<{ readonly before: Derived; readonly after: Derived } | null>;
}

export async function createDerivedState(first: Engagement, engines: Engines, when: DeriveWhen): Promise<DerivedState> {
  let waiting: Engagement | null = when === 'when-asked' ? first : null;
  let last: Derived | null = when === 'at-once' ? await inSlices(derive(first, null, engines)) : null;

  function current(): Derived {
    if (waiting === null && last !== null) return last;
    last = runToEnd(derive(waiting ?? first, last, engines));
    waiting = null;
    return last;
  }

  return {
    current,
    readiness: () => (waiting === null ? current().readiness : runToEnd(deriveReadiness(waiting, last, engines.readiness))),
    async follow(engagement) {
      if (when === 'when-asked') {
        waiting = engagement;
        return null;
      }
      const before = current();
      const after = await inSlices(derive(engagement, before, engines));
      last = after;
      return { before, after };
    },
  };
}
