import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const physical = {
  id: 'physical',
  title: 'Physical machines to Azure',
  description: 'Physical machines, and machines on other hypervisors, replicated by an agent through the modernized replication appliance.',
  notes: [
    'Like VMware without a hypervisor: machines are added by address and credential, or register themselves by their agent.',
    'Site Recovery cannot power a physical machine off; the owner shuts it down before the failover.',
    'Every failover needs a helper machine, 8 to 10 minutes. Disks cannot be left out, and two machines with one BIOS id are refused.',
    'iSCSI disks of the system can be migrated; Fibre Channel, shared and encrypted disks cannot.',
    'Also the way for machines on other hypervisors, such as Xen, KVM or an unsupported vSphere.',
  ],
  traits: ['agent', 'physical', 'owner-shuts-down', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
