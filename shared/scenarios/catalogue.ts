import type { ScenarioId, StepId } from '../domain/ids.ts';
import { scenarios } from './index.ts';
import { questions, type Question } from './questions.data.ts';
import type { Scenario, ScenarioTrait, Step } from './scenario.ts';
import { steps } from './steps.ts';

/** Scenarios, steps and questions as the checklist uses them. Handed in, so that a further scenario can be tried in a test. */
export interface Catalogue {
  readonly scenarios: readonly Scenario[];
  /** In working order. */
  readonly steps: readonly Step[];
  readonly questions: readonly Question[];
  readonly scenario: (id: ScenarioId) => Scenario | undefined;
  readonly step: (id: StepId) => Step | undefined;
  /** Whether the scenario has the step; undefined for a scenario nobody knows. */
  readonly hasStep: (scenarioId: ScenarioId, stepId: StepId) => boolean | undefined;
  readonly traitsOf: (scenarioId: ScenarioId) => ReadonlySet<ScenarioTrait>;
}

const NO_TRAITS: ReadonlySet<ScenarioTrait> = new Set();

export function createCatalogue(of: {
  readonly scenarios: readonly Scenario[];
  readonly steps: readonly Step[];
  readonly questions: readonly Question[];
}): Catalogue {
  const scenarioById = new Map(of.scenarios.map((scenario) => [scenario.id, scenario]));
  const stepById = new Map(of.steps.map((step) => [step.id, step]));
  const stepsOf = new Map(of.scenarios.map((scenario) => [scenario.id, new Set(scenario.stepIds)]));
  const traits = new Map(of.scenarios.map((scenario) => [scenario.id, new Set(scenario.traits)]));
  return {
    ...of,
    scenario: (id) => scenarioById.get(id),
    step: (id) => stepById.get(id),
    hasStep: (scenarioId, stepId) => stepsOf.get(scenarioId)?.has(stepId),
    traitsOf: (scenarioId) => traits.get(scenarioId) ?? NO_TRAITS,
  };
}

/** What the product ships. */
export const catalogue: Catalogue = createCatalogue({ scenarios, steps, questions });
