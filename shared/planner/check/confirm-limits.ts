import type { KnownLimits, LimitsCertificate, RaisedGroupLimit } from '../../domain/bound-certificate.ts';
import { binsNeeded } from './bins-needed.ts';
import { mostPairs } from './few-pairs.ts';
import { isHeaviestWave } from './heaviest-wave.ts';
import type { NumberedProblem } from './numbered-problem.ts';
import type { Sharing } from './sharing.ts';

/** For every unit: the first wave it can stand in, and how many waves are needed from its own on. */
export interface WaveLimits {
  readonly head: number[];
  readonly tail: number[];
}

/** What a certificate knows of the units, as far as it holds. */
export interface FollowedLimits {
  readonly limits: WaveLimits;
  /** Weights under which no wave weighs more than `most`; `null` without any that are surely such. */
  readonly weighing: KnownWeights | null;
  /** Every reason was found to be right. */
  readonly isSound: boolean;
}

/** Follows raised limits and weights step by step and believes none of them; what does not hold is left out. */
export function followLimits(problem: NumberedProblem, sharing: Sharing, { raised, weighing: claimed }: KnownLimits): FollowedLimits {
  const limits = limitsBySums(problem, sharing);
  const weights = claimed === undefined ? null : weightsOf(problem, claimed.weights);
  const isWeighed = weights !== null && claimed !== undefined && isHeaviestWave(problem, sharing, weights, claimed.most);
  const weighing = isWeighed ? { weights, most: claimed.most } : null;
  let isSound = claimed === undefined || isWeighed;
  for (const limit of raised) {
    const needed = neededFor(problem, sharing, limit, weighing);
    if (needed === null || needed < limit.waves) isSound = false;
    if (needed === null) continue;
    const unit = problem.unitOf.get(limit.groupId)!;
    const side = limit.side === 'first' ? limits.head : limits.tail;
    side[unit] = Math.max(side[unit]!, Math.min(needed, limit.waves));
  }
  spread(problem, sharing, limits);
  return { limits, weighing, isSound };
}

/** Is it certain that `waves` waves are too few? */
export function refutesByLimits(problem: NumberedProblem, sharing: Sharing, certificate: LimitsCertificate, waves: number): boolean {
  const { limits, isSound } = followLimits(problem, sharing, certificate);
  return isSound && endRefutes(problem, sharing, limits, { end: certificate.end, waves });
}

/** Whole weights of the units; `null` when a group is not known or a weight is not a whole number. */
export function weightsOf({ units, unitOf }: NumberedProblem, named: readonly (readonly [string, number])[]): number[] | null {
  const weights = Array.from({ length: units }, () => 0);
  for (const [groupId, weight] of named) {
    const unit = unitOf.get(groupId);
    if (unit === undefined || !Number.isSafeInteger(weight) || weight < 0) return null;
    weights[unit] = Math.max(weights[unit]!, weight);
  }
  return weights;
}

/** Limits that follow from sums over all leaders and all followers, carried over every ordered pair. */
export function limitsBySums(problem: NumberedProblem, sharing: Sharing): WaveLimits {
  const { units } = problem;
  const needed = (unit: number, isHead: boolean): number => setNeeds(problem, sharing, [unit, ...related(problem, unit, isHead)]);
  const limits = {
    head: Array.from({ length: units }, (_, unit) => needed(unit, true)),
    tail: Array.from({ length: units }, (_, unit) => needed(unit, false)),
  };
  spread(problem, sharing, limits);
  return limits;
}

/** Everything that must come before a unit, or after it. */
function related({ units, order }: NumberedProblem, unit: number, isBefore: boolean): number[] {
  const found: number[] = [];
  for (let other = 0; other < units; other += 1)
    if (other !== unit && (isBefore ? order[other * units + unit] : order[unit * units + other]) !== 0) found.push(other);
  return found;
}

function setNeeds({ demands }: NumberedProblem, { capacity }: Sharing, set: readonly number[]): number {
  return capacity.reduce(
    (most, room, at) =>
      Math.max(
        most,
        binsNeeded(
          set.map((unit) => demands[unit]![at]!),
          room,
        ),
      ),
    1,
  );
}

