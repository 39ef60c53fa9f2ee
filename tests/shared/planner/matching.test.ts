import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { createMatchingTest, largestMatching } from '../../../shared/planner/matching.ts';

const seed = 20261125;
interface Graph {
  readonly count: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** Graphs with as many odd circles as chance gives: what blossoms are for. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    edges: fc
      .array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 16 })
      .map((pairs) => pairs.filter(([a, b]) => a !== b)),
  }),
);

function neighboursOf({ count, edges }: Graph): Int32Array[] {
  return Array.from({ length: count }, (_, at) =>
    Int32Array.from(new Set(edges.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])))).sort(),
  );
}

/** Pairs of the largest matching, by taking every edge or leaving it. */
function mostPairs(edges: Graph['edges'], isGone: (at: number) => boolean, from = 0): number {
  const edge = edges[from];
  if (edge === undefined) return 0;
  const without = mostPairs(edges, isGone, from + 1);
  const [a, b] = edge;
  if (isGone(a) || isGone(b)) return without;
  return Math.max(without, 1 + mostPairs(edges, (at) => at === a || at === b || isGone(at), from + 1));
}

/** Components with an odd number of members once the barrier is away. */
function oddComponents({ count, edges }: Graph, barrier: readonly number[]): number {
  const label = Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => (label[at] === at ? at : find(label[at]!));
  for (const [a, b] of edges) if (!barrier.includes(a) && !barrier.includes(b)) label[find(a)] = find(b);
  const sizes = new Map<number, number>();
  for (let at = 0; at < count; at += 1) if (!barrier.includes(at)) sizes.set(find(at), (sizes.get(find(at)) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size % 2 === 1).length;
}

test('a matching is as large as any, made of edges, and its barrier proves that no larger one exists', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { size, mate, barrier } = largestMatching(graph.count, neighboursOf(graph));
      expect(size).toBe(mostPairs(graph.edges, () => false));
      const pairs = [...mate.entries()].filter(([, other]) => other !== -1);
      const isEdge = (a: number, b: number): boolean => graph.edges.some((edge) => edge.includes(a) && edge.includes(b));
      expect(pairs.every(([at, other]) => mate[other] === at && isEdge(at, other))).toBe(true);
      expect(pairs).toHaveLength(size * 2);
      // Tutte and Berge: so many stay alone in every matching.
      expect(oddComponents(graph, barrier) - barrier.length).toBe(graph.count - size * 2);
    }),
    { seed, numRuns: 500 },
  );
});

test('a part of the graph is asked over and over without the answers wearing out', () => {
  const asked = fc.record({ graph: graphs, parts: fc.array(fc.nat({ max: 511 }), { minLength: 1, maxLength: 6 }) });
  fc.assert(
    fc.property(asked, ({ graph, parts }) => {
      const holds = createMatchingTest(graph.count, neighboursOf(graph));
      for (const gone of parts) {
        const isGone = (at: number): boolean => (gone & (1 << at)) !== 0;
        const most = mostPairs(graph.edges, isGone);
        expect([holds(isGone, most), holds(isGone, most + 1)]).toEqual([true, false]);
      }
    }),
    { seed, numRuns: 200 },
  );
});
