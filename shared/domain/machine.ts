import type { ImportedApplication, ImportedConnection } from './connection.ts';
import type { ImportId, Instant, MachineId } from './ids.ts';
import type { Disk, Nic, Volume } from './machine-parts.ts';

export type { Disk, DiskBus, Nic, Volume } from './machine-parts.ts';

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

  readonly pythonVersion?: string;
  readonly dotNetVersion?: string;
  readonly hasSha2Patches?: boolean;
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

  readonly hasBootDisk?: boolean;
  readonly bootPartitionDiskId?: string;
  readonly systemPartitionDiskId?: string;
  readonly bootOnLvm?: boolean;
  readonly bootVgDiskCount?: number;
  readonly logicalVolumeCount?: number;
  readonly usesLvmThin?: boolean;
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
  readonly vmmVersion?: string;
  readonly providerVersion?: string;
  readonly marsVersion?: string;
  readonly checkpointCount?: number;
  readonly integrationServices?: string;
  readonly isVmHighlyAvailable?: boolean;
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
  readonly pvDriver?: 'awsPv' | 'citrixPv' | 'redHatPv';
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
  readonly locks?: readonly string[];
  readonly staleSiteRecoveryLinks?: boolean;
  readonly onDedicatedHost?: boolean;
  readonly vmssOrchestration?: string;
  readonly mobilityServiceInstalled?: boolean;
  readonly usesApplicationSecurityGroup?: boolean;
  readonly createdOn?: Instant;

  readonly licenseType?: string;
  readonly plannedOsUpgrade?: string;

  /** Wishes for the target that tables of migration tools carry. */
  readonly targetResourceGroup?: string;
  readonly targetNetwork?: string;
  readonly targetSubnet?: string;
  readonly targetAddresses?: readonly string[];
  readonly testNetwork?: string;
  readonly targetVmName?: string;
  readonly targetVmSize?: string;
  readonly targetRegion?: string;
  readonly targetDiskType?: string;
  readonly targetDiskKind?: 'managed' | 'account';
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

/** A machine as one import states it. */
export interface ImportedMachine {
  /** Given when the import is confirmed: the machine it was recognised as, or a new one. */
  readonly machineId: MachineId;
  readonly facts: MachineFacts;
  /** Sheet (or file part) -> first row of this machine there, 1 being the header. */
  readonly rows: Readonly<Record<string, number>>;
  /** The scenario that this source shows for this machine, where one file mixes several. */
  readonly scenarioHint?: string;
  /** Fields that did not come from the sheet which `ImportedInventory.fieldSheets` names for them. */
  readonly fieldSheets?: Readonly<Partial<Record<FieldName, string>>>;
}

export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  /** What stood there, shortened, so that a person recognises the row. */
  readonly what: string;
  readonly reason: string;
}

/** The normalised content of one import; kept as an attachment of its journal entry. */
export interface ImportedInventory {
  readonly formatId: string;
  readonly formatTitle: string;
  /** When the tool wrote the export, if it says so. */
  readonly exportedAt?: Instant;
  readonly scenarioHint?: string;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly announcedRows?: number }[];
  readonly fieldSheets: Readonly<Partial<Record<FieldName, string>>>;
  readonly machines: readonly ImportedMachine[];
  readonly connections?: readonly ImportedConnection[];
  readonly applications?: readonly ImportedApplication[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly string[];
}

/** One source's statement of one field, as the details panel shows it. */
export interface Reading {
  readonly value: unknown;
  readonly source: { readonly kind: 'import'; readonly importId: ImportId } | { readonly kind: 'person'; readonly name: string };
  readonly sheet?: string;
  readonly row?: number;
  readonly statedAt: Instant;
}

/** Where the effective value of a field comes from, as the dot in a grid cell shows it. */
export type ProvenanceState = 'one-source' | 'agreed' | 'conflict' | 'person' | 'unknown';

/** A machine of the engagement: the values that count, and everything that was stated. */
export interface Machine {
  readonly id: MachineId;
  readonly scenario: string;
  readonly isInScope: boolean;
  readonly outOfScopeReason?: string;
  readonly facts: MachineFacts;
  /** Oldest first. */
  readonly statements: readonly { readonly importId: ImportId; readonly machine: ImportedMachine }[];
  /** Values that a person set; they win over every import. */
  readonly personValues: Readonly<Partial<Record<FieldName, { readonly value: unknown; readonly by: string; readonly at: Instant }>>>;
}
