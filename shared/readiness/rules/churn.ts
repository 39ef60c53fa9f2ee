import type { MachineFacts } from '../../domain/machine.ts';
import { roundTo } from '../../domain/units.ts';
import {
  cacheAccountDisks,
  HIGH_CHURN_MEMORY_MIB,
  hyperVPlannerChurn,
  IOPS_PER_MACHINE,
  LEAST_PROFILE_DAYS,
  MACHINE_PEAK_MBPS,
  WRITE_IOPS_PER_DISK,
} from '../change-rate.data.ts';
import { deltaMbps, diskChurn, diskChurnLimit, isPremium, limitAt, machinePeak, type ChurnSituation } from '../change-rate.ts';
import { rule } from '../define-rule.ts';
import { disksOf } from '../disks.ts';
import { missing, raised, type Check } from '../outcomes.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { AGENT, CROSS_REGION, HYPER_V, isWithinAzure, TO_AZURE } from '../scenario-groups.ts';
import { APPLIANCE_DAILY_CHURN_GIB } from '../service-limits.data.ts';

const LACKS_DISK_CHURN = missing('disks[].peakChurnMBps');
const LACKS_DISK_SITUATION = missing('targetDiskType', 'disks[].ioSizeKB');
const LACKS_IO_SIZE = missing('disks[].ioSizeKB');
const LACKS_OPTION = missing('churnOption');
const LACKS_PEAK = missing('machinePeakChurnMBps');
const LACKS_TYPE = missing('targetDiskType');
const LACKS_APPLIANCE = missing('applianceDailyChurnGiB');
const LACKS_IOPS = missing('disks[].writeIops');
const LACKS_CACHE = missing('cacheAccountKind');
const LACKS_CACHE_DISKS = missing('cacheAccountKind', 'cacheAccountDiskCount');
const LACKS_LINK = missing('siteLinkMbps');
const LACKS_MEMORY = missing('memoryMiB');

/** Between Azure regions the option may be open; from elsewhere there is only the normal one. */
function situationOf(facts: MachineFacts, context: RuleContext): ChurnSituation {
  return {
    targetDiskType: facts.targetDiskType ?? context.shared.targetDiskType,
    churnOption: isWithinAzure(context.scenario) ? (facts.churnOption ?? context.shared.churnOption) : 'normal',
  };
}

function checkDiskChurn(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const disks = disksOf(facts);
  const situation = situationOf(facts, context);
  const atMost = machinePeak(facts)?.peak;
  const over: string[] = [];
  // A machine that changes less than any disk may change has no disk that changes too much.
  if (disks.length === 0) {
    const least = diskChurnLimit({ id: '' }, situation).least;
    return atMost !== undefined && atMost <= least ? null : LACKS_DISK_CHURN;
  }
  let open: ReturnType<Check> = null;
  for (const disk of disks) {
    const limit = diskChurnLimit(disk, situation);
    const measured = diskChurn(disk);
    if (measured === undefined) {
      // No disk changes more than the whole machine.
      if (atMost === undefined || atMost > limit.least) open ??= LACKS_DISK_CHURN;
    } else if (measured > limit.most) over.push(`${disk.id}: ${measured} MB/s, at most ${limit.most}`);
    else if (measured > limit.least) open ??= lackOfSituation(situation);
  }
  if (over.length > 0) return raised({ 'disks[].peakChurnMBps': over, targetDiskType: situation.targetDiskType ?? null });
  return open;
}

function lackOfSituation({ targetDiskType, churnOption }: ChurnSituation): ReturnType<Check> {
  if (churnOption === undefined) return LACKS_OPTION;
  return targetDiskType === undefined ? LACKS_DISK_SITUATION : LACKS_IO_SIZE;
}

function checkMachinePeak(facts: MachineFacts, option: 'normal' | 'high' | undefined): ReturnType<Check> {
  const found = machinePeak(facts);
  if (found === null) return LACKS_PEAK;
  const { peak, isExact } = found;
  if (peak <= MACHINE_PEAK_MBPS.normal || (option === 'high' && peak <= MACHINE_PEAK_MBPS.high)) return null;
  if (!isExact) return LACKS_PEAK;
  if (option === undefined && peak <= MACHINE_PEAK_MBPS.high) return LACKS_OPTION;
  const limit = MACHINE_PEAK_MBPS[option ?? 'high'];
  return raised({ machinePeakChurnMBps: peak }, `At most ${limit} MB/s.`);
}

