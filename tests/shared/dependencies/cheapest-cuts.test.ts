import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cheapestCuts, priceOf, type Cut } from '../../../shared/dependencies/cheapest-cuts.ts';
import type { Tie } from '../../../shared/dependencies/tie.ts';
import type { Weld } from '../../../shared/dependencies/weld-groups.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';

const tie = (from: string, to: string, count: number, isLatencySensitive = false): Tie => ({
  from,
  to,
  ports: [],
  count,
  isLatencySensitive,
  seenAt: null,
  importId: 'i',
  row: 1,
});

function run(machineIds: readonly string[], ties: readonly Tie[], welds: readonly Weld[] = []): readonly Cut[] {
  return runToEnd(cheapestCuts({ machineIds, ties, welds, largestGroup: 25 }));
}

/** Price of the cheapest split, by trying all of them. */
function cheapestByTrying(machineIds: readonly string[], ties: readonly Tie[]): number {
  let best = Infinity;
  for (let mask = 1; mask < 2 ** (machineIds.length - 1); mask += 1) {
    const side = new Set(machineIds.filter((_, index) => (mask & (1 << index)) !== 0));
    const crossing = ties.filter(({ from, to }) => side.has(from) !== side.has(to));
    best = Math.min(
      best,
      priceOf({
        latencySensitiveTies: crossing.filter((each) => each.isLatencySensitive).length,
        connections: crossing.reduce((sum, { count }) => sum + count, 0),
      }),
    );
  }
  return best;
}

/** What it costs to take off each machine alone. */
function pricesAlone(ties: readonly Tie[]): ReadonlyMap<string, number> {
  const prices = new Map<string, number>();
  for (const { from, to, count } of ties) for (const id of [from, to]) prices.set(id, (prices.get(id) ?? 0) + count);
  return prices;
}

describe('cheapest cuts', () => {
  test('the first is the cheapest of all splits, and every price is right', () => {
    const estate = fc.integer({ min: 2, max: 8 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        ties: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 50 }), fc.boolean()), { maxLength: 24 }),
      }),
    );
    fc.assert(
      fc.property(estate, ({ size, ties: raw }) => {
        const ids = Array.from({ length: size }, (_, index) => `m${index}`);
        const ties = raw.flatMap(([a, b, count, isSensitive]) => (a === b ? [] : [tie(`m${a}`, `m${b}`, count, isSensitive)]));
        const cuts = run(ids, ties);
        const prices = cuts.map(priceOf);
        expect(prices[0]).toBe(cheapestByTrying(ids, ties));
        expect(prices).toEqual(prices.toSorted((a, b) => a - b));
        for (const { sideA, sideB } of cuts) expect([...sideA, ...sideB].toSorted()).toEqual(ids);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('prefers many plain connections over one call of a database', () => {
    const ties = [tie('web', 'db', 1, true), tie('web', 'cache', 900)];
    expect(run(['web', 'db', 'cache'], ties)[0]).toMatchObject({ sideB: ['cache'], latencySensitiveTies: 0, connections: 900 });
  });

  test('of a group above the limit also a part is split off that is worth a wave', () => {
    const ring = (name: string, size: number): Tie[] =>
      Array.from({ length: size }, (_, index) => tie(`${name}${index}`, `${name}${(index + 1) % size}`, 90, true));
    const ids = ['a', 'b'].flatMap((name) => Array.from({ length: 12 }, (_, index) => `${name}${index}`));
    const ties = [...ring('a', 12), ...ring('b', 12), tie('a0', 'b0', 7, true), tie('a3', 'b5', 7, true), tie('leaf', 'a1', 2)];
    const cuts = runToEnd(cheapestCuts({ machineIds: [...ids, 'leaf'], ties, welds: [], largestGroup: 13 }));
    expect(cuts[0]).toMatchObject({ sideB: ['leaf'], connections: 2, isWithinLimit: false });
    const halves = cuts.find(({ isWithinLimit }) => isWithinLimit);
    expect(halves).toMatchObject({ latencySensitiveTies: 2, connections: 14 });
    expect([halves?.sideA.length, halves?.sideB.length]).toEqual([13, 12]);
  });

  test('10,000 machines that hang together are searched in a time that a person waits', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `m${index}`);
    const ties = ids.flatMap((id, index) => [1, 7, 61].map((step) => tie(id, `m${(index + step) % ids.length}`, 1 + (index % 9))));
    const startedAt = performance.now();
    const cuts = run(ids, ties);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    // Every machine has six ties; the cheapest cut takes off the one whose ties are the weakest.
    expect(cuts[0]).toMatchObject({ connections: Math.min(...pricesAlone(ties).values()) });
  });

  test('never parts an application, nor what a person tied', () => {
    const welds: Weld[] = [
      { a: 'a1', b: 'a2', reason: 'application', detail: 'A' },
      { a: 'a2', b: 'x', reason: 'person', detail: 'same licence' },
    ];
    const cuts = run(['a1', 'a2', 'x', 'b'], [tie('a1', 'b', 10)], welds);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]).toMatchObject({ sideB: ['b'], connections: 10 });
    expect(run(['a1', 'a2', 'x'], [], welds)).toEqual([]);
  });
});
