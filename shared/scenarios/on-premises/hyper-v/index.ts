import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const hyperV = {
  id: 'hyper-v',
  title: 'Hyper-V to Azure',
  description: 'Machines on Hyper-V hosts without VMM; the hosts replicate the disks, no agent runs in the machine.',
  notes: [
    'Provider and MARS agent run on each host and replicate the virtual disks; the system in the machine may be whatever Azure supports.',
    'The planned failover sends the last changes after the shutdown and loses nothing; it is the right choice for a migration. Checkpoints are deleted before.',
    'Clusters: install on every node.',
    'The target storage account cannot be changed without starting anew, and all hosts of a site use one Entra tenant.',
  ],
  traits: ['hyper-v', 'hyper-v-site', 'planned-failover', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