/** Carries heads and tails over every ordered pair: between two units lie at least the waves that hold all between them. */
function spread(problem: NumberedProblem, sharing: Sharing, limits: WaveLimits): void {
  const pairs = orderedPairs(problem, sharing);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const [a, b, waves] of pairs) {
      if (limits.head[a]! + waves > limits.head[b]!) {
        limits.head[b] = limits.head[a]! + waves;
        isChanged = true;
      }
      if (limits.tail[b]! + waves > limits.tail[a]!) {
        limits.tail[a] = limits.tail[b]! + waves;
        isChanged = true;
      }
    }
  }
}

/** Units in order, with the waves that must lie between them at least. */
function orderedPairs({ units, order, demands }: NumberedProblem, { capacity }: Sharing): (readonly [number, number, number])[] {
  const finite = capacity.flatMap((room, at) =>
    Number.isFinite(room) ? [{ at, room, of: Float64Array.from(demands, (own) => own[at]!) }] : [],
  );
  const afterOf = Array.from({ length: units }, (_, a) =>
    Int32Array.from({ length: units }, (_unused, unit) => unit).filter((unit) => order[a * units + unit] !== 0),
  );
  const pairs: (readonly [number, number, number])[] = [];
  const between = new Float64Array(units);
  for (let a = 0; a < units; a += 1) {
    const waves = Int32Array.from(afterOf[a]!, (b) => order[a * units + b]! - 1);
    for (const { of, room } of finite) {
      between.fill(0);
      for (const unit of afterOf[a]!) for (const b of afterOf[unit]!) between[b]! += of[unit]!;
      for (const [place, b] of afterOf[a]!.entries())
        waves[place] = Math.max(waves[place]!, Math.ceil((of[a]! + of[b]! + between[b]!) / room) - 1);
    }
    for (const [place, b] of afterOf[a]!.entries()) pairs.push([a, b, waves[place]!]);
  }
  return pairs;
}

export interface KnownWeights {
  readonly weights: readonly number[];
  readonly most: number;
}

/** How many waves a raised limit's own reason asks for; `null` when the reason does not hold. */
function neededFor(problem: NumberedProblem, sharing: Sharing, raised: RaisedGroupLimit, known: KnownWeights | null): number | null {
  const unit = problem.unitOf.get(raised.groupId);
  if (unit === undefined) return null;
  const set = [unit, ...related(problem, unit, raised.side === 'first')];
  if (raised.because.kind === 'weights') {
    if (known === null) return null;
    const sum = set.reduce((total, member) => total + known.weights[member]!, 0);
    return Math.ceil(sum / known.most);
  }
  return wavesByPairs(problem, sharing, set, { barrier: raised.because.barrier, mayShare: sharing.mayShare });
}

interface PairClaim {
  readonly barrier: readonly string[];
  readonly mayShare: (a: number, b: number) => boolean;
}

/** Units over a third of a window, at most two of which share one: their number less the pairs that can be made. */
export function wavesByPairs(problem: NumberedProblem, sharing: Sharing, set: readonly number[], { barrier, mayShare }: PairClaim): number {
  const wall = new Set(barrier.map((id) => problem.unitOf.get(id) ?? -1));
  return sharing.capacity.reduce((best, room, at) => {
    if (!Number.isFinite(room)) return best;
    const large = set.filter((unit) => 3 * problem.demands[unit]![at]! > room);
    return Math.max(best, large.length - mostPairs(large, wall, mayShare));
  }, 0);
}

interface EndClaim {
  readonly end: LimitsCertificate['end'];
  readonly waves: number;
}

function endRefutes(problem: NumberedProblem, sharing: Sharing, { head, tail }: WaveLimits, { end, waves }: EndClaim): boolean {
  if (end.kind === 'no-wave') {
    const unit = problem.unitOf.get(end.groupId);
    return unit !== undefined && head[unit]! + tail[unit]! - 1 > waves;
  }
  const { from, to } = end;
  if (from < 1 || to > waves || to < from) return false;
  const lastOf = (unit: number): number => waves - tail[unit]! + 1;
  const within = head.flatMap((wave, unit) => (wave >= from && lastOf(unit) <= to ? [unit] : []));
  if (end.kind === 'overfull') return setNeeds(problem, sharing, within) > to - from + 1;
  const mayShare = (a: number, b: number): boolean =>
    Math.max(head[a]!, head[b]!) <= Math.min(lastOf(a), lastOf(b)) && sharing.mayShare(a, b);
  return wavesByPairs(problem, sharing, within, { barrier: end.barrier, mayShare }) > to - from + 1;
}
