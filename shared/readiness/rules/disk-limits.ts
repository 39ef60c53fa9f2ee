import { sizeByName } from '../../domain/azure-sizes.ts';
import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import {
  dataDiskCountOf,
  dataDisksOf,
  diskCountOf,
  disksOf,
  LACKS_DISK_SIZE,
  largestPossibleDiskGiB,
  osDiskOf,
  whenAnyDisk,
} from '../disks.ts';
import { missing, overLimit, raised, raisedAs, type Check } from '../outcomes.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { AGENT, CLASSIC, CROSS_REGION, HYPER_V, TO_AZURE } from '../scenario-groups.ts';
import {
  ACCOUNT_DISK_LIMIT_GIB,
  AZURE_DATA_DISK_LIMIT_GIB,
  AZURE_OS_DISK_LIMIT_GIB,
  DATA_DISK_LIMIT_GIB,
  DISK_COUNT_LIMIT,
  LEAST_DISK_GIB,
  OLD_HYPER_V_DATA_DISKS,
  PREMIUM_ACCOUNT_GIB,
} from '../service-limits.data.ts';
import { isOldHyperVAgent, oldHyperVAgents } from './boot-disks.ts';

const LACKS_DATA_COUNT = missing('dataDiskCount');
const LACKS_COUNT = missing('diskCount');
const LACKS_SIZE = missing('targetVmSize');
const LACKS_SIZE_DISKS = missing('targetMaxDataDisks');
const LACKS_KIND = missing('targetDiskKind');

const tooManyDataDisks: Check = (facts) => {
  const count = dataDiskCountOf(facts);
  if (count === undefined) return LACKS_DATA_COUNT;
  return count > DISK_COUNT_LIMIT ? raised({ dataDiskCount: count }) : null;
};

const tooSmall: Check = whenAnyDisk({
  field: 'disks[].sizeGiB',
  of: (disk) => (disk.sizeGiB === undefined ? undefined : disk.sizeGiB < LEAST_DISK_GIB),
  seen: (disk) => `${disk.sizeGiB ?? 0} GiB`,
  whole: ({ smallestDiskGiB }) => (smallestDiskGiB === undefined ? undefined : smallestDiskGiB < LEAST_DISK_GIB),
});

function checkHyperVCount(facts: MachineFacts): ReturnType<Check> {
  const count = diskCountOf(facts);
  if (count === undefined) return LACKS_COUNT;
  if (count > DISK_COUNT_LIMIT) return raised({ diskCount: count });
  if (count - 1 <= OLD_HYPER_V_DATA_DISKS) return null;
  const { providerVersion } = facts;
  if (providerVersion !== undefined && !isOldHyperVAgent(providerVersion)) return null;
  return raisedAs(
    'warning',
    { diskCount: count, providerVersion: providerVersion ?? null },
    `Until May 2026 the limit was ${OLD_HYPER_V_DATA_DISKS} data disks. Make sure that the provider is newer.`,
  );
}

function checkSizeHoldsDisks(facts: MachineFacts): ReturnType<Check> {
  const count = dataDiskCountOf(facts);
  if (count === 0) return null;
  const { targetVmSize } = facts;
  if (targetVmSize === undefined) return LACKS_SIZE;
  const most = facts.targetMaxDataDisks ?? sizeByName(targetVmSize)?.maxDataDisks;
  if (most === undefined) return LACKS_SIZE_DISKS;
  if (count === undefined) return LACKS_DATA_COUNT;
  return count > most ? raised({ dataDiskCount: count, targetVmSize }, `${targetVmSize} takes ${most} data disks.`) : null;
}

