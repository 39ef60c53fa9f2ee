import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { createPartialPlan } from './partial-plan.ts';
import { scarcityOf } from './scarcity.ts';
import type { WindowQuestion } from './window-question.ts';
import { roomOf } from './window-room.ts';
import { createWindowSearch } from './window-search.ts';

export interface FillExactlyParts {
  readonly problem: Problem;
  readonly clock: WorkClock;
  readonly random: Random;
  readonly depths: Float64Array;
}

export type ExactQuestion = Pick<WindowQuestion, 'items' | 'windows' | 'mostUsed' | 'dates' | 'values' | 'room'> & {
  readonly tight: number;
};

const STEPS_TO_FILL = 300_000;
const STEPS_TO_FINISH = 50_000;
const STEPS_PER_MS = 300;
const FINISHES = 12;
/** With more left out than this, no few windows take it. */
const MOST_TO_FINISH = 24;

/**
 * Where the last units decide: fills window after window to the last unit, each time by other values, because what one order
 * of trying misses for hours, another one finds at once. Where only a few items are left in the end, a few windows are filled
 * anew together with them.
 */
export function createExactFiller({ problem, clock, random, depths }: FillExactlyParts) {
  const { count, windows: windowCount } = problem;
  const search = createWindowSearch(problem);
  const earliest = new Int32Array(count);
  const latest = new Int32Array(count);

  /** So many steps, or as many as there is time for. */
  const stepsLeft = (most: number): number => Math.min(most, Math.max(500, STEPS_PER_MS * (clock.limitMs - clock.now())));

  /** Which windows are filled anew: those with room, up to what may be used, and some others near them. */
  function chooseWindows({ windows, mostUsed }: ExactQuestion, windowOf: Int32Array, spareOf: (window: number) => number): Int32Array {
    const isUsed = new Uint8Array(windowCount);
    for (const window of windowOf) if (window >= 0) isUsed[window] = 1;
    const used = windows.filter((window) => isUsed[window] === 1);
    const unused = windows.filter((window) => isUsed[window] === 0);
    const chosen = new Set<number>();
    for (let free = mostUsed - used.length; free > 0 && unused.length > 0; free -= 1)
      chosen.add(unused[Math.floor(random() * Math.min(unused.length, 2 * free + 2))]!);
    for (const window of used) if (spareOf(window) > 0 && chosen.size < 4) chosen.add(window);
    const wanted = Math.max(chosen.size + 1, 3 + Math.floor(random() * 4));
    const middle = [...chosen][Math.floor(random() * chosen.size)] ?? 0;
    const isNear = random() < 0.5;
    for (let attempt = 0; attempt < 30 && chosen.size < wanted; attempt += 1) {
      const other = used[Math.floor(random() * used.length)]!;
      if (!isNear || Math.abs(other - middle) < 10) chosen.add(other);
    }
    return Int32Array.from(chosen).sort();
  }

  /** Tries to place the few items that are left; true when `result` holds a whole plan. */
  function finish(question: ExactQuestion, partial: Int32Array): Int32Array | null {
    const { windows, dates, tight } = question;
    const plan = createPartialPlan(problem, { windows, dates, windowOf: partial, scarcity: scarcityOf(problem, windows, 30), random });
    for (let attempt = 0; attempt < FINISHES && clock.now() < clock.limitMs; attempt += 1) {
      const chosen = chooseWindows(question, plan.windowOf, (window) => plan.spareOf(Int32Array.of(window))[tight]!);
      const items = plan.lift(chosen, plan.someOut(MOST_TO_FINISH));
      for (const item of items) [earliest[item], latest[item]] = plan.boundsOf(item);
      const noise = random() * 0.6;
      const values = question.values.map((value) => value * (1 + noise * (random() - 0.5)));
      const room = problem.isStock.includes(true) ? roomOf(problem, plan.windowOf) : question.room;
      const part = { items, windows: chosen, mostUsed: chosen.length, dates: { earliest, latest }, room, values, tight };
      const verdict = search.ask({ ...part, isPart: true, mostSteps: stepsLeft(STEPS_TO_FINISH), mostStates: STEPS_TO_FINISH });
      clock.spend(search.steps() * 2 + count);
      if (verdict !== 'found') {
        plan.putBack();
        continue;
      }
      plan.keep(search.windowOf);
      return plan.windowOf;
    }
    return null;
  }

  return {
    /** A plan of all items, or `null` when this try found none. */
    tryOnce(question: ExactQuestion): Int32Array | null {
      const favour = random() ** 2;
      const noise = random() * 0.5;
      const pull = random() < 0.5 ? 0 : random() ** 2 * 0.5;
      const behind = sizesBehind(problem, question.values);
      const values = question.values.map(
        (value, item) => value * (1 + noise * (random() - 0.5)) + favour * depths[item]! + pull * behind[item]!,
      );
      const verdict = search.ask({ ...question, values, mostSteps: stepsLeft(STEPS_TO_FILL), mostStates: STEPS_TO_FILL });
      clock.spend(search.steps() * 2);
      if (verdict === 'found') return search.windowOf;
      return search.leastLeft() <= MOST_TO_FINISH ? finish(question, search.deepest.slice()) : null;
    },
  };
}

/** For each item the sum of the values of all that must come after it. */
function sizesBehind({ count, next }: Problem, values: Float64Array): Float64Array {
  const seen = new Int32Array(count).fill(-1);
  return values.map((_, item) => {
    const queue = [item];
    let sum = 0;
    for (const at of queue) {
      for (const link of next[at]!) {
        if (seen[link.item] === item) continue;
        seen[link.item] = item;
        sum += values[link.item]!;
        queue.push(link.item);
      }
    }
    return sum;
  });
}
