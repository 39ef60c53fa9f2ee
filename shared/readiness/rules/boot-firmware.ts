import { sizeByName } from '../../domain/azure-sizes.ts';
import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { generationOf, LACKS_DISK_SIZE, largestPossibleDiskGiB, osDiskOf } from '../disks.ts';
import { hydratedSystems, trustedLaunchSystems } from '../operating-systems.data.ts';
import { listingOf, systemSeen } from '../operating-systems.ts';
import { missing, onLinux, overLimit, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, CROSS_REGION, HYPER_V, isHydrationAvoidable, TO_AZURE } from '../scenario-groups.ts';
import { OS_DISK_LIMIT_GIB } from '../service-limits.data.ts';
import { LACKS as LACKS_SYSTEM } from './os-system.ts';

const checkSecureBoot = whenStated('isSecureBootOn', true);
const LACKS_FIRMWARE = missing('firmware');
const LACKS_GENERATION = missing('vmGeneration');
const LACKS_SIZE = missing('targetVmSize');
const LACKS_SIZE_GENERATION = missing('targetHasGeneration2');
const LACKS_SECURITY = missing('securityType');
const LACKS_CREATED = missing('createdOn');
const LACKS_PLAN = missing('trustedLaunchPlanned');
const LACKS_PROTECTION = missing('protectionState');

/** Whether the system disk is larger than a limit; where nobody says which disk it is, or how large, none is larger than all. */
function systemDiskOver(facts: MachineFacts, limitGiB: number): number | 'unknown' | null {
  const stated = osDiskOf(facts)?.sizeGiB;
  if (stated !== undefined) return stated > limitGiB ? stated : null;
  const largest = largestPossibleDiskGiB(facts);
  if (largest !== undefined && largest <= limitGiB) return null;
  const [only, ...others] = facts.disks ?? [];
  return others.length === 0 && only?.sizeGiB !== undefined ? only.sizeGiB : 'unknown';
}

/** Limit of the system disk of one firmware. A machine of unknown firmware is asked only where the limit is broken. */
function systemDiskLimit(generation: 1 | 2, lacks: ReturnType<typeof missing>): Check {
  const limitGiB = OS_DISK_LIMIT_GIB[generation];
  return (facts) => {
    const own = generationOf(facts);
    if (own !== undefined && own !== generation) return null;
    const over = systemDiskOver(facts, limitGiB);
    if (over === null) return null;
    if (over === 'unknown') return LACKS_DISK_SIZE;
    if (own === undefined) return lacks;
    return raised({ 'osDisk.sizeGiB': over, vmGeneration: generation }, overLimit(over, limitGiB));
  };
}

const firstGenerationLimit = systemDiskLimit(1, LACKS_GENERATION);
const secondGenerationLimit = systemDiskLimit(2, LACKS_GENERATION);

function checkTargetGeneration(facts: MachineFacts): ReturnType<Check> {
  if (facts.firmware === undefined) return LACKS_FIRMWARE;
  if (facts.firmware === 'bios') return null;
  const { targetVmSize } = facts;
  if (targetVmSize === undefined) return LACKS_SIZE;
  const hasSecond = facts.targetHasGeneration2 ?? sizeByName(targetVmSize)?.series.generations.includes(2);
  if (hasSecond === undefined) return LACKS_SIZE_GENERATION;
  return hasSecond ? null : raised({ firmware: 'uefi', targetVmSize });
}

function checkTrustedLaunchSystem(facts: MachineFacts): ReturnType<Check> {
  if (facts.securityType === undefined) return LACKS_SECURITY;
  if (facts.securityType !== 'trustedLaunch') return null;
  const listing = listingOf(trustedLaunchSystems, facts);
  if (listing === 'listed') return null;
  return listing === 'not-listed' ? raised({ securityType: facts.securityType, ...systemSeen(facts) }) : LACKS_SYSTEM[listing];
}

function checkTrustedLaunchAge(facts: MachineFacts): ReturnType<Check> {
  if (facts.securityType === undefined) return LACKS_SECURITY;
  if (facts.securityType !== 'trustedLaunch') return null;
  if (facts.createdOn === undefined) return LACKS_CREATED;
  return facts.createdOn < '2024-04-01' ? raised({ securityType: facts.securityType, createdOn: facts.createdOn }) : null;
}

