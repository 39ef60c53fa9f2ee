import { sizeByName } from '../../domain/azure-sizes.ts';
import type { MachineFacts } from '../../domain/machine.ts';
import { generationOf } from '../disks.ts';
import { missing, raised, type Check, type Unknown } from '../outcomes.ts';
import { isSameRegion } from '../regions.data.ts';
import type { RuleContext } from '../rule.ts';
import { isWithinAzure } from '../scenario-groups.ts';
import {
  APPLIANCE_CORES,
  APPLIANCES_PER_VAULT,
  DISKS_PER_SUBSCRIPTION,
  GROUPS_PER_RECOVERY_PLAN,
  MACHINES_PER_APPLIANCE,
  MACHINES_PER_RECOVERY_PLAN,
  MACHINES_PER_REPLICATION_GROUP,
  MACHINES_PER_SMALLER_APPLIANCE,
  VAULTS_PER_SUBSCRIPTION,
} from '../service-limits.data.ts';

export const LACKS_REGION = missing('targetRegion');
const LACKS_SOURCE_REGION = missing('sourceRegion');
const LACKS_SIZE = missing('targetVmSize');
const LACKS_OFFER = missing('offeredSizes');
const LACKS_QUOTA = missing('coresFree');
const LACKS_FAMILY = missing('familyFree');
const LACKS_NEED = missing('coresNeeded');
const LACKS_ITEMS = missing('applianceProtectedItems');
const LACKS_APPLIANCE_CORES = missing('applianceCores');
export const LACKS_HELPER = missing('helperSizeAvailable');
const LACKS_GENERATION = missing('vmGeneration');

/** Which of some engagement-wide fields nobody answered. Made once per combination. */
function lackOfShared(...fields: readonly (keyof RuleContext['shared'])[]): (shared: RuleContext['shared']) => Unknown | null {
  const made = new Map<string, Unknown>();
  return (shared) => {
    const open = fields.filter((field) => shared[field] === undefined);
    const [first, ...rest] = open;
    if (first === undefined) return null;
    const key = open.join(' ');
    const known = made.get(key) ?? missing(first, ...rest);
    made.set(key, known);
    return known;
  };
}

const lackOfCache = lackOfShared(
  'cacheRegion',
  'cacheAccountHasSoftDelete',
  'cacheAccountAllowsSharedKey',
  'cacheAccountHasHierarchicalNamespace',
);
const lackOfGroups = lackOfShared('replicationGroupSize', 'recoveryPlanSize', 'recoveryPlanGroups');

export function targetOf(facts: MachineFacts, context: RuleContext): string | undefined {
  return facts.targetRegion ?? context.targetRegion ?? undefined;
}

function nameKey(size: string): string {
  return size
    .trim()
    .toLowerCase()
    .replace(/^standard_/, '');
}

export function checkOffer(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const target = targetOf(facts, context);
  if (target === undefined) return LACKS_REGION;
  const { targetVmSize } = facts;
  if (targetVmSize === undefined) return LACKS_SIZE;
  const { offeredSizes } = context.shared;
  if (offeredSizes === undefined) return LACKS_OFFER;
  const wanted = nameKey(targetVmSize);
  return offeredSizes.some((size) => nameKey(size) === wanted) ? null : raised({ targetRegion: target, targetVmSize });
}

export function checkQuota({ shared, totals }: RuleContext): ReturnType<Check> {
  // Twice the cores of all machines are enough for any wave with its tests; that much is rarely free.
  const neededAtMost = totals.cpuCount * 2;
  const needed = shared.coresNeeded ?? neededAtMost;
  const seen: Record<string, number> = {};
  for (const field of ['coresFree', 'familyFree'] as const) {
    const free = shared[field];
    if (free === undefined || free >= needed) continue;
    if (shared.coresNeeded === undefined) return LACKS_NEED;
    seen[field] = free;
  }
  if (Object.keys(seen).length > 0) return raised({ ...seen, coresNeeded: needed });
  if (shared.coresFree === undefined) return LACKS_QUOTA;
  return shared.familyFree === undefined ? LACKS_FAMILY : null;
}

export function checkServiceLimits({ shared, totals }: RuleContext): ReturnType<Check> {
  const seen = {
    ...(totals.diskCount > DISKS_PER_SUBSCRIPTION ? { diskCount: totals.diskCount } : {}),
    ...((shared.vaultCount ?? 0) > VAULTS_PER_SUBSCRIPTION ? { vaultCount: shared.vaultCount } : {}),
    ...((shared.applianceCount ?? 0) > APPLIANCES_PER_VAULT ? { applianceCount: shared.applianceCount } : {}),
  };
  if (Object.keys(seen).length === 0) return null;
  return raised(
    seen,
    `Documented: ${DISKS_PER_SUBSCRIPTION.toLocaleString('en')} disks and ${VAULTS_PER_SUBSCRIPTION} vaults per subscription, ${APPLIANCES_PER_VAULT} appliances per vault.`,
  );
}

