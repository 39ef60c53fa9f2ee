import { evenOut } from './balance/even-out.ts';
import { balanceOf } from './balance/wave-loads.ts';
import { buildProblem } from './build-problem.ts';
import { spreadDates, topologicalOrder } from './calendar/spread-dates.ts';
import { hopelessWindow } from './calendar/use-required.ts';
import { asLine } from './classify.ts';
import { findContradiction } from './contradiction/find-contradiction.ts';
import { createLineSolver, type LineAnswer } from './line/solve-line.ts';
import type { PlanBound, PlanInput, PlanProgress, PlanResult, SolveOptions } from './model.ts';
import { objectiveValue, type Problem } from './problem.ts';
import { boundOfProof } from './proof-words.ts';
import { simpleBounds } from './simple-bounds.ts';
import { createGeneralSolver } from './solve-general.ts';
import { createWorkClock, type WorkClock } from './work-clock.ts';

/** The best plan and bound so far, as every kind of solver tells them. */
export interface Standing {
  readonly windowOf: Int32Array | null;
  readonly upper: number;
  readonly bound: PlanBound;
  readonly by: string;
  /** No plan exists at all, proven by search or by a bound. */
  readonly isImpossible: boolean;
}

/**
 * Assigns groups to windows with as few waves as possible (or the earliest finish), keeping every rule; then spreads the load
 * over these waves. Deterministic in repeatable mode. Yields what is known whenever plan or bound became better, and now and
 * then besides, so that whoever drives it can stop and keep the best.
 */
export function* planWavesSteps(input: PlanInput, options: SolveOptions, isExplained = true): Generator<PlanProgress, PlanResult> {
  const { timeLimitMs, isBalanced = true } = options;
  const clock = createWorkClock({ ...options, timeLimitMs: timeLimitMs - (isBalanced ? keptForBalance(timeLimitMs) : 0) });
  const built = buildProblem(input);
  if (!built.ok) return contradictionOf(input, options, isExplained);
  const { problem } = built;
  const order = topologicalOrder(problem);
  const dates = spreadDates(problem, order, problem.windows - 1);
  if (dates.earliest.some((window, item) => window > dates.latest[item]!)) return contradictionOf(input, options, isExplained);
  if (hopelessWindow(problem, dates) !== null) return contradictionOf(input, options, isExplained);
  const [bound] = simpleBounds(problem, dates);
  if (problem.count === 0)
    return { status: 'planned', assignment: {}, value: 0, bound: bound!, boundWithoutSearch: bound!, isProvenOptimal: true, balance: null };
  const line = asLine(problem);
  const steps =
    line === null
      ? createGeneralSolver({ problem, clock, seed: options.seed ?? 1 })
      : lineSteps(problem, createLineSolver(line, clock, options.seed ?? 1), bound!);
  const teller = createTeller(problem, clock);
  let unsearched = bound!;
  for (;;) {
    const { done, value } = steps.next();
    if (value.bound.certificate.kind !== 'exhaustive-search') unsearched = value.bound;
    if (done === true) {
      if (value.isImpossible) return contradictionOf(input, options, isExplained);
      const { windowOf } = value;
      if (windowOf === null) return { status: 'undecided', bound: value.bound };
      const standing = { ...value, windowOf, unsearched };
      if (!isBalanced) return resultOf(problem, standing);
      return resultOf(problem, { ...standing, windowOf: yield* balanced(problem, standing, { clock, timeLimitMs, teller }) });
    }
    const progress = teller(value);
    if (progress !== null) yield progress;
  }
}

/** Of the time given, the end belongs to the balance; where the search ends early, it may take a little more. */
function keptForBalance(timeLimitMs: number): number {
  return Math.min(100, timeLimitMs * 0.02);
}

function balanceEnds(nowMs: number, timeLimitMs: number): number {
  return Math.min(timeLimitMs, nowMs + Math.max(keptForBalance(timeLimitMs), Math.min(300, timeLimitMs * 0.1)));
}

interface BalanceTime {
  readonly clock: WorkClock;
  readonly timeLimitMs: number;
  readonly teller: Teller;
}

