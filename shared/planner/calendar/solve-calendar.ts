import { hasEqualWindows } from '../classify.ts';
import { objectiveValue, type Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { createCalendarFiller } from './fill-calendar.ts';
import { createExactFiller } from './fill-exactly.ts';
import { createCalendarRepacker } from './repack-calendar.ts';
import { scarcityOf } from './scarcity.ts';
import { spreadDates, topologicalOrder, type Dates } from './spread-dates.ts';
import { useRequired } from './use-required.ts';
import { roomOf } from './window-room.ts';
import { createWindowSearch } from './window-search.ts';

/** What the parts of the solver share: the best plan, in windows of each item, and its value; `Infinity` before the first. */
export interface CalendarGoal {
  windowOf: Int32Array | null;
  upper: number;
}

export interface CalendarParts {
  readonly problem: Problem;
  readonly clock: WorkClock;
  readonly goal: CalendarGoal;
  readonly random: Random;
  /** The plan is as good as the bound, time is over or somebody stopped it. */
  readonly isOver: () => boolean;
}

const SLICE_MS = 30;
const REPAIR_MS = 60;
const LEAST_TARGET_MS = 300;
/** With less to spare than this, windows are filled to the last unit. */
export const TIGHT_WINDOWS = 0.6;
/** Against sizes of about one window: due dates decide, sizes only between groups that are due together. */
const URGENCY = 20;

/** Plans over windows that differ. Each part yields now and then; whether a plan became better is seen at the goal. */
export function createCalendarSolver({ problem, clock, goal, random, isOver }: CalendarParts) {
  const order = topologicalOrder(problem);
  const depths = depthsOf(problem, order);
  const allWindows = Int32Array.from({ length: problem.windows }, (_, window) => window);
  const allItems = Int32Array.from({ length: problem.count }, (_, item) => item);
  const allDates = spreadDates(problem, order, problem.windows - 1);

  let stepsSearched = 0;

  function keep(found: Int32Array): boolean {
    const windowOf = found.slice();
    if (!useRequired(problem, windowOf)) return false;
    const value = objectiveValue(problem, windowOf);
    if (value >= goal.upper) return false;
    goal.upper = value;
    goal.windowOf = windowOf;
    return true;
  }

  /** Fills all windows by weights drawn at random; the first time by the plainest ones. Ends `untilMs`, but not without a plan. */
  function* fill(untilMs: number): Generator<void> {
    const filler = createCalendarFiller(problem);
    const room = roomOf(problem, null);
    for (let round = 0; !isOver() && (goal.windowOf === null || clock.now() < untilMs); round += 1) {
      const isFirst = round === 0;
      const { sizes } = scarcityOf(problem, allWindows, isFirst ? 4 : 1 + random() * 8);
      const favour = isFirst ? 0.02 : random() * 0.1;
      const noise = isFirst ? 0 : random() * 0.1;
      // A filling that was late for something is followed by one that looks at the dates first.
      const urgency = round % 2 === 1 && goal.windowOf === null ? URGENCY : 0;
      const values = sizes.map(
        (size, item) =>
          size * (1 + noise * (random() - 0.5)) + favour * depths[item]! + urgency * (1 - allDates.latest[item]! / problem.windows),
      );
      const loadsPerWindow = isFirst ? 30 : 100 + Math.floor(random() * 200);
      const { left, spent } = filler.fill({ values, windows: allWindows, dates: allDates, items: allItems, room, loadsPerWindow });
      clock.spend(spent * 2 + problem.count * 2);
      if (left === 0) keep(filler.windowOf);
      else if (goal.windowOf === null && !isFirst) repair(filler.windowOf);
      yield;
    }
  }

  /** Looks for windows for what a filling left over, for a short while. */
  function repair(windowOf: Int32Array): void {
    const target = { windows: allWindows, dates: allDates, windowOf, scarcity: scarcityOf(problem, allWindows, 30), depths, random };
    const repacker = createCalendarRepacker(problem, target);
    if (repacker.run(clock, Math.min(clock.limitMs, clock.now() + REPAIR_MS))) keep(repacker.windowOf);
  }

  /** Tries again and again to do without one of the windows in use. */
  function* repack(untilMs: number): Generator<void> {
    while (!isOver() && goal.windowOf !== null && clock.now() < untilMs) {
      const target = nextTarget({ problem, order, random, plan: goal.windowOf, allDates });
      if (target === null) return;
      const { windows, dates } = target;
      const isUsable = new Uint8Array(problem.windows);
      for (const window of windows) isUsable[window] = 1;
      const windowOf = goal.windowOf.map((window, item) =>
        isUsable[window] === 1 && window >= dates.earliest[item]! && window <= dates.latest[item]! ? window : -1,
      );
      const scarcity = scarcityOf(problem, windows, 30);
      const repacker = createCalendarRepacker(problem, { windows, dates, windowOf, scarcity, depths, random });
      const endsAt = Math.min(untilMs, clock.now() + Math.max(LEAST_TARGET_MS, clock.limitMs * 0.3));
      for (let isFound = false; !isFound && !isOver() && clock.now() < endsAt;) {
        isFound = repacker.run(clock, Math.min(endsAt, clock.now() + SLICE_MS));
        if (isFound) keep(repacker.windowOf);
        yield;
      }
    }
  }

  /** Where the last units decide: looks for a plan that is better by one, filling windows to the last unit. */
  function* fillExactly(untilMs: number): Generator<void> {
    const filler = createExactFiller({ problem, clock, random, depths });
    while (!isOver() && goal.windowOf !== null && clock.now() < untilMs) {
      const better = betterQuestion(1 + random() * 8);
      if (better === null || better.tight === undefined || better.spare >= TIGHT_WINDOWS) return;
      const found = filler.tryOnce({ ...better, tight: better.tight });
      if (found !== null) keep(found);
      yield;
    }
  }

  /** What to search for a plan that is better than the best so far; `null` when dates alone rule it out. */
  function betterQuestion(sharpness: number) {
    const last =
      problem.isEarliestFinish && goal.windowOf !== null ? goal.windowOf.reduce((a, b) => Math.max(a, b), 0) - 1 : problem.windows - 1;
    if (last < (problem.required.at(-1) ?? 0)) return null;
    const dates = spreadDates(problem, order, last);
    if (dates.earliest.some((window, item) => window > dates.latest[item]!)) return null;
    const windows = allWindows.subarray(0, windowsWorthLooking(last + 1));
    const mostUsed = problem.isEarliestFinish ? windows.length : Math.min(windows.length, goal.upper - 1);
    const { scarcest } = scarcityOf(problem, windows, 30);
    return {
      items: allItems,
      windows,
      mostUsed,
      dates,
      room: roomOf(problem, null),
      values: scarcityOf(problem, allWindows, sharpness).sizes,
      ...(scarcest < 0 ? {} : { tight: scarcest }),
      spare: scarcest < 0 ? Infinity : spareIn(problem, { windows, mostUsed, dimension: scarcest }),
    };
  }

  /** Asks whether a better plan exists at all, by so many steps at most. `impossible` proves the plan the best. */
  function searchAll(mostSteps: number): 'found' | 'impossible' | 'undecided' {
    const better = betterQuestion(4);
    if (better === null) return 'impossible';
    const { spare, tight, ...question } = better;
    const values = better.values.map((size, item) => size + 0.02 * depths[item]!);
    const search = createWindowSearch(problem);
    const isTight = tight !== undefined && spare < TIGHT_WINDOWS;
    const verdict = search.ask({ ...question, ...(isTight ? { tight } : {}), values, mostSteps, mostStates: 2_000_000 });
    clock.spend(search.steps() * 2);
    stepsSearched += search.steps();
    if (verdict === 'found') keep(search.windowOf);
    return verdict;
  }

  /** Of equal windows that take everything only the first ones are worth a look: a plan with gaps can be moved together. */
  function windowsWorthLooking(count: number): number {
    return hasEqualWindows(problem) && !problem.isEarliestFinish ? Math.min(count, goal.upper - 1) : count;
  }

  return {
    fill,
    repack,
    fillExactly,
    spare: () => betterQuestion(1)?.spare ?? Infinity,
    searchAll,
    searched: () => stepsSearched,
    keep,
    dates: allDates,
    order,
  };
}

interface SpareOf {
  readonly windows: Int32Array;
  readonly mostUsed: number;
  readonly dimension: number;
}

/** Room that stays empty in a dimension when all is placed in the largest windows that may be used, in windows. */
function spareIn({ count, dimensions, demand, capacity, isStock }: Problem, { windows, mostUsed, dimension }: SpareOf): number {
  if (isStock[dimension] === true) return Infinity;
  let total = 0;
  for (let item = 0; item < count; item += 1) total += demand[item * dimensions + dimension]!;
  const rooms = Float64Array.from(windows, (window) => capacity[window * dimensions + dimension]!)
    .sort()
    .reverse();
  return (rooms.subarray(0, mostUsed).reduce((sum, room) => sum + room, 0) - total) / rooms[0]!;
}

/** Length of the longest chain behind each item; a step that may share the window counts little. */
export function depthsOf({ count, next }: Problem, order: Int32Array): Float64Array {
  const depths = new Float64Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const item = order[at]!;
    for (const link of next[item]!) depths[item] = Math.max(depths[item]!, depths[link.item]! + (link.isStrict ? 1 : 0.15));
  }
  return depths;
}

