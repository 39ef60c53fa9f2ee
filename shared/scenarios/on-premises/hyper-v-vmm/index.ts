import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const hyperVVmm = {
  id: 'hyper-v-vmm',
  title: 'Hyper-V with VMM to Azure',
  description: 'Machines in clouds of Virtual Machine Manager; the provider runs on VMM, the MARS agent on every host.',
  notes: [
    'The provider is installed once on the VMM server, the MARS agent on every host of the cloud; network mapping gives each machine its target subnet.',
    'The policy belongs to a cloud; a host that joins the cloud later needs the MARS agent.',
    'Only replication from VMM to Azure is offered; from one VMM site to another it is retired.',
    'IPv6 is not supported with VMM.',
    'If VMM itself is retired: disable replication of each machine first and unregister VMM last.',
  ],
  traits: ['hyper-v', 'vmm', 'planned-failover', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
