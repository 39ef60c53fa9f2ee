import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ReadInventory, ReadResult } from '../../electron/importers/importer.ts';
import { readInventoryFile } from '../../electron/importers/read-inventory.ts';
import type { Reply } from '../../shared/contract/failure.ts';

type Made = Readonly<Record<string, string | Uint8Array>>;

/** Reads files made in a test, all as one export; text is written as UTF-8. */
export async function readMadeFiles(files: Made, mapping: Record<string, string | null> | null = null): Promise<Reply<ReadResult>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-made-'));
  try {
    const sources = Object.keys(files).map((fileName, index) => ({ fileName, filePath: path.join(folder, String(index)) }));
    await Promise.all(sources.map(({ fileName, filePath }) => writeFile(filePath, files[fileName] ?? '')));
    const [first, ...alsoFiles] = sources;
    if (first === undefined) throw new Error('no file');
    return await readInventoryFile({ ...first, alsoFiles, mapping }, () => undefined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function inventoryOf(files: Made, mapping: Record<string, string | null> | null = null): Promise<ReadInventory> {
  const reply = await readMadeFiles(files, mapping);
  if (!reply.ok) throw new Error(reply.failure.detail);
  return reply.value.inventory;
}

export async function refusalOf(files: Made): Promise<string> {
  const reply = await readMadeFiles(files);
  if (reply.ok) throw new Error(`it was read as ${reply.value.inventory.formatId}`);
  return reply.failure.detail;
}
