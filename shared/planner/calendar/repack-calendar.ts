import type { Problem } from '../problem.ts';
import type { Random } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { createCalendarFiller } from './fill-calendar.ts';
import { createPartialPlan } from './partial-plan.ts';
import type { Scarcity } from './scarcity.ts';
import type { Dates } from './spread-dates.ts';
import { roomOf } from './window-room.ts';
import { createWindowSearch } from './window-search.ts';

export interface CalendarTarget {
  /** Windows that may be used, rising. */
  readonly windows: Int32Array;
  readonly dates: Dates;
  /** Where the items stand at first; -1 for those that have to find a place. */
  readonly windowOf: Int32Array;
  readonly scarcity: Scarcity;
  /** How long the chain behind an item is: those with long ones are favoured for early windows. */
  readonly depths: Float64Array;
  readonly random: Random;
}

/** What an item outside costs against room gathered in one window. */
const COST_OUT = 2;
const TEMPERATURE = 0.0005;
/** Below this the last units decide, and windows are searched to the end instead of filled by weight. */
export const FEW_SPARE_WINDOWS = 0.05;

/**
 * Looks for a plan within given windows, starting from one that leaves items out: a few windows are emptied and filled anew
 * together with items that are out. The result is kept when fewer are out, or as many but the room left gathers in fewer
 * windows, where the next item may fit; now and then also when it is a little worse, so as not to be caught.
 */
export function createCalendarRepacker(problem: Problem, target: CalendarTarget) {
  const { dates, scarcity, depths, random } = target;
  const { sizes, scarcest } = scarcity;
  const { count, dimensions } = problem;
  const plan = createPartialPlan(problem, target);
  const filler = createCalendarFiller(problem);
  const search = createWindowSearch(problem);
  const earliest = dates.earliest.slice();
  const latest = dates.latest.slice();
  const values = new Float64Array(count);
  const hasStock = problem.isStock.includes(true);
  const plainRoom = roomOf(problem, null);
  const isTight = scarcest >= 0 && scarcity.spareWindows < FEW_SPARE_WINDOWS;

  function refill(clock: WorkClock): void {
    const chosen = plan.chooseWindows(2 + Math.floor(random() * 3));
    if (chosen.length === 0) return;
    const extra = plan.someOut(12);
    const items = plan.lift(chosen, extra);
    for (const item of items) {
      const [from, to] = plan.boundsOf(item);
      earliest[item] = from;
      latest[item] = chosen.findLast((window) => window <= to) ?? -1;
    }
    const noise = random() ** 2 * 0.6;
    const favour = random() * 0.05;
    for (const item of items) values[item] = sizes[item]! * (1 + noise * (random() - 0.5)) + favour * depths[item]!;
    const room = hasStock ? roomOf(problem, plan.windowOf) : plainRoom;
    const loadsPerWindow = 20 + Math.floor(random() * 80);
    const { spent } = filler.fill({ values, windows: chosen, dates: { earliest, latest }, items, room, loadsPerWindow });
    clock.spend(spent * 2 + count * 0.01 + 20);
    const cooled = isTight ? TEMPERATURE * Math.min(1, 100 * plan.outSize() ** 2) : TEMPERATURE;
    const mostWorse = 1e-9 - cooled * Math.log(random() + 1e-12);
    if (plan.costOf(filler.windowOf, COST_OUT) <= mostWorse) plan.keep(filler.windowOf);
    else plan.putBack();
  }

  /**
   * Searches a few windows to the end: for a place for one item that is out, if their room is enough for it taken together;
   * otherwise for a packing that fills all but one of them to the last unit, so that the room gathers in that one.
   */
  function searchExactly(clock: WorkClock): void {
    const chosen = plan.chooseWindows(2 + Math.floor(random() * 7));
    if (chosen.length < 2) return;
    const spare = plan.spareOf(chosen);
    const extra = plan.largestFitting(spare);
    if (extra === null && !(spare[scarcest]! > 0)) return;
    const items = plan.lift(chosen, extra === null ? [] : [extra]);
    for (const item of items) {
      [earliest[item], latest[item]] = plan.boundsOf(item);
      values[item] = sizes[item]! * (1 + 0.3 * (random() - 0.5));
    }
    let room = hasStock ? roomOf(problem, plan.windowOf) : plainRoom;
    if (extra === null) {
      const gathering = chosen[Math.floor(random() * chosen.length)]! * dimensions + scarcest;
      room = room.slice();
      room[gathering] = Math.max(0, room[gathering]! - spare[scarcest]!);
    }
    const question = { items, windows: chosen, mostUsed: chosen.length, dates: { earliest, latest }, room, values };
    const verdict = search.ask({ ...question, tight: scarcest, isPart: true, mostSteps: 5000, mostStates: 2000 });
    clock.spend(search.steps() * 2 + 50);
    if (verdict === 'found') plan.keep(search.windowOf);
    else plan.putBack();
  }

  return {
    /** Works until every item has a place (true) or the time is over. */
    run(clock: WorkClock, untilMs: number): boolean {
      while (plan.outCount() > 0 && clock.now() < untilMs) {
        if (isTight && plan.outCount() <= 3 && random() < 0.3) searchExactly(clock);
        else refill(clock);
      }
      return plan.outCount() === 0;
    },
    windowOf: plan.windowOf,
    outSize: plan.outSize,
  };
}