export function checkApplianceItems({ shared }: RuleContext): ReturnType<Check> {
  const { applianceProtectedItems, applianceCores } = shared;
  if (applianceProtectedItems === undefined) return LACKS_ITEMS;
  const seen = { applianceProtectedItems, ...(applianceCores === undefined ? {} : { applianceCores }) };
  if (applianceProtectedItems > MACHINES_PER_APPLIANCE) return raised(seen, `At most ${MACHINES_PER_APPLIANCE} at the largest size.`);
  const fewest = MACHINES_PER_SMALLER_APPLIANCE.at(-1)?.[1] ?? 0;
  if (applianceProtectedItems <= fewest) return null;
  if (applianceCores === undefined) return LACKS_APPLIANCE_CORES;
  if (applianceCores >= APPLIANCE_CORES) return null;
  const limit = MACHINES_PER_SMALLER_APPLIANCE.find(([cores]) => applianceCores >= cores)?.[1] ?? fewest;
  return applianceProtectedItems > limit ? raised(seen, `At this size about ${limit} (classic table, as a guide).`) : null;
}

export function checkCacheAccount(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const { shared } = context;
  const isWithin = isWithinAzure(context.scenario);
  const wanted = isWithin ? facts.sourceRegion : targetOf(facts, context);
  const isElsewhere = shared.cacheRegion !== undefined && wanted !== undefined && !isSameRegion(shared.cacheRegion, wanted);
  const seen = {
    ...(isElsewhere ? { cacheRegion: shared.cacheRegion, [isWithin ? 'sourceRegion' : 'targetRegion']: wanted } : {}),
    ...(shared.cacheAccountHasSoftDelete === true ? { cacheAccountHasSoftDelete: true } : {}),
    ...(shared.cacheAccountAllowsSharedKey === false ? { cacheAccountAllowsSharedKey: false } : {}),
    ...(shared.cacheAccountHasHierarchicalNamespace === true ? { cacheAccountHasHierarchicalNamespace: true } : {}),
  };
  if (Object.keys(seen).length > 0) return raised(seen);
  return lackOfCache(shared) ?? (wanted === undefined ? (isWithin ? LACKS_SOURCE_REGION : LACKS_REGION) : null);
}

export function checkGroups({ shared }: RuleContext): ReturnType<Check> {
  const { replicationGroupSize, recoveryPlanSize, recoveryPlanGroups } = shared;
  const seen = {
    ...((replicationGroupSize ?? 0) > MACHINES_PER_REPLICATION_GROUP ? { replicationGroupSize } : {}),
    ...((recoveryPlanSize ?? 0) > MACHINES_PER_RECOVERY_PLAN ? { recoveryPlanSize } : {}),
    ...((recoveryPlanGroups ?? 0) > GROUPS_PER_RECOVERY_PLAN ? { recoveryPlanGroups } : {}),
  };
  return Object.keys(seen).length > 0 ? raised(seen) : lackOfGroups(shared);
}

const REGION_FIELDS = ['targetRegion', 'vaultRegion', 'cacheRegion', 'targetVnetRegion'] as const;
const regionLacks = new Map<string, Unknown>();

export function checkOneRegion(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const regions: Record<(typeof REGION_FIELDS)[number], string | undefined> = {
    targetRegion: targetOf(facts, context),
    vaultRegion: context.vaultRegion ?? undefined,
    cacheRegion: context.shared.cacheRegion,
    targetVnetRegion: facts.targetVnetRegion ?? context.shared.targetVnetRegion,
  };
  const known = REGION_FIELDS.flatMap((field) => regions[field] ?? []);
  const [first] = known;
  if (first !== undefined && known.some((region) => !isSameRegion(region, first)))
    return raised(Object.fromEntries(REGION_FIELDS.flatMap((field) => (regions[field] === undefined ? [] : [[field, regions[field]]]))));
  const [open, ...rest] = REGION_FIELDS.filter((field) => regions[field] === undefined);
  if (open === undefined) return null;
  const key = [open, ...rest].join(' ');
  const lack = regionLacks.get(key) ?? missing(open, ...rest);
  regionLacks.set(key, lack);
  return lack;
}

export function checkGenerations(facts: MachineFacts, { shared }: RuleContext): ReturnType<Check> {
  if (shared.helperSizeAvailable === false) return raised({ helperSizeAvailable: false });
  const generation = generationOf(facts);
  if (generation === undefined) return LACKS_GENERATION;
  if (generation === 2) {
    if (shared.offeredSizes === undefined) return LACKS_OFFER;
    const hasSecond = shared.offeredSizes.some((size) => sizeByName(size)?.series.generations.includes(2) === true);
    if (!hasSecond) return raised({ vmGeneration: 2, offeredSizes: shared.offeredSizes });
  }
  return shared.helperSizeAvailable === undefined ? LACKS_HELPER : null;
}
