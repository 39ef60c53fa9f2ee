import type { ScenarioId } from '../domain/ids.ts';
import { vmware } from './on-premises/vmware/index.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario the product knows, in the order people choose from. */
export const scenarios: readonly Scenario[] = [vmware];

const byId: ReadonlyMap<ScenarioId, Scenario> = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

export function scenarioById(id: ScenarioId): Scenario | undefined {
  return byId.get(id);
}
