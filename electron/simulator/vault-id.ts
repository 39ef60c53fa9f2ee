import type { SimItem, SimVault } from './estate.ts';

export function vaultId(vault: Pick<SimVault, 'subscriptionId' | 'resourceGroup' | 'name'>): string {
  return `/Subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.name}`;
}

export function itemPath(item: Pick<SimItem, 'fabric' | 'container' | 'name'>): string {
  return `replicationFabrics/${item.fabric}/replicationProtectionContainers/${item.container}/replicationProtectedItems/${item.name}`;
}

/** The service writes seven digits of a second. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace('Z', '0000Z');
}
