/** How a disk is attached. Words of readiness rules; `unknown` never stands for "fine". */
export type DiskBus =
  | 'scsi'
  | 'ide'
  | 'sata'
  | 'nvme'
  | 'virtio'
  | 'xenBlk'
  | 'fibreChannel'
  | 'iscsiGuest'
  | 'passThrough'
  | 'rdmPhysical'
  | 'rdmVirtual'
  | 'drbd'
  | 'storageReplica';

export interface Disk {
  /** Unique within the machine, e.g. "Hard disk 1" or a device path. */
  readonly id: string;
  readonly sizeGiB?: number;
  readonly usedGiB?: number;
  readonly isOsDisk?: boolean;
  readonly bus?: DiskBus;
  readonly isShared?: boolean;
  readonly maxShares?: number;
  readonly isDynamic?: boolean;
  readonly isStriped?: boolean;
  readonly partitionStyle?: 'mbr' | 'gpt';
  readonly raidKind?: 'hardware' | 'software' | 'none';
  readonly logicalSectorBytes?: number;
  readonly isEncrypted?: boolean;
  readonly encryption?: string;
  readonly diskType?: string;
  readonly isManaged?: boolean;
  readonly isWriteAccelerator?: boolean;
  readonly isTemporary?: boolean;
  readonly cachingMode?: string;
  readonly datastoreKind?: string;
  readonly isInitialised?: boolean;
  readonly isThin?: boolean;
  readonly diskMode?: string;
  readonly controller?: string;
  readonly path?: string;
  readonly peakChurnMBps?: number;
  readonly averageChurnMBps?: number;
  readonly ioSizeKB?: number;
  readonly writeIops?: number;
  /** Sheet row the disk was read from; 1 is the header. */
  readonly row?: number;
}

/** What is planned for the disks of a machine while it replicates. */
export type PlannedDiskChange =
  | 'none'
  | 'grow'
  | 'add-one'
  | 'add-several'
  | 'remove'
  | 'shrink'
  | 'change-partition-style'
  | 'rename-device';

export interface Volume {
  readonly mountPoint: string;
  readonly sizeGiB?: number;
  readonly freeMiB?: number;
  readonly fileSystem?: string;
  readonly usesStorageSpaces?: boolean;
  readonly lvmVolumeGroup?: string;
  readonly isInitialised?: boolean;
  readonly row?: number;
}

export interface Nic {
  readonly id: string;
  readonly network?: string;
  readonly subnet?: string;
  readonly mac?: string;
  readonly ip?: readonly string[];
  readonly ipKind?: 'static' | 'dhcp';
  readonly ipConfigs?: string;
  readonly isConnected?: boolean;
  readonly isTeamed?: boolean;
  readonly hasAcceleratedNetworking?: boolean;
  readonly adapter?: string;
  /** Names, with what each lets in where that is known. */
  readonly securityGroups?: readonly string[];
  readonly row?: number;
}
