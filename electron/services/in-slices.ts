import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work before the main process gets to answer something else. */
const SLICE_MS = 12;

/** Runs a generator to its end, giving way after every slice. The generator yields wherever it may be interrupted. */
export async function inSlices<T>(work: Generator<void, T, void>): Promise<T> {
  let sliceEndsAt = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() >= sliceEndsAt) {
      // The pause between slices is the point of this loop.
      // oxlint-disable-next-line no-await-in-loop
      await setImmediate();
      sliceEndsAt = performance.now() + SLICE_MS;
    }
  }
}

/** Lets the main process answer whatever waits; between two pieces of work that together would be too long. */
export async function giveWay(): Promise<void> {
  await setImmediate();
}
