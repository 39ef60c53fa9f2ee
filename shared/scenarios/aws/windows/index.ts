import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const awsWindows = {
  id: 'aws-windows',
  title: 'AWS Windows to Azure',
  description: 'Windows instances of EC2, replicated like physical machines through an appliance on its own EC2 instance.',
  notes: [
    'An instance counts as a physical machine; the appliance runs on its own Windows Server 2022 instance in the same or a peered VPC.',
    'Only HVM instances; one that boots paravirtual may not start in Azure. Old RedHat drivers are changed to AWS PV first.',
    'The Windows licence is part of the price of the instance and does not come along.',
    'Elastic IPs, security groups, load balancers, IAM roles and the SSM agent do not come along.',
    'Stop the instance at the cutover, do not terminate it; its volumes are billed until they are deleted.',
  ],
  traits: ['agent', 'aws', 'owner-shuts-down', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
