import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { strongComponents } from '../../../shared/dependencies/strong-components.ts';

/** Two nodes are in one part when each reaches the other: the definition, by plain search. */
function byReaching(next: readonly (readonly number[])[]): boolean[][] {
  const reach = next.map((_, start) => {
    const seen = new Set([start]);
    const queue = [start];
    for (const node of queue) {
      for (const target of next[node] ?? []) {
        if (seen.has(target)) continue;
        queue.push(target);
        seen.add(target);
      }
    }
    return seen;
  });
  return next.map((_, a) => next.map((__, b) => reach[a]?.has(b) === true && reach[b]?.has(a) === true));
}

describe('strongly connected parts', () => {
  test('agree with the definition on random graphs', () => {
    const graph = fc
      .integer({ min: 1, max: 12 })
      .chain((size) => fc.array(fc.uniqueArray(fc.nat(size - 1)), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(graph, (next) => {
        const parts = strongComponents(next);
        expect(next.map((_, a) => next.map((__, b) => parts[a] === parts[b]))).toEqual(byReaching(next));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('take a ring of 200,000 nodes without running out of stack', () => {
    const size = 200_000;
    const parts = strongComponents(Array.from({ length: size }, (_, index) => [(index + 1) % size]));
    expect(new Set(parts).size).toBe(1);
  });
});
