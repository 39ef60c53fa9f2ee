import type { Client } from '../../shared/contract/client.ts';
import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import { toBase64 } from './base64.ts';

/** One piece on its way. It becomes text in the page and bytes again in the main process; larger ones held each of them too long. */
const PIECE_BYTES = 1024 * 1024;
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_NAME_CHARACTERS = 300;

/** What a file needs to be handed over; a `File` of the browser has it all. */
export interface UploadSource {
  readonly name: string;
  readonly size: number;
  readonly slice: (start: number, end: number) => Pick<Blob, 'arrayBuffer'>;
}

interface UploadOptions {
  /** `done` is 0 to 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Hands a file over piece by piece. Stopped by the signal it is `cancelled`, and the other side forgets what it has; so it does
 * when a piece is refused or the file cannot be read any more.
 */
export async function uploadFile(
  client: Client,
  file: UploadSource,
  options: UploadOptions = {},
): Promise<Reply<{ readonly uploadId: string }>> {
  if (file.size > MOST_BYTES)
    return failed(
      'invalid-input',
      `${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MiB; at most 200 MiB are taken. Split it or leave out columns.`,
    );
  const started = await client.call('upload.start', { name: file.name.slice(-MOST_NAME_CHARACTERS), sizeBytes: file.size });
  if (!started.ok) return started;
  const { uploadId } = started.value;
  const sent = await sendPieces({ client, file, uploadId, options });
  if (sent.ok) return success({ uploadId });
  await client.call('upload.cancel', { uploadId });
  return sent;
}

interface Sending {
  readonly client: Client;
  readonly file: UploadSource;
  readonly uploadId: string;
  readonly options: UploadOptions;
}

async function sendPieces({ client, file, uploadId, options }: Sending): Promise<Reply<null>> {
  for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
    if (options.signal?.aborted === true) return failed('cancelled', `${file.name}: stopped.`);
    // Each piece follows the one before it; the other side refuses any other order.
    const bytes = await readPiece(file, offset);
    if (bytes === null)
      return failed('not-found', `${file.name} cannot be read any more. It may have been moved, changed or locked; choose it again.`);
    const sent = await client.call('upload.chunk', { uploadId, offset, base64: toBase64(bytes) });
    if (!sent.ok) return sent;
    options.onProgress?.(Math.min(1, (offset + bytes.length) / file.size));
  }
  return success(null);
}

async function readPiece(file: UploadSource, offset: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(offset, Math.min(file.size, offset + PIECE_BYTES)).arrayBuffer());
  } catch {
    return null;
  }
}
