/** Runs changes one after another: no decision is taken on a state that another change is about to replace. */
export interface ChangeQueue {
  readonly run: <T>(change: () => Promise<T>) => Promise<T>;
  /** Resolves when everything queued so far is done. */
  readonly idle: () => Promise<void>;
}

export function createChangeQueue(): ChangeQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(change) {
      const next = runAfter(last, change);
      last = next.catch(() => undefined);
      return next;
    },
    async idle() {
      await last;
    },
  };
}

async function runAfter<T>(earlier: Promise<unknown>, change: () => Promise<T>): Promise<T> {
  await earlier;
  return await change();
}
