import { request } from 'node:https';

import type { FetchPart } from '../../electron/azure/network.ts';

/** `fetch` that trusts one more root and nothing less: what a computer with the network's own root certificate does. */
export function trustingFetch(root: string): FetchPart {
  return (address, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const sent = request(address, { method, headers, ca: root, ...(signal === undefined ? {} : { signal }) }, (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const received = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) received.set(name, String(value));
          const status = incoming.statusCode ?? 0;
          const isEmpty = status === 204 || status === 304;
          resolve(new Response(isEmpty ? null : Buffer.concat(pieces), { status, headers: received }));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}
