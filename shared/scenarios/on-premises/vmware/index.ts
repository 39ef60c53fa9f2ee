import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const vmware = {
  id: 'vmware',
  title: 'VMware to Azure',
  description: 'Machines of vCenter, replicated by an agent in each machine through the modernized replication appliance.',
  notes: [
    'An agent (Mobility service) runs in every machine, pushed by the appliance or installed by hand; no hypervisor snapshot is used.',
    'Site Recovery shuts a machine down at the failover only where VMware Tools run; elsewhere the owner does it.',
    'Windows machines with compliant boot drivers need no helper machine at the failover; Linux machines always do.',
    'Availability zones cannot be the target (availability sets and proximity placement groups can); where zones are wanted, Azure Migrate is the route.',
    'Storage vMotion during replication is allowed for a migration.',
  ],
  traits: ['agent', 'vmware', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
