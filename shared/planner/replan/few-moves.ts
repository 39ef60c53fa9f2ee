import { checkPlan } from '../check-plan.ts';
import type { Balance, PlanGroup, PlanInput, PlanProgress, PlanResult } from '../model.ts';
import { planWavesSteps } from '../plan-waves.ts';
import { evenMoved } from './even-moved.ts';

export type Assignment = Readonly<Record<string, string>>;

export interface FewMoves {
  readonly assignment: Assignment;
  /** Value of the objective. */
  readonly value: number;
  /** Groups of the plan before that stand elsewhere now. */
  readonly moved: readonly string[];
  /** So many must move whatever is done: they cannot stay where they are. */
  readonly movesAtLeast: number;
  readonly balance: Balance | null;
}

export interface FewMovesRequest {
  readonly input: PlanInput;
  readonly before: Assignment;
  /** A plan may be as good as this or better; `Infinity`: any plan. */
  readonly mostValue: number;
  /** A plan that is good enough already, if one is known: it is where moves are taken back from when nothing smaller is found. */
  readonly known: Assignment | null;
  readonly nowMs: () => number;
  readonly timeLimitMs: number;
  readonly isCancelled?: () => boolean;
}

/** For one try with most groups held: such problems are small, or cannot be solved at all. */
const TRY_MS = 400;
/** At the end, for the balance. */
const EVEN_MS = 100;

/**
 * A plan that is good enough and moves few groups. What cannot stay is freed first, then ever more of what stands beside it,
 * until the solver finds a plan with everything else held; then each move is taken back that is not needed, and what moves all
 * the same, or is new, is spread over the waves. Yields between tries.
 */
export function* fewMoves(request: FewMovesRequest): Generator<void, FewMoves | null, void> {
  const { input, before, nowMs, isCancelled } = request;
  const startedAt = nowMs();
  const timeLimitMs = request.timeLimitMs - Math.min(EVEN_MS, request.timeLimitMs * 0.1);
  const isLate = (): boolean => nowMs() - startedAt > timeLimitMs || isCancelled?.() === true;
  const unfit = groupsThatCannotStay(input, before);
  const order = freeingOrder(input, before, unfit);
  let found: Assignment | null = null;
  let count = unfit.size;
  while (found === null && !isLate()) {
    const free = new Set(order.slice(0, count));
    found = yield* solveWith(request, holdAllBut(input, before, free));
    if (count >= order.length) break;
    count = Math.min(order.length, Math.max(count + 2, Math.ceil(count * 1.6)));
  }
  found = better(found, request.known, before);
  if (found === null) return null;
  const kept = yield* takeMovesBack({ request, from: found, unfit, isLate });
  const plan = { input, before, plan: kept, nowMs, timeLimitMs: EVEN_MS, ...(isCancelled === undefined ? {} : { isCancelled }) };
  const { assignment, balance } = yield* evenMoved(plan);
  return { assignment, value: valueOf(input, assignment), moved: movedGroups(before, assignment), movesAtLeast: unfit.size, balance };
}

export function movedGroups(before: Assignment, after: Assignment): string[] {
  return Object.keys(after).filter((id) => before[id] !== undefined && before[id] !== after[id]);
}

function better(a: Assignment | null, b: Assignment | null, before: Assignment): Assignment | null {
  if (a === null || b === null) return a ?? b;
  return movedGroups(before, a).length <= movedGroups(before, b).length ? a : b;
}

/** Groups whose window is closed to them now, alone by its freeze, their dates or their pin. New groups have no place to keep. */
function groupsThatCannotStay(input: PlanInput, before: Assignment): Set<string> {
  const place = new Map(input.windows.map((window, index) => [window.id, index]));
  const unfit = new Set<string>();
  for (const group of input.groups) {
    const at = place.get(before[group.id] ?? '');
    const window = at === undefined ? undefined : input.windows[at];
    if (at === undefined || window === undefined) continue;
    if (window.isFrozen || !suits(group, at, place) || tooLarge(group, window.capacities)) unfit.add(group.id);
  }
  return unfit;
}

function suits(group: PlanGroup, at: number, place: ReadonlyMap<string, number>): boolean {
  const { pinnedWindowId, earliestWindowId, latestWindowId, forbiddenWindowIds } = group;
  if (pinnedWindowId !== undefined && place.get(pinnedWindowId) !== at) return false;
  if (earliestWindowId !== undefined && at < (place.get(earliestWindowId) ?? 0)) return false;
  if (latestWindowId !== undefined && at > (place.get(latestWindowId) ?? Infinity)) return false;
  return forbiddenWindowIds?.every((id) => place.get(id) !== at) ?? true;
}

