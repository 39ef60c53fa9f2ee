import type { Permission } from './azure-state.ts';

/** What the account may do, and what it lacks for more. SOURCE: site recovery facts, section 11.2. */
export interface Right {
  readonly id: 'read' | 'operate' | 'contribute' | 'target' | 'register';
  readonly title: string;
  readonly allows: string;
  /** `null` = the rights could not be read: that is unknown, never allowed. */
  readonly isHeld: boolean | null;
  /** Exact actions that are missing, as Azure names them. */
  readonly missing: readonly string[];
  /** The built-in role that brings them. */
  readonly role: string;
}

const RS = 'Microsoft.RecoveryServices/';
const RF = `${RS}vaults/replicationFabrics`;
const PC = `${RF}/replicationProtectionContainers`;
const PI = `${PC}/replicationProtectedItems`;

const READ = [
  `${RS}vaults/read`,
  `${RF}/read`,
  `${PC}/read`,
  `${PC}/replicationProtectableItems/read`,
  `${PI}/read`,
  `${PI}/recoveryPoints/read`,
  `${PC}/replicationProtectionContainerMappings/read`,
  `${RF}/replicationRecoveryServicesProviders/read`,
  `${RF}/replicationNetworks/read`,
  `${RS}vaults/replicationPolicies/read`,
  `${RS}vaults/replicationRecoveryPlans/read`,
  `${RS}vaults/replicationJobs/read`,
  `${RS}vaults/replicationEvents/read`,
];
const ITEM_ACTS = [
  'testFailover',
  'testFailoverCleanup',
  'plannedFailover',
  'unplannedFailover',
  'failoverCommit',
  'failoverCancel',
  'applyRecoveryPoint',
  'repairReplication',
  'reProtect',
  'updateMobilityService',
];
const OPERATE = [
  ...ITEM_ACTS.map((verb) => `${PI}/${verb}/action`),
  ...['cancel', 'restart', 'resume'].map((verb) => `${RS}vaults/replicationJobs/${verb}/action`),
];
const CONTRIBUTE = [
  `${PI}/write`,
  `${PI}/remove/action`,
  `${PI}/delete`,
  `${PC}/switchprotection/action`,
  `${RS}vaults/replicationPolicies/write`,
  `${PC}/replicationProtectionContainerMappings/write`,
  `${RS}vaults/replicationRecoveryPlans/write`,
  `${RS}vaults/replicationOperationStatus/read`,
];
/** SOURCE: checklists, section 4.1 (HV-AZ 2026-05-05, RBAC 2017-05-11). */
const TARGET = [
  'Microsoft.Compute/availabilitySets/read',
  ...['read', 'write', 'delete'].map((verb) => `Microsoft.Compute/virtualMachines/${verb}`),
  'Microsoft.Compute/disks/write',
  ...['read', 'write', 'delete', 'join/action'].map((verb) => `Microsoft.Network/networkInterfaces/${verb}`),
  'Microsoft.Network/virtualNetworks/read',
  'Microsoft.Network/virtualNetworks/subnets/join/action',
  'Microsoft.Storage/storageAccounts/read',
  'Microsoft.Storage/storageAccounts/listkeys/action',
  'Microsoft.Resources/deployments/write',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
];
/** SOURCE: checklists, section 4.1, registration of an appliance (APP-DEP 2025-01-24, MOD-SET 2023-08-01). */
const REGISTER = [
  `${RS}vaults/write`,
  `${RS}vaults/certificates/write`,
  'Microsoft.OffAzure/vmwareSites/write',
  'Microsoft.OffAzure/serverSites/write',
  'Microsoft.KeyVault/vaults/write',
  'Microsoft.Authorization/roleAssignments/write',
];

/** Whether an action is allowed: by any permission whose `actions` hold it and whose `notActions` do not. */
export function mayDo(permissions: readonly Permission[], action: string): boolean {
  const wanted = action.toLowerCase();
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => covers(pattern, wanted)) && !notActions.some((pattern) => covers(pattern, wanted)),
  );
}

/** Azure's wildcard: `*` stands for any characters, also slashes. */
function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  if (rest.length === 0) return first === action;
  if (!action.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let place = first.length;
  for (const part of rest) {
    const found = action.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return action.length - last.length >= place && action.endsWith(last);
}

interface Permissions {
  readonly vault: readonly Permission[] | null;
  readonly target: readonly Permission[] | null;
  readonly subscription: readonly Permission[] | null;
}

export function rightsOf({ vault, target, subscription }: Permissions): readonly Right[] {
  const right = (base: Omit<Right, 'isHeld' | 'missing'>, needed: readonly string[], permissions: readonly Permission[] | null): Right => {
    const missing = permissions === null ? [] : needed.filter((action) => !mayDo(permissions, action));
    return { ...base, isHeld: permissions === null ? null : missing.length === 0, missing };
  };
  return [
    right(
      { id: 'read', title: 'Read', allows: 'Look at the vault: items, jobs, events, infrastructure.', role: 'Site Recovery Reader' },
      READ,
      vault,
    ),
    right(
      {
        id: 'operate',
        title: 'Operate',
        allows: 'Test, fail over, commit, clean up, stop and restart jobs.',
        role: 'Site Recovery Operator',
      },
      [...READ, ...OPERATE],
      vault,
    ),
    right(
      {
        id: 'contribute',
        title: 'Contribute',
        allows: 'Enable and change replication, complete the migration, policies and recovery plans.',
        role: 'Site Recovery Contributor',
      },
      [...READ, ...OPERATE, ...CONTRIBUTE],
      vault,
    ),
    right(
      {
        id: 'target',
        title: 'Target',
        allows: 'Create machines, disks and network adapters where the machines go.',
        role: 'Virtual Machine Contributor',
      },
      TARGET,
      target,
    ),
    right(
      {
        id: 'register',
        title: 'Register',
        allows: 'Register an appliance: vault, discovery sites, Key Vault and its roles. Registering applications is a right in Entra ID.',
        role: 'Owner',
      },
      REGISTER,
      subscription,
    ),
  ];
}

/** The action that an "AuthorizationFailed" names; `null` when it names none. */
export function missingActionIn(words: string): string | null {
  return /perform action '([^']{1,300})'/.exec(words)?.[1] ?? null;
}
