import { SECURITY_HEADERS } from './content-security-policy.ts';
import { readRendererFile } from './renderer-files.ts';

export const APP_SCHEME = 'app';
/** Origin of the window's page. Not `file:`, so that it has an origin of its own and no right to read files. */
export const APP_ORIGIN = `${APP_SCHEME}://landfall`;

/**
 * Answers requests for `app://landfall/...` with files of the built window, for `protocol.handle`.
 * SECURITY: only reads, only from the folder, every answer with the policy that forbids inline script and anything from outside.
 */
export function createAppFiles(rendererFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'This address is only read.');
    const path = pathInApp(request.url);
    if (path === null) return refuse(400, 'This is not an address of Landfall.');
    const file = await readRendererFile(rendererFolder, path);
    if (file === null) return refuse(404, 'There is no such file.');
    const body = request.method === 'HEAD' ? null : new Uint8Array(file.bytes);
    return new Response(body, { headers: { ...SECURITY_HEADERS, 'content-type': file.mediaType } });
  };
}

/** The path, still encoded, or `null` when it leaves the folder or the host is not ours. */
function pathInApp(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (`${protocol}//${host}` !== APP_ORIGIN) return null;
  try {
    // A path that still climbs after decoding was made by hand.
    return decodeURIComponent(pathname).split(/[/\\]/).includes('..') ? null : pathname;
  } catch {
    return null;
  }
}

function refuse(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });
}
