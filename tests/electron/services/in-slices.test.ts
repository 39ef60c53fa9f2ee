import { expect, test } from 'vitest';

import { inSlices } from '../../../electron/services/in-slices.ts';

/** Longer than half a slice. */
const PIECE_MS = 8;

function* busy(): Generator<void, void, void> {
  const until = performance.now() + PIECE_MS;
  while (performance.now() < until);
  yield;
}

test('pieces that follow one another without a pause share one slice, so that others get their turn between them', async () => {
  let turns = 0;
  setImmediate(() => (turns += 1));
  await inSlices(busy());
  await inSlices(busy());
  await inSlices(busy());
  expect(turns).toBe(1);
});

test('gives way within a piece that is long by itself, and returns what it comes to', async () => {
  let turns = 0;
  setImmediate(() => (turns += 1));
  function* long(): Generator<void, string, void> {
    yield* busy();
    yield* busy();
    yield* busy();
    return 'done';
  }
  expect(await inSlices(long())).toBe('done');
  expect(turns).toBe(1);
});
