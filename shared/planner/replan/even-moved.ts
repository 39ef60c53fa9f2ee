import { evenOut } from '../balance/even-out.ts';
import { balanceOf } from '../balance/wave-loads.ts';
import { buildProblem } from '../build-problem.ts';
import type { Balance, PlanInput } from '../model.ts';
import { createWorkClock } from '../work-clock.ts';

type Assignment = Readonly<Record<string, string>>;

export interface EvenMovedRequest {
  readonly input: PlanInput;
  readonly before: Assignment;
  /** Keeps every rule. */
  readonly plan: Assignment;
  readonly nowMs: () => number;
  readonly timeLimitMs: number;
  readonly isCancelled?: () => boolean;
}

export interface EvenPlan {
  readonly assignment: Assignment;
  readonly balance: Balance | null;
}

/**
 * Spreads the load of a plan that follows another one, by its new groups and those that it moves anyway: people have been
 * told where all others stand, and a move costs them more than an uneven wave.
 */
export function* evenMoved({ input, before, plan, ...options }: EvenMovedRequest): Generator<void, EvenPlan, void> {
  const built = buildProblem(input);
  if (!built.ok) return { assignment: plan, balance: null };
  const { problem } = built;
  const { members, placeOf } = problem;
  const openAt = new Map([...placeOf].map((place, open) => [input.windows[place]!.id, open]));
  const windowOf = Int32Array.from(members, (ids) => openAt.get(plan[ids[0]!] ?? '') ?? -1);
  if (windowOf.includes(-1)) return { assignment: plan, balance: null };
  const mayMove = Uint8Array.from(members, (ids) => (ids.every((id) => before[id] !== plan[id]) ? 1 : 0));
  const clock = createWorkClock(options);
  const found = yield* evenOut({ problem, windowOf, mayMove, clock, untilMs: options.timeLimitMs });
  const changed: Record<string, string> = {};
  for (const [item, open] of found.entries()) for (const id of members[item]!) changed[id] = input.windows[placeOf[open]!]!.id;
  return { assignment: { ...plan, ...changed }, balance: balanceOf(problem, found) };
}
