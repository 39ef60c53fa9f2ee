import { FEW_SPARE_WINDOWS } from './calendar/repack-calendar.ts';
import { createCalendarSolver, TIGHT_WINDOWS, type CalendarGoal } from './calendar/solve-calendar.ts';
import { hasEqualWindows } from './classify.ts';
import { columnsOf, createColumns, loadsOf, weightBound } from './column-bounds.ts';
import type { Column } from './columns/covering-master.ts';
import { divePacking } from './columns/dive.ts';
import type { LoadProblem } from './columns/load-problem.ts';
import { createExclusion } from './exclusion.ts';
import type { PlanBound } from './model.ts';
import { cliqueBound, MOST_FOR_PAIRS, pairBounds } from './pair-bounds.ts';
import type { Standing } from './plan-waves.ts';
import { objectiveOfWaves, type Problem } from './problem.ts';
import { createRandom } from './random.ts';
import { simpleBounds } from './simple-bounds.ts';
import type { WorkClock } from './work-clock.ts';

export interface GeneralParts {
  readonly problem: Problem;
  readonly clock: WorkClock;
  readonly seed: number;
}

/** Beyond these, the linear program is not finished in useful time. */
const MOST_FOR_COLUMNS = 400;
/** Up to here an exact search is tried; beyond, it hardly ever ends. */
const MOST_FOR_SEARCH = 150;
const FIRST_SEARCH_STEPS = 3000;
/** The search that fills windows to the last unit calls itself for every item that it places. */
const MOST_TO_FILL_EXACTLY = 1500;

/**
 * Several resources, conflicts, dates and windows that differ: first a plan, then bounds, then the plan is improved and, where
 * the problem is small, searched to the end.
 */
