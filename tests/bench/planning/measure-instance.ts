import { checkPlan } from '../../../shared/planner/check-plan.ts';
import type { PlanInput, PlanResult } from '../../../shared/planner/model.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';
import type { BenchInstance } from './bench-instance.ts';
import { greedyAssignment } from './simple-greedy.ts';

export interface MeasureOptions {
  readonly timeLimitMs: number;
  /** `cpu` counts the processor time of this process, so that a busy machine does not change the figures. */
  readonly clock: 'wall' | 'cpu';
  readonly isRepeatable: boolean;
}

/** What one solve gave, everything judged by the checker and nothing by the solver. */
export interface Measurement {
  readonly set: string;
  readonly name: string;
  readonly groups: number;
  readonly upper: number | null;
  readonly lower: number;
  readonly certificate: string;
  readonly isBoundConfirmed: boolean;
  readonly problem: string | null;
  readonly published: { readonly lower: number; readonly upper: number } | null;
  /** Waves above the best known; for the earliest finish, windows in which something may move. */
  readonly above: number | null;
  readonly greedy: number | null;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly firstPlanMs: number | null;
  readonly memoryMiB: number;
}

/** Enough for the checker to repeat a search of some seconds; it is not part of the time measured. */
const CONFIRM_LOADS = 600_000;

export function measureInstance(instance: BenchInstance, options: MeasureOptions): Measurement {
  const input = instance.load();
  const nowMs = options.clock === 'cpu' ? cpuNowMs : () => performance.now();
  const startedAt = nowMs();
  const wallStart = performance.now();
  const cpuStart = cpuNowMs();
  let firstPlanMs: number | null = null;
  const result = planWaves(input, {
    nowMs,
    timeLimitMs: options.timeLimitMs,
    isRepeatable: options.isRepeatable,
    onProgress: ({ upper }) => {
      if (upper !== null) firstPlanMs ??= nowMs() - startedAt;
    },
  });
  const wallMs = performance.now() - wallStart;
  const cpuMs = cpuNowMs() - cpuStart;
  const judged = judge(input, result);
  const greedy = greedyAssignment(input);
  return {
    set: instance.set,
    name: instance.name,
    groups: input.groups.length,
    published: instance.published,
    ...judged,
    above: judged.upper === null ? null : wavesAbove(input, judged.upper, instance.published?.upper ?? judged.lower),
    greedy: greedy === null ? null : validValue(input, greedy),
    wallMs,
    cpuMs,
    firstPlanMs,
    memoryMiB: process.memoryUsage().rss / 2 ** 20,
  };
}

function judge(
  input: PlanInput,
  result: PlanResult,
): Pick<Measurement, 'upper' | 'lower' | 'certificate' | 'isBoundConfirmed' | 'problem'> {
  if (result.status === 'contradiction') {
    const problem = `contradiction: ${result.contradiction.rules.map((rule) => rule.text).join(' ')}`;
    return { upper: null, lower: 0, certificate: 'none', isBoundConfirmed: false, problem };
  }
  const { value: lower, certificate } = result.bound;
  if (result.status === 'undecided') return { upper: null, lower, certificate: certificate.kind, isBoundConfirmed: false, problem: null };
  const verdict = checkPlan(input, { assignment: result.assignment, bound: result.bound }, { mostLoads: CONFIRM_LOADS });
  const problem = verdict.isValid ? null : (verdict.violations[0]?.text ?? 'refused by the checker');
  return { upper: verdict.value, lower, certificate: certificate.kind, isBoundConfirmed: verdict.isBoundConfirmed, problem };
}

/** The earliest finish counts places in the calendar, and in frozen ones nothing could finish. */
function wavesAbove(input: PlanInput, upper: number, best: number): number {
  if (input.objective === 'fewest-waves' || upper <= best) return upper - best;
  return input.windows.slice(best, upper).filter((window) => !window.isFrozen).length;
}

function validValue(input: PlanInput, assignment: Readonly<Record<string, string>>): number | null {
  const verdict = checkPlan(input, { assignment });
  return verdict.isValid ? verdict.value : null;
}

export function cpuNowMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
