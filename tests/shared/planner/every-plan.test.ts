import { describe, expect, it } from 'vitest';

import { checkPlan } from '../../../shared/planner/check-plan.ts';
import { rulesOf, withOnly } from '../../../shared/planner/contradiction/rules.ts';
import type { PlanInput, PlanResult } from '../../../shared/planner/model.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';
import { bestByTryingAll, smallLine, smallProblem } from './small-problems.ts';

const options = { nowMs: () => 0, timeLimitMs: 2000, isRepeatable: true };
const effort = { mostLoads: 50_000 };

/** What planner and checker say of a problem of which every plan was tried. */
function judged(input: PlanInput): object {
  const result = planWaves(input, options);
  if (result.status === 'contradiction') return { best: null };
  if (result.status === 'undecided') return { undecided: true };
  const verdict = checkPlan(input, { assignment: result.assignment, bound: result.bound }, effort);
  return { best: verdict.value, bound: result.bound.value, problems: verdict.violations.map((violation) => violation.text) };
}

/** All values down to nothing from this one. */
const values = (most: number): number[] => Array.from({ length: most + 1 }, (_, value) => value);
const planOf = (result: PlanResult): object | string => (result.status === 'planned' ? result.assignment : result.status);
const valueOf = (result: PlanResult): object | string =>
  result.status === 'planned' ? [result.value, result.isProvenOptimal] : result.status;

const seeds = Array.from({ length: 150 }, (_, index) => index + 1);

describe('on problems of which every plan was tried, the planner', () => {
  it('finds the best plan of the full model, proves it to the checker, or says that there is none', () => {
    let impossible = 0;
    for (const seed of seeds) {
      const input = smallProblem(seed, { groups: 5, windows: 4, oneRuleIn: 4 + (seed % 5) });
      const best = bestByTryingAll(input);
      if (best === null) impossible += 1;
      expect({ seed, ...judged(input) }).toEqual(best === null ? { seed, best } : { seed, best, bound: best, problems: [] });
    }
    expect(impossible).toBeGreaterThan(20);
    expect(impossible).toBeLessThan(seeds.length - 50);
  });

  it('finds the best plan of a line and proves it to the checker', () => {
    for (const seed of seeds.slice(0, 60)) {
      const input = smallLine(seed, 5);
      const best = bestByTryingAll(input);
      expect({ seed, ...judged(input) }).toEqual({ seed, best, bound: best, problems: [] });
    }
  });

  it('names rules that contradict each other, of which none could stay away', () => {
    let seen = 0;
    for (const seed of seeds.slice(0, 80)) {
      const input = smallProblem(seed, { groups: 4, windows: 3, oneRuleIn: 3 });
      if (bestByTryingAll(input) !== null) continue;
      seen += 1;
      const result = planWaves(input, options);
      if (result.status !== 'contradiction') throw new Error(`seed ${seed}: ${result.status}`);
      const ids = result.contradiction.rules.map((rule) => rule.id);
      const isPossible = (kept: readonly string[]): boolean =>
        planWaves(withOnly(input, new Set(kept)), options).status === 'planned' || bestByTryingAll(withOnly(input, new Set(kept))) !== null;
      expect({ seed, ids, alone: isPossible(ids) }).toEqual({ seed, ids, alone: false });
      for (const id of ids)
        expect({ seed, ids, id, without: isPossible(ids.filter((other) => other !== id)) }).toEqual({ seed, ids, id, without: true });
    }
    expect(seen).toBeGreaterThan(15);
  });

  it('never gains by a rule more and never loses by one less', () => {
    for (const seed of seeds.slice(0, 40)) {
      const input = smallProblem(seed, { groups: 5, windows: 4, oneRuleIn: 6 });
      const whole = planWaves(input, options);
      if (whole.status !== 'planned') continue;
      const rules = rulesOf(input).filter((rule) => rule.kind !== 'calendar');
      for (const rule of rules) {
        const result = planWaves(
          withOnly(input, new Set([...rules.filter((other) => other !== rule).map(({ id }) => id), 'calendar'])),
          options,
        );
        expect(result.status === 'planned' ? result.value : result.status).toBeOneOf(values(whole.value));
      }
    }
  });
});

describe('the same problem', () => {
  /** The rules in another order and the groups under other names, so that their order by name is another one too. */
  const shuffled = (input: PlanInput): PlanInput => ({
    ...input,
    groups: input.groups.toReversed(),
    precedences: input.precedences.toReversed(),
    conflicts: input.conflicts.map(([a, b]) => [b, a] as const).toReversed(),
    together: input.together.map(([a, b]) => [b, a] as const),
  });
  const renamed = (input: PlanInput): PlanInput => {
    const name = (id: string): string => `n${9 - Number(id.slice(1))}`;
    return {
      ...input,
      groups: input.groups.map((group) => ({ ...group, id: name(group.id) })),
      precedences: input.precedences.map((edge) => ({ ...edge, before: name(edge.before), after: name(edge.after) })),
      conflicts: input.conflicts.map(([a, b]) => [name(a), name(b)] as const),
      together: input.together.map(([a, b]) => [name(a), name(b)] as const),
    };
  };

  it('gets the same plan every time, in whatever order it is told, and as good a one under other names', () => {
    for (const seed of seeds.slice(0, 30)) {
      const input = smallProblem(seed, { groups: 8, windows: 6, oneRuleIn: 6 });
      const result = planWaves(input, options);
      expect(planWaves(structuredClone(input), options)).toEqual(result);
      const again = planWaves(shuffled(input), options);
      const other = planWaves(renamed(input), options);
      expect(planOf(again)).toEqual(planOf(result));
      expect(valueOf(other)).toEqual(valueOf(result));
    }
  });
});
