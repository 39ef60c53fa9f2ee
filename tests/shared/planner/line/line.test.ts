import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { hasBit, membersOf } from '../../../../shared/planner/bit-set.ts';
import { buildLine, type Line, type LineInput } from '../../../../shared/planner/line/line.ts';

const seed = 20261125;

const lines: fc.Arbitrary<LineInput> = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.record({
    capacity: fc.constant(20),
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: count, maxLength: count }),
    edges: fc
      .array(fc.record({ before: fc.nat({ max: count - 1 }), after: fc.nat({ max: count - 1 }), isStrict: fc.boolean() }), {
        maxLength: 60,
      })
      .map((edges) => edges.filter(({ before, after }) => before < after)),
  }),
);

/** For every two items of the input: no way (0), a way (1), a way with a strict step (2); step by step until nothing changes. */
function ways({ sizes, edges }: LineInput): number[][] {
  const way = sizes.map(() => sizes.map(() => 0));
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const { before, after, isStrict } of edges)
      for (const [from, row] of way.entries()) {
        const until = from === before ? 1 : row[before]!;
        const kind = until === 0 ? 0 : Math.max(until, isStrict ? 2 : 1);
        if (kind <= row[after]!) continue;
        row[after] = kind;
        isChanged = true;
      }
  }
  return way;
}

function tableOf(line: Line, table: Int32Array): number[][] {
  return Array.from({ length: line.count }, (_, place) => membersOf(table, place * line.words, line.words));
}

describe('a line', () => {
  test('stands by falling size and knows everything that comes after and before, and what of it needs another wave', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (input, isReversed) => {
        const line = buildLine(input, isReversed);
        const known = ways(input);
        const way = (a: number, b: number): number => {
          const [from, to] = [line.order[a]!, line.order[b]!];
          return isReversed ? known[to]![from]! : known[from]![to]!;
        };
        const places = [...line.order.keys()];
        expect([...line.size]).toEqual([...input.sizes].toSorted((a, b) => b - a));
        expect(places.map((place) => input.sizes[line.order[place]!])).toEqual([...line.size]);
        const expected = (least: number): number[][] => places.map((a) => places.filter((b) => way(a, b) >= least));
        expect(tableOf(line, line.followers)).toEqual(expected(1));
        expect(tableOf(line, line.strictFollowers)).toEqual(expected(2));
        expect(tableOf(line, line.leaders)).toEqual(places.map((a) => places.filter((b) => way(b, a) >= 1)));
        expect(tableOf(line, line.strictLeaders)).toEqual(places.map((a) => places.filter((b) => way(b, a) === 2)));
        expect([...line.followerCount]).toEqual(expected(1).map((list) => list.length));
      }),
      { seed, numRuns: 100 },
    );
  });

  test('keeps of its edges those that do not follow from others, and loses none by that', () => {
    fc.assert(
      fc.property(lines, (input) => {
        const line = buildLine(input, false);
        const kept = [...line.order.keys()].flatMap((place) => [
          ...[...line.next[place]!].map((after) => ({ before: place, after, isStrict: false })),
          ...[...line.nextStrict[place]!].map((after) => ({ before: place, after, isStrict: true })),
        ]);
        expect(kept.length).toBeLessThanOrEqual(input.edges.length);
        // The same closure from what was kept.
        const again = ways({ capacity: line.capacity, sizes: [...line.size], edges: kept });
        const strictly = again.map((row) => [...row.keys()].filter((to) => row[to] === 2));
        expect(again.map((row) => [...row.keys()].filter((to) => row[to]! > 0))).toEqual(tableOf(line, line.followers));
        expect(strictly).toEqual(tableOf(line, line.strictFollowers));
      }),
      { seed, numRuns: 100 },
    );
  });

  test('lets an item be replaced only by one as large that nothing less depends on', () => {
    fc.assert(
      fc.property(lines, (input) => {
        const line = buildLine(input, false);
        for (const [item, others] of line.dominators.entries())
          for (const other of others) {
            expect(line.size[other]!).toBeGreaterThanOrEqual(line.size[item]!);
            const isBound = hasBit(line.followers, item * line.words, other) || hasBit(line.followers, other * line.words, item);
            expect(isBound).toBe(false);
            const own = membersOf(line.followers, item * line.words, line.words);
            expect(own.every((after) => hasBit(line.followers, other * line.words, after))).toBe(true);
            // Of two that are alike only one gives way, or neither would ever be looked at.
            expect(line.dominators[other]).not.toContain(item);
          }
      }),
      { seed, numRuns: 100 },
    );
  });
});
