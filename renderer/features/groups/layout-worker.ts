import type { LayoutEdge, LayoutNode } from './graph-backbone.ts';
import { layoutGraph } from './layout-graph.ts';

/** Arranges graphs beside the window, which stays answering meanwhile. */
export interface LayoutRequest {
  readonly id: number;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  postMessage({ id: data.id, places: layoutGraph(data.nodes, data.edges) });
});
