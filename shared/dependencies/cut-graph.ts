import type { Block } from './blocks.ts';
import { createHeap } from './heap.ts';
import type { Tie } from './tie.ts';

/** A node in the order in which it was taken, with how strongly it was tied to all before it. */
export interface Taken {
  readonly node: number;
  readonly pull: number;
}

/** Nodes taken before the caller may give way to something else. */
const SLICE = 500;

/** A weighted graph of blocks whose nodes can be joined: what a search for the cheapest cut works on. */
export function createCutGraph(blocks: readonly Block[], ties: readonly Tie[], weightOf: (tie: Tie) => number) {
  const members = blocks.map((block) => [...block]);
  const alive = new Set(blocks.keys());
  const weights = blocks.map(() => new Map<number, number>());
  /** Where a joined node went. */
  const leader = blocks.map((_, index) => index);
  const nodeOf = new Map(blocks.flatMap((block, index) => block.map((id) => [id, index] as const)));
  for (const tie of ties) {
    const a = nodeOf.get(tie.from)!;
    const b = nodeOf.get(tie.to)!;
    if (a === b) continue;
    add(weights[a]!, b, weightOf(tie));
    add(weights[b]!, a, weightOf(tie));
  }
  const find = (node: number): number => {
    let at = node;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };

  /** Every node, each time the one that is tied most strongly to those before it. */
  function* adjacencyOrder(): Generator<void, readonly Taken[], void> {
    const pull = new Map<number, number>();
    const heap = createHeap();
    const left = new Set(alive);
    const order: Taken[] = [];
    while (left.size > 0) {
      const top = heap.pop();
      // Entries of the heap grow old when a node is pulled more strongly.
      if (top !== null && (!left.has(top.item) || top.key !== pull.get(top.item))) continue;
      const node = top?.item ?? left.values().next().value!;
      left.delete(node);
      order.push({ node, pull: pull.get(node) ?? 0 });
      if (order.length % SLICE === 0) yield;
      for (const [other, weight] of weights[node]!) {
        if (!left.has(other)) continue;
        const next = (pull.get(other) ?? 0) + weight;
        pull.set(other, next);
        heap.push({ item: other, key: next });
      }
    }
    return order;
  }

  return {
    size: () => alive.size,
    membersOf: (node: number): readonly string[] => members[node]!,
    adjacencyOrder,
    /** Makes two nodes one; nodes that are one already stay so. */
    join(a: number, b: number): void {
      let [into, gone] = [find(a), find(b)];
      if (into === gone) return;
      if (weights[into]!.size < weights[gone]!.size) [into, gone] = [gone, into];
      leader[gone] = into;
      alive.delete(gone);
      members[into] = [...members[into]!, ...members[gone]!];
      for (const [other, weight] of weights[gone]!) {
        weights[other]!.delete(gone);
        if (other === into) continue;
        add(weights[into]!, other, weight);
        add(weights[other]!, into, weight);
      }
      weights[gone]!.clear();
    },
  };
}

function add(map: Map<number, number>, key: number, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight);
}
