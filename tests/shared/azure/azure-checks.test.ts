import { describe, expect, it } from 'vitest';

import { azureChecks } from '../../../shared/azure/checks/index.ts';
import { cleanText } from '../../../shared/azure/clean-text.ts';
import { whyNotReach } from '../../../shared/azure/may-reach.ts';
import { portalLink } from '../../../shared/azure/portal-links.ts';
import { mayDo, missingActionIn, rightsOf } from '../../../shared/azure/rights.ts';
import { vaultKind } from '../../../shared/azure/vault-kind.ts';
import type { AzureTarget } from '../../../shared/domain/azure.ts';
import { steps } from '../../../shared/scenarios/steps.ts';

describe('checks of checklist steps', () => {
  it('are there for every step whose verification is the API, and for no other', () => {
    const byApi = steps.filter((step) => step.verification.kind === 'api').map((step) => step.id);
    expect(Object.keys(azureChecks).toSorted()).toEqual(byApi.toSorted());
  });
});

describe('rights', () => {
  it('understand wildcards and exceptions', () => {
    const permissions = [
      {
        actions: ['Microsoft.RecoveryServices/vaults/replication*/read', 'Microsoft.Compute/*'],
        notActions: ['*/replicationOperationStatus/read'],
      },
    ];
    expect(mayDo(permissions, 'microsoft.recoveryservices/vaults/replicationFabrics/x/read')).toBe(true);
    expect(mayDo(permissions, 'Microsoft.RecoveryServices/vaults/replicationOperationStatus/read')).toBe(false);
    expect(mayDo(permissions, 'Microsoft.RecoveryServices/vaults/replicationFabrics/write')).toBe(false);
    expect(mayDo(permissions, 'Microsoft.Compute/disks/write')).toBe(true);
  });
  it('are unknown, never held, where they could not be read', () => {
    expect(rightsOf({ vault: null, target: null, subscription: null }).map((right) => right.isHeld)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('come out of the words of a refusal', () => {
    expect(missingActionIn("… does not have authorization to perform action 'Microsoft.X/y/read' over scope …")).toBe('Microsoft.X/y/read');
  });
});

describe('where calls may go', () => {
  const target: AzureTarget = {
    cloud: 'public',
    tenantId: 'AAAA',
    accountName: 'a',
    clientId: 'c',
    subscriptionId: 'S1',
    subscriptionName: 'one',
    vaultId: '/subscriptions/S1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v',
  };
  const fine = { cloud: 'public', tenantId: 'aaaa', subscriptionId: 's1' };
  it('is the engagement’s own cloud, tenant, subscription and vault, whatever the case of ids', () => {
    expect(whyNotReach(target, fine)).toBeNull();
    expect(whyNotReach(target, { ...fine, vaultId: (target.vaultId ?? '').toUpperCase() })).toBeNull();
  });
  it.each([
    [{ ...fine, cloud: 'china' }, 'another cloud'],
    [{ ...fine, tenantId: 'bbbb' }, 'belongs to AAAA'],
    [{ ...fine, subscriptionId: 's2' }, 'works in S1'],
    [{ ...fine, vaultId: '/subscriptions/S1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/other' }, 'works in v'],
  ])('is nowhere else: %j', (reach, words) => {
    expect(whyNotReach(target, reach)).toContain(words);
  });
});

describe('words of the service', () => {
  it('lose signed addresses, tokens and keys', () => {
    const key = `${'A'.repeat(86)}==`;
    const clean = cleanText(
      `See https://x.blob.core.windows.net/a?sv=1&sig=SECRET1, token=SECRET2, Bearer SECRET33333, AccountKey=SECRET4;x ${key}`,
    );
    expect(clean).not.toMatch(/SECRET|AAAA/);
    expect(clean).toContain('https://x.blob.core.windows.net/a');
  });
});

describe('vaults', () => {
  const base = {
    vault: {
      id: 'v',
      name: 'v',
      resourceGroup: '',
      subscriptionId: '',
      location: null,
      provisioningState: null,
      identityId: null,
      tagKeys: [],
    },
    items: [],
    migrationItemCount: 0,
  };
  const fabric = (kind: string) => [
    {
      id: 'f',
      name: 'f',
      kind,
      health: null,
      problems: [],
      components: [],
      agents: [],
      vmwareSiteId: null,
      physicalSiteId: null,
      location: null,
      isPartial: false,
    },
  ];
  it('of Azure Migrate are recognised and only read; classic ones are named so', () => {
    expect(vaultKind({ ...base, fabrics: fabric('VMwareV2') })).toMatchObject({ kind: 'azure-migrate', isReadOnly: true });
    expect(vaultKind({ ...base, fabrics: fabric('InMageRcm'), migrationItemCount: 2 })).toMatchObject({ kind: 'azure-migrate' });
    expect(vaultKind({ ...base, vault: { ...base.vault, name: 'Harbour-MigrateVault-1234' }, fabrics: [] })).toMatchObject({
      kind: 'azure-migrate',
    });
    expect(vaultKind({ ...base, fabrics: fabric('VMware') })).toMatchObject({ kind: 'classic', isReadOnly: false });
    expect(vaultKind({ ...base, fabrics: [] })).toMatchObject({ kind: 'unused' });
    expect(vaultKind({ ...base, fabrics: fabric('InMageRcm') })).toMatchObject({ kind: 'site-recovery', advice: null });
  });
  it('have a page in the portal of their cloud', () => {
    expect(portalLink('us-government', 't', '/Subscriptions/s/x y')).toBe('https://portal.azure.us/#@t/resource/subscriptions/s/x%20y');
  });
});