function checkTrustedLaunchPlan(facts: MachineFacts): ReturnType<Check> {
  if (facts.trustedLaunchPlanned === undefined) return facts.securityType === 'trustedLaunch' ? null : LACKS_PLAN;
  if (!facts.trustedLaunchPlanned) return null;
  if (facts.protectionState === undefined) return LACKS_PROTECTION;
  return /^(?:none|unprotected)$/i.test(facts.protectionState)
    ? null
    : raised({ trustedLaunchPlanned: true, protectionState: facts.protectionState });
}

export const bootFirmwareRules: readonly Rule[] = [
  rule({
    id: 'R-BT-01',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['isSecureBootOn'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'Secure Boot is on',
    why: 'UEFI machines can be moved, but not with Secure Boot.',
    remedy:
      'Turn Secure Boot off before enabling replication. In Azure it comes back only by upgrading the machine to trusted launch (our inference).',
    check: (facts, context) => (facts.firmware === 'bios' && facts.isSecureBootOn !== true ? null : checkSecureBoot(facts, context)),
  }),
  rule({
    id: 'R-BT-02',
    scenarios: TO_AZURE,
    severity: 'blocker',
    fields: ['firmware', 'targetVmSize', 'targetHasGeneration2'],
    sources: ['VM-SM', 'HV-SM'],
    title: 'The target size has no generation 2',
    why: 'A UEFI machine becomes a generation 2 machine in Azure, and not every size can be one.',
    remedy: 'Choose a size that supports generation 2.',
    check: checkTargetGeneration,
  }),
  rule({
    id: 'R-BT-03',
    scenarios: AGENT,
    severity: 'refused',
    fields: ['firmware', 'disks[].sizeGiB'],
    sources: ['VM-SM'],
    title: 'The system disk is too large for BIOS',
    why: 'The system disk of a generation 1 machine holds at most 2,048 GiB.',
    remedy: 'Shrink or split the disk, or convert the machine to UEFI.',
    check: (facts, context) => firmwareWords(firstGenerationLimit(facts, context)),
  }),
  rule({
    id: 'R-BT-04',
    scenarios: AGENT,
    severity: 'refused',
    fields: ['firmware', 'disks[].sizeGiB'],
    sources: ['VM-SM'],
    title: 'The system disk is too large for UEFI',
    why: 'The system disk of a generation 2 machine holds at most 4,095 GiB.',
    remedy: 'Shrink the disk.',
    check: (facts, context) => firmwareWords(secondGenerationLimit(facts, context)),
  }),
  rule({
    id: 'R-BT-05',
    scenarios: HYPER_V,
    severity: 'refused',
    fields: ['vmGeneration', 'disks[].sizeGiB'],
    sources: ['HV-SM'],
    title: 'The system disk is too large',
    why: 'The limit is 2,048 GiB for generation 1 and 4,095 GiB for generation 2 (until 2020 it was 300 GB for generation 2).',
    remedy: 'Shrink the disk.',
    check: (facts, context) => firstGenerationLimit(facts, context) ?? secondGenerationLimit(facts, context),
  }),
  rule({
    id: 'R-BT-16',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['securityType'],
    sources: ['HV-SM'],
    title: 'Trusted launch or a confidential machine is wanted',
    why: 'Neither is available as a target for Hyper-V machines.',
    remedy: 'Plan a standard machine, and upgrade it to trusted launch later.',
    check: (facts, context) => {
      const wanted = facts.securityType ?? context.shared.securityType;
      if (wanted === undefined) return LACKS_SECURITY;
      return wanted === 'standard' ? null : raised({ securityType: wanted });
    },
  }),
  rule({
    id: 'R-BT-17',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['securityType', 'osFamily', 'osVersion'],
    sources: ['TL'],
    title: 'Trusted launch is not supported for this Linux',
    why: 'Between Azure regions only some Linux releases may use trusted launch.',
    remedy: 'Deploy the machine anew in the target region.',
    check: onLinux(checkTrustedLaunchSystem),
  }),
  rule({
    id: 'R-BT-18',
    scenarios: CROSS_REGION,
    severity: 'blocker',
    fields: ['securityType', 'createdOn'],
    sources: ['TL'],
    title: 'The trusted-launch Linux machine is too old',
    why: 'Linux machines with trusted launch that were created before April 2024 are excluded.',
    remedy: 'Deploy the machine anew.',
    check: onLinux(checkTrustedLaunchAge),
  }),
  rule({
    id: 'R-BT-19',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['securityType'],
    sources: ['product', 'A2A-SM'],
    title: 'It is a confidential machine',
    why: 'No article says whether confidential machines can be moved between regions; treat it as unsupported until one was moved.',
    remedy: 'Ask Microsoft, or deploy the machine anew.',
    check: ({ securityType }) => {
      if (securityType === undefined) return LACKS_SECURITY;
      return securityType === 'confidential' ? raised({ securityType }) : null;
    },
  }),
  rule({
    id: 'R-BT-20',
    scenarios: CROSS_REGION,
    severity: 'warning',
    fields: ['trustedLaunchPlanned', 'protectionState'],
    sources: ['TL'],
    title: 'The upgrade to trusted launch falls into the replication',
    why: 'Replication must be disabled before a generation 2 machine is turned into a trusted-launch one.',
    remedy: 'Change it before enabling replication, or after the move.',
    check: checkTrustedLaunchPlan,
  }),
  rule({
    id: 'R-BT-21',
    scenarios: TO_AZURE,
    severity: 'warning',
    fields: ['hasTpmBoundSecrets'],
    sources: ['product'],
    title: 'Secrets are bound to a TPM',
    why: 'The virtual TPM does not move with the machine (our inference).',
    remedy: 'Suspend or remove what is bound to the TPM before the move.',
    check: whenStated('hasTpmBoundSecrets', true),
  }),
  rule({
    id: 'R-BT-22',
    scenarios: AGENT,
    severity: 'info',
    fields: ['hasCompliantBootDrivers', 'dhcpServiceAutomatic'],
    sources: ['FO', 'HYD', 'SCALE'],
    title: 'The failover needs hydration',
    why: 'Making the machine bootable adds 8 to 10 minutes to the failover and halves the number of failovers per hour. Only Windows on VMware with compliant drivers and the DHCP service on automatic start goes without.',
    remedy: 'Where it is Windows on VMware: bring the boot drivers and the DHCP service into the compliant state.',
    check: ({ osFamily, hasCompliantBootDrivers, dhcpServiceAutomatic }, { scenario }) =>
      isHydrationAvoidable(scenario) && osFamily === 'windows' && hasCompliantBootDrivers === true && dhcpServiceAutomatic === true
        ? null
        : raised({
            ...(osFamily === undefined ? {} : { osFamily }),
            hasCompliantBootDrivers: hasCompliantBootDrivers ?? null,
            dhcpServiceAutomatic: dhcpServiceAutomatic ?? null,
          }),
  }),
  rule({
    id: 'R-BT-23',
    scenarios: AGENT,
    severity: 'warning',
    fields: ['osDistro', 'osVersion'],
    sources: ['HYD'],
    title: 'Hydration does not know this distribution',
    why: 'Outside its list hydration neither installs the Azure agent nor mends the network settings.',
    remedy: 'Install waagent and the Hyper-V drivers before the move.',
    check: onLinux((facts) => {
      const listing = listingOf(hydratedSystems, facts);
      if (listing === 'listed') return null;
      return listing === 'not-listed' ? raised(systemSeen(facts)) : LACKS_SYSTEM[listing];
    }),
  }),
];

/** The agent's articles speak of firmware where Hyper-V's speak of generations. */
function firmwareWords(outcome: ReturnType<Check>): ReturnType<Check> {
  if (outcome === LACKS_GENERATION) return LACKS_FIRMWARE;
  if (outcome?.outcome !== 'raised') return outcome;
  const { vmGeneration, ...seen } = outcome.seen;
  return { ...outcome, seen: { firmware: vmGeneration === 2 ? 'uefi' : 'bios', ...seen } };
}
