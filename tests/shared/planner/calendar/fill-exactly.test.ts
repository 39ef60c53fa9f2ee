import { expect, it } from 'vitest';

import { buildProblem } from '../../../../shared/planner/build-problem.ts';
import { createExactFiller } from '../../../../shared/planner/calendar/fill-exactly.ts';
import { scarcityOf } from '../../../../shared/planner/calendar/scarcity.ts';
import { depthsOf } from '../../../../shared/planner/calendar/solve-calendar.ts';
import { spreadDates, topologicalOrder } from '../../../../shared/planner/calendar/spread-dates.ts';
import { roomOf } from '../../../../shared/planner/calendar/window-room.ts';
import { checkPlan } from '../../../../shared/planner/check-plan.ts';
import type { PlanInput, PlanPrecedence } from '../../../../shared/planner/model.ts';
import { createRandom } from '../../../../shared/planner/random.ts';
import { createWorkClock } from '../../../../shared/planner/work-clock.ts';
import { numbers } from '../small-problems.ts';

const ROOM = 2000;

/** A problem of which a plan is known that leaves nothing free in so many waves; orders and dates follow that plan. */
function fullWindows(seed: number, waves: number): PlanInput {
  const random = numbers(seed);
  const groups = Array.from({ length: waves }).flatMap((_, wave) => {
    const cuts = Array.from({ length: 5 }, () => 1 + random(ROOM - 1)).toSorted((a, b) => a - b);
    const sizes = [...cuts, ROOM].map((cut, at) => cut - (cuts[at - 1] ?? 0)).filter((size) => size > 0);
    return sizes.map((size) => ({ size, wave }));
  });
  const precedences = Array.from({ length: groups.length >> 1 }).flatMap((): PlanPrecedence[] => {
    const [a, b] = [random(groups.length), random(groups.length)];
    return groups[a]!.wave < groups[b]!.wave ? [{ before: `g${a}`, after: `g${b}`, kind: random(2) === 0 ? 'strict' : 'weak' }] : [];
  });
  return {
    resources: [{ id: 'gib', title: 'Data', unit: 'GiB', kind: 'per-window' }],
    windows: Array.from({ length: waves + 3 }, (_, index) => ({ id: `w${index}`, title: '', isFrozen: false, capacities: [ROOM] })),
    groups: groups.map(({ size, wave }, index) => ({
      id: `g${index}`,
      title: '',
      demands: [size],
      ...(index % 9 === 0 ? { latestWindowId: `w${wave}` } : {}),
    })),
    precedences,
    conflicts: [],
    together: [],
    objective: 'fewest-waves',
  };
}

it.each([1, 2, 3])('fills waves to the last unit where nothing may stay free (problem %i)', (seed) => {
  const waves = 10;
  const input = fullWindows(seed, waves);
  const built = buildProblem(input);
  if (!built.ok) throw new Error('no problem');
  const { problem } = built;
  const order = topologicalOrder(problem);
  const windows = Int32Array.from({ length: problem.windows }, (_, window) => window);
  const clock = createWorkClock({ nowMs: () => 0, timeLimitMs: 20_000, isRepeatable: true });
  const filler = createExactFiller({ problem, clock, random: createRandom(1), depths: depthsOf(problem, order) });
  const question = {
    items: Int32Array.from({ length: problem.count }, (_, item) => item),
    windows,
    mostUsed: waves,
    dates: spreadDates(problem, order, problem.windows - 1),
    room: roomOf(problem, null),
    values: scarcityOf(problem, windows, 4).sizes,
    tight: 0,
  };
  let found: Int32Array | null = null;
  while (found === null && clock.now() < clock.limitMs) found = filler.tryOnce(question);
  const assignment = Object.fromEntries(
    [...(found ?? [])].flatMap((window, item) => problem.members[item]!.map((id) => [id, `w${window}`])),
  );
  expect(checkPlan(input, { assignment })).toMatchObject({ violations: [], value: waves });
});
