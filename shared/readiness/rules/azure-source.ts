import { sizeByName } from '../../domain/azure-sizes.ts';
import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { lackOf, missing, onLinux, raised, whenStated, type Check } from '../outcomes.ts';
import { cloudOf, isSameRegion, regionKey, regionsWithoutService, restrictedRegions, targetsOfBrazilSouth } from '../regions.data.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { CROSS_REGION } from '../scenario-groups.ts';

const LACKS_SIZE = missing('vmSize');
const LACKS_SOURCE = missing('sourceRegion');
const LACKS_TARGET = missing('targetRegion');
const LACKS_VAULT = missing('vaultRegion');
const LACKS_TENANT = missing('tenant');
const LACKS_TARGET_TENANT = missing('targetTenant');
const LACKS_ORCHESTRATION = missing('vmssOrchestration');
const LACKS_LOCKS = missing('locks');
const LACKS_GROUP_REGION = missing('resourceGroupRegion');
const LACKS_UPGRADE = missing('plannedOsUpgrade');
const lackOfState = lackOf('provisioningState', 'vmAgentStatus', 'failedExtensions');

function targetOf(facts: MachineFacts, context: RuleContext): string | undefined {
  return facts.targetRegion ?? context.targetRegion ?? undefined;
}

function checkLeastSize(facts: MachineFacts): ReturnType<Check> {
  const size = facts.vmSize === undefined ? undefined : sizeByName(facts.vmSize);
  const cores = facts.cpuCount ?? size?.cpuCount;
  const memoryMiB = facts.memoryMiB ?? (size === undefined ? undefined : size.memoryGiB * 1024);
  if ((cores !== undefined && cores < 2) || (memoryMiB !== undefined && memoryMiB < 1024))
    return raised({
      ...(facts.vmSize === undefined ? {} : { vmSize: facts.vmSize }),
      cpuCount: cores ?? null,
      memoryMiB: memoryMiB ?? null,
    });
  return cores === undefined || memoryMiB === undefined ? LACKS_SIZE : null;
}

/** Asked with both regions known. */
function withRegions(check: (source: string, target: string) => ReturnType<Check>): Check {
  return (facts, context) => {
    const target = targetOf(facts, context);
    if (facts.sourceRegion === undefined) return LACKS_SOURCE;
    return target === undefined ? LACKS_TARGET : check(facts.sourceRegion, target);
  };
}

function checkRestricted(facts: MachineFacts, context: RuleContext): ReturnType<Check> {
  const target = targetOf(facts, context);
  if (target === undefined) return LACKS_TARGET;
  const name = restrictedRegions[regionKey(target)];
  return name === undefined ? null : raised({ targetRegion: target }, `${name} needs to be unlocked for the subscription.`);
}

function checkVault(facts: MachineFacts, { vaultRegion }: RuleContext): ReturnType<Check> {
  if (vaultRegion === null) return LACKS_VAULT;
  if (regionsWithoutService.has(regionKey(vaultRegion))) return raised({ vaultRegion });
  if (facts.sourceRegion === undefined) return LACKS_SOURCE;
  return isSameRegion(vaultRegion, facts.sourceRegion) ? raised({ vaultRegion, sourceRegion: facts.sourceRegion }) : null;
}

function checkState(facts: MachineFacts): ReturnType<Check> {
  const { provisioningState, vmAgentStatus, failedExtensions } = facts;
  const seen = {
    ...(provisioningState !== undefined && !/^succeeded$/i.test(provisioningState) ? { provisioningState } : {}),
    ...(vmAgentStatus !== undefined && !/^ready$/i.test(vmAgentStatus) ? { vmAgentStatus } : {}),
    ...(failedExtensions !== undefined && failedExtensions.length > 0 ? { failedExtensions } : {}),
  };
  return Object.keys(seen).length > 0 ? raised(seen) : lackOfState(facts);
}