/** Sizes over a limit, among the data disks; where nobody names the system disk, among all. */
function dataDisksOver(facts: MachineFacts, limitGiB: number): ReturnType<Check> {
  const largest = largestPossibleDiskGiB(facts);
  if (largest !== undefined && largest <= limitGiB) return null;
  const disks = dataDisksOf(facts) ?? disksOf(facts);
  if (disks.length === 0) return facts.disks === undefined || facts.disks.length === 0 ? LACKS_DISK_SIZE : null;
  const over = disks.filter((disk) => disk.sizeGiB !== undefined && disk.sizeGiB > limitGiB);
  if (over.length > 0) return raised(sizesSeen(over), over.map((disk) => overLimit(disk.sizeGiB ?? 0, limitGiB)).join(' '));
  return disks.some((disk) => disk.sizeGiB === undefined) ? LACKS_DISK_SIZE : null;
}

function sizesSeen(disks: readonly { readonly id: string; readonly sizeGiB?: number }[]): Record<string, unknown> {
  return { 'disks[].sizeGiB': disks.map((disk) => `${disk.id}: ${disk.sizeGiB ?? 0} GiB`) };
}

function checkAzureSizes(facts: MachineFacts): ReturnType<Check> {
  const osDisk = osDiskOf(facts);
  if (osDisk?.sizeGiB !== undefined && osDisk.sizeGiB > AZURE_OS_DISK_LIMIT_GIB)
    return raised({ 'osDisk.sizeGiB': osDisk.sizeGiB }, overLimit(osDisk.sizeGiB, AZURE_OS_DISK_LIMIT_GIB));
  const data = dataDisksOver(facts, AZURE_DATA_DISK_LIMIT_GIB);
  if (data !== null) return data;
  return osDisk !== undefined && osDisk.sizeGiB === undefined ? LACKS_DISK_SIZE : null;
}

function checkAccountDisks(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const kind = facts.targetDiskKind ?? context.shared.targetDiskKind;
  if (kind === 'managed') return null;
  const largest = largestPossibleDiskGiB(facts);
  if (largest !== undefined && largest <= ACCOUNT_DISK_LIMIT_GIB && (facts.provisionedGiB ?? 0) <= PREMIUM_ACCOUNT_GIB) return null;
  const disks = disksOf(facts);
  if (disks.length === 0) return LACKS_DISK_SIZE;
  const over = disks.filter((disk) => disk.sizeGiB !== undefined && disk.sizeGiB > ACCOUNT_DISK_LIMIT_GIB);
  const isPremium = /premium/i.test(facts.targetDiskType ?? context.shared.targetDiskType ?? '');
  const totalGiB = disks.reduce((sum, disk) => sum + (disk.sizeGiB ?? 0), 0);
  const fillsAccount = isPremium && totalGiB > PREMIUM_ACCOUNT_GIB;
  if (over.length === 0 && !fillsAccount) return disks.some((disk) => disk.sizeGiB === undefined) ? LACKS_DISK_SIZE : null;
  if (kind === undefined) return LACKS_KIND;
  if (over.length > 0)
    return raised(
      { ...sizesSeen(over), targetDiskKind: kind },
      over.map((disk) => overLimit(disk.sizeGiB ?? 0, ACCOUNT_DISK_LIMIT_GIB)).join(' '),
    );
  return raised({ totalGiB, targetDiskKind: kind }, 'One premium storage account holds 35 TB.');
}

function checkLargeWithOldAgents(facts: MachineFacts): ReturnType<Check> {
  const largest = largestPossibleDiskGiB(facts);
  if (largest !== undefined && largest <= ACCOUNT_DISK_LIMIT_GIB) return null;
  const disks = disksOf(facts);
  if (disks.length === 0) return LACKS_DISK_SIZE;
  const over = disks.filter((disk) => disk.sizeGiB !== undefined && disk.sizeGiB > ACCOUNT_DISK_LIMIT_GIB);
  if (over.length > 0) return oldHyperVAgents(facts, sizesSeen(over));
  return disks.some((disk) => disk.sizeGiB === undefined) ? LACKS_DISK_SIZE : null;
}

