import type { Tie } from './tie.ts';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly connections: number;
  readonly ties: number;
  readonly latencySensitiveTies: number;
}

/** Ties between nodes, each edge with the sum of what crosses it. `nodeOf` gives `null` for what is not in the picture. */
export function aggregateTies(ties: readonly Tie[], nodeOf: (machineId: string) => string | null): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const tie of ties) {
    const from = nodeOf(tie.from);
    const to = nodeOf(tie.to);
    if (from === null || to === null || from === to) continue;
    const key = `${from}|${to}`;
    const known = edges.get(key);
    edges.set(key, {
      from,
      to,
      connections: (known?.connections ?? 0) + tie.count,
      ties: (known?.ties ?? 0) + 1,
      latencySensitiveTies: (known?.latencySensitiveTies ?? 0) + (tie.isLatencySensitive ? 1 : 0),
    });
  }
  return [...edges.values()];
}