function* balanced(problem: Problem, standing: FoundPlan, time: BalanceTime): Generator<PlanProgress, Int32Array> {
  const { clock, timeLimitMs, teller } = time;
  const mayMove = new Uint8Array(problem.count).fill(1);
  const untilMs = balanceEnds(clock.now(), timeLimitMs);
  for (const steps = evenOut({ problem, windowOf: standing.windowOf, mayMove, clock, untilMs }); ;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    const progress = teller({ ...standing, by: 'balance' });
    if (progress !== null) yield progress;
  }
}

export function planWaves(input: PlanInput, options: SolveOptions): PlanResult {
  const steps = planWavesSteps(input, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    options.onProgress?.(value);
  }
}

const TELL_EVERY_MS = 100;
/** For one changed problem when a contradiction is explained. */
const TRY_MS = 150;

type Teller = (standing: Standing) => PlanProgress | null;

/** Tells at once what became better, and otherwise every tenth of a second; the plan itself only when it is a new one. */
function createTeller(problem: Problem, clock: WorkClock): Teller {
  let toldAt = -Infinity;
  let told: Standing | null = null;
  return (standing) => {
    const isBetter = told === null || standing.upper < told.upper || standing.bound.value > told.bound.value;
    if (!isBetter && clock.now() - toldAt < TELL_EVERY_MS) return null;
    const isNewPlan = standing.windowOf !== null && standing.upper <= problem.input.windows.length && standing.upper !== told?.upper;
    told = standing;
    toldAt = clock.now();
    return {
      elapsedMs: toldAt,
      upper: standing.windowOf === null ? null : standing.upper,
      lower: standing.bound.value,
      by: standing.by,
      ...(isNewPlan && standing.windowOf !== null ? { assignment: assignmentOf(problem, standing.windowOf) } : {}),
    };
  };
}

function* lineSteps(problem: Problem, solver: ReturnType<typeof createLineSolver>, simple: PlanBound): Generator<Standing, Standing> {
  const standingOf = ({ waveOf, upper, lower, by }: LineAnswer, bound: PlanBound): Standing => {
    const isPlan = waveOf !== null && upper <= problem.windows;
    return {
      windowOf: isPlan ? waveOf : null,
      upper: isPlan ? objectiveValue(problem, waveOf) : Infinity,
      bound: bound.value >= simple.value ? bound : simple,
      by,
      isImpossible: lower > problem.windows,
    };
  };
  let lower = 0;
  let bound = simple;
  const steps = solver.steps();
  for (;;) {
    const { done, value } = steps.next();
    if (value.lower > lower && value.lower <= problem.windows) {
      lower = value.lower;
      bound = boundOfProof(problem, lower, solver.proof());
    }
    if (done === true) return standingOf(value, bound);
    yield standingOf(value, bound);
  }
}

interface FoundPlan extends Standing {
  readonly windowOf: Int32Array;
  /** The best bound that needed no search. */
  readonly unsearched: PlanBound;
}

function resultOf(problem: Problem, { windowOf, upper, bound, unsearched }: FoundPlan): PlanResult {
  return {
    status: 'planned',
    assignment: assignmentOf(problem, windowOf),
    value: upper,
    bound,
    boundWithoutSearch: unsearched,
    isProvenOptimal: upper === bound.value,
    balance: balanceOf(problem, windowOf),
  };
}

function assignmentOf({ members, input, placeOf }: Problem, windowOf: Int32Array): Record<string, string> {
  const assignment: Record<string, string> = {};
  for (const [item, window] of windowOf.entries()) for (const id of members[item]!) assignment[id] = input.windows[placeOf[window]!]!.id;
  return assignment;
}

function contradictionOf(input: PlanInput, options: SolveOptions, isExplained: boolean): PlanResult {
  if (!isExplained) return { status: 'contradiction', contradiction: { rules: [] } };
  // A changed problem gets a short solve of its own; if that has no plan either, it is not explained once more.
  const trySolve = (changed: PlanInput): PlanResult => {
    const steps = planWavesSteps(changed, { ...options, isBalanced: false, timeLimitMs: Math.min(options.timeLimitMs, TRY_MS) }, false);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  };
  return { status: 'contradiction', contradiction: findContradiction(input, options, trySolve) };
}