export const diskLimitRules: readonly Rule[] = [
  rule({
    id: 'R-DK-01',
    scenarios: AGENT,
    severity: 'refused',
    fields: ['dataDiskCount'],
    sources: ['VM-SM'],
    title: 'More than 64 data disks',
    why: 'A machine replicates with at most 64 data disks.',
    remedy: 'Merge disks, or leave some out of the replication (not possible for physical machines).',
    check: tooManyDataDisks,
  }),
  rule({
    id: 'R-DK-02',
    scenarios: HYPER_V,
    severity: 'refused',
    fields: ['diskCount', 'providerVersion'],
    sources: ['HV-SM'],
    title: 'More than 64 disks',
    why: 'The limit of September 2026 is 64 disks with the system disk; the matrix of May 2026 still said 16 data disks, which an old provider may hold to.',
    remedy: 'Merge disks, or leave some out of the replication.',
    check: checkHyperVCount,
  }),
  rule({
    id: 'R-DK-03',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['dataDiskCount'],
    sources: ['A2A-SM'],
    title: 'More than 64 data disks',
    why: 'A machine replicates with at most 64 data disks; its size may allow fewer.',
    remedy: 'Merge disks.',
    check: tooManyDataDisks,
  }),
  rule({
    id: 'R-DK-04',
    scenarios: [...TO_AZURE, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['dataDiskCount', 'targetVmSize', 'targetMaxDataDisks'],
    sources: ['EN-VM', 'A2A-SM'],
    title: 'The target size does not take all data disks',
    why: 'Every Azure size has a largest number of data disks; with more the failover fails.',
    remedy: 'Choose a larger size.',
    check: checkSizeHoldsDisks,
  }),
  rule({
    id: 'R-DK-05',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['disks[].sizeGiB'],
    sources: ['VM-SM'],
    title: 'A disk is smaller than 1 GiB',
    why: 'A data disk must hold at least 1,024 MB.',
    remedy: 'Extend the disk.',
    check: tooSmall,
  }),
  rule({
    id: 'R-DK-06',
    scenarios: [...HYPER_V, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['disks[].sizeGiB'],
    sources: ['HV-SM', 'A2A-SM'],
    title: 'A disk is smaller than 1 GiB',
    why: 'A disk must hold at least 1 GiB.',
    remedy: 'Extend the disk.',
    check: tooSmall,
  }),
  rule({
    id: 'R-DK-07',
    scenarios: TO_AZURE,
    severity: 'refused',
    fields: ['disks[].sizeGiB'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'A data disk is larger than 32,767 GiB',
    why: 'No managed disk of Azure is larger.',
    remedy: 'Split the disk.',
    check: (facts) => dataDisksOver(facts, DATA_DISK_LIMIT_GIB),
  }),
  rule({
    id: 'R-DK-08',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['disks[].sizeGiB'],
    sources: ['A2A-SM'],
    title: 'A disk is larger than Azure replicates',
    why: 'Between regions a data disk holds at most 32 TiB and the system disk at most 4,095 GiB.',
    remedy: 'Split the disk.',
    check: checkAzureSizes,
  }),
  rule({
    id: 'R-DK-09',
    scenarios: [...TO_AZURE, ...CLASSIC],
    severity: 'refused',
    fields: ['disks[].sizeGiB', 'targetDiskKind'],
    sources: ['VM-SM', 'HV-SM', 'DP-AN'],
    title: 'Too large for a storage account as target',
    why: 'Disks that go to a storage account hold at most 4,095 GiB each, and a premium account 35 TB in all.',
    remedy: 'Use managed disks as the target.',
    check: checkAccountDisks,
  }),
  rule({
    id: 'R-DK-10',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['disks[].sizeGiB', 'providerVersion', 'marsVersion'],
    sources: ['HV-SM'],
    title: 'A large disk needs newer Hyper-V agents',
    why: 'Disks over 4,095 GiB need a provider and a MARS agent later than 2.0.9214.0, and managed disks.',
    remedy: 'Update both agents and choose managed disks.',
    check: checkLargeWithOldAgents,
  }),
];