interface TargetParts {
  readonly problem: Problem;
  readonly order: Int32Array;
  readonly random: Random;
  readonly plan: Int32Array;
  readonly allDates: Dates;
}

/** Which windows the next, better plan may use; `null` when there is none to leave out. */
function nextTarget({ problem, order, random, plan, allDates }: TargetParts): { windows: Int32Array; dates: Dates } | null {
  const used = [...new Set(plan)].toSorted((a, b) => a - b);
  if (problem.isEarliestFinish) {
    const last = used.at(-1)! - 1;
    const dates = spreadDates(problem, order, last);
    const isPossible = last >= (problem.required.at(-1) ?? 0) && dates.earliest.every((window, item) => window <= dates.latest[item]!);
    return isPossible ? { windows: Int32Array.from({ length: last + 1 }, (_, window) => window), dates } : null;
  }
  const isBound = new Uint8Array(problem.windows);
  for (const window of problem.required) isBound[window] = 1;
  for (let item = 0; item < problem.count; item += 1)
    if (allDates.earliest[item] === allDates.latest[item]) isBound[allDates.earliest[item]!] = 1;
  const { sizes } = scarcityOf(problem, Int32Array.from(used), 30);
  const load = new Float64Array(problem.windows);
  for (const [item, window] of plan.entries()) load[window]! += sizes[item]!;
  const free = used.filter((window) => isBound[window] === 0);
  if (free.length === 0 || used.length < 2) return null;
  const rank = (window: number): number => load[window]! * (0.5 + random());
  const victim = free.map((window) => [window, rank(window)] as const).reduce((a, b) => (b[1] < a[1] ? b : a))[0];
  return { windows: Int32Array.from(used.filter((window) => window !== victim)), dates: allDates };
}
