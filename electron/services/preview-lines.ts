import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

import type { ImportedApplication, ImportedConnection } from '../../shared/domain/connection.ts';
import type { ReadMachine } from '../importers/importer.ts';

/** How many of each kind of line the worker wrote, in this order. */
export interface LineCounts {
  readonly machineCount: number;
  readonly connectionCount: number;
}

export interface PreviewContent {
  readonly machines: readonly ReadMachine[];
  readonly connections: readonly ImportedConnection[];
  readonly applications: readonly ImportedApplication[];
}

/** What the worker read, from the file it wrote. What a line holds follows from its place. */
export async function readPreviewLines(linesPath: string, counts: LineCounts): Promise<PreviewContent> {
  const machines: ReadMachine[] = [];
  const connections: ImportedConnection[] = [];
  const applications: ImportedApplication[] = [];
  let place = 0;
  // Line by line over a stream: the main process stays free between pieces.
  for await (const line of createInterface({ input: createReadStream(linesPath), crlfDelay: Infinity })) {
    if (line === '') continue;
    const value: unknown = JSON.parse(line);
    if (place < counts.machineCount) machines.push(value as ReadMachine);
    else if (place < counts.machineCount + counts.connectionCount) connections.push(value as ImportedConnection);
    else applications.push(value as ImportedApplication);
    place += 1;
  }
  return { machines, connections, applications };
}
