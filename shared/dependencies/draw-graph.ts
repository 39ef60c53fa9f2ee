import type { MoveGroup } from '../domain/wave.ts';
import type { GroupTies } from './group-ties.ts';
import { aggregateTies, type GraphEdge } from './tie-graph.ts';
import type { Tie } from './tie.ts';

export interface GraphNode {
  readonly id: string;
  readonly kind: 'group' | 'machine' | 'rest';
  readonly machines: number;
  /** The group that a machine belongs to, or the group itself; `null` for what was folded together. */
  readonly groupId: string | null;
  /** Groups in a folded node. */
  readonly groups: number;
}

export interface DrawnGraph {
  readonly nodes: readonly GraphNode[];
  /** The strongest first. */
  readonly edges: readonly GraphEdge[];
  /** Edges that were too many to draw. */
  readonly edgesLeftOut: number;
}

export interface GraphRequest {
  readonly groups: readonly MoveGroup[];
  readonly ties: readonly Tie[];
  readonly groupTies: ReadonlyMap<string, GroupTies>;
  /** Groups whose machines are drawn one by one. */
  readonly expanded: ReadonlySet<string>;
  readonly mostNodes: number;
  readonly mostEdges: number;
}

/** Groups that could not be drawn one by one, as one node. */
export const REST = 'rest';

/**
 * What a picture of the groups shows. More than can be read becomes one node without edges: first the machines that nothing
 * ties, then the groups with the fewest ties to others. Machines of an opened group take what is left, the most tied first; the
 * others of that group stay one node. Yields between steps.
 */
export function* drawGraph(request: GraphRequest): Generator<void, DrawnGraph, void> {
  const { groups, ties, expanded, mostEdges } = request;
  const drawn = groupsToDraw(request);
  yield;
  const nodes: GraphNode[] = [];
  const nodeOf = new Map<string, string>();
  let places = request.mostNodes - 1 - drawn.length;
  for (const group of drawn) {
    const shown = expanded.has(group.id) ? mostTied(group.machineIds, ties).slice(0, Math.max(0, places)) : [];
    places -= shown.length;
    addGroup(group, shown, { nodes, nodeOf });
  }
  yield;
  const drawnIds = new Set(drawn.map(({ id }) => id));
  const folded = groups.filter(({ id }) => !drawnIds.has(id));
  if (folded.length > 0) {
    const machines = folded.reduce((sum, { machineIds }) => sum + machineIds.length, 0);
    nodes.push({ id: REST, kind: 'rest', machines, groupId: null, groups: folded.length });
  }
  const edges = (yield* aggregateTies(ties, (id) => nodeOf.get(id) ?? null)).toSorted(byStrength);
  return { nodes, edges: edges.slice(0, mostEdges), edgesLeftOut: Math.max(0, edges.length - mostEdges) };
}

/** Opened groups first, then those with most ties to others. One place is kept for what is folded together. */
function groupsToDraw({ groups, groupTies, expanded, mostNodes }: GraphRequest): readonly MoveGroup[] {
  const outside = ({ id }: MoveGroup): number => groupTies.get(id)?.tiesOutside ?? 0;
  const opened = groups.filter(({ id }) => expanded.has(id));
  const openedMachines = opened.reduce((sum, { machineIds }) => sum + machineIds.length, 0);
  const places = Math.max(opened.length, mostNodes - 1 - Math.min(openedMachines, mostNodes / 2));
  return groups
    .filter((group) => group.machineIds.length > 1 || outside(group) > 0)
    .toSorted(
      (a, b) =>
        Number(expanded.has(b.id)) - Number(expanded.has(a.id)) ||
        outside(b) - outside(a) ||
        b.machineIds.length - a.machineIds.length ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, places);
}

interface Picture {
  readonly nodes: GraphNode[];
  readonly nodeOf: Map<string, string>;
}

function addGroup({ id, machineIds }: MoveGroup, shown: readonly string[], { nodes, nodeOf }: Picture): void {
  for (const machineId of machineIds) nodeOf.set(machineId, id);
  for (const machineId of shown) {
    nodes.push({ id: machineId, kind: 'machine', machines: 1, groupId: id, groups: 0 });
    nodeOf.set(machineId, machineId);
  }
  const machines = machineIds.length - shown.length;
  if (machines > 0) nodes.push({ id, kind: 'group', machines, groupId: id, groups: 1 });
}

function byStrength(a: GraphEdge, b: GraphEdge): number {
  return (
    b.latencySensitiveTies - a.latencySensitiveTies || b.connections - a.connections || (`${a.from}|${a.to}` < `${b.from}|${b.to}` ? -1 : 1)
  );
}

function mostTied(machineIds: readonly string[], ties: readonly Tie[]): readonly string[] {
  const count = new Map(machineIds.map((id) => [id, 0]));
  for (const { from, to } of ties) {
    for (const id of [from, to]) {
      const known = count.get(id);
      if (known !== undefined) count.set(id, known + 1);
    }
  }
  return machineIds.toSorted((a, b) => count.get(b)! - count.get(a)!);
}
