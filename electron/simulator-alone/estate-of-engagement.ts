import path from 'node:path';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ImportedInventory, Machine } from '../../shared/domain/machine.ts';
import { withoutUndefined } from '../../shared/domain/without-undefined.ts';
import { foldEngagement } from '../../shared/journal/fold-engagement.ts';
import { scenarios } from '../../shared/scenarios/index.ts';
import { readFileHeader } from '../journal/file-header.ts';
import { openEngagementFile } from '../journal/open-engagement.ts';
import { refusalOf } from '../journal/opening-sentences.ts';
import { withWholeCopy } from '../journal/read-whole-file.ts';
import { readInventory } from '../services/inventory-bytes.ts';
import type { EstateMachine, EstateVault } from '../simulator/estate-vault.ts';

const SUBSCRIPTION = '00000000-0000-4000-8000-00000000feed';
const PROVIDERS = ['InMageRcm', 'InMageAzureV2', 'HyperVReplicaAzure', 'A2A'] as const;

/** A vault for each provider that the machines in scope need. The engagement itself is read from a copy and not touched. */
export async function estateOfEngagement(filePath: string, now: () => Date): Promise<Reply<readonly EstateVault[]>> {
  const refusal = refusalOf(await readFileHeader(filePath), path.basename(filePath), Number.MAX_SAFE_INTEGER);
  if (refusal !== null) return failed('invalid-input', refusal);
  return await withWholeCopy(filePath, async (database, copyPath) => {
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const journal = await openEngagementFile(copyPath, {
      actor: () => 'simulator',
      machineName: 'simulator',
      laptopId: 'simulator',
      appVersion: '0',
      now,
    });
    if (!journal.ok) return failed('invalid-input', journal.failure.detail.replaceAll(copyPath, filePath));
    try {
      const { entries } = journal.value.readAll();
      const inventories = new Map<string, ImportedInventory>();
      for (const entry of entries) {
        if (entry.kind !== 'inventory.imported') continue;
        // oxlint-disable-next-line no-await-in-loop -- one after another: each may be large
        const inventory = await readInventory(journal.value, entry.payload.inventory.sha256);
        if (inventory.ok) inventories.set(entry.payload.inventory.sha256, inventory.value);
      }
      const engagement = foldEngagement(entries, inventories);
      const machines = [...(engagement?.machines.values() ?? [])].filter((machine) => machine.isInScope);
      if (machines.length === 0) return failed('invalid-input', `${filePath} has no machines in scope. Import an inventory into it first.`);
      const location = engagement?.settings.vaultRegion ?? engagement?.settings.targetRegion ?? 'westeurope';
      return success(vaultsOf(machines, location));
    } finally {
      journal.value.close();
    }
  });
}

function vaultsOf(machines: readonly Machine[], location: string): EstateVault[] {
  const byProvider = Map.groupBy(machines, ({ scenario }) => {
    const wanted = scenarios.find(({ id }) => id === scenario)?.azureInput.instanceType;
    return PROVIDERS.find((provider) => provider === wanted) ?? 'InMageRcm';
  });
  return [...byProvider].map(([provider, own]) => ({
    subscriptionId: SUBSCRIPTION,
    resourceGroup: 'simulated',
    name: `vault-${provider.toLowerCase()}`,
    location,
    provider,
    machines: own.map(estateMachine),
  }));
}

/** What the simulator needs of a machine; what the inventory does not know gets an ordinary value there. */
function estateMachine({ id, facts }: Machine): EstateMachine {
  const macs = (facts.nics ?? []).flatMap((nic) => nic.mac ?? []);
  return withoutUndefined({
    id,
    name: facts.name,
    biosId: facts.biosId,
    osFamily: facts.osFamily,
    osName: facts.osName,
    cpuCount: facts.cpuCount,
    memoryMiB: facts.memoryMiB,
    firmware: facts.firmware,
    addresses: facts.ipAddresses,
    macs: macs.length === 0 ? undefined : macs,
    disks: facts.disks?.map(({ id: diskId, sizeGiB, isOsDisk }) => withoutUndefined({ id: diskId, sizeGiB, isOsDisk })),
  });
}
