import type { AzureState } from './azure-state.ts';

/** What kind of vault it is, and what follows from that for a person. */
export interface VaultKind {
  readonly kind: 'site-recovery' | 'classic' | 'azure-migrate' | 'unused';
  readonly title: string;
  /** What it means and how it may be treated; `null` where nothing has to be said. */
  readonly advice: string | null;
  /** Landfall only reads it. */
  readonly isReadOnly: boolean;
}

const MIGRATE_TAG = /migrate/i;

/**
 * A vault that Azure Migrate made in the background looks like one of Site Recovery; Landfall recognises it, labels it and
 * leaves it alone. SOURCE: checklists, "Azure Migrate agent-based" and "Classic" (2026).
 */
export function vaultKind({
  vault,
  fabrics,
  items,
  migrationItemCount,
}: Pick<AzureState, 'vault' | 'fabrics' | 'items' | 'migrationItemCount'>): VaultKind {
  const isMigrate =
    (migrationItemCount ?? 0) > 0 ||
    vault.tagKeys.some((key) => MIGRATE_TAG.test(key)) ||
    fabrics.some((fabric) => fabric.kind === 'VMwareV2' || fabric.kind === 'HyperVMigrate') ||
    /-MigrateVault-\d+$/i.test(vault.name);
  if (isMigrate)
    return {
      kind: 'azure-migrate',
      title: 'Made by Azure Migrate',
      advice:
        'This vault belongs to a project of Azure Migrate. Landfall shows it and changes nothing in it; go on in the project, and never clean it up by hand.',
      isReadOnly: true,
    };
  const isClassic = fabrics.some((fabric) => fabric.kind === 'VMware') || items.some((item) => item.provider === 'InMageAzureV2');
  if (isClassic)
    return {
      kind: 'classic',
      title: 'Classic (configuration server)',
      advice:
        'Out of support since March 2026 and without new machines: move its items to the modernized appliance, or finish their migration from here.',
      isReadOnly: false,
    };
  if (fabrics.length === 0)
    return { kind: 'unused', title: 'Unused', advice: 'Nothing is registered in this vault yet.', isReadOnly: false };
  return { kind: 'site-recovery', title: 'Site Recovery', advice: null, isReadOnly: false };
}