function tooLarge(group: PlanGroup, capacities: readonly (number | null)[]): boolean {
  return group.demands.some((demand, index) => demand > (capacities[index] ?? Infinity));
}

/**
 * Who is let go, in this order: what cannot stay; what breaks a rule where it stands; then window by window, the lightest
 * first, because a wave is saved by emptying the smallest one.
 */
function freeingOrder(input: PlanInput, before: Assignment, unfit: ReadonlySet<string>): string[] {
  const { violations } = checkPlan(input, { assignment: before });
  const broken = new Set(violations.flatMap((violation) => violation.groupIds));
  const weight = new Map<string, number>();
  for (const group of input.groups) {
    const windowId = before[group.id] ?? '';
    weight.set(windowId, (weight.get(windowId) ?? 0) + 1);
  }
  const rank = (group: PlanGroup): number => {
    if (unfit.has(group.id)) return 0;
    return broken.has(group.id) ? 1 : 2;
  };
  return input.groups
    .filter((group) => before[group.id] !== undefined)
    .toSorted(
      (a, b) =>
        rank(a) - rank(b) ||
        (weight.get(before[a.id] ?? '') ?? 0) - (weight.get(before[b.id] ?? '') ?? 0) ||
        compare(before[a.id] ?? '', before[b.id] ?? '') ||
        compare(a.id, b.id),
    )
    .map((group) => group.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Everything stays where it was, but for the freed. */
function holdAllBut(input: PlanInput, before: Assignment, free: ReadonlySet<string>): PlanInput {
  return {
    ...input,
    groups: input.groups.map((group) => {
      const windowId = before[group.id];
      return windowId === undefined || free.has(group.id) ? group : { ...group, pinnedWindowId: windowId };
    }),
  };
}

function* solveWith({ mostValue, nowMs, isCancelled }: FewMovesRequest, held: PlanInput): Generator<void, Assignment | null, void> {
  const options = { nowMs, timeLimitMs: TRY_MS, isBalanced: false, ...(isCancelled === undefined ? {} : { isCancelled }) };
  // A contradiction needs no words here.
  const steps: Generator<PlanProgress, PlanResult> = planWavesSteps(held, options, false);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value.status === 'planned' && value.value <= mostValue ? value.assignment : null;
    if (value.assignment !== undefined && value.upper !== null && value.upper <= mostValue) return value.assignment;
    yield;
  }
}

interface TakingBack {
  readonly request: FewMovesRequest;
  readonly from: Assignment;
  readonly unfit: ReadonlySet<string>;
  readonly isLate: () => boolean;
}

/** Puts moved groups back where they were, as many at once as can be; what fails is tried in halves. */
function* takeMovesBack({ request, from, unfit, isLate }: TakingBack): Generator<void, Assignment, void> {
  const { input, before } = request;
  let best = from;
  const waiting: string[][] = [movedGroups(before, from).filter((id) => !unfit.has(id))];
  while (waiting.length > 0 && !isLate()) {
    const part = waiting.pop() ?? [];
    const back = part.filter((id) => best[id] !== before[id]);
    if (back.length === 0) continue;
    const moved = new Set(movedGroups(before, best));
    for (const id of back) moved.delete(id);
    const found = putBack(request, best, back) ?? (yield* solveWith(request, holdAllBut(input, before, moved)));
    if (found !== null && movedGroups(before, found).length < movedGroups(before, best).length) best = found;
    else if (back.length > 1) waiting.push(back.slice(0, back.length >> 1), back.slice(back.length >> 1));
    yield;
  }
  return best;
}

/** The plainest try: the same plan with some groups back in their places. */
function putBack({ input, before, mostValue }: FewMovesRequest, plan: Assignment, back: readonly string[]): Assignment | null {
  const tried = { ...plan, ...Object.fromEntries(back.map((id) => [id, before[id] ?? ''])) };
  const verdict = checkPlan(input, { assignment: tried });
  return verdict.isValid && verdict.value <= mostValue ? tried : null;
}

function valueOf(input: PlanInput, assignment: Assignment): number {
  return checkPlan(input, { assignment }).value;
}
