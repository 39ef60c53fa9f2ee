import { inflateRawSync } from 'node:zlib';

import { fromBufferPromise, type Entry } from 'yauzl';

import { entriesOf } from './archive-reader.ts';

const MAX_PART_BYTES = 512 * 1024 * 1024;
const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;

/** The parts of a zip that is in memory. */
export interface ZipParts {
  readonly bytes: Buffer;
  /** By name in small letters: some tools write names and references in different case. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The directory of a zip; the import guard has looked at it before. Rejects where it cannot be read. */
export async function openZipParts(bytes: Buffer): Promise<ZipParts> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) entries.set(entry.fileName.toLowerCase(), entry);
  return { bytes, entries };
}

export function hasPart({ entries }: ZipParts, name: string): boolean {
  return entries.has(name.toLowerCase());
}

/** Unpacks a part in one piece: the whole file is in memory, and streams would take twice the time. Empty where there is none. */
export function partBytes({ bytes, entries }: ZipParts, name: string): Buffer {
  const entry = entries.get(name.toLowerCase());
  if (entry === undefined) return Buffer.alloc(0);
  const at = entry.relativeOffsetOfLocalHeader;
  const start = at + LOCAL_HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  return entry.compressionMethod === DEFLATED ? inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES }) : packed;
}
