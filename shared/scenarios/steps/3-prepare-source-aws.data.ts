import { sourcesOf } from '../../domain/sources.data.ts';
import type { Step } from '../scenario.ts';

/** Steps of the phase "Prepare the source" for AWS. */
export const prepareAwsSteps: readonly Step[] = [
  {
    id: 'launch-aws-appliance-host',
    title: 'Start an EC2 instance for the appliance',
    phase: 'prepare-source',
    what: [
      'Start a Windows Server 2022 instance that is not itself a source: at least 8 vCPU, 16 GB, a system volume of 80 GB and a data volume of 620 GB.',
      'Place it in the VPC of the sources, or in one that is peered with it.',
      'Older texts name a configuration server on Windows Server 2012 R2; that is obsolete.',
    ],
    who: ['aws-administrator'],
    per: 'site',
    after: ['choose-target-region'],
    doneWhen: 'A separate Windows Server 2022 instance of the right size runs in a VPC that reaches the sources.',
    verification: { kind: 'by-hand', evidence: 'Instance id, type, volumes and VPC, from the AWS console.' },
    typicalTime: null,
    badOutcome: 'The appliance stands on a source machine, or in a VPC that does not reach the sources.',
    badOutcomeRemedy: 'Start a separate instance in the right VPC before the appliance is registered.',
    sources: sourcesOf('AWS-MIG', 'APP-SM', 'AWS-18'),
    isCritical: true,
    needsEvidence: true,
  },
  {
    id: 'open-aws-security-groups',
    title: 'Open the AWS security groups',
    phase: 'prepare-source',
    what: [
      'Inbound on the appliance from the security groups of the sources: TCP 443 and 9443.',
      'Outbound from the appliance: TCP 443 to Azure.',
    ],
    extra: [
      {
        answer: { question: 'push-install', values: ['all', 'some'] },
        what: [
          'Inbound on the sources from the appliance for push installation: SMB (445) and WMI (135 and dynamic RPC) on Windows, SSH (22) on Linux.',
        ],
      },
    ],
    who: ['aws-administrator'],
    per: 'site',
    after: ['launch-aws-appliance-host'],
    doneWhen: 'The sources reach the appliance on 443 and 9443, and the appliance reaches Azure on 443.',
    verification: { kind: 'by-hand', evidence: 'The rules of the security groups, or a port test from a source.' },
    typicalTime: null,
    badOutcome: 'The state of replication does not move on.',
    badOutcomeRemedy: 'Open 9443. If the appliance is listed twice, remove the stale one.',
    sources: sourcesOf('AWS-MIG'),
    isCritical: true,
    needsEvidence: true,
  },
  {
    id: 'prepare-aws-guest',
    title: 'Prepare the EC2 instances',
    phase: 'prepare-source',
    what: [
      'The instance must be of virtualization type HVM; a paravirtual one may not start in Azure and has to be rebuilt.',
      'Allow signing in with a password for the push, or install the agent by hand.',
      'Remove paravirtual drivers where that is possible; change RedHat drivers of old Windows images to AWS PV first.',
      'Linux: switch cloud-init off, or let it leave network and disks alone and limit its data sources, or the first boot in Azure hangs.',
      'Linux: discovery needs root itself, not a user with sudo. Amazon Linux is not supported: move its workload to another system.',
      'Linux: prove one machine of each instance family end to end before planning a wave, because the documents contradict each other about paravirtual and NVMe disks.',
    ],
    who: ['server-owner'],
    per: 'machine',
    after: ['assess-readiness'],
    doneWhen: 'The instance is HVM and no Amazon Linux, its agent can be installed, and cloud-init cannot disturb the first boot.',
    verification: {
      kind: 'by-hand',
      evidence: 'Virtualization type, system and block devices of the instance, and the state of cloud-init.',
    },
    typicalTime: null,
    badOutcome: '“Failed to fetch BIOS GUID”, or an instance that does not start in Azure.',
    badOutcomeRemedy: 'Use root for discovery; rebuild paravirtual instances; migrate only the workload of Amazon Linux.',
    sources: sourcesOf('AWS-MIG', 'AWS-19'),
    isCritical: true,
    needsEvidence: true,
  },
];
