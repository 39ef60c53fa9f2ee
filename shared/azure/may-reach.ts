import type { AzureTarget } from '../domain/azure.ts';
import { sameId, vaultAddress } from './arm-ids.ts';

/** Where a call would go. */
export interface Reach {
  readonly cloud: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly vaultId?: string;
}

/**
 * Why a call may not go there, in one sentence; `null` when it may. One engagement, one customer: nothing is asked of another
 * tenant, subscription or cloud than the engagement's own, whatever account is signed in.
 */
export function whyNotReach(target: AzureTarget | null, reach: Reach): string | null {
  if (target === null) return 'This engagement is not connected to Azure. Sign in first.';
  if (target.cloud !== reach.cloud) return `This engagement works in another cloud (${target.cloud}). Nothing was sent.`;
  if (!sameId(target.tenantId, reach.tenantId))
    return `The sign-in is for the tenant ${reach.tenantId}, but this engagement belongs to ${target.tenantId}. Nothing was sent.`;
  if (target.subscriptionId === null) return 'No subscription is chosen for this engagement yet.';
  if (!sameId(target.subscriptionId, reach.subscriptionId))
    return `This is the subscription ${reach.subscriptionId}, but this engagement works in ${target.subscriptionId}. Nothing was sent.`;
  if (reach.vaultId === undefined || target.vaultId === null) return null;
  const wanted = vaultAddress(target.vaultId);
  const asked = vaultAddress(reach.vaultId);
  const isSame =
    wanted !== null &&
    asked !== null &&
    sameId(wanted.resourceGroup, asked.resourceGroup) &&
    sameId(wanted.vault, asked.vault) &&
    sameId(wanted.subscriptionId, asked.subscriptionId);
  return isSame
    ? null
    : `This is the vault ${asked?.vault ?? reach.vaultId}, but this engagement works in ${wanted?.vault ?? target.vaultId}. Nothing was sent.`;
}
