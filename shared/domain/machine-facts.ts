import type { Instant } from './ids.ts';
import type { Disk, Nic, PlannedDiskChange, Volume } from './machine-parts.ts';

/**
 * Everything a source can state about a machine. An absent field is unknown, never false and never zero.
 * Field names and units follow the readiness facts, section 2 (document state September 2026).
 */
export interface MachineFacts {
  readonly name: string;
  readonly fqdn?: string;
  readonly biosId?: string;
  readonly instanceId?: string;
  readonly description?: string;
  readonly application?: string;
  readonly environment?: string;
  readonly owner?: string;
  readonly criticality?: 'critical' | 'high' | 'medium' | 'low';
  readonly site?: string;
  readonly folder?: string;
  readonly cluster?: string;
  readonly host?: string;
  readonly isTemplate?: boolean;
  /** The source lists it and says that it is gone. */
  readonly isDeletedAtSource?: boolean;
  readonly sourceIsAzureVm?: boolean;

  readonly osFamily?: 'windows' | 'linux' | 'other';
  readonly osName?: string;
  readonly osDistro?: string;
  readonly osVersion?: string;
  readonly osServicePack?: string;
  readonly osEdition?: string;
  readonly osBits?: 32 | 64;
  readonly osChannel?: 'ltsc' | 'sac';
  readonly isServerCore?: boolean;
  readonly architecture?: 'x64' | 'arm64';
  readonly kernelVersion?: string;
  readonly kernelFlavour?: 'stock' | 'uek' | 'custom';
  readonly isStockKernel?: boolean;
  /** The kernel stands in the service's list for the agent in use. */
  readonly isKernelListed?: boolean;
  readonly kernelUpdatedAfterAgent?: boolean;

  readonly pythonVersion?: string;
  readonly dotNetVersion?: string;
  readonly hasSha2Patches?: boolean;
  /** vmstorfl.sys, which Windows Server 2008 needs for the move. */
  readonly hasStorageFilterDriver?: boolean;
  readonly agentVersion?: string;
  readonly isFipsOn?: boolean;
  readonly hasHyperVDrivers?: boolean;
  readonly hasCompliantBootDrivers?: boolean;
  readonly dhcpServiceAutomatic?: boolean;
  readonly vssAndComPlusEnabled?: boolean;
  readonly antivirusExclusionsSet?: boolean;
  readonly hasDockerDiskConfig?: boolean;
  readonly hasOtherReplicationAgent?: boolean;
  readonly cloudInitEnabled?: boolean;
  readonly freeMemoryShare?: number;
  readonly hasMultiQueueBlockIo?: boolean;
  readonly usesCciss?: boolean;
  readonly hasChainedIo?: boolean;
  readonly installFolderFreeMiB?: number;
  /** Free on C: or /. */
  readonly systemVolumeFreeMiB?: number;
  /** Server roles, databases and programs that a software inventory names. */
  readonly roles?: readonly string[];
  readonly databases?: readonly string[];
  readonly software?: readonly string[];
  readonly deviceNames?: readonly string[];
  readonly mountPoints?: readonly string[];
  readonly volumeNames?: readonly string[];

  readonly firmware?: 'bios' | 'uefi';
  readonly vmGeneration?: 1 | 2;
  readonly isSecureBootOn?: boolean;
  readonly securityType?: 'standard' | 'trustedLaunch' | 'confidential';
  readonly hasTpmBoundSecrets?: boolean;
  readonly trustedLaunchPlanned?: boolean;

  readonly cpuCount?: number;
  readonly memoryMiB?: number;
  readonly diskCount?: number;
  readonly dataDiskCount?: number;
  readonly osDiskCount?: number;
  readonly nicCount?: number;
  readonly provisionedGiB?: number;
  readonly inUseGiB?: number;

  readonly disks?: readonly Disk[];
  readonly volumes?: readonly Volume[];
  readonly nics?: readonly Nic[];
  readonly ipAddresses?: readonly string[];

  /**
   * Answers for the whole machine, where nobody lists it disk by disk: "no" speaks for every disk, volume or adapter.
   * What a disk, volume or adapter itself states weighs more when it is the graver.
   */
  readonly smallestDiskGiB?: number;
  readonly hasSharedDisks?: boolean;
  /** Any disk over Fibre Channel, iSCSI from inside the guest, NVMe, passed through or replicated by another stack. */
  readonly hasSpecialDisks?: boolean;
  readonly hasEncryptedVolumes?: boolean;
  readonly hasDynamicOsDisk?: boolean;
  readonly has4kSectorDisks?: boolean;
  readonly usesStorageSpaces?: boolean;
  readonly hasTeamedNics?: boolean;
  readonly hasOnlyListedFileSystems?: boolean;

  readonly hasBootDisk?: boolean;
  readonly bootPartitionDiskId?: string;
  readonly systemPartitionDiskId?: string;
  readonly bootOnLvm?: boolean;
  readonly bootVgDiskCount?: number;
  readonly logicalVolumeCount?: number;
  readonly usesLvmThin?: boolean;
  readonly btrfsSpansDisks?: boolean;
  readonly btrfsRaid?: boolean;
  readonly btrfsSubvolumesChanged?: boolean;
  readonly rootOnLvm?: boolean;
  readonly separateSystemDirs?: boolean;
  readonly usesGuestMpio?: boolean;
  readonly usesMultipath?: boolean;
  readonly volumeManager?: string;
  readonly grubUsesDeviceNames?: boolean;
  readonly fstabUsesDeviceNames?: boolean;
  readonly guestMountKinds?: readonly ('nfs' | 'smb')[];

