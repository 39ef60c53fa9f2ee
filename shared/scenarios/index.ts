import type { ScenarioId } from '../domain/ids.ts';
import { awsLinux } from './aws/linux/index.ts';
import { awsWindows } from './aws/windows/index.ts';
import { crossRegion } from './cross-region/index.ts';
import { classicVault } from './on-premises/classic-vault/index.ts';
import { hyperVVmm } from './on-premises/hyper-v-vmm/index.ts';
import { hyperV } from './on-premises/hyper-v/index.ts';
import { physical } from './on-premises/physical/index.ts';
import { vmware } from './on-premises/vmware/index.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario the product knows, in the order people choose from. */
export const scenarios: readonly Scenario[] = [vmware, classicVault, hyperV, hyperVVmm, physical, awsWindows, awsLinux, crossRegion];

const byId: ReadonlyMap<ScenarioId, Scenario> = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

export function scenarioById(id: ScenarioId): Scenario | undefined {
  return byId.get(id);
}
