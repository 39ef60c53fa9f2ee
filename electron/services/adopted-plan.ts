import type { WavePlan } from '../../shared/domain/wave.ts';
import type { EntryPayload } from '../../shared/journal/entry.ts';
import type { PlanProblem } from '../../shared/planner/build-plan-input.ts';
import type { PlanBound } from '../../shared/planner/model.ts';
import { problemOfPlan } from '../../shared/snapshot/plan-problem.ts';
import { problemKey } from '../../shared/snapshot/problem-key.ts';
import type { Session } from './session.ts';

export interface ChosenPlan {
  readonly problem: PlanProblem;
  readonly assignment: Readonly<Record<string, string>>;
  readonly bound: PlanBound;
}

/** A plan as the journal keeps it. A window that had a wave keeps the wave's id, so that what was marked for it stays with it. */
export function adoptedPlan(
  session: Session,
  { problem, assignment, bound }: ChosenPlan,
  { planId, adoptedAt }: { readonly planId: string; readonly adoptedAt: string },
): EntryPayload<'plan.adopted'> {
  const { engagement, groups, verdicts } = session.derived();
  const byWindow = Map.groupBy(Object.keys(assignment), (groupId) => assignment[groupId] ?? '');
  const used = problem.windows.filter((window) => byWindow.has(window.id));
  const idOf = waveIds(
    engagement.plan,
    used.map((window) => window.startsAt),
  );
  const waves = used.map((window, index) => ({
    id: idOf(window.startsAt),
    number: index + 1,
    title: `Wave ${index + 1}`,
    window: { ...window },
    groupIds: byWindow.get(window.id) ?? [],
  }));
  const limits = {
    ...engagement.waveLimits,
    firstWindowStartsAt: engagement.waveLimits.firstWindowStartsAt ?? problem.windows[0]?.startsAt ?? null,
  };
  const today = problemOfPlan({ engagement, plan: { waves, limits, adoptedAt }, groups, verdicts });
  return {
    planId,
    groups: groups.map((group) => ({ ...group, machineIds: [...group.machineIds] })),
    waves,
    limits,
    lowerBound: bound.value,
    lowerBoundReason: bound.reason,
    boundCertificate: bound.certificate,
    problemKey: problemKey(today),
    leftOut: problem.leftOut.map((left) => ({ ...left })),
  };
}

function waveIds(plan: WavePlan | null, starts: readonly string[]): (startsAt: string) => string {
  const known = new Map((plan?.waves ?? []).flatMap((wave) => (wave.window === null ? [] : [[wave.window.startsAt, wave.id] as const])));
  const taken = new Set(starts.flatMap((startsAt) => known.get(startsAt) ?? []));
  const ids = new Map(known);
  let next = 1;
  for (const startsAt of starts) {
    if (ids.has(startsAt)) continue;
    while (taken.has(`wave-${next}`)) next += 1;
    ids.set(startsAt, `wave-${next}`);
    taken.add(`wave-${next}`);
  }
  return (startsAt) => ids.get(startsAt) ?? '';
}
