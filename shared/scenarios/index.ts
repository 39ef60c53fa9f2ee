import type { ScenarioId } from '../domain/ids.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario the product knows. */
export const scenarios: readonly Scenario[] = [];

const byId: ReadonlyMap<ScenarioId, Scenario> = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

export function scenarioById(id: ScenarioId): Scenario | undefined {
  return byId.get(id);
}
