import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Client } from '../../shared/contract/client.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';

const CHUNK_BYTES = 3 * 1024 * 1024;

/** Hands a file over in pieces, as the window does. Returns the id under which the contract knows it. */
export async function sendFile(call: Client['call'], filePath: string): Promise<Reply<string>> {
  const file = await open(filePath, 'r').catch(() => null);
  if (file === null) return failed('not-found', `${filePath} cannot be read. Look whether it is there and whether you may read it.`);
  try {
    const status = await file.stat();
    if (!status.isFile()) return failed('invalid-input', `${filePath} is not a file.`);
    const started = await call('upload.start', { name: path.basename(filePath), sizeBytes: status.size });
    if (!started.ok) return started;
    const { uploadId } = started.value;
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let offset = 0; offset < status.size;) {
      // Piece after piece: the place of the next depends on this one.
      // oxlint-disable-next-line no-await-in-loop
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, offset);
      if (bytesRead === 0) return failed('conflict', `${filePath} became shorter while it was read. Try again.`, 'now');
      // oxlint-disable-next-line no-await-in-loop
      const sent = await call('upload.chunk', { uploadId, offset, base64: buffer.toString('base64', 0, bytesRead) });
      if (!sent.ok) return sent;
      offset += bytesRead;
    }
    return success(uploadId);
  } finally {
    await file.close();
  }
}

/** Fetches a file that a method made and puts it into the folder; it appears there whole or not at all. */
export async function fetchFile(call: Client['call'], downloadId: string, folder: string): Promise<Reply<string>> {
  const pieces: Buffer[] = [];
  let offset = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const piece = await call('download.read', { downloadId, offset });
    if (!piece.ok) return piece;
    const bytes = Buffer.from(piece.value.base64, 'base64');
    pieces.push(bytes);
    offset += bytes.byteLength;
    // oxlint-disable-next-line no-await-in-loop
    if (piece.value.isLast) return await place(path.join(folder, path.basename(piece.value.name)), Buffer.concat(pieces));
  }
}

async function place(filePath: string, bytes: Buffer): Promise<Reply<string>> {
  try {
    await mkdir(path.dirname(filePath), { recursive: true });
    const unfinished = `${filePath}.${process.pid}.part`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, filePath);
    return success(filePath);
  } catch {
    return failed('conflict', `${filePath} cannot be written. Choose a folder that you may write to, or close the file where it is open.`);
  }
}