function checkPlannerPeak(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const found = machinePeak(facts);
  if (found === null) return LACKS_PEAK;
  const type = facts.targetDiskType ?? context.shared.targetDiskType;
  if (found.peak <= limitAt(hyperVPlannerChurn.standard, undefined).least) return null;
  if (type === undefined) return LACKS_TYPE;
  const sizes = disksOf(facts).map((disk) => disk.ioSizeKB);
  const ioSizeKB = sizes.includes(undefined) || sizes.length === 0 ? undefined : Math.min(...sizes.map((size) => size ?? 0));
  const limit = limitAt(hyperVPlannerChurn[isPremium(type) ? 'premium' : 'standard'], ioSizeKB);
  if (found.peak <= limit.least) return null;
  if (!found.isExact) return LACKS_PEAK;
  if (found.peak <= limit.most) return LACKS_IO_SIZE;
  return raised({ machinePeakChurnMBps: found.peak, targetDiskType: type }, `The planner takes at most ${limit.most} MB/s.`);
}

function checkIops(facts: MachineFacts): ReturnType<Check> {
  const disks = disksOf(facts);
  const over = disks.filter((disk) => disk.writeIops !== undefined && disk.writeIops > WRITE_IOPS_PER_DISK);
  if (over.length > 0) return raised({ 'disks[].writeIops': over.map((disk) => `${disk.id}: ${disk.writeIops ?? 0}`) });
  const sum = disks.reduce((total, disk) => total + (disk.writeIops ?? 0), 0);
  if (sum > IOPS_PER_MACHINE) return raised({ writeIops: sum });
  return disks.length === 0 || disks.some((disk) => disk.writeIops === undefined) ? LACKS_IOPS : null;
}

function checkCacheLoad({ shared, totals }: RuleContext): ReturnType<Check> {
  const { cacheAccountKind, cacheAccountDiskCount } = shared;
  if (cacheAccountKind === undefined || cacheAccountDiskCount === undefined) return LACKS_CACHE_DISKS;
  // No figures are published for the account that high churn needs.
  if (cacheAccountKind === 'premium-block-blob') return null;
  const { at4, at8 } = cacheAccountDisks[cacheAccountKind];
  const seen = { cacheAccountKind, cacheAccountDiskCount };
  if (cacheAccountDiskCount > at4) return raised(seen, `At 4 MB/s per disk it carries ${at4} disks.`);
  if (cacheAccountDiskCount <= at8) return null;
  if (totals.diskCount === 0 || totals.machinesWithoutChurn > 0) return LACKS_DISK_CHURN;
  const perDisk = totals.peakChurnMBps / totals.diskCount;
  return perDisk > 4 ? raised({ ...seen, churnPerDiskMBps: roundTo(perDisk, 1) }, `At 8 MB/s per disk it carries ${at8} disks.`) : null;
}

function checkLink({ siteLinkMbps, totals }: RuleContext): ReturnType<Check> {
  if (siteLinkMbps === null) return LACKS_LINK;
  const neededMbps = roundTo(deltaMbps(totals.peakChurnMBps), 1);
  if (neededMbps > siteLinkMbps)
    return raised({ siteLinkMbps, neededMbps }, 'If all machines in scope replicate at the same time, their changes alone need more.');
  return totals.machinesWithoutChurn > 0 ? LACKS_PEAK : null;
}

