import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView } from '../../../shared/contract/shapes.ts';
import { graphText } from '../../text/groups.ts';
import type { LayoutEdge, LayoutNode } from './graph-backbone.ts';
import type { Places } from './layout-graph.ts';

export type DrawnGraph = MethodOutput<'dependency.graph'>;
export type DrawnNode = DrawnGraph['nodes'][number];
export type DrawnEdge = DrawnGraph['edges'][number];

/** One line for both directions: the picture would be twice as full otherwise, and the panel says who calls whom. */
export interface Line extends LayoutEdge {
  readonly id: string;
  readonly connections: number;
  readonly latencySensitiveTies: number;
  readonly isBothWays: boolean;
}

/** A call of a database pulls closer together than any number of others seen in practice. */
const LATENCY_WEIGHT = 1e6;

export function linesOf(edges: readonly DrawnEdge[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const { from, to, connections, latencySensitiveTies } of edges) {
    const weight = connections + latencySensitiveTies * LATENCY_WEIGHT;
    const back = lines.get(`${to}|${from}`);
    if (back === undefined)
      lines.set(`${from}|${to}`, { id: `${from}|${to}`, from, to, connections, latencySensitiveTies, weight, isBothWays: false });
    else {
      lines.set(back.id, {
        ...back,
        connections: back.connections + connections,
        latencySensitiveTies: back.latencySensitiveTies + latencySensitiveTies,
        weight: back.weight + weight,
        isBothWays: true,
      });
    }
  }
  return [...lines.values()];
}

export function layoutNodesOf(nodes: readonly DrawnNode[]): readonly LayoutNode[] {
  return nodes.map(({ id }) => ({ id }));
}

/** What a node says in its two lines. */
export function nodeWords(
  node: DrawnNode,
  group: GroupView | undefined,
  applicationOf: (machineId: string) => string | null,
): { readonly title: string; readonly detail: string } {
  if (node.kind === 'rest') return { title: graphText.rest(node.groups, node.machines), detail: graphText.machines(node.machines) };
  if (node.kind === 'machine') return { title: node.title, detail: applicationOf(node.id) ?? '' };
  const isPart = group !== undefined && node.machines < group.machineIds.length;
  return { title: node.title, detail: isPart ? graphText.more(node.machines) : graphText.machines(node.machines) };
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest node in a direction; things straight ahead count as nearer than those aside. `null` when there is none. */
export function nodeTowards(places: Places, from: string | null, direction: Direction): string | null {
  const ids = Object.keys(places);
  const here = from === null ? undefined : places[from];
  if (here === undefined) return ids.toSorted((a, b) => places[a]!.x - places[b]!.x || places[a]!.y - places[b]!.y)[0] ?? null;
  const isAcross = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let best: string | null = null;
  let least = Infinity;
  for (const id of ids) {
    const { x, y } = places[id]!;
    const ahead = sign * (isAcross ? x - here.x : y - here.y);
    const aside = Math.abs(isAcross ? y - here.y : x - here.x);
    const distance = ahead + 3 * aside;
    if (ahead > 0 && distance < least) [best, least] = [id, distance];
  }
  return best;
}
