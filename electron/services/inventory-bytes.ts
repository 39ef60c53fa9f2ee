import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { inventoryLines, parseInventoryLines } from '../../shared/domain/inventory-lines.ts';
import type { ImportedInventory } from '../../shared/domain/machine.ts';
import type { Journal } from '../journal/journal.ts';
import { giveWay, inSlices } from './in-slices.ts';
import { linesIn } from './lines-in.ts';
import { linesToBytes } from './lines-to-bytes.ts';

/** The machines of an import as they are stored. */
export async function inventoryToBytes(inventory: ImportedInventory): Promise<Uint8Array> {
  return await linesToBytes(inventoryLines(inventory));
}

/** Reads the machines of an import back. Fails when the attachment is missing or damaged; then the import has no machines. */
export async function readInventory(journal: Journal, sha256: string): Promise<Reply<ImportedInventory>> {
  const bytes = await journal.readAttachment(sha256);
  if (!bytes.ok) return bytes;
  // Unpacking and hashing took their time already.
  await giveWay();
  try {
    return success(await inSlices(parseInventoryLines(linesIn(bytes.value))));
  } catch {
    return failed('journal-unavailable', `The machines in attachment ${sha256.slice(0, 12)} cannot be read. Run Verify in the journal.`);
  }
}
