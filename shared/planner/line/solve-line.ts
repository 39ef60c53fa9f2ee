import { createColumnBound, createLoadPricer } from '../columns/column-bound.ts';
import type { Column } from '../columns/covering-master.ts';
import { divePacking } from '../columns/dive.ts';
import type { LoadProblem } from '../columns/load-problem.ts';
import { createRandom } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { lineBound } from './line-bound.ts';
import { columnsOfPlan, lineLoads, planOfColumns, tightenByWeighing, weighingOfLine } from './line-columns.ts';
import { createFiller } from './line-fill.ts';
import type { LineGoal } from './line-goal.ts';
import { gapsOf, lineLimits, turnLimits, type Gaps } from './line-limits.ts';
import { lineBoundByMatching, MOST_FOR_INTERVALS, tightenByMatching } from './line-matching.ts';
import { proveByLimits, proveBySearch, type LineProof, type ProofParts } from './line-proof.ts';
import { createLineRepacker } from './line-repack.ts';
import { createLineSearch, type Weighing } from './line-search.ts';
import { plainWeights, PLAIN_SETTINGS, shakenWeights } from './line-weights.ts';
import { buildLine, type LineInput } from './line.ts';

export interface LineAnswer {
  /** Wave of every item, from 0; `null` when stopped before the first plan. */
  readonly waveOf: Int32Array | null;
  readonly upper: number;
  readonly lower: number;
  readonly by: string;
}

export interface LineSolver {
  /** Yields whenever plan or bound became better, and now and then besides, so that the caller can stop it. */
  readonly steps: () => Generator<LineAnswer, LineAnswer>;
  /** Why fewer waves than the bound are impossible. */
  readonly proof: () => LineProof;
}

const SLICE_MS = 10;
const REPACK_MS = 200;
/** From here on a plan is improved part by part; below, the exact search does better. */
const LONG_LINE = 150;
const MOST_STATES = 3_000_000;
const MOST_STATE_BYTES = 300_000_000;

