import type { ArmRequest } from './arm-answer.ts';
import type { Body, SimItem, SimVault } from './estate.ts';
import { itemView } from './item-view.ts';
import { hasPoints, POINT_EVERY_MS, recoveryPointId } from './providers/common.ts';
import { listOf } from './resources.ts';
import { iso, itemPath, vaultId } from './vault-id.ts';

/** Lists that hang below an item, and the systems that a provider supports. */
const MOST_POINTS = 24;
const POINT_DETAILS: Readonly<Partial<Record<SimItem['provider'], Body>>> = {
  InMageRcm: { isMultiVmSyncPoint: 'false' },
  InMageAzureV2: { isMultiVmSyncPoint: 'false' },
  A2A: { recoveryPointSyncType: 'PerVmRecoveryPoint', disks: [] },
};

export function recoveryPoints(vault: SimVault, item: SimItem, now: number): Body[] {
  if (!hasPoints(item)) return [];
  const until = item.phase === 'protected' ? now : item.phaseAt;
  const id = vaultId(vault);
  const newest = until - (until % POINT_EVERY_MS);
  const count = Math.max(1, Math.min(MOST_POINTS, Math.floor((until - (item.lastFailoverAt ?? item.phaseAt)) / POINT_EVERY_MS)));
  return Array.from({ length: count }, (_, index) => {
    const at = newest - index * POINT_EVERY_MS;
    const pointId = recoveryPointId(item, id, at);
    return {
      id: pointId,
      name: pointId.split('/').at(-1) ?? '',
      type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems/recoveryPoints',
      properties: {
        recoveryPointTime: iso(at),
        recoveryPointType: index % 12 === 11 ? 'AppConsistent' : 'CrashConsistent',
        providerSpecificDetails: { instanceType: item.provider, ...POINT_DETAILS[item.provider] },
      },
    };
  });
}

export function targetSizes(vault: SimVault, item: SimItem): Body[] {
  const sizes: readonly (readonly [string, number, number, number, number])[] = [
    ['Standard_D2s_v3', 2, 8, 4, 2],
    ['Standard_D4s_v3', 4, 16, 8, 2],
    ['Standard_E8s_v3', 8, 64, 16, 4],
  ];
  return sizes.map(([name, cpuCoresCount, memoryInGB, maxDataDiskCount, maxNicsCount]) => ({
    id: `${vaultId(vault)}/${itemPath(item)}/targetComputeSizes/${name}`,
    name,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems/targetComputeSizes',
    properties: {
      name,
      friendlyName: name,
      cpuCoresCount,
      memoryInGB,
      maxDataDiskCount,
      maxNicsCount,
      errors: [],
      highIopsSupported: 'Supported',
      hyperVGenerations: ['V1', 'V2'],
    },
  }));
}

export function supportedSystems(vault: SimVault, { query }: ArmRequest): Body {
  const instanceType = query.get('instanceType') ?? 'InMageRcm';
  const windows = ['2012', '2012 R2', '2016', '2019', '2022'].map((version) => ({ version }));
  // A service pack is told where there was one.
  const older = { version: '2008 R2', servicePack: '1' };
  return {
    id: `${vaultId(vault)}/replicationSupportedOperatingSystems/Default`,
    name: 'Default',
    type: 'Microsoft.RecoveryServices/vaults/replicationSupportedOperatingSystems',
    properties: {
      supportedOsList: [{ instanceType, supportedOs: [{ osName: 'windows', osType: 'windows', osVersions: [...windows, older] }] }],
    },
  };
}

/** Counts of a vault's items by health and by test. */
export function vaultHealth(vault: SimVault, now: number, counts: { readonly fabrics: number; readonly containers: number }): Body {
  const items = vault.items.map((item) => ({ item, properties: itemView(vault, item, { now, isList: true })['properties'] as Body }));
  const count = (isCounted: (each: (typeof items)[number]) => boolean): number => items.filter(isCounted).length;
  const health = (wanted: string): number => count(({ properties }) => properties['replicationHealth'] === wanted);
  const failover = (wanted: string): number => count(({ properties }) => properties['failoverHealth'] === wanted);
  return {
    vaultErrors: [...(vault.errors ?? [])],
    protectedItemsHealth: {
      resourceCount: items.length,
      issues: issuesOf(
        items.map(({ item, properties }) => ({ id: item.id, errors: properties['healthErrors'] })),
        'ReplicationProtectedItemType',
      ),
      categorizedResourceCounts: {
        testFailoverApplicableProtectedItemsCount: count(({ item }) => item.phase === 'protected'),
        testFailoverInProgressProtectedItemsCount: count(({ item }) => item.runningScenario === 'TestFailover' && item.runningJob !== null),
        testFailoverWaitingProtectedItemsCount: count(({ item }) => item.testFailover === 'WaitingForCompletion'),
        protectedItemsCriticalCount: health('Critical'),
        protectedItemsWarningCount: health('Warning'),
        protectedItemsNeutralCount: health('None'),
        protectedItemsTestFailoverCriticalCount: 0,
        protectedItemsTestFailoverWarningCount: failover('Warning'),
        protectedItemsConfigurationCriticalCount: 0,
        protectedItemsConfigurationWarningCount: 0,
        protectedItemsFailoverHealthCriticalCount: failover('Critical'),
        protectedItemsFailoverHealthWarningCount: failover('Warning'),
      },
    },
    fabricsHealth: {
      resourceCount: counts.fabrics,
      issues: issuesOf(
        listOf(vault, 'replicationfabrics', '').map(({ properties }) => ({
          id: String(properties['internalIdentifier']),
          errors: properties['healthErrorDetails'],
        })),
        'FabricType',
      ),
      categorizedResourceCounts: null,
    },
    containersHealth: { resourceCount: counts.containers, issues: [], categorizedResourceCounts: null },
  };
}

interface Reporting {
  readonly id: string;
  readonly errors: unknown;
}

/** Errors of the same code are one issue, with all that report it. */
function issuesOf(all: readonly Reporting[], affectedResourceType: string): Body[] {
  const reports = all.flatMap(({ id, errors }) => (Array.isArray(errors) ? (errors as Body[]) : []).map((error) => ({ id, error })));
  return [...Map.groupBy(reports, ({ error }) => String(error['errorCode']))].map(([summaryCode, same]) => ({
    summaryCode,
    category: same[0]?.error['errorCategory'] ?? 'Replication',
    severity: same[0]?.error['errorLevel'] ?? 'Error',
    summaryMessage: same[0]?.error['summaryMessage'] ?? '',
    affectedResourceType,
    affectedResourceSubtype: null,
    affectedResourceCorrelationIds: same.map(({ id }) => id),
  }));
}

/** Whether an Azure machine can be protected: nothing stands against it. */
export function eligibility(path: string, clientRequestId: string): Body {
  return {
    name: 'default',
    type: 'Microsoft.RecoveryServices/replicationEligibilityResults',
    id: `${path}/default`,
    properties: { clientRequestId, errors: [] },
  };
}
