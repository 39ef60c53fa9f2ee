import type { IncomingMessage } from 'node:http';

/** Largest call: a table of 10,000 rows on its way to an export, with room to spare; a piece of a file is below 6 MB. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

export type Body = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'too-large' | 'not-json' | 'gone' };

/** The body of a request as JSON. Stops reading as soon as it is too large, whatever the headers announced. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return { kind: 'too-large' };
  const pieces: Buffer[] = [];
  let received = 0;
  try {
    // The socket stays open when reading stops early, so that the refusal can still be sent.
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      const bytes = piece as Buffer;
      received += bytes.byteLength;
      if (received > maxBytes) return { kind: 'too-large' };
      pieces.push(bytes);
    }
  } catch {
    return { kind: 'gone' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'not-json' };
  }
}