export function* createGeneralSolver({ problem, clock, seed }: GeneralParts): Generator<Standing, Standing> {
  const random = createRandom(seed);
  const goal: CalendarGoal = { windowOf: null, upper: Infinity };
  let bound: PlanBound = { value: 0, certificate: { kind: 'none' }, reason: '' };
  let isImpossible = false;
  const isOver = (): boolean => isImpossible || bound.value >= goal.upper || clock.now() >= clock.limitMs || clock.isStopped();
  const calendar = createCalendarSolver({ problem, clock, goal, random, isOver });
  const standing = (by: string): Standing => ({ windowOf: goal.windowOf, upper: goal.upper, bound, by, isImpossible });
  const raise = (found: PlanBound): void => {
    if (found.value === Infinity) isImpossible = true;
    else if (found.value > bound.value) bound = found;
  };
  const part = (share: number): number => Math.min(clock.limitMs, clock.now() + clock.limitMs * share);

  for (const found of simpleBounds(problem, calendar.dates)) raise(found);
  const fill = calendar.fill(Math.min(part(0.1), clock.now() + 150));
  for (const _ of fill) {
    yield standing('filling');
    // Without a plan so far it may be that there is none, which a search sees sooner than any filling.
    if (goal.windowOf === null && problem.count <= MOST_FOR_SEARCH && search(FIRST_SEARCH_STEPS)) break;
    if (goal.windowOf === null && clock.now() > clock.limitMs * 0.5) break;
  }
  if (isOver()) return standing('filling');

  const areExclusive = problem.count <= MOST_FOR_PAIRS ? createExclusion(problem, calendar.dates) : null;
  if (areExclusive !== null) {
    for (const found of pairBounds(problem, areExclusive)) raise(found);
    raise(cliqueBound(problem, areExclusive));
    yield standing('pairs');
  }
  const isFree = hasEqualWindows(problem) && problem.edges.length === 0;
  if (!isOver() && problem.count <= MOST_FOR_COLUMNS && areExclusive !== null) {
    for (const _ of boundByColumns(loadsOf(problem, hasExclusions(problem) ? areExclusive : null))) yield standing('columns');
  }
  let mostSteps = FIRST_SEARCH_STEPS * 10;
  while (!isOver()) {
    const [repacking, filling] = sharesFor(problem.count <= MOST_TO_FILL_EXACTLY ? calendar.spare() : Infinity);
    for (const _ of calendar.repack(clock.now() + Math.max(100, clock.limitMs * repacking))) yield standing('repacking');
    if (isOver()) break;
    if (filling > 0) for (const _ of calendar.fillExactly(part(filling))) yield standing('filling');
    if (isOver()) break;
    if (problem.count <= MOST_FOR_SEARCH) {
      const before = clock.now();
      search(mostSteps);
      yield standing('search');
      // The next search may take ten times as long; it is begun only when there is time for it.
      if (clock.now() + (clock.now() - before) * 10 < clock.limitMs) mostSteps *= 10;
    } else if (goal.windowOf === null) for (const _ of calendar.fill(part(0.1))) yield standing('filling');
    else yield standing('repacking');
  }
  return standing('search');

  /** True when the search was decided: a better plan, or none exists. */
  function search(most: number): boolean {
    const verdict = calendar.searchAll(most);
    if (verdict !== 'impossible') return verdict === 'found';
    if (goal.windowOf === null) isImpossible = true;
    else {
      const reason = 'All smaller plans were searched.';
      bound = { value: goal.upper, certificate: { kind: 'exhaustive-search', states: calendar.searched() }, reason };
    }
    return true;
  }

  function* boundByColumns(loads: LoadProblem): Generator<void> {
    const columns = createColumns(loads);
    if (goal.windowOf !== null) for (const column of columnsOf(loads, goal.windowOf)) columns.addColumn(column);
    const untilMs = part(isFree ? 0.5 : 0.2);
    const wavesOf = (value: number): number => wavesWithin(problem, value);
    const needs = { known: isFree ? 0 : wavesOf(bound.value), enough: wavesOf(goal.upper) };
    while (!columns.isDone() && !isOver() && clock.now() < untilMs) {
      columns.run(clock, Math.min(untilMs, clock.now() + 50), needs);
      yield;
    }
    const found = columns.weighing();
    if (found !== null) {
      const weights = Float64Array.from(loads.kindOf, (kind) => found.weights[kind]!);
      raise(weightBound(problem, weights, found.most));
    }
    if (isFree) yield* dive(loads, columns.pool());
  }

  function* dive(loads: LoadProblem, pool: readonly Column[]): Generator<void> {
    const untilMs = part(0.7);
    for (let round = 0; !isOver() && clock.now() < untilMs; round += 1) {
      const most = wavesWithin(problem, goal.upper);
      const fewerThan = Math.min(most, wavesWithin(problem, bound.value) + 1 + Math.floor(round / 8));
      const found = divePacking({ problem: loads, pool, fewerThan, untilMs, random }, clock);
      if (found !== null && found.length <= problem.windows) calendar.keep(windowsOfColumns(problem, loads, found));
      yield;
    }
  }
}

/** What part of the time goes to repacking and to exact filling in turn, by the windows that a better plan can spare. */
function sharesFor(spareWindows: number): readonly [number, number] {
  if (spareWindows >= TIGHT_WINDOWS) return [0.2, 0];
  return spareWindows < FEW_SPARE_WINDOWS ? [0.1, 0.4] : [0.25, 0.2];
}

function hasExclusions({ conflicts, edges, closed, earliest, latest, windows }: Problem): boolean {
  return (
    conflicts.some((list) => list.length > 0) ||
    edges.length > 0 ||
    closed !== null ||
    earliest.some((window) => window > 0) ||
    latest.some((window) => window < windows - 1)
  );
}

/** How many waves a value of the objective stands for. */
function wavesWithin(problem: Problem, value: number): number {
  if (!problem.isEarliestFinish || value === Infinity) return value;
  let waves = 0;
  while (waves < problem.windows && objectiveOfWaves(problem, waves + 1) <= value) waves += 1;
  return waves;
}

function windowsOfColumns(problem: Problem, loads: LoadProblem, columns: readonly Column[]): Int32Array {
  const waiting: number[][] = Array.from({ length: loads.kinds }, () => []);
  for (let item = problem.count - 1; item >= 0; item -= 1) waiting[loads.kindOf[item]!]!.push(item);
  const windowOf = new Int32Array(problem.count);
  for (const [window, { rows, times }] of columns.entries()) {
    for (const [at, kind] of rows.entries()) {
      for (let copy = 0; copy < times[at]!; copy += 1) {
        const item = waiting[kind]!.pop();
        if (item !== undefined) windowOf[item] = window;
      }
    }
  }
  return windowOf;
}