export function createLineSolver(input: LineInput, clock: WorkClock, seed: number): LineSolver {
  const forward = buildLine(input, false);
  const backward = buildLine(input, true);
  const lines = [forward, backward];
  const limits = lineLimits(forward);
  const goal: LineGoal = { upper: forward.count + 1, lower: lineBound(forward, limits, 1), plan: null };
  const random = createRandom(seed);
  const proofParts: ProofParts = { line: forward, limits, gaps: null, raised: [], weighing: null };
  let worth: Float64Array = Float64Array.from(forward.size);
  let gaps: Gaps | null = null;
  let isSearched = false;

  const isOver = (): boolean => goal.lower >= goal.upper || clock.now() >= clock.limitMs || clock.isStopped();
  const answer = (by: string): LineAnswer => ({ waveOf: wavesOf(goal), upper: goal.upper, lower: goal.lower, by });
  const part = (share: number): number => Math.min(clock.limitMs, clock.now() + clock.limitMs * share);

  function* fill(shaken: boolean, untilMs: number): Generator<void> {
    const fillers = lines.map((line) => createFiller(line));
    const rounds = shaken ? Infinity : PLAIN_SETTINGS.length;
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, line] of lines.entries()) {
        const weights = shaken ? shakenWeights({ line, forward, worth, random }, null) : plainWeights(line, PLAIN_SETTINGS[round]!);
        const loadsPerWave = shaken ? 50 + Math.floor(random() * 150) : 1000;
        const { plan, spent } = fillers[index]!.fill({ weights, fewerThan: goal.upper, loadsPerWave });
        clock.spend(spent + forward.count);
        if (plan !== null) {
          goal.plan = plan;
          goal.upper = plan.waves;
          yield;
        }
        if (isOver() || clock.now() >= untilMs) return;
      }
    }
  }

  function boundByMatching(): void {
    gaps = gapsOf(forward);
    if (gaps === null) return;
    const raised = forward.count <= MOST_FOR_INTERVALS ? tightenByMatching(forward, limits, gaps) : [];
    Object.assign(proofParts, { gaps, raised });
    goal.lower = lineBoundByMatching(forward, limits, gaps, goal.lower);
  }

  let searches: ReturnType<typeof createLineSearch>[] = [];
  function startSearches(weighings: readonly (readonly Weighing[])[]): void {
    const mostStates = Math.min(MOST_STATES, Math.floor(MOST_STATE_BYTES / (forward.words * 4 + 40)));
    searches = lines.map((line, index) =>
      createLineSearch({
        line,
        limits: turnLimits(forward, line, limits),
        gaps: gaps === null ? null : line === forward ? gaps : gapsOf(line),
        goal,
        weighings: weighings[index] ?? [],
        mostStates,
      }),
    );
  }

  function* search(untilMs: number): Generator<void> {
    if (searches.length === 0) startSearches([]);
    while (!isOver() && clock.now() < untilMs && !searches.every((one) => one.isFull())) {
      for (const one of searches) {
        one.run(clock, Math.min(untilMs, clock.now() + SLICE_MS));
        if (!one.isDone() || goal.lower >= goal.upper) continue;
        goal.lower = goal.upper;
        isSearched = true;
      }
      yield;
    }
  }

  function* boundByColumns(known: Gaps): Generator<void> {
    const isLong = forward.count > MOST_FOR_INTERVALS;
    const loads = lineLoads(forward, isLong ? null : known);
    const columns = createColumnBound(loads, createLoadPricer(loads));
    for (const column of columnsOfPlan(goal, forward, loads)) columns.addColumn(column);
    const untilMs = part(0.25);
    // In long lines the prices are worth having even where the bound cannot rise: they guide the filling.
    const needs = { known: isLong || input.edges.length === 0 ? 0 : goal.lower, enough: isLong ? Infinity : goal.upper };
    while (!columns.isDone() && !isOver() && clock.now() < untilMs) {
      columns.run(clock, Math.min(untilMs, clock.now() + 50), needs);
      yield;
    }
    const found = columns.weighing();
    if (found !== null) useWeighing(loads, found.weights, found);
    if (input.edges.length === 0) yield* dive(loads, columns.pool());
  }

  function useWeighing(loads: LoadProblem, kindWeights: Float64Array, { most, bound }: { most: number; bound: number }): void {
    const weighings = lines.map((line) => weighingOfLine(line, loads, forward, { weights: kindWeights, most, bound }));
    const own = weighings[0]!;
    worth = Float64Array.from(own.weights, (weight) => (weight / most) * forward.capacity);
    if (bound > goal.lower) Object.assign(proofParts, { weighing: own });
    goal.lower = Math.max(goal.lower, bound);
    const raised = tightenByWeighing(forward, limits, gaps, own);
    Object.assign(proofParts, { weighing: own, raised: [...proofParts.raised, ...raised] });
    goal.lower = gaps === null ? lineBound(forward, limits, goal.lower) : lineBoundByMatching(forward, limits, gaps, goal.lower);
    if (!isOver()) startSearches(weighings.map((weighing) => [weighing]));
  }

  function* dive(loads: LoadProblem, pool: readonly Column[]): Generator<void> {
    const untilMs = part(0.6);
    for (let round = 0; !isOver() && clock.now() < untilMs; round += 1) {
      const fewerThan = Math.min(goal.upper, goal.lower + 1 + Math.floor(round / 8));
      const found = divePacking({ problem: loads, pool, fewerThan, untilMs, random }, clock);
      if (found !== null && found.length < goal.upper) {
        goal.plan = planOfColumns(forward, loads, found);
        goal.upper = found.length;
      }
      yield;
    }
  }

  function* steps(): Generator<LineAnswer, LineAnswer> {
    const isLong = forward.count > LONG_LINE;
    for (const _ of fill(false, part(isLong ? 0.06 : 0.15))) yield answer('filling');
    if (isOver()) return answer('filling');
    boundByMatching();
    yield answer('pairs');
    const hasEdges = input.edges.length > 0;
    if (hasEdges && forward.count > goal.lower * 3) for (const _ of search(part(0.1))) yield answer('search');
    if (gaps !== null && (forward.count <= goal.lower * 4 || !hasEdges)) for (const _ of boundByColumns(gaps)) yield answer('columns');
    if (!isOver() && gaps !== null && isLong) {
      for (const _ of fill(true, part(0.1))) yield answer('filling');
      const repacker = createLineRepacker({ forward, backward, gaps, goal, worth, random });
      while (!isOver()) {
        repacker.run(clock, Math.min(clock.limitMs, clock.now() + REPACK_MS));
        yield answer('repacking');
        if (forward.count <= MOST_FOR_INTERVALS) for (const _ of search(clock.now() + 4 * REPACK_MS)) yield answer('search');
      }
    }
    for (const _ of search(clock.limitMs)) yield answer('search');
    return answer('search');
  }

  return {
    steps,
    proof: () =>
      isSearched
        ? proveBySearch(
            proofParts,
            searches.reduce((sum, one) => sum + one.states(), 0),
          )
        : proveByLimits(proofParts, goal.lower),
  };
}

function wavesOf({ plan }: LineGoal): Int32Array | null {
  if (plan === null) return null;
  const { line, waves, waveOf } = plan;
  const result = new Int32Array(line.count);
  for (const [place, item] of line.order.entries()) result[item] = line.isReversed ? waves - waveOf[place]! : waveOf[place]! - 1;
  return result;
}
