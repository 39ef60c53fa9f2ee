import { describe, expect, test } from 'vitest';

import { drawGraph, type DrawnGraph } from '../../../shared/dependencies/draw-graph.ts';
import { countGroupTies } from '../../../shared/dependencies/group-ties.ts';
import type { Tie } from '../../../shared/dependencies/tie.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import type { MoveGroup } from '../../../shared/domain/wave.ts';

const group = (id: string, ...machineIds: string[]): MoveGroup => ({ id, title: id, machineIds, reason: 'connections' });
const tie = (from: string, to: string, count = 1, isLatencySensitive = false): Tie => ({
  from,
  to,
  ports: [],
  count,
  isLatencySensitive,
  seenAt: null,
  importId: 'i',
  row: 1,
});

const SHOP = group('shop', 's1', 's2', 's3');
const STOCK = group('stock', 'k1', 'k2');
const LONE = group('lone', 'l1');
const TIES = [tie('s1', 's2', 4), tie('s2', 'k1', 3, true), tie('k2', 's3', 9), tie('k1', 'k2', 5)];

function groupTies(groups: readonly MoveGroup[], ties: readonly Tie[]) {
  const groupOf = new Map(groups.flatMap(({ id, machineIds }) => machineIds.map((machineId) => [machineId, id] as const)));
  return runToEnd(countGroupTies(ties, groupOf));
}

function draw(groups: readonly MoveGroup[], { expanded = [] as string[], mostNodes = 500, mostEdges = 100 } = {}): DrawnGraph {
  const picture = { expanded: new Set(expanded), mostNodes, mostEdges };
  return runToEnd(drawGraph({ groups, ties: TIES, groupTies: groupTies(groups, TIES), ...picture }));
}

describe('ties of groups', () => {
  test('are counted inside and across the edge, on both sides', () => {
    expect([...groupTies([SHOP, STOCK, LONE], TIES).values()]).toEqual([
      { groupId: 'shop', tiesInside: 1, tiesOutside: 2, connectionsOutside: 12, latencySensitiveOutside: 1 },
      { groupId: 'stock', tiesInside: 1, tiesOutside: 2, connectionsOutside: 12, latencySensitiveOutside: 1 },
    ]);
  });
});

describe('the picture of the groups', () => {
  test('groups are nodes, calls between them edges, the dearest first; machines that nothing ties are folded together', () => {
    expect(draw([SHOP, STOCK, LONE])).toEqual({
      nodes: [
        { id: 'shop', kind: 'group', machines: 3, groupId: 'shop', groups: 1 },
        { id: 'stock', kind: 'group', machines: 2, groupId: 'stock', groups: 1 },
        { id: 'rest', kind: 'rest', machines: 1, groupId: null, groups: 1 },
      ],
      edges: [
        { from: 'shop', to: 'stock', connections: 3, ties: 1, latencySensitiveTies: 1 },
        { from: 'stock', to: 'shop', connections: 9, ties: 1, latencySensitiveTies: 0 },
      ],
      edgesLeftOut: 0,
    });
  });

  test('an opened group shows its machines, with the calls inside it', () => {
    const { nodes, edges } = draw([SHOP, STOCK], { expanded: ['shop'] });
    expect(nodes.map(({ id, groupId }) => `${id} of ${groupId}`)).toEqual(['s2 of shop', 's1 of shop', 's3 of shop', 'stock of stock']);
    expect(edges.map(({ from, to }) => `${from}>${to}`)).toEqual(['s2>stock', 'stock>s3', 's1>s2']);
  });

  test('never more nodes and edges than asked for; what does not fit is one node, and the edges left out are counted', () => {
    const many = Array.from({ length: 30 }, (_, index) => group(`g${index}`, `a${index}`, `b${index}`));
    const drawn = draw([SHOP, STOCK, ...many], { mostNodes: 10, mostEdges: 1 });
    expect(drawn.nodes).toHaveLength(10);
    expect(drawn.nodes.slice(0, 2).map(({ id }) => id)).toEqual(['shop', 'stock']);
    expect(drawn.nodes.at(-1)).toEqual({ id: 'rest', kind: 'rest', machines: 46, groupId: null, groups: 23 });
    expect([drawn.edges.length, drawn.edgesLeftOut]).toEqual([1, 1]);
    const large = group('large', ...Array.from({ length: 40 }, (_, index) => `x${index}`));
    const opened = draw([large, SHOP, STOCK, ...many], { mostNodes: 10, expanded: ['large'] });
    expect(opened.nodes.length).toBeLessThanOrEqual(10);
    expect(opened.nodes.reduce((sum, { machines }) => sum + machines, 0)).toBe(40 + 5 + 60);
  });
});
