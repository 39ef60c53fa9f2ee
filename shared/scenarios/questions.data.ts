import type { QuestionId } from '../domain/ids.ts';

export interface QuestionOption {
  readonly value: string;
  readonly label: string;
  /** What follows from it. */
  readonly meaning: string;
}

/** A question about the engagement that only a person can answer; its answer shapes the checklist. */
export interface Question {
  readonly id: QuestionId;
  readonly title: string;
  /** Why it is asked and what depends on it. */
  readonly why: string;
  readonly kind: 'one' | 'many';
  /** Empty where the options come from the product itself (scenarios). */
  readonly options: readonly QuestionOption[];
  readonly needsReason: boolean;
}

function option(value: string, label: string, meaning: string): QuestionOption {
  return { value, label, meaning };
}

/**
 * Questions in the order in which they are asked. The first two are kept in the settings under their own names; all others
 * among the answers. A question is asked when a step of the engagement's scenarios depends on it.
 */
export const questions: readonly Question[] = [
  {
    id: 'scenarios',
    title: 'Where do the machines come from?',
    why: 'Each scenario brings its own steps, rules and operations.',
    kind: 'many',
    options: [],
    needsReason: false,
  },
  {
    id: 'route',
    title: 'Which route: Site Recovery, Azure Migrate or Resource Mover?',
    why: 'Microsoft recommends other tools for migration; the decision and its reason stand in the report.',
    kind: 'one',
    options: [
      option('site-recovery', 'Site Recovery', 'The whole checklist applies; it ends with completing the migration.'),
      option('azure-migrate', 'Azure Migrate', 'The checklist ends after the assessment; inventory, readiness and waves stay useful.'),
      option('resource-mover', 'Azure Resource Mover', 'Only between Azure regions. The checklist ends after the assessment.'),
    ],
    needsReason: true,
  },
  {
    id: 'azure-cloud',
    title: 'Which Azure cloud is the target?',
    why: 'Addresses that have to be opened differ between the clouds.',
    kind: 'one',
    options: [
      option('public', 'Public', 'The commercial cloud (portal.azure.com).'),
      option('us-government', 'US Government', 'portal.azure.us and its addresses.'),
      option('china', 'China', 'portal.azure.cn and its addresses.'),
    ],
    needsReason: false,
  },
  {
    id: 'classic-machines',
    title: 'What does the classic vault protect?',
    why: 'VMware machines need vCenter steps, physical machines are added one by one.',
    kind: 'one',
    options: [
      option('vmware', 'VMware machines', 'Steps for vCenter appear.'),
      option('physical', 'Physical machines', 'Steps for adding machines appear.'),
      option('both', 'Both', 'Both kinds of step appear.'),
    ],
    needsReason: false,
  },
  {
    id: 'classic-way',
    title: 'What becomes of the machines in the classic vault?',
    why: 'A healthy item can be finished from the classic vault; everything else moves to a modernized one first.',
    kind: 'one',
    options: [
      option('move', 'Move them all', 'Every wave is moved to the modernized vault before its test.'),
      option('finish', 'Finish them all there', 'No wave is moved; test, cutover and completion run from the classic vault.'),
      option('per-wave', 'Decide per wave', 'Waves that are not moved are closed as not applicable.'),
    ],
    needsReason: false,
  },
  {
    id: 'push-install',
    title: 'May the appliance install the agent on the machines?',
    why: 'Push installation needs administrator accounts and open ports on every machine; otherwise owners install by hand.',
    kind: 'one',
    options: [
      option('all', 'On all machines', 'Machines are prepared for the push; nothing is installed by hand.'),
      option('some', 'On some machines', 'Both ways appear; close the one that does not apply to a machine.'),
      option('none', 'On none', 'Owners install the agent by hand.'),
    ],
    needsReason: false,
  },
  {
    id: 'private-endpoints',
    title: 'Does replication go through private endpoints?',
    why: 'Needed for replication over VPN or private peering; the vault then reaches its storage with its own identity.',
    kind: 'one',
    options: [
      option('yes', 'Yes', 'Private endpoints are set up, and the identity of the vault gets roles on the storage.'),
      option('no', 'No', 'Replication uses public addresses of Azure.'),
    ],
    needsReason: false,
  },
  {
    id: 'vault-identity',
    title: 'Does the vault reach its storage with its managed identity?',
    why: 'The identity then needs two roles on the cache storage.',
    kind: 'one',
    options: [option('yes', 'Yes', 'The roles are given in “Prepare Azure”.'), option('no', 'No', 'The storage is reached with its keys.')],
    needsReason: false,
  },
  {
    id: 'keep-addresses',
    title: 'Do machines keep their IP addresses?',
    why: 'A subnet that keeps its addresses has to move as a whole.',
    kind: 'one',
    options: [
      option('keep', 'They keep them', 'Each subnet moves as a whole; addresses are set as static.'),
      option('change', 'They get new ones', 'Everything that names an old address has to be changed.'),
      option('per-subnet', 'It differs per subnet', 'The address plan says which.'),
    ],
    needsReason: false,
  },
  {
    id: 'access-path',
    title: 'How are the machines in Azure reached?',
    why: 'Firewall profiles, security groups and the proof of the path depend on it.',
    kind: 'many',
    options: [
      option('vpn', 'VPN', 'A gateway connects the sites.'),
      option('expressroute', 'ExpressRoute', 'A private line connects the sites.'),
      option('bastion', 'Azure Bastion', 'Administrators come in through Bastion.'),
      option('public-address', 'Public addresses', 'Security groups limit who comes in.'),
    ],
    needsReason: false,
  },
  {
    id: 'hybrid-benefit',
    title: 'Are there licences with Software Assurance to be used in Azure?',
    why: 'Azure Hybrid Benefit is set per machine after the cutover, and only with proof.',
    kind: 'one',
    options: [option('yes', 'Yes', 'A step per machine sets the benefit.'), option('no', 'No', 'Machines are paid as they are used.')],
    needsReason: false,
  },
  {
    id: 'compliant-drivers',
    title: 'Shall Windows machines be prepared to start without a helper machine?',
    why: 'It saves 8 to 10 minutes per failover and costs a script run on each machine before.',
    kind: 'one',
    options: [
      option('yes', 'Yes', 'A step per Windows machine appears.'),
      option('no', 'No', 'The helper machine does it at the failover.'),
    ],
    needsReason: false,
  },
  {
    id: 'recovery-plans',
    title: 'Shall waves fail over with recovery plans?',
    why: 'A recovery plan starts machines in order and runs scripts between them.',
    kind: 'one',
    options: [option('yes', 'Yes', 'A plan is built for each wave.'), option('no', 'No', 'Machines fail over one by one.')],
    needsReason: false,
  },
  {
    id: 'disaster-recovery',
    title: 'Is disaster recovery to a second region wanted after the migration?',
    why: 'It is set up per machine after the agent of the migration is gone.',
    kind: 'one',
    options: [option('yes', 'Yes', 'A step per machine appears.'), option('no', 'No', 'Nothing more is replicated after the migration.')],
    needsReason: false,
  },
];
