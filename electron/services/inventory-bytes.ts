import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { inventoryLines, parseInventoryLines } from '../../shared/domain/inventory-lines.ts';
import type { ImportedInventory } from '../../shared/domain/machine.ts';
import type { Journal } from '../journal/journal.ts';
import { giveWay, inSlices } from './in-slices.ts';
import { linesIn } from './lines-in.ts';

const LINES_IN_ONE_PIECE = 100;

/** The machines of an import as they are stored; made in slices, because there may be tens of megabytes of them. */
export async function inventoryToBytes(inventory: ImportedInventory): Promise<Uint8Array> {
  return await inSlices(pieces(inventory));
}

function* pieces(inventory: ImportedInventory): Generator<void, Buffer, void> {
  const made: Buffer[] = [];
  let waiting: string[] = [];
  for (const line of inventoryLines(inventory)) {
    waiting.push(line);
    if (waiting.length < LINES_IN_ONE_PIECE) continue;
    made.push(Buffer.from(waiting.join('')));
    waiting = [];
    yield;
  }
  made.push(Buffer.from(waiting.join('')));
  return Buffer.concat(made);
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
