import { graphlib, layout } from '@dagrejs/dagre';

import { createForest } from '../../../shared/dependencies/forest.ts';

export interface LayoutNode {
  readonly id: string;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  /** The stronger, the closer together. */
  readonly weight: number;
}

export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

export const NODE_WIDTH = 212;
export const NODE_HEIGHT = 46;
const GAP = 18;
/** Room between layers, for the lines. */
const LAYER_GAP = 84;
/** Parts with more lines than that are arranged along their strongest lines; arranging all would take longer than a person waits. */
const MOST_EDGES_IN_FULL = 120;
/** Lines beyond the strongest that still shape such a part. */
const SHARE_OF_OTHERS = 0.1;
/** Width by height of the whole picture. */
const ASPECT = 1.7;

/** Where each node stands: every connected part in layers, the parts beside and below each other, single nodes last in rows. */
export function layoutGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Places {
  const parts = connectedParts(nodes, edges);
  const boxes = parts.filter((part) => part.nodes.length > 1).map(arrangePart);
  const single = parts.filter((part) => part.nodes.length === 1).flatMap((part) => part.nodes);
  if (single.length > 0) boxes.push(arrangeRows(single));
  return packBoxes(boxes);
}

interface Part {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly places: Places;
}

function connectedParts(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): readonly Part[] {
  const forest = createForest(nodes.map(({ id }) => id));
  for (const { from, to } of edges) forest.join(from, to);
  const edgesOf = Map.groupBy(edges, ({ from }) => forest.find(from));
  return [...Map.groupBy(nodes, ({ id }) => forest.find(id))]
    .map(([leader, members]) => ({ nodes: members, edges: edgesOf.get(leader) ?? [] }))
    .toSorted((a, b) => b.nodes.length - a.nodes.length);
}

/** The lines that shape a part: all of a small one; of a large one those that hold it together, and the strongest others. */
export function shapingEdges({ nodes, edges }: Part): readonly LayoutEdge[] {
  if (edges.length <= MOST_EDGES_IN_FULL) return edges;
  const forest = createForest(nodes.map(({ id }) => id));
  const holding: LayoutEdge[] = [];
  const others: LayoutEdge[] = [];
  for (const edge of edges.toSorted((a, b) => b.weight - a.weight)) {
    if (forest.join(edge.from, edge.to)) holding.push(edge);
    else others.push(edge);
  }
  return [...holding, ...others.slice(0, Math.floor(nodes.length * SHARE_OF_OTHERS))];
}

function arrangePart(part: Part): Box {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: LAYER_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of part.nodes) graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { from, to } of shapingEdges(part)) graph.setEdge(from, to);
  layout(graph);
  const places = Object.fromEntries(
    part.nodes.map(({ id }) => {
      const { x, y } = graph.node(id) as Places[string];
      return [id, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }];
    }),
  );
  return { ...sizeOf(places), places };
}

function arrangeRows(nodes: readonly LayoutNode[]): Box {
  const columns = Math.max(1, Math.ceil(Math.sqrt((nodes.length * ASPECT * (NODE_HEIGHT + GAP)) / (NODE_WIDTH + GAP))));
  const places = Object.fromEntries(
    nodes.map(({ id }, index) => [id, { x: (index % columns) * (NODE_WIDTH + GAP), y: Math.floor(index / columns) * (NODE_HEIGHT + GAP) }]),
  );
  return { ...sizeOf(places), places };
}

function sizeOf(places: Places): Pick<Box, 'width' | 'height'> {
  const all = Object.values(places);
  return {
    width: Math.max(...all.map(({ x }) => x)) + NODE_WIDTH,
    height: Math.max(...all.map(({ y }) => y)) + NODE_HEIGHT,
  };
}

/** Boxes in rows, about as wide as a screen is. */
function packBoxes(boxes: readonly Box[]): Places {
  const area = boxes.reduce((sum, { width, height }) => sum + (width + LAYER_GAP) * (height + LAYER_GAP), 0);
  const rowWidth = Math.max(...boxes.map(({ width }) => width), Math.sqrt(area * ASPECT));
  const places: Record<string, { x: number; y: number }> = {};
  let left = 0;
  let top = 0;
  let rowHeight = 0;
  for (const box of boxes) {
    if (left > 0 && left + box.width > rowWidth) {
      left = 0;
      top += rowHeight + LAYER_GAP / 2;
      rowHeight = 0;
    }
    for (const [id, { x, y }] of Object.entries(box.places)) places[id] = { x: x + left, y: y + top };
    left += box.width + LAYER_GAP;
    rowHeight = Math.max(rowHeight, box.height);
  }
  return places;
}
