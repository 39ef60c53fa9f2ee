import type { EngagementFactName } from './engagement-facts.ts';
import type { FieldKind } from './machine-fields.data.ts';

export interface EngagementField {
  readonly name: EngagementFactName;
  readonly title: string;
  readonly unit: string | null;
  readonly kind: Exclude<FieldKind, 'complex'>;
  readonly choices?: readonly string[];
  /** Where it is asked: groups of a form, in this order. */
  readonly group: 'target' | 'cache storage' | 'network' | 'appliance' | 'plan and licences';
}

type Row = readonly [
  name: EngagementFactName,
  title: string,
  kind: EngagementField['kind'],
  unit: string | null,
  choices?: readonly string[],
];

function group(name: EngagementField['group'], rows: readonly Row[]): EngagementField[] {
  return rows.map(([field, title, kind, unit, choices]) => ({
    name: field,
    title,
    kind,
    unit,
    group: name,
    ...(choices === undefined ? {} : { choices }),
  }));
}

/** What is asked once for the whole engagement, in the order people read it. Machines may state some of it themselves. */
export const engagementFields: readonly EngagementField[] = [
  ...group('target', [
    ['targetVnetRegion', 'Region of the target network', 'text', null],
    ['targetTenant', 'Target tenant', 'text', null],
    ['targetAvailability', 'Availability of targets', 'choice', null, ['none', 'set', 'zone', 'flex']],
    ['availabilityChangePlanned', 'Availability changes after enabling', 'boolean', null],
    ['targetDiskKind', 'Target of disks', 'choice', null, ['managed', 'account']],
    ['targetDiskType', 'Type of target disks', 'text', null],
    ['targetDiskEncryption', 'Encryption of target disks', 'choice', null, ['platform-key', 'customer-key']],
    ['wantsEncryptionAtHost', 'Encryption at host wanted', 'boolean', null],
    ['securityType', 'Security type of targets', 'choice', null, ['standard', 'trustedLaunch', 'confidential']],
    ['acceleratedNetworkingWanted', 'Accelerated networking wanted', 'boolean', null],
    ['offeredSizes', 'Sizes that the region offers', 'list', null],
    ['helperSizeAvailable', 'A size for helper machines is there', 'boolean', null],
    ['coresFree', 'Cores free in the quota of the region', 'number', 'vCPU'],
    ['familyFree', 'Cores free in the tightest family', 'number', 'vCPU'],
    ['coresNeeded', 'Cores of the largest wave with tests and helpers', 'number', 'vCPU'],
  ]),
  ...group('cache storage', [
    ['cacheRegion', 'Region of the cache account', 'text', null],
    ['cacheAccountKind', 'Kind of the cache account', 'choice', null, ['standard-v1', 'standard-v2', 'premium-block-blob']],
    ['cacheAccountHasSoftDelete', 'Soft delete is on', 'boolean', null],
    ['cacheAccountAllowsSharedKey', 'Access by key is allowed', 'boolean', null],
    ['cacheAccountHasHierarchicalNamespace', 'Hierarchical namespace is on', 'boolean', null],
    ['cacheAccountDiskCount', 'Disks through the cache account', 'number', null],
    ['churnOption', 'Churn option', 'choice', null, ['normal', 'high']],
  ]),
  ...group('network', [
    ['proxyKind', 'Proxy of appliance or hosts', 'choice', null, ['none', 'http', 'http-with-password', 'https']],
    [
      'outboundPath',
      'Way out of Azure machines',
      'choice',
      null,
      ['direct', 'service-tags', 'authenticated-proxy', 'palo-alto', 'address-list'],
    ],
    [
      'replicationPath',
      'Way of the replicated data',
      'choice',
      null,
      ['public', 'expressroute', 'private-endpoints', 'vpn-without-private-endpoints'],
    ],
    ['subnetKept', 'Address ranges are kept', 'boolean', null],
    ['machinesLeftInSubnet', 'Machines that stay in a kept range', 'number', null],
  ]),
  ...group('appliance', [
    ['applianceCount', 'Appliances', 'number', null],
    ['applianceCores', 'Cores of an appliance', 'number', 'vCPU'],
    ['applianceProtectedItems', 'Machines on the busiest appliance', 'number', null],
    ['applianceDailyChurnGiB', 'Change per day on the busiest appliance', 'number', 'GiB'],
  ]),
  ...group('plan and licences', [
    ['plannedDays', 'Days from enabling to completion', 'number', 'days'],
    [
      'plannedDiskChange',
      'Change of disks while replicating',
      'choice',
      null,
      ['none', 'grow', 'add-one', 'add-several', 'remove', 'shrink', 'change-partition-style', 'rename-device'],
    ],
    ['plannedOsUpgrade', 'Upgrade of systems while replicating', 'text', null],
    ['vaultCount', 'Vaults', 'number', null],
    ['replicationGroupSize', 'Machines in the largest replication group', 'number', null],
    ['recoveryPlanSize', 'Machines in the largest recovery plan', 'number', null],
    ['recoveryPlanGroups', 'Groups in the largest recovery plan', 'number', null],
    ['licenseType', 'Hybrid benefit', 'choice', null, ['none', 'windows-server', 'linux']],
    ['hasSoftwareAssurance', 'Software Assurance is proven', 'boolean', null],
  ]),
];
