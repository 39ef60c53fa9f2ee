import { expect, test } from 'vitest';

import { readDownload } from '../../../renderer/client/save-download.ts';
import { uploadFile } from '../../../renderer/client/upload-file.ts';
import type { Client } from '../../../shared/contract/client.ts';
import { failed, success } from '../../../shared/contract/failure.ts';

const PIECE = 1024 * 1024;

/** A host that keeps what it is sent, and can refuse a piece. */
function fakeHost({ refusesFrom = Infinity, pieceBytes = 5 } = {}) {
  const calls: string[] = [];
  const received: Buffer[] = [];
  let stored: Buffer = Buffer.alloc(0);
  const call = (name: string, input: Record<string, unknown>): unknown => {
    calls.push(name);
    const offset = Number(input['offset'] ?? 0);
    if (name === 'upload.start') return success({ uploadId: 'u1' });
    if (name === 'upload.cancel') return success({});
    if (name === 'upload.chunk') {
      if (offset >= refusesFrom) return failed('invalid-input', 'offset: refused.');
      received.push(Buffer.from(String(input['base64']), 'base64'));
      return success({ receivedBytes: 0 });
    }
    const piece = stored.subarray(offset, offset + pieceBytes);
    return success({
      base64: piece.toString('base64'),
      isLast: offset + piece.length >= stored.length,
      sizeBytes: stored.length,
      name: 'report.csv',
      mediaType: 'text/csv',
    });
  };
  const client = {
    call: (name: string, input: Record<string, unknown>) => Promise.resolve(call(name, input)),
    subscribe: () => () => undefined,
  } as unknown as Client;
  return { client, calls, received: () => Buffer.concat(received), keep: (bytes: Buffer) => (stored = bytes) };
}

function fileOf(bytes: Uint8Array<ArrayBuffer>, name = 'estate.xlsx') {
  const blob = new Blob([bytes]);
  return { name, size: bytes.length, slice: (start: number, end: number) => blob.slice(start, end) };
}

function pattern(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
}

test('a file arrives byte by byte as it was, in pieces, with its progress', async () => {
  const host = fakeHost();
  const bytes = pattern(PIECE * 2 + 17);
  const progress: number[] = [];
  const reply = await uploadFile(host.client, fileOf(bytes), { onProgress: (done) => progress.push(done) });
  expect(reply).toEqual(success({ uploadId: 'u1' }));
  expect(host.received().equals(Buffer.from(bytes))).toBe(true);
  expect(host.calls).toEqual(['upload.start', 'upload.chunk', 'upload.chunk', 'upload.chunk']);
  expect(progress.at(-1)).toBe(1);
});

test('stopping tells the other side to forget the file', async () => {
  const host = fakeHost();
  const stop = new AbortController();
  const reply = await uploadFile(host.client, fileOf(pattern(PIECE * 2)), { signal: stop.signal, onProgress: () => stop.abort() });
  expect(reply.ok ? null : reply.failure.code).toBe('cancelled');
  expect(host.calls).toEqual(['upload.start', 'upload.chunk', 'upload.cancel']);
});

test('a refused piece and a file that vanished end the upload with their reason', async () => {
  const refusing = fakeHost({ refusesFrom: PIECE });
  const refused = await uploadFile(refusing.client, fileOf(pattern(PIECE * 2)));
  expect([refused.ok ? null : refused.failure.code, refusing.calls.at(-1)]).toEqual(['invalid-input', 'upload.cancel']);

  const host = fakeHost();
  const vanished = { name: 'gone.csv', size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
  const reply = await uploadFile(host.client, vanished);
  expect([reply.ok ? null : reply.failure.code, host.calls.at(-1)]).toEqual(['not-found', 'upload.cancel']);
});

test('a file that is too large is refused before anything is sent', async () => {
  const host = fakeHost();
  const reply = await uploadFile(host.client, { name: 'big.xlsx', size: 300 * 1024 * 1024, slice: () => new Blob([]) });
  expect([reply.ok ? null : reply.failure.detail, host.calls]).toEqual([
    'big.xlsx has 300 MiB; at most 200 MiB are taken. Split it or leave out columns.',
    [],
  ]);
});

test('a download is put together from its pieces', async () => {
  const host = fakeHost();
  host.keep(Buffer.from('name;vCPU\r\nweb-01;4\r\n'));
  const reply = await readDownload(host.client, 'd1');
  const text = reply.ok ? Buffer.concat(reply.value.pieces).toString() : '';
  expect([text, host.calls.length]).toEqual(['name;vCPU\r\nweb-01;4\r\n', 5]);
});
