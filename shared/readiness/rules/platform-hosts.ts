import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { whenAnyDisk } from '../disks.ts';
import { hyperVHostReleases, vmmReleases, vsphereVersions } from '../operating-systems.data.ts';
import { lackOf, missing, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { HYPER_V, VMWARE, WITH_VMM } from '../scenario-groups.ts';
import { isOlderThan } from '../versions.ts';

const LACKS_TOOLS = missing('vmwareToolsStatus');
const LACKS_HARDWARE = missing('vmHardwareVersion');
const LACKS_POWER = missing('powerState');
const LACKS_HOST = missing('hostOsVersion');
const LACKS_VMM = missing('vmmVersion');
const LACKS_VMM_CORE = missing('vmmIsServerCore');
const LACKS_DOT_NET = missing('dotNetVersionHost');
const LACKS_TENANTS = missing('hostTenants');
const LACKS_SERVICES = missing('integrationServices');
const LACKS_CLUSTER = missing('isHostClustered');
const lackOfVersions = lackOf('vcenterVersion', 'esxiVersion');
const lackOfTools = lackOf('hostHasAzureBackup', 'hostHasOtherReplication');
const lackOfClusterFacts = lackOf('isVmHighlyAvailable', 'hasReplicaBroker');

/** `8.0.2` is 8.0; undefined where there is no version to see. */
function majorMinor(version: string): string | undefined {
  return /(\d+\.\d+)/.exec(version)?.[1];
}

function checkVsphere(facts: MachineFacts): ReturnType<Check> {
  const seen: Record<string, string> = {};
  for (const field of ['vcenterVersion', 'esxiVersion'] as const) {
    const version = facts[field];
    if (version !== undefined && !vsphereVersions.has(majorMinor(version) ?? version)) seen[field] = version;
  }
  return Object.keys(seen).length > 0 ? raised(seen) : lackOfVersions(facts);
}

/** `Windows Server 2012 R2 Datacenter` and `2012R2` are 2012 R2. */
function serverRelease(text: string): string | undefined {
  const found = /(20\d\d)\s*(r2)?/i.exec(text);
  return found === null ? undefined : `${found[1] ?? ''}${found[2] === undefined ? '' : ' R2'}`;
}

function checkHost({ hostOsVersion, hostIsClientHyperV }: MachineFacts): ReturnType<Check> {
  if (hostIsClientHyperV === true) return raised({ hostIsClientHyperV });
  if (hostOsVersion === undefined) return LACKS_HOST;
  const release = serverRelease(hostOsVersion);
  if (release !== undefined && hyperVHostReleases.has(release)) return null;
  return raised({ hostOsVersion });
}

function checkVmm({ vmmVersion, vmmIsServerCore }: MachineFacts): ReturnType<Check> {
  if (vmmVersion === undefined) return LACKS_VMM;
  const release = serverRelease(vmmVersion);
  if (release === undefined || !vmmReleases.has(release)) return raised({ vmmVersion });
  if (release !== '2022') return null;
  if (vmmIsServerCore === undefined) return LACKS_VMM_CORE;
  return vmmIsServerCore ? raised({ vmmVersion, vmmIsServerCore }) : null;
}

function checkCluster(facts: MachineFacts): ReturnType<Check> {
  const { isHostClustered, isVmHighlyAvailable, hasReplicaBroker } = facts;
  const isClustered = isHostClustered ?? (isVmHighlyAvailable === true || facts.cluster !== undefined ? true : undefined);
  if (isClustered === undefined) return LACKS_CLUSTER;
  if (!isClustered) return null;
  if (isVmHighlyAvailable === false || hasReplicaBroker === false)
    return raised({
      ...(isVmHighlyAvailable === false ? { isVmHighlyAvailable } : {}),
      ...(hasReplicaBroker === false ? { hasReplicaBroker } : {}),
    });
  return lackOfClusterFacts(facts);
}

/** A state ("Up to date", "Update required"), one of our words (current, old, vssOff), or a version (10.0, 6.3.9600.18907). */
function checkServices({ integrationServices }: MachineFacts): ReturnType<Check> {
  if (integrationServices === undefined) return LACKS_SERVICES;
  const text = integrationServices.trim().toLowerCase();
  if (text === 'current' || text.includes('up to date')) return null;
  const isCurrentVersion = /^[\d.]+$/.test(text) && !isOlderThan(text, '10');
  return isCurrentVersion ? null : raised({ integrationServices });
}

export const platformHostRules: readonly Rule[] = [
  rule({
    id: 'R-PL-01',
    scenarios: VMWARE,
    severity: 'blocker',
    fields: ['vcenterVersion', 'esxiVersion'],
    sources: ['VM-SM'],
    title: 'The vSphere version is not listed',
    why: 'vCenter and ESXi 6.5, 6.7, 7.0 and 8.0 are listed.',
    remedy: 'Upgrade vSphere, or protect the machine as a physical one.',
    check: checkVsphere,
  }),
  rule({
    id: 'R-PL-02',
    scenarios: VMWARE,
    severity: 'warning',
    fields: ['vmwareToolsStatus'],
    sources: ['VM-SM', 'EN-VM'],
    title: 'VMware Tools are not running',
    why: 'They are needed to discover details of the machine, and to shut it down at the failover.',
    remedy: 'Install or start VMware Tools.',
    check: ({ vmwareToolsStatus }) => {
      if (vmwareToolsStatus === undefined) return LACKS_TOOLS;
      return vmwareToolsStatus === 'running' ? null : raised({ vmwareToolsStatus });
    },
  }),
  rule({
    id: 'R-PL-03',
    scenarios: VMWARE,
    severity: 'info',
    fields: ['vmHardwareVersion'],
    sources: ['product', 'VM-SM'],
    title: 'No limit on the hardware version is documented',
    why: 'The articles name no least or highest version of the virtual hardware.',
    remedy: 'Nothing to do.',
    check: ({ vmHardwareVersion }) => (vmHardwareVersion === undefined ? LACKS_HARDWARE : raised({ vmHardwareVersion })),
  }),
  rule({
    id: 'R-PL-04',
    scenarios: VMWARE,
    severity: 'blocker',
    fields: ['powerState'],
    sources: ['product'],
    title: 'The machine is powered off',
    why: 'The agent cannot be installed in a machine that does not run (our inference).',
    remedy: 'Power the machine on, or take it out of scope.',
    check: ({ powerState }) => {
      if (powerState === undefined) return LACKS_POWER;
      return powerState === 'on' ? null : raised({ powerState });
    },
  }),
  rule({
    id: 'R-PL-05',
    scenarios: VMWARE,
    severity: 'info',
    fields: ['usesStorageVmotion'],
    sources: ['VM-SM'],
    title: 'Storage vMotion is planned',
    why: 'It is allowed while a machine replicates for a migration.',
    remedy: 'Nothing to do.',
    check: whenStated('usesStorageVmotion', true),
  }),
  rule({
    id: 'R-PL-06',
    scenarios: VMWARE,
    severity: 'info',
    fields: ['disks[].datastoreKind'],
    sources: ['VM-SM'],
    title: 'A disk lies on a vVol',
    why: 'It replicates, but cannot fail back; that matters only for disaster recovery.',
    remedy: 'Nothing to do.',
    check: whenAnyDisk({
      field: 'disks[].datastoreKind',
      of: (disk) => (disk.datastoreKind === undefined ? undefined : /^vvol/i.test(disk.datastoreKind)),
    }),
  }),
  rule({
    id: 'R-PL-07',
    scenarios: VMWARE,
    severity: 'warning',
    fields: ['faultTolerance'],
    sources: ['product'],
    title: 'Fault tolerance is on',
    why: 'The matrix does not speak of fault-tolerant machines (our inference: treat them as unsupported).',
    remedy: 'Turn fault tolerance off before the move.',
    check: whenStated('faultTolerance', true),
  }),
  rule({
    id: 'R-PL-08',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['hostOsVersion', 'hostIsClientHyperV'],
    sources: ['HV-SM'],
    title: 'The Hyper-V host is not listed',
    why: 'Hosts may run Windows Server 2012 R2, 2016, 2019, 2022 or (since 2026) 2025. Hyper-V of a Windows client is not supported.',
    remedy: 'Move the machine to a listed host.',
    check: checkHost,
  }),
  rule({
    id: 'R-PL-09',
    scenarios: WITH_VMM,
    severity: 'blocker',
    fields: ['vmmVersion', 'vmmIsServerCore'],
    sources: ['HV-SM'],
    title: 'The version of VMM is not listed',
    why: 'VMM 2012 R2, 2016, 2019, 2022 and 2025 are listed; 2022 not on Server Core.',
    remedy: 'Upgrade VMM, or replicate the hosts without VMM.',
    check: checkVmm,
  }),
  rule({
    id: 'R-PL-10',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['dotNetVersionHost'],
    sources: ['HV-SM'],
    title: '.NET on the host is too old',
    why: 'The provider needs .NET Framework 4.6.2 or later.',
    remedy: 'Install it on the host.',
    check: ({ dotNetVersionHost }) => {
      if (dotNetVersionHost === undefined) return LACKS_DOT_NET;
      return isOlderThan(dotNetVersionHost, '4.6.2') ? raised({ dotNetVersionHost }) : null;
    },
  }),
  rule({
    id: 'R-PL-11',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['hostHasAzureBackup', 'hostHasOtherReplication'],
    sources: ['HV-SM'],
    title: 'Another backup or replication tool runs on the host',
    why: 'Azure Backup, or another tool for backup or disaster recovery, on the same host is not supported.',
    remedy: 'Remove one of the two.',
    check: (facts) => {
      const { hostHasAzureBackup, hostHasOtherReplication } = facts;
      if (hostHasAzureBackup !== true && hostHasOtherReplication !== true) return lackOfTools(facts);
      return raised({
        ...(hostHasAzureBackup === true ? { hostHasAzureBackup } : {}),
        ...(hostHasOtherReplication === true ? { hostHasOtherReplication } : {}),
      });
    },
  }),
  rule({
    id: 'R-PL-12',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['isHostClustered', 'isVmHighlyAvailable', 'hasReplicaBroker'],
    sources: ['HV-DP', 'HV-FAQ'],
    title: 'A cluster without replica broker, or a machine that is not highly available',
    why: 'The planner asks for both on a cluster; the list of questions says that a cluster needs no extra steps. It is not certain.',
    remedy: 'Add the broker and make the machine highly available.',
    check: checkCluster,
  }),
  rule({
    id: 'R-PL-13',
    scenarios: HYPER_V,
    severity: 'blocker',
    fields: ['hostTenants'],
    sources: ['HV-SM'],
    title: 'The host belongs to more than one tenant',
    why: 'All hosts of a site must belong to one Microsoft Entra tenant.',
    remedy: 'Split the site.',
    check: ({ hostTenants }) => {
      if (hostTenants === undefined) return LACKS_TENANTS;
      return new Set(hostTenants).size > 1 ? raised({ hostTenants }) : null;
    },
  }),
  rule({
    id: 'R-PL-14',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['integrationServices'],
    sources: ['HV-TS'],
    title: 'Integration services are old or without VSS',
    why: 'Snapshots of such guests fail.',
    remedy: 'Update the integration services and turn the backup component on.',
    check: checkServices,
  }),
];
