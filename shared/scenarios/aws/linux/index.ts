import type { Scenario } from '../../scenario.ts';
import { azureInput } from './azure-input.ts';
import { stepIds } from './checklist.ts';
import { readiness } from './readiness.ts';
import { recipe } from './recipe.ts';

export const awsLinux = {
  id: 'aws-linux',
  title: 'AWS Linux to Azure',
  description: 'Linux instances of EC2, replicated like physical machines through an appliance on its own EC2 instance.',
  notes: [
    'The list of Linux systems for physical machines applies. Amazon Linux is not supported at all.',
    'By the letter of the matrix both paravirtual and NVMe disks are excluded, yet the AWS pages describe Linux with the same agent: prove one machine of each instance family end to end before planning a wave.',
    'Signing in with a password and as root is off in stock images: open it for the push and close it afterwards, or install the agent by hand.',
    'cloud-init must leave network and disks alone, or the first boot in Azure hangs or resets the network.',
    'Subscriptions of RHEL and SLES images do not come along.',
  ],
  traits: ['agent', 'aws', 'owner-shuts-down', 'complete-migration'],
  stepIds,
  readiness,
  recipe,
  azureInput,
} as const satisfies Scenario;
