import type { Block } from './blocks.ts';
import type { Tie } from './tie.ts';

interface Whole {
  readonly blocks: readonly Block[];
  readonly ties: readonly Tie[];
  readonly weightOf: (tie: Tie) => number;
  /** Machines that a part may hold. */
  readonly largest: number;
}

/** A part smaller than this share of the limit is not worth a cut of its own. */
const LEAST_SHARE = 0.25;

/**
 * Parts of a group that are tied strongly inside and are as large as the limit lets them be, each with the price of taking it
 * off: the strongest ties join first. Yields between slices.
 */
export function* fillUpTo(whole: Whole): Generator<void, readonly { readonly side: readonly string[]; readonly price: number }[], void> {
  const { blocks, largest } = whole;
  const nodeOf = new Map(blocks.flatMap((block, index) => block.map((id) => [id, index] as const)));
  const edges = edgesBetween(nodeOf, whole);
  yield;
  const leader = blocks.map((_, index) => index);
  const size = blocks.map((block) => block.length);
  const find = (node: number): number => {
    let at = node;
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  for (const { a, b } of edges.toSorted((one, other) => other.weight - one.weight)) {
    const into = find(a);
    const from = find(b);
    if (into === from || size[into]! + size[from]! > largest) continue;
    leader[from] = into;
    size[into] = size[into]! + size[from]!;
  }
  yield;
  const parts = new Map<number, { side: string[]; price: number }>();
  for (const [index, block] of blocks.entries()) {
    const part = parts.get(find(index)) ?? { side: [], price: 0 };
    part.side.push(...block);
    parts.set(find(index), part);
  }
  for (const { a, b, weight } of edges) {
    if (find(a) === find(b)) continue;
    for (const node of [a, b]) parts.get(find(node))!.price += weight;
  }
  const least = Math.max(2, Math.ceil(largest * LEAST_SHARE));
  return parts.size < 2 ? [] : [...parts.values()].filter(({ side }) => side.length >= least);
}

function edgesBetween(nodeOf: ReadonlyMap<string, number>, { ties, weightOf, blocks }: Whole): { a: number; b: number; weight: number }[] {
  const edges = new Map<number, { a: number; b: number; weight: number }>();
  for (const tie of ties) {
    const from = nodeOf.get(tie.from)!;
    const to = nodeOf.get(tie.to)!;
    if (from === to) continue;
    const a = Math.min(from, to);
    const b = Math.max(from, to);
    const edge = edges.get(a * blocks.length + b) ?? { a, b, weight: 0 };
    edge.weight += weightOf(tie);
    edges.set(a * blocks.length + b, edge);
  }
  return [...edges.values()];
}
