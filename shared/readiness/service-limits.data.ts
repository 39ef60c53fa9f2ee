/** Limits of service and Azure that rules measure against. SOURCE beside each; GB and GiB are not told apart there. */

/** VM-SM 2025-12-18, HV-SM 2026-09-11, by generation. */
export const OS_DISK_LIMIT_GIB: Readonly<Record<1 | 2, number>> = { 1: 2048, 2: 4095 };
/** VM-SM 2025-12-18, HV-SM 2026-09-11. */
export const DATA_DISK_LIMIT_GIB = 32_767;
/** A2A-SM 2026-01-01: 32 TiB for data, 4,095 GiB for the system. */
export const AZURE_DATA_DISK_LIMIT_GIB = 32_768;
export const AZURE_OS_DISK_LIMIT_GIB = 4095;
/** Disks on a storage account instead of managed ones: VM-SM, HV-SM. */
export const ACCOUNT_DISK_LIMIT_GIB = 4095;
/** DP-AN 2026-01-12: what one premium storage account holds. */
export const PREMIUM_ACCOUNT_GIB = 35 * 1024;
export const LEAST_DISK_GIB = 1;
/** VM-SM, A2A-SM: data disks. HV-SM 2026-09-11: all disks. */
export const DISK_COUNT_LIMIT = 64;
/** HV-SM of 2026-05-05; what a provider of that time takes. */
export const OLD_HYPER_V_DATA_DISKS = 16;
/** HV-SM 2026-09-11: up to this version the provider and the MARS agent know smaller disks only. */
export const OLD_HYPER_V_AGENT = '2.0.9214.0';
/** A2A-SM 2026-01-01: from this size on Azure offers no caching. */
export const NO_CACHING_FROM_GIB = 4096;

/** LIM 2015-07-06, A2A-SM 2026-01-01. */
export const DISKS_PER_SUBSCRIPTION = 3000;
export const VAULTS_PER_SUBSCRIPTION = 500;
export const APPLIANCES_PER_VAULT = 250;
/** LIM 2015-07-06, RP 2018-10-28. */
export const MACHINES_PER_REPLICATION_GROUP = 16;
export const MACHINES_PER_RECOVERY_PLAN = 100;
export const GROUPS_PER_RECOVERY_PLAN = 7;
/** APP-SM 2025-04-29: the only row that is still published, for 16 cores; smaller ones carry fewer. */
export const MACHINES_PER_APPLIANCE = 200;
export const APPLIANCE_CORES = 16;
/** CAP 2017: rows of the classic server, as a guide for smaller appliances: cores -> machines. */
export const MACHINES_PER_SMALLER_APPLIANCE: readonly (readonly [cores: number, machines: number])[] = [
  [12, 150],
  [8, 100],
];
/** VM-SM 2025-12-18, SCALE 2025-12-08: change per day that one appliance takes. */
export const APPLIANCE_DAILY_CHURN_GIB = 2048;
/** A2A-FAQ 2025-07-25. */
export const FREE_DAYS = 31;
/** SCALE 2025-12-08, per hour and subscription at three disks each. */
export const FAILOVERS_PER_HOUR = { compliant: 2000, hydrated: 1000 } as const;
/** NEW 2025-11-12: rollup 80; four releases back are supported. */
export const CURRENT_AGENT = '9.66';
export const OLDEST_SUPPORTED_AGENT = '9.62';
/** VM-SM 2025-12-18: the driver takes 6 to 10 % of the memory. */
export const LEAST_FREE_MEMORY_SHARE = 0.1;
