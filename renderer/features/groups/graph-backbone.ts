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

export interface Part<E extends LayoutEdge = LayoutEdge> {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly E[];
}

/** Parts with more lines than that are arranged along their strongest lines; arranging all would take longer than a person waits. */
const MOST_EDGES_IN_FULL = 120;
/** Lines beyond the strongest that still shape such a part. */
const SHARE_OF_OTHERS = 0.1;

/** What lines join, the largest part first. */
export function connectedParts<E extends LayoutEdge>(nodes: readonly LayoutNode[], edges: readonly E[]): readonly Part<E>[] {
  const forest = createForest(nodes.map(({ id }) => id));
  for (const { from, to } of edges) forest.join(from, to);
  const edgesOf = Map.groupBy(edges, ({ from }) => forest.find(from));
  return [...Map.groupBy(nodes, ({ id }) => forest.find(id))]
    .map(([leader, members]) => ({ nodes: members, edges: edgesOf.get(leader) ?? [] }))
    .toSorted((a, b) => b.nodes.length - a.nodes.length);
}

/** The lines that shape a part: all of a small one; of a large one those that hold it together, and the strongest others. */
export function shapingEdges<E extends LayoutEdge>({ nodes, edges }: Part<E>): readonly E[] {
  if (edges.length <= MOST_EDGES_IN_FULL) return edges;
  const forest = createForest(nodes.map(({ id }) => id));
  const holding: E[] = [];
  const others: E[] = [];
  for (const edge of edges.toSorted((a, b) => b.weight - a.weight)) {
    if (forest.join(edge.from, edge.to)) holding.push(edge);
    else others.push(edge);
  }
  return [...holding, ...others.slice(0, Math.floor(nodes.length * SHARE_OF_OTHERS))];
}

/**
 * The lines that a picture shows while nothing is chosen: those along which it is arranged. They say what hangs together; all the
 * lines of a dense part would only say that there are many.
 */
export function backboneOf<E extends LayoutEdge>(nodes: readonly LayoutNode[], edges: readonly E[]): ReadonlySet<E> {
  return new Set(connectedParts(nodes, edges).flatMap((part) => shapingEdges(part)));
}

/** The nodes at which most lines meet, the busiest first. */
export function hubsOf(edges: readonly LayoutEdge[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}