  readonly machinePeakChurnMBps?: number;
  readonly dailyChurnGiB?: number;
  readonly churnProfileDays?: number;

  readonly vcenterVersion?: string;
  readonly vcenterName?: string;
  readonly esxiVersion?: string;
  readonly vmHardwareVersion?: string;
  readonly vmwareToolsStatus?: 'running' | 'notRunning' | 'notInstalled';
  readonly vmwareToolsVersionStatus?: string;
  readonly powerState?: 'on' | 'off' | 'suspended';
  readonly snapshotCount?: number;
  readonly faultTolerance?: boolean;
  readonly usesStorageVmotion?: boolean;
  readonly consolidationNeeded?: boolean;
  readonly isCdConnected?: boolean;
  readonly isUsbConnected?: boolean;
  readonly healthMessages?: readonly string[];

  readonly hostOsVersion?: string;
  readonly hostIsClientHyperV?: boolean;
  readonly vmmVersion?: string;
  readonly vmmIsServerCore?: boolean;
  readonly providerVersion?: string;
  readonly marsVersion?: string;
  readonly checkpointCount?: number;
  readonly integrationServices?: string;
  readonly isVmHighlyAvailable?: boolean;
  readonly isHostClustered?: boolean;
  readonly hasReplicaBroker?: boolean;
  readonly hostHasAzureBackup?: boolean;
  readonly hostHasOtherReplication?: boolean;
  readonly vhdVolumeFreeGiB?: number;
  readonly dotNetVersionHost?: string;
  readonly hostTenants?: readonly string[];

  readonly instanceType?: string;
  readonly virtualizationType?: 'hvm' | 'paravirtual';
  readonly hasNvmeDevices?: boolean;
  readonly hasParavirtualStorage?: boolean;
  readonly pvDriver?: 'awsPv' | 'citrixPv' | 'redHatPv' | 'none';
  readonly isAutoScaling?: boolean;
  readonly hasInstanceStore?: boolean;
  readonly tenancy?: string;
  readonly osLicence?: string;

  readonly vmSize?: string;
  readonly sourceRegion?: string;
  readonly zone?: string;
  readonly resourceGroupRegion?: string;
  readonly tenant?: string;
  readonly provisioningState?: string;
  readonly vmAgentStatus?: string;
  readonly extensions?: readonly string[];
  readonly failedExtensions?: readonly string[];
  readonly locks?: readonly string[];
  readonly staleSiteRecoveryLinks?: boolean;
  readonly onDedicatedHost?: boolean;
  readonly vmssOrchestration?: string;
  readonly mobilityServiceInstalled?: boolean;
  readonly usesApplicationSecurityGroup?: boolean;
  readonly isWindowsFailoverCluster?: boolean;
  /** The cluster of guests (Windows failover cluster, Pacemaker) that the machine is a node of, and all of its nodes. */
  readonly failoverCluster?: string;
  readonly failoverClusterNodes?: readonly string[];
  readonly createdOn?: Instant;

  readonly licenseType?: string;
  readonly plannedOsUpgrade?: string;
  /** Word of the service for an item that exists, e.g. Protected; `Unprotected` or `None` where there is none. */
  readonly protectionState?: string;
  readonly csVersion?: string;
  readonly lastTestResult?: 'succeeded' | 'failed' | 'none';
  readonly testFailoverAgeDays?: number;
  readonly settingsChangeAgeDays?: number;
  readonly plannedDiskChange?: PlannedDiskChange;
  readonly disksToExclude?: readonly string[];
  readonly availabilityChangePlanned?: boolean;
  readonly acceleratedNetworkingWanted?: boolean;

  /** Wishes for the target that tables of migration tools carry. */
  readonly targetResourceGroup?: string;
  readonly targetNetwork?: string;
  readonly targetSubnet?: string;
  readonly targetAddresses?: readonly string[];
  readonly testNetwork?: string;
  readonly targetVmName?: string;
  readonly targetVmSize?: string;
  /** What the target size holds, for sizes that the table does not know. */
  readonly targetMaxDataDisks?: number;
  readonly targetMaxNics?: number;
  readonly targetHasGeneration2?: boolean;
  readonly targetRegion?: string;
  readonly targetDiskType?: string;
  readonly targetDiskKind?: 'managed' | 'account';
  readonly targetDiskEncryption?: 'platform-key' | 'customer-key';
  readonly targetVnetRegion?: string;
  readonly wantsEncryptionAtHost?: boolean;
  readonly churnOption?: 'normal' | 'high';
  readonly hasSoftwareAssurance?: boolean;
  readonly targetAvailability?: 'none' | 'set' | 'zone' | 'flex';
  readonly downtimeBudgetMinutes?: number;
  readonly notes?: string;
  /** web, app, db ... as the source calls it. */
  readonly tier?: string;
  readonly tags?: readonly string[];
  /** Wave and strategy another tool had planned; shown, never obeyed. */
  readonly plannedWave?: string;
  readonly migrationStrategy?: string;
  readonly goFlags?: readonly string[];
}

export type FieldName = keyof MachineFacts;
