import type { Scenario } from '../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const crossRegion = {
  id: 'cross-region',
  title: 'Azure region to Azure region',
  description: 'Machines that are in Azure already and move to another region.',
  notes: [
    'The agent is an extension of the machine; there is no appliance. The cache storage stands in the source region, the vault in any region but the source.',
    'There is no completion: commit, then disable replication, then delete the source.',
    'Availability and high churn are fixed when replication is enabled.',
    'Moves to another tenant or within one region are not possible.',
    'Tags and hybrid benefit are carried; extensions, role assignments, public load balancers, application security groups and public addresses are not.',
    'The other route is Azure Resource Mover, which moves dependencies as well.',
  ],
  traits: ['azure-source'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
