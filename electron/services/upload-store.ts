import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

import { failed, success, type Reply } from '../../shared/contract/failure.ts';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly filePath: string;
}

/** Files on their way in from the window: kept in a temporary folder until they are imported, attached or given up. */
export interface UploadStore {
  readonly start: (name: string, sizeBytes: number) => Promise<Reply<{ readonly uploadId: string }>>;
  readonly addChunk: (uploadId: string, offset: number, bytes: Uint8Array) => Promise<Reply<{ readonly receivedBytes: number }>>;
  /** The finished file, or why it is not finished. */
  readonly finished: (uploadId: string) => Reply<Upload>;
  readonly remove: (uploadId: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface OpenUpload extends Upload {
  readonly handle: FileHandle;
  receivedBytes: number;
  isClosed: boolean;
}

/** SECURITY: a window that goes wrong must not fill the disk with half uploads. A folder of tables is many small files. */
const MAX_OPEN_UPLOADS = 100;
const MAX_OPEN_BYTES = 2 * 1024 * 1024 * 1024;

export function createUploadStore(folder: string): UploadStore {
  const uploads = new Map<string, OpenUpload>();

  async function closeHandle(upload: OpenUpload): Promise<void> {
    if (upload.isClosed) return;
    upload.isClosed = true;
    await upload.handle.close();
  }

  async function remove(uploadId: string): Promise<void> {
    const upload = uploads.get(uploadId);
    if (upload === undefined) return;
    uploads.delete(uploadId);
    await closeHandle(upload);
    await rm(upload.filePath, { force: true });
  }

  return {
    async start(name, sizeBytes) {
      if (uploads.size >= MAX_OPEN_UPLOADS) {
        return failed('conflict', `${MAX_OPEN_UPLOADS} files are being handed over already. Finish or cancel one of them first.`);
      }
      if ([...uploads.values()].reduce((sum, upload) => sum + upload.sizeBytes, sizeBytes) > MAX_OPEN_BYTES)
        return failed(
          'conflict',
          `${name} does not fit beside the files that are being handed over already. Finish or cancel one of them first.`,
        );
      await mkdir(folder, { recursive: true });
      const id = randomUUID();
      const filePath = path.join(folder, id);
      const handle = await open(filePath, 'wx');
      uploads.set(id, {
        id,
        name: path.basename(name.replaceAll('\\', '/')),
        sizeBytes,
        filePath,
        handle,
        receivedBytes: 0,
        isClosed: false,
      });
      return success({ uploadId: id });
    },
    async addChunk(uploadId, offset, bytes) {
      const upload = uploads.get(uploadId);
      if (upload === undefined || upload.isClosed)
        return failed('not-found', 'This file is not being handed over any more. Choose it again.');
      if (offset !== upload.receivedBytes || offset + bytes.byteLength > upload.sizeBytes) {
        return failed('invalid-input', `offset: ${offset} does not follow the ${upload.receivedBytes} bytes received so far.`);
      }
      // Claimed before the write, so that two chunks in flight cannot take the same place.
      upload.receivedBytes += bytes.byteLength;
      await upload.handle.write(bytes, 0, bytes.byteLength, offset);
      return success({ receivedBytes: upload.receivedBytes });
    },
    finished(uploadId) {
      const upload = uploads.get(uploadId);
      if (upload === undefined) return failed('not-found', 'This file is not there any more. Choose it again.');
      if (upload.receivedBytes !== upload.sizeBytes) {
        return failed(
          'not-ready',
          `${upload.name}: ${upload.receivedBytes} of ${upload.sizeBytes} bytes have arrived. Wait for the rest or choose the file again.`,
        );
      }
      return success({ id: upload.id, name: upload.name, sizeBytes: upload.sizeBytes, filePath: upload.filePath });
    },
    remove,
    async close() {
      await Promise.all([...uploads.keys()].map(remove));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** All of them, or why one of them is not there. */
export function finishedUploads(store: Pick<UploadStore, 'finished'>, uploadIds: readonly string[]): Reply<readonly Upload[]> {
  const found: Upload[] = [];
  for (const uploadId of new Set(uploadIds)) {
    const upload = store.finished(uploadId);
    if (!upload.ok) return upload;
    found.push(upload.value);
  }
  return success(found);
}

export function nameOfAll(uploads: readonly Upload[]): string {
  const [first, ...others] = uploads;
  return others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''} and ${others.length} more`;
}

export function sizeOfAll(uploads: readonly Upload[]): number {
  return uploads.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
