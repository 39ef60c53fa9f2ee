import type { Contradiction, PlanGroup, PlanInput, PlanResult, SolveOptions } from '../model.ts';
import { createWorkClock } from '../work-clock.ts';
import { decideFeasibility, type FeasibilityEffort } from './feasibility.ts';
import { rulesOf, withOnly, type Rule } from './rules.ts';
import { smallestBrokenSet } from './smallest-set.ts';

/** Solves a changed problem for a moment, to say what giving up a rule would gain. */
export type TrySolve = (input: PlanInput) => PlanResult;

/** More groups than this are not named one by one. */
const MOST_NAMED = 12;
const SMALL = 40;

/**
 * The smallest set of rules that cannot hold together, with a proposal for each: what giving it up would mean, and how many
 * waves the plan then has. Called when it is known that there is no plan.
 */
export function findContradiction(input: PlanInput, options: SolveOptions, trySolve: TrySolve): Contradiction {
  const clock = createWorkClock({ ...options, timeLimitMs: Infinity });
  const isSmall = input.groups.length <= SMALL;
  const effort: FeasibilityEffort = {
    clock,
    mostSteps: isSmall ? 300_000 : 5000,
    mostFills: isSmall ? 20 : 5,
    mostRepackMs: isSmall ? 20 : 100,
  };
  const isBroken = (changed: PlanInput): boolean => decideFeasibility(changed, effort) === 'impossible';
  const rules = rulesOf(input);
  const set = smallestBrokenSet(rules, (kept) => isBroken(withOnly(input, new Set(kept.map((rule) => rule.id)))));
  const alone = withOnly(input, new Set(set.map((rule) => rule.id)));
  const groups = smallestBrokenSet(input.groups, (kept) => isBroken({ ...alone, groups: kept }));
  return {
    rules: set.map((rule) => ({ id: rule.id, text: rule.text, relaxation: relaxationOf(input, rules, rule, trySolve) })),
    groups: groupSentences(input, groups, set),
  };
}

/** What giving up one rule gains: a plan, or nothing because other rules still contradict each other. */
function relaxationOf(
  input: PlanInput,
  rules: readonly Rule[],
  rule: Rule,
  trySolve: TrySolve,
): NonNullable<Contradiction['rules'][number]['relaxation']> {
  const others = new Set(rules.filter((other) => other.id !== rule.id).map((other) => other.id));
  const result = withALittleMore(input, rule, trySolve) ?? trySolve(withOnly(input, others));
  if (result.status === 'planned') return { text: rule.relaxed(result.assignment), waves: result.value, assignment: result.assignment };
  return { text: `${rule.relaxed({})} That alone is not enough: other rules contradict each other too.`, waves: null };
}

/** A capacity is raised before it is given up: people would rather have two machines more than no limit. */
const RAISES = [1.1, 1.25, 1.5, 2, 3];

function withALittleMore(input: PlanInput, rule: Rule, trySolve: TrySolve): PlanResult | null {
  const at = input.resources.findIndex((resource) => rule.id === `capacity:${resource.id}`);
  if (at < 0) return null;
  for (const raise of RAISES) {
    const windows = input.windows.map((window) => ({
      ...window,
      capacities: window.capacities.map((room, index) => (index === at && room !== null ? Math.ceil(room * raise) : room)),
    }));
    const result = trySolve({ ...input, windows });
    if (result.status === 'planned') return result;
  }
  return null;
}

/** The groups that the rules meet in, where they are few; with what each needs of the capacities in the set. */
function groupSentences(input: PlanInput, groups: readonly PlanGroup[], set: readonly Rule[]): string[] {
  const limited = input.resources.flatMap((resource, at) =>
    set.some((rule) => rule.id === `capacity:${resource.id}`) ? [{ resource, at }] : [],
  );
  if (groups.length > MOST_NAMED) {
    const sums = limited.map(({ resource, at }) => {
      const sum = groups.reduce((total, group) => total + (group.demands[at] ?? 0), 0);
      return `${sum.toLocaleString('en')} ${resource.unit}`;
    });
    return [`This concerns ${groups.length.toLocaleString('en')} groups${sums.length === 0 ? '' : ` with ${sums.join(' and ')}`}.`];
  }
  return groups.flatMap((group) => {
    const needs = limited.map(({ resource, at }) => `${(group.demands[at] ?? 0).toLocaleString('en')} ${resource.unit}`);
    return needs.length === 0 ? [] : [`${group.title} needs ${needs.join(' and ')} in one wave.`];
  });
}
