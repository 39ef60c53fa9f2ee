import type { Client } from '../../shared/contract/client.ts';
import { success, type Reply } from '../../shared/contract/failure.ts';
import { fromBase64 } from './base64.ts';

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** Fetches a file that a method made, piece by piece. */
export async function readDownload(client: Client, downloadId: string): Promise<Reply<Download>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (;;) {
    const reply = await client.call('download.read', { downloadId, offset });
    if (!reply.ok) return reply;
    const bytes = fromBase64(reply.value.base64);
    pieces.push(bytes);
    offset += bytes.length;
    if (reply.value.isLast || bytes.length === 0) return success({ name: reply.value.name, mediaType: reply.value.mediaType, pieces });
  }
}

/** Fetches a file and gives it to the browser or the system to save, under its name. */
export async function saveDownload(client: Client, downloadId: string): Promise<Reply<{ readonly name: string }>> {
  const download = await readDownload(client, downloadId);
  if (!download.ok) return download;
  const { name, mediaType, pieces } = download.value;
  const url = URL.createObjectURL(new Blob([...pieces], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return success({ name });
}
