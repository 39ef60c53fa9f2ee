import { randomUUID } from 'node:crypto';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

export interface DownloadPiece {
  readonly base64: string;
  readonly isLast: boolean;
  readonly sizeBytes: number;
  readonly name: string;
  readonly mediaType: string;
}

/** Files on their way out (a report, a piece of evidence), handed over piece by piece and forgotten after the last. */
export interface DownloadStore {
  readonly add: (file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }) => string;
  readonly read: (downloadId: string, offset: number) => Reply<DownloadPiece>;
}

/** Base64 of one piece stays well below the largest message the hosts take. */
const PIECE_BYTES = 3 * 1024 * 1024;
/** A window that never fetches what it asked for must not keep the memory. A report may be hundreds of small files. */
const MAX_KEPT = 2000;
const MAX_KEPT_BYTES = 512 * 1024 * 1024;

export function createDownloadStore(): DownloadStore {
  const files = new Map<string, { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }>();
  let keptBytes = 0;
  return {
    add(file) {
      const id = randomUUID();
      files.set(id, file);
      keptBytes += file.bytes.byteLength;
      for (const [oldId, old] of files) {
        if (oldId === id || (files.size <= MAX_KEPT && keptBytes <= MAX_KEPT_BYTES)) break;
        files.delete(oldId);
        keptBytes -= old.bytes.byteLength;
      }
      return id;
    },
    read(downloadId, offset) {
      const file = files.get(downloadId);
      if (file === undefined) return failed('not-found', 'This file is not held ready any more. Export it again.');
      const size = file.bytes.byteLength;
      if (offset > size) return failed('invalid-input', `offset: ${offset} is beyond the ${size} bytes of ${file.name}.`);
      const end = Math.min(offset + PIECE_BYTES, size);
      const piece = Buffer.from(file.bytes.buffer, file.bytes.byteOffset + offset, end - offset);
      return success({
        base64: piece.toString('base64'),
        isLast: end === size,
        sizeBytes: size,
        name: file.name,
        mediaType: file.mediaType,
      });
    },
  };
}
