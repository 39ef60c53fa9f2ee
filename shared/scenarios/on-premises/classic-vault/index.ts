import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const classicVault = {
  id: 'classic-vault',
  title: 'Classic vault (VMware or physical)',
  description:
    'Machines that a configuration server already replicates into a classic vault: finish them, or move them to the modernized appliance.',
  notes: [
    'Nothing new can be protected in a classic vault since 31 January 2026, and its support ended in March 2026.',
    'Either move an item to a modernized vault, or, if it is healthy and the portal still serves it, test it, cut it over and complete it straight from the classic vault.',
    'The appliance belongs to a new vault in the same region and tenant; the classic vault stays until it is empty.',
    'Windows can be upgraded in place at the failover of a classic item.',
    'Recovery plans are not moved; build them anew.',
  ],
  traits: ['agent', 'classic', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
