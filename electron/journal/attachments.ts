import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { AttachmentRef } from '../../shared/journal/entry.ts';

const compress = promisify(deflateRaw);
const uncompress = promisify(inflateRaw);

/** SECURITY: bytes that grow beyond this when unpacked are not ours; imports are capped at 200 MB. */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** Bytes ready to be stored together with the entry that names them. */
export interface PreparedAttachment {
  readonly ref: AttachmentRef;
  readonly stored: Uint8Array;
}

export function sha256Of(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Compresses off the main thread. Both hashes go into the entry: of what it holds, and of what lies on disk. */
export async function prepareAttachment(
  bytes: Uint8Array,
  about: { readonly name: string; readonly mediaType: string },
): Promise<PreparedAttachment> {
  const stored = await compress(bytes);
  return { ref: { sha256: sha256Of(bytes), storedSha256: sha256Of(stored), sizeBytes: bytes.byteLength, ...about }, stored };
}

/** Unpacks stored bytes and proves that they are what the key says. */
export async function unpackAttachment(sha256: string, stored: Uint8Array): Promise<Reply<Buffer>> {
  try {
    const bytes = await uncompress(stored, { maxOutputLength: MAX_UNPACKED_BYTES });
    if (sha256Of(bytes) === sha256) return success(bytes);
  } catch {
    // Damaged bytes do not unpack; the sentence below says so.
  }
  return failed(
    'journal-unavailable',
    `The attachment ${sha256.slice(0, 12)} is damaged. Run Verify in the journal and take it from a copy of the file.`,
  );
}
