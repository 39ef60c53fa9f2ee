import { success } from '../../shared/contract/failure.ts';
import { confirmsBound } from '../../shared/planner/check/confirm-bound.ts';
import type { PlanBound, PlanInput, PlanProgress, PlanResult } from '../../shared/planner/model.ts';
import { planWavesSteps } from '../../shared/planner/plan-waves.ts';
import { fewMoves, movedGroups, type Assignment, type FewMoves } from '../../shared/planner/replan/few-moves.ts';
import type { Task, TaskRunner } from './tasks.ts';

export interface MakePlanInput {
  readonly input: PlanInput;
  readonly timeLimitMs: number;
  /** Where groups stand now, by window. With it plans are sought that move few of them. */
  readonly before?: Assignment;
}

/** How plan and bound stood at a moment. */
export type PlanStanding = Omit<PlanProgress, 'assignment'>;

export interface MadePlan {
  readonly result: PlanResult;
  /** As good as the best plan, with few moves. */
  readonly steady: FewMoves | null;
  /** With fewer moves still, and more waves. */
  readonly steadiest: FewMoves | null;
  readonly course: readonly PlanStanding[];
  readonly wasStopped: boolean;
}

export type MakePlanTask = Task<MakePlanInput, PlanStanding, MadePlan>;

/** Between two looks at the messages from outside. */
const SLICE_MS = 25;
/** Points of the course; more no chart can show. */
const MOST_POINTS = 300;

export const makePlanTask: TaskRunner<MakePlanTask> = async ({ input, timeLimitMs, before }, onProgress, isStopped) => {
  const nowMs = (): number => performance.now();
  const startedAt = nowMs();
  const course: PlanStanding[] = [];
  const told = ({ assignment: _assignment, ...standing }: PlanProgress): void => {
    onProgress(standing);
    const last = course.at(-1);
    const isNews = last === undefined || last.upper !== standing.upper || last.lower !== standing.lower;
    if (isNews && course.length < MOST_POINTS) course.push(standing);
  };
  // With a plan before, its groups are not spread anew: only what moves anyway, by `fewMoves`.
  const options = { nowMs, timeLimitMs, isCancelled: isStopped, isBalanced: before === undefined };
  const found = await inSlices(planWavesSteps(input, options), told);
  const result = withConfirmedBound(input, found, isStopped());
  if (result.status === 'planned')
    told({
      elapsedMs: nowMs() - startedAt,
      upper: result.value,
      lower: result.bound.value,
      by: result.isProvenOptimal ? 'proven' : 'time',
    });
  const made = { result, steady: null, steadiest: null, course, wasStopped: isStopped() };
  if (result.status !== 'planned' || before === undefined) return success(made);
  const request = { input, before, nowMs, timeLimitMs: Math.max(500, timeLimitMs / 2), isCancelled: isStopped };
  const steady = await inSlices(fewMoves({ ...request, mostValue: result.value, known: result.assignment }));
  const moved = steady?.moved.length ?? movedGroups(before, result.assignment).length;
  // Fewer moves for more waves: only where something can be gained.
  const couldBeFewer = moved > (steady?.movesAtLeast ?? 0);
  const any = couldBeFewer ? await inSlices(fewMoves({ ...request, mostValue: Infinity, known: null })) : null;
  return success({ ...made, steady, steadiest: any !== null && any.moved.length < moved ? any : null, wasStopped: isStopped() });
};

/** Loads that the checker looks at to repeat a search: seconds at most. */
const MOST_LOADS = 30_000;

/**
 * Only what the checker confirms by itself is claimed; a search that is too long to be repeated, or that nobody waits for any
 * more, counts for nothing.
 */
function withConfirmedBound(input: PlanInput, result: PlanResult, isStopped: boolean): PlanResult {
  if (result.status !== 'planned') return result;
  const trivial: PlanBound = { value: Math.min(1, input.groups.length), certificate: { kind: 'none' }, reason: 'Something has to move.' };
  const isConfirmed = (bound: PlanBound): boolean => confirmsBound(input, bound, { mostLoads: isStopped ? 0 : MOST_LOADS });
  const bound = [result.bound, result.boundWithoutSearch].find(isConfirmed) ?? trivial;
  return { ...result, bound, isProvenOptimal: bound.value === result.value };
}

/** Runs the steps to their end and lets messages in between. */
async function inSlices<T, R>(steps: Generator<T, R, void>, onStep: (step: T) => void = () => undefined): Promise<R> {
  let gaveWayAt = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    onStep(value);
    if (performance.now() - gaveWayAt < SLICE_MS) continue;
    // One slice after another is what slices are for.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setImmediate(resolve));
    gaveWayAt = performance.now();
  }
}
