import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { success } from '../../shared/contract/failure.ts';
import { bundleFiles } from '../exporters/zip-files.ts';
import { headerSignature } from '../importers/generic-table.ts';
import type { ReadInventory, ReadMachine, ColumnGuess } from '../importers/importer.ts';
import { readInventoryFile, type InventoryRequest } from '../importers/read-inventory.ts';
import type { Task, TaskRunner } from './tasks.ts';

const FIRST_ROWS = 100;

export interface ReadInventoryOutput {
  /** Everything but machines, connections and applications, which stand in `linesPath` in this order, one JSON text a line. */
  readonly header: Omit<ReadInventory, 'machines' | 'connections' | 'applications'>;
  readonly machineCount: number;
  readonly connectionCount: number;
  readonly applicationCount: number;
  readonly firstMachines: readonly ReadMachine[];
  readonly columns: readonly ColumnGuess[];
  readonly signature: string;
  readonly needsMapping: boolean;
  /** Of the file, or of all files whatever their order. */
  readonly fileSha256: string;
}

export type ReadInventoryTask = Task<
  InventoryRequest & {
    readonly linesPath: string;
    /** Where several files are put as one, so that they can be kept as they came. */
    readonly bundlePath: string;
  },
  { readonly done: number; readonly step: string },
  ReadInventoryOutput
>;

/** Reads the file and writes its machines to a temporary file, so that no large message crosses to the main process. */
export const readInventoryTask: TaskRunner<ReadInventoryTask> = async ({ linesPath, bundlePath, ...request }, onProgress) => {
  const read = await readInventoryFile(request, (done, step) => onProgress({ done: done * 0.9, step }));
  if (!read.ok) return read;
  const { machines, connections = [], applications = [], ...header } = read.value.inventory;
  onProgress({ done: 0.9, step: 'Preparing the preview' });
  await pipeline(lines([machines, connections, applications]), createWriteStream(linesPath));
  return success({
    header,
    machineCount: machines.length,
    connectionCount: connections.length,
    applicationCount: applications.length,
    firstMachines: machines.slice(0, FIRST_ROWS),
    columns: read.value.columns,
    signature: headerSignature(read.value.columns),
    needsMapping: read.value.kind === 'needs-mapping',
    fileSha256: await hashFiles(request, bundlePath),
  });
};

async function hashFiles({ filePath, fileName, alsoFiles = [] }: InventoryRequest, bundlePath: string): Promise<string> {
  if (alsoFiles.length === 0) return await hashFile(filePath);
  const files = [{ filePath, fileName }, ...alsoFiles];
  const hashes = await Promise.all(files.map((file) => hashFile(file.filePath)));
  const contents = await Promise.all(files.map(async (file) => ({ name: file.fileName, bytes: await readFile(file.filePath) })));
  await writeFile(bundlePath, bundleFiles(contents));
  return createHash('sha256').update(hashes.toSorted().join('\n')).digest('hex');
}

const LINES_IN_ONE_PIECE = 200;

/** Many lines at once: writing each by itself takes longer than making it. */
function* lines(lists: readonly (readonly object[])[]): Generator<string> {
  let waiting: string[] = [];
  for (const list of lists) {
    for (const item of list) {
      waiting.push(JSON.stringify(item), '\n');
      if (waiting.length < 2 * LINES_IN_ONE_PIECE) continue;
      yield waiting.join('');
      waiting = [];
    }
  }
  yield waiting.join('');
}

async function hashFile(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(filePath)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
