import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkPlan } from '../../../shared/planner/check-plan.ts';
import { rulesOf, withOnly } from '../../../shared/planner/contradiction/rules.ts';
import type { PlanInput, PlanResult } from '../../../shared/planner/model.ts';
import { planWaves } from '../../../shared/planner/plan-waves.ts';
import { arbitraryLine, arbitraryProblem } from './arbitrary-problem.ts';
import { lessOne } from './less-one-rule.ts';
import { bestOfEveryPlan, keepsEveryRule, valueOf } from './try-every-plan.ts';

/**
 * The seed is fixed, because what a change broke must not depend on the day; another one, and more runs, are asked for by
 * `PLANNER_SEED=1 PLANNER_RUNS=2000 vitest run tests/shared/planner/properties.test.ts`.
 */
const { PLANNER_SEED: seed = '20261125', PLANNER_RUNS: runs } = process.env;
const often = (numRuns: number): { readonly seed: number; readonly numRuns: number } => ({
  seed: Number(seed),
  numRuns: runs === undefined ? numRuns : Number(runs),
});

const line = arbitraryLine(6);
const tiny = arbitraryProblem({ mostGroups: 5, mostWindows: 4, mostPairs: 3, oneDateIn: 6 });
const tight = arbitraryProblem({ mostGroups: 4, mostWindows: 3, mostPairs: 5, oneDateIn: 3 });
const larger = arbitraryProblem({ mostGroups: 40, mostWindows: 24, mostPairs: 20, oneDateIn: 30 });

/** Work instead of time, so that a busy machine changes nothing. */
const plan = (input: PlanInput, timeLimitMs = 2000): PlanResult => planWaves(input, { nowMs: () => 0, timeLimitMs, isRepeatable: true });
const effort = { mostLoads: 50_000 };

/** The optimum as the planner knows it: a proven value, `null` for none at all; anything less is a failure of its own. */
function optimum(input: PlanInput): number | null {
  const result = plan(input);
  if (result.status === 'contradiction') return null;
  if (result.status === 'planned' && result.isProvenOptimal) return result.value;
  throw new Error(`${result.status}, not proven`);
}

const asNumber = (value: number | null): number => value ?? Infinity;

/** What planner and checker say of a problem, and what they have to say when every plan was tried. */
function saidOf(input: PlanInput): object {
  const result = plan(input);
  if (result.status !== 'planned') return { status: result.status };
  const { bound, value, isProvenOptimal, assignment } = result;
  const { isValid, isBoundConfirmed, violations } = checkPlan(input, { assignment, bound }, effort);
  return { value, bound: bound.value, isProvenOptimal, isValid, isBoundConfirmed, violations };
}

function dueOf(input: PlanInput): object {
  const value = bestOfEveryPlan(input);
  if (value === null) return { status: 'contradiction' };
  return { value, bound: value, isProvenOptimal: true, isValid: true, isBoundConfirmed: true, violations: [] };
}

describe('with every plan tried beside them', () => {
  test('the planner finds the best plan or says that there is none, and proves it to the checker', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        expect(saidOf(input)).toEqual(dueOf(input));
      }),
      often(150),
    );
  });

  test('the best plan of a plain line likewise', () => {
    fc.assert(
      fc.property(line, (input) => {
        expect(saidOf(input)).toEqual(dueOf(input));
      }),
      often(60),
    );
  });

  test('the checker accepts those plans that keep every rule, and no other', () => {
    const plans = tiny.chain((input) => {
      const place = fc.nat({ max: input.windows.length - 1 });
      return fc.record({
        input: fc.constant(input),
        places: fc.array(place, { minLength: input.groups.length, maxLength: input.groups.length }),
      });
    });
    fc.assert(
      fc.property(plans, ({ input, places }) => {
        const assignment = Object.fromEntries(input.groups.map((group, at) => [group.id, `w${places[at]}`]));
        const { isValid, value, violations } = checkPlan(input, { assignment });
        expect({ isValid, value }).toEqual({ isValid: keepsEveryRule(input, places), value: valueOf(input, places) });
        expect(violations.length === 0).toBe(isValid);
      }),
      often(1000),
    );
  });

  test('rules that contradict each other do so alone, and no longer without any one of them', () => {
    let seen = 0;
    fc.assert(
      fc.property(tight, (input) => {
        if (bestOfEveryPlan(input) !== null) return;
        seen += 1;
        const result = plan(input);
        if (result.status !== 'contradiction') throw new Error(result.status);
        const ids = result.contradiction.rules.map((rule) => rule.id);
        const best = (kept: readonly string[]): number | null => bestOfEveryPlan(withOnly(input, new Set(kept)));
        expect({ ids, alone: best(ids) }).toEqual({ ids, alone: null });
        for (const id of ids) expect({ id, without: best(ids.filter((other) => other !== id)) }).not.toEqual({ id, without: null });
      }),
      often(150),
    );
    expect(seen).toBeGreaterThan(30);
  });

  test('what giving up one rule gains is a plan that keeps all the others', () => {
    fc.assert(
      fc.property(tight, (input) => {
        const result = plan(input);
        if (result.status !== 'contradiction') return;
        const all = rulesOf(input).map((rule) => rule.id);
        for (const { id, relaxation } of result.contradiction.rules) {
          const without = withOnly(input, new Set(all.filter((other) => other !== id)));
          const { assignment, waves = null } = relaxation ?? {};
          const verdict = assignment === undefined ? null : checkPlan(without, { assignment });
          const isPossible = bestOfEveryPlan(without) !== null;
          expect({ id, isValid: verdict?.isValid, waves }).toEqual({
            id,
            isValid: isPossible ? true : undefined,
            waves: verdict?.value ?? null,
          });
        }
      }),
      often(100),
    );
  });
});

