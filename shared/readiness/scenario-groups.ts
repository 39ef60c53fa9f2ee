import { SCENARIO_IDS, type KnownScenarioId } from '../domain/scenario-ids.ts';

/** Scenarios that rules name together. A rule is asked of a machine when the machine's scenario is in its list. */
type Group = readonly KnownScenarioId[];

export const ALL: Group = SCENARIO_IDS;
export const VMWARE: Group = ['vmware'];
export const PHYSICAL: Group = ['physical'];
export const CLASSIC: Group = ['classic-vault'];
export const CROSS_REGION: Group = ['cross-region'];
export const AWS_LINUX: Group = ['aws-linux'];
export const AWS_WINDOWS: Group = ['aws-windows'];
export const AWS: Group = [...AWS_WINDOWS, ...AWS_LINUX];
export const WITH_VMM: Group = ['hyper-v-vmm'];
export const HYPER_V: Group = ['hyper-v', ...WITH_VMM];
/** A replication appliance and an agent in the machine. */
export const AGENT: Group = [...VMWARE, ...PHYSICAL, ...AWS];
export const AGENT_LINUX: Group = [...VMWARE, ...PHYSICAL, ...AWS_LINUX];
export const AGENT_WINDOWS: Group = [...VMWARE, ...PHYSICAL, ...AWS_WINDOWS];
/** Everything that comes from outside Azure and is set up anew. */
export const TO_AZURE: Group = [...AGENT, ...HYPER_V];

const withinAzure: ReadonlySet<string> = new Set(CROSS_REGION);

/** Source and target are both in Azure; some limits and conditions differ there. */
export function isWithinAzure(scenario: string): boolean {
  return withinAzure.has(scenario);
}

const vmware: ReadonlySet<string> = new Set(VMWARE);

/** Windows machines with compliant drivers go without hydration there; elsewhere it is always needed. SOURCE: HYD. */
export function isHydrationAvoidable(scenario: string): boolean {
  return vmware.has(scenario);
}

const classic: ReadonlySet<string> = new Set(CLASSIC);
const agent: ReadonlySet<string> = new Set(AGENT);

/** Machines that replicate already and are moved to the modernized experience first. */
export function isClassic(scenario: string): boolean {
  return classic.has(scenario);
}

/** An agent and an appliance carry the data, so that machines are made bootable at the failover. */
export function hasAgent(scenario: string): boolean {
  return agent.has(scenario);
}
