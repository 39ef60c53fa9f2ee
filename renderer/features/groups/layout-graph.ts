import { graphlib, layout } from '@dagrejs/dagre';

import { connectedParts, shapingEdges, type LayoutEdge, type LayoutNode, type Part } from './graph-backbone.ts';

export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>;

export const NODE_WIDTH = 212;
export const NODE_HEIGHT = 46;
const GAP = 18;
/** Between lines that pass a layer by; with more, the many lines of a dense part would make it several times as high as wide. */
const LINE_GAP = 3;
/** Room between layers, for the lines. */
const LAYER_GAP = 84;
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

interface Box {
  readonly width: number;
  readonly height: number;
  readonly places: Places;
}

function arrangePart(part: Part): Box {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP, edgesep: LINE_GAP, ranksep: LAYER_GAP });
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