export const azureSourceRules: readonly Rule[] = [
  rule({
    id: 'R-AZ-01',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['vmSize'],
    sources: ['A2A-SM'],
    title: 'The machine is too small',
    why: 'A machine needs at least two cores and 1 GiB of memory to be replicated.',
    remedy: 'Give the machine a larger size first.',
    check: checkLeastSize,
  }),
  rule({
    id: 'R-AZ-02',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['sourceRegion', 'targetRegion'],
    sources: ['A2A-SM'],
    title: 'Source and target are the same region',
    why: 'That is no move. From zone to zone there is disaster recovery only, with limits.',
    remedy: 'Choose another target region.',
    check: withRegions((sourceRegion, targetRegion) =>
      isSameRegion(sourceRegion, targetRegion) ? raised({ sourceRegion, targetRegion }) : null,
    ),
  }),
  rule({
    id: 'R-AZ-03',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['tenant', 'targetTenant'],
    sources: ['A2A-SM'],
    title: 'Source and target belong to different tenants',
    why: 'Both must be in the same Microsoft Entra tenant.',
    remedy: 'Export the disks instead.',
    check: ({ tenant }, { shared: { targetTenant } }) => {
      if (tenant === undefined) return LACKS_TENANT;
      if (targetTenant === undefined) return LACKS_TARGET_TENANT;
      return tenant.toLowerCase() === targetTenant.toLowerCase() ? null : raised({ tenant, targetTenant });
    },
  }),
  rule({
    id: 'R-AZ-04',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['targetRegion'],
    sources: ['REG-A2A'],
    title: 'Access to the target region is restricted',
    why: 'Some regions are open only to subscriptions that were let in; Brazil Southeast can be a target only.',
    remedy: 'Request access in good time.',
    check: checkRestricted,
  }),
  rule({
    id: 'R-AZ-05',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['sourceRegion', 'targetRegion'],
    sources: ['REG-A2A'],
    title: 'Brazil South cannot replicate to this region',
    why: 'From Brazil South only Brazil Southeast and seven regions of the United States can be chosen.',
    remedy: 'Choose one of them.',
    check: withRegions((sourceRegion, targetRegion) =>
      regionKey(sourceRegion) === 'brazilsouth' && !targetsOfBrazilSouth.has(regionKey(targetRegion))
        ? raised({ sourceRegion, targetRegion })
        : null,
    ),
  }),
  rule({
    id: 'R-AZ-06',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['vaultRegion', 'sourceRegion'],
    sources: ['A2A-SM', 'REG-A2A'],
    title: 'The vault is in the wrong region',
    why: 'The vault may be in any region but that of the source, and not in South Central India or North East US 5.',
    remedy: 'Make the vault in another region.',
    check: checkVault,
  }),
  rule({
    id: 'R-AZ-07',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['sourceRegion', 'targetRegion'],
    sources: ['A2A-SM'],
    title: 'Source and target are in different clouds',
    why: 'Regions of the US Government and of the US Department of Defense do not replicate to each other. That this holds between any two clouds is our inference.',
    remedy: 'Choose a target in the cloud of the source.',
    check: withRegions((sourceRegion, targetRegion) =>
      cloudOf(sourceRegion) === cloudOf(targetRegion) ? null : raised({ sourceRegion, targetRegion }),
    ),
  }),
  rule({
    id: 'R-AZ-08',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['onDedicatedHost'],
    sources: ['A2A-SM'],
    title: 'The machine is on a dedicated host',
    why: 'Machines on dedicated hosts are not supported.',
    remedy: 'Take the machine off the host.',
    check: whenStated('onDedicatedHost', true),
  }),
  rule({
    id: 'R-AZ-09',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['vmssOrchestration'],
    sources: ['A2A-SM'],
    title: 'The machine is in a scale set that is not flexible',
    why: 'Only scale sets with flexible orchestration are supported.',
    remedy: 'Choose another target, or build the set anew.',
    check: ({ vmssOrchestration }) => {
      if (vmssOrchestration === undefined) return LACKS_ORCHESTRATION;
      return /^(?:none|flex)/i.test(vmssOrchestration) ? null : raised({ vmssOrchestration });
    },
  }),
  rule({
    id: 'R-AZ-10',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['provisioningState', 'vmAgentStatus', 'failedExtensions'],
    sources: ['A2A-ERR-V'],
    title: 'Azure reports the machine as not healthy',
    why: 'Unless it is provisioned, its agent ready and no extension failed, enabling fails (error 150019) or the machine cannot be chosen at all.',
    remedy: 'Restart or repair the Azure agent, remove the failed extension.',
    check: checkState,
  }),
  rule({
    id: 'R-AZ-11',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['locks'],
    sources: ['A2A-ERR-V'],
    title: 'There is a lock on the machine or its parts',
    why: 'Disabling later ends with error 150225 and leaves stale links behind; a lock may block enabling as well (our inference).',
    remedy: 'Remove the locks for the time of the move.',
    check: ({ locks }) => {
      if (locks === undefined) return LACKS_LOCKS;
      return locks.length > 0 ? raised({ locks }) : null;
    },
  }),
  rule({
    id: 'R-AZ-12',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['mobilityServiceInstalled'],
    sources: ['AFTER', 'A2A-SM'],
    title: 'The Mobility service of an earlier move is still installed',
    why: 'It must be gone, and the machine restarted, before replication between regions is enabled.',
    remedy: 'Remove the Mobility service and restart.',
    check: whenStated('mobilityServiceInstalled', true),
  }),
  rule({
    id: 'R-AZ-13',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['staleSiteRecoveryLinks'],
    sources: ['A2A-ERR-P'],
    title: 'Links of an earlier replication are left',
    why: 'Enabling replication fails as long as they exist.',
    remedy: 'Run the clean-up script of the article.',
    check: whenStated('staleSiteRecoveryLinks', true),
  }),
  rule({
    id: 'R-AZ-14',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['resourceGroupRegion', 'sourceRegion'],
    sources: ['A2A-ERR'],
    title: 'Machine and resource group are in different regions',
    why: 'The vault does not list such machines.',
    remedy: 'Enable replication from the page of the machine.',
    check: ({ resourceGroupRegion, sourceRegion }) => {
      if (resourceGroupRegion === undefined) return LACKS_GROUP_REGION;
      if (sourceRegion === undefined) return LACKS_SOURCE;
      return isSameRegion(resourceGroupRegion, sourceRegion) ? null : raised({ resourceGroupRegion, sourceRegion });
    },
  }),
  rule({
    id: 'R-AZ-15',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['plannedOsUpgrade'],
    sources: ['A2A-EN', 'A2A-SM'],
    title: 'A major upgrade of Linux falls into the replication',
    why: 'Upgrades such as Red Hat 7 to 8 while replicating are a preview from agent 9.66.7567.1 on.',
    remedy: 'Upgrade before enabling replication, or after the move.',
    check: onLinux((facts, { shared }) => {
      const planned = facts.plannedOsUpgrade ?? shared.plannedOsUpgrade;
      if (planned === undefined) return LACKS_UPGRADE;
      return /^(?:none|no)?$/i.test(planned.trim()) ? null : raised({ plannedOsUpgrade: planned });
    }),
  }),
];
