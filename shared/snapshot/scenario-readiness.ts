import { readinessEngine } from '../readiness/index.ts';
import { catalogue, type Catalogue } from '../scenarios/catalogue.ts';

/** The scenario whose rules and formulas a machine's scenario follows: itself, or the one it was copied from. */
export function modelOf(scenario: string, used: Catalogue = catalogue): string {
  return used.scenario(scenario)?.readiness.like ?? scenario;
}

/**
 * The readiness engine as scenarios see it: a machine is asked the rules of its scenario's model, so that a copied scenario
 * is assessed like the one it was copied from.
 */
export function readinessOf(used: Catalogue = catalogue): typeof readinessEngine {
  return {
    ...readinessEngine,
    rulesFor: (scenario) => used.scenario(scenario)?.readiness.rules ?? [],
    assessMachine(machine, context, ...rest) {
      const like = modelOf(context.scenario, used);
      return readinessEngine.assessMachine(machine, like === context.scenario ? context : { ...context, scenario: like }, ...rest);
    },
  };
}
