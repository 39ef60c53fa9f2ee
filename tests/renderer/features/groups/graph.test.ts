import { describe, expect, test } from 'vitest';

import { backboneOf, hubsOf, shapingEdges } from '../../../../renderer/features/groups/graph-backbone.ts';
import { linesOf, nodeTowards, nodeWords } from '../../../../renderer/features/groups/graph-model.ts';
import { layoutGraph, NODE_HEIGHT, NODE_WIDTH } from '../../../../renderer/features/groups/layout-graph.ts';
import { seededRandom, wholeNumber } from '../../../support/seeded-random.ts';

const edge = (from: string, to: string, connections = 1, latencySensitiveTies = 0) => ({
  from,
  to,
  connections,
  ties: 1,
  latencySensitiveTies,
});

describe('lines of the graph', () => {
  test('both directions are one line with the sum of both', () => {
    expect(linesOf([edge('a', 'b', 3, 1), edge('b', 'a', 4), edge('b', 'c', 2)])).toEqual([
      { id: 'a|b', from: 'a', to: 'b', connections: 7, latencySensitiveTies: 1, weight: 1_000_007, isBothWays: true },
      { id: 'b|c', from: 'b', to: 'c', connections: 2, latencySensitiveTies: 0, weight: 2, isBothWays: false },
    ]);
  });

  test('a node says what it is: a group, a machine with its application, or what was left out', () => {
    const none = (): null => null;
    const node = { id: 'g', title: 'Shop', machines: 4, kind: 'group' as const, groupId: 'g', groups: 1 };
    expect(nodeWords(node, undefined, none)).toEqual({ title: 'Shop', detail: '4 machines' });
    expect(nodeWords({ ...node, kind: 'machine', title: 'till-01' }, undefined, () => 'Shop')).toEqual({
      title: 'till-01',
      detail: 'Shop',
    });
    expect(nodeWords({ ...node, kind: 'rest', machines: 9, groups: 5 }, undefined, none).title).toBe('5 groups not drawn');
  });
});

describe('the layout', () => {
  test('no two nodes overlap, every node has a place, and callers stand left of what they call', () => {
    const ids = Array.from({ length: 60 }, (_, index) => ({ id: `n${index}` }));
    const random = seededRandom(7);
    const lines = linesOf(
      Array.from({ length: 70 }, () => edge(`n${wholeNumber(random, 40)}`, `n${wholeNumber(random, 40)}`)).filter(
        ({ from, to }) => from !== to,
      ),
    );
    const places = layoutGraph([...ids, { id: 'caller' }, { id: 'called' }], [...lines, ...linesOf([edge('caller', 'called')])]);
    const all = Object.entries(places);
    expect(all).toHaveLength(62);
    const overlaps = all.flatMap(([id, a], index) =>
      all
        .slice(index + 1)
        .flatMap(([other, b]) => (Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT ? [`${id} ${other}`] : [])),
    );
    expect(overlaps).toEqual([]);
    expect(places['caller']!.x).toBeLessThan(places['called']!.x);
  });

  test('500 nodes with 1,500 lines are arranged in the time that a person waits', () => {
    const random = seededRandom(3);
    const nodes = Array.from({ length: 500 }, (_, index) => ({ id: `n${index}` }));
    const edges = Array.from({ length: 1500 }, () =>
      edge(`n${wholeNumber(random, 500)}`, `n${wholeNumber(random, 500)}`, 1 + wholeNumber(random, 90)),
    );
    const lines = linesOf(edges.filter(({ from, to }) => from !== to));
    const startedAt = performance.now();
    expect(Object.keys(layoutGraph(nodes, lines))).toHaveLength(500);
    // Far more than it takes, and far less than arranging along all lines would.
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });

  test('a large part is shaped by the strongest lines that hold it together', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({ id }));
    const many = Array.from({ length: 130 }, (_, index) => ({ from: 'a', to: index % 2 === 0 ? 'b' : 'c', weight: index }));
    const shaping = shapingEdges({ nodes, edges: many });
    expect(shaping.map(({ to, weight }) => [to, weight])).toEqual([
      ['c', 129],
      ['b', 128],
    ]);
  });

  test('a picture of many lines shows those that hold it together; a small one shows all', () => {
    const nodes = Array.from({ length: 40 }, (_, index) => ({ id: `n${index}` }));
    const line = (from: number, to: number, weight: number) => ({ from: `n${from}`, to: `n${to}`, weight });
    const chain = nodes.slice(1).map((_, index) => line(index, index + 1, 1000));
    const others = Array.from({ length: 200 }, (_, index) => line(index % 40, (index * 7 + 3) % 40, index));
    const backbone = backboneOf(nodes, [...chain, ...others]);
    expect(chain.every((link) => backbone.has(link))).toBe(true);
    expect(backbone.size).toBe(39 + 4);
    expect(backboneOf(nodes, chain)).toEqual(new Set(chain));
  });

  test('hubs are the nodes at which most lines meet', () => {
    const line = (from: string, to: string) => ({ from, to, weight: 1 });
    expect(hubsOf([line('a', 'b'), line('c', 'b'), line('b', 'd'), line('d', 'a')], 2)).toEqual(['b', 'a']);
  });

  test('arrows go to the nearest node that way', () => {
    const places = { a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, c: { x: 300, y: 100 }, d: { x: 0, y: 100 } };
    expect(nodeTowards(places, null, 'right')).toBe('a');
    expect([nodeTowards(places, 'a', 'right'), nodeTowards(places, 'a', 'down'), nodeTowards(places, 'c', 'left')]).toEqual([
      'b',
      'd',
      'd',
    ]);
    expect(nodeTowards(places, 'a', 'up')).toBeNull();
  });
});
