import { blocksOf, type Block } from './blocks.ts';
import { createCutGraph } from './cut-graph.ts';
import { fillUpTo } from './fill-up-to.ts';
import type { Tie } from './tie.ts';
import type { Weld } from './weld-groups.ts';

/** One way to split a group in two, with what it costs. */
export interface Cut {
  /** The larger side; it keeps the name of the group where it can. */
  readonly sideA: readonly string[];
  readonly sideB: readonly string[];
  readonly ties: readonly Tie[];
  /** Cut calls of databases and queues: dear, because every call then crosses the line. */
  readonly latencySensitiveTies: number;
  readonly connections: number;
  /** Neither side is above the size limit afterwards. */
  readonly isWithinLimit: boolean;
}

interface Candidate {
  readonly price: number;
  readonly side: readonly string[];
}

/** One latency-sensitive tie weighs more than any number of ordinary connections seen in practice. */
const LATENCY_WEIGHT = 1e6;
const MOST_CUTS = 5;
/** Of these, so many split off a part that is worth a wave of its own. */
const MOST_PARTS = 3;

export interface GroupToCut {
  readonly machineIds: readonly string[];
  readonly ties: readonly Tie[];
  readonly welds: readonly Weld[];
  /** A group above this size also gets cuts that take a large part off it. */
  readonly largestGroup: number;
}

/**
 * The cheapest ways to split a group, cheapest first. Machines of one application, and those a person tied, are never parted.
 * By repeated maximum-adjacency order (Stoer and Wagner): the first is a global minimum cut, the others are the best cuts that
 * the search meets on its way. As these often take off a single machine, a group above the limit also gets cuts that take off as
 * much as may move at once. Empty when the group cannot be split. Yields between slices.
 */
export function* cheapestCuts({ machineIds, ties, welds, largestGroup }: GroupToCut): Generator<void, readonly Cut[], void> {
  const members = new Set(machineIds);
  const inside = ties.filter((tie) => members.has(tie.from) && members.has(tie.to));
  yield;
  const blocks = blocksOf(machineIds, welds);
  yield;
  if (blocks.length < 2) return [];
  const smallest = yield* searchCuts(blocks, inside);
  const parts = machineIds.length > largestGroup ? yield* fillUpTo({ blocks, ties: inside, weightOf, largest: largestGroup }) : [];
  const cuts: Cut[] = [];
  const seen = new Set<string>();
  const take = (candidates: readonly Candidate[], most: number): void => {
    let taken = 0;
    for (const { side } of candidates.toSorted(byPrice)) {
      if (taken >= most) return;
      const cut = cutOf(new Set(side), { machineIds, inside, largestGroup });
      const key = [...cut.sideB].toSorted().join(',');
      if (seen.has(key)) continue;
      seen.add(key);
      cuts.push(cut);
      taken += 1;
    }
  };
  take(smallest, MOST_CUTS);
  yield;
  take(parts, MOST_PARTS);
  return cuts.toSorted((a, b) => priceOf(a) - priceOf(b) || b.sideB.length - a.sideB.length);
}

export function priceOf(cut: Pick<Cut, 'latencySensitiveTies' | 'connections'>): number {
  return cut.latencySensitiveTies * LATENCY_WEIGHT + cut.connections;
}

function weightOf(tie: Tie): number {
  return (tie.isLatencySensitive ? LATENCY_WEIGHT : 0) + tie.count;
}

function byPrice(a: Candidate, b: Candidate): number {
  return a.price - b.price || b.side.length - a.side.length;
}

/** Every phase gives one cut; nodes that no cut among the cheapest can part become one, so that large groups end soon. */
function* searchCuts(blocks: readonly Block[], ties: readonly Tie[]): Generator<void, readonly Candidate[], void> {
  const graph = createCutGraph(blocks, ties, weightOf);
  const candidates: Candidate[] = [];
  const cheapest: number[] = [];
  while (graph.size() > 1) {
    const order = yield* graph.adjacencyOrder();
    const last = order.at(-1)!;
    candidates.push({ price: last.pull, side: graph.membersOf(last.node) });
    cheapest.push(last.pull);
    cheapest.sort((a, b) => a - b);
    const bound = cheapest[MOST_CUTS - 1] ?? Infinity;
    for (let index = order.length - 1; index > 0; index -= 1) {
      if (index === order.length - 1 || order[index]!.pull >= bound) graph.join(order[index - 1]!.node, order[index]!.node);
    }
    yield;
  }
  return candidates;
}

interface Whole {
  readonly machineIds: readonly string[];
  readonly inside: readonly Tie[];
  readonly largestGroup: number;
}

function cutOf(side: ReadonlySet<string>, { machineIds, inside, largestGroup }: Whole): Cut {
  const crossing = inside.filter((tie) => side.has(tie.from) !== side.has(tie.to));
  const within = machineIds.filter((id) => side.has(id));
  const without = machineIds.filter((id) => !side.has(id));
  const [sideA, sideB] = within.length > without.length ? [within, without] : [without, within];
  return {
    sideA,
    sideB,
    ties: crossing.toSorted((a, b) => weightOf(b) - weightOf(a)),
    latencySensitiveTies: crossing.filter((tie) => tie.isLatencySensitive).length,
    connections: crossing.reduce((sum, tie) => sum + tie.count, 0),
    isWithinLimit: sideA.length <= largestGroup,
  };
}
