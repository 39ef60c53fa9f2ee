import type { Disk, MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { disksOf, whenAnyDisk, whenOnBus } from '../disks.ts';
import { missing, raised, type Check } from '../outcomes.ts';
import { isChinaRegion } from '../regions.data.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { CROSS_REGION } from '../scenario-groups.ts';
import { LEAST_DISK_GIB, NO_CACHING_FROM_GIB } from '../service-limits.data.ts';

const LACKS_SHARES = missing('disks[].maxShares');
const LACKS_FAMILY = missing('osFamily');
const LACKS_CLUSTER = missing('isWindowsFailoverCluster');
const LACKS_TYPE = missing('disks[].diskType');
const LACKS_CHURN = missing('churnOption', 'cacheAccountKind');

function isFastDisk({ diskType }: Disk): boolean | undefined {
  return diskType === undefined ? undefined : /ultra|premiumv2|premium ssd v2/i.test(diskType);
}

function isUltraDisk({ diskType }: Disk): boolean {
  return diskType !== undefined && /ultra/i.test(diskType);
}

/** Disks attached to more than one machine at a time; unknown while one does not say. */
function sharedDisks(facts: MachineFacts): readonly Disk[] | 'unknown' {
  const disks = disksOf(facts);
  const shared = disks.filter((disk) => disk.maxShares !== undefined && disk.maxShares > 1);
  if (shared.length > 0) return shared;
  return disks.length === 0 || disks.some((disk) => disk.maxShares === undefined) ? 'unknown' : shared;
}

function checkSharedBeyondCluster(facts: MachineFacts): ReturnType<Check> {
  const shared = sharedDisks(facts);
  if (shared === 'unknown') return facts.hasSharedDisks === false ? null : LACKS_SHARES;
  if (shared.length === 0) return null;
  const seen = { 'disks[].maxShares': shared.map((disk) => `${disk.id}: ${disk.maxShares ?? 0}`) };
  if (facts.osFamily !== undefined && facts.osFamily !== 'windows') return raised({ ...seen, osFamily: facts.osFamily });
  const fast = shared.filter((disk) => isFastDisk(disk) === true);
  if (fast.length > 0) return raised({ ...seen, 'disks[].diskType': fast.map((disk) => `${disk.id}: ${disk.diskType ?? ''}`) });
  if (facts.isWindowsFailoverCluster === false) return raised({ ...seen, isWindowsFailoverCluster: false });
  if (facts.osFamily === undefined) return LACKS_FAMILY;
  if (facts.isWindowsFailoverCluster === undefined) return LACKS_CLUSTER;
  return shared.some((disk) => disk.diskType === undefined) ? LACKS_TYPE : null;
}

function checkSharedInCluster(facts: MachineFacts): ReturnType<Check> {
  if (facts.osFamily !== undefined && facts.osFamily !== 'windows') return null;
  const shared = sharedDisks(facts);
  if (shared === 'unknown') return facts.hasSharedDisks === false ? null : LACKS_SHARES;
  return shared.length === 0 ? null : raised({ 'disks[].maxShares': shared.map((disk) => `${disk.id}: ${disk.maxShares ?? 0}`) });
}

function checkFastDisks(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const disks = disksOf(facts);
  const fast = disks.filter((disk) => isFastDisk(disk) === true);
  if (fast.length === 0) return disks.length === 0 || disks.some((disk) => disk.diskType === undefined) ? LACKS_TYPE : null;
  const seen = { 'disks[].diskType': fast.map((disk) => `${disk.id}: ${disk.diskType ?? ''}`) };
  const target = facts.targetRegion ?? context.targetRegion;
  if (isChinaRegion(facts.sourceRegion) || isChinaRegion(target)) return raised(seen, 'Not in the regions of China.');
  if (facts.zone !== undefined && facts.zone !== '' && fast.some(isUltraDisk))
    return raised({ ...seen, zone: facts.zone }, 'Ultra disks of zonal machines are excluded.');
  const churnOption = facts.churnOption ?? context.shared.churnOption;
  const { cacheAccountKind } = context.shared;
  if (churnOption === 'normal' || (cacheAccountKind !== undefined && cacheAccountKind !== 'premium-block-blob'))
    return raised({ ...seen, churnOption: churnOption ?? null, cacheAccountKind: cacheAccountKind ?? null });
  return churnOption === undefined || cacheAccountKind === undefined ? LACKS_CHURN : null;
}

/** Azure Disk Encryption with a key in a hardware module, per volume, or on disks that Azure does not manage. */
function isUnsupportedEncryption({ encryption, isEncrypted, isManaged }: Disk): boolean | undefined {
  if (encryption === undefined) return isEncrypted === false ? false : undefined;
  if (/hsm|per-volume/i.test(encryption)) return true;
  return /^ade/i.test(encryption) && isManaged === false;
}

function isCachedAtLargeSize({ cachingMode, sizeGiB }: Disk): boolean | undefined {
  if (sizeGiB !== undefined && sizeGiB < NO_CACHING_FROM_GIB) return false;
  if (cachingMode !== undefined && /^none$/i.test(cachingMode)) return false;
  return cachingMode === undefined || sizeGiB === undefined ? undefined : true;
}

function isNotReady({ isInitialised, sizeGiB }: Disk): boolean | undefined {
  if (isInitialised === false || (sizeGiB !== undefined && sizeGiB < LEAST_DISK_GIB)) return true;
  return isInitialised === undefined || sizeGiB === undefined ? undefined : false;
}

export const azureDiskRules: readonly Rule[] = [
  rule({
    id: 'R-DK-12',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].maxShares', 'osFamily', 'isWindowsFailoverCluster', 'disks[].diskType'],
    sources: ['A2A-SM'],
    title: 'A shared disk that is not of a Windows cluster',
    why: 'Shared disks are replicated only for Windows failover clusters, and not on Premium SSD v2 or Ultra disks.',
    remedy: 'Build the shared storage anew in the target region.',
    check: checkSharedBeyondCluster,
  }),
  rule({
    id: 'R-DK-13',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['disks[].maxShares'],
    sources: ['A2A-SM', 'A2A-FAQ'],
    title: 'A Windows cluster with shared disks',
    why: 'All nodes move together, with crash-consistent points only and without recovery plans.',
    remedy: 'Give the cluster a wave of its own and do the order by hand.',
    check: checkSharedInCluster,
  }),
  rule({
    id: 'R-DK-26',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].bus'],
    sources: ['A2A-SM'],
    title: 'Disks replicate by another stack',
    why: 'iSCSI from inside the guest, DRBD and Storage Replica are not supported between Azure regions.',
    remedy: 'Move the data with the means of the application.',
    check: whenOnBus(['iscsiGuest', 'drbd', 'storageReplica'], (disk) => disk.bus),
  }),
  rule({
    id: 'R-DK-44',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].isManaged'],
    sources: ['A2A-SM'],
    title: 'A disk is not a managed one',
    why: 'Unmanaged disks were retired on 31 March 2026.',
    remedy: 'Convert the machine to managed disks.',
    check: whenAnyDisk({
      field: 'disks[].isManaged',
      of: (disk) => (disk.isManaged === undefined ? undefined : !disk.isManaged),
    }),
  }),
  rule({
    id: 'R-DK-45',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].diskType', 'churnOption', 'cacheAccountKind', 'zone', 'sourceRegion', 'targetRegion'],
    sources: ['A2A-SM', 'A2A-EN'],
    title: 'Ultra or Premium SSD v2 without what it needs',
    why: 'These disks need high churn and a Premium block blob cache account; zonal Ultra disks and the regions of China are excluded.',
    remedy: 'Choose high churn with a Premium block blob cache account, or another disk type.',
    check: checkFastDisks,
  }),
  rule({
    id: 'R-DK-46',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].isWriteAccelerator'],
    sources: ['A2A-SM'],
    title: 'Write accelerator is on',
    why: 'Disks with write accelerator are not replicated.',
    remedy: 'Turn it off.',
    check: whenAnyDisk({ field: 'disks[].isWriteAccelerator', of: (disk) => disk.isWriteAccelerator }),
  }),
  rule({
    id: 'R-DK-47',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['disks[].bus'],
    sources: ['A2A-SM', 'A2A-EN'],
    title: 'The machine has NVMe disks',
    why: 'The matrix of January 2026 says unsupported, the guide of May 2026 says preview.',
    remedy: 'Choose a size with SCSI disks, or prove it with a test.',
    check: whenOnBus(['nvme']),
  }),
  rule({
    id: 'R-DK-48',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['disks[].isTemporary'],
    sources: ['A2A-SM'],
    title: 'The temporary disk is not replicated',
    why: 'What lies on the temporary disk never moves. A page file or tempdb may stay there (our inference).',
    remedy: 'Move data off the temporary disk.',
    check: whenAnyDisk({ field: 'disks[].isTemporary', of: (disk) => disk.isTemporary }),
  }),
  rule({
    id: 'R-DK-49',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].encryption', 'disks[].isManaged'],
    sources: ['A2A-SM'],
    title: 'A kind of Azure Disk Encryption that is excluded',
    why: 'Only plain Azure Disk Encryption on managed disks is supported; not a key in a hardware module, and not per volume.',
    remedy: 'Change the key or the way of encrypting.',
    check: whenAnyDisk({ field: 'disks[].encryption', of: isUnsupportedEncryption, seen: (disk) => disk.encryption }),
  }),
  rule({
    id: 'R-DK-50',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['disks[].cachingMode', 'disks[].sizeGiB'],
    sources: ['A2A-SM'],
    title: 'Caching on a disk of 4 TiB or more',
    why: 'Azure offers no host caching from 4,096 GiB on.',
    remedy: 'Set the caching to none.',
    check: whenAnyDisk({ field: 'disks[].cachingMode', of: isCachedAtLargeSize, seen: (disk) => disk.cachingMode }),
  }),
  rule({
    id: 'R-DK-51',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].isInitialised', 'disks[].sizeGiB'],
    sources: ['A2A-ERR-P'],
    title: 'A disk is not initialised',
    why: 'Enabling replication fails with error 150039 when a disk is not initialised or holds less than 1,024 MiB.',
    remedy: 'Initialise the disk.',
    check: whenAnyDisk({ field: 'disks[].isInitialised', of: isNotReady }),
  }),
];
