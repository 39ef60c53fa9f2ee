import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest stretch of work before the main process gets to answer something else. */
const SLICE_MS = 12;

/** When work began in this turn of the event loop; `null` while nothing has. */
let turnBeganAt: number | null = null;

/** Several pieces of work that follow one another without a pause are one stretch for whoever waits. */
function beginOfTurn(): number {
  if (turnBeganAt === null) {
    turnBeganAt = performance.now();
    setImmediate(() => (turnBeganAt = null));
  }
  return turnBeganAt;
}

/** Runs a generator to its end, giving way after every slice. The generator yields wherever it may be interrupted. */
export async function inSlices<T>(work: Generator<void, T, void>): Promise<T> {
  for (;;) {
    // The pause between slices is the point of this loop.
    // oxlint-disable-next-line no-await-in-loop
    if (performance.now() >= beginOfTurn() + SLICE_MS) await nextTurn();
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Lets the main process answer whatever waits; between two pieces of work that together would be too long. */
export async function giveWay(): Promise<void> {
  await nextTurn();
}
