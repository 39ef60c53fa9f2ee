/**
 * Sizes of managed disks and what they carry. SOURCE: DP-AN 2026-01-12 for the choice by size up to 4,095 GiB, Azure's article on
 * disk types for larger ones and for the throughput (state of 2024).
 */
export type DiskKind = 'premium' | 'standard-ssd' | 'standard-hdd';

/** [largest size GiB, name, throughput MB/s] */
type Tier = readonly [upToGiB: number, name: string, mbps: number];

export const diskTiers: Readonly<Record<DiskKind, readonly Tier[]>> = {
  premium: [
    [128, 'P10', 100],
    [256, 'P15', 125],
    [512, 'P20', 150],
    [1024, 'P30', 200],
    [2048, 'P40', 250],
    [4096, 'P50', 250],
    [8192, 'P60', 500],
    [16_384, 'P70', 750],
    [32_767, 'P80', 900],
  ],
  'standard-ssd': [
    [128, 'E10', 100],
    [256, 'E15', 100],
    [512, 'E20', 100],
    [1024, 'E30', 100],
    [2048, 'E40', 100],
    [4096, 'E50', 100],
    [8192, 'E60', 400],
    [16_384, 'E70', 600],
    [32_767, 'E80', 750],
  ],
  'standard-hdd': [
    [128, 'S10', 60],
    [256, 'S15', 60],
    [512, 'S20', 60],
    [1024, 'S30', 60],
    [2048, 'S40', 60],
    [4096, 'S50', 60],
    [8192, 'S60', 300],
    [16_384, 'S70', 500],
    [32_767, 'S80', 500],
  ],
};

export const DISK_TYPE_NAMES: Readonly<Record<DiskKind, string>> = {
  premium: 'Premium_LRS',
  'standard-ssd': 'StandardSSD_LRS',
  'standard-hdd': 'Standard_LRS',
};
