import type { ArmRequest } from './arm-answer.ts';
import type { Body, SimItem, SimVault } from './estate.ts';
import { itemPath } from './item-view.ts';
import { iso, vaultId } from './job-view.ts';
import { hasPoints, POINT_EVERY_MS, recoveryPointId } from './providers/common.ts';

/** Lists that hang below an item, and the systems that a provider supports. */
const MOST_POINTS = 24;

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
        providerSpecificDetails: { instanceType: item.provider, isMultiVmSyncPoint: 'false' },
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
  const windows = ['2012', '2012 R2', '2016', '2019', '2022'].map((version) => ({ version, servicePack: '' }));
  return {
    id: `${vaultId(vault)}/replicationSupportedOperatingSystems`,
    name: 'replicationSupportedOperatingSystems',
    type: 'Microsoft.RecoveryServices/vaults/replicationSupportedOperatingSystems',
    properties: { supportedOsList: [{ instanceType, supportedOs: [{ osName: 'WindowsServer', osType: 'Windows', osVersions: windows }] }] },
  };
}