export const churnRules: readonly Rule[] = [
  rule({
    id: 'R-CH-01',
    scenarios: [...AGENT, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['disks[].peakChurnMBps', 'targetDiskType', 'disks[].ioSizeKB'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'A disk changes faster than replication can follow',
    why: 'For each kind of target disk and each I/O size there is an average change rate that replication keeps up with.',
    remedy: 'Choose a larger or a premium disk, spread the data over several, or (between Azure regions) the high churn option.',
    check: checkDiskChurn,
  }),
  rule({
    id: 'R-CH-02',
    scenarios: [...AGENT, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['machinePeakChurnMBps', 'churnOption'],
    sources: ['VM-SM', 'A2A-SM', 'HC'],
    title: 'The machine changes faster than replication can follow',
    why: 'The peak of one machine over all its disks may reach 54 MB/s; 100 MB/s between Azure regions with the high churn option.',
    remedy: 'Split the load, hold batch jobs back during the initial copy, or choose high churn between Azure regions.',
    check: (facts, context) => checkMachinePeak(facts, situationOf(facts, context).churnOption),
  }),
  rule({
    id: 'R-CH-03',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['machinePeakChurnMBps'],
    sources: ['HV-SM'],
    title: 'The machine changes faster than replication can follow',
    why: 'The peak of one Hyper-V machine may reach 54 MB/s.',
    remedy: 'Reduce the load while the machine replicates.',
    check: (facts) => checkMachinePeak(facts, 'normal'),
  }),
  rule({
    id: 'R-CH-04',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['machinePeakChurnMBps', 'targetDiskType', 'disks[].ioSizeKB'],
    sources: ['HV-DP'],
    title: 'The Hyper-V planner would refuse this change rate',
    why: 'Its older figures per machine are 2 MB/s on standard disks, 5 on premium with 8 KB and 20 with 16 KB or more.',
    remedy: 'Choose premium disks as the target.',
    check: checkPlannerPeak,
  }),
  rule({
    id: 'R-CH-05',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['applianceDailyChurnGiB', 'dailyChurnGiB'],
    sources: ['VM-SM', 'SCALE'],
    title: 'More change per day than one appliance takes',
    why: 'A machine uses one appliance, and each appliance takes 2 TB of change per day.',
    remedy: 'Add an appliance.',
    check: ({ dailyChurnGiB }, { shared }) => {
      if (dailyChurnGiB !== undefined && dailyChurnGiB > APPLIANCE_DAILY_CHURN_GIB) return raised({ dailyChurnGiB });
      const { applianceDailyChurnGiB } = shared;
      if (applianceDailyChurnGiB === undefined) return LACKS_APPLIANCE;
      return applianceDailyChurnGiB > APPLIANCE_DAILY_CHURN_GIB ? raised({ applianceDailyChurnGiB }) : null;
    },
  }),
  rule({
    id: 'R-CH-06',
    scenarios: TO_AZURE,
    severity: 'warning',
    fields: ['disks[].writeIops'],
    sources: ['DP-AN'],
    title: 'More writes per second than the planner accepts',
    why: 'The planner marks disks over 840 effective writes per second (7,500 at peak) and machines over 80,000 as not compatible with the target disk.',
    remedy: 'Choose a larger disk type.',
    check: checkIops,
  }),
  rule({
    id: 'R-CH-07',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['churnOption', 'cacheAccountKind'],
    sources: ['HC'],
    title: 'High churn without its cache account',
    why: 'High churn needs a cache account for Premium block blobs in the source region, and the choice is fixed when replication is enabled.',
    remedy: 'Make a Premium block blob account in the source region and choose it.',
    check: (facts, { shared }) => {
      const option = facts.churnOption ?? shared.churnOption;
      if (option === undefined) return LACKS_OPTION;
      if (option === 'normal') return null;
      if (shared.cacheAccountKind === undefined) return LACKS_CACHE;
      return shared.cacheAccountKind === 'premium-block-blob'
        ? null
        : raised({ churnOption: option, cacheAccountKind: shared.cacheAccountKind });
    },
  }),
  rule({
    id: 'R-CH-08',
    scenarios: [...TO_AZURE, ...CROSS_REGION],
    severity: 'warning',
    fields: ['churnProfileDays'],
    sources: ['DP-RUN'],
    title: 'The change rate was watched for less than a week',
    why: 'A short profile sizes too small. More than 7 days are needed, 31 are advised, half an hour is the least the planner takes.',
    remedy: 'Profile longer.',
    check: ({ churnProfileDays }) =>
      churnProfileDays !== undefined && churnProfileDays >= LEAST_PROFILE_DAYS
        ? null
        : raised({ churnProfileDays: churnProfileDays ?? null }),
  }),
  rule({
    id: 'R-CH-09',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['cacheAccountKind', 'cacheAccountDiskCount'],
    sources: ['A2A-SM', 'LIM'],
    title: 'The cache account carries too many disks',
    why: 'A v1 account carries 300 disks at 4 MB/s or 150 at 8 MB/s; a v2 account 750 or 375.',
    remedy: 'Spread the machines over several cache accounts.',
    check: (_facts, context) => checkCacheLoad(context),
  }),
  rule({
    id: 'R-CH-10',
    scenarios: TO_AZURE,
    severity: 'warning',
    fields: ['siteLinkMbps', 'machinePeakChurnMBps'],
    sources: ['DP-AN', 'HV-DP'],
    title: 'The line is too slow for the changes',
    why: 'With less bandwidth than the changes need, neither the recovery points nor the end of the initial replication will be in time.',
    remedy: 'Get more bandwidth, throttle, replicate in smaller waves, or allow more time.',
    check: (_facts, context) => checkLink(context),
  }),
  rule({
    id: 'R-CH-11',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['churnOption', 'memoryMiB'],
    sources: ['HC'],
    title: 'High churn on a machine with little memory',
    why: '32 GiB of memory or more are advised for high churn.',
    remedy: 'Choose a larger size.',
    check: (facts, { shared }) => {
      const option = facts.churnOption ?? shared.churnOption;
      if (option === undefined) return LACKS_OPTION;
      if (option === 'normal') return null;
      if (facts.memoryMiB === undefined) return LACKS_MEMORY;
      return facts.memoryMiB < HIGH_CHURN_MEMORY_MIB ? raised({ churnOption: option, memoryMiB: facts.memoryMiB }) : null;
    },
  }),
];
