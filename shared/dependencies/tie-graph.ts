import type { Tie } from './tie.ts';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly connections: number;
  readonly ties: number;
  readonly latencySensitiveTies: number;
}

type Sums = { -readonly [K in keyof GraphEdge]: GraphEdge[K] };

const SLICE = 2000;

/**
 * Ties between nodes, each edge with the sum of what crosses it. `nodeOf` gives `null` for what is not in the picture. Yields
 * between slices.
 */
export function* aggregateTies(
  ties: readonly Tie[],
  nodeOf: (machineId: string) => string | null,
): Generator<void, readonly GraphEdge[], void> {
  const edges = new Map<string, Sums>();
  for (const [index, tie] of ties.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const from = nodeOf(tie.from);
    const to = nodeOf(tie.to);
    if (from === null || to === null || from === to) continue;
    const key = `${from}|${to}`;
    const known = edges.get(key) ?? { from, to, connections: 0, ties: 0, latencySensitiveTies: 0 };
    known.connections += tie.count;
    known.ties += 1;
    if (tie.isLatencySensitive) known.latencySensitiveTies += 1;
    edges.set(key, known);
  }
  return [...edges.values()];
}
