import type { ScenarioId } from '../domain/ids.ts';
import { assessMachine, MISSING_FIELDS } from './assess-readiness.ts';
import { RULE_SET_DATE, RULE_SET_VERSION } from './rule-set-date.ts';
import { allRules } from './rule-set.ts';
import type { Rule, RuleSet } from './rule.ts';

const ruleSet: RuleSet = { version: RULE_SET_VERSION, date: RULE_SET_DATE, rules: allRules };

/** Rules of each scenario, those that look at what the others lacked last. Computed once. */
const byScenario = new Map<ScenarioId, readonly Rule[]>();
for (const rule of allRules) for (const scenario of rule.scenarios) byScenario.set(scenario, [...(byScenario.get(scenario) ?? []), rule]);
for (const [scenario, rules] of byScenario)
  byScenario.set(scenario, [
    ...rules.filter((rule) => rule.fields !== MISSING_FIELDS),
    ...rules.filter((rule) => rule.fields === MISSING_FIELDS),
  ]);

const NO_RULES: readonly Rule[] = [];

/** The readiness engine of the product. A scenario that it does not know has no rules, and therefore nothing to call ready by. */
export const readinessEngine = {
  ruleSet,
  rulesFor: (scenario: ScenarioId): readonly Rule[] => byScenario.get(scenario) ?? NO_RULES,
  assessMachine,
};

const byId: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
