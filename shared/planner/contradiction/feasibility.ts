import { buildProblem } from '../build-problem.ts';
import { createCalendarFiller } from '../calendar/fill-calendar.ts';
import { createCalendarRepacker } from '../calendar/repack-calendar.ts';
import { scarcityOf } from '../calendar/scarcity.ts';
import { depthsOf } from '../calendar/solve-calendar.ts';
import { spreadDates, topologicalOrder, type Dates } from '../calendar/spread-dates.ts';
import { hopelessWindow, useRequired } from '../calendar/use-required.ts';
import { roomOf } from '../calendar/window-room.ts';
import { createWindowSearch } from '../calendar/window-search.ts';
import type { PlanInput } from '../model.ts';
import type { Problem } from '../problem.ts';
import { createRandom } from '../random.ts';
import type { WorkClock } from '../work-clock.ts';
import { hasOverfullDates } from './overfull-dates.ts';

export type Feasibility = 'possible' | 'impossible' | 'unknown';

export interface FeasibilityEffort {
  readonly clock: WorkClock;
  /** Steps of the exact search. */
  readonly mostSteps: number;
  readonly mostFills: number;
  readonly mostRepackMs: number;
}

/** Whether any plan keeps all rules, however many waves it takes: by dates and sums, by filling, by a short exact search. */
export function decideFeasibility(input: PlanInput, effort: FeasibilityEffort): Feasibility {
  const built = buildProblem(input);
  if (!built.ok) return 'impossible';
  const { problem } = built;
  if (problem.count === 0) return 'possible';
  const order = topologicalOrder(problem);
  const dates = spreadDates(problem, order, problem.windows - 1);
  if (dates.earliest.some((window, item) => window > dates.latest[item]!) || hasOverfullDates(problem, dates)) return 'impossible';
  if (hopelessWindow(problem, dates) !== null) return 'impossible';
  const parts = { problem, dates, depths: depthsOf(problem, order), windows: Int32Array.from({ length: problem.windows }, (_, at) => at) };
  if (canFill(parts, effort)) return 'possible';
  return searchAll(parts, effort);
}

interface Parts {
  readonly problem: Problem;
  readonly dates: Dates;
  readonly depths: Float64Array;
  readonly windows: Int32Array;
}

function canFill({ problem, dates, depths, windows }: Parts, { clock, mostFills, mostRepackMs }: FeasibilityEffort): boolean {
  const random = createRandom(1);
  const filler = createCalendarFiller(problem);
  const items = Int32Array.from({ length: problem.count }, (_, item) => item);
  const room = roomOf(problem, null);
  for (let round = 0; round < mostFills; round += 1) {
    const { sizes } = scarcityOf(problem, windows, 4);
    const values = sizes.map((size, item) => size * (1 + (round > 0 ? 0.3 * (random() - 0.5) : 0)) + 0.05 * random() * depths[item]!);
    const { left, spent } = filler.fill({ values, windows, dates, items, room, loadsPerWindow: 30 });
    clock.spend(spent * 2 + problem.count * 2);
    if (left === 0 && useRequired(problem, filler.windowOf)) return true;
  }
  const scarcity = scarcityOf(problem, windows, 30);
  const repacker = createCalendarRepacker(problem, { windows, dates, windowOf: filler.windowOf, scarcity, depths, random });
  return repacker.run(clock, clock.now() + mostRepackMs) && useRequired(problem, repacker.windowOf);
}

function searchAll({ problem, dates, depths, windows }: Parts, { clock, mostSteps }: FeasibilityEffort): Feasibility {
  const search = createWindowSearch(problem);
  const items = Int32Array.from({ length: problem.count }, (_, item) => item);
  const { sizes } = scarcityOf(problem, windows, 4);
  const values = sizes.map((size, item) => size + 0.02 * depths[item]!);
  const question = { items, windows, mostUsed: windows.length, dates, room: roomOf(problem, null), values };
  const verdict = search.ask({ ...question, mostSteps, mostStates: 500_000 });
  clock.spend(search.steps() * 2);
  if (verdict === 'found') return 'possible';
  return verdict === 'impossible' ? 'impossible' : 'unknown';
}
