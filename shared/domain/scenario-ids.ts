/** Ids of the scenarios as the product ships them, in the order people choose from. Stored in journals: only ever added. */
export const SCENARIO_IDS = [
  'vmware',
  'classic-vault',
  'hyper-v',
  'hyper-v-vmm',
  'physical',
  'aws-windows',
  'aws-linux',
  'cross-region',
] as const;

export type KnownScenarioId = (typeof SCENARIO_IDS)[number];
