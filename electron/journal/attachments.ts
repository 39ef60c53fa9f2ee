import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { AttachmentRef } from '../../shared/journal/entry.ts';

const compress = promisify(deflateRaw);
const uncompress = promisify(inflateRaw);

/** SECURITY: bytes that grow beyond this when unpacked are not ours; imports are capped at 200 MB. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** The compressor reports back on the main thread for each piece of this size: fewer reports for large files. */
const CHUNK_BYTES = 256 * 1024;

/** Bytes ready to be stored together with the entry that names them. */
export interface PreparedAttachment {
  readonly ref: AttachmentRef;
  readonly stored: Uint8Array;
}

export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Bytes hashed before others get their turn: some milliseconds, also on a slow laptop. */
const SLICE_BYTES = 4 * 1024 * 1024;

/** The same hash of many bytes, giving way between slices: evidence and inventories are as large as files get. */
export async function sha256InSlices(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < bytes.byteLength; offset += SLICE_BYTES) {
    hash.update(bytes.subarray(offset, offset + SLICE_BYTES));
    // The pause between slices is the point of this loop.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate();
  }
  return hash.digest('hex');
}

/** Compresses off the main thread and hashes in slices. Both hashes go into the entry: of what it holds, and of what lies on disk. */
export async function prepareAttachment(
  bytes: Uint8Array,
  about: { readonly name: string; readonly mediaType: string },
): Promise<PreparedAttachment> {
  const sha256 = await sha256InSlices(bytes);
  const stored = await compress(bytes, { chunkSize: CHUNK_BYTES });
  return { ref: { sha256, storedSha256: await sha256InSlices(stored), sizeBytes: bytes.byteLength, ...about }, stored };
}

/** Unpacks stored bytes and proves that they are what the key says. */
export async function unpackAttachment(sha256: string, stored: Uint8Array): Promise<Reply<Buffer>> {
  try {
    const bytes = await uncompress(stored, { maxOutputLength: MAX_UNPACKED_BYTES, chunkSize: CHUNK_BYTES });
    if ((await sha256InSlices(bytes)) === sha256) return success(bytes);
  } catch {
    // Damaged bytes do not unpack; the sentence below says so.
  }
  return failed(
    'journal-unavailable',
    `The attachment ${sha256.slice(0, 12)} is damaged. Run Verify in the journal and take it from a copy of the file.`,
  );
}
