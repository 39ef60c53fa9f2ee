import type { EngagementFacts } from '../domain/engagement-facts.ts';
import type { Disk, MachineFacts } from '../domain/machine.ts';
import { diskChurn, isPremium } from '../readiness/change-rate.ts';
import { DISK_TYPE_NAMES, diskTiers, type DiskKind } from './disk-tiers.data.ts';

export interface TargetDisk {
  readonly diskId: string;
  readonly sizeGiB: number | null;
  readonly type: string;
  /** Name of the tier, e.g. P30; `null` where the size is unknown or no tier is that large. */
  readonly tier: string | null;
  readonly throughputMBps: number | null;
  readonly reason: string;
}

/** Change per second that standard disks keep up with. SOURCE: VM-SM 2025-12-18. */
const STANDARD_CHURN_MBPS = 2;

/** The disks a machine gets in Azure: type as chosen, else by change rate and criticality; tier by size. */
export function targetDisks(facts: MachineFacts, shared: EngagementFacts): TargetDisk[] {
  const chosen = facts.targetDiskType ?? shared.targetDiskType;
  return (facts.disks ?? []).map((disk) => {
    const { kind, reason } = chosen === undefined ? proposedKind(disk, facts) : { kind: kindOf(chosen), reason: 'Type as chosen' };
    const { sizeGiB } = disk;
    const tier = sizeGiB === undefined ? undefined : diskTiers[kind].find(([upTo]) => sizeGiB <= upTo);
    return {
      diskId: disk.id,
      sizeGiB: sizeGiB ?? null,
      type: chosen ?? DISK_TYPE_NAMES[kind],
      tier: tier?.[1] ?? null,
      throughputMBps: tier?.[2] ?? null,
      reason: `${reason}; ${tierWords(sizeGiB, tier?.[1])}.`,
    };
  });
}

function tierWords(sizeGiB: number | undefined, tier: string | undefined): string {
  if (sizeGiB === undefined) return 'its size is unknown';
  return tier === undefined ? 'no managed disk is that large' : `${tier} by its size`;
}

function kindOf(type: string): DiskKind {
  if (isPremium(type)) return 'premium';
  return /ssd/i.test(type) ? 'standard-ssd' : 'standard-hdd';
}

function proposedKind(disk: Disk, facts: MachineFacts): { readonly kind: DiskKind; readonly reason: string } {
  const churn = diskChurn(disk) ?? facts.machinePeakChurnMBps;
  if (churn !== undefined && churn > STANDARD_CHURN_MBPS)
    return { kind: 'premium', reason: `Premium, because ${churn} MB/s of change are more than a standard disk keeps up with` };
  if (facts.criticality === 'critical' || facts.criticality === 'high')
    return { kind: 'premium', reason: `Premium, because the machine is of ${facts.criticality} criticality` };
  return { kind: 'standard-ssd', reason: 'Standard SSD, because nothing asks for more' };
}
