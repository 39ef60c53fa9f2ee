import { overfullInterval } from './line-bound.ts';
import type { Gaps, LineLimits, RaisedLimit } from './line-limits.ts';
import { refutingInterval } from './line-matching.ts';
import type { Weighing } from './line-search.ts';
import type { Line } from './line.ts';

/** Why a line needs so many waves. Items are those of the input. */
export type LineProof =
  | (KnownOfItems & { readonly kind: 'search'; readonly states: number })
  /** All items together weigh too much. */
  | { readonly kind: 'weights'; readonly weighing: ItemWeighing }
  | LimitProof;

export interface ItemWeighing {
  readonly weights: Float64Array;
  readonly most: number;
}

/** With `waves` waves, heads and tails leave some run of waves overfull, or some item without a wave. */
export interface LimitProof extends KnownOfItems {
  readonly kind: 'limits';
  readonly waves: number;
  readonly end:
    | { readonly kind: 'no-wave'; readonly item: number }
    | { readonly kind: 'overfull'; readonly from: number; readonly to: number }
    | { readonly kind: 'pairs'; readonly from: number; readonly to: number; readonly barrier: readonly number[] };
}

export interface KnownOfItems {
  /** Heads and tails that do not follow from sums, in the order in which they were found. */
  readonly raised: readonly RaisedLimit[];
  readonly weighing: ItemWeighing | null;
}

export interface ProofParts {
  readonly line: Line;
  readonly limits: LineLimits;
  readonly gaps: Gaps | null;
  readonly raised: readonly RaisedLimit[];
  readonly weighing: Weighing | null;
}

/** Finds again what refutes one wave less than the bound, with all that was learnt since. */
export function proveByLimits(parts: ProofParts, bound: number): LineProof {
  const { line, limits, gaps, raised } = parts;
  const items = (places: readonly number[]): number[] => places.map((place) => line.order[place]!);
  const known = knownOfItems(parts);
  const weights = known.weighing;
  if (weights !== null && weights.weights.reduce((sum, weight) => sum + weight, 0) > (bound - 1) * weights.most)
    return { kind: 'weights', weighing: weights };
  const waves = bound - 1;
  const shared = {
    kind: 'limits' as const,
    waves,
    raised: known.raised,
    weighing: raised.some((limit) => limit.because.kind === 'weights') ? weights : null,
  };
  for (let item = 0; item < line.count; item += 1)
    if (limits.head[item]! + limits.tail[item]! - 1 > waves) return { ...shared, end: { kind: 'no-wave', item: line.order[item]! } };
  const full = overfullInterval(line, limits, waves);
  if (full !== null) return { ...shared, end: { kind: 'overfull', from: full.from, to: full.to } };
  const pairs = gaps === null ? null : refutingInterval(line, limits, gaps, waves);
  if (pairs !== null) return { ...shared, end: { kind: 'pairs', from: pairs.from, to: pairs.to, barrier: items(pairs.barrier) } };
  return { ...shared, end: { kind: 'overfull', from: 1, to: waves } };
}

/** That all was searched, with what was known when the search began. */
export function proveBySearch(parts: ProofParts, states: number): LineProof {
  return { kind: 'search', states, ...knownOfItems(parts) };
}

/** Limits and weights by items of the input instead of places on the line. */
function knownOfItems({ line, raised, weighing }: ProofParts): KnownOfItems {
  const itemOf = (place: number): number => line.order[place]!;
  return {
    weighing: weighing === null ? null : byItem(line, weighing),
    raised: raised.map(({ because, ...limit }) => ({
      ...limit,
      item: itemOf(limit.item),
      because: because.kind === 'pairs' ? { kind: 'pairs', barrier: because.barrier.map(itemOf) } : because,
    })),
  };
}

function byItem(line: Line, { weights, most }: Weighing): ItemWeighing {
  const own = new Float64Array(line.count);
  for (const [place, item] of line.order.entries()) own[item] = weights[place]!;
  return { weights: own, most };
}
