import type { Tie } from './tie.ts';
import type { Weld } from './weld-groups.ts';

/** One way to split a group in two, with what it costs. */
export interface Cut {
  readonly sideA: readonly string[];
  readonly sideB: readonly string[];
  readonly ties: readonly Tie[];
  /** Cut calls of databases and queues: dear, because every call then crosses the line. */
  readonly latencySensitiveTies: number;
  readonly connections: number;
}

/** One latency-sensitive tie weighs more than any number of ordinary connections seen in practice. */
const LATENCY_WEIGHT = 1e6;
const MOST_CUTS = 5;

/**
 * The cheapest ways to split a group, cheapest first. Machines of one application, and those a person tied, are never parted.
 * By repeated maximum-adjacency order (Stoer and Wagner): the first is a global minimum cut, the others are the best cuts that
 * the search meets on its way. Empty when the group cannot be split. Yields after each phase.
 */
export function* cheapestCuts(
  machineIds: readonly string[],
  ties: readonly Tie[],
  welds: readonly Weld[],
): Generator<void, readonly Cut[], void> {
  const members = new Set(machineIds);
  const inside = ties.filter((tie) => members.has(tie.from) && members.has(tie.to));
  const blocks = blocksOf(machineIds, welds);
  let nodes = blocks.map((block) => [...block]);
  let weights = weightsBetween(nodes, inside);
  const cuts: Cut[] = [];
  const seen = new Set<string>();
  while (nodes.length > 1) {
    const { last, before } = adjacencyOrder(weights);
    const side = new Set(nodes[last]);
    const key = keyOf(side, members);
    if (!seen.has(key)) {
      seen.add(key);
      cuts.push(cutOf(side, machineIds, inside));
    }
    [nodes, weights] = contract(nodes, weights, before, last);
    yield;
  }
  return cuts
    .toSorted((a, b) => priceOf(a) - priceOf(b) || Math.abs(a.sideA.length - a.sideB.length) - Math.abs(b.sideA.length - b.sideB.length))
    .slice(0, MOST_CUTS);
}

export function priceOf(cut: Pick<Cut, 'latencySensitiveTies' | 'connections'>): number {
  return cut.latencySensitiveTies * LATENCY_WEIGHT + cut.connections;
}

/** Machines that no cut may part, as blocks. */
function blocksOf(machineIds: readonly string[], welds: readonly Weld[]): string[][] {
  const leader = new Map(machineIds.map((id) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (leader.get(at) !== at) at = leader.get(at)!;
    return at;
  };
  for (const { a, b, reason } of welds) {
    if ((reason === 'application' || reason === 'person') && leader.has(a) && leader.has(b)) leader.set(find(a), find(b));
  }
  return [...Map.groupBy(machineIds, find).values()];
}

function weightsBetween(nodes: readonly (readonly string[])[], ties: readonly Tie[]): Float64Array[] {
  const place = new Map(nodes.flatMap((node, index) => node.map((id) => [id, index] as const)));
  const weights = nodes.map(() => new Float64Array(nodes.length));
  for (const tie of ties) {
    const a = place.get(tie.from)!;
    const b = place.get(tie.to)!;
    if (a === b) continue;
    const weight = (tie.isLatencySensitive ? LATENCY_WEIGHT : 0) + tie.count;
    weights[a]![b]! += weight;
    weights[b]![a]! += weight;
  }
  return weights;
}

/** Orders the nodes by how strongly each is tied to those before it; gives the last two. */
function adjacencyOrder(weights: readonly Float64Array[]): { readonly last: number; readonly before: number } {
  const count = weights.length;
  const pull = new Float64Array(count);
  const isIn = new Uint8Array(count);
  let last = 0;
  let before = 0;
  for (let step = 0; step < count; step += 1) {
    let next = -1;
    for (let node = 0; node < count; node += 1) if (isIn[node] === 0 && (next === -1 || pull[node]! > pull[next]!)) next = node;
    isIn[next] = 1;
    before = last;
    last = next;
    const row = weights[next]!;
    for (let node = 0; node < count; node += 1) pull[node]! += row[node]!;
  }
  return { last, before };
}

function contract(nodes: string[][], weights: Float64Array[], into: number, gone: number): [string[][], Float64Array[]] {
  const merged = nodes.map((node, index) => (index === into ? [...node, ...nodes[gone]!] : node)).filter((_, index) => index !== gone);
  for (let node = 0; node < nodes.length; node += 1) {
    weights[into]![node]! += weights[gone]![node]!;
    weights[node]![into] = weights[into]![node]!;
  }
  weights[into]![into] = 0;
  const kept = weights.filter((_, index) => index !== gone).map((row) => row.filter((_, index) => index !== gone));
  return [merged, kept];
}

function cutOf(side: ReadonlySet<string>, machineIds: readonly string[], ties: readonly Tie[]): Cut {
  const crossing = ties.filter((tie) => side.has(tie.from) !== side.has(tie.to));
  return {
    sideA: machineIds.filter((id) => !side.has(id)),
    sideB: machineIds.filter((id) => side.has(id)),
    ties: crossing,
    latencySensitiveTies: crossing.filter((tie) => tie.isLatencySensitive).length,
    connections: crossing.reduce((sum, tie) => sum + tie.count, 0),
  };
}

/** The same split, whichever side is named. */
function keyOf(side: ReadonlySet<string>, members: ReadonlySet<string>): string {
  const inside = [...side].toSorted().join(',');
  const outside = [...members]
    .filter((id) => !side.has(id))
    .toSorted()
    .join(',');
  return inside < outside ? inside : outside;
}
