import { scenarioById, scenarios } from '../../shared/scenarios/index.ts';

export interface ScenarioWords {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The scenarios a person can choose, in the order of the product. */
export const scenarioChoices: readonly ScenarioWords[] = scenarios.map(({ id, title, description }) => ({ id, title, text: description }));

/** An id that this version does not know is shown as it is. */
export function scenarioTitle(id: string): string {
  return scenarioById(id)?.title ?? id;
}