const withOneLess = tiny
  .filter((input) => lessOne(input).length > 0)
  .chain((input) => fc.constantFrom(...lessOne(input).map((one) => ({ input, ...one }))));

describe('the optimum', () => {
  test('is never worse without some rule, and so never better with one more', () => {
    fc.assert(
      fc.property(withOneLess, ({ input, what, changed }) => {
        const [withIt, withoutIt] = [optimum(input), optimum(changed)];
        expect({ what, withIt, withoutIt, isWorse: asNumber(withoutIt) > asNumber(withIt) }).toMatchObject({ isWorse: false });
      }),
      often(150),
    );
  });
});

describe('larger problems', () => {
  test('get a plan that keeps every rule, a bound that the checker confirms, and both again', () => {
    fc.assert(
      fc.property(larger, (input) => {
        const result = plan(input, 150);
        expect(plan(structuredClone(input), 150)).toEqual(result);
        if (result.status !== 'planned') return;
        const { assignment, bound, value } = result;
        const verdict = checkPlan(input, { assignment, bound }, effort);
        // Some searches are longer than a test may wait.
        const isTaken = verdict.isBoundConfirmed || bound.certificate.kind === 'exhaustive-search';
        expect({ ...verdict, isTaken }).toMatchObject({ isValid: true, value, isTaken: true });
      }),
      often(40),
    );
  });

  test('told in another order get the same plan, and under other names one as good', () => {
    const told = fc.record({
      input: arbitraryProblem({ mostGroups: 9, mostWindows: 7, mostPairs: 4, oneDateIn: 12 }),
      order: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(told, ({ input, order }) => {
        const result = plan(input);
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, at: Number(order.next().value) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const names = new Map(shuffle(input.groups).map((group, at) => [group.id, `n${at}`]));
        const shuffled: PlanInput = {
          ...input,
          groups: shuffle(input.groups),
          precedences: shuffle(input.precedences),
          conflicts: shuffle(input.conflicts),
          together: shuffle(input.together),
        };
        expect(planOf(plan(shuffled))).toEqual(planOf(result));
        expect(gradeOf(plan(renamed(shuffled, (id) => names.get(id) ?? id)))).toEqual(gradeOf(result));
      }),
      often(40),
    );
  });
});

function planOf(result: PlanResult): unknown {
  return result.status === 'planned' ? result.assignment : result.status;
}

function gradeOf(result: PlanResult): unknown {
  return result.status === 'planned' ? [result.value, result.isProvenOptimal] : result.status;
}

function renamed(input: PlanInput, name: (id: string) => string): PlanInput {
  return {
    ...input,
    groups: input.groups.map((group) => ({ ...group, id: name(group.id) })),
    precedences: input.precedences.map((edge) => ({ ...edge, before: name(edge.before), after: name(edge.after) })),
    conflicts: input.conflicts.map(([a, b]) => [name(a), name(b)] as const),
    together: input.together.map(([a, b]) => [name(a), name(b)] as const),
  };
}
