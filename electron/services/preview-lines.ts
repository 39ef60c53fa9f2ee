import { readFile } from 'node:fs/promises';

import type { ImportedApplication, ImportedConnection } from '../../shared/domain/connection.ts';
import type { ReadMachine } from '../importers/importer.ts';
import { inSlices } from './in-slices.ts';
import { linesIn } from './lines-in.ts';

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

const SLICE = 100;

/** What the worker read, from the files it wrote. What a line holds follows from its place. */
export interface PreviewReader {
  /** The last one read is kept: people confirm what they have just seen. */
  readonly read: (linesPath: string, counts: LineCounts) => Promise<PreviewContent>;
  readonly forget: (linesPath: string) => void;
}

export function createPreviewReader(): PreviewReader {
  let last: { readonly linesPath: string; readonly content: PreviewContent } | null = null;
  return {
    async read(linesPath, counts) {
      if (last?.linesPath === linesPath) return last.content;
      const content = await inSlices(parsePreviewLines(await readFile(linesPath), counts));
      last = { linesPath, content };
      return content;
    },
    forget(linesPath) {
      if (last?.linesPath === linesPath) last = null;
    },
  };
}

function* parsePreviewLines(bytes: Buffer, counts: LineCounts): Generator<void, PreviewContent, void> {
  const machines: ReadMachine[] = [];
  const connections: ImportedConnection[] = [];
  const applications: ImportedApplication[] = [];
  let place = 0;
  for (const line of linesIn(bytes)) {
    if (line === '') continue;
    const value: unknown = JSON.parse(line);
    if (place < counts.machineCount) machines.push(value as ReadMachine);
    else if (place < counts.machineCount + counts.connectionCount) connections.push(value as ImportedConnection);
    else applications.push(value as ImportedApplication);
    place += 1;
    if (place % SLICE === 0) yield;
  }
  return { machines, connections, applications };
}
