import { expect, test } from 'vitest';

import { idParts, itemAddress, lastPart, sameId, vaultAddress } from '../../../shared/azure/arm-ids.ts';

const VAULT = '/Subscriptions/s-1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v-1';
const ITEM = `${VAULT}/replicationFabrics/f-1/replicationProtectionContainers/c-1/replicationProtectedItems/i-1`;

test('ids are the same whatever their case', () => {
  expect(sameId(VAULT, VAULT.toLowerCase())).toBe(true);
  expect(sameId(`${VAULT}/`, VAULT.toUpperCase())).toBe(true);
  expect(sameId(VAULT, `${VAULT}x`)).toBe(false);
  expect([sameId(null, null), sameId(undefined, VAULT), sameId(VAULT, null)]).toEqual([false, false, false]);
});

test('parts of an id, in any case, decoded', () => {
  expect(vaultAddress(VAULT.toUpperCase())).toEqual({ subscriptionId: 'S-1', resourceGroup: 'RG', vault: 'V-1' });
  expect(itemAddress(ITEM)).toEqual({
    subscriptionId: 's-1',
    resourceGroup: 'rg',
    vault: 'v-1',
    fabric: 'f-1',
    container: 'c-1',
    item: 'i-1',
  });
  expect(idParts(`${VAULT}/replicationEvents/Server%3B90`).get('replicationevents')).toBe('Server;90');
  expect(lastPart('https://host/a/b/operationresults/job-1?c=1&s=2')).toBe('job-1');
  expect(lastPart('/a/50%/')).toBe('50%');
});

test('what is no such id gives nothing', () => {
  for (const id of ['', '/', 'Microsoft Azure', '/subscriptions/s-1', VAULT.replace('/vaults', '/')]) expect(vaultAddress(id)).toBeNull();
  expect(itemAddress(VAULT)).toBeNull();
});
