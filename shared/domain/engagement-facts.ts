import type { PlannedDiskChange } from './machine.ts';

/**
 * What is known about the whole engagement besides its settings: target, site, appliance, plan. An absent field is unknown,
 * never false and never zero. Where a machine states the same field itself, the machine's value counts.
 */
export interface EngagementFacts {
  readonly targetVnetRegion?: string;
  readonly targetDiskKind?: 'managed' | 'account';
  readonly targetDiskType?: string;
  readonly targetDiskEncryption?: 'platform-key' | 'customer-key';
  readonly wantsEncryptionAtHost?: boolean;
  readonly securityType?: 'standard' | 'trustedLaunch' | 'confidential';
  readonly targetTenant?: string;
  readonly targetAvailability?: 'none' | 'set' | 'zone' | 'flex';
  /** Sizes that the target region offers to the subscription, as read from Azure. */
  readonly offeredSizes?: readonly string[];
  readonly helperSizeAvailable?: boolean;
  readonly coresFree?: number;
  /** Cores free in the tightest family of sizes that is planned. */
  readonly familyFree?: number;
  /** Cores that the largest wave needs with its tests and helper machines. */
  readonly coresNeeded?: number;

  readonly churnOption?: 'normal' | 'high';
  readonly cacheRegion?: string;
  readonly cacheAccountKind?: 'standard-v1' | 'standard-v2' | 'premium-block-blob';
  readonly cacheAccountHasSoftDelete?: boolean;
  readonly cacheAccountAllowsSharedKey?: boolean;
  readonly cacheAccountHasHierarchicalNamespace?: boolean;
  readonly cacheAccountDiskCount?: number;

  readonly proxyKind?: 'none' | 'http' | 'http-with-password' | 'https';
  readonly outboundPath?: 'direct' | 'service-tags' | 'authenticated-proxy' | 'palo-alto' | 'address-list';
  readonly replicationPath?: 'public' | 'expressroute' | 'private-endpoints' | 'vpn-without-private-endpoints';
  readonly subnetKept?: boolean;
  readonly machinesLeftInSubnet?: number;
  readonly applianceDailyChurnGiB?: number;
  readonly applianceProtectedItems?: number;
  /** Cores of the appliance; the published figure of 200 machines holds from 16 cores on. */
  readonly applianceCores?: number;

  readonly plannedDays?: number;
  /** What will happen to disks while machines replicate; `none` speaks for every machine that does not say otherwise. */
  readonly plannedDiskChange?: PlannedDiskChange;
  readonly plannedOsUpgrade?: string;
  readonly availabilityChangePlanned?: boolean;
  readonly acceleratedNetworkingWanted?: boolean;
  readonly vaultCount?: number;
  readonly applianceCount?: number;
  readonly replicationGroupSize?: number;
  readonly recoveryPlanSize?: number;
  readonly recoveryPlanGroups?: number;
  readonly licenseType?: 'none' | 'windows-server' | 'linux';
  readonly hasSoftwareAssurance?: boolean;
}

export type EngagementFactName = keyof EngagementFacts;
