import { largestMatching } from '../matching.ts';
import type { Random } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { createFiller } from './line-fill.ts';
import type { LineGoal } from './line-goal.ts';
import { gapsOf, lineLimits, turnLimits, type Gaps } from './line-limits.ts';
import { compatiblePairs, isLarge } from './line-matching.ts';
import { createLineSearch } from './line-search.ts';
import { placesOf, shakenWeights } from './line-weights.ts';
import { buildLine, type Line, type LineEdge } from './line.ts';
import { packingBound } from './packing-bound.ts';

export interface RepackParts {
  readonly forward: Line;
  readonly backward: Line;
  readonly gaps: Gaps;
  readonly goal: LineGoal;
  /** What an item takes of a wave, by place of the forward line; better than its size where there is a better measure. */
  readonly worth: Float64Array;
  readonly random: Random;
}

/** Waves, from 1, beside a list of places. */
interface Packing {
  readonly waves: number;
  readonly waveOf: Int32Array;
}

const LOADS_PER_WAVE = 100;
const FILLS_BEFORE_SEARCH = 5;
const SEARCH_MS = 30;
const SEARCH_STATES = 20_000;

/**
 * Improves a plan of a long line: a run of neighbouring waves is packed anew, either into one wave less, or into as many but
 * more unevenly, so that room gathers in few waves and one of them can be saved later.
 */
export function createLineRepacker({ forward, backward, gaps, goal, worth, random }: RepackParts) {
  const { count, size, capacity } = forward;
  const lines = [forward, backward];
  const fillers = lines.map((line) => createFiller(line));
  const backwardPlace = placesOf(forward, backward);
  const waveOf = new Int32Array(count);
  let waves = 0;
  let adopted: LineGoal['plan'] = null;

  function adopt(plan: NonNullable<LineGoal['plan']>): void {
    adopted = plan;
    waves = plan.waves;
    for (let place = 0; place < count; place += 1)
      waveOf[place] = plan.line.isReversed ? waves - plan.waveOf[backwardPlace[place]!]! + 1 : plan.waveOf[place]!;
  }

  function quickBound(places: Int32Array): number {
    const sizes = places.map((place) => size[place]!);
    const large = [...places].filter((place) => isLarge(forward, place));
    const pairs = large.length - largestMatching(large.length, compatiblePairs(forward, gaps, large, null)).size;
    return Math.max(packingBound(sizes, sizes.length, capacity), pairs);
  }

  function fillPlaces(places: Int32Array, fewerThan: number): Packing | null {
    const isForward = random() < 0.5;
    const line = isForward ? forward : backward;
    const own = isForward ? places : places.map((place) => backwardPlace[place]!);
    const weights = shakenWeights({ line, forward, worth, random }, own);
    const request = { weights, fewerThan, loadsPerWave: LOADS_PER_WAVE, places: isForward ? own : own.toSorted() };
    const { plan } = fillers[isForward ? 0 : 1]!.fill(request);
    if (plan === null) return null;
    return { waves: plan.waves, waveOf: own.map((place) => (isForward ? plan.waveOf[place]! : plan.waves - plan.waveOf[place]! + 1)) };
  }

  /** A short exact search in both directions. */
  function searchPlaces(places: Int32Array, fewerThan: number, clock: WorkClock): Packing | null {
    const at = new Map([...places].map((place, index) => [place, index]));
    const edges = [...places].flatMap((place, before): LineEdge[] => {
      const linked = (list: Int32Array, isStrict: boolean): LineEdge[] =>
        [...list].flatMap((follower) => (at.has(follower) ? [{ before, after: at.get(follower)!, isStrict }] : []));
      return [...linked(forward.next[place]!, false), ...linked(forward.nextStrict[place]!, true)];
    });
    const input = { capacity, sizes: [...places].map((place) => size[place]!), edges };
    const part = buildLine(input, false);
    const limits = lineLimits(part);
    const partGoal: LineGoal = { upper: fewerThan, lower: fewerThan - 1, plan: null };
    const searches = [part, buildLine(input, true)].map((line) =>
      createLineSearch({
        line,
        limits: turnLimits(part, line, limits),
        gaps: gapsOf(line),
        goal: partGoal,
        weighings: [],
        mostStates: SEARCH_STATES,
      }),
    );
    const untilMs = clock.now() + SEARCH_MS;
    while (partGoal.plan === null && clock.now() < untilMs && !searches.some((search) => search.isDone() || search.isFull())) {
      for (const search of searches) search.run(clock, Math.min(untilMs, clock.now() + SEARCH_MS / 6));
    }
    const { plan } = partGoal;
    if (plan === null) return null;
    const found = new Int32Array(places.length);
    for (const [place, item] of plan.line.order.entries())
      found[item] = plan.line.isReversed ? plan.waves - plan.waveOf[place]! + 1 : plan.waveOf[place]!;
    return { waves: plan.waves, waveOf: found };
  }

  /** Sum of squared worth per wave: the higher, the more uneven. */
  function unevenness(places: Int32Array, packing: Int32Array, length: number): number {
    const sums = new Float64Array(length);
    for (let at = 0; at < places.length; at += 1) sums[packing[at]! - 1]! += worth[places[at]!]!;
    return sums.reduce((total, sum) => total + sum * sum, 0);
  }

  function packTighter(places: Int32Array, length: number, clock: WorkClock): Packing | null {
    if (quickBound(places) >= length) return null;
    for (let attempt = 0; attempt < FILLS_BEFORE_SEARCH; attempt += 1) {
      const found = fillPlaces(places, length);
      if (found !== null) return found;
    }
    return searchPlaces(places, length, clock);
  }

  function step(clock: WorkClock): void {
    const length = Math.min(waves, 6 + Math.floor(random() ** 2 * 60));
    const from = 1 + Math.floor(random() * (waves - length + 1));
    const places = Int32Array.from(waveOf.keys()).filter((place) => waveOf[place]! >= from && waveOf[place]! < from + length);
    clock.spend(20 * places.length);
    const tighter = packTighter(places, length, clock);
    const found = tighter ?? fillPlaces(places, length + 1);
    if (found === null) return;
    const current = places.map((place) => waveOf[place]! - from + 1);
    if (tighter === null && unevenness(places, found.waveOf, length) < unevenness(places, current, length)) return;
    for (let at = 0; at < places.length; at += 1) waveOf[places[at]!] = from + found.waveOf[at]! - 1;
    if (tighter === null) return;
    const saved = length - found.waves;
    const isMoved = new Set(places);
    for (let place = 0; place < count; place += 1) if (waveOf[place]! >= from + length && !isMoved.has(place)) waveOf[place]! -= saved;
    waves -= saved;
    adopted = { line: forward, waves, waveOf: waveOf.slice() };
    goal.upper = waves;
    goal.plan = adopted;
  }

  return {
    run(clock: WorkClock, untilMs: number): void {
      if (goal.plan !== null && goal.plan !== adopted) adopt(goal.plan);
      while (clock.now() < untilMs && goal.lower < goal.upper) step(clock);
    },
  };
}
