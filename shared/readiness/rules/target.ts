import { rule } from '../define-rule.ts';
import { missing, raised } from '../outcomes.ts';
import { regionKey, regionsWithoutService } from '../regions.data.ts';
import type { Rule } from '../rule.ts';
import { AGENT, ALL, CROSS_REGION, HYPER_V, isWithinAzure, TO_AZURE } from '../scenario-groups.ts';
import {
  targetOf,
  checkOffer,
  checkQuota,
  checkServiceLimits,
  checkApplianceItems,
  checkCacheAccount,
  checkGroups,
  checkOneRegion,
  checkGenerations,
  LACKS_REGION,
  LACKS_HELPER,
} from './target-checks.ts';

const LACKS_AVAILABILITY = missing('targetAvailability');
const LACKS_CHANGE = missing('availabilityChangePlanned');
const LACKS_ENCRYPTION = missing('targetDiskEncryption');
const LACKS_AT_HOST = missing('wantsEncryptionAtHost');

export const targetRules: readonly Rule[] = [
  rule({
    id: 'R-TG-01',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['targetRegion', 'targetVmSize', 'offeredSizes'],
    sources: ['EN-VM'],
    title: 'The target region does not offer the size',
    why: 'Not every region has every size, and a subscription may be kept from some.',
    remedy: 'Choose another size or region, or ask for access.',
    check: checkOffer,
  }),
  rule({
    id: 'R-TG-02',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['targetAvailability'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'An availability zone is wanted as the target',
    why: 'Machines from VMware, Hyper-V or physical hardware cannot be moved into a zone, although the interface has a field for it. Between Azure regions they can.',
    remedy: 'Choose an availability set, or migrate with Azure Migrate.',
    check: (facts, context) => {
      if (isWithinAzure(context.scenario)) return null;
      const wanted = facts.targetAvailability ?? context.shared.targetAvailability;
      if (wanted === undefined) return LACKS_AVAILABILITY;
      return wanted === 'zone' ? raised({ targetAvailability: wanted }) : null;
    },
  }),
  rule({
    id: 'R-TG-03',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['availabilityChangePlanned'],
    sources: ['A2A-EN'],
    title: 'The availability of the target is to change after enabling',
    why: 'Set, zone or scale set of the target are fixed when replication is enabled.',
    remedy: 'Decide it before; afterwards disable replication and enable it anew.',
    check: (facts, { shared }) => {
      const planned = facts.availabilityChangePlanned ?? shared.availabilityChangePlanned;
      if (planned === undefined) return LACKS_CHANGE;
      return planned ? raised({ availabilityChangePlanned: true }) : null;
    },
  }),
  rule({
    id: 'R-TG-04',
    scenarios: ALL,
    severity: 'warning',
    fields: ['targetDiskEncryption'],
    sources: ['HYD'],
    title: 'Customer-managed keys for the target disks',
    why: 'The helper that makes machines bootable cannot use customer-managed keys.',
    remedy: 'Add the disk encryption set after the move.',
    check: (facts, { shared }) => {
      const wanted = facts.targetDiskEncryption ?? shared.targetDiskEncryption;
      if (wanted === undefined) return LACKS_ENCRYPTION;
      return wanted === 'customer-key' ? raised({ targetDiskEncryption: wanted }) : null;
    },
  }),
  rule({
    id: 'R-TG-05',
    scenarios: ALL,
    severity: 'warning',
    fields: ['wantsEncryptionAtHost'],
    sources: ['VM-SM', 'A2A-SM'],
    title: 'Encryption at host is wanted',
    why: 'Site Recovery does not set it; between Azure regions it is lost.',
    remedy: 'Turn it on after the move.',
    check: (facts, { shared }) => {
      const wanted = facts.wantsEncryptionAtHost ?? shared.wantsEncryptionAtHost;
      if (wanted === undefined) return LACKS_AT_HOST;
      return wanted ? raised({ wantsEncryptionAtHost: true }) : null;
    },
  }),
  rule({
    id: 'R-TG-06',
    scenarios: ALL,
    severity: 'warning',
    fields: ['coresFree', 'familyFree', 'coresNeeded'],
    sources: ['A2A-ERR', 'FO-TS'],
    title: 'The quota does not suffice for a wave',
    why: 'A wave, its tests and its helper machines need cores at the same time; without them the failover ends with error 150097 or 28031.',
    remedy: 'Have the quota raised in good time.',
    check: (_facts, context) => checkQuota(context),
  }),
  rule({
    id: 'R-TG-07',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['targetRegion'],
    sources: ['REG-HV'],
    title: 'The target region does not take Hyper-V machines',
    why: 'South Central India and North East US 5 are excluded by name.',
    remedy: 'Choose another region.',
    check: (facts, context) => {
      const target = targetOf(facts, context);
      if (target === undefined) return LACKS_REGION;
      return regionsWithoutService.has(regionKey(target)) ? raised({ targetRegion: target }) : null;
    },
  }),
  rule({
    id: 'R-TG-08',
    scenarios: ALL,
    severity: 'warning',
    fields: ['diskCount', 'vaultCount', 'applianceCount'],
    sources: ['LIM', 'A2A-SM'],
    title: 'The engagement exceeds a limit of the service',
    why: 'Subscriptions and vaults have limits on disks, vaults and appliances.',
    remedy: 'Plan a second vault or subscription.',
    check: (_facts, context) => checkServiceLimits(context),
  }),
  rule({
    id: 'R-TG-09',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['applianceProtectedItems', 'applianceCores'],
    sources: ['APP-SM'],
    title: 'One appliance carries too many machines',
    why: 'Only the row of the largest size is published: 151 to 200 machines. Smaller ones carry fewer.',
    remedy: 'Add an appliance.',
    check: (_facts, context) => checkApplianceItems(context),
  }),
  rule({
    id: 'R-TG-10',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['cacheRegion', 'cacheAccountHasSoftDelete', 'cacheAccountAllowsSharedKey', 'cacheAccountHasHierarchicalNamespace'],
    sources: ['A2A-SM', 'VM-SM'],
    title: 'The cache storage account does not meet the conditions',
    why: 'It must be in the target region (between Azure regions: in the source region), allow access by key, and have neither soft delete nor a hierarchical namespace.',
    remedy: 'Change the account, or make a new one.',
    check: checkCacheAccount,
  }),
  rule({
    id: 'R-TG-11',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['replicationGroupSize', 'recoveryPlanSize', 'recoveryPlanGroups'],
    sources: ['RP', 'LIM'],
    title: 'A replication group or a recovery plan is too large',
    why: 'A replication group takes 16 machines, a recovery plan 100 machines and 7 groups.',
    remedy: 'Split it.',
    check: (_facts, context) => checkGroups(context),
  }),
  rule({
    id: 'R-TG-12',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['targetRegion', 'vaultRegion', 'cacheRegion', 'targetVnetRegion'],
    sources: ['HV-AZ', 'VM-SM'],
    title: 'Vault, storage and network are not all in the target region',
    why: 'They must share the region that machines are moved to.',
    remedy: 'Put them into one region.',
    check: checkOneRegion,
  }),
  rule({
    id: 'R-TG-13',
    scenarios: AGENT,
    severity: 'warning',
    fields: ['helperSizeAvailable'],
    sources: ['HYD', 'FO-TS'],
    title: 'No size for the helper machine',
    why: 'Hydration makes a helper that needs generation 1, a temporary disk and two disks more than it mends. Without such a size in region and quota the failover fails.',
    remedy: 'Have the quota raised, or bring Windows drivers into the compliant state.',
    check: (_facts, { shared: { helperSizeAvailable } }) => {
      if (helperSizeAvailable === undefined) return LACKS_HELPER;
      return helperSizeAvailable ? null : raised({ helperSizeAvailable });
    },
  }),
  rule({
    id: 'R-TG-14',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['offeredSizes', 'vmGeneration', 'helperSizeAvailable'],
    sources: ['HV-SM'],
    title: 'The region has no size of the generation that is needed',
    why: 'A generation 2 machine needs a size with generation 2, and the helper one with generation 1.',
    remedy: 'Choose another size or region.',
    check: checkGenerations,
  }),
];
