import { checkPlan } from '../../../shared/planner/check-plan.ts';
import type { PlanGroup, PlanInput, PlanPrecedence } from '../../../shared/planner/model.ts';

/** Small linear congruential generator: tests must not depend on chance. */
export function numbers(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2_147_483_648;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let warmUp = 0; warmUp < 3; warmUp += 1) next();
  return (below) => Math.floor(next() * below);
}

export interface SmallShape {
  readonly groups: number;
  readonly windows: number;
  /** One rule of each kind for about so many groups; the smaller, the more rules. */
  readonly oneRuleIn: number;
}

/** A problem with every kind of rule in it, small enough to try all plans. */
export function smallProblem(seed: number, { groups: count, windows: windowCount, oneRuleIn }: SmallShape): PlanInput {
  const random = numbers(seed);
  const isRare = (): boolean => random(oneRuleIn) === 0;
  const windowId = (): string => `w${random(windowCount)}`;
  const groups: PlanGroup[] = Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    title: `Group ${index}`,
    demands: [1 + random(6), random(5)],
    ...(isRare() ? { earliestWindowId: windowId() } : {}),
    ...(isRare() ? { latestWindowId: windowId() } : {}),
    ...(random(oneRuleIn * 3) === 0 ? { pinnedWindowId: windowId() } : {}),
    ...(isRare() ? { forbiddenWindowIds: [windowId()] } : {}),
  }));
  const pair = (): readonly [string, string] => {
    const first = random(count);
    return [`g${first}`, `g${(first + 1 + random(count - 1)) % count}`];
  };
  const pairs = (): (readonly [string, string])[] => Array.from({ length: count }).flatMap(() => (isRare() ? [pair()] : []));
  const precedences = pairs().map(([before, after]): PlanPrecedence => ({ before, after, kind: random(2) === 0 ? 'strict' : 'weak' }));
  const hasStock = random(3) === 0;
  const level = 4 + random(6);
  return {
    resources: [
      { id: 'machines', title: 'Machines', unit: 'machines', kind: 'per-window' },
      { id: 'quota', title: 'Quota', unit: 'vCPU', kind: hasStock ? 'stock' : 'per-window' },
    ],
    windows: Array.from({ length: windowCount }, (_, index) => ({
      id: `w${index}`,
      title: `Window ${index}`,
      isFrozen: random(oneRuleIn * 2) === 0,
      ...(random(oneRuleIn * 2) === 0 ? { isRequired: true } : {}),
      capacities: [5 + random(6), random(4) === 0 ? null : hasStock ? level + index * 3 : 4 + random(6)],
    })),
    groups,
    precedences: precedences.concat(random(3) === 0 ? [{ before: 'g0', after: `g${count - 1}`, kind: 'strict' }] : []),
    conflicts: pairs(),
    together: pairs().slice(0, 1),
    objective: random(2) === 0 ? 'fewest-waves' : 'earliest-finish',
  };
}

/** A plain line: equal windows, one resource, order only. */
export function smallLine(seed: number, count: number): PlanInput {
  const random = numbers(seed);
  const precedences: PlanPrecedence[] = [];
  for (let after = 1; after < count; after += 1) {
    for (let before = 0; before < after; before += 1)
      if (random(5) === 0) precedences.push({ before: `g${before}`, after: `g${after}`, kind: random(3) === 0 ? 'strict' : 'weak' });
  }
  return {
    resources: [{ id: 'size', title: 'Size', unit: 'units', kind: 'per-window' }],
    windows: Array.from({ length: count }, (_, index) => ({
      id: `w${index}`,
      title: `Window ${index}`,
      isFrozen: false,
      capacities: [20],
    })),
    groups: Array.from({ length: count }, (_, index) => ({ id: `g${index}`, title: `Group ${index}`, demands: [1 + random(15)] })),
    precedences,
    conflicts: [],
    together: [],
    objective: 'fewest-waves',
  };
}

/** Tries every plan and asks the checker; `null` when none is valid. */
export function bestByTryingAll(input: PlanInput): number | null {
  const assignment: Record<string, string> = {};
  let best: number | null = null;
  const tryFrom = (at: number): void => {
    const group = input.groups[at];
    if (group === undefined) {
      const verdict = checkPlan(input, { assignment });
      if (verdict.isValid && (best === null || verdict.value < best)) best = verdict.value;
      return;
    }
    for (const window of input.windows) {
      assignment[group.id] = window.id;
      tryFrom(at + 1);
    }
  };
  tryFrom(0);
  return best;
}
