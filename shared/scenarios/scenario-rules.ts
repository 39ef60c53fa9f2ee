import type { KnownScenarioId } from '../domain/scenario-ids.ts';
import { readinessEngine } from '../readiness/index.ts';
import type { Rule } from '../readiness/rule.ts';

/** The readiness rules of a scenario. */
export interface ScenarioRules {
  /** Whose rules they are: rules are written for a way of replicating, and a copied scenario replicates like its model. */
  readonly like: KnownScenarioId;
  readonly rules: readonly Rule[];
}

export function rulesLike(like: KnownScenarioId): ScenarioRules {
  return { like, rules: readinessEngine.rulesFor(like) };
}
